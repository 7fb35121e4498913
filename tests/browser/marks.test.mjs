// Marks lie exactly on the words of the text field, measured in pixels: wrapped, scrolled, with emoji, at 200 % zoom.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { marks, paste, styled, useComposer } from "./composer.mjs";
import { difference } from "./pixels.mjs";

const composer = useComposer();

const wrapped =
  "Hello 👩‍🚀 Ms Márquez 😀😀, the carrier needs a flat number for 14 Canal Street and the address on the label of your " +
  "order does not show one. Which flat number should we put on the label so that the parcel finds you?\n\n" +
  "\tPlease leave us a five-star review 🇩🇪 if   you like the lamp, averyveryveryveryveryveryveryveryverylongwordthathastobreakinthemiddleofitself " +
  "and one more thing — “thank you”.\n";
const scrolled = `${"One more line about nothing in particular.\n".repeat(60)}${wrapped}`;

const cases = [
  { name: "short", body: "Which flat number should we put on the label?", look: {} },
  { name: "wrapped, with emoji", body: wrapped, look: {} },
  { name: "scrolled to the end", body: scrolled, look: {} },
  { name: "on a phone", body: wrapped, look: { width: 360, height: 740 } },
  { name: "at 200 % zoom", body: wrapped, look: { width: 640, height: 400, scale: 2 } },
  { name: "scrolled at 200 % zoom", body: scrolled, look: { width: 640, height: 400, scale: 2 } },
];

/** Only the glyphs of the text field, or only those of the layer under it. */
const quiet = "::highlight(compose-needed), ::highlight(compose-spoils), ::highlight(compose-breach), ::highlight(compose-style), " +
  "::highlight(compose-open) { background: none !important; text-decoration: none !important; } " +
  "textarea, textarea::placeholder { caret-color: transparent !important; }";
const ofField = `${quiet} .mirror { color: transparent !important } textarea { color: #000 !important }`;
const ofMirror = `${quiet} .mirror { color: #000 !important } textarea { color: transparent !important }`;

for (const { name, body, look } of cases) {
  describe(name, () => {
    test("both layers draw every glyph in the same place", async () => {
      const { page } = await composer.open(look);
      await fillBody(page, body);
      const shots = [];
      for (const css of [ofField, ofMirror]) {
        shots.push(await styled(page, css, () => shot(page)));
      }
      const { runs } = await difference(composer.browser, ...shots);
      // At fractions of a pixel two layers may round a few edge pixels differently; a shift by one pixel changes thousands.
      const strays = runs.reduce((sum, run) => sum + run.length, 0);
      assert.ok(strays <= (look.scale ? 40 : 0), `${strays} pixels of glyphs that are not over each other`);
      await page.close();
    });

    test("every mark is painted on its words and nowhere else", async () => {
      const { page } = await composer.open(look);
      await fillBody(page, body);
      const painted = (await marks(page)).filter((mark) => mark.field === "body");
      assert.ok(painted.length > 0);
      assert.ok(painted.every((mark) => body.slice(mark.start, mark.start + mark.words.length) === mark.words));
      const frame = await page.$eval("#body", (e) => e.closest(".editor").getBoundingClientRect().toJSON());
      const bare = await styled(page, "textarea { caret-color: transparent !important; }" + quiet, () => shot(page));
      const full = await styled(page, "textarea { caret-color: transparent !important; }", () => shot(page));
      const { runs } = await difference(composer.browser, bare, full);
      const scale = look.scale ?? 1;
      const boxes = painted.flatMap((mark) => mark.rects).map((r) => ({
        left: (r.x - frame.x) * scale,
        right: (r.x - frame.x + r.width) * scale,
        top: (r.y - frame.y) * scale,
        bottom: (r.y - frame.y + r.height) * scale,
      }));
      assert.ok(runs.length > 0);
      const outside = runs.filter((run) => uncovered(boxes, run, 3 * scale));
      assert.deepEqual(outside.slice(0, 5), [], "paint outside the words");
      const seen = boxes.filter((box) => box.top >= 0 && box.bottom <= frame.height * scale && box.right > box.left + 2);
      const bareBoxes = seen.filter((box) => !runs.some((run) => touches(box, run)));
      assert.deepEqual(bareBoxes, [], "words without paint");
      await page.close();
    });
  });
}

test("a plain text field of the same style draws the same picture", async () => {
  const { page } = await composer.open();
  await fillBody(page, wrapped);
  const ours = await styled(page, ofField, () => shot(page));
  await page.evaluate(() => {
    const field = document.getElementById("body");
    const clone = field.cloneNode();
    clone.removeAttribute("id");
    clone.value = field.value;
    // A stand-alone field: not over the mirror, its own box in the flow.
    const style = getComputedStyle(field);
    for (const name of ["font", "padding", "border", "whiteSpace", "overflowWrap", "wordBreak", "tabSize", "lineHeight"]) {
      clone.style[name] = style[name];
    }
    clone.style.position = "static";
    clone.style.display = "block";
    clone.style.width = `${field.clientWidth}px`;
    clone.style.height = `${field.clientHeight}px`;
    field.closest(".sheet").replaceChildren(clone);
  });
  const theirs = await styled(page, ofField, () => shot(page));
  const { width, height, runs } = await difference(composer.browser, ours, theirs);
  const inside = runs.filter(({ x, y }) => x > 3 && y > 3 && x < width - 4 && y < height - 4);
  assert.deepEqual(inside.slice(0, 5), []);
  await page.close();
});

async function fillBody(page, body) {
  await paste(page, "body", body);
  await page.waitForSelector("[data-verdict]");
  await page.$eval("#body", (field, at) => {
    field.setSelectionRange(at, at);
    const editor = field.closest(".editor");
    editor.scrollTop = editor.scrollHeight;
    editor.scrollIntoView({ block: "center", behavior: "instant" });
  }, body.length);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** The editor once it has come to rest: two pictures in a row that are the same. */
async function shot(page) {
  let before;
  for (let tries = 0; tries < 20; tries++) {
    const clip = await page.evaluate(() => {
      const { x, y, width, height } = document.querySelectorAll(".editor")[1].getBoundingClientRect();
      return { x, y: y + scrollY, width, height };
    });
    const now = Buffer.from(await page.screenshot({ clip }));
    if (before?.equals(now)) return now;
    before = now;
  }
  throw new Error("the editor does not come to rest");
}

/** Whether some pixel of the run lies in none of the boxes; a wavy line reaches a little below its words. */
function uncovered(boxes, run, slack) {
  const row = boxes.filter((box) => run.y >= box.top - slack && run.y <= box.bottom + 3 * slack);
  const inRow = (x) => row.some((box) => x >= box.left - slack && x <= box.right + slack);
  return !Array.from({ length: run.length }, (_, i) => run.x + i).every(inRow);
}

function touches(box, run) {
  return run.y >= box.top && run.y <= box.bottom + 8 && run.x < box.right && run.x + run.length > box.left;
}
