// Standing: a seller notes what was sent, comes back later, sees the orders and what is wrong, and takes the log along.

import assert from "node:assert/strict";
import { mkdtemp, readFile, readdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { axeViolations, launch, serve } from "./harness.mjs";
import { paste, untilVerdict } from "./composer.mjs";

const order = "113-4471928-1183340";
const question = `About order ${order}: which flat number should we put on the label?`;
const favour = `About order ${order}: please leave us a product review.`;

let server;
let browser;

before(async () => {
  [server, browser] = await Promise.all([serve(), launch()]);
});

after(async () => {
  await browser?.close();
  await server?.close();
});

/** A seller's browser of its own, with nothing stored; `prepare` runs in the page before anything else. */
async function visit(look = {}, prepare = () => {}) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const seen = { requests: [], errors: [] };
  page.on("request", (request) => seen.requests.push(request.url()));
  page.on("console", (message) => message.type() === "error" && seen.errors.push(message.text()));
  page.on("pageerror", (error) => seen.errors.push(String(error)));
  await page.setViewport({ width: look.width ?? 1280, height: look.height ?? 800 });
  if (look.scheme) await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: look.scheme }]);
  // Requests of a page whose files are kept would not be seen.
  await page.evaluateOnNewDocument(() => delete Navigator.prototype.serviceWorker);
  await page.evaluateOnNewDocument(prepare);
  await page.goto(server.url);
  await page.waitForSelector("html[data-ready]");
  return { page, context, ...seen };
}

/** Writes a message and notes what was done with it. */
async function note(page, text, verdict, done) {
  await paste(page, "body", text);
  await untilVerdict(page, verdict);
  await page.$eval(".sent-note", (details) => (details.open = true));
  await page.waitForSelector(`[data-done="${done}"]:not(:disabled)`);
  await page.click(`[data-done="${done}"]`);
  await page.waitForSelector("#sent-said .sent-words");
}

/** Notes an address question, which is fine, and then another message. */
async function noteTwo(page) {
  await note(page, question, "critical", "sent");
  await note(page, favour, "non_critical", "sent");
  await stored(page, 2);
}

async function goTo(page, name) {
  await page.evaluate((hash) => (location.hash = hash), name === "compose" ? "" : `#/${name}`);
  await page.waitForSelector(name === "compose" ? "#body" : ".standing");
}

/** Waits until the browser's storage holds so many messages. */
async function stored(page, number) {
  await page.waitForFunction(
    (wanted) =>
      new Promise((done) => {
        const request = indexedDB.open("compose-helper");
        request.onerror = () => done(false);
        request.onsuccess = () => {
          const { result } = request;
          if (!result.objectStoreNames.contains("messages")) return result.close(), done(false);
          const count = result.transaction("messages").objectStore("messages").count();
          count.onsuccess = () => (result.close(), done(count.result === wanted));
        };
      }),
    { polling: 50 },
    number,
  );
}

async function entries(page) {
  return page.$$eval(".log-entry", (all) =>
    all.map((entry) => ({
      done: entry.querySelector(".log-done").textContent,
      warnings: [...entry.querySelectorAll(".log-warnings li")].map((e) => e.textContent),
      text: entry.textContent,
    })),
  );
}

async function untilEntries(page, number) {
  await page.waitForFunction((wanted) => document.querySelectorAll(".log-entry").length === wanted, {}, number);
  return entries(page);
}

/** Lets downloads land in a folder and gives it. */
async function downloads(page) {
  const folder = await mkdtemp(join(tmpdir(), "standing-"));
  const session = await page.createCDPSession();
  await session.send("Browser.setDownloadBehavior", {
    behavior: "allow",
    downloadPath: folder,
    browserContextId: page.browserContext().id,
    eventsEnabled: true,
  });
  return {
    folder,
    /** Runs `act` and gives the text of the file that it saved. */
    async saved(act) {
      const done = new Promise((resolve) =>
        session.on("Browser.downloadProgress", ({ state }) => state === "completed" && resolve()),
      );
      await act();
      await done;
      const [file] = await readdir(folder);
      return { path: join(folder, file), text: await readFile(join(folder, file), "utf8") };
    },
  };
}

async function choose(page, path) {
  const [chooser] = await Promise.all([page.waitForFileChooser(), page.click("#log-import")]);
  await chooser.accept([path]);
  await page.waitForSelector("#log-imported");
}

