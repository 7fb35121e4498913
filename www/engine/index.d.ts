import type { Review, Buyer, Channel, Edition } from "./review.js";

export type * from "./review.js";

/** What a seller wants to send. */
export interface DraftText {
  subject?: string;
  body?: string;
}

/** Where and how it is to be sent; all of it is optional. A name that is not known is an error. */
export interface Context {
  edition?: Edition;
  buyer?: Buyer;
  channel?: Channel;
  /** Contact reason, topic or operation name. */
  contactReason?: string;
  /** Without it, the subject decides. */
  thread?: "new" | "new_after_contact" | "reply";
  program?: "handmade" | "custom";
  /** Such as `US` or `DE`. */
  marketplace?: string;
  /** BCP 47 language of the draft; without it, the engine finds out. */
  lang?: string;
  /** BCP 47 language that the seller reads. */
  uiLang?: string;
  orderId?: string;
}

export interface SourceText {
  key: string;
  urls: string[];
  date: string;
}

/** A policy row with its sources. */
export interface RowText {
  id: string;
  title: string;
  confidence: "C2" | "C1" | "INF" | "OPEN";
  since: string | null;
  advice: string | null;
  sources: SourceText[];
}

export interface RuleText {
  id: string;
  lang: string;
  severity: "high" | "medium" | "low" | "hint" | "info";
  what: string;
  why: string;
  do: string;
  rows: RowText[];
}

export type Explained = ({ kind: "rule" } & RuleText) | ({ kind: "row" } & RowText);

/** What an error is about; each stands in docs/EMBEDDING.md. */
export type ErrorCode =
  | "asset-missing"
  | "closed"
  | "crashed"
  | "field-locked"
  | "fix-refused"
  | "internal"
  | "invalid-context"
  | "invalid-draft"
  | "invalid-pack"
  | "invalid-token"
  | "no-place"
  | "text-changed"
  | "unknown-fix"
  | "unknown-language"
  | "unsupported"
  | "wasm-refused";

/** An error with a stable code. */
export class ComposeError extends Error {
  readonly code: ErrorCode;
  constructor(code: ErrorCode, message: string, options?: { cause?: unknown });
}

/** An engine with the languages it was loaded with. */
export interface Engine {
  /** Languages it reads. */
  readonly languages: string[];
  /** Reviews a draft. Throws a `ComposeError`: `invalid-draft` or `invalid-context`. */
  check(draft: DraftText, context?: Context | null): Review;
  /** The same as a JSON string, byte for byte the same on every host. */
  checkJson(draft: DraftText, context?: Context | null): string;
  /** Tells which of the marketplace's notices a text is. */
  decode(text: string): Record<string, unknown>;
  /** A rule or policy row in words, by its id. */
  explain(ruleOrRow: string): Explained | null;
  /** Throws `unsupported`: this build leaves the reader of company packs out. */
  lintPack(text: string): never;
  /** Takes in the bytes of a language's file. */
  addLanguage(bytes: Uint8Array): void;
  /** Gives its memory back. */
  close(): void;
}

export interface LoadOptions {
  /** Languages to read; default: English. */
  langs?: Iterable<string>;
  /** Folder that holds the package's folders `wasm` and `packs`; default: where the package lies. */
  base?: string | URL;
}

/** Loads the module once and the languages asked for. Rejects with a `ComposeError`. */
export function load(options?: LoadOptions): Promise<Engine>;

/** Every language there are rules for. */
export const languages: readonly string[];

/** How far a host goes before a message is sent. */
export type Mode = "inform" | "prompt" | "justify" | "block";
export const modes: readonly Mode[];

/** What speaks against sending. */
export function objections(review: Review): { grave: string[]; doubtful: string[] };

/** How a message is held in a mode; the element asks the same. */
export function gate(review: Review | null | undefined, mode: Mode): { hold: "free" | "prompt" | "justify" | "block"; reasons: string[] };
