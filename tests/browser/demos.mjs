// Serves the package's demos as a portal would host them, and gives tests a page in a browser with what it asked for and complained
// about. Run by itself, it serves them for a person. Must not know what the demos show.

import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { after, before } from "node:test";
import { dirname, extname, join, normalize, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { createRequire } from "node:module";
import { launch } from "./harness.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const folder = process.env.COMPOSE_DEMO ?? join(root, "target/demo");
const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".wasm": "application/wasm",
  ".json": "application/json",
};
/** Packages that browsers load without a build step, as modules; what each needs comes first. */
const vendor = {
  scheduler: ["scheduler/cjs/scheduler.production.js", []],
  react: ["react/cjs/react.production.js", []],
  "react-dom": ["react-dom/cjs/react-dom.production.js", ["react"]],
  "react-dom-client": ["react-dom/cjs/react-dom-client.production.js", ["react", "react-dom", "scheduler"]],
};

/**
 * Starts a server over the demos.
 * @param {{ pages?: Record<string, string>, policy?: string }} options pages beside the demos, and a policy for all of them
 */
export async function serveDemos({ pages = {}, policy } = {}) {
  const server = createServer(async (request, response) => {
    const path = new URL(request.url, "http://localhost").pathname;
    try {
      const [body, type] = await answer(path, pages);
      response.writeHead(200, { "content-type": type, ...(policy ? { "content-security-policy": policy } : {}) });
      response.end(body);
    } catch {
      response.writeHead(404, { "content-type": "text/plain" });
      response.end("There is no such file.\n");
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    close: () => new Promise((resolve) => (server.close(resolve), server.closeAllConnections())),
  };
}

async function answer(path, pages) {
  if (path in pages) return [pages[path], types[".html"]];
  const wanted = /^\/(react|vue)\/vendor\/([a-z-]+)\.js$/.exec(path)?.[2];
  if (wanted) return [await module(wanted), types[".js"]];
  const file = normalize(join(folder, path.endsWith("/") ? `${path}index.html` : path));
  if (!file.startsWith(normalize(folder) + sep)) throw new Error("outside the folder");
  return [await readFile(file), types[extname(file)] ?? "application/octet-stream"];
}

/** A CommonJS file as a module: React ships no other. */
async function module(name) {
  if (name === "vue") return readFile(join(root, "tests/browser/node_modules/vue/dist/vue.esm-browser.prod.js"));
  const [path, needs] = vendor[name];
  const find = createRequire(import.meta.url);
  const package_ = dirname(find.resolve(`${path.split("/")[0]}/package.json`));
  const source = await readFile(join(package_, path.slice(path.indexOf("/") + 1)), "utf8");
  const exported = [...new Set([...source.matchAll(/^exports\.(\w+) =/gm)].map(([, word]) => word))];
  return [
    ...needs.map((need, i) => `import * as need${i} from "./${need}.js";`),
    `const needs = { ${needs.map((need, i) => `"${need}": need${i}`).join(", ")} };`,
    "const module = { exports: {} };",
    "((exports, require, process) => {",
    source,
    "})(module.exports, (name) => needs[name], { env: {} });",
    ...exported.map((word, i) => `const out${i} = module.exports.${word};`),
    `export { ${exported.map((word, i) => `out${i} as ${word}`).join(", ")} };`,
  ].join("\n");
}

/** Starts server and browser for a file's tests; `open(path)` opens a demo in a fresh page. */
export function useDemos(name, options) {
  const held = {};
  before(async () => {
    [held.server, held.browser] = await Promise.all([serveDemos(options), launch(name)]);
  });
  after(async () => {
    await held.browser?.close();
    await held.server?.close();
  });
  return {
    /** @param {string} path @param {{ width?: number, height?: number, scheme?: string, prepare?: (page: any) => Promise<void> }} look */
    async open(path, look = {}) {
      const page = await held.browser.newPage();
      const seen = { requests: [], errors: [] };
      page.on("request", (request) => seen.requests.push(request.url()));
      page.on("console", (message) => message.type() === "error" && seen.errors.push(message.text()));
      page.on("pageerror", (error) => seen.errors.push(String(error)));
      page.setDefaultTimeout(15_000);
      await page.setViewport({ width: look.width ?? 1100, height: look.height ?? 900 });
      if (look.scheme) await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: look.scheme }]);
      await look.prepare?.(page);
      await page.goto(held.server.url + path, { waitUntil: "load" });
      return { page, ...seen };
    },
    get url() {
      return held.server.url;
    },
  };
}

/** Waits until an element has reached a state. */
export function untilState(page, state = "ready", selector = "compose-helper") {
  return page.waitForFunction((css, wanted) => document.querySelector(css)?.state === wanted, {}, selector, state);
}

/** Waits until an element's panel shows this verdict. */
export function untilVerdict(page, verdict, selector = "compose-helper") {
  const shows = (css, wanted) => {
    const found = document.querySelector(css).shadowRoot.querySelector("[data-verdict]")?.dataset.verdict ?? "none";
    return found === wanted;
  };
  return page.waitForFunction(shows, {}, selector, verdict);
}

/** Waits until something is inside an element's shadow root. What waits for a selector does not see changes in there. */
export function untilShown(page, inner, selector = "compose-helper") {
  const find = (css, wanted) => document.querySelector(css)?.shadowRoot?.querySelector(wanted);
  return page.waitForFunction(find, {}, selector, inner);
}

/** Clicks something inside an element's shadow root, once it is there. */
export async function clickIn(page, inner, selector = "compose-helper") {
  const control = await untilShown(page, inner, selector);
  await control.evaluate((one) => one.scrollIntoView({ block: "center" }));
  await control.click();
}

/** Puts a text into a field at once, as a paste does. */
export async function paste(page, selector, text) {
  await page.focus(selector);
  await page.evaluate(
    (css, words) => {
      const field = document.querySelector(css);
      if (field.select) field.select();
      document.execCommand("insertText", false, words);
    },
    selector,
    text,
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { url } = await serveDemos();
  console.log(url);
}
