// Serves a built page as it would be hosted, drives a browser over it and collects what it asks for and complains about.
// Must not know what the page contains.

import { createServer } from "node:http";
import { mkdir, readFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { delimiter, dirname, extname, join, normalize, sep } from "node:path";
import { fileURLToPath } from "node:url";
import puppeteer from "puppeteer-core";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");

/** The page as it ships; `cargo xtask` names the folder. */
export const dist = process.env.COMPOSE_DIST ?? join(root, "dist");

/** Where screenshots go: `target/screenshots`. */
export const screenshots = join(process.env.COMPOSE_OUT ?? join(root, "target"), "screenshots");

const mediaTypes = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".wasm": "application/wasm",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".webmanifest": "application/manifest+json",
};

const executables = {
  chromium: {
    variable: "COMPOSE_CHROMIUM",
    names: ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
    arguments: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--force-color-profile=srgb",
    ],
  },
  firefox: { variable: "COMPOSE_FIREFOX", names: ["firefox-esr", "firefox"], arguments: [] },
};

/**
 * Serves a folder on a free port of this machine, with the content security policy that its index.html states.
 * @param {string} folder
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function serve(folder = dist) {
  if (!existsSync(join(folder, "index.html"))) {
    throw new Error(`${folder} holds no index.html; build the page first: cargo xtask test`);
  }
  const server = createServer((request, response) => answer(folder, request, response));
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    close: () => new Promise((resolve) => (server.close(resolve), server.closeAllConnections())),
  };
}

/** The content security policy that a folder's index.html states, or "" if it states none. */
export async function policyOf(folder = dist) {
  const html = await readFile(join(folder, "index.html"), "utf8");
  return /http-equiv="?Content-Security-Policy"?\s+content="([^"]*)"/.exec(html)?.[1] ?? "";
}

/**
 * Starts a browser.
 * @param {"chromium" | "firefox"} name
 */
export function launch(name = "chromium") {
  return puppeteer.launch({
    browser: name === "firefox" ? "firefox" : "chrome",
    executablePath: executable(name),
    headless: true,
    args: executables[name].arguments,
  });
}

/** Whether a browser can be launched here. */
export function available(name) {
  return find(name) !== undefined;
}

/**
 * Opens an address in a fresh page, collecting from the first byte on. `settled` waits for the page's own sign that it
 * has started (`data-ready` on the root element).
 * @param {import("puppeteer-core").Browser} browser
 * @param {string} url
 * @param {{ width?: number, height?: number, scheme?: "light" | "dark", forcedColours?: boolean, keepsFiles?: boolean }} look
 */
export async function open(browser, url, look = {}) {
  const page = await browser.newPage();
  const seen = { requests: [], errors: [] };
  page.on("request", (request) => seen.requests.push(request.url()));
  page.on("requestfailed", (request) => seen.errors.push(`${request.url()}: ${request.failure()?.errorText}`));
  page.on("console", (message) => message.type() === "error" && seen.errors.push(message.text()));
  page.on("pageerror", (error) => seen.errors.push(String(error)));
  await page.setViewport({ width: look.width ?? 1280, height: look.height ?? 800 });
  if (look.scheme !== undefined) {
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: look.scheme }]);
  }
  // Requests of a page whose files are kept pass by a test that wants to see or stop them.
  if (!look.keepsFiles) await page.evaluateOnNewDocument(() => delete Navigator.prototype.serviceWorker);
  await page.goto(url, { waitUntil: "load" });
  await page.waitForSelector("html[data-ready]");
  return { page, ...seen };
}

/** Writes a screenshot of the page to `target/screenshots/NAME.png` and gives its path. */
export async function screenshot(page, name) {
  const path = join(screenshots, `${name}.png`);
  await mkdir(dirname(path), { recursive: true });
  await page.screenshot({ path });
  return path;
}

/** axe's violations on the page, each as one line with the elements it concerns. */
export async function axeViolations(page) {
  const source = await readFile(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");
  await page.evaluate(source);
  // Colours on their way from one to the other are neither.
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map((animation) => animation.finished)));
  const result = await page.evaluate(() => globalThis.axe.run(document));
  return result.violations.map(({ id, help, nodes }) => {
    return `${id}: ${help}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`;
  });
}

async function answer(folder, request, response) {
  const path = new URL(request.url, "http://localhost").pathname;
  const file = normalize(join(folder, path.endsWith("/") ? `${path}index.html` : path));
  try {
    if (!file.startsWith(normalize(folder) + sep)) throw new Error("outside the folder");
    const body = await readFile(file);
    response.writeHead(200, {
      "content-type": mediaTypes[extname(file)] ?? "application/octet-stream",
      "content-security-policy": await policyOf(folder),
      "x-content-type-options": "nosniff",
    });
    response.end(body);
  } catch {
    response.writeHead(404, { "content-type": "text/plain" });
    response.end("There is no such file.\n");
  }
}

function executable(name) {
  const found = find(name);
  if (found === undefined) {
    throw new Error(`${name} was not found; run \`cargo xtask setup\` or set ${executables[name].variable}`);
  }
  return found;
}

function find(name) {
  const { variable, names } = executables[name];
  if (process.env[variable]) return process.env[variable];
  const folders = (process.env.PATH ?? "").split(delimiter);
  return names.flatMap((file) => folders.map((folder) => join(folder, file))).find(existsSync);
}
