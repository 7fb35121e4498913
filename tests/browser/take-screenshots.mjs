// Takes the pictures in docs/screenshots from the built page: node take-screenshots.mjs. Must not judge what it sees.

import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { choose, marks, sample } from "./composer.mjs";
import { launch, open, serve } from "./harness.mjs";

const folder = join(dirname(fileURLToPath(import.meta.url)), "../../docs/screenshots");

const pictures = [
  { name: "light", look: { width: 1440, height: 900, scheme: "light" }, number: 2, show: "opted-out" },
  { name: "dark", look: { width: 1440, height: 900, scheme: "dark" }, number: 3, show: "mailbox" },
  { name: "critical", look: { width: 1100, height: 860, scheme: "light" }, number: 0, show: "opted-out", card: true },
  { name: "phone", look: { width: 390, height: 844, scheme: "light" }, scale: 2, number: 2, show: "opted-out" },
  { name: "phone-dark", look: { width: 390, height: 844, scheme: "dark" }, scale: 2, number: 0, show: "opted-out" },
];

await mkdir(folder, { recursive: true });
const [server, browser] = await Promise.all([serve(), launch()]);
for (const { name, look, number, show, card, scale } of pictures) {
  const { page } = await open(browser, server.url, look);
  await page.setViewport({ width: look.width, height: look.height, deviceScaleFactor: scale ?? 1 });
  await sample(page, number);
  await choose(page, "marketplace", "United States");
  if (number === 0) await choose(page, "channel", "E-mail");
  await page.$eval(`#tab-${show}`, (tab) => tab.click());
  await page.evaluate(() => document.activeElement.blur());
  if (card) await openCard(page);
  await page.evaluate(() => new Promise((done) => setTimeout(done, 300)));
  await page.screenshot({ path: join(folder, `${name}.png`), optimizeForSpeed: false });
  await page.close();
}
await browser.close();
await server.close();

async function openCard(page) {
  const { x, y, width, height } = (await marks(page)).find((mark) => mark.field === "body").rects[0];
  await page.mouse.click(x + width / 2, y + height / 2);
  await page.waitForSelector(".phrase-card");
}
