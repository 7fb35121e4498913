// The element's own fields, for pages that have none. Must not know what is checked.

import { words } from "./words.js";

/** Subject and message with their labels. */
export function composer() {
  const box = document.createElement("div");
  box.className = "composer";
  box.setAttribute("part", "composer");
  const subject = field("input", "subject", words.subject, words.subjectHint);
  const body = field("textarea", "body", words.body, words.bodyHint);
  body.input.rows = 7;
  box.append(subject.row, body.row);
  return { box, subject: subject.input, body: body.input };
}

function field(tag, name, label, hint) {
  const row = document.createElement("div");
  const input = document.createElement(tag);
  input.id = `own-${name}`;
  input.placeholder = hint;
  input.setAttribute("part", `field ${name}`);
  const title = document.createElement("label");
  title.htmlFor = input.id;
  title.textContent = label;
  row.append(title, input);
  return { row, input };
}
