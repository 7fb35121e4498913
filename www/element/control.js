// The element as its form and style sheets know it: value, validity, states. Must not know why a message is held.

export class Control {
  #internals;
  #state = "idle";

  /** @param {ElementInternals | null} internals null where the browser gives none */
  constructor(internals) {
    this.#internals = internals;
  }

  get state() {
    return this.#state;
  }

  set state(state) {
    const states = this.#internals?.states;
    try {
      states?.delete(this.#state);
      states?.add(state);
    } catch {}
    this.#state = state;
  }

  get form() {
    return this.#internals?.form ?? null;
  }

  get labels() {
    return this.#internals?.labels ?? [];
  }

  get validity() {
    return this.#internals?.validity;
  }

  get validationMessage() {
    return this.#internals?.validationMessage ?? "";
  }

  get willValidate() {
    return this.#internals?.willValidate ?? false;
  }

  checkValidity() {
    return this.#internals?.checkValidity() ?? true;
  }

  /** The message is held: the form is not valid. The browser points at `anchor`. */
  hold(why, anchor) {
    this.#internals?.setValidity?.({ customError: true }, why, anchor);
  }

  release() {
    this.#internals?.setValidity?.({});
  }

  /** What goes with the form under this name, and what the browser keeps to restore it. */
  carry(name, draft, token) {
    if (!this.#internals?.setFormValue) return;
    const data = new FormData();
    data.append(`${name}-subject`, draft.subject);
    data.append(name, draft.body);
    this.#internals.setFormValue(data, JSON.stringify(token));
  }

  /** Nothing goes with the form. */
  carryNothing() {
    this.#internals?.setFormValue?.(null);
  }
}
