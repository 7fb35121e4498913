// What stands in the shadow root around the panel: style sheet, the panel's place, notice, the host's actions. Must not know reviews.

import { css } from "./sheet.js";
import { words } from "./words.js";

let sheet;

export class Frame {
  #root;
  /** Where the panel is, and where the browser points when the message is held. */
  place = document.createElement("div");
  #notice = document.createElement("p");
  #actions = document.createElement("div");

  /** @param {ShadowRoot} root */
  constructor(root) {
    this.#root = root;
    adopt(root);
    this.#notice.className = "notice";
    this.#notice.setAttribute("part", "notice");
    this.#notice.setAttribute("role", "status");
    this.#actions.className = "actions";
    this.#actions.setAttribute("part", "actions");
    root.append(this.place, this.#notice, this.#actions);
  }

  /** Marks the place with the element's state. */
  mark(state) {
    this.place.setAttribute("data-state", state);
  }

  /** Says what there is to say where nothing can be checked. */
  note(state, isOff) {
    const text = state === "degraded" ? words.degraded : state === "loading" ? words.waiting : "";
    this.#notice.textContent = isOff ? "" : text;
    this.#notice.className = `notice is-${state}`;
  }

  /**
   * @param {{ id: string, label: string }[]} actions
   * @param {(id: string) => void} chosen
   */
  offer(actions, chosen) {
    const buttons = actions.map(({ id, label }) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = String(label);
      button.addEventListener("click", () => chosen(id));
      return button;
    });
    this.#actions.replaceChildren(...buttons);
  }

  /** The panel's button that makes a fix, once it is painted. */
  control(fix) {
    return [...this.#root.querySelectorAll("[data-fix]")].find((button) => button.dataset.fix === fix) ?? null;
  }

  /** Puts the focus on what helps a held message. */
  showRepair() {
    // The panel is painted after this.
    setTimeout(() => {
      const find = (selector) => this.#root.querySelector(selector);
      const control = find("[data-fix]") ?? find(".gate") ?? find("[data-override]");
      control?.focus({ preventScroll: true });
      (find(".gate") ?? control)?.scrollIntoView({ block: "nearest" });
    });
  }

  remove() {
    for (const part of [this.place, this.#notice, this.#actions]) part.remove();
  }
}

function adopt(root) {
  if (root.adoptedStyleSheets.length > 0) return;
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
  }
  root.adoptedStyleSheets = [sheet];
}
