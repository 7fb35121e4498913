//! A decoded notice as it is shown, and what in the composer's message matches it. Must not know the DOM; holds no policy of its own.

use super::excerpt;
use crate::desk::Desk;
use crate::text::notices::texts;
use compose_engine::notice::{self, Step};
use compose_engine::review::Place;
use compose_engine::{Decoded, Draft, NoticeKind, Review, Severity, Span};
use std::rc::Rc;

/// Characters of the notice that are shown on either side of marked words.
const AROUND: usize = 70;
/// Most matches that are listed.
const MOST: usize = 8;

/// What the card of a notice paints.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct NoticeView {
    /// The kind.
    pub(crate) kind: NoticeKind,
    /// The order it names.
    pub(crate) order: Option<String>,
    /// What happened; empty for a text that is no notice.
    pub(crate) means: String,
    /// What to do, in order.
    pub(crate) steps: Vec<String>,
    /// The stairs of consequences.
    pub(crate) ladder: Vec<Step>,
    /// The notice cut short around the words that told.
    pub(crate) told: Vec<Piece>,
    /// Ids of policy rows.
    pub(crate) rows: Vec<Rc<str>>,
    /// What in the composer's message matches.
    pub(crate) draft: InDraft,
}

/// A stretch of the notice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Piece {
    /// Its text.
    pub(crate) text: String,
    /// Whether it told the kind.
    pub(crate) told: bool,
}

/// What the composer holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum InDraft {
    /// No message.
    Empty,
    /// A message, and these places of it match; none may.
    Matches(Vec<Match>),
}

/// A place in the composer's message that such a notice can come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Match {
    /// The words, cut short; empty for the message as a whole.
    pub(crate) quote: String,
    /// What is wrong with them.
    pub(crate) what: String,
    /// Ids of policy rows.
    pub(crate) rows: Vec<Rc<str>>,
}

/// A message in the composer and what the engine says about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Composed {
    /// The message.
    pub(crate) draft: Draft,
    /// The review.
    pub(crate) review: Review,
}

/// The card for a pasted text beside the composer's message; none for a blank one.
pub(crate) fn notice(text: &str, desk: &Desk, composed: Option<&Composed>) -> Option<NoticeView> {
    if text.trim().is_empty() {
        return None;
    }
    let decoded = desk.decode(text);
    Some(NoticeView {
        kind: decoded.kind,
        order: decoded.order_id.as_ref().map(|o| o.id.clone()),
        steps: decoded.steps.clone(),
        ladder: ladder(&decoded, desk),
        told: pieces(text, &decoded.evidence),
        rows: shared(&decoded.rows),
        draft: composed.map_or(InDraft::Empty, |c| InDraft::Matches(matches(&decoded, c))),
        means: decoded.means,
    })
}

/// The stairs, with what this very notice costs on the current one.
fn ladder(decoded: &Decoded, desk: &Desk) -> Vec<Step> {
    let mut steps = notice::steps(decoded.consequence, desk.policy());
    for step in steps.iter_mut().filter(|step| step.current) {
        step.text.clone_from(&decoded.costs);
        step.rows.clone_from(&decoded.costs_rows);
    }
    steps
}

/// Marked and unmarked stretches in turn; long ones between marks are cut.
fn pieces(text: &str, marked: &[Span]) -> Vec<Piece> {
    let mut out = Vec::new();
    let mut at = 0;
    for span in marked {
        let before = Span { start: at, end: span.start };
        let cut = if at == 0 { tail(before.of(text)) } else { middle(before.of(text)) };
        out.push(Piece { text: cut, told: false });
        out.push(Piece { text: span.of(text).to_owned(), told: true });
        at = span.end;
    }
    if !out.is_empty() {
        out.push(Piece {
            text: head(Span { start: at, end: u32::try_from(text.len()).unwrap_or(at) }.of(text)),
            told: false,
        });
    }
    out.retain(|piece| !piece.text.is_empty());
    out
}

/// The beginning, up to a word's end where one is near.
fn head(text: &str) -> String {
    let Some((end, _)) = text.char_indices().nth(AROUND) else { return text.trim_end().to_owned() };
    let cut = text.get(..end).unwrap_or_default();
    let word = cut.rfind(char::is_whitespace).filter(|at| cut.len() - at < AROUND / 2);
    format!("{}…", word.and_then(|at| cut.get(..at)).unwrap_or(cut))
}

/// The end, from a word's beginning where one is near.
fn tail(text: &str) -> String {
    let Some((start, _)) = text.char_indices().rev().nth(AROUND) else { return text.trim_start().to_owned() };
    let cut = text.get(start..).unwrap_or_default();
    let word = cut.find(char::is_whitespace).filter(|at| *at < AROUND / 2);
    format!("…{}", word.and_then(|at| cut.get(at..)).unwrap_or(cut).trim_start())
}

fn middle(text: &str) -> String {
    if text.chars().count() <= 2 * AROUND { text.to_owned() } else { format!("{} {}", head(text), tail(text)) }
}

/// Findings that break the rows of this notice, then sentences the order does not need where such a sentence is enough.
fn matches(decoded: &Decoded, composed: &Composed) -> Vec<Match> {
    let (draft, review) = (&composed.draft, &composed.review);
    let quote = |place: Place| excerpt(place.span.of(draft.text(place.field)), 80);
    let found = review.findings.iter().filter(|f| f.severity != Severity::Info && decoded.matches(&f.policy));
    let mut places: Vec<Place> = Vec::new();
    let mut out: Vec<Match> = Vec::new();
    for finding in found {
        places.extend(finding.place);
        let quote = finding.place.map(quote).unwrap_or_default();
        out.push(Match { quote, what: finding.what.clone(), rows: shared(&finding.policy) });
    }
    let told = |place: Place| places.iter().any(|p| p.field == place.field && p.span.overlaps(place.span));
    let needless = review.sentences.iter().filter(|s| decoded.any_needless_sentence && s.spoils);
    let needless = needless.map(|s| Place { field: s.field, span: s.span }).filter(|place| !told(*place));
    out.extend(needless.map(|p| Match { quote: quote(p), what: texts().needless.to_owned(), rows: Vec::new() }));
    out.truncate(MOST);
    out
}

fn shared(ids: &[String]) -> Vec<Rc<str>> {
    ids.iter().map(|id| Rc::from(id.as_str())).collect()
}

#[cfg(test)]
#[path = "notices_tests.rs"]
mod tests;
