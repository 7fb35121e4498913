// The module at work for all elements of a page: started once, each language fetched once. Must not know elements.

import { languages } from "../engine/assets.js";
import { coded, ComposeError } from "../engine/errors.js";
import { fetchFile } from "../engine/index.js";
import { startModule } from "../engine/module.js";

let opened;

/** The desk; what failed is tried again at the next call. The first caller's base holds for the module. */
export function openDesk(base) {
  opened ??= open(base).catch((thrown) => {
    opened = undefined;
    throw coded(thrown, "wasm-refused");
  });
  return opened;
}

async function open(base) {
  if (typeof WebAssembly !== "object") throw new ComposeError("wasm-refused", "this browser runs no WebAssembly");
  const exports = await startModule(() => fetchFile("module", base));
  return new Desk(exports);
}

class Desk {
  #exports;
  #office;
  #coming = new Map();
  #idle = [];
  /** Languages whose rules could not be had, and why. */
  missing = new Map();
  /** Set once the module has trapped; nothing may be asked of it any more. */
  crashed = null;

  constructor(exports) {
    this.#exports = exports;
    this.#office = new exports.Office();
  }

  /**
   * A panel in a place of its own, which the caller puts into its page. Panels that were given back are lent again: what paints them
   * listens for as long as the page lives, so there are never more of them than elements at one time.
   * @param {(name: string, value: any) => void} owner hears what the seller wants
   */
  lend(owner) {
    const lent = this.#idle.pop() ?? this.ask(() => this.#newPanel());
    lent.owner = owner;
    return lent;
  }

  /** Takes a panel back, emptied. */
  giveBack(lent) {
    lent.owner = null;
    lent.place.remove();
    if (this.crashed) return;
    this.ask(() => lent.panel.show({}, {}, "waiting", "free").free());
    this.#idle.push(lent);
  }

  #newPanel() {
    const place = document.createElement("div");
    place.className = "place";
    const lent = { place, panel: null, owner: null };
    lent.panel = new this.#exports.Panel(place, this.#office, (name, value) => lent.owner?.(name, value));
    return lent;
  }

  language(draft, context) {
    return this.ask(() => this.#office.language(draft, context));
  }

  reads(lang) {
    return this.ask(() => this.#office.reads(lang));
  }

  /** Fetches a language's rules, once; never rejects, see `missing`. */
  learn(lang, base) {
    if (!languages.includes(lang)) {
      this.missing.set(lang, new ComposeError("unknown-language", `there are no rules for \`${lang}\``));
      return Promise.resolve();
    }
    const coming = this.#coming.get(lang) ?? this.#fetch(lang, base);
    this.#coming.set(lang, coming);
    return coming;
  }

  async #fetch(lang, base) {
    try {
      const bytes = await fetchFile(lang, base);
      this.ask(() => this.#office.learn(lang, bytes));
      this.missing.delete(lang);
    } catch (thrown) {
      this.missing.set(lang, coded(thrown, "asset-missing"));
      this.#coming.delete(lang);
    }
  }

  /** Asks the module, unless it has trapped. */
  ask(question) {
    if (this.crashed) throw this.crashed;
    try {
      return question();
    } catch (thrown) {
      const error = coded(thrown, "internal");
      if (error.code === "crashed") this.crashed = error;
      throw error;
    }
  }
}

