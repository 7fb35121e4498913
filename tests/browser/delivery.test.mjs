// Who receives it: both buyers, the notice, both editions, channels and reasons, misuse and the stairs.

import assert from "node:assert/strict";
import { test } from "node:test";
import { choose, paste, sample, untilVerdict, useComposer } from "./composer.mjs";

const composer = useComposer();
const question = "Which flat number should we put on the label?";

test("a plain e-mail arrives at one buyer and comes back from the other with a notice", async () => {
  const { page } = await composer.open();
  await sample(page, 1);
  assert.deepEqual(await outcomes(page), ["Arrives", "Blocked", "A notice"]);
  await page.click("#tab-takes");
  assert.match(await text(page, ".mail"), /leave us a product review/);
  await page.click("#tab-opted-out");
  assert.match(await text(page, ".nothing"), /receives nothing/);
  assert.match(await text(page, ".fate"), /does not reach a buyer who opted out/);
  await page.click("#tab-mailbox");
  const notice = await text(page, ".mail.is-notice");
  assert.match(notice, /Your message to a buyer could not be delivered/);
  assert.match(notice, /Dear Seller,/);
  await page.type("#order-id", "113-4471928-1183340");
  await page.waitForFunction(() => /113-4471928-1183340/.test(document.querySelector(".mail.is-notice")?.textContent));
  assert.match(await text(page, ".status-line"), /opted out from receiving this message/);
  await page.close();
});

test("the marker reaches an opted-out buyer under the classic rule only", async () => {
  const { page } = await composer.open();
  await paste(page, "subject", "[Important] Flat number");
  await paste(page, "body", question);
  await untilVerdict(page, "critical");
  assert.deepEqual(await outcomes(page), ["Arrives", "Arrives", "Nothing"]);
  assert.match(await text(page, ".other-edition"), /2025.*blocked/);
  await page.click(".other-edition .link");
  await page.waitForFunction(() => document.querySelector("#tab-opted-out .outcome").textContent === "Blocked");
  assert.equal(await page.$eval("#edition", (e) => e.selectedOptions[0].text), "2025 (current)");
  assert.match(await text(page, ".other-edition"), /2017.*arrives/);
  await page.close();
});

test("a misused marker is a warning and stands on the third stair", async () => {
  const { page } = await composer.open();
  await sample(page, 3);
  assert.match(await text(page, ".ladder .warning"), /restricted/);
  assert.match(await text(page, ".stair.is-here"), /Messaging restricted/);
  await page.$eval('[data-fix^="remove-marker"]', (button) => button.click());
  await page.waitForSelector(".ladder .warning", { hidden: true });
  assert.match(await text(page, ".stair.is-here"), /Message blocked/);
  await page.close();
});

test("contact reasons fit the channel, and the chosen one decides", async () => {
  const { page } = await composer.open();
  await paste(page, "body", question);
  await untilVerdict(page, "critical");
  assert.equal(await page.$("#reason"), null);
  await choose(page, "channel", "Contact Buyer");
  await page.waitForSelector("#reason");
  await choose(page, "reason", "Request seller feedback");
  await page.waitForFunction(() => document.querySelector("#tab-opted-out .outcome").textContent === "Blocked");
  await choose(page, "reason", "Problem with order");
  await page.waitForFunction(() => document.querySelector("#tab-opted-out .outcome").textContent === "Arrives");
  await choose(page, "channel", "Messaging API");
  await page.waitForFunction(() => document.querySelector("#reason").value === "");
  await choose(page, "reason", "confirmCustomizationDetails");
  await page.waitForFunction(() => /of 800 characters/.test(document.querySelector(".length").textContent));
  await choose(page, "channel", "Reply");
  await page.waitForFunction(() => document.querySelector("#tab-opted-out .outcome").textContent === "Arrives");
  await page.close();
});

test("Handmade orders, the thread and the buyer change what is said", async () => {
  const { page } = await composer.open();
  await sample(page, 1);
  await choose(page, "program", "Amazon Handmade");
  await page.waitForFunction(() => document.querySelector("#tab-opted-out .outcome").textContent === "Arrives");
  await choose(page, "program", "None");
  await choose(page, "thread", "Reply");
  await page.waitForFunction(() => document.querySelector("#tab-opted-out .outcome").textContent === "Arrives");
  await choose(page, "thread", "New message");
  await page.waitForFunction(() => document.querySelector("#tab-opted-out .outcome").textContent === "Blocked");
  await choose(page, "buyer", "Opted out");
  assert.match(await text(page, ".stair.is-here"), /Message blocked/);
  await choose(page, "buyer", "Takes messages");
  await page.waitForFunction(() => /Delivered/.test(document.querySelector(".stair.is-here").textContent));
  await page.close();
});

test("what nobody can know is said, by channel", async () => {
  const { page } = await composer.open();
  await sample(page, 0);
  const lines = new Set();
  for (const channel of ["E-mail", "Contact Buyer", "Messaging API", "Reply"]) {
    await choose(page, "channel", channel);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
    lines.add(await text(page, ".cannot-know"));
  }
  assert.equal(lines.size, 4);
  await page.close();
});

function outcomes(page) {
  return page.$$eval(".tab .outcome", (all) => all.map((e) => e.textContent));
}

function text(page, selector) {
  return page.$eval(selector, (e) => e.textContent);
}
