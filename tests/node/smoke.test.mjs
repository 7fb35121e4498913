// The engine's module loads outside a browser.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";

const folder = process.env.COMPOSE_ENGINE ?? join(import.meta.dirname, "../../target/engine-package");

test("the module starts from its bytes and exports something", async () => {
  const module = await import(pathToFileURL(join(folder, "compose_wasm.js")));
  module.initSync({ module: await readFile(join(folder, "compose_wasm_bg.wasm")) });
  const names = Object.keys(module).filter((name) => !["default", "initSync"].includes(name));
  assert.notDeepEqual(names, []);
});
