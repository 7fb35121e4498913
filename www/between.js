// What the site's two modules leave for each other while it is open, and the loading of the second one, once it is needed.
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
