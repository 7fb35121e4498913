// The page starts in real browsers, under its own policy, and asks its server for nothing but its own files.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { available, launch, open, policyOf, screenshot, serve } from "./harness.mjs";

for (const name of ["chromium", "firefox"]) {
  describe(name, { skip: !available(name) && "not installed" }, () => {
    let browser;
    let server;

    before(async () => {
      [server, browser] = await Promise.all([serve(), launch(name)]);
    });

    after(async () => {
      await browser?.close();
      await server?.close();
    });

    test("starts without a complaint and stays on its own server", async () => {
      const { page, requests, errors } = await open(browser, server.url);
      assert.deepEqual(errors, []);
      assert.match(await page.$eval("h1", (heading) => heading.textContent), /\S/);
      const elsewhere = requests.filter((url) => !url.startsWith(server.url) && !url.startsWith("data:"));
      assert.deepEqual(elsewhere, []);
      assert.equal(new Set(requests).size, requests.length, `asked twice: ${requests.join(" ")}`);
      await screenshot(page, `smoke-${name}`);
    });

    test("says so when its module cannot be loaded", async () => {
      // A browser that has kept no files from another visit.
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      await page.setRequestInterception(true);
      page.on("request", (request) => {
        if (request.url().endsWith(".wasm")) request.abort();
        else request.continue();
      });
      await page.goto(server.url, { waitUntil: "load" });
      const notice = await page.waitForSelector("[role=alert]");
      assert.match(await notice.evaluate((element) => element.textContent), /could not start/);
      await context.close();
    });
  });
}

test("the policy forbids everything but the page's own files", async () => {
  const policy = await policyOf();
  assert.match(policy, /default-src 'none'/);
  assert.doesNotMatch(policy, /unsafe-inline|unsafe-eval(?<!wasm-unsafe-eval)|https?:|\*/);
});
