// Sets the chosen theme before anything is painted, starts the page's module, says so plainly when it can't start, and has the page
// kept for visits without a network.
// Must not know what the page does.

try {
  const theme = localStorage.getItem("compose-theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // Private windows may refuse storage; the system's theme holds then.
}

/** Lets the page start without a network from the second visit on, and tells it of a new version once that is ready. */
async function keepForOffline() {
  const workers = navigator.serviceWorker;
  // Insecure places and some private windows have none.
  if (workers === undefined) return;
  const registration = await workers.register("./sw.js");
  const tell = () => registration.waiting && dispatchEvent(new Event("compose-update"));
  registration.addEventListener("updatefound", () => {
    const worker = registration.installing;
    worker?.addEventListener("statechange", () => worker.state === "installed" && workers.controller && tell());
  });
  addEventListener("compose-update-take", () => {
    workers.addEventListener("controllerchange", () => location.reload(), { once: true });
    registration.waiting?.postMessage("take over");
  });
  tell();
}

try {
  const { default: init } = await import("./compose-app.js");
  await init({ module_or_path: new URL("./compose-app_bg.wasm", import.meta.url) });
  // Without it the page works all the same, only not offline.
  keepForOffline().catch(() => {});
} catch (error) {
  console.error(error);
  const notice = document.createElement("p");
  notice.setAttribute("role", "alert");
  notice.textContent =
    "This page could not start. It needs a current browser with WebAssembly; reload it, or update the browser.";
  document.body.prepend(notice);
}