test("two messages of an order are there after a reload, without their text, and nothing was fetched but the page", async () => {
  const { page, context, requests, errors } = await visit();
  const loaded = requests.length;
  await noteTwo(page);
  await goTo(page, "standing");
  await untilEntries(page, 2);
  const fetched = requests.slice(loaded).filter((url) => url.startsWith("http"));
  assert.deepEqual(fetched.map((url) => url.split("/").at(-1)), ["compose-pages.js", "compose-pages_bg.wasm"]);

  await page.reload();
  await page.waitForSelector("html[data-ready]");
  const [newest, oldest] = await untilEntries(page, 2);
  assert.match(newest.text, /Non-critical.*review/s);
  assert.match(oldest.text, /Critical.*address|Critical.*order detail/s);
  assert.equal((await page.$$(`.log-order[data-order="${order}"]`)).length, 1);
  assert.equal(await page.$eval('[data-count="sent"] dd', (e) => e.textContent), "2");
  assert.match(await page.$eval(".standing .stair.is-here", (e) => e.textContent), /Delivered/);
  const kept = await page.evaluate(
    () =>
      new Promise((done) => {
        indexedDB.open("compose-helper").onsuccess = ({ target: { result } }) => {
          result.transaction("messages").objectStore("messages").getAll().onsuccess = (e) => done(JSON.stringify(e.target.result));
        };
      }),
  );
  assert.ok(!kept.includes("flat number") && !kept.includes("product review"), "the text was stored though it was not ticked");
  assert.match(kept, /"sha256":"[0-9a-f]{64}"/);
  assert.deepEqual(errors, []);
  await context.close();
});

test("the text is kept where the seller ticks it, and a note can be taken back", async () => {
  const { page, context } = await visit();
  await paste(page, "body", question);
  await untilVerdict(page, "critical");
  await page.click(".sent-note summary");
  await page.click("#keep-text");
  await page.click('[data-done="not_sent"]');
  await stored(page, 1);
  await goTo(page, "standing");
  const [only] = await untilEntries(page, 1);
  assert.match(only.text, /flat number/);
  assert.equal(await page.$eval("#keep-text", (tick) => tick.checked), false, "the tick holds for one message");
  await goTo(page, "compose");
  await page.waitForSelector("#sent-said .button");
  await page.click("#sent-said .button");
  await page.waitForSelector(".sent-words", { hidden: true });
  await stored(page, 0);
  await context.close();
});

test("a second review request is warned of before it is sent and afterwards, with its rows", async () => {
  const { page, context } = await visit();
  await noteTwo(page);
  assert.equal(await page.$(".sent-ahead"), null, "what was just noted is no warning against itself");
  await paste(page, "body", `${favour} It takes a minute.`);
  const ahead = await page.waitForSelector(".sent-ahead");
  assert.match(await ahead.evaluate((e) => e.textContent), /asked for a review before.*R-04.*M-12/s);
  await page.click('[data-done="sent"]');
  await stored(page, 3);
  await goTo(page, "standing");
  const [newest, second] = await untilEntries(page, 3);
  assert.match(newest.warnings.join("\n"), /asked for a review before/);
  assert.match(newest.warnings.join("\n"), /Message 3 .*rule of thumb/);
  assert.deepEqual(second.warnings, []);
  assert.match(await page.$eval(".standing .stair.is-here", (e) => e.textContent), /Messaging restricted/);
  await page.click(".log-warnings .chip");
  const card = await page.waitForSelector(".row-card:popover-open");
  assert.match(await card.evaluate((e) => e.textContent), /One request for a review/);
  await context.close();
});

test("the thirty days count from the day that the seller gives", async () => {
  const { page, context } = await visit();
  await note(page, question, "critical", "sent");
  await stored(page, 1);
  await goTo(page, "standing");
  await untilEntries(page, 1);
  await page.$eval('input[type="date"]', (input) => {
    input.value = "2020-01-31";
    input.dispatchEvent(new Event("change", { bubbles: true }));
  });
  await page.waitForSelector(".window.is-over");
  const [late] = await entries(page);
  assert.match(late.warnings.join("\n"), /Sent \d+ days after completion.*R-02/s);
  await page.reload();
  await page.waitForSelector(".window.is-over");
  await context.close();
});

test("export, wipe, undo, wipe and import give the same log", async () => {
  const { page, context } = await visit();
  await noteTwo(page);
  await goTo(page, "standing");
  const before = await untilEntries(page, 2);
  const folder = await downloads(page);
  const { path, text } = await folder.saved(() => page.click("#log-export"));
  assert.equal(JSON.parse(text).messages.length, 2);

  const wipe = async () => {
    await page.click("#log-wipe");
    await page.click("#log-wipe-yes");
    await page.waitForSelector(".log-empty");
    await stored(page, 0);
  };
  await wipe();
  await page.click("#log-undo");
  assert.deepEqual(await untilEntries(page, 2), before);
  await stored(page, 2);

  await wipe();
  await page.reload();
  await page.waitForSelector(".log-empty");
  await choose(page, path);
  assert.deepEqual(await untilEntries(page, 2), before);
  await stored(page, 2);
  await choose(page, path);
  await page.waitForFunction(() => /2 were here already/.test(document.querySelector("#log-imported").textContent));
  assert.equal((await entries(page)).length, 2);
  await context.close();
});

