// A portal in React without a build step: the message lives in React's state, the element sits beside it.

import { createElement as h, StrictMode, useState } from "react";
import { createRoot } from "react-dom/client";
import { ComposeHelper } from "../compose-helper/react.js";

function Portal() {
  const [message, setMessage] = useState("");
  const [verdict, setVerdict] = useState("");
  const [isShown, setShown] = useState(true);
  return h("div", { className: "beside" },
    h("div", { className: "fields" },
      h("label", { htmlFor: "message" }, "Message"),
      isShown && h("textarea", { id: "message", rows: 9, value: message, onChange: (event) => setMessage(event.target.value) }),
      h("p", null, "React holds: ", h("output", { id: "held" }, message)),
      h("p", null, "Verdict: ", h("output", { id: "verdict" }, verdict)),
      h("button", { id: "toggle", onClick: () => setShown(!isShown) }, "Take the field out, or put it back"),
    ),
    h(ComposeHelper, { htmlFor: "message", marketplace: "US", onVerdict: (event) => setVerdict(event.detail.verdict ?? "none") }),
  );
}

createRoot(document.getElementById("app")).render(h(StrictMode, null, h(Portal)));
