// What the site's two modules leave for each other while it is open, files that both read, and the loading of the second module
// once it is needed.
// Must not know what the values mean.

const slots = new Map();

/** Leaves a value in place of the one before. */
export function keep(slot, value) {
  slots.set(slot, value);
}

/** What was left last; undefined for nothing. */
export function kept(slot) {
  return slots.get(slot);
}

const files = new Map();

/** The bytes of a language's file; both modules read it and it is fetched once. What failed is fetched again at the next call. */
export function languageFile(address) {
  if (!files.has(address)) {
    const file = bytes(address);
    file.catch(() => files.delete(address));
    files.set(address, file);
  }
  return files.get(address);
}

async function bytes(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
  return new Uint8Array(await response.arrayBuffer());
}

let pages;

/** Loads and starts the module of the pages beside the composer. What failed is tried again at the next call. */
export function openPages() {
  pages ??= start().catch((error) => {
    pages = undefined;
    throw error;
  });
  return pages;
}

async function start() {
  const { default: init } = await import("./compose-pages.js");
  await init({ module_or_path: new URL("./compose-pages_bg.wasm", import.meta.url) });
}
