// The element beside a textarea that React 19 controls: value, state and caret agree through typing, fixes, undo and re-rendering.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { available } from "./harness.mjs";
import { clickIn, untilShown, untilState, untilVerdict, useDemos } from "./demos.mjs";

for (const name of ["chromium", "firefox"]) {
  describe(name, { skip: !available(name) && "not installed" }, () => {
    const demos = useDemos(name);

    /** Value of the field, what React holds, and the caret. */
    const agreed = async (page) => {
      const { value, held, caret } = await page.evaluate(() => {
        const field = document.querySelector("#message");
        return { value: field.value, held: document.querySelector("#held").textContent, caret: field.selectionStart };
      });
      assert.equal(held, value);
      return { value, caret };
    };
    const undo = async (page) => {
      await page.focus("#message");
      await page.keyboard.down("Control");
      await page.keyboard.press("z");
      await page.keyboard.up("Control");
    };

    test("200 keystrokes, three fixes, undo", async () => {
      const { page, errors } = await demos.open("react/");
      await untilState(page);
      const text =
        "Your flat number is missing. Which one is it? Write to a@example.com or see www.example.com for more. If you are happy with it, please leave us a 5 star review. We hope that all is well with your new bag.";
      assert.ok(text.length >= 200);
      for (let at = 0; at < text.length; at += 1) {
        await page.keyboard.type(text[at], at === 0 ? await page.focus("#message") : {});
        if (at % 25 === 0) assert.deepEqual(await agreed(page), { value: text.slice(0, at + 1), caret: at + 1 });
      }
      await untilVerdict(page, "mixed");
      assert.equal(await page.$eval("#verdict", (output) => output.textContent), "mixed");
      for (let fix = 0; fix < 3; fix += 1) {
        const before = await agreed(page);
        await clickIn(page, ".note [data-fix]");
        await page.waitForFunction((old) => document.querySelector("#message").value !== old, {}, before.value);
        const after = await agreed(page);
        assert.ok(after.caret <= after.value.length);
        await undo(page);
        await page.waitForFunction((old) => document.querySelector("#message").value === old, {}, before.value);
        await agreed(page);
        await page.keyboard.down("Control");
        await page.keyboard.press("y");
        await page.keyboard.up("Control");
        await page.waitForFunction((now) => document.querySelector("#message").value === now, {}, after.value);
        await agreed(page);
        if ((await page.$("compose-helper >>> [data-fix]")) === null) break;
      }
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("a field that React takes away and puts back is found again", async () => {
      const { page } = await demos.open("react/");
      await untilState(page);
      await page.type("#message", "Please leave us a review.");
      await untilVerdict(page, "non_critical");
      await page.click("#toggle");
      await untilShown(page, '[data-stage="missing"]');
      await page.click("#toggle");
      await untilVerdict(page, "non_critical");
      await page.type("#message", " Your flat number is missing. Which one is it?");
      await untilVerdict(page, "mixed");
      await page.close();
    });
  });
}
