//! Reads `packs/decoding.toml` into the form that the engine carries: phrases folded and cut into words. For `build.rs` alone.

use super::decoding::{DecodingBook, KindRule, KindText, WordList};
use super::{Result, token};
use serde::Deserialize;
use std::collections::BTreeMap;

/// A list of phrases by language; the key says only for whom they are written.
type Phrases = BTreeMap<String, Vec<String>>;

/// The file, for complaints.
const FILE: &str = "packs/decoding.toml";
/// The name by which a rule asks for any cause.
const CAUSE: &str = "cause";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    rules: Vec<WrittenRule>,
    kinds: Vec<KindText>,
    words: BTreeMap<String, Phrases>,
    cause: BTreeMap<String, Phrases>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenRule {
    kind: String,
    all: Vec<String>,
    within: usize,
}

/// The book from the text of its file.
pub(crate) fn read(text: &str, fold: &dyn Fn(&str) -> String) -> Result<DecodingBook> {
    let written: Written = toml::from_str(text).map_err(|e| format!("{FILE}: {e}"))?;
    let lists = |phrases: &Phrases, row: &str| WordList { phrases: stored(phrases, fold), row: row.to_owned() };
    let mut book = DecodingBook { kinds: written.kinds, ..DecodingBook::default() };
    book.lists.extend(written.words.values().map(|phrases| lists(phrases, "")));
    book.lists.extend(written.cause.iter().map(|(row, phrases)| lists(phrases, row)));
    let named: Vec<&String> = written.words.keys().collect();
    let number = |name: &str| -> Result<Vec<usize>> {
        if name == CAUSE {
            return Ok((named.len()..book.lists.len()).collect());
        }
        let found = named.iter().position(|n| *n == name);
        Ok(vec![found.ok_or_else(|| format!("{FILE}: a rule asks for the list `{name}`, which is not there"))?])
    };
    for rule in &written.rules {
        if !book.kinds.iter().any(|k| k.kind == rule.kind) {
            return Err(format!("{FILE}: a rule tells the kind `{}`, which has no texts", rule.kind).into());
        }
        let all = rule.all.iter().map(|name| number(name)).collect::<Result<_>>()?;
        book.rules.push(KindRule { kind: rule.kind.clone(), all, within: rule.within });
    }
    Ok(book)
}

/// Folded phrases in order, one a line, their words parted by spaces.
fn stored(phrases: &Phrases, fold: &dyn Fn(&str) -> String) -> String {
    let mut lines: Vec<String> = phrases
        .values()
        .flatten()
        .map(|p| p.split(' ').map(|w| words(w, fold)).collect::<Vec<_>>().join(" "))
        .collect();
    lines.sort();
    lines.dedup();
    lines.join("\n")
}

/// A written word as the words that it is cut into, its stars kept.
fn words(written: &str, fold: &dyn Fn(&str) -> String) -> String {
    if written == ".." {
        return written.to_owned();
    }
    let folded = fold(written.trim_matches('*'));
    let cut: Vec<&str> = token::tokens(&folded).iter().filter_map(|t| folded.get(t.start..t.end)).collect();
    let (before, after) =
        (if written.starts_with('*') { "*" } else { "" }, if written.ends_with('*') { "*" } else { "" });
    format!("{before}{}{after}", cut.join(" "))
}
