//! Every word that the page itself says. Must not know state or components; what the engine says comes from its packs.

pub(crate) mod compose;
pub(crate) mod element;
mod en;
mod en_kinds;
pub(crate) mod model;
pub(crate) mod notices;
pub(crate) mod privacy;
pub(crate) mod rules;
mod samples;
pub(crate) mod standing;
pub(crate) mod templates;

use crate::route::Route;
use compose_engine::delivery::Outcome;
use compose_engine::pack::policy::{Confidence as Known, Label};
use compose_engine::{Buyer, Category, Channel, Confidence, Edition, Program, Severity, Thread, Verdict};

pub(crate) use samples::SAMPLES;

/// The words in the page's language.
pub(crate) const fn texts() -> &'static Texts {
    &en::TEXTS
}

/// `template` with each `{}` replaced by the next of `values`.
pub(crate) fn fill(template: &str, values: &[&str]) -> String {
    let mut values = values.iter();
    let mut out = String::with_capacity(template.len() + 16);
    for (i, part) in template.split("{}").enumerate() {
        if i > 0 {
            out.push_str(values.next().copied().unwrap_or_default());
        }
        out.push_str(part);
    }
    out
}

/// One form for one, another for all other counts; `{}` stands for the count.
pub(crate) fn count(n: usize, one: &str, many: &str) -> String {
    fill(if n == 1 { one } else { many }, &[&n.to_string()])
}

/// Languages a message can be read in, each by its own name.
pub(crate) const LANGUAGES: [(&str, &str); 12] = [
    ("ar", "العربية"),
    ("de", "Deutsch"),
    ("en", "English"),
    ("es", "Español"),
    ("fr", "Français"),
    ("it", "Italiano"),
    ("ja", "日本語"),
    ("nl", "Nederlands"),
    ("pl", "Polski"),
    ("pt", "Português"),
    ("sv", "Svenska"),
    ("tr", "Türkçe"),
];

/// How a verdict is told.
pub(crate) struct VerdictText {
    /// One or two words.
    pub(crate) word: &'static str,
    /// What it means for this order, in one line.
    pub(crate) meaning: &'static str,
    /// Why, where the categories are known; `{}` stands for the needed part, then for the rest.
    pub(crate) why: &'static str,
}

/// What the role of a sentence is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RoleName {
    /// Needed to complete the order.
    Needed,
    /// Not needed, and it decides.
    Spoils,
    /// Not needed, beside others.
    Courtesy,
    /// The buyer's words.
    Quoted,
    /// Nothing is known about it.
    Silent,
}

/// Words, each named after the place where it stands; functions where the engine's own kinds choose.
pub(crate) struct Texts {
    pub(crate) name: &'static str,
    pub(crate) tagline: &'static str,
    pub(crate) skip: &'static str,
    pub(crate) skip_to_page: &'static str,
    pub(crate) navigation: &'static str,
    pub(crate) update: &'static str,
    pub(crate) update_take: &'static str,
    pub(crate) update_later: &'static str,
    pub(crate) page_coming: &'static str,
    pub(crate) page_failed: &'static str,
    pub(crate) again: &'static str,
    pub(crate) private: &'static str,
    pub(crate) requests: (&'static str, &'static str),
    pub(crate) requests_since: &'static str,
    pub(crate) requests_title: &'static str,
    pub(crate) theme_auto: &'static str,
    pub(crate) theme_light: &'static str,
    pub(crate) theme_dark: &'static str,
    pub(crate) broken: &'static str,
    pub(crate) no_rules: &'static str,

    pub(crate) composer: &'static str,
    pub(crate) samples: &'static str,
    pub(crate) samples_short: &'static str,
    pub(crate) subject: &'static str,
    pub(crate) subject_hint: &'static str,
    pub(crate) body: &'static str,
    pub(crate) body_hint: &'static str,
    pub(crate) legend: &'static str,
    pub(crate) legend_needed: &'static str,
    pub(crate) legend_spoils: &'static str,
    pub(crate) legend_breach: &'static str,
    pub(crate) legend_style: &'static str,
    pub(crate) characters: (&'static str, &'static str),
    pub(crate) limit: &'static str,
    pub(crate) over_limit: &'static str,
    pub(crate) copy: &'static str,
    pub(crate) copied: &'static str,
    pub(crate) clear: &'static str,

