//! Reading a draft: folded fields, sentences, and which rules match where. Knows no verdict and no policy.

mod score;

pub(crate) use score::FoldedScore;

use crate::draft::{Draft, Field};
use crate::engine::Engine;
use crate::evidence::{RuleRef, Sentence};
use crate::fold::{Folded, Guide, Trick};
use crate::model::Score;
use crate::order_id;
use crate::placeholder;
use crate::scan::{SentenceScan, TextKind};
use crate::segment::{self, Habits, Segment};
use crate::session::ScanCache;
use crate::span::{FoldedSpan, Span};
use std::collections::BTreeSet;

/// A draft as the engine reads it.
#[derive(Debug)]
pub(crate) struct Reading {
    /// Sentences in order of the text, the subject first.
    pub(crate) sentences: Vec<Sentence>,
    /// Every match in the seller's own text.
    pub(crate) matches: Vec<Match>,
    /// Disguises seen through, by field.
    pub(crate) tricks: Vec<(Field, Trick)>,
    /// What the scorer says of each sentence; `None` for quoted text and where there is no model.
    pub(crate) scores: Vec<Option<Scored>>,
    /// Whether an order ID, or a placeholder that stands for one, is in subject or body.
    pub(crate) names_order: bool,
}

/// A rule that matched, in the source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Match {
    pub(crate) rule: RuleRef,
    pub(crate) field: Field,
    pub(crate) span: Span,
    /// The sentence it stands in; `None` for a rule about a whole field.
    pub(crate) sentence: Option<usize>,
}

/// A sentence's score and the words behind it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Scored {
    pub(crate) score: Score,
    /// The words that speak most for critical, and most for not critical.
    pub(crate) critical: Option<Span>,
    pub(crate) non_critical: Option<Span>,
}

/// A sentence with the folded text that the scanners read.
struct Scanned<'a> {
    segment: Segment,
    field: Field,
    text: &'a str,
}

/// Reads `draft` with the scanners numbered in `packs`.
pub(crate) fn read(engine: &Engine, packs: &[usize], draft: &Draft, cache: &mut ScanCache) -> Reading {
    let habits = engine.habits(packs);
    let (subject, body) = fold(engine, packs, draft);
    let names_order = [&subject, &body].into_iter().any(|folded| order_id::find(folded.text()).is_some());
    let mut reading =
        Reading { sentences: Vec::new(), matches: Vec::new(), tricks: Vec::new(), scores: Vec::new(), names_order };
    let mut scanned = Vec::new();
    for (field, folded, source) in [(Field::Subject, &subject, &draft.subject), (Field::Body, &body, &draft.body)] {
        for segment in segments(field, folded, source, habits) {
            let Some(span) = folded.source(FoldedSpan { start: segment.start, end: segment.end }) else { continue };
            reading.sentences.push(Sentence { field, span, own: segment.own });
            scanned.push(Scanned {
                segment,
                field,
                text: folded.text().get(segment.start..segment.end).unwrap_or_default(),
            });
        }
        reading.tricks.extend(folded.tricks().iter().map(|t| (field, t.clone())));
    }
    for &pack in packs {
        find_matches(engine, pack, &scanned, &subject, &body, cache, &mut reading.matches);
    }
    let folded = |field| match field {
        Field::Subject => &subject,
        Field::Body => &body,
    };
    reading.scores = score::scores(engine, packs, &scanned, cache, &folded);
    reading.matches.sort_by_key(|m| (m.field, m.span, m.rule));
    reading
}

/// Subject and body, folded with the placeholders of all languages and the words of these packs.
fn fold(engine: &Engine, packs: &[usize], draft: &Draft) -> (Folded, Folded) {
    let fill = |text: &str| placeholder::at_start(text, engine.placeholders());
    let knows = |word: &str| packs.iter().filter_map(|&p| engine.scanner(p)).any(|s| s.knows(word));
    let guide = Guide { fill: &fill, knows: &knows };
    (Folded::new(&draft.subject, guide), Folded::new(&draft.body, guide))
}

fn segments(field: Field, folded: &Folded, source: &str, habits: &Habits) -> Vec<Segment> {
    match field {
        Field::Subject => segment::subject(folded.text()).into_iter().collect(),
        Field::Body => segment::body(folded.text(), habits, &|at| {
            let span = folded.source(FoldedSpan { start: at, end: at + 1 });
            span.and_then(|s| s.of(source).chars().next()).is_some_and(char::is_lowercase)
        }),
    }
}

fn find_matches(
    engine: &Engine,
    pack: usize,
    sentences: &[Scanned<'_>],
    subject: &Folded,
    body: &Folded,
    cache: &mut ScanCache,
    out: &mut Vec<Match>,
) {
    let Some(scanner) = engine.scanner(pack) else { return };
    let folded = |field| match field {
        Field::Subject => subject,
        Field::Body => body,
    };
    let mut found: Vec<(usize, &Scanned<'_>, SentenceScan)> = Vec::new();
    for (i, sentence) in sentences.iter().enumerate().filter(|(_, s)| s.segment.own) {
        let asks = sentence.segment.asks;
        let kind = match sentence.field {
            Field::Subject => TextKind::Subject { asks },
            Field::Body => TextKind::Sentence { asks },
        };
        found.push((i, sentence, cache.scan(pack, scanner, sentence.text, kind)));
    }
    let met: BTreeSet<usize> = found.iter().flat_map(|(_, _, scan)| scan.needs.iter().copied()).collect();
    let ruled_out: BTreeSet<usize> = found.iter().flat_map(|(_, _, scan)| scan.unless.iter().copied()).collect();
    let stands = |rule: usize| {
        let needs = scanner.has_needs(rule);
        !ruled_out.contains(&rule) && (!needs || met.contains(&rule))
    };
    for (i, s, scan) in &found {
        for m in scan.matches.iter().filter(|m| stands(m.rule)) {
            let span = FoldedSpan { start: s.segment.start + m.start, end: s.segment.start + m.end };
            let Some(span) = folded(s.field).source(span) else { continue };
            out.push(Match { rule: RuleRef { pack, rule: m.rule }, field: s.field, span, sentence: Some(*i) });
        }
    }
    for m in scanner.scan(body.text(), TextKind::Whole).matches.iter().filter(|m| stands(m.rule)) {
        let Some(span) = body.source(FoldedSpan { start: m.start, end: m.end }) else { continue };
        out.push(Match { rule: RuleRef { pack, rule: m.rule }, field: Field::Body, span, sentence: None });
    }
}

/// What the scorer would see of each of the seller's own sentences, in order of the text.
#[cfg(feature = "train")]
pub(crate) fn seen(engine: &Engine, packs: &[usize], draft: &Draft) -> Vec<crate::model::features::Seen> {
    let (subject, body) = fold(engine, packs, draft);
    let mut scanned = Vec::new();
    for (field, folded, source) in [(Field::Subject, &subject, &draft.subject), (Field::Body, &body, &draft.body)] {
        for segment in segments(field, folded, source, engine.habits(packs)) {
            let text = folded.text().get(segment.start..segment.end).unwrap_or_default();
            scanned.push(Scanned { segment, field, text });
        }
    }
    score::seen(engine, packs, &scanned, &mut ScanCache::default())
}
