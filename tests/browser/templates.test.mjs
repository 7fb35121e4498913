// Templates: a seller checks a whole library, sees what is blocked, opens one in the composer, saves the result.

import assert from "node:assert/strict";
import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { crc32, deflateRawSync } from "node:zlib";
import { axeViolations } from "./harness.mjs";
import { choose, useComposer, value } from "./composer.mjs";

const composer = useComposer();
const critical = "Hello {{buyer_name}}, your address for order {{order_id}} shows no flat number. Could you tell us the flat number?";
const favour = "If you love it, please leave us a five-star review.";
const german = "Guten Tag, der Paketbote fand an der Haustür keinen passenden Namen. Welcher Name steht auf Ihrer Klingel?";
const five = `name,subject,text
Flat number,[Important] Your address,"${critical}"
Review,How do you like it?,"We hope you like your order, {{buyer_name}}. ${favour}"
Both,,"Which family name should we engrave on your sign? ${favour}"
Klingel,Ihre Lieferung,"${german}"
=Short,,"Hello, about your order."
`;

const held = {};
before(async () => (held.folder = await mkdtemp(join(tmpdir(), "templates-"))));
after(() => rm(held.folder, { recursive: true, force: true }));

test("a seller drops five templates, filters the blocked ones, opens one, and saves the table", async () => {
  const { page, requests, errors } = await openTemplates();
  const loaded = requests.length;
  await drop(page, "five.csv", five);
  await finished(page, 5);
  assert.deepEqual(await rows(page, 3), ["Critical", "Non-critical", "Mixed", "Critical", "Unclear"]);
  assert.deepEqual(await rows(page, 2), ["English", "English", "English", "Deutsch", "English"]);
  assert.deepEqual(names(requests.slice(loaded)), ["de.bin"]);
  assert.deepEqual(await page.$$eval(".chart-table td:nth-child(2)", cells), ["2", "1", "1", "1"]);

  await choose(page, "filter-outcome", "Blocked");
  await page.waitForFunction(() => document.querySelectorAll(".audit-row").length < 5);
  const blocked = await rows(page, 1);
  assert.ok(blocked.includes("Review") && !blocked.includes("Flat number"), blocked.join());
  assert.match(await page.$eval(".audit-shown", (e) => e.textContent), new RegExp(`^${blocked.length} of 5`));

  const csv = await saved(page, "#template-csv", "templates.csv");
  assert.ok(csv.startsWith("\uFEFFName,Subject,Text,Language,Verdict,Opted-out buyer,"));
  assert.ok(csv.includes(favour) && !csv.includes("flat number"));
  await choose(page, "filter-outcome", "All");
  await page.waitForFunction(() => document.querySelectorAll(".audit-row").length === 5);
  const all = await saved(page, "#template-csv", "templates.csv");
  assert.match(all, /"'=Short"/);
  await drop(page, "templates.csv", all);
  await finished(page, 10);
  assert.equal((await rows(page, 3))[6], "Non-critical");

  const html = await saved(page, "#template-html", "templates.html");
  assert.ok(html.includes("<svg") && html.includes("=Short") && !/<script|https?:|src=/.test(html));

  await page.$$eval(".open-row", (buttons) => buttons[1].click());
  const detail = await page.waitForSelector(".detail");
  assert.match(await detail.$eval(".detail-body mark.is-spoils", (e) => e.textContent), /five-star review/);
  assert.ok(await detail.$(".detail-findings .chip"));
  await detail.$eval(".button.is-fix", (button) => button.click());
  await page.waitForSelector('[data-verdict="non_critical"]');
  assert.match(await value(page, "body"), /five-star review/);
  assert.equal(await value(page, "subject"), "How do you like it?");
  await page.evaluate(() => (location.hash = "#/templates"));
  await page.waitForSelector(".detail");
  assert.deepEqual(names(requests.slice(loaded)), ["de.bin"]);
  assert.deepEqual(errors, []);
  await page.close();
});

test("what stood in the composer is set aside when a template is opened there", async () => {
  const { page } = await openTemplates();
  await drop(page, "five.csv", five);
  await finished(page, 5);
  for (const [number, parked] of [[0, null], [1, "flat number"]]) {
    await page.$$eval(".open-row", (buttons, at) => buttons[at].click(), number);
    await page.waitForFunction((at) => document.querySelectorAll(".open-row")[at].ariaExpanded === "true", {}, number);
    await page.waitForSelector(".detail .button.is-fix");
    await page.$eval(".detail .button.is-fix", (button) => button.click());
    await page.waitForFunction(() => document.getElementById("body").checkVisibility());
    const text = parked && (await page.waitForSelector(".parked-text").then((e) => e.evaluate((p) => p.textContent)));
    if (parked) assert.ok(text.includes(parked), text);
    await page.evaluate(() => (location.hash = "#/templates"));
    await page.waitForSelector(".audit-row");
  }
  await page.close();
});