test("an import names every fault by file, record and field, and takes what is good", async () => {
  const { page, context } = await visit();
  await noteTwo(page);
  await goTo(page, "standing");
  await untilEntries(page, 2);
  const folder = await downloads(page);
  const { text } = await folder.saved(() => page.click("#log-export"));
  const file = JSON.parse(text);
  file.messages[0].id = "new-one";
  file.messages[1].time = "soon";
  file.messages[1].verdict = "splendid";
  const path = join(await mkdtemp(join(tmpdir(), "standing-")), "mine.json");
  await writeFile(path, JSON.stringify(file));
  await choose(page, path);
  await untilEntries(page, 3);
  const told = await page.$eval("#log-imported", (e) => e.textContent);
  assert.match(told, /mine\.json: 1 new message/);
  assert.match(told, /message 2, “time”: is no date/);
  assert.match(told, /message 2, “verdict”: “splendid” is not known/);

  await writeFile(path, "{ not json");
  await choose(page, path);
  await page.waitForFunction(() => /mine\.json is no JSON file/.test(document.querySelector("#log-imported").textContent));
  assert.equal((await entries(page)).length, 3);
  await context.close();
});

test("what is corrupt in the storage is told, set aside and kept; the good records stay", async () => {
  const { page, context, errors } = await visit();
  await noteTwo(page);
  await page.evaluate(
    () =>
      new Promise((done) => {
        indexedDB.open("compose-helper").onsuccess = ({ target: { result } }) => {
          const transaction = result.transaction("messages", "readwrite");
          transaction.objectStore("messages").put({ id: "zz", time: 12, done: "sent" });
          transaction.oncomplete = () => (result.close(), done());
        };
      }),
  );
  await page.goto(`${server.url}#/standing`);
  await page.reload();
  await untilEntries(page, 2);
  const told = await page.waitForSelector("#log-aside");
  assert.match(await told.evaluate((e) => e.textContent), /1 record .* set aside, not deleted.*“time”: is of the wrong kind.*“verdict”: is missing/s);
  await stored(page, 3);
  const folder = await downloads(page);
  const { text } = await folder.saved(() => page.click("#log-export"));
  assert.equal(JSON.parse(text).setAside[0].id, "zz");
  assert.deepEqual(errors, []);
  await context.close();
});

test("a full disk is told, nothing is lost while the page is open, and it can be tried again", async () => {
  const { page, context, errors } = await visit({}, () => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...given) {
      if (globalThis.roomAgain) return put.apply(this, given);
      throw new DOMException("no room", "QuotaExceededError");
    };
  });
  await note(page, question, "critical", "sent");
  await page.waitForSelector("#sent-said .warning");
  assert.match(await page.$eval("#sent-said", (e) => e.textContent), /no room left.*1 message lies in this page only.*Export/s);
  await goTo(page, "standing");
  await untilEntries(page, 1);
  const told = await page.waitForSelector("#log-refused");
  assert.match(await told.evaluate((e) => e.textContent), /no room left/);
  const folder = await downloads(page);
  const { text } = await folder.saved(() => page.click("#log-export"));
  assert.equal(JSON.parse(text).messages.length, 1);
  await page.evaluate(() => (globalThis.roomAgain = true));
  await page.click("#log-retry");
  await page.waitForSelector("#log-refused", { hidden: true });
  await stored(page, 1);
  assert.deepEqual(errors, []);
  await context.close();
});

test("what the browser does not let go is shown again", async () => {
  const { page, context } = await visit({}, () => {
    IDBObjectStore.prototype.clear = () => {
      throw new DOMException("not now", "InvalidStateError");
    };
  });
  await note(page, question, "critical", "sent");
  await stored(page, 1);
  await goTo(page, "standing");
  await untilEntries(page, 1);
  await page.click("#log-wipe");
  await page.click("#log-wipe-yes");
  const told = await page.waitForSelector("#log-refused");
  assert.match(await told.evaluate((e) => e.textContent), /not now/);
  await untilEntries(page, 1);
  await context.close();
});

test("without any storage the page says so and still holds what is noted", async () => {
  const { page, context } = await visit({}, () => {
    Object.defineProperty(globalThis, "indexedDB", { value: undefined });
  });
  await note(page, question, "critical", "blocked");
  await goTo(page, "standing");
  const [only] = await untilEntries(page, 1);
  assert.equal(only.done, "came back blocked");
  await page.waitForSelector("#log-refused");
  assert.match(await page.$eval(".standing .stair.is-here", (e) => e.textContent), /Message blocked/);
  await context.close();
});

