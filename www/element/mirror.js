// Marks over a textarea or an input: a layer of our own that lies over it, holds the same text in the same measure, invisible but for
// the lines under the marked words, and lets every click through. Must not change the field.

const measured = [
  "font-family", "font-size", "font-weight", "font-style", "font-stretch", "font-variant", "font-feature-settings", "font-kerning",
  "line-height", "letter-spacing", "word-spacing", "text-indent", "text-transform", "text-align", "direction", "tab-size",
  "padding-top", "padding-right", "padding-bottom", "padding-left",
  "border-top-width", "border-right-width", "border-bottom-width", "border-left-width",
];

/** Names of the four kinds of marks, as the module numbers them. */
export const kinds = ["style", "needed", "spoils", "breach"];

export class Mirror {
  #box;
  #text;
  #field;
  #stop = new AbortController();
  #observer;
  #frame = 0;
  #at = { left: 0, top: 0, scale: 1 };

  /**
   * @param {Node} root where the layer goes
   * @param {HTMLTextAreaElement | HTMLInputElement} field
   */
  constructor(root, field) {
    this.#field = field;
    this.#box = document.createElement("div");
    this.#box.className = field instanceof HTMLInputElement ? "mirror is-single" : "mirror";
    this.#box.setAttribute("aria-hidden", "true");
    this.#text = document.createElement("div");
    this.#box.append(this.#text);
    root.append(this.#box);
    const soon = () => {
      this.#frame ||= requestAnimationFrame(() => {
        this.#frame = 0;
        this.place();
      });
    };
    const options = { capture: true, passive: true, signal: this.#stop.signal };
    field.addEventListener("scroll", soon, options);
    addEventListener("scroll", soon, options);
    addEventListener("resize", soon, options);
    addEventListener("transitionend", soon, options);
    this.#observer = new ResizeObserver(soon);
    this.#observer.observe(field);
    this.#observer.observe(document.documentElement);
  }

  /** @param {string} text @param {{ kind: number, start: number, end: number }[]} marks in order of the text, none over another */
  paint(text, marks) {
    const nodes = [];
    let at = 0;
    for (const { kind, start, end } of marks) {
      if (start < at || end > text.length) continue;
      nodes.push(text.slice(at, start));
      const mark = document.createElement("span");
      mark.className = `mark is-${kinds[kind]}`;
      mark.textContent = text.slice(start, end);
      nodes.push(mark);
      at = end;
    }
    nodes.push(`${text.slice(at)}\u200b`);
    this.#text.replaceChildren(...nodes);
    this.#box.hidden = marks.length === 0;
    if (!this.#box.hidden) this.place();
  }

  /** Brings the layer to where the field is now. */
  place() {
    const field = this.#field;
    if (this.#box.hidden) return;
    const rect = field.getBoundingClientRect();
    const style = getComputedStyle(field);
    const box = this.#box.style;
    for (const name of measured) box.setProperty(name, style.getPropertyValue(name));
    const edges = parseFloat(style.borderLeftWidth) + parseFloat(style.borderRightWidth);
    const bar = Math.max(0, field.offsetWidth - field.clientWidth - edges);
    const side = style.direction === "rtl" ? "padding-left" : "padding-right";
    if (bar > 0) box.setProperty(side, `${parseFloat(style.getPropertyValue(side)) + bar}px`);
    box.setProperty("width", `${field.offsetWidth}px`);
    box.setProperty("height", `${field.offsetHeight}px`);
    const inner = field.offsetHeight - ["border-top-width", "border-bottom-width", "padding-top", "padding-bottom"]
      .reduce((sum, name) => sum + parseFloat(style.getPropertyValue(name)), 0);
    if (field instanceof HTMLInputElement) box.setProperty("line-height", `${inner}px`);
    this.#text.style.setProperty("translate", `${-field.scrollLeft}px ${-field.scrollTop}px`);
    this.#move(rect, box);
  }

  /** Wherever the layer's own origin is, and however it or the field is scaled, it goes by what is missing. */
  #move(rect, box) {
    const width = this.#field.offsetWidth;
    if (width === 0) return;
    // Zoom lays text out anew, a transform does not: each is answered by its own kind.
    const zoom = (this.#field.currentCSSZoom ?? 1) / (this.#box.getRootNode().host?.currentCSSZoom ?? 1);
    box.setProperty("zoom", String(zoom));
    let own = this.#box.getBoundingClientRect();
    const outer = own.width / (width * this.#at.scale) || 1;
    const scale = rect.width / width / outer;
    if (Math.abs(scale - this.#at.scale) > 0.001) {
      this.#at.scale = scale;
      box.setProperty("scale", String(scale));
      own = this.#box.getBoundingClientRect();
    }
    this.#at.left += (rect.left - own.left) / outer;
    this.#at.top += (rect.top - own.top) / outer;
    box.setProperty("left", `${this.#at.left}px`);
    box.setProperty("top", `${this.#at.top}px`);
    this.#clip(rect, box, rect.width / width);
  }

  /** Where the field scrolls out of sight, so do its marks. */
  #clip(rect, box, zoom) {
    let { top, right, bottom, left } = rect;
    for (const ancestor of clippers(this.#field)) {
      const frame = ancestor.getBoundingClientRect();
      top = Math.max(top, frame.top);
      left = Math.max(left, frame.left);
      right = Math.min(right, frame.right);
      bottom = Math.min(bottom, frame.bottom);
    }
    // An input cuts its text off at its padding.
    const edge = this.#field instanceof HTMLInputElement ? ["top", "right", "bottom", "left"].map((side) => this.#edge(side)) : [0, 0, 0, 0];
    const hidden = [top - rect.top, rect.right - right, rect.bottom - bottom, left - rect.left];
    const inset = hidden.map((length, i) => `${Math.max(edge[i], length / zoom)}px`);
    box.setProperty("clip-path", `inset(${inset.join(" ")})`);
  }

  #edge(side) {
    const style = getComputedStyle(this.#field);
    return side === "left" || side === "right" ? parseFloat(style.getPropertyValue(`padding-${side}`)) : 0;
  }

  destroy() {
    this.#stop.abort();
    this.#observer.disconnect();
    cancelAnimationFrame(this.#frame);
    this.#box.remove();
  }
}

function clippers(field) {
  const found = [];
  for (let node = parent(field); node && node !== document.documentElement && node !== document.body; node = parent(node)) {
    if (getComputedStyle(node).overflow !== "visible") found.push(node);
  }
  return found;
}

function parent(node) {
  return node.assignedSlot ?? node.parentElement ?? node.getRootNode().host ?? null;
}
