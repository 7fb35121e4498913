// Whether a message is held back before it is sent, and how one gets past that. The element and a portal's server ask the same
// question. Must not know forms, fields or requests.

/** How far a host goes, mildest first. */
export const modes = Object.freeze(["inform", "prompt", "justify", "block"]);

/**
 * What speaks against sending: findings by their rules, `misuse` of the critical route, `blocked` where this buyer would not get it.
 * @param {import("./review").Review} review
 * @returns {{ grave: string[], doubtful: string[] }}
 */
export function objections(review) {
  const grave = [];
  const doubtful = [];
  for (const { rule, severity } of review.findings) {
    if (severity === "high" && !grave.includes(rule)) grave.push(rule);
    if (severity === "medium" && !doubtful.includes(rule)) doubtful.push(rule);
  }
  const lead = review.deliveries[0];
  // A verdict that is not sure holds nothing back.
  if (review.confidence !== "unsure" && review.verdict !== "unclear") {
    if (lead?.misuse) grave.push("misuse");
    if (lead?.outcome === "blocked") grave.push("blocked");
  }
  return { grave, doubtful };
}

/**
 * How a message is held in a mode: `free`, or `prompt`, `justify`, `block`. What is only doubtful is asked about and no more.
 * @param {import("./review").Review | null | undefined} review
 * @param {string} mode
 * @returns {{ hold: "free" | "prompt" | "justify" | "block", reasons: string[] }}
 */
export function gate(review, mode) {
  if (!review || mode === "inform" || !modes.includes(mode)) return { hold: "free", reasons: [] };
  const { grave, doubtful } = objections(review);
  const reasons = [...grave, ...doubtful];
  if (grave.length > 0) return { hold: /** @type {any} */ (mode), reasons };
  if (doubtful.length > 0) return { hold: "prompt", reasons };
  return { hold: "free", reasons };
}
