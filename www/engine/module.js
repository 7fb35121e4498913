// The one wasm module of the package, started once. Must not know where its bytes come from.

let started;

/**
 * The module's exports. What failed is tried again at the next call.
 * @param {() => Promise<BufferSource>} read
 */
export function startModule(read) {
  started ??= start(read).catch((error) => {
    started = undefined;
    throw error;
  });
  return started;
}

async function start(read) {
  const [exports, bytes] = await Promise.all([import("../wasm/compose_helper.js"), read()]);
  // Compiled apart from the script, so that a refusal by the host's policy is met here and nowhere else.
  await exports.default({ module_or_path: await WebAssembly.compile(bytes) });
  return exports;
}
