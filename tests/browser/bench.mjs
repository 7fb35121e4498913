// Measures the engine's module in Chromium: ready and first verdict in fresh pages, a keystroke's review, and beside it the same
// rules as plain regular expressions on the same texts. `cargo xtask bench browser` builds what is measured and runs it.

import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { launch } from "./harness.mjs";
import { plainRules } from "./plain-rules.mjs";

const root = join(import.meta.dirname, "../..");
const engine = process.env.COMPOSE_ENGINE ?? join(root, "target/engine-package");
const packs = join(root, "src/engine/packs");
const freshPages = 15;
const edits = 300;

const draft = {
  subject: "Your order 113-5520918-4402713",
  body: [
    "Hello Priya, thank you for ordering the walnut cutting board.",
    "The engraving field in your order is empty, so which text should we engrave?",
    "Please reply to this message with up to 30 characters including spaces.",
    "We start cutting as soon as we have it and ship within two working days.",
    "The board is made of one piece of wood and oiled by hand in our small workshop.",
    "If you like it, please leave us a review and take 10 % off your next order.",
    "Our courier asks whether someone is at home on Thursday between 9 and 12.",
  ]
    .join(" ")
    .repeat(2)
    .padEnd(1000, " and more")
    .slice(0, 1000),
};

const server = await serve();
const browser = await launch();
try {
  const starts = { engine: [], regex: [] };
  for (let i = 0; i < freshPages; i += 1) {
    for (const kind of ["engine", "regex"]) starts[kind].push(await inFreshPage((page) => page.evaluate(start, kind, draft)));
  }
  const keys = {};
  for (const kind of ["engine", "regex"]) keys[kind] = await inFreshPage((page) => page.evaluate(type, kind, draft, edits));
  report(starts, keys);
} finally {
  await browser.close();
  server.close();
}

/** In the page: from the module's bytes to the first verdict; the regular expressions from their sources to the first pass. */
async function start(kind, draft) {
  const bench = await import("/bench-page.mjs");
  return bench.start(kind, draft);
}

async function type(kind, draft, edits) {
  const bench = await import("/bench-page.mjs");
  return bench.type(kind, draft, edits);
}

async function inFreshPage(measure) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  const result = await measure(page);
  await context.close();
  return result;
}

function report(starts, keys) {
  const quantile = (times, part) => times.toSorted((a, b) => a - b)[Math.floor((times.length - 1) * part)];
  const median = (times) => quantile(times, 0.5);
  const ms = (time) => `${time.toFixed(2).padStart(8)} ms`;
  const rows = [
    ["ready and first verdict, median of 15 pages", median(starts.engine), median(starts.regex)],
    [`a keystroke at ${draft.body.length} characters, median of ${edits}`, median(keys.engine), median(keys.regex)],
    ["a keystroke, 95 of 100 below", quantile(keys.engine, 0.95), quantile(keys.regex, 0.95)],
  ];
  console.log(`${"".padEnd(50)}${"engine".padStart(11)}${"plain RegExp".padStart(14)}${"ratio".padStart(8)}`);
  for (const [name, ours, theirs] of rows) {
    console.log(`${name.padEnd(50)}${ms(ours)}   ${ms(theirs)}${(theirs / ours).toFixed(1).padStart(7)}`);
  }
}

/** Serves the module, the rules and the page, isolated, so that the browser's clock counts in microseconds. */
async function serve() {
  const rules = JSON.stringify(await plainRules([join(packs, "any"), join(packs, "en")]));
  const files = {
    "/": ["text/html", () => "<!doctype html><title>bench</title>"],
    "/rules.json": ["application/json", () => rules],
    "/bench-page.mjs": ["text/javascript", () => readFile(join(import.meta.dirname, "bench-page.mjs"))],
    "/compose_wasm.js": ["text/javascript", () => readFile(join(engine, "compose_wasm.js"))],
    "/en.bin": ["application/octet-stream", () => readFile(join(engine, "packs/en.bin"))],
    "/compose_wasm_bg.wasm": ["application/wasm", () => readFile(join(engine, "compose_wasm_bg.wasm"))],
  };
  const server = createServer(async (request, response) => {
    const [type, read] = files[request.url] ?? files[`/${basename(request.url)}`] ?? ["text/plain", () => ""];
    response.writeHead(200, {
      "content-type": type,
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-embedder-policy": "require-corp",
    });
    response.end(await read());
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}