test("a receipt holds verdict, rules and the sum of the text, not the text", async () => {
  const { page, context } = await visit();
  await note(page, favour, "non_critical", "override");
  await stored(page, 1);
  await goTo(page, "standing");
  await untilEntries(page, 1);
  await page.click(".log-buttons .button");
  await page.waitForSelector(".receipt");
  const folder = await downloads(page);
  const { text } = await folder.saved(() => page.click("#receipt-save"));
  const receipt = JSON.parse(text);
  const sum = await page.evaluate(async (body) => {
    const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(`\n\n${body}`));
    return [...new Uint8Array(bytes)].map((b) => b.toString(16).padStart(2, "0")).join("");
  }, favour);
  assert.deepEqual([receipt.verdict, receipt.done, receipt.sha256, receipt.order], ["non_critical", "override", sum, order]);
  assert.ok(!text.includes("product review"));
  assert.match(await page.$eval(".receipt", (e) => e.textContent), new RegExp(sum));
  await page.emulateMediaType("print");
  assert.equal(await page.$eval(".log-order", (e) => getComputedStyle(e).display), "none");
  assert.notEqual(await page.$eval(".receipt", (e) => getComputedStyle(e).display), "none");
  await context.close();
});

test("orders are found by a part of their ID", async () => {
  const { page, context } = await visit();
  await note(page, question, "critical", "sent");
  await note(page, question.replace(order, "204-0000000-1111111"), "critical", "sent");
  await goTo(page, "standing");
  await untilEntries(page, 2);
  await page.type("#log-filter", "204-");
  await untilEntries(page, 1);
  assert.equal(await page.$eval(".log-order", (e) => e.dataset.order), "204-0000000-1111111");
  await page.type("#log-filter", "9999");
  await untilEntries(page, 0);
  assert.match(await page.$eval(".standing", (e) => e.textContent), /No order ID in the log contains that/);
  await context.close();
});

test("everything can be done with the keyboard", async () => {
  const { page, context } = await visit();
  const tabTo = async (selector) => {
    for (let i = 0; i < 60; i++) {
      await page.keyboard.press("Tab");
      if (await page.evaluate((s) => document.activeElement.matches(s), selector)) return;
    }
    assert.fail(`${selector} is not reached`);
  };
  await page.focus("#body");
  await page.keyboard.type(question);
  await untilVerdict(page, "critical");
  await tabTo(".sent-note summary");
  await page.keyboard.press("Enter");
  await tabTo('[data-done="sent"]');
  await page.keyboard.press("Enter");
  await stored(page, 1);
  await goTo(page, "standing");
  await untilEntries(page, 1);
  await tabTo("#log-wipe");
  await page.keyboard.press("Enter");
  await tabTo("#log-wipe-yes");
  await page.keyboard.press("Enter");
  await page.waitForSelector(".log-empty");
  assert.equal(await page.evaluate(() => document.activeElement.id), "page-title");
  await tabTo("#log-undo");
  await page.keyboard.press("Enter");
  await untilEntries(page, 1);
  await tabTo(".log-buttons .button");
  await page.keyboard.press("Enter");
  await page.waitForSelector(".receipt");
  assert.equal(await page.evaluate(() => document.activeElement.id), "receipt-title");
  await tabTo("#receipt-close");
  await page.keyboard.press("Enter");
  await page.waitForSelector(".receipt", { hidden: true });
  assert.ok(await page.evaluate(() => document.activeElement.matches(".log-buttons .button")));
  await context.close();
});

for (const scheme of ["light", "dark"]) {
  test(`axe finds nothing, ${scheme}, empty and full, and nothing scrolls sideways at 360 px`, async () => {
    const { page, context } = await visit({ width: 360, height: 740, scheme });
    const check = async (where) => {
      assert.deepEqual(await axeViolations(page), [], where);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${where} scrolls sideways`);
    };
    await goTo(page, "standing");
    await page.waitForSelector(".log-empty");
    await check("empty");
    await goTo(page, "compose");
    await noteTwo(page);
    await note(page, `${favour} Thank you.`, "non_critical", "override");
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "the composer scrolls sideways");
    await page.setViewport({ width: 1280, height: 800 });
    assert.deepEqual(await axeViolations(page), [], "composer");
    await page.setViewport({ width: 360, height: 740 });
    await stored(page, 3);
    await goTo(page, "standing");
    await untilEntries(page, 3);
    await page.$eval("#log-wipe", (button) => button.click());
    await page.waitForSelector(".log-buttons .button");
    await page.$eval(".log-buttons .button", (button) => button.click());
    await page.waitForSelector(".receipt");
    await check("full");
    await context.close();
  });
}
