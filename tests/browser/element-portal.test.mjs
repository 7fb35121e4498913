// A day at the demo portal: 300 messages through form, server and relay, with the server killed in the middle. Every outcome is what the
// engine says natively, and nothing is lost or sent twice.

import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { launch } from "./harness.mjs";
import { untilState } from "./demos.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const demo = process.env.COMPOSE_DEMO ?? join(root, "target/demo");
const { gate } = await import(join(demo, "compose-helper/engine/gate.js"));
const { orders, preference } = await import(join(demo, "portal/orders.mjs"));
const ways = [
  ["email", "", ""],
  ["email", "", "[Important] "],
  ["contact_buyer", "problem_with_order", ""],
  ["contact_buyer", "request_review", ""],
];
let scratch;
let browser;
let server;
let url;

/** Starts the portal's server on a port, or on any; gives its address once it listens. */
async function start(port = 0) {
  const journal = join(scratch, "portal.jsonl");
  server = spawn(process.execPath, [join(demo, "portal/server.mjs"), "--port", String(port), "--journal", journal]);
  server.stderr.pipe(process.stderr);
  const [address] = await Promise.race([
    new Promise((resolve) => server.stdout.once("data", (data) => resolve([String(data).trim()]))),
    new Promise((_, reject) => server.once("exit", (code) => reject(new Error(`the server ended: ${code}`)))),
  ]);
  return address;
}

before(async () => {
  scratch = await mkdtemp(join(tmpdir(), "compose-portal-"));
  [url, browser] = await Promise.all([start(), launch("chromium")]);
});

after(async () => {
  await browser?.close();
  server?.kill();
  await rm(scratch, { recursive: true });
});

/** 300 messages, each for an order and a way of sending. */
async function day() {
  const lines = (await readFile(join(root, "tests/corpus/en.jsonl"), "utf8")).trim().split("\n").map((line) => JSON.parse(line));
  return Array.from({ length: 300 }, (_, i) => {
    const { subject, body } = lines[(i * 7) % lines.length];
    const order = orders[i % orders.length];
    const [channel, contactReason, marker] = ways[i % ways.length];
    // A subject field holds one line, and a textarea knows one kind of line end.
    return { order, channel, contactReason, subject: `${marker}${subject}`.replace(/[\r\n]+/g, " "), body: body.replace(/\r\n?/g, "\n") };
  });
}

const contextOf = ({ order, channel, contactReason }, buyer) => ({
  marketplace: order.marketplace, order_id: order.id, channel, lang: "en", buyer, ...(contactReason ? { contact_reason: contactReason } : {}),
});

/** What the command line says of each message for a kind of buyer. */
function natively(messages, buyerOf) {
  const lines = messages.map((message) => {
    const { subject, body } = message;
    return JSON.stringify({ subject, body, context: contextOf(message, buyerOf(message)) });
  });
  const output = execFileSync("cargo", ["run", "--quiet", "--package", "compose-helper", "--", "check", "--format", "jsonl"], {
    cwd: root, input: lines.join("\n"), encoding: "utf8", maxBuffer: 1 << 28,
  });
  return output.trim().split("\n").map((line) => JSON.parse(line).review);
}

/** Writes and sends as a user does: chooses the order, fills in, presses the button. Says what the page answered. */
function write({ order, channel, contactReason, subject, body }) {
  const find = (id) => document.getElementById(id);
  document.querySelector(`[data-order="${order.id}"]`).click();
  for (const [id, value] of [["channel", channel], ["reason", contactReason]]) {
    find(id).value = value;
    find(id).dispatchEvent(new Event("change", { bubbles: true }));
  }
  for (const [id, value] of [["subject", subject], ["message", body]]) {
    find(id).focus();
    document.execCommand("selectAll");
    document.execCommand("insertText", false, value);
  }
  const { value } = find("message");
  find("status").textContent = "";
  find("send").click();
  const root = document.querySelector("compose-helper").shadowRoot;
  let isAsked = false;
  return new Promise((resolve) => {
    const look = () => {
      const status = find("status").textContent;
      const anyway = root.querySelector("[data-override]");
      if (anyway && !isAsked) {
        isAsked = true;
        anyway.click();
        return setTimeout(look, 5);
      }
      const isHeld = root.querySelector(".gate") !== null;
      if (/^(Sent|Refused)/.test(status) || (status === "" && isHeld)) resolve({ status, isHeld, isAsked, value });
      else setTimeout(look, 5);
    };
    setTimeout(look, 5);
  });
}

