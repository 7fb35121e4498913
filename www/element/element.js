// `<compose-helper>`: attributes, properties, events and methods around the fields, the module's panel and the host's form. Must not
// hold any policy. Its class comment is the source of docs/ELEMENT.md and custom-elements.json.

import { coded, ComposeError } from "../engine/errors.js";
import { modes } from "../engine/gate.js";
import { composer } from "./composer.js";
import { openDesk } from "./desk.js";
import { Fields } from "./fields.js";
import { Sending } from "./sending.js";
import { css } from "./sheet.js";
import { applied, replacement } from "./text.js";
import { words } from "./words.js";

// Servers have no elements; importing the class there must be harmless.
const Base = globalThis.HTMLElement ?? class {};

const attributes = [
  "edition", "lang", "ui-lang", "marketplace", "buyer", "channel", "contact-reason", "thread", "order-id", "mode", "check", "theme",
  "loading", "asset-base", "for", "subject-for", "silent", "value",
];
/** Attributes that say where the message goes, with their names in a context. */
const contextual = {
  edition: "edition", lang: "lang", "ui-lang": "uiLang", marketplace: "marketplace", buyer: "buyer", channel: "channel",
  "contact-reason": "contactReason", thread: "thread", "order-id": "orderId",
};
/** How long a pause ends typing, in milliseconds, with `check="idle"`. */
const pause = 400;

let sheet;

