// A seller does not want to be told everything: one finding here, one rule for good, and each wish can be taken back.

import assert from "node:assert/strict";
import { test } from "node:test";
import { axeViolations } from "./harness.mjs";
import { paste, untilVerdict, useComposer } from "./composer.mjs";

const composer = useComposer();
const text = "Which flat number? See http://a.example/x and http://b.example/y \u{1f600}";

const told = (page) => page.$$eval(".findings .note-what", (all) => all.map((e) => e.firstChild.textContent.trim()));
const links = (page) => page.$$eval(".findings q", (all) => all.filter((e) => /\.example/.test(e.textContent)).length);
const press = (page, label, within = ".findings") =>
  page.evaluate(
    (wanted, scope) => [...document.querySelectorAll(`${scope} .mute-button`)].find((b) => b.textContent === wanted).click(),
    label,
    within,
  );

test("one finding is muted here, its twin stays; undo brings it back", async () => {
  const { page } = await composer.open();
  await paste(page, "body", text);
  await page.waitForSelector(".findings .mute-button");
  const [before, verdict] = [await told(page), await page.$eval("[data-verdict]", (e) => e.dataset.verdict)];
  const linksBefore = await links(page);
  assert.equal(linksBefore, 2, before.join(" | "));
  await page.$$eval(".findings li", (all) =>
    all.find((li) => li.textContent.includes("a.example")).querySelector(".mute-button").click(),
  );
  await page.waitForFunction((n) => document.querySelectorAll(".findings .note-what").length === n - 1, {}, before.length);
  assert.equal(await links(page), linksBefore - 1);
  assert.equal(await page.evaluate(() => document.activeElement.id), "findings-title");
  assert.equal(await page.$eval("[data-verdict]", (e) => e.dataset.verdict), verdict);
  await page.click("#mute-undo");
  await page.waitForFunction((n) => document.querySelectorAll(".findings .note-what").length === n, {}, before.length);
  await page.close();
});

test("a rule that is muted for good stays muted at the next visit, is listed, and can be told again", async () => {
  const { page } = await composer.open();
  await paste(page, "body", text);
  await page.waitForSelector(".findings .mute-button");
  const emoji = () => page.$$eval(".findings .note-body", (all) => all.filter((e) => /emoji/i.test(e.textContent)).length);
  assert.equal(await emoji(), 1);
  await page.$$eval(".findings li", (all) =>
    [...all.find((li) => /emoji/i.test(li.querySelector(".note-what").textContent)).querySelectorAll(".mute-button")].at(-1).click(),
  );
  await page.waitForSelector("#hidden-findings li");
  assert.equal(await emoji(), 0);
  assert.deepEqual(await axeViolations(page), []);

  await page.reload();
  await page.waitForSelector("html[data-ready]");
  await paste(page, "body", text);
  await page.waitForSelector("#hidden-findings li");
  assert.equal(await emoji(), 0);
  await press(page, "Tell it again", "#hidden-findings");
  await page.waitForSelector("#hidden-findings li", { hidden: true });
  assert.equal(await emoji(), 1);
  assert.equal(await page.evaluate(() => localStorage.getItem("compose-muted")), null);
  await page.close();
});

test("what can cost the account cannot be muted for good", async () => {
  const { page } = await composer.open();
  await paste(page, "body", "If you love it, please leave us a five-star review and we send you a gift card.");
  await untilVerdict(page, "non_critical");
  const buttons = await page.$$eval(".findings li", (all) =>
    all.map((li) => [/your account/.test(li.querySelector(".note-severity")?.textContent ?? ""), li.querySelectorAll(".mute-button").length]),
  );
  assert.ok(buttons.length > 1 && buttons.every(([grave, number]) => number === (grave ? 1 : 2)), JSON.stringify(buttons));
  await page.close();
});
