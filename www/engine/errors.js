// The errors that callers of the package meet. Must not know who throws them.

/** An error with a stable `code`; what each code means stands in docs/EMBEDDING.md. */
export class ComposeError extends Error {
  /**
   * @param {string} code
   * @param {string} message
   * @param {{ cause?: unknown }} [options]
   */
  constructor(code, message, options) {
    super(message, options);
    this.name = "ComposeError";
    this.code = code;
  }
}

/**
 * Anything thrown, as an error with a code.
 * @param {unknown} thrown
 * @param {string} code for what has none of its own
 */
export function coded(thrown, code) {
  if (thrown instanceof ComposeError) return thrown;
  // A trap leaves the module in a state nobody can vouch for.
  const trapped = typeof WebAssembly === "object" && thrown instanceof WebAssembly.RuntimeError;
  const own = /** @type {{ code?: unknown, message?: unknown }} */ (thrown ?? {});
  // Codes of other programs, such as the system's, are written otherwise.
  const isOurs = typeof own.code === "string" && /^[a-z]+(-[a-z]+)*$/.test(own.code);
  const name = trapped ? "crashed" : isOurs ? own.code : code;
  return new ComposeError(name, String(own.message ?? thrown), { cause: thrown });
}