/**
 * Checks a message to a marketplace buyer while it is written: beside the host's own field (`for`), or as a composer of its own.
 * It never wraps, covers or rewrites a host's field; it writes only when the seller clicks a fix.
 *
 * @tag compose-helper
 *
 * @attr {string} for - Id of the field to check: a textarea, an input, or a contenteditable, in the same document or shadow root. Without it, and without the property `field`, the element is a composer with its own fields.
 * @attr {string} subject-for - Id of the field that holds the subject.
 * @attr {"optout-2017-05"|"optout-2025-04"} edition - The rule that leads; every review answers for both. Default: `optout-2017-05`.
 * @attr {string} lang - BCP 47 language of the message. Without it, the one the text is written in.
 * @attr {string} ui-lang - BCP 47 language that the seller reads. Default: English.
 * @attr {string} marketplace - Marketplace code, such as `US` or `DE`.
 * @attr {"opted_in"|"opted_out"|"unknown"} buyer - What is known of the buyer. Default: `unknown`.
 * @attr {"email"|"contact_buyer"|"api"|"reply"} channel - The way of sending. Default: `email`.
 * @attr {string} contact-reason - Contact reason or message type, as the seller sees it or the interface calls it.
 * @attr {"new"|"new_after_contact"|"reply"} thread - How the message stands to earlier ones. Without it, the subject decides.
 * @attr {string} order-id - Order ID.
 * @attr {"inform"|"prompt"|"justify"|"block"} mode - How far it goes before a message that would not arrive or breaks a grave rule is sent: say so, ask, ask for a reason, refuse. What is only doubtful is asked about at most. Default: `inform`.
 * @attr {"live"|"idle"|"send"} check - When it checks: at every keystroke, after a pause, or only before sending. Default: `live`.
 * @attr {"auto"|"light"|"dark"} theme - Colours: as the page's `color-scheme`, or one of the two. Default: `auto`.
 * @attr {"visible"|"focus"|"eager"} loading - When the module is loaded: when the element comes into sight, when a field gets the focus, or at once. Default: `visible`.
 * @attr {string} asset-base - Folder that holds the package's folders `wasm` and `packs`, where they do not lie beside its scripts.
 * @attr {boolean} silent - Shows nothing and holds nothing; events tell what it would have said.
 * @attr {string} value - First text of the composer's message.
 * @attr {string} name - Name under which a composer's message goes with its form; the subject goes with `-subject` behind it.
 * @attr {boolean} disabled - Checks nothing and holds nothing.
 *
 * @prop {Element|null} field - The field to check, in place of `for`.
 * @prop {Element|null} subjectField - The field that holds the subject, in place of `subject-for`.
 * @prop {object|null} context - Context values; they go before attributes.
 * @prop {{id: string, label: string}[]} actions - What the host offers instead of sending, as buttons under the panel.
 * @prop {{from: "buyer"|"seller"}[]} history - Earlier messages of the order. If the buyer wrote and `thread` is not given, the message counts as a new one after contact.
 * @prop {object|null} rules - Company packs. This build cannot read them and reports `unsupported`.
 * @prop {object|null} review - The last review, read only.
 * @prop {string} state - `idle`, `loading`, `ready`, `degraded` or `destroyed`, read only; also as CSS `:state(…)`.
 * @prop {string} value - The message; it can be set where the element is a composer.
 * @prop {string} subject - The subject; it can be set where the element is a composer.
 *
 * @event {CustomEvent<{version: string}>} compose-ready - The module is there.
 * @event {CustomEvent<{review: Review|null, verdict: string|null}>} compose-verdict - The verdict, how sure it is, or who receives the message has changed.
 * @event {CustomEvent<{findings: Finding[]}>} compose-finding - The list of findings has changed.
 * @event {CustomEvent<{id: string, kind: string, before: Draft, after: Draft, rest: Draft|null}>} compose-fix - A fix was made; `rest` is what a split took out.
 * @event {CustomEvent<{reason: string, ruleIds: string[]}>} compose-override - The seller sends a held message as it is.
 * @event {CustomEvent<BeforeSend>} compose-before-send - The message is about to be sent; cancelable. `decision` is `send`, or how it is held; `repair` names the fix that helps and its control.
 * @event {CustomEvent<{id: string}>} compose-action - One of the host's `actions` was chosen.
 * @event {CustomEvent<{code: string, message: string}>} compose-degraded - Something cannot be checked; the host's form goes on.
 * @event {CustomEvent<{code: string, message: string}>} compose-error - Something that was asked for cannot be done.
 *
 * @method {Promise<Review|null>} check() - Checks now, loading what is needed.
 * @method {Promise<boolean>} applyFix(id) - Makes the fix with this id; says whether the fields hold its result.
 * @method {void} focus() - Puts the caret into the message.
 * @method {object} save() - The state as plain, versioned JSON.
 * @method {void} restore(token) - Takes back what `save` gave. A host's own fields are not written.
 * @method {boolean} checkValidity() - As every form control: whether the message may be sent.
 * @method {boolean} reportValidity() - The same, and shows what holds it.
 * @method {void} destroy() - Takes everything away for good.
 *
 * @csspart panel - The panel.
 * @csspart verdict - Its head: verdict, why, the words that decide.
 * @csspart gate - What is said while a message is held.
 * @csspart findings - Findings with their fixes.
 * @csspart delivery - Who receives it.
 * @csspart actions - The host's own actions.
 * @csspart notice - What is said where nothing can be checked.
 * @csspart composer - The element's own form.
 * @csspart field - Each of its fields.
 *
 * @cssprop [--compose-font=system-ui] - Family of the text.
 * @cssprop [--compose-size=medium] - Size of the text; everything follows it. The default is the reader's own, whatever the page makes of `rem`.
 * @cssprop [--compose-paper] - Background.
 * @cssprop [--compose-inset] - Background of boxes within.
 * @cssprop [--compose-ink] - Text.
 * @cssprop [--compose-quiet] - Text that stands back.
 * @cssprop [--compose-line] - Lines.
 * @cssprop [--compose-accent] - Buttons, links and focus.
 * @cssprop [--compose-needed] - What the order needs.
 * @cssprop [--compose-spoils] - What it does not.
 * @cssprop [--compose-breach] - What breaks a rule.
 * @cssprop [--compose-style] - Style and hints.
 * @cssprop [--compose-radius=10px] - Corners.
 * @cssprop [--compose-layer=1] - The layer (`z-index`) of marks over textareas.
 */
