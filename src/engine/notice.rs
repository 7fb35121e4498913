//! The seller's side of a blocked message: the notice that comes back and the ladder of consequences. Decides nothing; words come from the book.

use crate::delivery::{Consequence, Decision, Outcome};
use crate::draft::{Context, UnknownName, named_enum};
use crate::order_id::is_order_id;
use crate::pack::policy::{NoticeText, PolicyBook};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

named_enum! {
    /// How sure it is that the notice comes.
    "likelihood" Likelihood {
        /// The message is blocked.
        Certain = "certain",
        /// It comes if the buyer has opted out.
        IfOptedOut = "if_opted_out",
        /// It comes if the buyer has opted out and Amazon does not take the message for critical; nothing says which.
        Undocumented = "undocumented",
    }
}

named_enum! {
    /// Which language the notice is in.
    "notice language" NoticeLanguage {
        /// The one asked for.
        Asked = "asked",
        /// English stands in, because no notice is documented in the one asked for.
        StandIn = "stand_in",
    }
}

/// The notice in the seller's own mailbox.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Notice {
    /// How sure it is.
    pub likelihood: Likelihood,
    /// BCP 47 language of the text.
    pub lang: String,
    /// Whether that is the language asked for.
    pub language: NoticeLanguage,
    /// Subject line.
    pub subject: String,
    /// First words.
    pub salutation: String,
    /// First sentence; it names the order if its ID is known.
    pub first_line: String,
    /// Why the message came back.
    pub reason: String,
    /// How a critical message can still be sent in the leading edition.
    pub how_to: String,
    /// What counts as critical.
    pub critical_list: Vec<String>,
    /// What does not.
    pub non_critical_list: Vec<String>,
    /// The line under the sent message, always in English.
    pub status_line: String,
}

/// One step of the consequences, as it stands for a decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Step {
    /// The step.
    pub consequence: Consequence,
    /// What happens.
    pub title: String,
    /// When it happens.
    pub text: String,
    /// Policy rows.
    pub rows: Vec<String>,
    /// Keys of sources.
    pub sources: Vec<String>,
    /// Whether this decision stands on it.
    pub current: bool,
}

/// The notice for `decision`, in the seller's language `lang` (BCP 47; the region is ignored). None when nothing can be blocked: the
/// message is delivered. An order ID that is not of the form 3-7-7 digits is left out.
pub fn notice(decision: &Decision, context: &Context, lang: &str, policy: &PolicyBook) -> Option<Notice> {
    let likelihood = match (decision.outcome, decision.if_opted_out) {
        (Outcome::Delivered, _) => return None,
        (Outcome::Blocked, _) => Likelihood::Certain,
        (Outcome::Depends, Outcome::Blocked) => Likelihood::IfOptedOut,
        (Outcome::Depends, Outcome::Delivered | Outcome::Depends) => Likelihood::Undocumented,
    };
    let (text, language) = text_for(lang, policy)?;
    let edition = context.edition.as_str();
    Some(Notice {
        likelihood,
        lang: text.lang.clone(),
        language,
        subject: text.subject.clone(),
        salutation: text.salutation.clone(),
        first_line: first_line(text, context.order_id.as_deref()),
        reason: text.reason.clone(),
        how_to: text.how_to.iter().find(|h| h.edition == edition).map(|h| h.text.clone()).unwrap_or_default(),
        critical_list: text.critical.clone(),
        non_critical_list: text.non_critical.clone(),
        status_line: policy.status_lines.opted_out.clone(),
    })
}

/// All steps, mildest first, with the one that `decision` stands on marked.
pub fn ladder(decision: &Decision, policy: &PolicyBook) -> Vec<Step> {
    steps(decision.consequence, policy)
}

/// All steps, mildest first, with this one marked.
pub fn steps(here: Consequence, policy: &PolicyBook) -> Vec<Step> {
    let steps = policy.ladder.iter().filter_map(|step| {
        let consequence: Consequence = step.consequence.parse().ok()?;
        Some(Step {
            consequence,
            title: step.title.clone(),
            text: step.text.clone(),
            rows: step.rows.clone(),
            sources: step.sources.clone(),
            current: consequence == here,
        })
    });
    steps.collect()
}

