// Keeps the page's own files in the browser, so that the page starts without a network. `cargo xtask` fills in the version and the
// list when it builds what ships. Must not know what the files are, and never asks for anything but files of the page's folder.

const version = "";
const files = [];

const prefix = "compose-helper ";
const cacheName = prefix + version;

self.addEventListener("install", (event) => event.waitUntil(fill()));
self.addEventListener("activate", (event) => event.waitUntil(tidy()));
self.addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  if (method === "GET" && url.startsWith(self.registration.scope)) event.respondWith(answer(event.request));
});
// The page says when a new version may take over; without a word it waits for the next visit.
self.addEventListener("message", (event) => event.data === "take over" && self.skipWaiting());

/** Fetches every file past the browser's own cache, which may hold those of the version before. */
async function fill() {
  const cache = await caches.open(cacheName);
  await cache.addAll(files.map((file) => new Request(file, { cache: "no-cache" })));
}

async function tidy() {
  const old = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== cacheName);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
}

/** From the kept files; what is not among them is fetched and kept from then on. */
async function answer(request) {
  const cache = await caches.open(cacheName);
  const kept = await cache.match(request);
  if (kept) return kept;
  const response = await fetch(request);
  // A full disk must not cost the answer.
  if (response.ok) await cache.put(request, response.clone()).catch(() => {});
  return response;
}
