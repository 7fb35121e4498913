// The element beside a portal's own fields, as the portal's user works with it: verdict, marks, fixes, undo, the host's form.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { available } from "./harness.mjs";
import { clickIn, paste, untilShown, untilState, untilVerdict, useDemos } from "./demos.mjs";

const mixed = "Your flat number is missing. Which one is it?\n\nPlease leave us a review. 😀";
const needed = "Your flat number is missing. Which one is it?";

for (const name of ["chromium", "firefox"]) {
  describe(name, { skip: !available(name) && "not installed" }, () => {
    const demos = useDemos(name);
    const value = (page, selector = "#message") => page.$eval(selector, (field) => field.value ?? field.innerText);

    test("tells the verdict while one types, with the words that decide", async () => {
      const { page, errors } = await demos.open("plain/");
      await untilState(page);
      await page.type("#message", "Please leave us a review");
      await untilVerdict(page, "non_critical");
      const words = await page.$eval("compose-helper", (element) => element.shadowRoot.querySelector(".word").textContent);
      assert.match(words, /review/);
      await paste(page, "#message", mixed);
      await untilVerdict(page, "mixed");
      await paste(page, "#message", needed);
      await untilVerdict(page, "critical");
      await paste(page, "#message", " ");
      await untilVerdict(page, "none");
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("a fix is one click, undo takes it back, and nothing else ever writes", async () => {
      const { page } = await demos.open("plain/");
      await untilState(page);
      await page.evaluate(() => {
        globalThis.fixes = [];
        addEventListener("compose-fix", ({ detail }) => globalThis.fixes.push(detail));
      });
      await paste(page, "#message", mixed);
      await untilVerdict(page, "mixed");
      assert.equal(await value(page), mixed);
      await clickIn(page, '[data-fix^="split"]');
      await untilVerdict(page, "critical");
      assert.doesNotMatch(await value(page), /review/);
      const [fix] = await page.evaluate(() => globalThis.fixes);
      assert.deepEqual([fix.kind, fix.before.body, fix.after.body], ["split", mixed, await value(page)]);
      assert.match(fix.rest.body, /review/);
      assert.equal(await page.evaluate(() => document.activeElement.id), "message");
      await page.keyboard.down("Control");
      await page.keyboard.press("z");
      await page.keyboard.up("Control");
      await untilVerdict(page, "mixed");
      assert.equal(await value(page), mixed);
      await page.close();
    });

    test("marks lie under the words in a textarea, through wrapping and scrolling, and catch no click", async () => {
      const { page } = await demos.open("plain/");
      await untilState(page);
      const filler = "The box is blue and the ribbon is green. ".repeat(30);
      await paste(page, "#message", `${filler}Please leave us a review.`);
      const isMarked = () => /review/.test([...document.querySelector("compose-helper").shadowRoot.querySelectorAll(".mark")].at(-1)?.textContent);
      await page.waitForFunction(isMarked);
      const places = await page.evaluate(() => {
        const field = document.querySelector("#message");
        field.scrollTop = field.scrollHeight;
        return new Promise((resolve) => {
          requestAnimationFrame(() => requestAnimationFrame(() => {
            const root = document.querySelector("compose-helper").shadowRoot;
            const mark = [...root.querySelectorAll(".mark")].at(-1).getBoundingClientRect();
            const frame = field.getBoundingClientRect();
            const at = document.elementFromPoint(mark.x + mark.width / 2, mark.y + mark.height / 2);
            resolve({ mark: mark.toJSON(), frame: frame.toJSON(), hit: at.id });
          }));
        });
      });
      const { mark, frame, hit } = places;
      assert.ok(mark.top > frame.top && mark.bottom <= frame.bottom, JSON.stringify(places));
      assert.ok(mark.left >= frame.left && mark.right <= frame.right, JSON.stringify(places));
      assert.equal(hit, "message");
      await page.close();
    });

    test("a contenteditable keeps its own nodes, with marks beside them and fixes in them", async () => {
      const { page } = await demos.open("plain/");
      await untilState(page, "ready", "#second");
      await page.evaluate(() => {
        const note = document.querySelector("#note");
        note.innerHTML = "<p>Your flat <b>number</b> is missing. Which one is it?</p><p>Please leave us a review.</p>";
        // What a grammar extension puts into a page.
        const foreign = document.createElement("grammar-marks");
        foreign.setAttribute("contenteditable", "false");
        foreign.textContent = "2 issues";
        note.append(foreign);
      });
      await untilVerdict(page, "mixed", "#second");
      const before = await page.$eval("#note", (note) => note.innerHTML);
      const marked = await page.evaluate(() =>
        [...(CSS.highlights ?? [])].flatMap(([kind, ranges]) => [...ranges].map((range) => [kind, range.toString()])),
      );
      assert.ok(marked.some(([kind, words]) => kind === "compose-helper-spoils" && /review/.test(words)), JSON.stringify(marked));
      assert.equal(await page.$eval("#note", (note) => note.innerHTML), before);
      await clickIn(page, '[data-fix^="split"]', "#second");
      await untilVerdict(page, "critical", "#second");
      const after = await page.$eval("#note", (note) => note.innerHTML);
      assert.match(after, /<b>number<\/b>/);
      assert.doesNotMatch(after, /review/);
      await page.close();
    });

    test("what a script writes is noticed, and a field that goes and comes back", async () => {
      const { page } = await demos.open("plain/");
      await untilState(page);
      await page.$eval("#message", (field) => (field.value = "Please leave us a review."));
      await untilVerdict(page, "non_critical");
      await page.evaluate(() => {
        globalThis.field = document.querySelector("#message");
        globalThis.field.remove();
        document.querySelector("#subject").remove();
      });
      const gone = () => document.querySelector("compose-helper").shadowRoot.querySelector('[data-stage="missing"]') !== null;
      await page.waitForFunction(gone);
      await page.evaluate(() => {
        const anew = document.createElement("textarea");
        anew.id = "message";
        anew.value = "Your flat number is missing. Which one is it?";
        document.querySelector(".fields").append(anew);
      });
      await untilVerdict(page, "critical");
      await page.close();
    });

    test("in block mode the form is held until it is mended, without a line of the host's", async () => {
      const { page, errors } = await demos.open("form/");
      await untilState(page);
      await page.evaluate(() => {
        globalThis.decisions = [];
        addEventListener("compose-before-send", ({ detail }) => globalThis.decisions.push(detail.decision));
      });
      await paste(page, "#subject", "[Important] Your address");
      await paste(page, "#message", mixed);
      await untilVerdict(page, "mixed");
      await page.click("#send");
      await untilShown(page, ".gate");
      assert.match(page.url(), /form\/$/);
      assert.deepEqual(await page.evaluate(() => globalThis.decisions), ["block"]);
      const focused = () => document.querySelector("compose-helper").shadowRoot.activeElement?.dataset.fix ?? "";
      await page.waitForFunction(focused);
      await clickIn(page, '[data-fix^="split"]');
      await untilVerdict(page, "critical");
      assert.equal(await page.$("compose-helper >>> .gate"), null);
      await Promise.all([page.waitForNavigation(), page.click("#send")]);
      assert.match(new URL(page.url()).searchParams.get("message"), /flat number/);
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("without its module the form still submits, and the panel says plainly that nothing is checked", async () => {
      const { page, errors } = await demos.open("form/", {
        prepare: async (page) => {
          await page.setRequestInterception(true);
          page.on("request", (request) => (request.url().endsWith(".wasm") ? request.abort() : request.continue()));
        },
      });
      await untilState(page, "degraded");
      const notice = await page.$eval("compose-helper", (element) => element.shadowRoot.querySelector(".notice").textContent);
      assert.match(notice, /not available/);
      await page.type("#message", "Please leave us a review.");
      await Promise.all([page.waitForNavigation(), page.click("#send")]);
      assert.match(page.url(), /sent\.html/);
      assert.deepEqual(errors.filter((text) => !/wasm|Failed to load/.test(text)), []);
      await page.close();
    });
  });
}
