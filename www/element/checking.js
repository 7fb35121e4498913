// What the fields hold now, asked of the module and painted: stage, review, marks. Must not know when it is asked, nor what is sent.

import { coded } from "../engine/errors.js";
import { saved } from "./saved.js";
import { isSame } from "./text.js";
import { words } from "./words.js";

export class Checking {
  #settings;
  #control;
  #events;
  #message;
  #frame;
  #fields;
  #sending;
  #guard;
  #desk = null;
  #lent = null;
  #lang = "";
  /** The draft that was last asked about on purpose. */
  #asked = null;
  #draft = { subject: "", body: "" };
  #review = null;

  constructor({ settings, control, events, message, frame, fields, sending, guard }) {
    this.#settings = settings;
    this.#control = control;
    this.#events = events;
    this.#message = message;
    this.#frame = frame;
    this.#fields = fields;
    this.#sending = sending;
    this.#guard = guard;
  }

  get desk() {
    return this.#desk;
  }

  /** The draft as it was last read. */
  get draft() {
    return this.#draft;
  }

  /** What the module last said of it; null where it said nothing. */
  get review() {
    return this.#review;
  }

  /** The draft's language, if its rules have not come yet. */
  get awaited() {
    return this.#desk && this.#lang && !this.#desk.reads(this.#lang) ? this.#lang : "";
  }

  /** From now on there is a module to ask, and a panel. */
  start(desk, lent) {
    this.#desk = desk;
    this.#lent = lent;
    this.#frame.place.replaceChildren(lent.place);
  }

  /** Nothing is read or painted any more; the panel goes back. */
  end() {
    const [desk, lent] = [this.#desk, this.#lent];
    this.#fields = null;
    this.#desk = null;
    this.#lent = null;
    this.#review = null;
    if (lent) desk.giveBack(lent);
  }

  /** What was said before holds no longer. */
  withdraw() {
    this.#control.release();
    this.#review = null;
    this.#frame.place.replaceChildren();
    this.#fields?.paint(this.#draft, new Uint32Array());
    this.#note();
  }

  /** Checks what the fields hold now, paints and tells; gives the review. */
  run(cause) {
    if (!this.#fields) return null;
    this.#fields.refresh();
    const draft = this.#fields.read();
    if (!isSame(draft, this.#draft)) this.#sending.changed();
    this.#draft = draft;
    this.#carry(draft);
    if (!this.#lent || (this.#control.state === "degraded" && this.#desk.crashed)) {
      this.#note();
      return null;
    }
    const context = this.#sound(draft);
    const stage = this.#stage(draft, context, cause);
    const shown = this.#show(draft, context, stage);
    this.#review = shown.review;
    this.#fields.paint(draft, this.#settings.isSilent ? new Uint32Array() : shown.marks);
    this.#note();
    this.#events.changes(this.#review);
    return this.#review;
  }

  /** How the draft is held with this review. */
  holdOf(review) {
    const mode = this.#control.state === "degraded" ? "inform" : this.#settings.mode;
    return this.#sending.of(review, mode, this.#draft, this.#settings.isSilent);
  }

  #note() {
    this.#frame.note(this.#control.state, this.#settings.isOff);
  }

  #carry(draft) {
    const { name } = this.#settings;
    if (this.#message.isOwn && name) this.#control.carry(name, draft, saved(this.#message, this.#settings));
    else this.#control.carryNothing();
  }

  /** The context, or what is left of it where it holds what nobody knows. */
  #sound(draft) {
    const context = this.#settings.context();
    try {
      this.#lang = this.#desk.language(draft, context);
      this.#events.mended();
    } catch (thrown) {
      const error = coded(thrown, "invalid-context");
      if (error.code === "crashed") throw error;
      this.#events.failOnce(error);
      this.#lang = this.#desk.language(draft, {});
      return { lang: this.#lang };
    }
    return { ...context, lang: this.#lang };
  }

  #stage(draft, context, cause) {
    const isMissing = !this.#fields.link("body") && !this.#fields.link("subject");
    if (isMissing) return "missing";
    if (this.#settings.isOff || (draft.subject.trim() === "" && draft.body.trim() === "")) return "blank";
    if (cause === "asked") this.#asked = draft;
    if (this.#settings.check === "send" && !isSame(this.#asked, draft)) return "blank";
    if (this.#desk.reads(context.lang)) return "ready";
    if (this.#desk.missing.has(context.lang)) return "no-rules";
    this.#desk.learn(context.lang, this.#settings.base).then(() => this.#guard(() => this.run()));
    return "waiting";
  }

  #show(draft, context, stage) {
    const isJudged = stage === "ready" || stage === "no-rules";
    let shown = this.#ask(draft, context, stage, "free");
    const review = isJudged ? shown.review : null;
    const { hold } = this.holdOf(review);
    if (hold !== "free" && this.#sending.tried) shown = this.#ask(draft, context, stage, hold);
    if (hold === "free") this.#control.release();
    else this.#control.hold(words.hold, this.#frame.place);
    if (stage === "no-rules") this.#events.degradedIn(context.lang, this.#desk.missing.get(context.lang));
    return { review, marks: isJudged ? shown.marks : new Uint32Array() };
  }

  #ask(draft, context, stage, hold) {
    return this.#desk.ask(() => {
      const shown = this.#lent.panel.show(draft, context, stage, hold);
      const { review, marks } = shown;
      shown.free();
      return { review, marks };
    });
  }
}
