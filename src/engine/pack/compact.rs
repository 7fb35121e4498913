//! Rules ready to run: what `compile.rs` makes of rule files and `stored.rs` makes bytes of. Data only. Shared with `build.rs`.

use super::spec::{Certainty, Derived, FixSpec, RuleRole, Severity, When};
use super::texts::RuleTexts;
use serde::{Deserialize, Serialize};

/// A language's rules ready to run: phrases, word lists, and patterns that name them by number; no examples. `stored.rs` has the
/// bytes it ships as.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CompactPack {
    /// What is known of the language without its rules.
    pub head: Head,
    /// Words and phrases of lists and patterns, each once, in the order of their first use.
    pub phrases: Vec<Phrase>,
    /// Sets of phrases, each once, in the order of their first use; a set may hold sets.
    pub lists: Vec<Vec<Term>>,
    /// The rules, by file and order in the file.
    pub rules: Vec<CompactRule>,
}

/// What drafts in every language may need of a language, small enough to be read at once.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// BCP 47 language, or `any`.
    pub lang: String,
    /// Abbreviations after whose full stop a sentence goes on, folded, sorted.
    pub abbreviations: Vec<String>,
    /// Line ends that open quoted text, folded.
    pub quote_headers: Vec<String>,
    /// What greetings begin with, folded; with `*` before it, what they end with.
    pub greetings: Vec<String>,
    /// Placeholder values by a word in the name, folded; longer names first.
    pub placeholders: Vec<(String, String)>,
}

/// A rule in the form that ships. Fields as in [`RuleSpec`](super::spec::RuleSpec).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the fields are those of RuleSpec")]
pub struct CompactRule {
    pub id: String,
    pub role: RuleRole,
    pub category: String,
    pub policy: Vec<String>,
    pub severity: Severity,
    #[serde(skip)]
    pub patterns: Patterns,
    pub regex: Vec<String>,
    pub when: When,
    pub derived: Option<Derived>,
    pub certainty: Certainty,
    pub what: String,
    pub why: String,
    pub action: String,
    pub local: RuleTexts,
    pub fix: FixSpec,
}

/// The phrase patterns of a rule. Fields as in [`RuleSpec`](super::spec::RuleSpec).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are those of RuleSpec")]
pub struct Patterns {
    pub matches: Vec<Pattern>,
    pub except: Vec<Pattern>,
    pub needs: Vec<Pattern>,
    pub unless: Vec<Pattern>,
}

/// Words in a row, as folded text has them (see [`token::joined`](super::token::joined)).
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Phrase {
    /// The words.
    pub text: String,
    /// The phrase may begin inside a word.
    pub inner: bool,
    /// Its last word may go on.
    pub stem: bool,
}

/// A phrase pattern: terms in order, each at most `gap` words behind the one before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern {
    /// The first term must be the first thing in the sentence.
    pub at_start: bool,
    /// The last term must be the last thing in the sentence.
    pub at_end: bool,
    /// The terms.
    pub steps: Vec<Step>,
}

/// One term of a pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// What must stand here.
    pub term: Term,
    /// Most words between this term and the one before; [`ANY_GAP`] for any number.
    pub gap: u8,
    /// It may be missing; the next term's gap is then added to its own.
    pub optional: bool,
}

/// What may stand in one place of a pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Term {
    /// Any word that begins with a digit: `<num>`.
    Number,
    /// A phrase, by its place in [`CompactPack::phrases`].
    Phrase(u16),
    /// Any phrase of a list, by its place in [`CompactPack::lists`].
    List(u16),
}

/// The gap that has no bound but the sentence.
pub const ANY_GAP: u8 = u8::MAX;
