// The marketplace as the portal meets it: takes messages, delivers or blocks them by the delivery table, and sends notices back.

import { preference } from "./orders.mjs";

/** Hands over what was accepted and not yet handed over, one by one. */
export class Relay {
  #engine;
  #journal;
  #working = null;

  constructor(engine, journal) {
    this.#engine = engine;
    this.#journal = journal;
  }

  /** Works until nothing waits; a call while it works is no second one. */
  wake() {
    this.#working ??= this.#work().finally(() => (this.#working = null));
    return this.#working;
  }

  async #work() {
    for (let message = this.#journal.waiting(); message; message = this.#journal.waiting()) {
      await this.#journal.write({ type: "relayed", key: message.key, ...this.#fate(message) });
    }
  }

  #fate(message) {
    const context = { ...message.context, buyer: preference(message.orderId) };
    const [delivery] = this.#engine.check({ subject: message.subject, body: message.body }, context).deliveries;
    return { outcome: delivery.outcome, notice: delivery.outcome === "blocked" ? (delivery.notice?.subject ?? null) : null };
  }
}
