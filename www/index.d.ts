import type { Context, ErrorCode, Mode } from "./engine/index.js";
import type { Draft, Finding, Review } from "./engine/review.js";

export { ComposeError } from "./engine/index.js";
export type { Context, ErrorCode, Mode, Review, Finding, Draft };

/** A host's own way out, as a button under the panel. */
export interface Action {
  id: string;
  label: string;
}

/** An earlier message of the order. */
export interface Earlier {
  from: "buyer" | "seller";
}

export interface BeforeSend {
  /** `send`, or how the message is held. */
  decision: "send" | "prompt" | "justify" | "block";
  /** How it would be held if nobody had got past that. */
  would: "free" | "prompt" | "justify" | "block";
  /** Rules, `misuse` or `blocked`. */
  reasons: string[];
  review: Review | null;
  /** The fix that helps, and its button in the panel once that is painted. */
  repair: { fix: string; title: string; readonly control: HTMLElement | null } | null;
}

export interface Trouble {
  code: ErrorCode;
  message: string;
}

export interface ComposeHelperEventMap {
  "compose-ready": CustomEvent<{ version: string }>;
  "compose-verdict": CustomEvent<{ review: Review | null; verdict: Review["verdict"] | null }>;
  "compose-finding": CustomEvent<{ findings: Finding[] }>;
  "compose-fix": CustomEvent<{ id: string; kind: string; before: Draft; after: Draft; rest: Draft | null }>;
  "compose-override": CustomEvent<{ reason: string; ruleIds: string[] }>;
  "compose-before-send": CustomEvent<BeforeSend>;
  "compose-action": CustomEvent<{ id: string }>;
  "compose-degraded": CustomEvent<Trouble>;
  "compose-error": CustomEvent<Trouble>;
}

/** What `save` gives and `restore` takes. */
export interface Saved {
  version: 1;
  subject?: string;
  body?: string;
  context: Context | null;
}

/** `<compose-helper>`; every attribute, event, part and custom property stands in docs/ELEMENT.md. */
export class ComposeHelper extends HTMLElement {
  static readonly formAssociated: true;
  static readonly observedAttributes: string[];

  edition: string;
  uiLang: string;
  marketplace: string;
  buyer: string;
  channel: string;
  contactReason: string;
  thread: string;
  orderId: string;
  mode: Mode | "";
  theme: "auto" | "light" | "dark" | "";
  loading: "visible" | "focus" | "eager" | "";
  assetBase: string;
  htmlFor: string;
  subjectFor: string;
  name: string;
  silent: boolean;
  disabled: boolean;
  value: string;
  subject: string;
  field: Element | null;
  subjectField: Element | null;
  context: Context | null;
  actions: Action[];
  history: Earlier[];
  rules: object | null;

  readonly review: Review | null;
  readonly state: "idle" | "loading" | "ready" | "degraded" | "destroyed";
  readonly form: HTMLFormElement | null;
  readonly labels: NodeList;
  readonly validity: ValidityState | undefined;
  readonly validationMessage: string;
  readonly willValidate: boolean;

  check(): Promise<Review | null>;
  applyFix(id: string): Promise<boolean>;
  save(): Saved;
  restore(token: Saved): void;
  checkValidity(): boolean;
  reportValidity(): boolean;
  destroy(): void;

  addEventListener<K extends keyof ComposeHelperEventMap>(
    type: K,
    listener: (this: ComposeHelper, event: ComposeHelperEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
}

/** Defines the element; where the name is taken, the first one stays. Does nothing without a page. */
export function define(tag?: string): void;

declare global {
  interface HTMLElementTagNameMap {
    "compose-helper": ComposeHelper;
  }
  interface HTMLElementEventMap extends ComposeHelperEventMap {}
}
