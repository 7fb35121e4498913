//! What is wrong with a marker beside its misuse: its place, its language, its edition, its channel; and the words that misuse it.

use super::Facts;
use crate::delivery::{entries_of, marker_in_text};
use crate::draft::{Channel, Edition, Field};
use crate::evidence::Role;
use crate::pack::spec::Derived;
use crate::review::{Finding, Place};
use crate::span::Span;

/// Where the rule's text names the words that are not critical.
const PHRASE: &str = ": “{phrase}”";
/// Longest phrase that is quoted, in characters.
const LONGEST: usize = 60;

/// A marker among the seller's own sentences of the body, where it does nothing.
pub(super) fn in_body(facts: &Facts<'_>) -> Option<Place> {
    let body = &facts.draft.body;
    if !body.contains('[') {
        return None;
    }
    let span = marker_in_text(body, &facts.engine.policy().markers)?;
    let is_quoted = facts.reading.sentences.iter().any(|s| !s.own && s.field == Field::Body && s.span.overlaps(span));
    (!is_quoted).then_some(Place { field: Field::Body, span })
}

/// Whether no language of the marketplace has this marker.
pub(super) fn is_foreign(facts: &Facts<'_>) -> bool {
    let known = facts.marker.span.filter(|_| facts.marker.known);
    let Some((span, code)) = known.zip(facts.context.marketplace.as_deref()) else { return false };
    let mut entries = entries_of(&facts.draft.subject, span, &facts.engine.policy().markers).peekable();
    let here = |lang: &str| facts.engine.is_read(lang, code);
    entries.peek().is_some_and(|e| here(&e.lang).is_some())
        && !entries.any(|e| here(&e.lang) == Some(true) || e.also_in.iter().any(|c| c.eq_ignore_ascii_case(code)))
}

/// Whether the leading edition honours no marker where it would stand.
pub(super) fn is_expired(facts: &Facts<'_>) -> bool {
    facts.marker.known && facts.context.channel == Channel::Email && facts.context.edition == Edition::Optout2025
}

/// Whether the message takes a way on which the seller writes no subject.
pub(super) fn is_elsewhere(facts: &Facts<'_>) -> bool {
    (facts.marker.known || facts.marker.look_alike) && facts.context.channel != Channel::Email
}

/// The finding about misuse names the words that disqualify the message; others stay as they are.
pub(super) fn with_phrase(facts: &Facts<'_>, mut finding: Finding) -> Finding {
    let misused =
        facts.engine.rules_for(facts.lang).any(|r| r.derived == Some(Derived::MarkerMisused) && r.id == finding.rule);
    if misused {
        let phrase = spoiling(facts).map(|words| PHRASE.replace("{phrase}", &words)).unwrap_or_default();
        finding.what = finding.what.replace(PHRASE, &phrase);
    }
    finding
}

/// The first words that decided against the message, those of its body before its subject.
fn spoiling(facts: &Facts<'_>) -> Option<String> {
    let deciding = facts.judgement.deciding.iter().filter_map(|&i| facts.evidence.get(i));
    let against = deciding.filter(|e| e.role == Role::NonCritical);
    let placed = against.filter_map(|e| Some((facts.reading.sentences.get(e.sentence)?.field, e.span)));
    let (field, span): (Field, Span) = placed.min_by_key(|(field, span)| (*field == Field::Subject, span.start))?;
    let mut words = span.of(facts.draft.text(field)).split_whitespace();
    let mut out = words.next()?.chars().take(LONGEST).collect::<String>();
    for word in words {
        if out.chars().count() + word.chars().count() >= LONGEST {
            out.push('…');
            break;
        }
        out.push(' ');
        out.push_str(word);
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use crate::draft::{Channel, Context, Draft, Edition};
    use crate::engine::Engine;
    use crate::fix;
    use crate::review::Review;

    const QUESTION: &str = "Which flat number should we put on the label for order 113-4471928-1183340?";

    fn review(subject: &str, body: &str, context: Context) -> Review {
        let context = Context { lang: Some("en".to_owned()), ..context };
        Engine::builtin().unwrap().review(&Draft::new(subject, body), &context)
    }

    fn about_markers(subject: &str, body: &str, context: Context) -> Vec<String> {
        let review = review(subject, body, context);
        let mut rules: Vec<String> = review.findings.into_iter().map(|f| f.rule).collect();
        rules.retain(|r| r.starts_with("marker-"));
        rules
    }

    #[test]
    fn a_marker_is_held_against_its_place_language_edition_and_channel() {
        let plain = Context::default;
        let shop = |code: &str| Context { marketplace: Some(code.to_owned()), ..plain() };
        let none: [&str; 0] = [];
        assert_eq!(about_markers("[Important] Flat", QUESTION, plain()), none);
        assert_eq!(about_markers("Flat", &format!("[Important] {QUESTION}"), plain()), ["marker-in-body"]);
        assert_eq!(about_markers("Flat", &format!("{QUESTION}\n> [Important] your mail"), plain()), none);
        assert_eq!(about_markers("[Wichtig] Flat", QUESTION, shop("US")), ["marker-foreign"]);
        assert_eq!(about_markers("[Important] Flat", QUESTION, shop("DE")), ["marker-foreign"]);
        for code in ["US", "UK", "FR", "CA", "JP"] {
            assert_eq!(about_markers("[Important] Flat", QUESTION, shop(code)), none, "{code}");
        }
        let current = Context { edition: Edition::Optout2025, ..plain() };
        assert_eq!(about_markers("[Important] Flat", QUESTION, current), ["marker-expired"]);
        for channel in [Channel::ContactBuyer, Channel::Api, Channel::Reply] {
            let context = Context { channel, ..plain() };
            assert_eq!(about_markers("[Important] Flat", QUESTION, context), ["marker-elsewhere"], "{channel}");
        }
    }

    #[test]
    fn a_marker_in_the_text_is_taken_out_and_the_subject_left() {
        let draft = Draft::new("Flat", format!("[Important] {QUESTION}"));
        let review = review(&draft.subject, &draft.body, Context::default());
        let finding = review.findings.iter().find(|f| f.rule == "marker-in-body").unwrap();
        let fix = review.fixes.iter().find(|f| finding.fixes.contains(&f.id)).unwrap();
        assert_eq!(fix::apply(&draft, &fix.edits), Draft::new("Flat", QUESTION));
    }

    #[test]
    fn misuse_names_the_words_that_disqualify() {
        let review = review("[Important] Your lamp", "Please leave us a product review.", Context::default());
        let finding = review.findings.iter().find(|f| f.rule == "marker-misused").unwrap();
        assert!(finding.what.contains("review") && finding.what.contains('“'), "{}", finding.what);
        assert!(!finding.what.contains('{') && finding.why.contains("30 days"));
    }
}
