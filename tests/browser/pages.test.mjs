// The pages beside the composer: navigation, the rules with their permalinks, the model's own test, privacy.

import assert from "node:assert/strict";
import { test } from "node:test";
import { axeViolations } from "./harness.mjs";
import { paste, untilVerdict, useComposer, value } from "./composer.mjs";

const composer = useComposer();
const pages = ["rules", "model", "privacy"];

/** Follows the navigation's link to a page. */
async function visit(page, name) {
  await page.click(`.navigation a[href="#/${name}"]`);
  await page.waitForSelector(name === "" ? "#body" : "#page-title", { visible: true });
}

test("a draft is still there after a look at other pages, and its undo too", async () => {
  const { page } = await composer.open();
  await page.focus("#body");
  await page.keyboard.type("Which name should we engrave?");
  await untilVerdict(page, "critical");
  for (const name of pages) {
    await visit(page, name);
    assert.equal(await page.$eval("#page-title", (e) => e === document.activeElement), true, "the heading has the focus");
    assert.match(await page.title(), /· Compose Helper$/);
  }
  await page.goBack();
  await page.waitForFunction(() => location.hash === "#/model");
  await visit(page, "");
  assert.equal(await value(page, "body"), "Which name should we engrave?");
  await page.focus("#body");
  await page.keyboard.down("Control");
  await page.keyboard.press("z");
  await page.keyboard.up("Control");
  await page.waitForFunction(() => document.querySelector("#body").value !== "Which name should we engrave?");
  await page.close();
});

test("a seller looks up why a phrase was flagged, and sends a colleague the link", async () => {
  const { page } = await composer.open();
  await visit(page, "rules");
  await page.waitForSelector(".rule");
  const all = (await page.$$(".rule")).length;
  await page.type("#rules-search", "5 stars");
  await page.waitForFunction((most) => document.querySelectorAll(".rule").length < most, {}, all);
  const [id, link, mark] = await page.$eval(".rule", (rule) => [
    rule.id,
    rule.querySelector(".rule-link").getAttribute("href"),
    rule.querySelector("mark").textContent,
  ]);
  assert.ok(mark.length > 2);
  assert.equal(link, `#/rules/${id.replace("rule-", "")}`);
  await page.$eval(".rule .chip", (chip) => chip.click());
  await page.waitForSelector(".row-card:popover-open");
  const colleague = await composer.open();
  await colleague.page.evaluate((href) => (location.hash = href), link);
  await colleague.page.waitForFunction((wanted) => document.activeElement?.id === wanted, {}, id);
  assert.deepEqual(colleague.errors, []);
  await Promise.all([page.close(), colleague.page.close()]);
});

test("rules are shown in the language of the messages, and an unknown one is told", async () => {
  const { page } = await composer.open();
  await page.evaluate(() => (location.hash = "#/rules/no-such-rule"));
  await page.waitForFunction(() => /no-such-rule/.test(document.querySelector("[role=alert]")?.textContent ?? ""));
  await page.select("#rules-lang", "de");
  await page.waitForFunction(() => /Bewertung|Gravur/.test(document.querySelector(".rule-list")?.textContent ?? ""));
  await page.close();
});

test("the model's test runs in the page and counts every blind draft", async () => {
  const { page, errors } = await composer.open();
  await visit(page, "model");
  await page.click("#prove");
  await page.waitForFunction(() => document.querySelectorAll("#main table")[0]?.querySelectorAll("tbody tr").length === 13, { timeout: 60_000 });
  const rows = await page.$eval("#main table", (table) => [...table.tBodies[0].rows].map((row) => [...row.cells].map((c) => c.textContent)));
  const total = rows.at(-1);
  const sum = rows.slice(0, -1).reduce((drafts, row) => drafts + Number(row[1]), 0);
  assert.equal(Number(total[1]), sum);
  assert.ok(sum >= 500, `${sum} drafts`);
  assert.match(total[2], /^\d\d\.\d %$/);
  await page.click("#measure");
  await page.waitForFunction(() => / ms/.test(document.querySelector("#bench ~ .figure").textContent));
  assert.deepEqual(errors, []);
  await page.close();
});

test("the page of privacy lists what was fetched and the rule that the browser enforces", async () => {
  const { page, requests } = await composer.open();
  await paste(page, "body", "Which name should we engrave?");
  await visit(page, "privacy");
  const names = await page.$$eval("#main tbody td:first-child", (cells) => cells.map((c) => c.textContent));
  assert.ok(names.includes("packs/en.bin") && names.includes("compose-app_bg.wasm"), names.join(", "));
  assert.equal(names.length, new Set(requests).size);
  assert.match(await page.$eval(".code-list", (e) => e.textContent), /default-src 'none'/);
  assert.match(await page.$eval(".figure", (e) => e.textContent), /^0 requests/);
  await page.close();
});

for (const scheme of ["light", "dark"]) {
  for (const width of [360, 1280]) {
    test(`axe finds nothing on the pages and nothing sticks out, ${scheme}, ${width} px`, async () => {
      const { page } = await composer.open({ width, height: 800, scheme });
      for (const name of pages) {
        await visit(page, name);
        if (name === "rules") await page.waitForSelector(".rule");
        assert.deepEqual(await axeViolations(page), [], name);
        const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        assert.equal(over, 0, name);
      }
      await page.close();
    });
  }
}
