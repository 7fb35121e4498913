//! What a rule file says: the TOML form with its examples. Data only; `compile.rs` leads from it to the compact form. Shared with
//! `build.rs`.

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
    /// What greetings begin with; a form of address that they end with has `*` before it.
    #[serde(default)]
    pub greetings: Vec<String>,
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
        /// A known marker in the text.
        MarkerInBody,
        /// A known marker of another language than the marketplace's.
        MarkerForeign,
        /// A known marker under an edition that honours none.
        MarkerExpired,
        /// Something like a marker where the seller writes no subject.
        MarkerElsewhere,
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