export class ComposeHelper extends Base {
  static formAssociated = true;
  static observedAttributes = attributes;

  #internals = null;
  #root = null;
  #place = null;
  #notice = null;
  #actionRow = null;
  #own = null;
  #fields = null;
  #sending = new Sending();
  #desk = null;
  #lent = null;
  #stop = null;
  #timer = 0;
  #state = "idle";
  #review = null;
  #draft = { subject: "", body: "" };
  /** The draft that was last asked about on purpose. */
  #asked = null;
  #told = { verdict: "", findings: "", error: "", degraded: "" };
  #given = { field: null, subjectField: null, context: null, actions: [], history: [], rules: null };
  #isOff = false;
  #pressed = null;

  constructor() {
    super();
    if (!this.attachShadow) return;
    this.#root = this.attachShadow({ mode: "open" });
    this.#internals = this.attachInternals?.() ?? null;
  }

  get state() {
    return this.#state;
  }

  get review() {
    return this.#review;
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

  get value() {
    return this.#own ? this.#own.body.value : (this.#fields?.link("body")?.read() ?? "");
  }

  set value(text) {
    this.#write("body", text);
  }

  get subject() {
    return this.#own ? this.#own.subject.value : (this.#fields?.link("subject")?.read() ?? "");
  }

  set subject(text) {
    this.#write("subject", text);
  }

  get field() {
    return this.#given.field;
  }

  set field(element) {
    this.#give("field", element ?? null);
  }

  get subjectField() {
    return this.#given.subjectField;
  }

  set subjectField(element) {
    this.#give("subjectField", element ?? null);
  }

  get context() {
    return this.#given.context;
  }

  set context(context) {
    this.#give("context", context ?? null);
  }

  get history() {
    return this.#given.history;
  }

  set history(history) {
    this.#give("history", Array.isArray(history) ? history : []);
  }

  get actions() {
    return this.#given.actions;
  }

  set actions(actions) {
    this.#give("actions", Array.isArray(actions) ? actions : []);
    this.#paintActions();
  }

  get rules() {
    return this.#given.rules;
  }

  set rules(rules) {
    this.#given.rules = rules ?? null;
    if (rules) this.#fail(new ComposeError("unsupported", "this build reads no company packs"));
  }

  connectedCallback() {
    this.#guard(() => {
      if (this.#state === "destroyed" || this.#stop || !this.#root) return;
      this.#adopt();
      this.#upgrade();
      this.#begin();
    });
  }

  disconnectedCallback() {
    // Whoever moves an element takes it out and puts it back at once.
    queueMicrotask(() => this.isConnected || this.#guard(() => this.#end()));
  }

  attributeChangedCallback(name, before, after) {
    if (before === after || !this.#stop) return;
    this.#guard(() => {
      if (name === "value") return this.#own?.body.value === "" && this.#write("body", after ?? "");
      if (name === "for" || name === "subject-for") this.#layOut();
      if (name === "loading" && after === "eager") this.#load();
      this.#run();
    });
  }

  formDisabledCallback(isDisabled) {
    this.#isOff = isDisabled;
    this.#guard(() => {
      for (const field of [this.#own?.subject, this.#own?.body]) if (field) field.disabled = isDisabled;
      this.#run();
    });
  }

