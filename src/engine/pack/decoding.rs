//! How notices are recognised and explained, as data: the form of `packs/decoding.toml` that the engine carries. Shared with `build.rs`; decides
//! nothing.

use serde::{Deserialize, Serialize};

/// Words, rules and texts.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DecodingBook {
    /// Word lists that rules name by their number.
    pub lists: Vec<WordList>,
    /// The weightier first.
    pub rules: Vec<KindRule>,
    /// One for each kind of notice.
    pub kinds: Vec<KindText>,
}

/// Phrases that say the same in any language.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WordList {
    /// Folded phrases, one a line, in order; a space stands between all their words.
    pub phrases: String,
    /// The policy row that is broken, where the phrases name a cause; else empty.
    pub row: String,
}

/// What must stand together to tell a kind.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct KindRule {
    /// The kind's name.
    pub kind: String,
    /// For each condition the numbers of lists of which one must be met.
    pub all: Vec<Vec<usize>>,
    /// Within so many sentences.
    pub within: usize,
}

/// What a kind means.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KindText {
    /// Its name.
    pub kind: String,
    /// Step of the ladder.
    pub consequence: String,
    /// What happened, in two sentences.
    pub means: String,
    /// What it costs.
    pub costs: String,
    /// Policy rows about that.
    pub costs_rows: Vec<String>,
    /// What to do, in order.
    pub steps: Vec<String>,
    /// Policy rows.
    pub rows: Vec<String>,
    /// Beginnings of the rows that can bring such a notice about.
    pub causes: Vec<String>,
    /// Whether every sentence that the order does not need can bring it about.
    pub sentences: bool,
}
