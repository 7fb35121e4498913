//! Scoring the sentences of a draft: what the model sees of each, and which words speak for the result. Knows no verdict.

use super::{Scanned, Scored};
use crate::draft::Field;
use crate::engine::Engine;
use crate::fold::Folded;
use crate::model::features::{self, Place, Seen};
use crate::model::{Model, Score};
use crate::scan::TextKind;
use crate::session::ScanCache;
use crate::span::FoldedSpan;

/// Most words that are shown as a reason.
const MOST_REASONS: usize = 3;

/// A score with the words behind it in bytes of the folded sentence: what is remembered, since it hangs on the sentence alone.
#[derive(Debug, Clone)]
pub(crate) struct FoldedScore {
    score: Score,
    critical: Option<FoldedSpan>,
    non_critical: Option<FoldedSpan>,
}

/// The score of each sentence, in order.
pub(super) fn scores<'f>(
    engine: &Engine,
    packs: &[usize],
    sentences: &[Scanned<'_>],
    cache: &mut ScanCache,
    folded: &dyn Fn(Field) -> &'f Folded,
) -> Vec<Option<Scored>> {
    let Some((number, model)) = packs.iter().rev().find_map(|&p| Some((p, engine.model(p)?))) else {
        return vec![None; sentences.len()];
    };
    let mut out = Vec::with_capacity(sentences.len());
    for sentence in sentences {
        let place = place(sentence);
        out.push(sentence.segment.own.then(|| {
            let found = cache.score(number, sentence.text, place).unwrap_or_else(|| {
                let rules = rules(engine, packs, sentence, cache);
                let made = score(model, &features::see(sentence.text, place, &rules), sentence.text);
                cache.keep_score(number, sentence.text, place, &made);
                made
            });
            let start = sentence.segment.start;
            let source = |span: Option<FoldedSpan>| {
                let span = span.map(|s| FoldedSpan { start: start + s.start, end: start + s.end })?;
                folded(sentence.field).source(span)
            };
            Scored { critical: source(found.critical), non_critical: source(found.non_critical), score: found.score }
        }));
    }
    out
}

/// What the model would see of each of the seller's own sentences.
#[cfg(feature = "train")]
pub(super) fn seen(engine: &Engine, packs: &[usize], sentences: &[Scanned<'_>], cache: &mut ScanCache) -> Vec<Seen> {
    let own = sentences.iter().filter(|s| s.segment.own);
    own.map(|s| features::see(s.text, place(s), &rules(engine, packs, s, cache))).collect()
}

fn place(sentence: &Scanned<'_>) -> Place {
    Place { subject: sentence.field == Field::Subject, asks: sentence.segment.asks }
}

/// Ids of the rules whose patterns match the sentence.
fn rules<'a>(engine: &'a Engine, packs: &[usize], sentence: &Scanned<'_>, cache: &mut ScanCache) -> Vec<&'a str> {
    let asks = sentence.segment.asks;
    let kind = match sentence.field {
        Field::Subject => TextKind::Subject { asks },
        Field::Body => TextKind::Sentence { asks },
    };
    let mut ids = Vec::new();
    for &pack in packs {
        let Some(scanner) = engine.scanner(pack) else { continue };
        let scan = cache.scan(pack, scanner, sentence.text, kind);
        ids.extend(scan.matches.iter().filter_map(|m| scanner.rules().get(m.rule)).map(|r| r.id.as_str()));
    }
    ids
}

fn score(model: &Model, seen: &Seen, text: &str) -> FoldedScore {
    let read = model.read(seen);
    let span = |weights: &[f32]| reason(weights, seen, text);
    FoldedScore { critical: span(&read.critical), non_critical: span(&read.non_critical), score: read.score }
}

/// The stretch of at most a few words that speaks most for a class.
fn reason(weights: &[f32], seen: &Seen, text: &str) -> Option<FoldedSpan> {
    let windows = (1..=MOST_REASONS).flat_map(|n| weights.windows(n).enumerate());
    let (first, length, sum) =
        windows.map(|(i, w)| (i, w.len(), w.iter().sum::<f32>())).max_by(|a, b| a.2.total_cmp(&b.2))?;
    let (from, to) = (seen.words.get(first)?, seen.words.get(first + length - 1)?);
    (sum > 0.0 && text.get(from.start..to.end).is_some()).then_some(FoldedSpan { start: from.start, end: to.end })
}
