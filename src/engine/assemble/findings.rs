//! Findings: matched rules worth telling, and the facts about the whole draft that no pattern shows. Words come from the packs.

use super::{Facts, markers};
use crate::delivery::Outcome;
use crate::draft::{Field, Thread};
use crate::evidence::{Evidence, Role, RuleRef};
use crate::fold::{Trick, TrickKind};
use crate::pack::category::Category;
use crate::pack::compact::CompactRule;
use crate::pack::spec::{Derived, RuleRole, Severity};
use crate::reading::Match;
use crate::review::{DeliveryReview, Finding, Place};
use crate::span::Span;
use crate::verdict::Verdict;
use std::collections::BTreeSet;

/// All findings, the gravest first, then in order of the text.
pub(super) fn findings(facts: &Facts<'_>, deliveries: &[DeliveryReview]) -> Vec<Finding> {
    let decided: BTreeSet<(Option<RuleRef>, Span)> =
        facts.judgement.deciding.iter().filter_map(|&i| facts.evidence.get(i)).map(|e| (e.rule, e.span)).collect();
    let mut out: Vec<Finding> = facts
        .reading
        .matches
        .iter()
        .filter_map(|m| {
            let rule = facts.rule(m)?;
            let told = rule.severity != Severity::Info && counts(&decided, m, rule);
            told.then(|| finding(facts, rule, Some(Place { field: m.field, span: m.span })))
        })
        .collect();
    for derived in [
        Derived::MarkerMisused,
        Derived::MarkerLookAlike,
        Derived::OrderIdMissing,
        Derived::OnlyThanks,
        Derived::Evasion,
        Derived::OtherLanguage,
        Derived::MarkerInBody,
        Derived::MarkerForeign,
        Derived::MarkerExpired,
        Derived::MarkerElsewhere,
    ] {
        let Some(rule) = facts.engine.rules_for(facts.lang).find(|r| r.derived == Some(derived)) else { continue };
        if derived == Derived::Evasion {
            out.extend(evasions(facts, rule));
        }
        let derived_here = places(facts, deliveries, derived).into_iter();
        out.extend(derived_here.map(|place| markers::with_phrase(facts, finding(facts, rule, place))));
    }
    out.sort_by(|a, b| {
        (a.severity, a.place.is_none(), a.place, &a.rule).cmp(&(b.severity, b.place.is_none(), b.place, &b.rule))
    });
    out.dedup_by(|a, b| a.id == b.id);
    out
}

/// Whether a match is told: what a sentence is not about in the end (news as the reason for a question) is no breach.
fn counts(decided: &BTreeSet<(Option<RuleRef>, Span)>, m: &Match, rule: &CompactRule) -> bool {
    match rule.role {
        RuleRole::Finding => true,
        RuleRole::Critical | RuleRole::Courtesy => false,
        RuleRole::NonCritical => decided.contains(&(Some(m.rule), m.span)),
    }
}

fn finding(facts: &Facts<'_>, rule: &CompactRule, place: Option<Place>) -> Finding {
    let texts = facts.texts(rule);
    let at = place.map_or_else(String::new, |p| {
        let field = match p.field {
            Field::Subject => "subject",
            Field::Body => "body",
        };
        format!("@{field}:{}-{}", p.span.start, p.span.end)
    });
    Finding {
        id: format!("{}{at}", rule.id),
        rule: rule.id.clone(),
        severity: rule.severity,
        place,
        policy: rule.policy.clone(),
        what: texts.what,
        why: texts.why,
        action: texts.action,
        fixes: Vec::new(),
    }
}

