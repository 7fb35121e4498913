//! Putting the review together: evidence from matches, verdict, findings, deliveries, fixes. The one place that sees all parts.

mod findings;
mod markers;
mod mending;

use crate::delivery::{self, Case, Content, Marker, SubjectSigns, Topic};
use crate::draft::{Context, Draft, Edition, Field};
use crate::engine::Engine;
use crate::evidence::{Evidence, Role};
use crate::notice;
use crate::pack::category::Category;
use crate::pack::compact::CompactRule;
use crate::pack::spec::{Certainty, RuleRole};
use crate::pack::texts::RuleTexts;
use crate::reading::{Match, Reading};
use crate::review::{DeliveryReview, EvidenceReview, MarkerReview, Review, SentenceReview};
use crate::verdict::scored::ScoredSentence;
use crate::verdict::{self, Judgement, Verdict};
use std::collections::{BTreeMap, BTreeSet};

/// Everything known about a draft before the review is written.
pub(crate) struct Facts<'a> {
    engine: &'a Engine,
    draft: &'a Draft,
    context: &'a Context,
    lang: &'a str,
    /// See [`Langs`].
    written: Option<&'a str>,
    reading: &'a Reading,
    evidence: Vec<Evidence>,
    judgement: Judgement,
    /// What decides about delivery, under the selected edition.
    case: Case,
    marker: MarkerReview,
}

/// Languages of a draft.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Langs<'a> {
    /// The one it is read in.
    pub(crate) read_in: &'a str,
    /// The one it is written in, as far as that is named or can be told.
    pub(crate) written: Option<&'a str>,
}

/// The review of a draft that was read.
pub(crate) fn review(
    engine: &Engine,
    draft: &Draft,
    context: &Context,
    langs: Langs<'_>,
    reading: &Reading,
    subject: SubjectSigns,
) -> Review {
    let lang = langs.read_in;
    let mut evidence = evidence(engine, reading);
    let judgement = judge(engine, lang, reading, &mut evidence);
    let content = Content::of(judgement.verdict, &judgement.categories);
    let case = delivery::with_signs(subject, context, content, engine.policy());
    let marker = MarkerReview {
        known: case.marker == Marker::Known,
        look_alike: case.marker == Marker::LookAlike,
        topic: case.topic == Topic::Required,
        span: subject.marker.map(|found| found.span),
    };
    let facts =
        Facts { engine, draft, context, lang, written: langs.written, reading, evidence, judgement, case, marker };
    let deliveries = deliveries(&facts);
    let mut findings = findings::findings(&facts, &deliveries);
    let fixes = mending::fixes(&facts, &mut findings);
    Review {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        lang: lang.to_owned(),
        verdict: facts.judgement.verdict,
        confidence: facts.judgement.confidence,
        categories: facts.judgement.categories.clone(),
        sentences: sentences(&facts),
        evidence: evidence_reviews(&facts),
        findings,
        marker: facts.marker.clone(),
        deliveries,
        fixes,
    }
}

impl Facts<'_> {
    /// What a rule tells this seller: in the language of the draft if the seller reads it, else in English.
    fn texts(&self, rule: &CompactRule) -> RuleTexts {
        let reads = self.context.ui_lang.as_deref().and_then(|l| l.split(['-', '_']).next()) == Some(self.lang);
        if reads && !rule.local.what.is_empty() {
            return rule.local.clone();
        }
        RuleTexts { what: rule.what.clone(), why: rule.why.clone(), action: rule.action.clone() }
    }

    fn rule(&self, m: &Match) -> Option<&CompactRule> {
        rule(self.engine, m)
    }

    /// Numbers of the evidence that decided. A set: long drafts hold a lot of it.
    fn deciding(&self) -> BTreeSet<usize> {
        self.judgement.deciding.iter().copied().collect()
    }
}

fn rule<'a>(engine: &'a Engine, m: &Match) -> Option<&'a CompactRule> {
    engine.scanner(m.rule.pack)?.rules().get(m.rule.rule)
}

/// The verdict, by the scorer where the language has one, else by the rules alone.
fn judge(engine: &Engine, lang: &str, reading: &Reading, evidence: &mut Vec<Evidence>) -> Judgement {
    let has_model = engine.packs_for(lang).into_iter().any(|p| engine.model(p).is_some());
    let Some(whole) = engine.whole().filter(|_| has_model) else {
        return verdict::judge(evidence);
    };
    let sentences: Vec<ScoredSentence<'_>> = reading
        .sentences
        .iter()
        .zip(&reading.scores)
        .enumerate()
        .filter_map(|(i, (s, scored))| {
            let scored = scored.as_ref()?;
            Some(ScoredSentence {
                sentence: i,
                subject: s.field == Field::Subject,
                score: &scored.score,
                critical: scored.critical,
                non_critical: scored.non_critical,
                span: s.span,
            })
        })
        .collect();
    verdict::scored::judge(evidence, &sentences, whole)
}