test("in an archive the good files are checked and the bad ones told by name and line", async () => {
  const { page } = await openTemplates();
  const bytes = zip([
    ["letters/flat.txt", `Subject: Your address\n\n${critical}`],
    ["letters/more.txt", `${favour}\n---\n${german}`],
    ["broken.json", `[\n"${favour}",\n{"text": oops}\n]`],
    ["picture.png", "x"],
    ["latin.csv", Buffer.from("text\nGr\xfc\xdfe\n", "latin1")],
  ]);
  await drop(page, "all.zip", bytes);
  await finished(page, 4);
  assert.deepEqual(await rows(page, 1), ["flat", "more", "more 2", "broken 1"]);
  assert.deepEqual(await rows(page, 3), ["Critical", "Non-critical", "Critical", "Non-critical"]);
  const told = await page.$$eval(".troubles li", cells);
  assert.ok(told.some((t) => t.startsWith("all.zip/broken.json, line 3:")), told.join("\n"));
  assert.ok(told.some((t) => t.startsWith("all.zip/picture.png:")) && told.some((t) => t.includes("latin.csv, byte 8:")));
  assert.equal(told.length, 3);

  const broken = Buffer.from(bytes);
  broken.fill(0xff, 60, 90);
  await drop(page, "spoilt.zip", broken);
  await page.waitForFunction(() => [...document.querySelectorAll(".troubles li")].some((e) => /spoilt\.zip/.test(e.textContent)));
  await drop(page, "empty.csv", "");
  await page.waitForFunction(() => [...document.querySelectorAll(".troubles li")].some((e) => /^empty\.csv: nothing/.test(e.textContent)));
  await page.close();
});

test("a file that is too large is told at once, and the others are checked", async () => {
  const { page } = await openTemplates();
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array(50_000_000)], "large.csv"));
    data.items.add(new File([text], "fine.txt"));
    document.querySelector(".templates").dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  }, critical);
  await finished(page, 1);
  assert.match(await page.$eval(".troubles", (e) => e.textContent), /large\.csv: too large/);
  await page.close();
});

test("a thousand templates: Stop stops, the page answers to typing meanwhile, Go on goes on", async () => {
  const { page } = await openTemplates();
  await drop(page, "many.csv", library(1000));
  await page.waitForSelector("#template-stop");
  await page.focus("#filter-words");
  await page.keyboard.type("number 7");
  assert.equal(await value(page, "filter-words"), "number 7");
  await page.$eval("#template-stop", (button) => button.click());
  await page.waitForFunction(() => /^Stopped: /.test(document.querySelector(".audit-count").textContent));
  const count = () => page.$eval(".audit-count", (e) => e.textContent);
  const stopped = await count();
  const done = Number(/\d+/.exec(stopped)[0]);
  assert.ok(done < 1000, stopped);
  await page.evaluate(() => new Promise((end) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(end, 50)))));
  assert.equal(await count(), stopped);
  await page.$eval("#template-stop", (button) => button.click());
  await finished(page, 1000);
  assert.match(await page.$eval(".audit-shown", (e) => e.textContent), /^111 of 1000/);
  await page.$eval(".audit-controls .button", (button) => button.click());
  await page.waitForFunction(() => document.querySelectorAll(".audit-row").length === 100);
  await page.$$eval(".pager button", (buttons) => buttons[1].click());
  await page.waitForFunction(() => /^Rows 101 to 200 of 1000/.test(document.querySelector(".pager span").textContent));
  await page.close();
});

test("the way of sending changes what the buyer gets", async () => {
  const { page } = await openTemplates();
  await drop(page, "five.csv", five);
  await finished(page, 5);
  const before = await rows(page, 4);
  assert.equal(before[1], "Blocked");
  await choose(page, "template-channel", "Reply");
  await page.waitForFunction(() => document.querySelectorAll(".audit-row")[1]?.children[3]?.textContent === "Arrives");
  await page.close();
});

test("text and spreadsheet cells can be pasted", async () => {
  const { page } = await openTemplates();
  for (const [text, number] of [[`name\ttext\nA\t${critical}`, 1], [`${favour}\n---\n${german}`, 3]]) {
    await page.evaluate((words) => {
      const data = new DataTransfer();
      data.setData("text/plain", words);
      document.getElementById("template-files").dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
    }, text);
    await finished(page, number);
  }
  assert.deepEqual(await rows(page, 1), ["A", "Pasted text", "Pasted text 2"]);
  await page.close();
});

