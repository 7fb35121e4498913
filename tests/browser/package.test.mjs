// The npm package as other people's tools see it: its exports, its types in a strict consumer.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const here = dirname(fileURLToPath(import.meta.url));
const folder = process.env.COMPOSE_NPM ?? join(here, "../../target/npm");
const run = promisify(execFile);
const tool = (name) => join(here, "node_modules/.bin", name);

/** Works in a folder that goes away afterwards. */
async function inScratch(work) {
  const scratch = await mkdtemp(join(tmpdir(), "compose-helper-"));
  try {
    return await work(scratch);
  } finally {
    await rm(scratch, { recursive: true });
  }
}

/** What a command prints, failed or not. */
const printed = (command, options, cwd = here) =>
  run(command, options, { cwd }).then(
    ({ stdout }) => stdout,
    ({ stdout, stderr }) => assert.fail(`${stdout}${stderr}`),
  );

test("publint has nothing to say", async () => {
  assert.match(await printed(tool("publint"), [folder, "--strict"]), /All good/);
});

test("types resolve wherever modules do", async () => {
  await inScratch(async (scratch) => {
    const [{ filename }] = JSON.parse(await printed("npm", ["pack", "--json", "--pack-destination", scratch], folder));
    await printed(tool("attw"), [join(scratch, filename), "--profile", "esm-only"]);
  });
});

test("a portal in strict TypeScript compiles, and what is wrong in it does not", async () => {
  await inScratch(async (scratch) => {
    await mkdir(join(scratch, "node_modules/@types"), { recursive: true });
    await symlink(folder, join(scratch, "node_modules/compose-helper"));
    for (const name of ["react", "csstype", "@types/react"]) {
      await symlink(join(here, "node_modules", name), join(scratch, "node_modules", name)).catch(() => {});
    }
    await cp(join(here, "consumer"), scratch, { recursive: true });
    const options = {
      strict: true, noEmit: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, verbatimModuleSyntax: true,
      preserveSymlinks: true, module: "nodenext", target: "es2022", lib: ["es2022", "dom", "dom.iterable"], jsx: "react-jsx", types: [],
    };
    await writeFile(join(scratch, "package.json"), '{ "type": "module" }');
    await writeFile(join(scratch, "tsconfig.json"), JSON.stringify({ compilerOptions: options, files: ["portal.tsx"] }));
    await printed(tool("tsc"), ["--project", scratch]);
  });
});

test("a server that renders React gives the tag as it stands", async () => {
  await inScratch(async (scratch) => {
    await mkdir(join(scratch, "node_modules"));
    await cp(folder, join(scratch, "node_modules/compose-helper"), { recursive: true });
    for (const name of ["react", "react-dom"]) await symlink(join(here, "node_modules", name), join(scratch, "node_modules", name));
    await writeFile(
      join(scratch, "render.mjs"),
      `import { createElement } from "react";
       import { renderToString } from "react-dom/server";
       import { ComposeHelper } from "compose-helper/react";
       console.log(renderToString(createElement(ComposeHelper, { htmlFor: "message", mode: "block", silent: true, onVerdict() {} })));`,
    );
    const html = await printed("node", ["render.mjs"], scratch);
    assert.equal(html.trim(), '<compose-helper for="message" mode="block" silent=""></compose-helper>');
  });
});