  formResetCallback() {
    this.#sending = new Sending();
    // The host's fields are reset by the same form, before or after.
    this.#guard(() => {
      if (this.#own) {
        this.#own.subject.value = "";
        this.#own.body.value = this.getAttribute("value") ?? "";
      }
    });
    setTimeout(() => this.#guard(() => this.#run()));
  }

  formStateRestoreCallback(token) {
    try {
      this.restore(JSON.parse(token));
    } catch {}
  }

  /** The method; set to a text it is the attribute, as frameworks that prefer properties do. */
  get check() {
    return () => this.#checkNow();
  }

  set check(value) {
    if (value === null || value === undefined) this.removeAttribute("check");
    else this.setAttribute("check", String(value));
  }

  async #checkNow() {
    if (!this.#stop) return null;
    // What was cut off may be there now.
    if (this.#state === "degraded" && !this.#desk) this.#setState("idle");
    await this.#load();
    let review = this.#guard(() => this.#run("asked")) ?? null;
    const lang = this.#awaited;
    if (!review && lang && this.#desk) {
      await this.#desk.learn(lang, this.#base);
      review = this.#guard(() => this.#run("asked")) ?? null;
    }
    return review;
  }

  async applyFix(id) {
    return this.#guard(() => this.#apply(String(id))) ?? false;
  }

  focus(options) {
    const link = this.#fields?.link("body") ?? this.#fields?.link("subject");
    link?.element.focus(options);
  }

  save() {
    const own = this.#own ? { subject: this.subject, body: this.value } : {};
    return { version: 1, ...own, context: this.#given.context };
  }

  restore(token) {
    if (token?.version !== 1) {
      this.#fail(new ComposeError("invalid-token", "this is not what save() gave"));
      return;
    }
    if ("context" in token) this.context = token.context;
    if (this.#own && typeof token.body === "string") {
      this.#own.subject.value = String(token.subject ?? "");
      this.#write("body", token.body);
    }
  }

  checkValidity() {
    return this.#internals?.checkValidity() ?? true;
  }

  reportValidity() {
    if (this.#state === "destroyed" || !this.#stop) return true;
    return this.#mayGo(null, null);
  }

  destroy() {
    if (this.#state === "destroyed") return;
    this.#guard(() => this.#end());
    this.#setState("destroyed");
    this.#root?.replaceChildren();
    this.#own = null;
    this.#given = { field: null, subjectField: null, context: null, actions: [], history: [], rules: null };
  }

  // Beginning and end

  /** Properties that were set before the element was defined. */
  #upgrade() {
    for (const name of Object.keys(this)) {
      if (!(name in ComposeHelper.prototype)) continue;
      const value = this[name];
      delete this[name];
      this[name] = value;
    }
  }

  #adopt() {
    if (this.#root.adoptedStyleSheets.length > 0) return;
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
    }
    this.#root.adoptedStyleSheets = [sheet];
  }

  #begin() {
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    this.#place = document.createElement("div");
    this.#notice = document.createElement("p");
    this.#notice.className = "notice";
    this.#notice.setAttribute("part", "notice");
    this.#notice.setAttribute("role", "status");
    this.#actionRow = document.createElement("div");
    this.#actionRow.className = "actions";
    this.#actionRow.setAttribute("part", "actions");
    this.#root.append(this.#place, this.#notice, this.#actionRow);
    this.#fields = new Fields((name) => this.#find(name), this.#root, () => this.#changed());
    this.#layOut();
    this.#paintActions();
    const root = this.getRootNode();
    const observer = new MutationObserver(() => this.#guard(() => this.#refresh()));
    observer.observe(root, { childList: true, subtree: true, attributes: true, attributeFilter: ["id", "contenteditable"] });
    signal.addEventListener("abort", () => observer.disconnect());
    root.addEventListener("click", (event) => this.#guard(() => this.#click(event)), { capture: true, signal });
    root.addEventListener("submit", (event) => this.#guard(() => this.#submit(event)), { capture: true, signal });
    root.addEventListener("focusin", (event) => this.#guard(() => this.#focused(event)), { signal });
    this.addEventListener("invalid", (event) => this.#guard(() => this.#invalid(event)), { signal });
    this.addEventListener("click", (event) => event.composedPath()[0] === this && this.focus(), { signal });
    this.#await(signal);
    this.#run();
  }

  #end() {
    this.#stop?.abort();
    this.#stop = null;
    clearTimeout(this.#timer);
    this.#fields?.destroy();
    this.#fields = null;
    if (this.#lent) this.#desk.giveBack(this.#lent);
    this.#lent = null;
    this.#desk = null;
    this.#setValidity("free");
    for (const part of [this.#place, this.#notice, this.#actionRow]) part?.remove();
    this.#review = null;
    this.#asked = null;
    this.#pressed = null;
    this.#sending = new Sending();
    this.#told = { verdict: "", findings: "", error: "", degraded: "" };
    if (this.#state !== "destroyed") this.#setState("idle");
  }

  /** Loads when the time has come. */
  #await(signal) {
    const loading = this.getAttribute("loading");
    if (loading === "eager") return void this.#load();
    if (loading === "focus" || typeof IntersectionObserver !== "function") return;
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      this.#load();
    });
    observer.observe(this.hasAttribute("silent") ? (this.parentElement ?? this) : this);
    signal.addEventListener("abort", () => observer.disconnect());
  }

  async #load() {
    if (this.#desk || this.#state === "degraded" || this.#state === "destroyed") return;
    const stop = this.#stop;
    this.#setState("loading");
    this.#run();
    try {
      const desk = await openDesk(this.#base);
      const { lang = document.documentElement.lang.slice(0, 2) } = this.#contextOf();
      // The usual language comes along, so that the first keystroke asks for nothing.
      await desk.learn(/^(ar|de|es|fr|it|ja|nl|pl|pt|sv|tr)$/.test(lang) ? lang : "en", this.#base);
      if (this.#stop !== stop || !stop || this.#desk) return;
      this.#desk = desk;
      this.#lent = desk.lend((name, value) => this.#guard(() => this.#wish(name, value)));
      this.#place.replaceChildren(this.#lent.place);
      this.#setState("ready");
      this.#run();
      this.#tell("compose-ready", { version: this.#review?.version ?? "" });
    } catch (thrown) {
      if (this.#stop === stop) this.#degrade(coded(thrown, "wasm-refused"));
    }
  }

  // Fields

  get #base() {
    return this.getAttribute("asset-base") ?? undefined;
  }

  get #isComposer() {
    return !this.hasAttribute("for") && !this.hasAttribute("subject-for") && !this.#given.field && !this.#given.subjectField;
  }

  /** Own fields, or none. */
  #layOut() {
    if (this.#isComposer && !this.#own) {
      this.#own = composer();
      this.#own.body.value = this.getAttribute("value") ?? "";
      this.#root.prepend(this.#own.box);
    } else if (!this.#isComposer && this.#own) {
      this.#own.box.remove();
      this.#own = null;
    }
    for (const field of [this.#own?.subject, this.#own?.body]) if (field) field.disabled = this.#isOff;
    this.#fields?.refresh();
  }

  #find(name) {
    if (this.#own) return this.#own[name];
    const [given, id] =
      name === "body" ? [this.#given.field, this.getAttribute("for")] : [this.#given.subjectField, this.getAttribute("subject-for")];
    return given ?? (id ? this.getRootNode().getElementById?.(id) : null);
  }

  #refresh() {
    if (this.#fields?.refresh()) this.#run();
  }

  #give(name, value) {
    this.#given[name] = value;
    if (!this.#stop) return;
    this.#guard(() => {
      this.#layOut();
      this.#run();
    });
  }

  #write(name, text) {
    if (!this.#own) return;
    this.#own[name].value = String(text ?? "");
    this.#guard(() => this.#changed());
  }

  // Checking

  get #awaited() {
    return this.#desk && this.#draftLang && !this.#desk.reads(this.#draftLang) ? this.#draftLang : "";
  }
  #draftLang = "";

  #changed() {
    if (!this.#stop) return;
    if (this.getAttribute("loading") === "focus") this.#load();
    if (this.getAttribute("check") !== "idle") return void this.#guard(() => this.#run());
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#guard(() => this.#run()), pause);
  }

  #contextOf() {
    const context = {};
    for (const [name, key] of Object.entries(contextual)) {
      const value = this.getAttribute(name);
      if (value) context[key] = /^(buyer|channel|thread)$/.test(key) ? value.replaceAll("-", "_") : value;
    }
    if (!context.thread && this.#given.history.some((message) => message?.from === "buyer")) context.thread = "new_after_contact";
    return { ...context, ...this.#given.context };
  }

  /** Checks what the fields hold now, paints and tells; gives the review. */
  #run(cause) {
    if (!this.#fields) return null;
    this.#fields.refresh();
    const draft = this.#fields.read();
    if (!isSame(draft, this.#draft)) this.#sending.changed();
    this.#draft = draft;
    this.#setFormValue(draft);
    if (!this.#lent || this.#state === "degraded" && this.#desk?.crashed) {
      this.#paintNotice();
      return null;
    }
    const context = this.#sound(draft);
    const stage = this.#stage(draft, context, cause);
    const shown = this.#show(draft, context, stage);
    this.#review = shown.review;
    this.#fields.paint(draft, this.hasAttribute("silent") ? new Uint32Array() : shown.marks);
    this.#paintNotice();
    this.#tellChanges();
    return this.#review;
  }

  /** The context, or what is left of it where it holds what nobody knows. */
  #sound(draft) {
    const context = this.#contextOf();
    try {
      this.#draftLang = this.#desk.language(draft, context);
      this.#told.error = "";
    } catch (thrown) {
      const error = coded(thrown, "invalid-context");
      if (error.code === "crashed") throw error;
      if (this.#told.error !== error.message) this.#fail(error);
      this.#told.error = error.message;
      this.#draftLang = this.#desk.language(draft, {});
      return { lang: this.#draftLang };
    }
    return { ...context, lang: this.#draftLang };
  }

  #stage(draft, context, cause) {
    const isMissing = !this.#fields.link("body") && !this.#fields.link("subject");
    if (isMissing) return "missing";
    if (this.#isOff || (draft.subject.trim() === "" && draft.body.trim() === "")) return "blank";
    if (cause === "asked") this.#asked = draft;
    if (this.getAttribute("check") === "send" && !isSame(this.#asked, draft)) return "blank";
    if (this.#desk.reads(context.lang)) return "ready";
    if (this.#desk.missing.has(context.lang)) return "no-rules";
    this.#desk.learn(context.lang, this.#base).then(() => this.#guard(() => this.#run()));
    return "waiting";
  }

  #show(draft, context, stage) {
    const isJudged = stage === "ready" || stage === "no-rules";
    let shown = this.#ask(draft, context, stage, "free");
    const review = isJudged ? shown.review : null;
    const { hold } = this.#holdOf(review, draft);
    if (hold !== "free" && this.#sending.tried) shown = this.#ask(draft, context, stage, hold);
    this.#setValidity(hold);
    if (stage === "no-rules") this.#degradeLanguage(context.lang);
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

  get #mode() {
    const mode = this.getAttribute("mode") ?? "inform";
    return this.#isOff || this.#state === "degraded" || !modes.includes(mode) ? "inform" : mode;
  }

  #holdOf(review, draft) {
    return this.#sending.of(review, this.#mode, draft, this.hasAttribute("silent"));
  }

  // Fixing

  #apply(id) {
    if (!this.#fields) return false;
    const draft = this.#fields.read();
    const fix = this.#review?.fixes.find((one) => one.id === id);
    if (!fix) return this.#fail(new ComposeError("unknown-fix", `there is no fix \`${id}\` for this text`));
    if (!isSame(draft, this.#draft)) {
      this.#run();
      return this.#fail(new ComposeError("text-changed", "the text has changed since it was checked"));
    }
    const after = applied(draft, fix.edits);
    for (const name of ["subject", "body"]) {
      const change = replacement(draft[name], after[name]);
      if (!change) continue;
      const link = this.#fields.link(name);
      if (!link || link.locked) return this.#fail(new ComposeError("field-locked", `the ${name} cannot be written`));
      if (!link.write(change)) return this.#fail(new ComposeError("fix-refused", `the ${name} did not take the change`));
    }
    this.#tell("compose-fix", { id, kind: fix.kind, before: draft, after, rest: fix.rest ?? null });
    this.#run();
    return true;
  }

  /** What the seller wants of the panel. */
  #wish(name, value) {
    if (name === "fix") this.#apply(value);
    if (name === "pick") this.#fields.link(value[0])?.select(value[1], value[2]);
    if (name === "override") {
      const { reasons } = this.#holdOf(this.#review, this.#draft);
      this.#sending.allow(this.#draft);
      this.#tell("compose-override", { reason: value, ruleIds: reasons });
      this.#run("asked");
      this.#sending.resume();
    }
  }

  // Sending

  #owns(form) {
    return form && (form === this.form || form === this.#fields?.link("body")?.element.form || form === this.#fields?.link("subject")?.element.form);
  }

  /** A press on a button that submits: the browser asks for validity in the same breath. */
  #click(event) {
    const button = event.composedPath().find((node) => node instanceof HTMLButtonElement || node instanceof HTMLInputElement);
    if (!button || !/^(submit|image)$/.test(button.type) || !this.#owns(button.form)) return;
    // What a script wrote just now counts too.
    this.#run("asked");
    this.#pressed = { form: button.form, submitter: button };
    setTimeout(() => (this.#pressed = null));
  }

  #invalid(event) {
    event.preventDefault();
    const pressed = this.#pressed;
    if (pressed) this.#mayGo(pressed.form, pressed.submitter);
    else this.#hold(this.form && { form: this.form, submitter: null });
  }

  #submit(event) {
    if (!this.#owns(event.target)) return;
    if (this.#mayGo(event.target, event.submitter)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  /** Whether the message may be sent now; if not, the panel says why. */
  #mayGo(form, submitter) {
    const review = this.#guard(() => this.#run("asked")) ?? null;
    const { hold, would, reasons } = this.#holdOf(review, this.#draft);
    const repair = this.#repair(review);
    const detail = { decision: hold === "free" ? "send" : hold, would, reasons, review, repair };
    const isKept = !this.#tell("compose-before-send", detail, true);
    if (hold === "free" && !isKept) return true;
    if (hold === "free") this.#showRepair();
    else this.#hold(isKept ? null : { form, submitter });
    return false;
  }

  #hold(waiting) {
    this.#run("asked");
    this.#sending.tried = true;
    this.#sending.waiting = waiting;
    this.#run("asked");
    this.#showRepair();
  }

  /** The fix that helps most, with the control that makes it. */
  #repair(review) {
    const finding = review?.findings.find((one) => one.fixes.length > 0);
    const id = finding?.fixes[0] ?? review?.fixes[0]?.id;
    const fix = review?.fixes.find((one) => one.id === id);
    if (!fix) return null;
    const root = this.#root;
    return {
      fix: fix.id,
      title: fix.title,
      get control() {
        return [...root.querySelectorAll("[data-fix]")].find((button) => button.dataset.fix === fix.id) ?? null;
      },
    };
  }

  #showRepair() {
    // The panel is painted after this.
    setTimeout(() => {
      const find = (selector) => this.#root.querySelector(selector);
      const control = find("[data-fix]") ?? find(".gate") ?? find("[data-override]");
      control?.focus({ preventScroll: true });
      (find(".gate") ?? control)?.scrollIntoView({ block: "nearest" });
    });
  }

  // Telling

  #setFormValue(draft) {
    if (!this.#internals?.setFormValue) return;
    const name = this.getAttribute("name");
    if (!this.#own || !name) return this.#internals.setFormValue(null);
    const data = new FormData();
    data.append(`${name}-subject`, draft.subject);
    data.append(name, draft.body);
    this.#internals.setFormValue(data, JSON.stringify(this.save()));
  }

  #setValidity(hold) {
    if (!this.#internals?.setValidity) return;
    if (hold === "free") this.#internals.setValidity({});
    else this.#internals.setValidity({ customError: true }, words.hold, this.#place);
  }

  #tellChanges() {
    const review = this.#review;
    const lead = review?.deliveries[0];
    const verdict = review ? [review.verdict, review.confidence, lead?.outcome, lead?.ifOptedOut].join(" ") : "";
    if (verdict !== this.#told.verdict) {
      this.#told.verdict = verdict;
      this.#tell("compose-verdict", { review, verdict: review?.verdict ?? null });
    }
    const findings = review?.findings ?? [];
    const ids = findings.map((finding) => finding.id).join(" ");
    if (ids !== this.#told.findings) {
      this.#told.findings = ids;
      this.#tell("compose-finding", { findings });
    }
  }

  #tell(type, detail, cancelable = false) {
    return this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable }));
  }

  #fail(error) {
    this.#tell("compose-error", { code: error.code, message: error.message });
    return false;
  }

  #degrade(error) {
    this.#setState("degraded");
    this.#setValidity("free");
    this.#review = null;
    // What was said before holds no longer.
    this.#place?.replaceChildren();
    this.#fields?.paint(this.#draft, new Uint32Array());
    this.#paintNotice();
    this.#tell("compose-degraded", { code: error.code, message: error.message });
  }

  #degradeLanguage(lang) {
    const error = this.#desk.missing.get(lang);
    if (!error || this.#told.degraded === lang) return;
    this.#told.degraded = lang;
    this.#tell("compose-degraded", { code: error.code, message: error.message });
  }

  #setState(state) {
    const states = this.#internals?.states;
    try {
      states?.delete(this.#state);
      states?.add(state);
    } catch {}
    this.#state = state;
    this.#place?.setAttribute("data-state", state);
  }

  #paintNotice() {
    const text = this.#state === "degraded" ? words.degraded : this.#state === "loading" ? words.waiting : "";
    this.#notice.textContent = this.#isOff ? "" : text;
    this.#notice.className = `notice is-${this.#state}`;
  }

  #paintActions() {
    if (!this.#actionRow) return;
    const buttons = this.#given.actions.map(({ id, label }) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = String(label);
      button.addEventListener("click", () => this.#tell("compose-action", { id }));
      return button;
    });
    this.#actionRow.replaceChildren(...buttons);
  }

  #focused(event) {
    if (this.getAttribute("loading") !== "focus") return;
    const path = event.composedPath();
    if (path.includes(this) || ["subject", "body"].some((name) => path.includes(this.#fields?.link(name)?.element))) this.#load();
  }

  /** Nothing thrown in here reaches the host. */
  #guard(work) {
    try {
      return work();
    } catch (thrown) {
      const error = coded(thrown, "internal");
      if (error.code === "crashed") this.#degrade(error);
      else this.#fail(error);
      return undefined;
    }
  }
}

function isSame(one, other) {
  return one?.subject === other?.subject && one?.body === other?.body;
}

/** Defines the element under a name; where the name is taken, the first one stays. Does nothing without a page. */
export function define(tag = "compose-helper") {
  const registry = globalThis.customElements;
  if (registry && !registry.get(tag)) registry.define(tag, tag === "compose-helper" ? ComposeHelper : class extends ComposeHelper {});
}

for (const name of ["edition", "ui-lang", "marketplace", "buyer", "channel", "contact-reason", "thread", "order-id", "mode", "theme", "loading", "asset-base", "subject-for", "name"]) {
  const property = name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
  reflect(property, name);
}
reflect("htmlFor", "for");
for (const name of ["silent", "disabled"]) {
  Object.defineProperty(ComposeHelper.prototype, name, {
    configurable: true,
    enumerable: true,
    get() {
      return this.hasAttribute(name);
    },
    set(value) {
      this.toggleAttribute(name, Boolean(value));
    },
  });
}

function reflect(property, name) {
  Object.defineProperty(ComposeHelper.prototype, property, {
    configurable: true,
    enumerable: true,
    get() {
      return this.getAttribute(name) ?? "";
    },
    set(value) {
      if (value === null || value === undefined || value === "") this.removeAttribute(name);
      else this.setAttribute(name, String(value));
    },
  });
}
