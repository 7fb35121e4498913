export { ComposeHelper } from "./index.js";
