// Defines `<compose-helper>`. The only module of the package that does something by being imported.

import { define } from "./element/element.js";

export { ComposeHelper } from "./element/element.js";

define();
