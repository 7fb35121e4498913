// Typing: each sample's verdict, findings, calm announcements, hostile and huge text, the page without its engine's answer.

import assert from "node:assert/strict";
import { test } from "node:test";
import { paste, sample, untilVerdict, useComposer, value, verdict } from "./composer.mjs";

const composer = useComposer();

const samples = [
  ["critical", /Flat number/],
  ["non_critical", /like your lamp/],
  ["mixed", /Engraving/],
  ["non_critical", /^\[Important\]/],
];

for (const [number, [expected, subject]] of samples.entries()) {
  test(`sample ${number} is ${expected}, and so is its text typed key by key`, async () => {
    const { page, errors } = await composer.open();
    assert.equal(await sample(page, number), expected);
    const [line, body] = [await value(page, "subject"), await value(page, "body")];
    assert.match(line, subject);
    await page.click(".composer-foot .is-quiet");
    await page.waitForSelector(".verdict.is-empty");
    await page.type("#subject", line);
    await page.type("#body", body);
    await untilVerdict(page, expected);
    assert.equal(await value(page, "body"), body);
    assert.deepEqual(errors, []);
    await page.close();
  });
}

test("the empty page says in one sentence what it does", async () => {
  const { page } = await composer.open();
  const text = await page.$eval(".verdict.is-empty .verdict-meaning", (e) => e.textContent);
  assert.equal(text.match(/\./g).length, 1);
  assert.equal(await page.$(".findings"), null);
  await page.close();
});

test("the verdict follows each keystroke", async () => {
  const { page } = await composer.open();
  await page.type("#body", "Hello");
  assert.equal(await verdict(page), "unclear");
  await page.type("#body", ", which flat number should we put on the label?");
  await untilVerdict(page, "critical");
  await page.type("#body", " Please leave us a review.");
  await untilVerdict(page, "mixed");
  await page.close();
});

test("the live region speaks once per change, after a pause", async () => {
  const { page } = await composer.open();
  await page.evaluate(() => {
    globalThis.spoken = [];
    const live = document.getElementById("live");
    new MutationObserver(() => globalThis.spoken.push(live.textContent)).observe(live, { childList: true, characterData: true, subtree: true });
  });
  await paste(page, "body", "Which flat number should we put on the label?");
  await page.waitForFunction(() => globalThis.spoken.some((words) => words !== ""));
  const spoken = (await page.evaluate(() => globalThis.spoken)).filter((words) => words !== "");
  assert.equal(spoken.length, 1);
  assert.match(spoken[0], /^Critical\. Buyer who opted out: Blocked/);
  await page.close();
});

test("hostile text is shown as text", async () => {
  const { page, errors } = await composer.open();
  const hostile = `<img src=x onerror="document.title='owned'"><script>document.title='owned'</script> Which flat number?`;
  await paste(page, "subject", hostile);
  await paste(page, "body", hostile);
  await page.waitForSelector("[data-verdict]");
  await page.click("#tab-takes");
  assert.equal(await page.$eval(".mail-body", (e) => e.textContent), hostile);
  assert.equal(await page.$("main img, main script"), null);
  assert.notEqual(await page.title(), "owned");
  assert.deepEqual(errors, []);
  await page.close();
});

test("odd characters neither break the page nor shift a mark", async () => {
  const { page, errors } = await composer.open();
  for (const text of ["\ud83d alone \ude00", "\u0000\u200b\ufeff\u202e", "é".repeat(3), "الرقم 12 😀 flat number?", "\r\n\r\n"]) {
    await paste(page, "body", `${text} Which flat number should we put on the label?`);
    await untilVerdict(page, "critical");
    const words = await page.evaluate(() => [...CSS.highlights.get("compose-needed")].map(String).join("|"));
    assert.match(words, /flat number/);
  }
  assert.deepEqual(errors, []);
  await page.close();
});

test("a pasted megabyte is judged and the page answers again", async (t) => {
  const { page, errors } = await composer.open();
  const line = "Which flat number should we put on the label for 14 Canal Street? Please leave us a review. ";
  const body = line.repeat(Math.ceil(1_000_000 / line.length)).replaceAll(/(.{2000})/g, "$1\n");
  const began = performance.now();
  await page.evaluate((text) => {
    const field = document.getElementById("body");
    field.value = text;
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }, body);
  await untilVerdict(page, "mixed");
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
  t.diagnostic(`1 MB judged and painted in ${Math.round(performance.now() - began)} ms`);
  await page.type("#subject", "Still alive");
  assert.equal(await value(page, "subject"), "Still alive");
  assert.deepEqual(errors, []);
  await page.close();
});

test("a subject stays one line", async () => {
  const { page } = await composer.open();
  await paste(page, "subject", "Flat\nnumber");
  assert.equal(await value(page, "subject"), "Flat number");
  await page.keyboard.press("Enter");
  assert.equal(await value(page, "subject"), "Flat number");
  await page.close();
});
