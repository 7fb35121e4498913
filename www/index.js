// The package's front door: the element's class, not yet defined. Importing it changes nothing, with or without a page.

export { ComposeHelper, define } from "./element/element.js";
export { ComposeError } from "./engine/errors.js";
