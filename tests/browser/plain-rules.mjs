// The packs' rules as plain JavaScript regular expressions, the way a page without this engine would hold them: for the bench alone.
// Must not know how the engine matches.

import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * Reads every rule of the packs' folders.
 * @param {string[]} folders
 * @returns {Promise<{ id: string, match: string[], except: string[] }[]>} sources of expressions
 */
export async function plainRules(folders) {
  const rules = [];
  for (const folder of folders) {
    const names = (await readdir(folder)).filter((name) => name.endsWith(".toml")).sort();
    const files = await Promise.all(names.map(async (name) => parse(await readFile(join(folder, name), "utf8"))));
    const words = Object.assign({}, ...files.map((file) => file.words ?? {}));
    for (const rule of files.flatMap((file) => file.rule ?? [])) {
      const match = [...(rule.match ?? []).map((pattern) => expression(pattern, words)), ...(rule.regex ?? []).map(shape)];
      if (match.length > 0) {
        rules.push({ id: rule.id, match, except: (rule.except ?? []).map((pattern) => expression(pattern, words)) });
      }
    }
  }
  return rules;
}

/** A regular expression of a pack in JavaScript's spelling. */
const shape = (source) => source.replace(/\\x\{([0-9A-Fa-f]+)\}/g, "\\u{$1}");

/** One phrase pattern (docs/WRITING-RULES.md) as an expression. */
function expression(pattern, words) {
  let inside = pattern.trim();
  const first = inside.startsWith("^");
  const last = inside.endsWith("$");
  inside = inside.slice(first ? 1 : 0, last ? -1 : undefined).trim();
  let source = "";
  let gap;
  for (const item of inside.match(/(?:\([^)]*\)|<[^>]*>|[^\s(<])+/g) ?? []) {
    if (item === "...") gap = "[^.?!]*?";
    else if (/^\.\.\d+$/.test(item)) gap = `(?:\\W+\\w+){0,${item.slice(2)}}`;
    else {
      const optional = item.endsWith("?");
      const one = alternatives(optional ? item.slice(0, -1) : item, words);
      const joint = source === "" ? "" : `${gap ?? ""}\\W*`;
      source += optional ? `(?:${joint}${one})?` : joint + one;
      gap = undefined;
    }
  }
  return `${first ? "(?:^|[.?!\\n]\\s*)" : ""}(?<!\\w)${source}(?!\\w)${last ? "(?=\\s*(?:[.?!\\n]|$))" : ""}`;
}

function alternatives(item, words) {
  if (item === "<num>") return "\\d[\\w.,]*";
  const inside = /^\((.*)\)$/.exec(item)?.[1] ?? item;
  const all = inside.split("|").flatMap((word) => expand(word.trim(), words));
  return `(?:${all.map(literal).join("|")})`;
}

const expand = (word, words) => {
  const list = words[/^<(.+)>$/.exec(word)?.[1]];
  return list === undefined ? [word] : list.flatMap((entry) => expand(entry, words));
};

function literal(phrase) {
  const inner = phrase.startsWith("*") ? "\\w*" : "";
  const stem = phrase.endsWith("*") ? "\\w*" : "";
  const plain = phrase.replace(/^\*|\*$/g, "").replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
  return inner + plain.split(/\s+/).join("\\W+") + stem;
}

/** The part of TOML that packs are written in: tables of strings and lists, comments, inline tables. */
function parse(text) {
  const root = {};
  let table = root;
  let at = 0;
  const skip = () => {
    for (;;) {
      while (/\s/.test(text[at] ?? "")) at += 1;
      if (text[at] !== "#") return;
      while (at < text.length && text[at] !== "\n") at += 1;
    }
  };
  const token = (expression) => {
    expression.lastIndex = at;
    const found = expression.exec(text);
    if (found === null) throw new Error(`cannot read ${JSON.stringify(text.slice(at, at + 40))}`);
    at = expression.lastIndex;
    return found;
  };
  const list = (close, one) => {
    at += 1;
    for (skip(); text[at] !== close; skip()) {
      one();
      skip();
      if (text[at] === ",") at += 1;
    }
    at += 1;
  };
  const pair = (into) => {
    const [, bare, quoted] = token(/([\w-]+)|"([^"]*)"/y);
    skip();
    token(/=\s*/y);
    into[bare ?? quoted] = value();
  };
  const value = () => {
    skip();
    if (text[at] === "[") {
      const items = [];
      list("]", () => items.push(value()));
      return items;
    }
    if (text[at] === "{") {
      const inline = {};
      list("}", () => pair(inline));
      return inline;
    }
    if (text[at] === "'") return token(/'([^'\n]*)'/y)[1];
    if (text[at] === '"') return JSON.parse(token(/"(?:[^"\\\n]|\\.)*"/y)[0].replace(/\\U([0-9A-Fa-f]{8})/g, (_, hex) => String.fromCodePoint(parseInt(hex, 16))));
    return token(/[^\s,\]}#]+/y)[0];
  };
  for (skip(); at < text.length; skip()) {
    if (text.startsWith("[[", at)) {
      const [, name] = token(/\[\[([\w-]+)\]\]/y);
      (root[name] ??= []).push((table = {}));
    } else if (text[at] === "[") {
      const path = token(/\[([\w.-]+)\]/y)[1].split(".");
      table = path.reduce((from, name) => {
        const next = (from[name] ??= {});
        return Array.isArray(next) ? next.at(-1) : next;
      }, root);
    } else pair(table);
  }
  return root;
}
