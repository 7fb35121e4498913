// Runs in the page that bench.mjs opens: starts one of the two checkers and times it. Must not know what the figures mean.

const makers = {
  async engine() {
    const { default: init, Checker } = await import("./compose_wasm.js");
    const load = async (address) => (await fetch(address)).arrayBuffer();
    const [bytes, english] = await Promise.all([load("./compose_wasm_bg.wasm"), load("./en.bin")]);
    return async () => {
      await init({ module_or_path: bytes });
      const checker = new Checker();
      checker.addLanguage(new Uint8Array(english));
      return (draft) => checker.check(draft, undefined).verdict;
    };
  },
  async regex() {
    const rules = await (await fetch("./rules.json")).json();
    return async () => {
      // The Unicode flag only where a source needs it: with it on all of them, compiling takes ten times as long.
      const flags = (source) => (source.includes("\\u{") ? "iu" : "i");
      const compile = (sources) => sources.map((source) => new RegExp(source, flags(source)));
      const compiled = rules.map(({ match, except }) => ({ match: compile(match), except: compile(except) }));
      return ({ subject, body }) => {
        const text = `${subject}\n${body}`;
        const hits = (expressions) => expressions.some((expression) => expression.test(text));
        return compiled.filter(({ match, except }) => hits(match) && !hits(except)).length;
      };
    };
  },
};

/** Milliseconds from the loaded bytes to the first answer. */
export async function start(kind, draft) {
  const make = await makers[kind]();
  const from = performance.now();
  const check = await make();
  check(draft);
  return performance.now() - from;
}

/** Milliseconds of each of `edits` keystrokes: letters typed at a place that wanders over the draft. */
export async function type(kind, draft, edits) {
  const check = await (await makers[kind]())();
  let { body } = draft;
  check({ ...draft, body });
  const times = [];
  for (let i = 0; i < edits; i += 1) {
    const place = (Math.floor(i / 10) * 137) % body.length;
    body = body.slice(0, place + (i % 10)) + "typed text"[i % 10] + body.slice(place + (i % 10) + 1);
    const from = performance.now();
    check({ ...draft, body });
    times.push(performance.now() - from);
  }
  return times;
}
