//! From finding to finding, in the order of the text and around its end. Must not know keys.

use super::Pick;
use compose_engine::{Draft, Field, Review, Severity, Utf16Map};

/// Which way to go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Direction {
    /// To the next one.
    On,
    /// To the one before.
    Back,
}

/// The words of the finding that comes after `from`, or before it; the first or last one where nothing is selected yet.
pub(crate) fn step(draft: &Draft, review: &Review, from: Option<Pick>, direction: Direction) -> Option<Pick> {
    let told = review.findings.iter().filter(|f| f.severity != Severity::Info);
    let map = |field| Utf16Map::new(draft.text(field));
    let (subject, body) = (map(Field::Subject), map(Field::Body));
    let pick = |place: compose_engine::review::Place| {
        let span = match place.field {
            Field::Subject => subject.span(place.span),
            Field::Body => body.span(place.span),
        };
        Pick { field: place.field, start: span.start, end: span.end }
    };
    let key = |p: &Pick| (p.field, p.start, p.end);
    let mut all: Vec<Pick> = told.filter_map(|f| f.place).filter(|p| !p.span.is_empty()).map(pick).collect();
    all.sort_by_key(key);
    all.dedup();
    let found = match (direction, from) {
        (Direction::On, Some(from)) => all.iter().find(|p| key(p) > key(&from)),
        (Direction::Back, Some(from)) => all.iter().rev().find(|p| key(p) < key(&from)),
        (Direction::On | Direction::Back, None) => None,
    };
    let around = match direction {
        Direction::On => all.first(),
        Direction::Back => all.last(),
    };
    found.or(around).copied()
}
