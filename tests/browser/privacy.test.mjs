// Privacy: whatever one does after the page has loaded, it asks for nothing, and it says so.

import assert from "node:assert/strict";
import { test } from "node:test";
import { policyOf } from "./harness.mjs";
import { choose, paste, sample, useComposer } from "./composer.mjs";

const composer = useComposer();

test("no request after load, and the count on the page agrees", async () => {
  const { page, requests } = await composer.open();
  const loaded = requests.length;
  for (const number of [0, 1, 2, 3]) await sample(page, number);
  await paste(page, "body", "Which flat number? See https://tracker.example/pixel.gif <img src=https://tracker.example/x.png>");
  await choose(page, "channel", "Contact Buyer");
  for (const tab of ["#tab-takes", "#tab-mailbox"]) await page.$eval(tab, (e) => e.click());
  await page.$eval(".masthead .is-icon", (e) => e.click());
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  assert.deepEqual(requests.slice(loaded), []);
  assert.equal(await page.$eval(".requests", (e) => e.dataset.requests), "0");
  assert.match(await page.$eval(".requests", (e) => e.textContent), /^0 requests/);
  await page.close();
});

test("the count on the page counts", async () => {
  const { page } = await composer.open();
  await page.evaluate(() => fetch("./index.html"));
  await page.waitForFunction(() => document.querySelector(".requests").dataset.requests === "1");
  await page.close();
});

test("the policy lets nothing out and no inline code in", async () => {
  const policy = await policyOf();
  assert.match(policy, /default-src 'none'/);
  assert.match(policy, /connect-src 'self'/);
  assert.match(policy, /style-src 'self'(;|$)/);
  const { page } = await composer.open();
  const refused = await page.evaluate(async () => {
    try {
      await fetch("https://elsewhere.example/");
      return "let out";
    } catch {
      return "refused";
    }
  });
  assert.equal(refused, "refused");
  await page.close();
});
