// What the host hears: events, each change told once, and errors in place of exceptions. Must not know how a review comes about.

import { coded } from "../engine/errors.js";

export class Events {
  #host;
  #told = nothing();

  constructor(host) {
    this.#host = host;
  }

  /** Tells the host; says whether it let things go on. */
  tell(type, detail, cancelable = false) {
    return this.#host.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable }));
  }

  /** What was asked for cannot be done. */
  fail(error) {
    this.tell("compose-error", { code: error.code, message: error.message });
    return false;
  }

  /** The same, unless it was told last time too. */
  failOnce(error) {
    if (this.#told.error !== error.message) this.fail(error);
    this.#told.error = error.message;
  }

  /** What `failOnce` told holds no longer. */
  mended() {
    this.#told.error = "";
  }

  /** Something cannot be checked. */
  degraded(error) {
    this.tell("compose-degraded", { code: error.code, message: error.message });
  }

  /** A language cannot be checked. */
  degradedIn(lang, error) {
    if (!error || this.#told.degraded === lang) return;
    this.#told.degraded = lang;
    this.degraded(error);
  }

  /** Whatever differs from the review that was told last. */
  changes(review) {
    const lead = review?.deliveries[0];
    const verdict = review ? [review.verdict, review.confidence, lead?.outcome, lead?.ifOptedOut].join(" ") : "";
    if (verdict !== this.#told.verdict) {
      this.#told.verdict = verdict;
      this.tell("compose-verdict", { review, verdict: review?.verdict ?? null });
    }
    const findings = review?.findings ?? [];
    const ids = findings.map((finding) => finding.id).join(" ");
    if (ids !== this.#told.findings) {
      this.#told.findings = ids;
      this.tell("compose-finding", { findings });
    }
  }

  /** Everything is new to the host again. */
  forget() {
    this.#told = nothing();
  }

  /**
   * Nothing thrown in here reaches the host.
   * @template T
   * @param {() => T} work
   * @param {(error: import("../engine/errors.js").ComposeError) => void} [crashed] hears when the module has trapped
   * @returns {T | undefined}
   */
  guard(work, crashed = (error) => this.fail(error)) {
    try {
      return work();
    } catch (thrown) {
      const error = coded(thrown, "internal");
      if (error.code === "crashed") crashed(error);
      else this.fail(error);
      return undefined;
    }
  }
}

function nothing() {
  return { verdict: "", findings: "", error: "", degraded: "" };
}
