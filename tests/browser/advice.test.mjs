// Advice beside the verdict: the smallest change, what to do instead of writing, messages torn between rules, the reason that fits.

import assert from "node:assert/strict";
import { test } from "node:test";
import { axeViolations } from "./harness.mjs";
import { choose, paste, sample, untilVerdict, useComposer, value } from "./composer.mjs";

const composer = useComposer();
const question = "Which flat number should we put on the label?";

test("the smallest change is shown before it is made, and undo takes it back", async () => {
  const { page } = await composer.open();
  const body = `${question}\n\nPlease leave us a five-star review.`;
  await paste(page, "body", body);
  await untilVerdict(page, "mixed");
  await click(page, ".smallest .button");
  await page.waitForSelector('[data-becomes="critical"]');
  assert.match(await text(page, ".smallest"), /Mixed becomes Critical · 1 edit/);
  assert.match(await text(page, ".diff del"), /five-star review/);
  assert.equal(await value(page, "body"), body);
  const line = await page.$eval(".diff del", (e) => getComputedStyle(e).textDecorationLine);
  assert.equal(line, "line-through");
  await click(page, "#make-change");
  await untilVerdict(page, "critical");
  assert.equal((await value(page, "body")).trim(), question);
  assert.equal(await page.$(".smallest"), null);
  await page.keyboard.down("Control");
  await page.keyboard.press("z");
  await page.keyboard.up("Control");
  await untilVerdict(page, "mixed");
  assert.equal(await value(page, "body"), body);
  await page.close();
});

test("where no edit helps, it says so", async () => {
  const { page } = await composer.open();
  await paste(page, "body", "Use code SAVE10 for 10 % off your next lamp.");
  await untilVerdict(page, "non_critical");
  await click(page, ".smallest .button");
  await page.waitForFunction(() => /No set of small edits/.test(document.querySelector(".smallest").textContent));
  await page.close();
});

test("a review request is led to the button that Amazon has for it", async () => {
  const { page } = await composer.open();
  await sample(page, 1);
  const move = await page.waitForSelector('[data-move="review_request"]');
  assert.match(await move.evaluate((e) => e.textContent), /Use Request a Review/);
  await click(page, '[data-move="review_request"] [data-reason]');
  await page.waitForFunction(() => document.querySelector("#reason")?.value === "request_review");
  assert.equal(await page.$eval("#channel", (e) => e.selectedOptions[0].text), "Contact Buyer page");
  await paste(page, "subject", "Flat number");
  await paste(page, "body", question);
  await page.waitForSelector(".instead", { hidden: true });
  await page.close();
});

test("news that Amazon sends by itself is said to be sent already", async () => {
  const { page } = await composer.open();
  await paste(page, "body", "Your order has shipped today. The tracking number is 1Z999.");
  await untilVerdict(page, "non_critical");
  assert.match(await text(page, ".instead"), /Amazon already sends the shipping confirmation/);
  await page.close();
});

test("a stock-out shows the rules against each other and the path", async () => {
  const { page } = await composer.open();
  await paste(page, "body", "Sorry, the lamp you ordered is out of stock.");
  const card = await page.waitForSelector('.boundary[data-question="stock_out"]');
  const words = await card.evaluate((e) => e.textContent);
  assert.match(words, /non-critical: cancel the order.*buyer is told.*critical/);
  assert.match(words, /Adjust or cancel the order first/);
  assert.ok((await card.$$(".chip")).length >= 3);
  await click(page, ".boundary [data-reason]");
  await page.waitForFunction(() => document.querySelector("#reason")?.value === "problem_with_order");
  await page.waitForFunction(() => document.querySelector("#tab-opted-out .outcome").textContent === "Arrives");
  assert.equal(await page.$(".ladder .warning"), null);
  await page.close();
});

test("beside a needed question a stock-out still leads to its own template", async () => {
  const { page } = await composer.open();
  await paste(page, "body", `${question} Sorry, the lamp is out of stock.`);
  await page.waitForSelector(".boundary");
  assert.equal(await page.$eval(".boundary [data-reason]", (e) => e.dataset.reason), "problem_with_order");
  await page.close();
});

test("the reason that fits is proposed with its limits, and chosen by one button", async () => {
  const { page } = await composer.open();
  await sample(page, 2);
  assert.match(await text(page, ".picker"), /Confirm customization details.*1 to 800 characters.*Links only about the customization/);
  await click(page, "#pick-reason");
  await page.waitForFunction(() => document.querySelector("#reason")?.value === "confirm_customization");
  assert.match(await text(page, ".picker"), /Your choice fits/);
  await choose(page, "channel", "Messaging API");
  await page.waitForFunction(() => /confirmCustomizationDetails/.test(document.querySelector(".picker").textContent));
  await choose(page, "channel", "Reply");
  await page.waitForSelector(".picker", { hidden: true });
  await page.close();
});

for (const scheme of ["light", "dark"]) {
  test(`axe finds nothing in the advice on a phone, ${scheme}`, async () => {
    const { page } = await composer.open({ width: 360, height: 740, scheme });
    await paste(page, "body", `${question} Sorry, the lamp is out of stock. Please leave us a review.`);
    await page.waitForSelector(".boundary");
    await click(page, ".smallest .button");
    await page.waitForFunction(() => document.querySelector(".smallest .button") === null || document.querySelector("#make-change") !== null);
    assert.deepEqual(await axeViolations(page), []);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.equal(wide, 0);
    await page.close();
  });
}

function click(page, selector) {
  return page.$eval(selector, (e) => e.click());
}

function text(page, selector) {
  return page.$eval(selector, (e) => e.textContent);
}