test("300 messages end as the delivery table says, through a restart in the middle", { timeout: 900_000 }, async (t) => {
  const page = await browser.newPage();
  const errors = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  await page.goto(url);
  await page.waitForSelector("html[data-ready]");
  await untilState(page);
  const messages = await day();
  const results = [];
  for (const [i, message] of messages.entries()) {
    const isMiddle = i === 150;
    if (isMiddle) {
      const gone = new Promise((resolve) => server.once("exit", resolve));
      server.kill("SIGKILL");
      await gone;
    }
    const writing = page.evaluate(write, message);
    if (isMiddle) await start(new URL(url).port);
    results.push(await writing);
  }
  const reviews = natively(messages, () => "unknown");
  const holds = reviews.map((review) => gate(review, "block").hold);
  const expected = holds.map((hold) => hold === "block");
  results.forEach(({ isHeld, isAsked, value }, i) => {
    assert.equal(value, messages[i].body);
    assert.deepEqual([isHeld, isAsked], [expected[i], holds[i] === "prompt"], JSON.stringify([messages[i], results[i]]));
  });
  const sent = messages.filter((_, i) => !expected[i]);
  const listed = await page.evaluate(async (count) => {
    for (;;) {
      const all = await (await fetch("./api/messages")).json();
      if (all.length >= count && all.every(({ outcome }) => outcome !== "accepted")) return all;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }, sent.length);
  assert.equal(listed.length, sent.length);
  const fates = natively(sent, ({ order }) => preference(order.id));
  const seen = {};
  listed.forEach((message, i) => {
    const { outcome, notice } = fates[i].deliveries[0];
    assert.deepEqual([message.orderId, message.body, message.outcome], [sent[i].order.id, sent[i].body, outcome]);
    assert.equal(message.notice, outcome === "blocked" ? notice.subject : null);
    seen[outcome] = (seen[outcome] ?? 0) + 1;
  });
  t.diagnostic(`${sent.length} sent (${JSON.stringify(seen)}), ${messages.length - sent.length} held in the form`);
  assert.ok(seen.delivered > 0 && seen.blocked > 0 && sent.length < messages.length);
  assert.deepEqual(errors, []);
});

test("whoever goes round the form is refused by the server, and a repeated message is sent once", async () => {
  const post = (body) => fetch(new URL("./api/messages", url), { method: "POST", body: JSON.stringify(body) });
  const [{ id }] = orders;
  const before = (await (await fetch(new URL("./api/messages", url))).json()).length;
  const bad = await post({ key: "a", orderId: id, channel: "email", body: "Leave us a five star review and we refund you." });
  assert.equal(bad.status, 422);
  const good = { key: "b", orderId: id, channel: "email", subject: "Your address", body: `Your flat number for order ${id} is missing. Which one is it?` };
  const answers = await Promise.all([post(good), post(good), post(good)]);
  assert.deepEqual(answers.map(({ status }) => status), [200, 200, 200]);
  for (const wrong of ["{", { key: "c", orderId: "x" }, { key: "d", orderId: id, channel: "pigeon", body: "x" }]) {
    assert.equal((await post(wrong)).status, 400, JSON.stringify(wrong));
  }
  assert.equal((await (await fetch(new URL("./api/messages", url))).json()).length, before + 1);
});
