// Checks an installation: every file against its sum, WebAssembly under the page's policy, the element at work.

const base = new URL("../compose-helper/", import.meta.url);
let isFine = true;

function tell(name, isGood, text) {
  isFine &&= isGood;
  const row = document.createElement("tr");
  row.dataset.fine = String(isGood);
  for (const words of [isGood ? "✓" : "✗", name, text]) {
    const cell = document.createElement("td");
    cell.textContent = words;
    row.append(cell);
  }
  document.getElementById("results").append(row);
}

async function files() {
  const sums = await (await fetch(new URL("integrity.json", base))).json();
  const wrong = [];
  for (const [name, sum] of Object.entries(sums)) {
    try {
      const response = await fetch(new URL(name, base), { integrity: sum });
      if (!response.ok) wrong.push(`${name}: ${response.status}`);
    } catch {
      wrong.push(`${name}: not what was published, or refused`);
    }
  }
  const count = Object.keys(sums).length;
  tell("Files", wrong.length === 0, wrong.length === 0 ? `all ${count} are as published` : wrong.join("; "));
}

async function module() {
  try {
    // The smallest module there is.
    await WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));
    tell("WebAssembly", true, "allowed");
  } catch {
    tell("WebAssembly", false, "refused: the policy needs script-src 'wasm-unsafe-eval'");
  }
}

async function element() {
  await import(new URL("define.js", base));
  const helper = document.createElement("compose-helper");
  helper.htmlFor = "message";
  helper.loading = "eager";
  const trouble = [];
  for (const type of ["compose-degraded", "compose-error"]) helper.addEventListener(type, ({ detail }) => trouble.push(`${detail.code}: ${detail.message}`));
  document.getElementById("place").append(helper);
  const review = await helper.check();
  const isRight = review?.verdict === "non_critical" && trouble.length === 0;
  tell("Element", isRight, isRight ? `ready, version ${review.version}` : trouble.join("; ") || "no answer");
}

for (const step of [files, module, element]) {
  await step().catch((error) => tell(step.name, false, String(error)));
}
document.getElementById("verdict").textContent = isFine ? "Everything is in order." : "Something is missing; see the lines with ✗.";
document.getElementById("verdict").dataset.fine = String(isFine);
