// The composer page as a test uses it: fields, verdict, marks, previews. Must not judge what it reads.

import { after, before } from "node:test";
import { launch, open, serve } from "./harness.mjs";

/** Starts server and browser for the tests of a file, and opens the page for each of them. */
export function useComposer(name = "chromium") {
  const held = {};
  before(async () => {
    [held.server, held.browser] = await Promise.all([serve(), launch(name)]);
  });
  after(async () => {
    await held.browser?.close();
    await held.server?.close();
  });
  return {
    /** @param {{ width?: number, height?: number, scheme?: "light" | "dark", scale?: number }} look */
    async open(look = {}) {
      const opened = await open(held.browser, held.server.url, look);
      await opened.page.waitForSelector("#body");
      if (look.scale) {
        const { width = 1280, height = 800, scale } = look;
        await opened.page.setViewport({ width, height, deviceScaleFactor: scale });
      }
      return opened;
    },
    get browser() {
      return held.browser;
    },
  };
}

/** Puts a text into a field at once, as a paste does. */
export async function paste(page, field, text) {
  await page.focus(`#${field}`);
  await page.evaluate(
    (id, value) => {
      document.getElementById(id).select();
      document.execCommand("insertText", false, value);
    },
    field,
    text,
  );
}

/** Chooses a sample by its number and waits for its verdict. */
export async function sample(page, number) {
  await page.click(`[data-sample="${number}"]`);
  return verdict(page);
}

/** The verdict's name, once there is one. */
export async function verdict(page) {
  const word = await page.waitForSelector("[data-verdict]");
  return word.evaluate((element) => element.dataset.verdict);
}

/** Waits until the verdict has this name. */
export function untilVerdict(page, name) {
  return page.waitForSelector(`[data-verdict="${name}"]`);
}

/** The text of a field. */
export function value(page, field) {
  return page.$eval(`#${field}`, (element) => element.value);
}

/** Where caret or selection stands in a field. */
export function selection(page, field) {
  return page.$eval(`#${field}`, ({ selectionStart, selectionEnd }) => [selectionStart, selectionEnd]);
}

/** Chooses an option of a select by the start of its name. */
export async function choose(page, id, name) {
  const option = await page.$eval(
    `#${id}`,
    (select, start) => [...select.options].find((o) => o.text.startsWith(start))?.value,
    name,
  );
  if (option === undefined) throw new Error(`${id} has no option ${name}`);
  await page.select(`#${id}`, option);
}

/** Every painted stretch: its kind, its words, and the rectangles of its lines in the window. */
export function marks(page) {
  return page.evaluate(() =>
    [...CSS.highlights].flatMap(([kind, ranges]) =>
      [...ranges].map((range) => ({
        kind,
        words: range.toString(),
        field: range.startContainer.parentElement?.parentElement.querySelector("textarea").id,
        start: range.startOffset,
        rects: [...range.getClientRects()].map(({ x, y, width, height }) => ({ x, y, width, height })),
      })),
    ),
  );
}

/** Changes one rule of the page's look while `run` runs; constructed sheets are what a strict policy allows. */
export async function styled(page, css, run) {
  await page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [sheet];
  }, css);
  const result = await run();
  await page.evaluate(() => (document.adoptedStyleSheets = []));
  return result;
}
