// Sets the chosen theme before anything is painted, starts the page's module, and says so plainly when it can't start.
// Must not know what the page does.

try {
  const theme = localStorage.getItem("compose-theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // Private windows may refuse storage; the system's theme holds then.
}

try {
  const { default: init } = await import("./compose-app.js");
  await init({ module_or_path: new URL("./compose-app_bg.wasm", import.meta.url) });
} catch (error) {
  console.error(error);
  const notice = document.createElement("p");
  notice.setAttribute("role", "alert");
  notice.textContent =
    "This page could not start. It needs a current browser with WebAssembly; reload it, or update the browser.";
  document.body.prepend(notice);
}