/// Where a derived fact shows; empty if it does not hold, `None` for one about the whole draft.
fn places(facts: &Facts<'_>, deliveries: &[DeliveryReview], derived: Derived) -> Vec<Option<Place>> {
    let subject = |span| Place { field: Field::Subject, span };
    let once = |holds: bool, place: Option<Place>| if holds { vec![place] } else { Vec::new() };
    let marker = &facts.marker;
    match derived {
        Derived::MarkerMisused => {
            let spoiled = matches!(facts.judgement.verdict, Verdict::NonCritical | Verdict::Mixed);
            let misused = deliveries.iter().any(|d| d.misuse) || spoiled && (marker.known || marker.topic);
            let whole = facts.reading.sentences.first().filter(|s| s.field == Field::Subject).map(|s| s.span);
            once(misused, marker.span.filter(|_| marker.known).or(whole.filter(|_| marker.topic)).map(subject))
        }
        Derived::MarkerLookAlike => once(marker.look_alike, marker.span.map(subject)),
        Derived::OrderIdMissing => {
            let needed = deliveries.first().is_some_and(|d| d.outcome != Outcome::Blocked)
                && facts.judgement.verdict != Verdict::Unclear;
            once(needed && !facts.reading.names_order, None)
        }
        Derived::OnlyThanks => {
            let thanks_only = facts.judgement.categories == [Category::Thanks]
                || facts.judgement.categories == [Category::ProductHelp] && only_offers_help(facts);
            once(thanks_only, None)
        }
        // Told with its words, by `evasions`.
        Derived::Evasion => Vec::new(),
        Derived::OtherLanguage => {
            // An answer is written in the language that the buyer chose.
            let answers = facts.context.thread == Some(Thread::Reply);
            let read = facts.written.zip(facts.context.marketplace.as_deref());
            let is_read = read.and_then(|(lang, code)| facts.engine.is_read(lang, code));
            once(!answers && is_read == Some(false), None)
        }
        Derived::MarkerInBody => markers::in_body(facts).into_iter().map(Some).collect(),
        Derived::MarkerForeign => once(markers::is_foreign(facts), marker.span.map(subject)),
        Derived::MarkerExpired => once(markers::is_expired(facts), marker.span.map(subject)),
        Derived::MarkerElsewhere => once(markers::is_elsewhere(facts), marker.span.map(subject)),
    }
}

/// Disguised words among those that rules hold against a text: a spaced heading or a brand in ornamental letters hides nothing.
fn evasions(facts: &Facts<'_>, rule: &CompactRule) -> Vec<Finding> {
    let against = |m: &&Match| {
        let role = facts.rule(m).map(|r| r.role);
        m.sentence.is_some() && matches!(role, Some(RuleRole::NonCritical | RuleRole::Finding))
    };
    let held: Vec<&Match> = facts.reading.matches.iter().filter(against).collect();
    let hides =
        |(field, trick): &&(Field, Trick)| held.iter().any(|m| m.field == *field && m.span.overlaps(trick.source));
    facts
        .reading
        .tricks
        .iter()
        .filter(hides)
        .map(|(field, trick)| {
            let mut found = finding(facts, rule, Some(Place { field: *field, span: trick.source }));
            found.what = found.what.replace("{word}", &trick.plain).replace("{trick}", how(facts, trick.kind));
            found
        })
        .collect()
}

fn how<'a>(facts: &Facts<'a>, kind: TrickKind) -> &'a str {
    let texts = &facts.engine.texts().tricks;
    match kind {
        TrickKind::LookAlike => &texts.look_alike,
        TrickKind::SetApart => &texts.set_apart,
        TrickKind::Styled => &texts.styled,
        TrickKind::Invisible => &texts.invisible,
        TrickKind::StandIn => &texts.stand_in,
        TrickKind::Broken => &texts.broken,
    }
}

/// Whether every sentence that is not courtesy or thanks offers help and none gives any.
fn only_offers_help(facts: &Facts<'_>) -> bool {
    let offers = |e: &Evidence| {
        let rule = e.rule.and_then(|r| facts.engine.scanner(r.pack)?.rules().get(r.rule));
        e.category == Some(Category::Thanks) || rule.is_some_and(|r| r.id.starts_with("help-offer"))
    };
    let deciding = facts.judgement.deciding.iter().filter_map(|&i| facts.evidence.get(i));
    deciding.filter(|e| e.role == Role::NonCritical).all(offers)
}
