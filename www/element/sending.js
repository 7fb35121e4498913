// Holding a message back: what speaks against it, how one got past that, and the form that waits. Must not know fields or painting.

import { gate } from "../engine/gate.js";

export class Sending {
  #allowed = null;
  /** The form that was held, with the button that was pressed. */
  waiting = null;
  /** Whether the seller has tried to send since the text last changed. */
  tried = false;

  /**
   * What holds this draft: `free` unless the mode and the review say otherwise, or the seller got past it. `would` is what the mode asks
   * for, also where the element is silent.
   */
  of(review, mode, draft, isSilent) {
    const { hold, reasons } = gate(review, mode);
    const isAllowed = hold !== "block" && this.#allowed !== null && this.#allowed === key(draft);
    return { hold: isSilent || isAllowed ? "free" : hold, would: hold, reasons };
  }

  /** The seller sends this draft as it is. */
  allow(draft) {
    this.#allowed = key(draft);
  }

  /** The text is another now: nothing that was said about the old one holds. */
  changed() {
    this.tried = false;
    this.waiting = null;
  }

  /** Nothing was tried and nothing allowed. */
  forget() {
    this.#allowed = null;
    this.changed();
  }

  /** Sends the form that was held. */
  resume() {
    const waiting = this.waiting;
    this.waiting = null;
    this.tried = false;
    if (!waiting?.form?.isConnected) return;
    const { form, submitter } = waiting;
    form.requestSubmit(submitter?.form === form && !submitter.disabled ? submitter : undefined);
  }
}

function key(draft) {
  return JSON.stringify([draft.subject, draft.body]);
}
