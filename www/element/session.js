// An element at work, from its coming into a page to its going: what it listens to, when it loads and checks. Must not hold any policy.

import { coded } from "../engine/errors.js";
import { Checking } from "./checking.js";
import { openDesk } from "./desk.js";
import { makeFix } from "./fixing.js";
import { Frame } from "./frame.js";
import { Gates } from "./gates.js";
import { Sending } from "./sending.js";

/** How long a pause ends typing, in milliseconds, with `check="idle"`. */
const pause = 400;

export class Session {
  #host;
  #settings;
  #control;
  #events;
  #message;
  #fields;
  #frame;
  #checking;
  #gates;
  #sending = new Sending();
  #stop = new AbortController();
  #timer = 0;

  constructor({ host, root, settings, control, events, message }) {
    this.#host = host;
    this.#settings = settings;
    this.#control = control;
    this.#events = events;
    this.#message = message;
    this.#frame = new Frame(root);
    this.#fields = message.open(() => this.changed());
    const shared = { settings, control, events, message, frame: this.#frame, fields: this.#fields, sending: this.#sending };
    const guard = (work) => this.guard(work);
    this.#checking = new Checking({ ...shared, guard });
    this.#gates = new Gates({ ...shared, guard, checking: this.#checking });
  }

  get review() {
    return this.#checking.review;
  }

  begin() {
    this.#message.layOut();
    this.offer();
    const { signal } = this.#stop;
    const root = this.#host.getRootNode();
    const observer = new MutationObserver(() => this.guard(() => this.#fields.refresh() && this.run()));
    observer.observe(root, { childList: true, subtree: true, attributes: true, attributeFilter: ["id", "contenteditable"] });
    signal.addEventListener("abort", () => observer.disconnect());
    this.#gates.open(this.#host, root, signal);
    root.addEventListener("focusin", (event) => this.guard(() => this.#focused(event)), { signal });
    this.#host.addEventListener("click", (event) => event.composedPath()[0] === this.#host && this.#host.focus(), { signal });
    this.#await(signal);
    this.run();
  }

  end() {
    this.#stop.abort();
    clearTimeout(this.#timer);
    this.#message.close();
    this.#control.release();
    this.#frame.remove();
    this.#events.forget();
    this.#control.state = "idle";
    this.#checking.end();
  }

  /** Nothing thrown in here reaches the host. */
  guard(work) {
    return this.#events.guard(work, (error) => this.#degrade(error));
  }

  /** Shows the host's own actions. */
  offer() {
    this.#frame.offer(this.#settings.given.actions, (id) => this.#events.tell("compose-action", { id }));
  }

  run(cause) {
    return this.#checking.run(cause);
  }

  /** A text may have changed. */
  changed() {
    if (this.#settings.loading === "focus") this.load();
    if (this.#settings.check !== "idle") return void this.guard(() => this.run());
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.guard(() => this.run()), pause);
  }

  /** The review of what the fields hold now; its language is waited for. */
  async answer() {
    const review = this.guard(() => this.run("asked")) ?? null;
    const lang = this.#checking.awaited;
    if (review || !lang) return review;
    await this.#checking.desk.learn(lang, this.#settings.base);
    return this.guard(() => this.run("asked")) ?? null;
  }

  fix(id) {
    return makeFix(id, { fields: this.#fields, checking: this.#checking, events: this.#events });
  }

  mayGo(form, submitter) {
    return this.#gates.mayGo(form, submitter);
  }

  /** The form was reset: nothing that was said about sending holds. */
  reset() {
    this.#sending.forget();
  }

  /** What was cut off may be there now. */
  async loadAgain() {
    if (this.#control.state === "degraded" && !this.#checking.desk) this.#setState("idle");
    await this.load();
  }

  async load() {
    const { signal } = this.#stop;
    if (this.#checking.desk || signal.aborted || this.#control.state === "degraded") return;
    this.#setState("loading");
    this.run();
    try {
      const desk = await openDesk(this.#settings.base);
      const { lang = document.documentElement.lang.slice(0, 2) } = this.#settings.context();
      // The usual language comes along, so that the first keystroke asks for nothing.
      await desk.learn(/^(ar|de|es|fr|it|ja|nl|pl|pt|sv|tr)$/.test(lang) ? lang : "en", this.#settings.base);
      if (signal.aborted || this.#checking.desk) return;
      this.#checking.start(desk, desk.lend((name, value) => this.guard(() => this.#wish(name, value))));
      this.#setState("ready");
      this.run();
      this.#events.tell("compose-ready", { version: this.review?.version ?? "" });
    } catch (thrown) {
      if (!signal.aborted) this.#degrade(coded(thrown, "wasm-refused"));
    }
  }

  /** Loads when the time has come. */
  #await(signal) {
    const { loading } = this.#settings;
    if (loading === "eager") return void this.load();
    if (loading === "focus" || typeof IntersectionObserver !== "function") return;
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      this.load();
    });
    observer.observe(this.#settings.isSilent ? (this.#host.parentElement ?? this.#host) : this.#host);
    signal.addEventListener("abort", () => observer.disconnect());
  }

  #focused(event) {
    if (this.#settings.loading !== "focus") return;
    const path = event.composedPath();
    if (path.includes(this.#host) || ["subject", "body"].some((name) => path.includes(this.#fields.link(name)?.element))) this.load();
  }

  /** What the seller wants of the panel. */
  #wish(name, value) {
    if (name === "fix") this.fix(value);
    if (name === "pick") this.#fields.link(value[0])?.select(value[1], value[2]);
    if (name === "override") this.#gates.override(value);
  }

  #degrade(error) {
    this.#setState("degraded");
    this.#checking.withdraw();
    this.#events.degraded(error);
  }

  #setState(state) {
    this.#control.state = state;
    this.#frame.mark(state);
  }
}
