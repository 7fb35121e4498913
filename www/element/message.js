// The seller's message, wherever it stands: in the element's own fields or in the host's. Must not know what is checked.

import { composer } from "./composer.js";
import { Fields } from "./fields.js";

export class Message {
  #settings;
  #root;
  #own = null;
  #fields = null;

  /**
   * @param {import("./settings.js").Settings} settings
   * @param {ShadowRoot} root where own fields and layers with marks go
   */
  constructor(settings, root) {
    this.#settings = settings;
    this.#root = root;
  }

  /** Whether the fields are the element's own. */
  get isOwn() {
    return this.#own !== null;
  }

  read(name) {
    return this.#own ? this.#own[name].value : (this.link(name)?.read() ?? "");
  }

  /** Writes into an own field; says whether there is one. */
  write(name, text) {
    if (!this.#own) return false;
    this.#own[name].value = String(text ?? "");
    return true;
  }

  /** The link to a field, or undefined. */
  link(name) {
    return this.#fields?.link(name);
  }

  focus(options) {
    const link = this.link("body") ?? this.link("subject");
    link?.element.focus(options);
  }

  /** Begins to follow the fields; `changed` is told when a text may have changed. */
  open(changed) {
    this.#fields = new Fields((name) => (this.#own ? this.#own[name] : this.#settings.find(name)), this.#root, changed);
    return this.#fields;
  }

  close() {
    this.#fields?.destroy();
    this.#fields = null;
  }

  /** Own fields, or none. */
  layOut() {
    const { isComposer } = this.#settings;
    if (isComposer && !this.#own) {
      this.#own = composer();
      this.#own.body.value = this.#settings.first;
      this.#root.prepend(this.#own.box);
    } else if (!isComposer && this.#own) {
      this.#own.box.remove();
      this.#own = null;
    }
    this.disable();
    this.#fields?.refresh();
  }

  /** Own fields are disabled when the element is. */
  disable() {
    for (const field of [this.#own?.subject, this.#own?.body]) if (field) field.disabled = this.#settings.isOff;
  }

  /** Own fields as they were at first; the host's are reset by the same form. */
  reset() {
    this.write("subject", "");
    this.write("body", this.#settings.first);
  }

  /** Takes own fields away for good. */
  destroy() {
    this.#own?.box.remove();
    this.#own = null;
  }
}
