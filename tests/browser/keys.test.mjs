// Keys from finding to finding, text cleaned on its way in and out, and what is wrong with a marker.

import assert from "node:assert/strict";
import { test } from "node:test";
import { choose, paste, selection, untilVerdict, useComposer, value } from "./composer.mjs";

const composer = useComposer();
const question = "Which flat number should we put on the label?";

test("F8 leads to each finding with its card, Enter mends, Escape returns to the caret", async () => {
  const { page } = await composer.open();
  const body = `${question}\n\nPlease leave us a five-star review. Write to a@example.com.`;
  await paste(page, "body", body);
  await untilVerdict(page, "mixed");
  await page.$eval("#body", (field) => field.setSelectionRange(7, 7));
  await page.keyboard.press("F8");
  await page.waitForSelector(".phrase-card");
  const first = await selected(page);
  assert.ok(first.length > 0 && body.includes(first));
  await page.keyboard.press("F8");
  await page.waitForFunction((before) => {
    const { value, selectionStart, selectionEnd } = document.getElementById("body");
    return value.slice(selectionStart, selectionEnd) !== before;
  }, {}, first);
  await page.waitForSelector(".phrase-card");
  await page.keyboard.down("Shift");
  await page.keyboard.press("F8");
  await page.keyboard.up("Shift");
  await page.waitForFunction((before) => {
    const { value, selectionStart, selectionEnd } = document.getElementById("body");
    return value.slice(selectionStart, selectionEnd) === before;
  }, {}, first);
  await page.waitForSelector(".phrase-card");
  await painted(page);
  await page.keyboard.press("Escape");
  await page.waitForSelector(".phrase-card", { hidden: true });
  assert.deepEqual(await selection(page, "body"), [7, 7]);
  assert.equal(await page.evaluate(() => document.activeElement.id), "body");

  await page.keyboard.press("F8");
  await page.waitForSelector(".phrase-card .is-fix");
  await page.keyboard.press("Enter");
  await page.waitForFunction((text) => document.getElementById("body").value !== text, {}, body);
  const mended = await value(page, "body");
  assert.ok(mended.includes(question) && mended.split("\n").length <= body.split("\n").length, mended);
  await page.close();
});

test("Enter still begins a new line where no step led to the card", async () => {
  const { page } = await composer.open();
  await paste(page, "body", "Please leave us a five-star review.");
  await untilVerdict(page, "non_critical");
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  assert.equal(await value(page, "body"), "P\nlease leave us a five-star review.");
  await page.close();
});

test("F8 crosses from the subject into the text", async () => {
  const { page } = await composer.open();
  await paste(page, "subject", "😊 Your lamp");
  await paste(page, "body", "Please leave us a five-star review.");
  await page.focus("#subject");
  await page.keyboard.press("F8");
  await page.waitForFunction(() => document.activeElement.id === "body" || document.getElementById("subject").selectionEnd === 2);
  for (let i = 0; i < 4; i++) {
    if ((await page.evaluate(() => document.activeElement.id)) === "body") break;
    await page.keyboard.press("F8");
  }
  assert.equal(await page.evaluate(() => document.activeElement.id), "body");
  await page.waitForSelector(".phrase-card");
  await page.close();
});

test("a pasted text is cleaned, said so, and put back by undo or by a button", async () => {
  const { page } = await composer.open();
  const raw = `<p>${question}</p><p>flat\u200B number: https://a.example/x?utm_source=n&id=7</p>`;
  const clean = `${question}\nflat number: https://a.example/x?id=7`;
  await clip(page, raw);
  await page.waitForFunction((text) => document.getElementById("body").value === text, {}, clean);
  assert.match(await text(page, ".cleaning"), /4 HTML tags and 1 invisible character and 1 tracking part of a link/);
  await page.keyboard.down("Control");
  await page.keyboard.press("z");
  await page.keyboard.up("Control");
  await page.waitForFunction((text) => document.getElementById("body").value === text, {}, raw);
  assert.equal(await page.$(".cleaning"), null);
  await page.$eval("#body", (field) => field.select());
  await clip(page, raw);
  await page.waitForFunction((text) => document.getElementById("body").value === text, {}, clean);
  await page.click("#restore");
  await page.waitForFunction((text) => document.getElementById("body").value === text, {}, raw);
  await page.close();
});

test("what is copied is plain text without leftovers", async () => {
  const { page } = await composer.open();
  await allowClipboard(page);
  await paste(page, "body", `flat\u200B number: https://a.example/?utm_source=n`);
  await page.waitForSelector("[data-verdict]");
  await page.$$eval(".composer-foot .button", ([, copy]) => copy.click());
  await page.waitForSelector(".cleaning");
  assert.match(await text(page, ".cleaning"), /Copied without 1 invisible character and 1 tracking part of a link/);
  await page.waitForFunction(() => navigator.clipboard.readText().then((t) => t === "flat number: https://a.example/"));
  await page.type("#body", "x");
  await page.waitForSelector(".cleaning", { hidden: true });
  await page.close();
});

test("a marker is held against language, place, channel and rule, and its misuse names the words", async () => {
  const { page } = await composer.open();
  await paste(page, "subject", "[Wichtig] Flat number");
  await paste(page, "body", `[Important] ${question}`);
  await untilVerdict(page, "critical");
  await findings(page, /stands in the text, where it never had an effect/);
  await choose(page, "marketplace", "United States");
  await findings(page, /not in a language of the marketplace/);
  await choose(page, "marketplace", "Germany");
  await choose(page, "edition", "2025");
  await findings(page, /a marker that you type overrides nothing/);
  await choose(page, "channel", "Contact Buyer");
  await findings(page, /the subject is not yours/);
  await choose(page, "channel", "E-mail");
  await paste(page, "body", "Please leave us a product review.");
  await findings(page, /text that is not critical: “[^”]*review[^”]*”.*Likely first: no unasked messages for about 30 days/);
  await page.close();
});

function findings(page, pattern) {
  return page.waitForFunction(
    (source) => new RegExp(source, "s").test(document.querySelector(".findings").textContent),
    {},
    pattern.source,
  );
}

/** Puts a text on the clipboard and pastes it into the body as the browser does. */
async function clip(page, words) {
  await allowClipboard(page);
  await page.focus("#body");
  await page.evaluate((text) => navigator.clipboard.writeText(text), words);
  await page.keyboard.down("Control");
  await page.keyboard.press("v", { commands: ["Paste"] });
  await page.keyboard.up("Control");
}

function allowClipboard(page) {
  return page.browserContext().overridePermissions(new URL(page.url()).origin, ["clipboard-read", "clipboard-write", "clipboard-sanitized-write"]);
}

function selected(page) {
  return page.$eval("#body", ({ value, selectionStart, selectionEnd }) => value.slice(selectionStart, selectionEnd));
}

function text(page, selector) {
  return page.$eval(selector, (e) => e.textContent);
}

/** Waits until what the last key did is on the screen: the browser tells of a new selection later than it makes it. */
function painted(page) {
  return page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))));
}
