// The element beside a textarea that Vue 3 binds: value and model agree through typing, a fix and undo.

import assert from "node:assert/strict";
import { test } from "node:test";
import { clickIn, untilState, untilVerdict, useDemos } from "./demos.mjs";

const demos = useDemos("chromium");

test("a bound message agrees with its model", async () => {
  const { page, errors } = await demos.open("vue/");
  await untilState(page);
  const text = "Your flat number is missing. Which one is it? Please leave us a review.";
  await page.type("#message", text);
  await untilVerdict(page, "mixed");
  const both = () => page.evaluate(() => [document.querySelector("#message").value, document.querySelector("#held").textContent]);
  await clickIn(page, '[data-fix^="split"]');
  await untilVerdict(page, "critical");
  const [value, held] = await both();
  assert.equal(held, value);
  assert.doesNotMatch(value, /review/);
  assert.equal(await page.$eval("#verdict", (output) => output.textContent), "critical");
  await page.focus("#message");
  await page.keyboard.down("Control");
  await page.keyboard.press("z");
  await page.keyboard.up("Control");
  await untilVerdict(page, "mixed");
  assert.deepEqual(await both(), [text, text]);
  assert.deepEqual(errors, []);
});
