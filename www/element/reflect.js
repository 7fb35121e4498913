// Properties that stand for attributes, and properties that were set before there was an element. Must not know what they mean.

/** Properties that are attributes under other names or in another case. */
const texts = {
  edition: "edition", uiLang: "ui-lang", marketplace: "marketplace", buyer: "buyer", channel: "channel", contactReason: "contact-reason",
  thread: "thread", orderId: "order-id", mode: "mode", theme: "theme", loading: "loading", assetBase: "asset-base",
  subjectFor: "subject-for", name: "name", htmlFor: "for",
};
const flags = ["silent", "disabled"];

/** Gives an element's prototype the properties that stand for its attributes. */
export function reflect(prototype) {
  for (const [property, name] of Object.entries(texts)) {
    define(prototype, property, {
      get() {
        return this.getAttribute(name) ?? "";
      },
      set(value) {
        if (value === null || value === undefined || value === "") this.removeAttribute(name);
        else this.setAttribute(name, String(value));
      },
    });
  }
  for (const name of flags) {
    define(prototype, name, {
      get() {
        return this.hasAttribute(name);
      },
      set(value) {
        this.toggleAttribute(name, Boolean(value));
      },
    });
  }
}

function define(prototype, property, accessors) {
  Object.defineProperty(prototype, property, { configurable: true, enumerable: true, ...accessors });
}

/** Hands properties that were set before the element was defined to its setters. */
export function upgrade(element, prototype) {
  for (const name of Object.keys(element)) {
    if (!(name in prototype)) continue;
    const value = element[name];
    delete element[name];
    element[name] = value;
  }
}
