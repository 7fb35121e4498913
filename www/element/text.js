// Plain text: comparing drafts, applying edits, the one replacement between two texts. Must not know fields.

/**
 * The smallest single replacement that turns `before` into `after`, never through the middle of a surrogate pair; null if they are equal.
 * @param {string} before
 * @param {string} after
 */
export function replacement(before, after) {
  if (before === after) return null;
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head += 1;
  if (head > 0 && isHigh(before.charCodeAt(head - 1))) head -= 1;
  let tail = 0;
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  if (tail > 0 && isLow(before.charCodeAt(before.length - tail))) tail -= 1;
  return { start: head, end: before.length - tail, text: after.slice(head, after.length - tail) };
}

/** Where a caret that stood at `at` stands after the replacement. */
export function caretAfter({ start, end, text }, at) {
  if (at < start || (at === start && end > start)) return at;
  return at >= end ? at - (end - start) + text.length : start + text.length;
}

/**
 * A draft after the edits of a fix.
 * @param {{ subject: string, body: string }} draft
 * @param {{ field: "subject" | "body", span: { start: number, end: number }, text: string }[]} edits
 */
export function applied(draft, edits) {
  const after = { ...draft };
  const inOrder = [...edits].sort((a, b) => b.span.start - a.span.start || b.span.end - a.span.end);
  for (const { field, span, text } of inOrder) {
    after[field] = after[field].slice(0, span.start) + text + after[field].slice(span.end);
  }
  return after;
}

/** Whether two drafts say the same. */
export function isSame(one, other) {
  return one?.subject === other?.subject && one?.body === other?.body;
}

function isHigh(unit) {
  return unit >= 0xd800 && unit < 0xdc00;
}

function isLow(unit) {
  return unit >= 0xdc00 && unit < 0xe000;
}