fn text_for<'a>(lang: &str, policy: &'a PolicyBook) -> Option<(&'a NoticeText, NoticeLanguage)> {
    let primary = lang.split(['-', '_']).next().unwrap_or_default();
    let asked = policy.notices.iter().find(|text| text.lang.eq_ignore_ascii_case(primary));
    asked
        .map(|text| (text, NoticeLanguage::Asked))
        .or_else(|| policy.notices.first().map(|text| (text, NoticeLanguage::StandIn)))
}

fn first_line(text: &NoticeText, order_id: Option<&str>) -> String {
    match order_id.map(str::trim).filter(|id| is_order_id(id)) {
        Some(id) => text.first_line.replace("{order_id}", id),
        None => text.first_line_without_order.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::delivery::Rule;
    use crate::draft::Edition;
    use crate::pack::builtin_policy;

    const BLOCKED: Decision = Decision {
        outcome: Outcome::Blocked,
        if_opted_out: Outcome::Blocked,
        rule: Rule::D5,
        misuse: false,
        consequence: Consequence::MessageBlocked,
    };

    fn order(id: &str) -> Context {
        Context { order_id: Some(id.to_owned()), ..Context::default() }
    }

    #[test]
    fn a_blocked_message_brings_a_notice_that_names_the_order() {
        let policy = builtin_policy().unwrap();
        let notice = notice(&BLOCKED, &order("113-4471928-1183340"), "en-GB", &policy).unwrap();
        assert_eq!(notice.subject, "Your message to a buyer could not be delivered");
        assert!(notice.first_line.contains("for order 113-4471928-1183340 because"));
        assert_eq!((notice.likelihood, notice.language), (Likelihood::Certain, NoticeLanguage::Asked));
    }

    #[test]
    fn without_a_sound_order_id_the_first_line_names_none() {
        let policy = builtin_policy().unwrap();
        for context in
            [Context::default(), order("{{order_id}}"), order("113-4471928-118334"), order("１13-4471928-1183340")]
        {
            let notice = notice(&BLOCKED, &context, "fr", &policy).unwrap();
            assert!(notice.salutation == "Cher vendeur," && !notice.first_line.contains("commande"), "{notice:?}");
        }
    }

    #[test]
    fn a_language_without_a_notice_gets_english_and_says_so() {
        let policy = builtin_policy().unwrap();
        let notice = notice(&BLOCKED, &Context::default(), "sv", &policy).unwrap();
        assert_eq!((notice.lang.as_str(), notice.language), ("en", NoticeLanguage::StandIn));
    }

    #[test]
    fn the_way_out_follows_the_edition() {
        let policy = builtin_policy().unwrap();
        let how_to =
            |edition| notice(&BLOCKED, &Context { edition, ..Context::default() }, "en", &policy).unwrap().how_to;
        assert!(how_to(Edition::Optout2017).contains("Additional Information Required"));
        assert!(how_to(Edition::Optout2025).contains("Contact Buyer page"));
    }

    #[test]
    fn what_is_delivered_brings_no_notice_and_what_depends_says_on_what() {
        let policy = builtin_policy().unwrap();
        let likelihood = |outcome, if_opted_out| {
            let decision = Decision { outcome, if_opted_out, ..BLOCKED };
            notice(&decision, &Context::default(), "en", &policy).map(|notice| notice.likelihood)
        };
        assert_eq!(likelihood(Outcome::Delivered, Outcome::Blocked), None);
        assert_eq!(likelihood(Outcome::Depends, Outcome::Blocked), Some(Likelihood::IfOptedOut));
        assert_eq!(likelihood(Outcome::Depends, Outcome::Depends), Some(Likelihood::Undocumented));
    }

    #[test]
    fn the_ladder_has_every_consequence_in_order_and_one_current_step() {
        let policy = builtin_policy().unwrap();
        for &consequence in Consequence::ALL {
            let steps = ladder(&Decision { consequence, ..BLOCKED }, &policy);
            assert!(steps.iter().map(|step| step.consequence).eq(Consequence::ALL.iter().copied()));
            let current: Vec<_> = steps.iter().filter(|step| step.current).map(|step| step.consequence).collect();
            assert_eq!(current, [consequence]);
        }
    }
}