    pub(crate) context: &'static str,
    pub(crate) context_change: &'static str,
    pub(crate) context_done: &'static str,
    pub(crate) marketplace: &'static str,
    pub(crate) marketplace_none: &'static str,
    pub(crate) language: &'static str,
    pub(crate) language_usual: &'static str,
    pub(crate) order_id: &'static str,
    pub(crate) order_id_hint: &'static str,
    pub(crate) order_id_bad: &'static str,
    pub(crate) channel: &'static str,
    pub(crate) reason: &'static str,
    pub(crate) message_type: &'static str,
    pub(crate) reason_none: &'static str,
    pub(crate) thread: &'static str,
    pub(crate) thread_auto: &'static str,
    pub(crate) program: &'static str,
    pub(crate) program_none: &'static str,
    pub(crate) buyer: &'static str,
    pub(crate) edition: &'static str,
    pub(crate) edition_short: &'static str,
    pub(crate) marketplaces: &'static [(&'static str, &'static str)],

    pub(crate) verdict: &'static str,
    pub(crate) empty_title: &'static str,
    pub(crate) empty: &'static str,
    pub(crate) why_unclear: &'static str,
    pub(crate) sentences: &'static str,
    pub(crate) sentence_select: &'static str,
    pub(crate) fixes: &'static str,
    pub(crate) and: &'static str,

    pub(crate) findings: &'static str,
    pub(crate) findings_none: &'static str,
    pub(crate) findings_count: (&'static str, &'static str),
    pub(crate) findings_more: (&'static str, &'static str),
    pub(crate) finding_select: &'static str,
    pub(crate) close: &'static str,
    pub(crate) phrase: &'static str,
    pub(crate) needs_check: &'static str,
    pub(crate) words_needed: &'static str,
    pub(crate) words_spoil: &'static str,

    pub(crate) row_open: &'static str,
    pub(crate) row_known: &'static str,
    pub(crate) row_since: &'static str,
    pub(crate) row_old: &'static str,
    pub(crate) row_sources: &'static str,
    pub(crate) row_missing: &'static str,

    pub(crate) delivery: &'static str,
    pub(crate) tab_takes: &'static str,
    pub(crate) tab_opted_out: &'static str,
    pub(crate) tab_mailbox: &'static str,
    pub(crate) mailbox_notice: &'static str,
    pub(crate) mailbox_maybe: &'static str,
    pub(crate) mailbox_empty: &'static str,
    pub(crate) from_seller: &'static str,
    pub(crate) from_marketplace: &'static str,
    pub(crate) no_subject: &'static str,
    pub(crate) nothing_arrives: &'static str,
    pub(crate) nothing_comes_back: &'static str,
    pub(crate) if_it_arrives: &'static str,
    pub(crate) if_it_comes_back: &'static str,
    pub(crate) notice_critical: &'static str,
    pub(crate) notice_other: &'static str,
    pub(crate) notice_status: &'static str,
    pub(crate) notice_own_words: &'static str,
    pub(crate) other_edition: &'static str,
    pub(crate) other_edition_same: &'static str,
    pub(crate) use_edition: &'static str,
    pub(crate) ladder: &'static str,
    pub(crate) ladder_here: &'static str,
    pub(crate) misuse: &'static str,
    pub(crate) cannot_know: &'static str,

    pub(crate) parked: &'static str,
    pub(crate) parked_hint: &'static str,
    pub(crate) open: &'static str,
    pub(crate) discard: &'static str,
    pub(crate) footer: &'static str,

    pub(crate) page_of: fn(&Route) -> &'static str,
    pub(crate) verdict_of: fn(Verdict) -> VerdictText,
    pub(crate) confidence_of: fn(Confidence) -> &'static str,
    pub(crate) category_of: fn(Category) -> &'static str,
    pub(crate) role_of: fn(RoleName) -> &'static str,
    pub(crate) severity_of: fn(Severity) -> &'static str,
    pub(crate) outcome_of: fn(Outcome) -> &'static str,
    pub(crate) channel_of: fn(Channel) -> &'static str,
    pub(crate) cannot_know_of: fn(Channel) -> &'static str,
    pub(crate) thread_of: fn(Thread) -> &'static str,
    pub(crate) program_of: fn(Program) -> &'static str,
    pub(crate) buyer_of: fn(Buyer) -> &'static str,
    pub(crate) edition_of: fn(Edition) -> &'static str,
    pub(crate) label_of: fn(Label) -> &'static str,
    pub(crate) known_of: fn(Known) -> &'static str,
    pub(crate) announce: &'static str,
    pub(crate) announce_empty: &'static str,
}

#[cfg(test)]
mod tests {
    use super::{count, fill};

    #[test]
    fn holes_are_filled_in_order_and_left_empty_without_a_value() {
        assert_eq!(fill("{} of {}", &["1"]), "1 of ");
        assert_eq!(count(1, "{} finding", "{} findings"), "1 finding");
        assert_eq!(count(0, "{} finding", "{} findings"), "0 findings");
    }
}