test("everything can be done with the keyboard", async () => {
  const { page } = await openTemplates();
  await tabTo(page, "#template-files");
  await tabTo(page, "#template-sample");
  await page.keyboard.press("Enter");
  await finished(page, 10);
  await tabTo(page, '.audit-table th:nth-child(3) .sort');
  await page.keyboard.press("Enter");
  await page.waitForSelector('.audit-table th:nth-child(3)[aria-sort="ascending"]');
  assert.equal((await rows(page, 3))[0], "Critical");
  await page.keyboard.press("Space");
  await page.waitForSelector('.audit-table th:nth-child(3)[aria-sort="descending"]');
  assert.equal((await rows(page, 3))[0], "Unclear");
  await tabTo(page, ".open-row");
  await page.keyboard.press("Enter");
  await page.waitForSelector(".detail");
  await tabTo(page, ".detail .button.is-fix");
  await page.keyboard.press("Enter");
  await page.waitForSelector('[data-verdict="unclear"]');
  await page.close();
});

for (const scheme of ["light", "dark"]) {
  for (const [width, height] of [[1440, 900], [360, 740]]) {
    test(`axe finds nothing and nothing scrolls sideways, ${scheme}, ${width} px`, async () => {
      const { page } = await openTemplates({ width, height, scheme });
      assert.deepEqual(await axeViolations(page), []);
      await drop(page, "bad.docx", "x");
      await page.$eval("#template-sample", (button) => button.click());
      await finished(page, 10);
      await page.$$eval(".open-row", (buttons) => buttons[4].click());
      await page.waitForSelector(".detail");
      assert.deepEqual(await axeViolations(page), []);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.equal(wide, 0);
      await page.close();
    });
  }
}

async function openTemplates(look) {
  const opened = await composer.open(look);
  await opened.page.evaluate(() => (location.hash = "#/templates"));
  await opened.page.waitForSelector("#template-files");
  return opened;
}

/** Drops a file of this name on the page. */
async function drop(page, name, content) {
  await page.evaluate(
    (file, bytes) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(atob(bytes), (c) => c.charCodeAt(0))], file));
      document.querySelector(".templates").dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
    },
    name,
    Buffer.from(content).toString("base64"),
  );
}

/** Waits until so many templates are checked, and nothing is left to do. */
function finished(page, number) {
  const words = number === 1 ? "1 template checked" : `${number} templates checked`;
  return page.waitForFunction((end) => document.querySelector(".audit-count")?.textContent === end, {}, words);
}

const cells = (elements) => elements.map((e) => e.textContent.trim());

/** What stands in a column of the table, row by row. */
function rows(page, column) {
  return page.$$eval(`.audit-row > :nth-child(${column})`, cells);
}

/** File names of what was asked for. */
const names = (requests) => requests.map((address) => new URL(address).pathname.split("/").at(-1)).filter((n) => n !== "");

/** Presses a button that saves a file, and gives what was saved. */
async function saved(page, button, name) {
  const session = await page.createCDPSession();
  await session.send("Browser.setDownloadBehavior", { behavior: "allow", downloadPath: held.folder, eventsEnabled: true });
  const done = new Promise((end) => session.on("Browser.downloadProgress", (e) => e.state === "completed" && end()));
  await page.$eval(button, (e) => e.click());
  await done;
  const file = (await readdir(held.folder)).find((f) => f === name);
  assert.ok(file, `${name} was not saved`);
  const text = await readFile(join(held.folder, file), "utf8");
  await rm(join(held.folder, file));
  await session.detach();
  return text;
}

/** Goes on with Tab until the element has the focus. */
async function tabTo(page, selector) {
  for (let i = 0; i < 120; i++) {
    if (await page.evaluate((s) => document.activeElement?.matches(s), selector)) return;
    await page.keyboard.press("Tab");
  }
  assert.fail(`${selector} is not reached`);
}

/** A table of so many templates of about 400 characters. */
function library(number) {
  const filler = "We are writing about the order you placed with our shop a few days ago, and we would like to keep this short. ";
  const texts = [critical, favour, "We shipped your order today.", "Which day suits you for the delivery of the wardrobe?"];
  const line = (i) => `Template number ${i},About your order,"${texts[i % texts.length]} Part ${i}. ${filler.repeat(3)}"`;
  return `name,subject,text\n${Array.from({ length: number }, (_, i) => line(i)).join("\n")}\n`;
}

/** An archive of deflated files. */
function zip(files) {
  const parts = [];
  const directory = [];
  let at = 0;
  for (const [name, content] of files) {
    const [bytes, title] = [Buffer.from(content), Buffer.from(name)];
    const packed = deflateRawSync(bytes);
    const head = Buffer.alloc(24);
    head.writeUInt16LE(8, 2);
    head.writeUInt32LE(crc32(bytes), 8);
    head.writeUInt32LE(packed.length, 12);
    head.writeUInt32LE(bytes.length, 16);
    head.writeUInt16LE(title.length, 20);
    const offset = Buffer.alloc(4);
    offset.writeUInt32LE(at);
    const local = Buffer.concat([Buffer.from("PK\x03\x04\x14\0", "latin1"), head, title, packed]);
    parts.push(local);
    directory.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\0\x14\0", "latin1"), head, Buffer.alloc(10), offset, title]));
    at += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...parts, central, Buffer.from("PK\x05\x06", "latin1"), end]);
}
