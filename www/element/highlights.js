// Marks in a contenteditable by the CSS Custom Highlight API: its nodes stay as they are. Browsers without the API show no marks there,
// and the panel still says everything. Must not know why something is marked.

import { kinds } from "./mirror.js";

const prefix = "compose-helper-";
const css = `
::highlight(${prefix}needed) { text-decoration: underline solid 2px light-dark(#0a6657, #62d2b6); }
::highlight(${prefix}spoils) { text-decoration: underline wavy 1.5px light-dark(#875000, #f0b75b); }
::highlight(${prefix}breach) { text-decoration: underline double 1.5px light-dark(#a52a2a, #f6938a); }
::highlight(${prefix}style) { text-decoration: underline dotted 2px light-dark(#57479a, #bcaef3); }
`;
/** Sheets adopted by a document or shadow root, with how many fields in it are marked. */
const adopted = new Map();

export class Highlights {
  #link;
  #root;
  #painted = [];

  constructor(link) {
    this.#link = link;
    this.#root = link.element.getRootNode();
    if (isKnown()) adopt(this.#root);
  }

  paint(_text, marks) {
    this.#clear();
    if (!isKnown()) return;
    for (const { kind, start, end } of marks) {
      const range = this.#link.range(start, end);
      if (!range) continue;
      const name = prefix + kinds[kind];
      if (!CSS.highlights.has(name)) CSS.highlights.set(name, new Highlight());
      const highlight = CSS.highlights.get(name);
      highlight.add(range);
      this.#painted.push([highlight, range]);
    }
  }

  place() {}

  destroy() {
    this.#clear();
    if (isKnown()) release(this.#root);
  }

  #clear() {
    for (const [highlight, range] of this.#painted) highlight.delete(range);
    this.#painted = [];
  }
}

function isKnown() {
  return typeof Highlight === "function" && "highlights" in CSS;
}

function adopt(root) {
  const held = adopted.get(root) ?? { sheet: new CSSStyleSheet(), count: 0 };
  if (held.count === 0) {
    held.sheet.replaceSync(css);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, held.sheet];
  }
  held.count += 1;
  adopted.set(root, held);
}

function release(root) {
  const held = adopted.get(root);
  if (!held || --held.count > 0) return;
  root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => sheet !== held.sheet);
  adopted.delete(root);
}
