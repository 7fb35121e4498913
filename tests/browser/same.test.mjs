// The same review in Chromium and in Node for every labelled draft, byte for byte; the Node tests hold Node against the native engine.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile, readdir } from "node:fs/promises";
import { createServer } from "node:http";
import { basename, join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { labelled } from "../node/drafts.mjs";
import { launch } from "./harness.mjs";

const folder = process.env.COMPOSE_ENGINE ?? join(import.meta.dirname, "../../target/engine-package");

test("Chromium gives the reviews that Node gives", async () => {
  const lines = await labelled();
  assert.ok(lines.length > 800, `${lines.length} labelled drafts`);
  const packs = (await readdir(join(folder, "packs"))).sort();
  const [here, there] = await Promise.all([inNode(lines, packs), inChromium(lines, packs)]);
  assert.equal(there, here);
});

async function inNode(lines, packs) {
  const module = await import(pathToFileURL(join(folder, "compose_wasm.js")));
  module.initSync({ module: await readFile(join(folder, "compose_wasm_bg.wasm")) });
  const checker = new module.Checker();
  for (const name of packs) checker.addLanguage(await readFile(join(folder, "packs", name)));
  const reviews = lines.map(({ draft, context }) => checker.checkJson(draft, context));
  return createHash("sha256").update(reviews.join("\n")).digest("hex");
}

async function inChromium(lines, packs) {
  const server = await serve();
  const browser = await launch();
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${server.address().port}/`);
    return await page.evaluate(hashed, lines, packs);
  } finally {
    await browser.close();
    server.close();
    server.closeAllConnections();
  }
}

/** Runs in the page. */
async function hashed(lines, packs) {
  const { default: init, Checker } = await import("/compose_wasm.js");
  await init({ module_or_path: "/compose_wasm_bg.wasm" });
  const checker = new Checker();
  for (const name of packs) checker.addLanguage(new Uint8Array(await (await fetch(`/packs/${name}`)).arrayBuffer()));
  const reviews = lines.map(({ draft, context }) => checker.checkJson(draft, context));
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(reviews.join("\n")));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function serve() {
  const types = { ".js": "text/javascript", ".wasm": "application/wasm", ".bin": "application/octet-stream" };
  const server = createServer(async ({ url }, response) => {
    if (url === "/") return response.writeHead(200, { "content-type": "text/html" }).end("<!doctype html><title>same</title>");
    const path = url.startsWith("/packs/") ? join("packs", basename(url)) : basename(url);
    try {
      const body = await readFile(join(folder, path));
      const ending = path.slice(path.lastIndexOf("."));
      response.writeHead(200, { "content-type": types[ending] ?? "text/plain" }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}
