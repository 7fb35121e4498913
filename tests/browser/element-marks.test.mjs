// The layer with the marks lies glyph by glyph over the host's field, however that is styled, scrolled, clipped, zoomed or written.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { available, launch } from "./harness.mjs";
import { serveDemos } from "./demos.mjs";
import { difference } from "./pixels.mjs";

const text =
  "Your flat number is missing. Which one is it? If you like it, please leave us a 5 star review and we send you a gift card, see www.example.com for it.";
const fields = {
  padded: ["textarea", "padding: 25px 40px; border: 12px solid teal; letter-spacing: 1px; line-height: 2"],
  centred: ["textarea", "font: 20px/1.2 monospace; text-align: center; height: 90px"],
  rtl: ["textarea", "direction: rtl; font-size: 18px; height: 70px"],
  moved: ["textarea", "", "transform: translate(15px, 5px)"],
  input: ["input", "width: 300px; padding: 6px 20px; font-size: 18px; height: 50px"],
  capitals: ["textarea", "text-transform: uppercase; font-weight: 700; text-indent: 3em; height: 100px"],
  clipped: ["textarea", "", "height: 80px; overflow: auto"],
  zoomed: ["textarea", "", "zoom: 1.25"],
};
const boxes = Object.entries(fields).map(([id, [tag]]) => {
  const field = tag === "input" ? `<input id="${id}" value="${text}">` : `<textarea id="${id}" rows="5">${text}</textarea>`;
  return `<div id="around-${id}">${id === "clipped" ? "<p>Above</p><p>Above</p>" : ""}${field}</div>`;
});
const css = [
  "body { margin: 20px; } textarea { display: block; width: 420px; resize: none; } main { display: grid; grid-template-columns: 460px 560px; gap: 12px; }",
  "compose-helper { height: 0; overflow: hidden; }",
  ...Object.entries(fields).map(([id, [, own, around = ""]]) => `#${id} { ${own} } #around-${id} { ${around} }`),
].join("\n");
const page_ = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Fields</title><link rel="icon" href="data:,"><style>${css}</style>
<script type="module" src="/compose-helper/define.js"></script></head><body><main>${boxes.join("")}</main>
${Object.keys(fields).map((id) => `<compose-helper loading="eager" for="${id}"></compose-helper>`).join("")}</body></html>`;

/** Shows the glyphs of the fields alone, or those of the layers alone. */
function show(layers) {
  const bare = "textarea, input { caret-color: transparent; outline: none; scrollbar-width: none; }";
  const sheet = (css) => {
    const made = new CSSStyleSheet();
    made.replaceSync(css);
    return made;
  };
  const colour = layers ? "transparent" : "#000";
  document.adoptedStyleSheets = [sheet(`${bare} textarea, input { color: ${colour} !important; -webkit-text-fill-color: ${colour}; }`)];
  for (const { shadowRoot } of document.querySelectorAll("compose-helper")) {
    globalThis.own ??= shadowRoot.adoptedStyleSheets[0];
    const over = `.mirror { color: ${layers ? "#000" : "transparent"}; } .mark { text-decoration: none !important; }`;
    shadowRoot.adoptedStyleSheets = [globalThis.own, sheet(over)];
  }
}

for (const name of ["chromium", "firefox"]) {
  describe(name, { skip: !available(name) && "not installed" }, () => {
    test("both draw every glyph in the same place", async () => {
      const [server, browser] = await Promise.all([serveDemos({ pages: { "/fields": page_ } }), launch(name)]);
      try {
        const page = await browser.newPage();
        await page.setViewport({ width: 1100, height: 800 });
        await page.goto(`${server.url}fields`);
        const isMarked = () => [...document.querySelectorAll("compose-helper")].every(({ shadowRoot }) => shadowRoot?.querySelector(".mark"));
        await page.waitForFunction(isMarked);
        await page.evaluate(show, false);
        await page.evaluate(() => {
          document.querySelector("#centred").scrollTop = 20;
          document.querySelector("#rtl").scrollTop = 10;
          document.querySelector("#around-clipped").scrollTop = 40;
        });
        const shots = [];
        for (const layers of [false, true]) {
          await page.evaluate(show, layers);
          await page.evaluate(() => {
            dispatchEvent(new Event("resize"));
            return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
          });
          shots.push(await page.screenshot());
        }
        const { runs } = await difference(browser, ...shots);
        for (const id of Object.keys(fields)) {
          // Firefox lays a zoomed textarea's lines out at fractions of a pixel that it tells nobody.
          if (name === "firefox" && id === "zoomed") continue;
          const { left, right, top, bottom } = await page.$eval(`#${id}`, (field) => field.getBoundingClientRect().toJSON());
          const mine = runs.filter(({ x, y }) => x >= left && x <= right && y >= top && y <= bottom);
          const strays = mine.reduce((sum, run) => sum + run.length, 0);
          // Layers of their own may smooth edges differently; a field shifted by one pixel changes thousands.
          assert.ok(strays <= 500, `${id}: ${strays} pixels of glyphs that are not over each other`);
        }
      } finally {
        await browser.close();
        await server.close();
      }
    });
  });
}
