// Writes `integrity.json`: the subresource-integrity sum of each file of the package that a page loads. Must not change those files.

import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

const folder = process.argv[2];
const names = (await readdir(folder, { recursive: true })).map((name) => name.replaceAll("\\", "/")).sort();
const sums = {};
for (const name of names.filter((name) => /\.(js|wasm|bin)$/.test(name))) {
  sums[name] = `sha384-${createHash("sha384").update(await readFile(join(folder, name))).digest("base64")}`;
}
await writeFile(join(folder, "integrity.json"), `${JSON.stringify(sums, null, 2)}\n`);
