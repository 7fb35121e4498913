// Fixes: which one helps, and making one in the fields if they still hold the text it is for. Must not know who asks for it.

import { ComposeError } from "../engine/errors.js";
import { applied, isSame, replacement } from "./text.js";

/** Makes the fix with this id; says whether the fields hold its result. */
export function makeFix(id, { fields, checking, events }) {
  const draft = fields.read();
  const fix = checking.review?.fixes.find((one) => one.id === id);
  if (!fix) return events.fail(new ComposeError("unknown-fix", `there is no fix \`${id}\` for this text`));
  if (!isSame(draft, checking.draft)) {
    checking.run();
    return events.fail(new ComposeError("text-changed", "the text has changed since it was checked"));
  }
  const after = applied(draft, fix.edits);
  for (const name of ["subject", "body"]) {
    const change = replacement(draft[name], after[name]);
    if (!change) continue;
    const link = fields.link(name);
    if (!link || link.locked) return events.fail(new ComposeError("field-locked", `the ${name} cannot be written`));
    if (!link.write(change)) return events.fail(new ComposeError("fix-refused", `the ${name} did not take the change`));
  }
  events.tell("compose-fix", { id, kind: fix.kind, before: draft, after, rest: fix.rest ?? null });
  checking.run();
  return true;
}

/** The fix that helps a held message most, with the control that makes it; null where there is none. */
export function repair(review, frame) {
  const finding = review?.findings.find((one) => one.fixes.length > 0);
  const id = finding?.fixes[0] ?? review?.fixes[0]?.id;
  const fix = review?.fixes.find((one) => one.id === id);
  if (!fix) return null;
  return {
    fix: fix.id,
    title: fix.title,
    get control() {
      return frame.control(fix.id);
    },
  };
}
