// What the host has set, by attributes and by properties, and the context that both give. Must not know texts or verdicts.

import { modes } from "../engine/gate.js";

/** Attributes that the element listens to. */
export const attributes = [
  "edition", "lang", "ui-lang", "marketplace", "buyer", "channel", "contact-reason", "thread", "order-id", "mode", "check", "theme",
  "loading", "asset-base", "for", "subject-for", "silent", "value",
];
/** Attributes that say where the message goes, with their names in a context. */
const contextual = {
  edition: "edition", lang: "lang", "ui-lang": "uiLang", marketplace: "marketplace", buyer: "buyer", channel: "channel",
  "contact-reason": "contactReason", thread: "thread", "order-id": "orderId",
};

export class Settings {
  #host;
  /** What came by properties. */
  given = nothing();
  /** Whether the element, or a fieldset around it, is disabled. */
  isOff = false;

  constructor(host) {
    this.#host = host;
  }

  /** Where the package's files lie; undefined beside its scripts. */
  get base() {
    return this.#host.getAttribute("asset-base") ?? undefined;
  }

  get isSilent() {
    return this.#host.hasAttribute("silent");
  }

  get loading() {
    return this.#host.getAttribute("loading");
  }

  /** When it is checked. */
  get check() {
    return this.#host.getAttribute("check");
  }

  get mode() {
    const mode = this.#host.getAttribute("mode") ?? "inform";
    return this.isOff || !modes.includes(mode) ? "inform" : mode;
  }

  /** Name under which the composer's message goes with its form. */
  get name() {
    return this.#host.getAttribute("name");
  }

  /** First text of the composer's message. */
  get first() {
    return this.#host.getAttribute("value") ?? "";
  }

  /** Whether no field of the host is named. */
  get isComposer() {
    const { field, subjectField } = this.given;
    return !this.#host.hasAttribute("for") && !this.#host.hasAttribute("subject-for") && !field && !subjectField;
  }

  /** The host's field for a part of the draft, if it is there. */
  find(name) {
    const [given, id] =
      name === "body"
        ? [this.given.field, this.#host.getAttribute("for")]
        : [this.given.subjectField, this.#host.getAttribute("subject-for")];
    return given ?? (id ? this.#host.getRootNode().getElementById?.(id) : null);
  }

  context() {
    const context = {};
    for (const [name, key] of Object.entries(contextual)) {
      const value = this.#host.getAttribute(name);
      if (value) context[key] = /^(buyer|channel|thread)$/.test(key) ? value.replaceAll("-", "_") : value;
    }
    if (!context.thread && this.given.history.some((message) => message?.from === "buyer")) context.thread = "new_after_contact";
    return { ...context, ...this.given.context };
  }

  /** Lets go of what came by properties. */
  forget() {
    this.given = nothing();
  }
}

function nothing() {
  return { field: null, subjectField: null, context: null, actions: [], history: [], rules: null };
}
