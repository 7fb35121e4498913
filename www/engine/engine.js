// The engine as an object: plain objects in and out, offsets in UTF-16 units, errors with codes. Must not know where its files come from.

import { languages } from "./assets.js";
import { coded, ComposeError } from "./errors.js";

/** An engine with the languages it was loaded with. One engine serves any number of drafts. */
export class Engine {
  #checker;
  #broken = null;

  /** Use `load`. */
  constructor(checker) {
    this.#checker = checker;
  }

  /** Languages it reads. */
  get languages() {
    return this.#ask((checker) => checker.languages());
  }

  /**
   * Reviews a draft.
   * @param {{ subject?: string, body?: string }} draft
   * @param {object} [context]
   */
  check(draft, context) {
    return this.#ask((checker) => checker.check(draft ?? {}, context));
  }

  /** The same as a JSON string, byte for byte the same on every host. */
  checkJson(draft, context) {
    return this.#ask((checker) => checker.checkJson(draft ?? {}, context));
  }

  /** Tells which of the marketplace's notices a text is. */
  decode(text) {
    return this.#ask((checker) => checker.decode(String(text)));
  }

  /** A rule or policy row in words, by its id; null for one that is not known. */
  explain(id) {
    return this.#ask((checker) => checker.explain(String(id)) ?? null);
  }

  /** Company packs are checked by the command line; this build of the module leaves their reader out. */
  lintPack() {
    throw new ComposeError("unsupported", "this build reads no company packs; use `compose-helper packs lint` on the command line");
  }

  /** Takes in the bytes of a language's file. */
  addLanguage(bytes) {
    this.#ask((checker) => checker.addLanguage(bytes));
  }

  /** Gives its memory back. An engine that was closed answers nothing any more. */
  close() {
    if (this.#checker && !this.#broken) this.#checker.free();
    this.#checker = null;
  }

  #ask(question) {
    if (this.#broken) throw this.#broken;
    if (!this.#checker) throw new ComposeError("closed", "this engine was closed");
    try {
      return question(this.#checker);
    } catch (thrown) {
      const error = coded(thrown, "internal");
      if (error.code === "crashed") this.#broken = error;
      throw error;
    }
  }
}

/**
 * Puts an engine together.
 * @param {{ langs?: Iterable<string>, base?: string | URL }} options
 * @param {(name: string, base?: string | URL) => Promise<Uint8Array>} read gives the bytes of a file by its name
 * @param {(read: () => Promise<Uint8Array>) => Promise<{ Checker: any }>} start starts the module
 */
export async function assemble({ langs = ["en"], base } = {}, read, start) {
  const wanted = [...langs];
  for (const lang of wanted) {
    if (!languages.includes(lang)) throw new ComposeError("unknown-language", `there are no rules for \`${lang}\``);
  }
  const file = (name) =>
    read(name, base).catch((thrown) => {
      throw coded(thrown, "asset-missing");
    });
  const { Checker } = await start(() => file("module")).catch((thrown) => {
    throw coded(thrown, "wasm-refused");
  });
  const files = await Promise.all(wanted.map(file));
  const engine = new Engine(new Checker());
  for (const bytes of files) engine.addLanguage(bytes);
  return engine;
}
