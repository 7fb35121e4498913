// Every way of sending: the field at hand, why, arrow keys, editions with their dates, pages that disagree.

import assert from "node:assert/strict";
import { test } from "node:test";
import { axeViolations } from "./harness.mjs";
import { choose, paste, untilVerdict, useComposer } from "./composer.mjs";

const composer = useComposer();
const question = "Which flat number should we put on the label for order 113-4471928-1183340?";

test("the field at hand stands out and follows channel, reason and buyer", async () => {
  const { page } = await composer.open();
  await paste(page, "body", question);
  await untilVerdict(page, "critical");
  assert.deepEqual(await now(page), ["Mail client", "Not known", "Depends"]);
  await choose(page, "channel", "Contact Buyer");
  await untilNow(page, "Free text", "Not known");
  await choose(page, "reason", "Notify of a problem");
  await untilNow(page, "Template", "Not known");
  await choose(page, "buyer", "Opted out");
  await untilNow(page, "Template", "Opted out");
  assert.match(await text(page, "#field-0-1"), /Arrives.*misuse|misuse.*Arrives|Arrives/);
  await choose(page, "channel", "Reply");
  await page.waitForSelector(".matrix-field.is-now", { hidden: true });
  assert.match(await text(page, ".matrix"), /replying in the buyer’s thread/);
  await page.close();
});

test("a field says why with its policy row, by click and by arrow keys", async () => {
  const { page } = await composer.open();
  await paste(page, "body", question);
  await untilVerdict(page, "critical");
  await page.click("#field-0-1");
  await page.waitForFunction(() => /Template, opted out/.test(document.getElementById("matrix-why").textContent));
  assert.match(await text(page, "#matrix-why"), /Confirm order details, which fits this text/);
  assert.equal(await text(page, "#matrix-why .chip"), "D9");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.waitForFunction(() => document.activeElement.id === "field-2-1");
  assert.equal(await text(page, "#matrix-why .chip"), "D5");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  assert.match(await text(page, "#matrix-why"), /Mail client, not known: depends/);
  const stops = await page.$$eval(".matrix-grid button", (all) => all.filter((b) => b.tabIndex === 0).map((b) => b.id));
  assert.deepEqual(stops, ["field-2-2"]);
  await page.close();
});

test("both rules stand side by side with their dates, and one can be shown", async () => {
  const { page } = await composer.open();
  await paste(page, "subject", "[Important] Flat number");
  await paste(page, "body", question);
  await untilVerdict(page, "critical");
  const rules = () => page.$$eval(".edition", (all) => all.map((e) => [e.dataset.rule, e.querySelector("li:nth-child(2) .outcome").textContent]));
  assert.deepEqual(await rules(), [["optout-2017-05", "Arrives"], ["optout-2025-04", "Blocked"]]);
  assert.match(await text(page, '[data-rule="optout-2025-04"] h4'), /2025-04-25/);
  await page.click('[data-rule="optout-2025-04"] .link');
  await page.waitForSelector('[data-rule="optout-2025-04"].is-now');
  assert.equal(await page.$eval("#edition", (e) => e.selectedOptions[0].text), "2025 (current)");
  assert.equal(await text(page, "#field-2-1 .outcome"), "Blocked");
  await page.close();
});

test("a disagreement is told only where the draft raises it", async () => {
  const { page } = await composer.open();
  await paste(page, "body", question);
  await untilVerdict(page, "critical");
  assert.equal(await page.$(".disagreement"), null);
  await paste(page, "body", `${question} See https://www.amazon.com/dp/B000000001 too.`);
  const card = await page.waitForSelector('[data-question="amazon_links"]');
  assert.match(await card.evaluate((e) => e.textContent), /links to Amazon itself are fine.*are not allowed/);
  assert.ok((await card.$$('a[href^="https://"]')).length >= 3);
  await page.close();
});

for (const scheme of ["light", "dark"]) {
  test(`the panel is fit for 360 px and axe, ${scheme}`, async () => {
    const { page } = await composer.open({ width: 360, height: 740, scheme });
    await paste(page, "subject", "[Important] How is your lamp?");
    await paste(page, "body", "Please leave us a review: https://www.amazon.com/dp/B000000001");
    await page.waitForSelector(".disagreement");
    assert.deepEqual(await axeViolations(page), []);
    const wide = await page.$$eval(".matrix *", (all) => all.filter((e) => e.scrollWidth > e.clientWidth + 1 && e.matches("td, button, th")).map((e) => e.textContent));
    assert.deepEqual(wide, []);
    await page.close();
  });
}

function now(page) {
  return page.evaluate(() => {
    const field = document.querySelector(".matrix-field.is-now");
    const head = document.querySelectorAll(".matrix-grid thead th")[field.closest("td").cellIndex];
    return [head.textContent, field.closest("tr").querySelector("th").textContent, field.querySelector(".outcome").textContent];
  });
}

function untilNow(page, way, buyer) {
  return page.waitForFunction(
    (...wanted) => {
      const field = document.querySelector(".matrix-field.is-now");
      const head = field && document.querySelectorAll(".matrix-grid thead th")[field.closest("td").cellIndex];
      return head?.textContent === wanted[0] && field.closest("tr").querySelector("th").textContent === wanted[1];
    },
    {},
    way,
    buyer,
  );
}

function text(page, selector) {
  return page.$eval(selector, (e) => e.textContent);
}
