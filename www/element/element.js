// `<compose-helper>`: attributes, properties, events and methods as the host sees them, handed to the parts that do the work. Must not
// hold any policy. Its class comment is the source of docs/ELEMENT.md and custom-elements.json.

import { ComposeError } from "../engine/errors.js";
import { Control } from "./control.js";
import { Events } from "./events.js";
import { reflect, upgrade } from "./reflect.js";
import { isSaved, saved } from "./saved.js";
import { Session } from "./session.js";
import { attributes, Settings } from "./settings.js";
import { Message } from "./message.js";

// Servers have no elements; importing the class there must be harmless.
const Base = globalThis.HTMLElement ?? class {};

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

  #root = null;
  #settings = new Settings(this);
  #events = new Events(this);
  #control;
  #message;
  /** The element at work; null outside a page. */
  #session = null;

  constructor() {
    super();
    if (this.attachShadow) this.#root = this.attachShadow({ mode: "open" });
    this.#control = new Control((this.#root && this.attachInternals?.()) ?? null);
    this.#message = new Message(this.#settings, this.#root);
  }

  get state() {
    return this.#control.state;
  }

  get review() {
    return this.#session?.review ?? null;
  }

  get form() {
    return this.#control.form;
  }

  get labels() {
    return this.#control.labels;
  }

  get validity() {
    return this.#control.validity;
  }

  get validationMessage() {
    return this.#control.validationMessage;
  }

  get willValidate() {
    return this.#control.willValidate;
  }

  get value() {
    return this.#message.read("body");
  }

  set value(text) {
    this.#write("body", text);
  }

  get subject() {
    return this.#message.read("subject");
  }

  set subject(text) {
    this.#write("subject", text);
  }

  get field() {
    return this.#settings.given.field;
  }

  set field(element) {
    this.#give("field", element ?? null);
  }

  get subjectField() {
    return this.#settings.given.subjectField;
  }

  set subjectField(element) {
    this.#give("subjectField", element ?? null);
  }

  get context() {
    return this.#settings.given.context;
  }

  set context(context) {
    this.#give("context", context ?? null);
  }

  get history() {
    return this.#settings.given.history;
  }

  set history(history) {
    this.#give("history", Array.isArray(history) ? history : []);
  }

  get actions() {
    return this.#settings.given.actions;
  }

  set actions(actions) {
    this.#give("actions", Array.isArray(actions) ? actions : []);
    this.#session?.offer();
  }

  get rules() {
    return this.#settings.given.rules;
  }

  set rules(rules) {
    this.#settings.given.rules = rules ?? null;
    if (rules) this.#events.fail(new ComposeError("unsupported", "this build reads no company packs"));
  }

  connectedCallback() {
    if (this.state === "destroyed" || this.#session || !this.#root) return;
    this.#events.guard(() => {
      upgrade(this, ComposeHelper.prototype);
      const [settings, control, events, message] = [this.#settings, this.#control, this.#events, this.#message];
      this.#session = new Session({ host: this, root: this.#root, settings, control, events, message });
    });
    this.#atWork((session) => session.begin());
  }

  disconnectedCallback() {
    // Whoever moves an element takes it out and puts it back at once.
    queueMicrotask(() => this.isConnected || this.#end());
  }

  attributeChangedCallback(name, before, after) {
    if (before === after) return;
    this.#atWork((session) => {
      if (name === "value") return this.#message.isOwn && this.value === "" && this.#write("body", after ?? "");
      if (name === "for" || name === "subject-for") this.#message.layOut();
      if (name === "loading" && after === "eager") session.load();
      session.run();
    });
  }

  formDisabledCallback(isDisabled) {
    this.#settings.isOff = isDisabled;
    this.#message.disable();
    this.#atWork((session) => session.run());
  }

  formResetCallback() {
    this.#session?.reset();
    this.#message.reset();
    // The host's fields are reset by the same form, before or after.
    setTimeout(() => this.#atWork((session) => session.run()));
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
    if (!this.#session) return null;
    await this.#session.loadAgain();
    return (await this.#session?.answer()) ?? null;
  }

  async applyFix(id) {
    return this.#atWork((session) => session.fix(String(id))) ?? false;
  }

  focus(options) {
    this.#message.focus(options);
  }

  save() {
    return saved(this.#message, this.#settings);
  }

  restore(token) {
    if (!isSaved(token)) {
      this.#events.fail(new ComposeError("invalid-token", "this is not what save() gave"));
      return;
    }
    if ("context" in token) this.context = token.context;
    if (typeof token.body === "string" && this.#message.write("subject", token.subject)) this.#write("body", token.body);
  }

  checkValidity() {
    return this.#control.checkValidity();
  }

  reportValidity() {
    return this.#session?.mayGo(null, null) ?? true;
  }

  destroy() {
    if (this.state === "destroyed") return;
    this.#end();
    this.#control.state = "destroyed";
    this.#message.destroy();
    this.#root?.replaceChildren();
    this.#settings.forget();
  }

  /** Does something with the session, if there is one; nothing thrown reaches the host. */
  #atWork(work) {
    const session = this.#session;
    return session?.guard(() => work(session));
  }

  #end() {
    this.#atWork((session) => {
      this.#session = null;
      session.end();
    });
  }

  #give(name, value) {
    this.#settings.given[name] = value;
    this.#atWork((session) => {
      this.#message.layOut();
      session.run();
    });
  }

  #write(name, text) {
    if (this.#message.write(name, text)) this.#atWork((session) => session.changed());
  }
}

reflect(ComposeHelper.prototype);

/** Defines the element under a name; where the name is taken, the first one stays. Does nothing without a page. */
export function define(tag = "compose-helper") {
  const registry = globalThis.customElements;
  if (registry && !registry.get(tag)) registry.define(tag, tag === "compose-helper" ? ComposeHelper : class extends ComposeHelper {});
}
