// Offline: a seller comes back without a network and works on; a new version says so and waits until it is let in.

import assert from "node:assert/strict";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { dist, launch, open, serve } from "./harness.mjs";
import { paste, untilVerdict } from "./composer.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

const active = (page) => page.evaluate(async () => (await navigator.serviceWorker.ready).active.state);

test("after the first visit the composer and the pages start without a network", async () => {
  const server = await serve();
  const { page } = await open(browser, server.url, { keepsFiles: true });
  await page.waitForFunction(async () => (await navigator.serviceWorker.ready).active.state === "activated");
  await server.close();
  await page.reload();
  await page.waitForSelector("html[data-ready]");
  await paste(page, "body", "Your parcel came back to us. Which flat number should we put on the label?");
  await untilVerdict(page, "critical");
  await page.evaluate(() => (location.hash = "#/rules/review-request"));
  await page.waitForSelector("#rule-review-request");
  await page.evaluate(() => (location.hash = "#/standing"));
  await page.waitForSelector(".standing");
  await page.close();
});

test("a page that cannot be loaded says so, leaves the message alone and comes at the second try", async () => {
  const server = await serve();
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  let cut = true;
  await page.setRequestInterception(true);
  page.on("request", (request) => (cut && request.url().includes("compose-pages") ? request.abort() : request.continue()));
  await page.evaluateOnNewDocument(() => delete Navigator.prototype.serviceWorker);
  await page.goto(server.url);
  await page.waitForSelector("html[data-ready]");
  await paste(page, "body", "Which flat number?");
  await page.evaluate(() => (location.hash = "#/rules"));
  const alert = await page.waitForSelector("#site [role=alert]");
  assert.match(await alert.evaluate((e) => e.textContent), /could not be loaded.*waits in the composer/s);
  cut = false;
  await page.click("#pages-again");
  await page.waitForSelector(".rule-list");
  await page.evaluate(() => (location.hash = "#/"));
  await page.waitForSelector("#body");
  assert.equal(await page.$eval("#body", (e) => e.value), "Which flat number?");
  await context.close();
  await server.close();
});

test("a new version says so, and takes over when the seller lets it", async () => {
  const folder = await mkdtemp(join(tmpdir(), "offline-"));
  await cp(dist, folder, { recursive: true });
  const server = await serve(folder);
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.goto(server.url);
  await page.waitForSelector("html[data-ready]");
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === "activated");
  assert.equal(await active(page), "activated");

  const script = await readFile(join(folder, "sw.js"), "utf8");
  await writeFile(join(folder, "sw.js"), script.replace(/const version = "\w+"/, 'const version = "next"'));
  const html = await readFile(join(folder, "index.html"), "utf8");
  await writeFile(join(folder, "index.html"), html.replace("<title>Compose Helper", "<title>Compose Helper next"));
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  const note = await page.waitForSelector("#update");
  assert.match(await note.evaluate((e) => e.textContent), /new version.*copy your message first/s);
  await page.evaluate(() => (globalThis.before = true));
  await page.click("#update-take");
  await page.waitForFunction(() => globalThis.before === undefined && document.documentElement.dataset.ready === "");
  assert.deepEqual(await page.evaluate(() => caches.keys()), ["compose-helper next"]);
  assert.equal(await page.$("#update"), null);
  assert.match(await page.evaluate(async () => (await fetch("./")).text()), /Compose Helper next/);
  await context.close();
  await server.close();
  await rm(folder, { recursive: true });
});
