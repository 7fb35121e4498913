// Looks: axe in light, dark and on a phone, no sideways scrolling, the verdict in sight on phones, forced colours, print.

import assert from "node:assert/strict";
import { test } from "node:test";
import { axeViolations } from "./harness.mjs";
import { choose, marks, sample, useComposer } from "./composer.mjs";

const composer = useComposer();

for (const scheme of ["light", "dark"]) {
  for (const [width, height] of [[1440, 900], [360, 740]]) {
    test(`axe finds nothing, ${scheme}, ${width} px`, async () => {
      const { page } = await composer.open({ width, height, scheme });
      assert.deepEqual(await axeViolations(page), []);
      for (const number of [0, 1, 2, 3]) {
        await sample(page, number);
        assert.deepEqual(await axeViolations(page), [], `sample ${number}`);
      }
      await openCard(page);
      await page.$eval(".findings .chip", (chip) => chip.click());
      await page.waitForSelector(".row-card:popover-open");
      await page.$eval("#tab-mailbox", (tab) => tab.click());
      assert.deepEqual(await axeViolations(page), [], "cards open");
      await page.close();
    });
  }
}

for (const width of [320, 360, 480, 640, 820, 1024, 1280, 1440, 1600]) {
  test(`nothing sticks out at ${width} px`, async () => {
    const { page } = await composer.open({ width, height: 800 });
    for (const number of [2, 3]) {
      await sample(page, number);
      await page.$eval("#tab-mailbox", (tab) => tab.click());
      const wide = await page.evaluate(() => {
        const most = document.documentElement.clientWidth;
        const out = [...document.querySelectorAll("main *")].filter((e) => {
          const box = e.getBoundingClientRect();
          return box.width > 0 && box.right > most + 1 && !e.closest(".samples, .visually-hidden");
        });
        return { scroll: document.documentElement.scrollWidth - most, out: out.map((e) => e.className) };
      });
      assert.deepEqual(wide, { scroll: 0, out: [] });
    }
    await page.close();
  });
}

test("on a phone the verdict stays in sight while typing", async () => {
  const { page } = await composer.open({ width: 360, height: 640 });
  await sample(page, 0);
  await page.evaluate(() => scrollTo({ top: 500, behavior: "instant" }));
  const bar = await page.$eval(".slim-bar", (e) => e.getBoundingClientRect().toJSON());
  assert.ok(bar.top >= 0 && bar.bottom < 90);
  assert.match(await page.$eval(".slim-bar", (e) => e.textContent), /Critical/);
  assert.equal(await page.$eval(".context-fields", (e) => e.checkVisibility()), false);
  await page.$eval(".context-summary", (e) => e.click());
  await page.waitForFunction(() => document.querySelector(".context-fields").checkVisibility());
  await choose(page, "channel", "Reply");
  await page.waitForFunction(() => /Reply/.test(document.querySelector(".context-line").textContent));
  await page.close();
});

test("the theme can be chosen and is kept", async () => {
  const { page } = await composer.open({ scheme: "light" });
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await paper();
  await page.click(".masthead .is-icon");
  await page.click(".masthead .is-icon");
  assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), "dark");
  assert.notEqual(await paper(), light);
  await page.reload();
  await page.waitForSelector("html[data-ready]");
  assert.notEqual(await paper(), light);
  await page.evaluate(() => localStorage.clear());
  await page.close();
});

test("in forced colours marks keep their different lines", async () => {
  const { page } = await composer.open();
  const session = await page.createCDPSession();
  await session.send("Emulation.setEmulatedMedia", { features: [{ name: "forced-colors", value: "active" }] });
  await sample(page, 2);
  const lines = await page.evaluate(() => {
    const mirror = document.querySelectorAll(".mirror")[1];
    return [...CSS.highlights.keys()].map((name) => getComputedStyle(mirror, `::highlight(${name})`).textDecorationStyle);
  });
  assert.ok(new Set(lines).size > 1, lines.join());
  await page.close();
});

async function openCard(page) {
  const { x, y, width, height } = (await marks(page)).find((mark) => mark.field === "body").rects[0];
  await page.mouse.click(x + width / 2, y + height / 2);
  await page.waitForSelector(".phrase-card");
}
