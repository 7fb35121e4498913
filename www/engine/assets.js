// Where the package's own files lie: beside its scripts, or under a base that the host names. Must not load anything.

// Each address is written out, so that bundlers see the files and carry them along.
const beside = {
  module: () => new URL("../wasm/compose_helper_bg.wasm", import.meta.url),
  ar: () => new URL("../packs/ar.bin", import.meta.url),
  de: () => new URL("../packs/de.bin", import.meta.url),
  en: () => new URL("../packs/en.bin", import.meta.url),
  es: () => new URL("../packs/es.bin", import.meta.url),
  fr: () => new URL("../packs/fr.bin", import.meta.url),
  it: () => new URL("../packs/it.bin", import.meta.url),
  ja: () => new URL("../packs/ja.bin", import.meta.url),
  nl: () => new URL("../packs/nl.bin", import.meta.url),
  pl: () => new URL("../packs/pl.bin", import.meta.url),
  pt: () => new URL("../packs/pt.bin", import.meta.url),
  sv: () => new URL("../packs/sv.bin", import.meta.url),
  tr: () => new URL("../packs/tr.bin", import.meta.url),
};

/** Every language there are rules for. */
export const languages = Object.freeze(Object.keys(beside).filter((name) => name !== "module"));

/**
 * The address of the module (`module`) or of a language's file.
 * @param {string} name
 * @param {string | URL} [base] a folder that holds the package's folders `wasm` and `packs`
 */
export function address(name, base) {
  if (!base) return beside[name]();
  const path = name === "module" ? "wasm/compose_helper_bg.wasm" : `packs/${name}.bin`;
  const folder = new URL(String(base), globalThis.document?.baseURI ?? import.meta.url);
  if (!folder.pathname.endsWith("/")) folder.pathname += "/";
  return new URL(path, folder);
}
