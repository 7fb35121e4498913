// The demo portal's server: pages, orders, and messages that it checks again before it accepts them. It listens on this machine alone.
// `node server.mjs [--port N] [--journal FILE]`, from a folder where the package lies beside the demos.

import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { dirname, extname, join, normalize, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { gate, load } from "../compose-helper/engine/node.js";
import { Journal } from "./journal.mjs";
import { orders } from "./orders.mjs";
import { Relay } from "./relay.mjs";

const { values: options } = parseArgs({ options: { port: { type: "string" }, journal: { type: "string" } } });
const folder = join(dirname(fileURLToPath(import.meta.url)), "..");
const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".wasm": "application/wasm",
  ".bin": "application/octet-stream",
};
/** Longest message that is read, in bytes. */
const longest = 100_000;

const engine = await load({ langs: ["en"] });
const journal = await Journal.open(options.journal ?? "portal.jsonl");
const relay = new Relay(engine, journal);

const server = createServer(async (request, response) => {
  const path = new URL(request.url, "http://localhost").pathname;
  try {
    if (path === "/portal/api/orders") return json(response, 200, orders);
    if (path === "/portal/api/messages" && request.method === "GET") return json(response, 200, journal.all());
    if (path === "/portal/api/messages" && request.method === "POST") return await take(request, response);
    await page(path, response);
  } catch (error) {
    json(response, 400, { reasons: [error.code ?? "invalid-request"] });
  }
});

/** Accepts a message, or refuses what block mode would hold. The same key twice is the same message. */
async function take(request, response) {
  const given = await read(request);
  const text = (name) => String(given[name] ?? "");
  const known = journal.get(text("key"));
  if (known) return json(response, 200, { number: known.number });
  const order = orders.find(({ id }) => id === given.orderId);
  if (!order || text("key") === "") return json(response, 400, { reasons: ["unknown-order"] });
  const context = { marketplace: order.marketplace, orderId: order.id, channel: text("channel"), lang: "en" };
  if (given.contactReason) context.contactReason = text("contactReason");
  const message = { key: text("key"), orderId: order.id, subject: text("subject"), body: text("body"), context };
  const { hold, reasons } = gate(engine.check({ subject: message.subject, body: message.body }, context), "block");
  if (hold === "block") return json(response, 422, { reasons });
  await journal.write({ type: "accepted", message });
  json(response, 200, { number: journal.get(message.key).number });
  relay.wake();
}

async function read(request) {
  const chunks = [];
  let length = 0;
  for await (const chunk of request) {
    length += chunk.length;
    if (length > longest) throw Object.assign(new Error("too long"), { code: "too-long" });
    chunks.push(chunk);
  }
  return JSON.parse(Buffer.concat(chunks).toString("utf8"));
}

async function page(path, response) {
  const file = normalize(join(folder, path.endsWith("/") ? `${path}index.html` : path));
  const isServed = file.startsWith(normalize(folder) + sep) && extname(file) in types;
  const body = isServed ? await readFile(file).catch(() => null) : null;
  if (body === null) {
    response.writeHead(404, { "content-type": "text/plain" });
    return response.end("There is no such file.\n");
  }
  response.writeHead(200, { "content-type": types[extname(file)] });
  response.end(body);
}

function json(response, status, body) {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(body));
}

server.listen(Number(options.port ?? 8090), "127.0.0.1", () => {
  console.log(`http://127.0.0.1:${server.address().port}/portal/`);
  // What was accepted before the last stop and not handed over.
  relay.wake();
});
