// A portal in strict TypeScript, compiled and never run: the package's types as a consumer meets them.

import { ComposeHelper, ComposeError, define, type BeforeSend } from "compose-helper";
import "compose-helper/define";
import { gate, languages, load, type Context, type Engine, type Review } from "compose-helper/engine";
import { ComposeHelper as ReactHelper } from "compose-helper/react";

define("portal-helper");
const element = document.createElement("compose-helper");
element.mode = "block";
element.context = { buyer: "opted_out", channel: "contact_buyer", contactReason: "Other" };
element.addEventListener("compose-before-send", (event) => {
  const detail: BeforeSend = event.detail;
  if (detail.decision === "block") detail.repair?.control?.focus();
});
element.addEventListener("compose-fix", ({ detail }) => console.log(detail.after.body, detail.rest?.body));
document.addEventListener("compose-verdict", () => {});

// @ts-expect-error there is no such mode
element.mode = "shout";
// @ts-expect-error nor such a preference
const wrong: Context = { buyer: "perhaps" };
void wrong;

export async function check(body: string): Promise<Review["verdict"]> {
  const engine: Engine = await load({ langs: languages });
  try {
    const review = engine.check({ body }, { lang: "en" });
    for (const { field, span } of review.evidence) if (field === "body") console.log(body.slice(span.start, span.end));
    const explained = engine.explain("M-06");
    if (explained?.kind === "row") console.log(explained.sources.map((source) => source.urls));
    return gate(review, "block").hold === "free" ? review.verdict : "unclear";
  } catch (error) {
    if (error instanceof ComposeError && error.code === "invalid-context") console.log(error.message);
    throw error;
  }
}

export const view = <ReactHelper htmlFor="message" mode="prompt" onVerdict={(event) => console.log(event.detail.verdict)} />;
export const instance: ComposeHelper = element;
