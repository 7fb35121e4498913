//! Which words are marked, how, and what a place in the text is about. Must not know how marks are painted.

use super::Pick;
use compose_engine::review::Place;
use compose_engine::{Draft, Field, Review, Role, Severity, Utf16Map};

/// How a stretch of text is marked; each differs by the form of its line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum MarkKind {
    /// The order needs it: solid line.
    Needed,
    /// Not needed, and it decides: wavy line.
    Spoils,
    /// Breaks a rule: double line.
    Breach,
    /// Style or a hint: dotted line.
    Style,
}

impl MarkKind {
    /// All kinds, the weakest first where they lie over each other.
    pub(crate) const ALL: [Self; 4] = [Self::Style, Self::Needed, Self::Spoils, Self::Breach];
}

/// Where a mark comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Origin {
    /// Index into the review's evidence.
    Evidence(usize),
    /// Index into the review's findings.
    Finding(usize),
}

/// A marked stretch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Mark {
    /// Where.
    pub(crate) pick: Pick,
    /// How.
    pub(crate) kind: MarkKind,
    /// Why.
    pub(crate) origin: Origin,
}

/// Most marks that are painted in one field; a pasted book is not worth more.
const MOST: usize = 400;

/// The marks of one field, in order of the text.
pub(crate) fn marks(draft: &Draft, review: &Review, field: Field) -> Vec<Mark> {
    let map = Utf16Map::new(draft.text(field));
    let pick = |place: Place| {
        let span = map.span(place.span);
        Pick { field, start: span.start, end: span.end }
    };
    let evidence = review.evidence.iter().enumerate().filter_map(|(i, e)| {
        let kind = match e.role {
            Role::Critical => MarkKind::Needed,
            Role::NonCritical => MarkKind::Spoils,
            Role::Courtesy => return None,
        };
        let place = Place { field: e.field, span: e.span };
        e.decides.then_some((place, kind, Origin::Evidence(i)))
    });
    let findings = review.findings.iter().enumerate().filter_map(|(i, f)| {
        let kind = match f.severity {
            Severity::High | Severity::Medium => MarkKind::Breach,
            Severity::Low | Severity::Hint => MarkKind::Style,
            Severity::Info => return None,
        };
        Some((f.place?, kind, Origin::Finding(i)))
    });
    let mut all: Vec<Mark> = evidence
        .chain(findings)
        .filter(|(place, _, _)| place.field == field && !place.span.is_empty())
        .take(MOST)
        .map(|(place, kind, origin)| Mark { pick: pick(place), kind, origin })
        .collect();
    all.sort_by_key(|m| (m.pick.start, m.pick.end, m.kind));
    all
}

/// What is painted of each kind: where marks lie over each other the stronger one alone, so that lines do not cross.
pub(crate) fn painted(marks: &[Mark]) -> Vec<(MarkKind, Pick)> {
    let mut out: Vec<(MarkKind, Pick)> = Vec::new();
    for kind in MarkKind::ALL.into_iter().rev() {
        let mut mine: Vec<Pick> = marks.iter().filter(|m| m.kind == kind).map(|m| m.pick).collect();
        for (_, taken) in &out {
            mine = mine.into_iter().flat_map(|pick| without(pick, *taken)).flatten().collect();
        }
        // Marks of one kind that meet are one line.
        for pick in mine {
            match out.last_mut() {
                Some((last, before)) if *last == kind && pick.start <= before.end => {
                    before.end = before.end.max(pick.end);
                }
                _ => out.push((kind, pick)),
            }
        }
    }
    out
}

/// What is left of a stretch on either side of another.
fn without(pick: Pick, taken: Pick) -> [Option<Pick>; 2] {
    let left = Pick { end: pick.end.min(taken.start), ..pick };
    let right = Pick { start: pick.start.max(taken.end), ..pick };
    let some = |p: Pick| (p.start < p.end).then_some(p);
    if taken.end <= pick.start || pick.end <= taken.start { [Some(pick), None] } else { [some(left), some(right)] }
}

/// The marks that a caret at `at` touches, the gravest first, findings before evidence.
pub(crate) fn touched(marks: &[Mark], at: u32) -> Vec<Mark> {
    let mut out: Vec<Mark> = marks.iter().filter(|m| m.pick.start <= at && at <= m.pick.end).copied().collect();
    out.sort_by_key(|m| (matches!(m.origin, Origin::Evidence(_)), std::cmp::Reverse(m.kind)));
    out
}

#[cfg(test)]
mod tests {
    use super::{Mark, MarkKind, Origin, painted};
    use crate::view_model::Pick;
    use compose_engine::Field;

    fn check(marks: &[(MarkKind, u32, u32)], expected: &[(MarkKind, u32, u32)]) {
        let mark = |&(kind, start, end): &(MarkKind, u32, u32)| Mark {
            pick: Pick { field: Field::Body, start, end },
            kind,
            origin: Origin::Finding(0),
        };
        let marks: Vec<Mark> = marks.iter().map(mark).collect();
        let painted: Vec<_> = painted(&marks).into_iter().map(|(kind, p)| (kind, p.start, p.end)).collect();
        assert_eq!(painted, expected);
    }

    #[test]
    fn the_stronger_mark_is_painted_where_two_lie_over_each_other() {
        use MarkKind::{Breach, Needed, Spoils};
        check(&[(Spoils, 0, 10), (Breach, 4, 6)], &[(Breach, 4, 6), (Spoils, 0, 4), (Spoils, 6, 10)]);
        check(&[(Spoils, 2, 5), (Breach, 0, 9)], &[(Breach, 0, 9)]);
        check(&[(Needed, 0, 3), (Spoils, 5, 8)], &[(Spoils, 5, 8), (Needed, 0, 3)]);
        check(&[(Needed, 0, 3), (Needed, 2, 8)], &[(Needed, 0, 8)]);
    }
}
