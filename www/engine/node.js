// `compose-helper/engine` for Node: files come from the disk. Must not need a browser.

import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { address, languages } from "./assets.js";
import { assemble } from "./engine.js";
import { ComposeError } from "./errors.js";
import { startModule } from "./module.js";

export { ComposeError, languages };
export { gate, modes, objections } from "./gate.js";

/** Loads the module once and the languages asked for. */
export function load(options) {
  return assemble(options, readPackaged, startModule);
}

function readPackaged(name, base) {
  const isUrl = base instanceof URL || /^[a-z]+:\/\//i.test(base ?? "");
  return readFile(address(name, base && !isUrl ? pathToFileURL(`${base}/`) : base));
}
