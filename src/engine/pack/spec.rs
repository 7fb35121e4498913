//! What a rule file says: the TOML form with its examples, and the compact form that ships. Data only; `compile.rs` leads from one
//! to the other. Shared with `build.rs`.

use super::texts::RuleTexts;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One file of rules, `packs/<language>/<topic>.toml`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleFile {
    /// Word lists by name, for `<name>` in patterns of the same language.
    #[serde(default)]
    pub words: BTreeMap<String, Vec<String>>,
    /// Abbreviations after whose full stop a sentence goes on.
    #[serde(default)]
    pub abbreviations: Vec<String>,
    /// Line ends such as `wrote:` that open text quoted from the buyer.
    #[serde(default)]
    pub quote_headers: Vec<String>,
    /// Values that placeholders stand for, by a word in the placeholder's name.
    #[serde(default)]
    pub placeholders: BTreeMap<String, String>,
    /// The rules.
    #[serde(default)]
    pub rule: Vec<RuleSpec>,
}

/// A rule as written, with its examples.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleSpec {
    /// Kebab-case name of the offence or the need; for ever.
    pub id: String,
    /// What a sentence that matches does for the order.
    pub role: RuleRole,
    /// Category of the sentence (labelling guide, section 2); empty for findings about content and style.
    #[serde(default)]
    pub category: String,
    /// Rows of `policy.toml` that the rule stands on.
    pub policy: Vec<String>,
    /// How bad it is.
    pub severity: Severity,
    /// Phrase patterns, any of which matches within one sentence.
    #[serde(default, rename = "match")]
    pub matches: Vec<String>,
    /// Regular expressions on folded text for what is a shape and not words.
    #[serde(default)]
    pub regex: Vec<String>,
    /// Phrase patterns that rule the match out when they match the same sentence.
    #[serde(default)]
    pub except: Vec<String>,
    /// Phrase patterns of which one must match somewhere in the draft.
    #[serde(default)]
    pub needs: Vec<String>,
    /// Phrase patterns that rule the match out when they match anywhere in the draft.
    #[serde(default)]
    pub unless: Vec<String>,
    /// Which sentences the rule looks at.
    #[serde(default)]
    pub when: When,
    /// A fact that the engine works out itself; such a rule has no patterns.
    #[serde(default)]
    pub derived: Option<Derived>,
    /// How sure a match is.
    #[serde(default)]
    pub certainty: Certainty,
    /// One fact, for the seller.
    pub what: String,
    /// One reason.
    pub why: String,
    /// One action.
    #[serde(rename = "do")]
    pub action: String,
    /// The same three texts in the language of the pack; empty where that is English.
    #[serde(default)]
    pub local: RuleTexts,
    /// How the draft is mended.
    #[serde(default)]
    pub fix: FixSpec,
    /// Texts that the rule flags, the exact match in `[[…]]`.
    #[serde(default)]
    pub flag: Vec<String>,
    /// The same texts after the fix; as many as `flag`, or none where the fix is by hand.
    #[serde(default)]
    pub fixed: Vec<String>,
    /// Honest near misses.
    #[serde(default)]
    pub pass: Vec<String>,
}

macro_rules! plain_enum {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(rename_all = "snake_case")]
        pub enum $name { $($(#[$vmeta])* $variant),+ }
    };
}

plain_enum! {
    /// What a match says about its sentence.
    RuleRole {
        /// The order needs it.
        Critical,
        /// The order does as well without it.
        NonCritical,
        /// Decides nothing.
        Courtesy,
        /// Nothing about the sentence: a finding about content or style.
        Finding,
    }
}

plain_enum! {
    /// How bad a finding is, after the severities of the policy rows.
    Severity {
        /// Can cost the right to write or to sell (S3).
        High,
        /// The message is likely to be held back (S2).
        Medium,
        /// Style (S1).
        Low,
        /// A requirement or a hint (R).
        Hint,
        /// Nothing wrong: it explains the verdict.
        Info,
    }
}

plain_enum! {
    /// Which sentences a rule looks at.
    #[derive(Default)]
    When {
        /// All of the seller's own.
        #[default]
        Always,
        /// Those that ask.
        Question,
        /// Those that do not end in a question mark.
        Statement,
        /// The subject line.
        Subject,
        /// The whole text of a field at once, for the layout.
        Whole,
    }
}

plain_enum! {
    /// How much a match weighs against other evidence in the same sentence.
    #[derive(Default)]
    Certainty {
        /// Decides.
        #[default]
        Sure,
        /// Decides where nothing surer speaks in the same sentence.
        Likely,
    }
}

plain_enum! {
    /// Facts about the whole draft that the engine finds without patterns.
    Derived {
        /// A known marker or the critical topic on text that is not critical.
        MarkerMisused,
        /// Brackets and a word that look like the marker and are not.
        MarkerLookAlike,
        /// No order ID in subject or body.
        OrderIdMissing,
        /// Nothing but thanks or an offer of help.
        OnlyThanks,
        /// A word written so that a machine does not read it.
        Evasion,
        /// The draft is not in the language of the marketplace.
        OtherLanguage,
    }
}

plain_enum! {
    /// What to do about a match.
    #[derive(Default)]
    FixKind {
        /// Nothing can be changed by rule.
        #[default]
        Manual,
        /// Take the sentence out.
        DeleteSentence,
        /// Take the match out.
        DeleteMatch,
        /// Put `text` in place of the match.
        Replace,
        /// Put `text` in place of the sentence.
        ReplaceSentence,
    }
}

plain_enum! {
    /// How safe a fix is.
    #[derive(Default)]
    Grade {
        /// Changes nothing a reader would miss.
        Safe,
        /// Read it once before sending.
        Check,
        /// A person must write something.
        #[default]
        Manual,
    }
}

/// The fix of a rule.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FixSpec {
    /// What to do.
    #[serde(default)]
    pub kind: FixKind,
    /// How safe it is.
    #[serde(default)]
    pub grade: Grade,
    /// New text, for the kinds that put some in.
    #[serde(default)]
    pub text: String,
}

/// A language's rules ready to run: phrases, word lists, and patterns that name them by number; no examples. `stored.rs` has the
/// bytes it ships as.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CompactPack {
    /// BCP 47 language, or `any`.
    pub lang: String,
    /// Words and phrases of lists and patterns, each once, in the order of their first use.
    #[serde(skip)]
    pub phrases: Vec<Phrase>,
    /// Sets of phrases, each once, in the order of their first use; a set may hold sets.
    #[serde(skip)]
    pub lists: Vec<Vec<Term>>,
    /// Abbreviations after whose full stop a sentence goes on, folded, sorted.
    pub abbreviations: Vec<String>,
    /// Line ends that open quoted text, folded.
    pub quote_headers: Vec<String>,
    /// Placeholder values by a word in the name, folded; longer names first.
    pub placeholders: Vec<(String, String)>,
    /// The rules, by file and order in the file.
    pub rules: Vec<CompactRule>,
}

/// A rule in the form that ships. Fields as in [`RuleSpec`].
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

/// The phrase patterns of a rule. Fields as in [`RuleSpec`].
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are those of RuleSpec")]
pub struct Patterns {
    pub matches: Vec<Pattern>,
    pub except: Vec<Pattern>,
    pub needs: Vec<Pattern>,
    pub unless: Vec<Pattern>,
}

/// Words in a row, as folded text has them (see [`token::joined`](super::token::joined)).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
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
