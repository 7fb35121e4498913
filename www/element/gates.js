// The ways by which a message leaves through a form, and what is done there: asked, held, let go. Must not know how it is judged.

import { repair } from "./fixing.js";

export class Gates {
  #control;
  #events;
  #message;
  #frame;
  #sending;
  #checking;
  #guard;
  #pressed = null;

  constructor({ control, events, message, frame, sending, checking, guard }) {
    this.#control = control;
    this.#events = events;
    this.#message = message;
    this.#frame = frame;
    this.#sending = sending;
    this.#checking = checking;
    this.#guard = guard;
  }

  /** Stands at the forms of a document or shadow root, and at the element's own validity. */
  open(host, root, signal) {
    root.addEventListener("click", (event) => this.#guard(() => this.#click(event)), { capture: true, signal });
    root.addEventListener("submit", (event) => this.#guard(() => this.#submit(event)), { capture: true, signal });
    host.addEventListener("invalid", (event) => this.#guard(() => this.#invalid(event)), { signal });
  }

  /** Whether the message may be sent now; if not, the panel says why. */
  mayGo(form, submitter) {
    const review = this.#guard(() => this.#checking.run("asked")) ?? null;
    const { hold, would, reasons } = this.#checking.holdOf(review);
    const detail = { decision: hold === "free" ? "send" : hold, would, reasons, review, repair: repair(review, this.#frame) };
    const isKept = !this.#events.tell("compose-before-send", detail, true);
    if (hold === "free" && !isKept) return true;
    if (hold === "free") this.#frame.showRepair();
    else this.#hold(isKept ? null : { form, submitter });
    return false;
  }

  /** The seller sends the held message as it is. */
  override(reason) {
    const { reasons } = this.#checking.holdOf(this.#checking.review);
    this.#sending.allow(this.#checking.draft);
    this.#events.tell("compose-override", { reason, ruleIds: reasons });
    this.#checking.run("asked");
    this.#sending.resume();
  }

  #owns(form) {
    const isAround = (name) => form === this.#message.link(name)?.element.form;
    return form && (form === this.#control.form || isAround("body") || isAround("subject"));
  }

  /** A press on a button that submits: the browser asks for validity in the same breath. */
  #click(event) {
    const button = event.composedPath().find((node) => node instanceof HTMLButtonElement || node instanceof HTMLInputElement);
    if (!button || !/^(submit|image)$/.test(button.type) || !this.#owns(button.form)) return;
    // What a script wrote just now counts too.
    this.#checking.run("asked");
    this.#pressed = { form: button.form, submitter: button };
    setTimeout(() => (this.#pressed = null));
  }

  #invalid(event) {
    event.preventDefault();
    const pressed = this.#pressed;
    const { form } = this.#control;
    if (pressed) this.mayGo(pressed.form, pressed.submitter);
    else this.#hold(form && { form, submitter: null });
  }

  #submit(event) {
    if (!this.#owns(event.target)) return;
    if (this.mayGo(event.target, event.submitter)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  #hold(waiting) {
    this.#checking.run("asked");
    this.#sending.tried = true;
    this.#sending.waiting = waiting;
    this.#checking.run("asked");
    this.#frame.showRepair();
  }
}
