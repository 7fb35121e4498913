// A language's rules are fetched when it is first chosen, from the page's own folder and without a word of the message.

import assert from "node:assert/strict";
import { test } from "node:test";
import { choose, paste, untilVerdict, useComposer, value } from "./composer.mjs";

const composer = useComposer();
const german = "Guten Tag, der Paketbote fand an der Haustür keinen passenden Namen. Welcher Name steht auf Ihrer Klingel?";

/** File names of what was asked for. */
const names = (requests) => requests.map((address) => new URL(address).pathname.split("/").at(-1));

test("the page loads English and no other language", async () => {
  const { page, requests } = await composer.open();
  assert.deepEqual(names(requests).filter((name) => name.endsWith(".bin")), ["en.bin"]);
  await page.close();
});

test("a seller writes German: one file is fetched, once, and the message is judged", async () => {
  const { page, requests } = await composer.open();
  const loaded = requests.length;
  await paste(page, "body", german);
  await untilVerdict(page, "critical");
  for (const language of ["English", "Deutsch"]) await choose(page, "language", language);
  await untilVerdict(page, "critical");
  assert.deepEqual(names(requests.slice(loaded)), ["de.bin"]);
  assert.equal(new URL(requests.at(-1)).search, "");
  await page.close();
});

test("when a language cannot be had the page says so, keeps the text, and reads the others", async () => {
  const { page } = await composer.open();
  let refused = true;
  await page.setRequestInterception(true);
  page.on("request", (request) => (refused && request.url().endsWith("fr.bin") ? request.abort() : request.continue()));
  await paste(page, "body", "Which flat number should the courier ring at?");
  await untilVerdict(page, "critical");
  await choose(page, "language", "Français");
  const warning = await page.waitForSelector("#answer .warning[role=alert]");
  assert.match(await warning.evaluate((element) => element.textContent), /packs\/fr\.bin/);
  await untilVerdict(page, "unclear");
  assert.equal(await value(page, "body"), "Which flat number should the courier ring at?");
  await choose(page, "language", "English");
  await untilVerdict(page, "critical");
  assert.equal(await page.$("#answer .warning"), null);
  refused = false;
  await choose(page, "language", "Français");
  await paste(page, "body", "Quel est votre numéro d'appartement ?");
  await untilVerdict(page, "critical");
  assert.equal(await page.$("#answer .warning"), null);
  await page.close();
});
