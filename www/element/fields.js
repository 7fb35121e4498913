// The two fields that one element checks, found anew when the page changes, with their marks. Must not know verdicts.

import { linkTo } from "./field.js";
import { Highlights } from "./highlights.js";
import { Mirror } from "./mirror.js";

const names = ["subject", "body"];
/** How often a field is looked at that was filled by a script, in milliseconds. */
const period = 700;

export class Fields {
  #find;
  #layerRoot;
  #changed;
  #held = { subject: null, body: null };
  #timer = 0;

  /**
   * @param {(name: "subject" | "body") => Element | null | undefined} find
   * @param {Node} layerRoot where layers with marks go
   * @param {() => void} changed told when a text may have changed
   */
  constructor(find, layerRoot, changed) {
    this.#find = find;
    this.#layerRoot = layerRoot;
    this.#changed = changed;
  }

  /** Looks for the fields again; says whether any of them is another than before. */
  refresh() {
    let anew = false;
    for (const name of names) {
      const element = this.#find(name);
      const found = element?.isConnected ? element : null;
      if ((this.#held[name]?.link.element ?? null) === found) continue;
      this.#drop(name);
      const link = found && linkTo(found);
      if (link) this.#hold(name, link);
      anew = true;
    }
    const any = this.#held.subject || this.#held.body;
    if (any && !this.#timer) this.#timer = setInterval(() => document.hidden || this.#look(), period);
    if (!any) this.#rest();
    return anew;
  }

  /** The link to a field, or undefined. */
  link(name) {
    return this.#held[name]?.link;
  }

  read() {
    const read = (name) => {
      const held = this.#held[name];
      if (held) held.seen = held.link.read();
      return held?.seen ?? "";
    };
    return { subject: read("subject"), body: read("body") };
  }

  /** @param {Uint32Array} flat four numbers for each mark: field, kind, start, end */
  paint(draft, flat) {
    names.forEach((name, number) => {
      const held = this.#held[name];
      if (!held) return;
      const marks = [];
      for (let i = 0; i + 3 < flat.length; i += 4) {
        if (flat[i] === number) marks.push({ kind: flat[i + 1], start: flat[i + 2], end: flat[i + 3] });
      }
      marks.sort((a, b) => a.start - b.start);
      if (!held.marks && marks.length === 0) return;
      held.marks ??= held.link.kind === "rich" ? new Highlights(held.link) : new Mirror(this.#layerRoot, held.link.element);
      held.marks.paint(draft[name], marks);
    });
  }

  destroy() {
    names.forEach((name) => this.#drop(name));
    this.#rest();
  }

  #hold(name, link) {
    const held = { link, marks: null, seen: null, stop: null };
    held.stop = link.watch(() => this.#changed());
    this.#held[name] = held;
  }

  #drop(name) {
    const held = this.#held[name];
    if (!held) return;
    held.stop();
    held.marks?.destroy();
    this.#held[name] = null;
  }

  /** Notices what scripts wrote. */
  #look() {
    for (const name of names) {
      const held = this.#held[name];
      if (!held || held.link.kind === "rich") continue;
      // A field in another tree than the element's goes without anybody's telling.
      if (!held.link.element.isConnected || held.seen !== held.link.read()) this.#changed();
    }
  }

  #rest() {
    clearInterval(this.#timer);
    this.#timer = 0;
  }
}
