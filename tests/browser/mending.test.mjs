// Mending: fixes from list and card, undo with the browser's own keys, the caret's place, split drafts, keyboard alone.

import assert from "node:assert/strict";
import { test } from "node:test";
import { marks, paste, sample, selection, untilVerdict, useComposer, value } from "./composer.mjs";

const composer = useComposer();
const question = "Which flat number should we put on the label?";
const favour = "Please leave us a five-star review.";

test("a fix changes the text, undo takes it back, redo puts it in again", async () => {
  const { page } = await composer.open();
  await paste(page, "body", `${question}\n\n${favour}\n\nKind regards`);
  await untilVerdict(page, "mixed");
  const before = await value(page, "body");
  await page.$eval('[data-fix^="split"]', (button) => button.click());
  await untilVerdict(page, "critical");
  const after = await value(page, "body");
  assert.ok(after.includes(question) && !after.includes("review") && after.includes("Kind regards"));
  assert.equal(await page.evaluate(() => document.activeElement.id), "body");
  await page.keyboard.down("Control");
  await page.keyboard.press("z");
  await page.keyboard.up("Control");
  await untilVerdict(page, "mixed");
  assert.equal(await value(page, "body"), before);
  await page.keyboard.down("Control");
  await page.keyboard.press("y");
  await page.keyboard.up("Control");
  await untilVerdict(page, "critical");
  assert.equal(await value(page, "body"), after);
  await page.close();
});

test("the caret keeps its place in what stays", async () => {
  const { page } = await composer.open();
  const text = `${question}\n\n${favour}\n\nKind regards`;
  await paste(page, "body", text);
  await untilVerdict(page, "mixed");
  for (const word of ["number", "regards"]) {
    await paste(page, "body", text);
    await untilVerdict(page, "mixed");
    await page.$eval("#body", (field, at) => field.setSelectionRange(at, at), text.indexOf(word));
    await page.$eval('[data-fix^="split"]', (button) => button.click());
    await untilVerdict(page, "critical");
    const [start, end] = await selection(page, "body");
    assert.equal(start, end);
    assert.ok((await value(page, "body")).slice(start).startsWith(word), `caret is no longer before ${word}`);
  }
  await page.close();
});

test("a split parks the rest; undo takes it back; it can be opened and discarded", async () => {
  const { page } = await composer.open();
  await sample(page, 2);
  const before = await value(page, "body");
  await page.$eval('[data-fix^="split"]', (button) => button.click());
  await untilVerdict(page, "critical");
  assert.match(await page.$eval(".parked-text", (e) => e.textContent), /review/);
  await page.keyboard.down("Control");
  await page.keyboard.press("z");
  await page.keyboard.up("Control");
  await untilVerdict(page, "mixed");
  assert.equal(await value(page, "body"), before);
  assert.equal(await page.$(".parked-text"), null);

  await page.$eval('[data-fix^="split"]', (button) => button.click());
  await page.waitForSelector(".parked-text");
  await page.click(".parked-entry .button:nth-child(1)");
  await untilVerdict(page, "non_critical");
  assert.match(await value(page, "body"), /review/);
  assert.match(await page.$eval(".parked-text", (e) => e.textContent), /Engraving/);
  await page.click(".parked-entry .button:nth-child(3)");
  await page.waitForSelector(".parked-text", { hidden: true });
  await page.close();
});

test("a click on a marked phrase opens its card under it, Escape closes it", async () => {
  const { page } = await composer.open();
  await paste(page, "body", `${question} ${favour}`);
  await untilVerdict(page, "mixed");
  const mark = (await marks(page)).find(({ words }) => words.includes("review"));
  const { x, y, width, height } = mark.rects[0];
  await page.mouse.click(x + width / 2, y + height / 2);
  const card = await page.waitForSelector(".phrase-card");
  const box = await card.boundingBox();
  assert.ok(box.y >= y + height - 1, "the card covers its phrase");
  assert.match(await card.evaluate((e) => e.textContent), /review/i);
  await page.keyboard.press("Escape");
  await page.waitForSelector(".phrase-card", { hidden: true });
  assert.equal(await page.evaluate(() => document.activeElement.id), "body");
  await page.close();
});

test("a sentence of the verdict selects itself in the text", async () => {
  const { page } = await composer.open();
  await paste(page, "body", `${question} ${favour}`);
  await untilVerdict(page, "mixed");
  await page.click(".sentences li:nth-child(2) button");
  const [start, end] = await selection(page, "body");
  assert.equal((await value(page, "body")).slice(start, end), favour);
  await page.close();
});

test("everything can be done with the keyboard", async () => {
  const { page } = await composer.open();
  await page.keyboard.press("Tab");
  assert.equal(await focused(page), "skip");
  await page.keyboard.press("Enter");
  await page.focus("#subject");
  await page.keyboard.type("Flat number");
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.id), "body");
  await page.keyboard.type(`${question} ${favour}`);
  await untilVerdict(page, "mixed");

  // Back into the marked phrase: its card opens, Tab leads into it, Enter mends.
  for (let i = 0; i < 8; i++) await page.keyboard.press("ArrowLeft");
  await page.waitForSelector(".phrase-card");
  await page.keyboard.press("Tab");
  assert.ok(await page.evaluate(() => document.activeElement.closest(".phrase-card") !== null));
  assert.equal(await focused(page), "button is-fix");
  const before = await value(page, "body");
  await page.keyboard.press("Enter");
  await page.waitForFunction((text) => document.getElementById("body").value !== text, {}, before);
  assert.equal(await page.evaluate(() => document.activeElement.id), "body");

  // On through the answer: tabs by arrows, a policy row by Enter and Escape.
  await page.focus("#tab-opted-out");
  await page.keyboard.press("ArrowRight");
  assert.equal(await page.evaluate(() => document.activeElement.id), "tab-mailbox");
  assert.equal(await page.$eval("#tab-mailbox", (e) => e.getAttribute("aria-selected")), "true");
  await page.focus(".answer .chip");
  await page.keyboard.press("Enter");
  const card = await page.waitForSelector(".row-card:popover-open");
  assert.match(await card.evaluate((e) => e.textContent), /sources/i);
  await page.keyboard.press("Escape");
  await page.waitForSelector(".row-card", { hidden: true });
  assert.equal(await focused(page), "chip");
  await page.close();
});

test("focus moves in reading order and is always to be seen", async () => {
  const { page } = await composer.open();
  await sample(page, 3);
  await page.evaluate(() => document.activeElement.blur());
  const seen = [];
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(() => {
      const e = document.activeElement;
      const { x, y, width, height } = e.getBoundingClientRect();
      const ring = getComputedStyle(e.closest(".editor") ?? e).outlineStyle;
      const column = e.closest(".answer") ? 2 : e.closest(".page") ? 1 : 0;
      return { at: e === document.body ? "" : e.id || e.className || e.tagName, x, y, width, height, ring, column };
    });
    if (stop.at === "") break;
    seen.push(stop);
  }
  assert.ok(seen.length > 20);
  assert.deepEqual(seen.filter((stop) => stop.ring === "none" || stop.width === 0).map((stop) => stop.at), []);
  const columns = seen.map((stop) => stop.column);
  assert.deepEqual(columns, columns.toSorted());
  await page.close();
});

function focused(page) {
  return page.evaluate(() => document.activeElement.className);
}
