//! The policy book: rows, sources, editions, markers, contact reasons and notices as data types. Reads no file, knows no rule, decides nothing.

use serde::{Deserialize, Serialize};
pub use texts::*;

/// The files that together make one book, in `packs/`. Their tables have different names, so they merge into one.
pub const FILES: [&str; 8] = [
    "policy.toml",
    "sources.toml",
    "editions.toml",
    "markers.toml",
    "reasons.toml",
    "notices.toml",
    "moves.toml",
    "disagreements.toml",
];

/// Everything the engine knows about the marketplace's policy, with where it is known from.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PolicyBook {
    /// Policy rows, by kind and number.
    pub rows: Vec<Row>,
    /// Where facts come from.
    pub sources: Vec<Source>,
    /// Dated versions of the rule, oldest first.
    pub editions: Vec<EditionEntry>,
    /// Subject markers and menu entries.
    pub markers: MarkerBook,
    /// Contact reasons and message types.
    pub reasons: Vec<ReasonEntry>,
    /// What the marketplace shows or mails a seller, by language; English first.
    pub notices: Vec<NoticeText>,
    /// Status lines under sent messages.
    pub status_lines: StatusLines,
    /// Consequences, mildest first.
    pub ladder: Vec<LadderStep>,
    /// Plain sentences about a delivery decision.
    pub explanations: ExplanationBook,
    /// What is better than writing, by what a message is about.
    pub moves: Vec<Move>,
    /// Questions on which pages disagree.
    pub disagreements: Vec<Disagreement>,
}

/// How well a fact is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Confidence {
    /// Two or more independent sources.
    C2,
    /// One source.
    C1,
    /// Inferred by the project.
    #[serde(rename = "INF")]
    Inferred,
    /// Sources conflict or are silent.
    #[serde(rename = "OPEN")]
    Open,
}

/// How grave a breach of a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Severity {
    /// Can lead to restriction or suspension.
    S3,
    /// The message is likely blocked.
    S2,
    /// Style; the message may be blocked.
    S1,
    /// A requirement.
    R,
    /// Worth a warning only.
    #[serde(rename = "warn")]
    Warn,
}

/// One fact of the policy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Row {
    /// `K1`, `M-17`, `D9`, …
    pub id: String,
    /// The fact in the project's own words.
    pub title: String,
    /// How well it is known.
    pub confidence: Confidence,
    /// How grave a breach is, for rows that can be breached.
    pub severity: Option<Severity>,
    /// First edition or month in which it holds; `old` for older than 2017.
    pub effective: Option<String>,
    /// What to do, for grey areas.
    pub advice: Option<String>,
    /// Keys of sources.
    pub sources: Vec<String>,
}

/// A page or repository that a fact was taken from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// `S01`, …
    pub key: String,
    /// Addresses, the main one first.
    pub urls: Vec<String>,
    /// Date as far as it is known, in words.
    pub date: String,
}

/// A dated version of the rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EditionEntry {
    /// `optout-2017-05`, …
    pub id: String,
    /// First day, as `YYYY-MM-DD`, or month where the day is not known.
    pub effective: String,
    /// What changed with it.
    pub changes: String,
    /// The built edition that answers for it; itself for a built one.
    pub decided_by: String,
    /// How well the date is known.
    pub confidence: Confidence,
    /// Keys of sources.
    pub sources: Vec<String>,
}

/// Markers, what looks like one, menu entries and reply prefixes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MarkerBook {
    /// Known markers and menu entries by language.
    pub known: Vec<MarkerEntry>,
    /// Words that people take for the marker, in lower case; the known words need not be repeated.
    pub look_alike_words: Vec<String>,
    /// Pairs of brackets, opening and closing, that people use for it.
    pub brackets: Vec<String>,
    /// Signs that set a bare word apart at the start of a subject.
    pub separators: String,
    /// Words before a colon that a mail client puts before the subject of an answer, in lower case.
    pub reply_prefixes: Vec<String>,
}

/// The marker and the menu entry of one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MarkerEntry {
    /// BCP 47 language.
    pub lang: String,
    /// Word between half-width square brackets.
    pub word: String,
    /// Wordings of the menu entry `Additional Information Required`; empty where none was found.
    pub topics: Vec<String>,
    /// Codes of marketplaces in another language whose help accepts the word too.
    #[serde(default)]
    pub also_in: Vec<String>,
    /// How well it is known.
    pub confidence: Confidence,
    /// Keys of sources.
    pub sources: Vec<String>,
}

/// How Amazon labels a contact reason or message type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Label {
    /// Labelled critical, or mandatory for a critical case.
    Critical,
    /// Labelled non-critical.
    NonCritical,
    /// Critical in older editions only.
    Formerly,
    /// Not labelled.
    Unlabelled,
}

/// Smallest and largest count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limit {
    /// Smallest.
    pub min: u32,
    /// Largest.
    pub max: u32,
}

/// A contact reason of the Contact Buyer page, a message type of the API, or both.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReasonEntry {
    /// Name of the engine's `Reason`.
    pub id: String,
    /// Titles the seller sees, the newest first; empty where none was found.
    pub titles: Vec<String>,
    /// Names of the type and its operation in the API; empty where the page alone has it.
    pub api_names: Vec<String>,
    /// Characters of the seller's own text; none where no text can be written.
    pub text: Option<Limit>,
    /// Files that can be attached; none where it is not documented.
    pub files: Option<Limit>,
    /// What a link must concern to be allowed.
    pub links_about: Option<String>,
    /// Amazon's label.
    pub label: Label,
    /// Why someone chooses it, in the project's own words.
    pub purpose: String,
    /// Names of the categories that it is made for, the one it serves best first; empty where a text cannot show that it fits.
    #[serde(default)]
    pub fits: Vec<String>,
    /// Day or month in which Amazon withdrew it.
    pub withdrawn: Option<String>,
    /// How well it is known.
    pub confidence: Confidence,
    /// Keys of sources.
    pub sources: Vec<String>,
}

impl PolicyBook {
    /// The row with this id.
    pub fn row(&self, id: &str) -> Option<&Row> {
        self.rows.iter().find(|row| row.id == id)
    }

    /// The source with this key.
    pub fn source(&self, key: &str) -> Option<&Source> {
        self.sources.iter().find(|source| source.key == key)
    }

    /// The contact reason with this id.
    pub fn reason(&self, id: &str) -> Option<&ReasonEntry> {
        self.reasons.iter().find(|reason| reason.id == id)
    }

    /// The edition with this id.
    pub fn edition(&self, id: &str) -> Option<&EditionEntry> {
        self.editions.iter().find(|edition| edition.id == id)
    }

    /// Every fault of the book, each naming its table and entry; empty when it is sound.
    pub fn lint(&self) -> Vec<String> {
        lint::complaints(self)
    }
}

// Named by path because `build.rs` includes this file by its path too.
#[path = "policy_lint.rs"]
mod lint;
#[path = "policy_texts.rs"]
mod texts;
