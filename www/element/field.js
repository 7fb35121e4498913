// Fields of the host, read and selected alike whatever they are, and written as if somebody typed. Must not know drafts or verdicts.

import { caretAfter } from "./text.js";

/** A link to a field; undefined for what is no field. */
export function linkTo(element) {
  if (element instanceof HTMLTextAreaElement) return new TextLink(element);
  if (element instanceof HTMLInputElement && /^(text|search|url|tel|email|)$/.test(element.type)) return new TextLink(element);
  if (element instanceof HTMLElement && element.isContentEditable) return new RichLink(element);
  return undefined;
}

/** A textarea or an input. */
class TextLink {
  kind = "text";

  constructor(element) {
    this.element = element;
  }

  read() {
    return this.element.value;
  }

  /** Whether it can be written. */
  get locked() {
    return this.element.disabled || this.element.readOnly;
  }

  select(start, end) {
    this.element.focus({ preventScroll: true });
    // An e-mail input knows no selection.
    try {
      this.element.setSelectionRange(start, end);
    } catch {}
    reveal(this.element);
  }

  /** Puts text in place of a stretch, so that the browser's undo takes it back, and keeps the caret. Says whether it is there. */
  write(change) {
    const field = this.element;
    const wanted = field.value.slice(0, change.start) + change.text + field.value.slice(change.end);
    const caret = caretAfter(change, field.selectionEnd ?? wanted.length);
    this.select(change.start, change.end);
    if (!typed(change.text) || field.value !== wanted) {
      // Frameworks that control a field listen for what its native setter does not tell them.
      const prototype = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype;
      if (field.value !== wanted) Object.getOwnPropertyDescriptor(prototype, "value").set.call(field, wanted);
      told(field);
    }
    if (field.value !== wanted) return false;
    try {
      field.setSelectionRange(caret, caret);
    } catch {}
    return true;
  }

  /** Calls `changed` for whatever may have changed the text; gives what ends that. */
  watch(changed) {
    const stop = new AbortController();
    const { signal } = stop;
    for (const type of ["input", "change", "focusin"]) this.element.addEventListener(type, changed, { signal });
    return () => stop.abort();
  }
}

/** A contenteditable. */
class RichLink {
  kind = "rich";

  constructor(element) {
    this.element = element;
  }

  read() {
    return this.#laidOut().text;
  }

  get locked() {
    return !this.element.isContentEditable;
  }

  select(start, end) {
    const range = this.range(start, end);
    if (!range) return;
    this.element.focus({ preventScroll: true });
    const selection = this.element.ownerDocument.getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
    reveal(range.startContainer.parentElement ?? this.element);
  }

  write(change) {
    const before = this.read();
    this.select(change.start, change.end);
    const wanted = before.slice(0, change.start) + change.text + before.slice(change.end);
    if (!typed(change.text)) {
      const range = this.range(change.start, change.end);
      if (!range) return false;
      range.deleteContents();
      if (change.text) range.insertNode(document.createTextNode(change.text));
      told(this.element);
    }
    // An editor may lay lines out in its own way.
    return squeezed(this.read()) === squeezed(wanted);
  }

  watch(changed) {
    const stop = new AbortController();
    this.element.addEventListener("input", changed, { signal: stop.signal });
    const observer = new MutationObserver(changed);
    observer.observe(this.element, { childList: true, characterData: true, subtree: true });
    return () => {
      stop.abort();
      observer.disconnect();
    };
  }

  /** The stretch of the document that holds these units of the text; null where there is none. */
  range(start, end) {
    const { pieces } = this.#laidOut();
    const from = point(pieces, start, false);
    const to = point(pieces, end, true);
    if (!from || !to) return null;
    const range = document.createRange();
    range.setStart(from.node, from.offset);
    range.setEnd(to.node, to.offset);
    return range;
  }

  /** The text as it is seen, with the place of each of its text nodes. */
  #laidOut() {
    const pieces = [];
    let text = "";
    const visit = (node) => {
      for (let child = node.firstChild; child; child = child.nextSibling) {
        if (child.nodeType === Node.TEXT_NODE) {
          pieces.push({ node: child, start: text.length, length: child.data.length });
          text += child.data;
        } else if (child.nodeType === Node.ELEMENT_NODE) {
          // What others put into the field without being part of the text.
          if (child.getAttribute("contenteditable") === "false" || /^(SCRIPT|STYLE)$/.test(child.tagName)) continue;
          if (child.tagName === "BR") {
            text += "\n";
            continue;
          }
          const isBlock = /^(ADDRESS|ARTICLE|BLOCKQUOTE|DIV|DL|FIGURE|H[1-6]|LI|OL|P|PRE|SECTION|TABLE|TR|UL)$/.test(child.tagName);
          if (isBlock && text !== "" && !text.endsWith("\n")) text += "\n";
          visit(child);
          if (isBlock && child.nextSibling && !text.endsWith("\n")) text += "\n";
        }
      }
    };
    visit(this.element);
    return { text, pieces };
  }
}

function point(pieces, at, isEnd) {
  let last = null;
  for (const piece of pieces) {
    const end = piece.start + piece.length;
    if (at >= piece.start && (isEnd ? at <= end : at < end)) return { node: piece.node, offset: at - piece.start };
    if (end <= at) last = { node: piece.node, offset: piece.length };
  }
  return last;
}

/** The browser's own editing command, which its undo takes back. */
function typed(text) {
  try {
    return text === "" ? document.execCommand("delete") : document.execCommand("insertText", false, text);
  } catch {
    return false;
  }
}

function told(element) {
  element.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true, inputType: "insertReplacementText" }));
}

function reveal(element) {
  const { top, bottom } = element.getBoundingClientRect();
  if (bottom < 0 || top > innerHeight) element.scrollIntoView({ block: "center" });
}

function squeezed(text) {
  return text.replace(/\s+/g, " ").trim();
}