/// What the matches say about their sentences. Where one rule is sure of a sentence, what others hold likely is left out, unless it says
/// the same.
fn evidence(engine: &Engine, reading: &Reading) -> Vec<Evidence> {
    let mut all: Vec<Evidence> = reading
        .matches
        .iter()
        .filter_map(|m| {
            let spec = rule(engine, m)?;
            let role = match spec.role {
                RuleRole::Critical => Role::Critical,
                RuleRole::NonCritical => Role::NonCritical,
                RuleRole::Courtesy => Role::Courtesy,
                RuleRole::Finding => return None,
            };
            let category: Option<Category> = spec.category.parse().ok();
            Some(Evidence {
                sentence: m.sentence?,
                role,
                category,
                certainty: spec.certainty,
                span: m.span,
                rule: Some(m.rule),
            })
        })
        .collect();
    let mut sure: BTreeMap<usize, Vec<(Role, Option<Category>)>> = BTreeMap::new();
    for e in all.iter().filter(|e| e.certainty == Certainty::Sure) {
        sure.entry(e.sentence).or_default().push((e.role, e.category));
    }
    all.retain(|e| {
        let others = sure.get(&e.sentence).is_some_and(|all| all.iter().any(|other| *other != (e.role, e.category)));
        e.certainty == Certainty::Sure || !others
    });
    all
}

/// The answer of every edition, the selected one first.
fn deliveries(facts: &Facts<'_>) -> Vec<DeliveryReview> {
    let policy = facts.engine.policy();
    let selected = facts.context.edition;
    let others = Edition::ALL.iter().copied().filter(|e| *e != selected);
    std::iter::once(selected)
        .chain(others)
        .map(|edition| {
            let context = Context { edition, ..facts.context.clone() };
            let case = Case { edition, ..facts.case };
            let decision = delivery::decide(case);
            DeliveryReview {
                edition,
                buyer: case.buyer,
                channel: case.channel,
                outcome: decision.outcome,
                if_opted_out: decision.if_opted_out,
                rule: decision.rule,
                misuse: decision.misuse,
                consequence: decision.consequence,
                explanation: delivery::explain(&decision, policy),
                notice: notice::notice(&decision, &context, facts.lang, policy),
            }
        })
        .collect()
}

fn sentences(facts: &Facts<'_>) -> Vec<SentenceReview> {
    let verdict = facts.judgement.verdict;
    let deciding = facts.deciding();
    let mut by_sentence: BTreeMap<usize, Vec<(usize, &Evidence)>> = BTreeMap::new();
    for (n, e) in facts.evidence.iter().enumerate() {
        by_sentence.entry(e.sentence).or_default().push((n, e));
    }
    facts
        .reading
        .sentences
        .iter()
        .enumerate()
        .map(|(i, s)| {
            let mine = || by_sentence.get(&i).into_iter().flatten().copied();
            let decides = |n: usize| deciding.contains(&n);
            let role =
                mine().map(|(n, e)| if decides(n) || e.role == Role::Courtesy { e.role } else { Role::Courtesy }).min();
            let spoils = verdict != Verdict::Critical && mine().any(|(n, e)| e.role == Role::NonCritical && decides(n));
            let mut categories: Vec<Category> =
                mine().filter(|(n, _)| decides(*n)).filter_map(|(_, e)| e.category).collect();
            categories.dedup();
            SentenceReview { field: s.field, span: s.span, own: s.own, role, spoils, categories }
        })
        .collect()
}

fn evidence_reviews(facts: &Facts<'_>) -> Vec<EvidenceReview> {
    let deciding = facts.deciding();
    facts
        .evidence
        .iter()
        .enumerate()
        .filter_map(|(i, e)| {
            let rule = e.rule.and_then(|r| facts.engine.scanner(r.pack)?.rules().get(r.rule));
            Some(EvidenceReview {
                sentence: e.sentence,
                field: facts.reading.sentences.get(e.sentence)?.field,
                span: e.span,
                role: e.role,
                category: e.category,
                certainty: e.certainty,
                rule: rule.map(|r| r.id.clone()),
                decides: deciding.contains(&i),
                what: rule.map_or_else(String::new, |r| facts.texts(r).what),
                policy: rule.map(|r| r.policy.clone()).unwrap_or_default(),
            })
        })
        .collect()
}
