// `compose-helper/engine` for browsers and workers: files come by fetch. Must not touch the page.

import { address, languages } from "./assets.js";
import { assemble } from "./engine.js";
import { ComposeError } from "./errors.js";
import { startModule } from "./module.js";

export { ComposeError, languages };
export { gate, modes, objections } from "./gate.js";

/** Loads the module once and the languages asked for. */
export function load(options) {
  return assemble(options, fetchFile, startModule);
}

/** The bytes of one of the package's files. */
export async function fetchFile(name, base) {
  const url = address(name, base);
  const response = await fetch(url);
  if (!response.ok) throw new ComposeError("asset-missing", `${url.href}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
