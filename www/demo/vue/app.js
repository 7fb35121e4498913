// A portal in Vue without a build step: the message is bound, the element sits beside it.

import { createApp, ref } from "vue";
import "../compose-helper/define.js";

const app = createApp({
  setup: () => ({ message: ref(""), verdict: ref(""), context: { marketplace: "US" } }),
  template: `
    <div class="beside">
      <div class="fields">
        <label for="message">Message</label>
        <textarea id="message" rows="9" v-model="message"></textarea>
        <p>Vue holds: <output id="held">{{ message }}</output></p>
        <p>Verdict: <output id="verdict">{{ verdict }}</output></p>
      </div>
      <compose-helper for="message" :context="context" @compose-verdict="verdict = $event.detail.verdict ?? 'none'"></compose-helper>
    </div>`,
});
app.config.compilerOptions.isCustomElement = (tag) => tag === "compose-helper";
app.mount("#app");
