//! The notice decoder: which of Amazon's notices a pasted text is, the order it names, and the words that tell. Its words and texts come from
//! the packs; it must not know drafts.

mod phrases;
mod sentences;

use crate::delivery::Consequence;
use crate::draft::{UnknownName, named_enum};
use crate::fold::{Folded, Guide};
use crate::order_id;
use crate::pack::decoding::{DecodingBook, KindRule, KindText};
use crate::scan::token::{self, Token};
use crate::span::{FoldedSpan, Span};
use phrases::{Hit, Phrases};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// Bytes of a paste that are read: a notice is far shorter, and what is quoted below it is no part of it.
const ENOUGH: usize = 8_000;

named_enum! {
    /// What a pasted text is.
    "notice kind" NoticeKind {
        /// The buyer takes no unrequested messages.
        OptedOut = "opted_out",
        /// One message was stopped for what it says.
        Guidelines = "guidelines",
        /// The account may not begin conversations.
        Restricted = "restricted",
        /// None of these.
        None = "none",
    }
}

/// What a pasted text was read as.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Decoded {
    /// The kind.
    pub kind: NoticeKind,
    /// The first order ID that the text names.
    pub order_id: Option<OrderId>,
    /// The words that told the kind, in order of the text.
    pub evidence: Vec<Span>,
    /// What the notice names as the cause, in order of the text.
    pub causes: Vec<Cause>,
    /// Step of the ladder that the seller stands on.
    pub consequence: Consequence,
    /// What happened; empty for a text that is no notice, as are all texts below.
    pub means: String,
    /// What it costs.
    pub costs: String,
    /// Policy rows about that.
    pub costs_rows: Vec<String>,
    /// What to do, in order.
    pub steps: Vec<String>,
    /// Policy rows.
    pub rows: Vec<String>,
    /// Beginnings of the policy rows that a draft breaks which brings such a notice about: those that the notice names, else all that can.
    pub matching: Vec<String>,
    /// Whether every sentence that the order does not need brings it about.
    pub any_needless_sentence: bool,
}

/// An order ID in the text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OrderId {
    /// Three, seven and seven digits.
    pub id: String,
    /// Where it stands.
    pub span: Span,
}

/// A cause that the text names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Cause {
    /// The policy row that was broken.
    pub row: String,
    /// Where it is named.
    pub span: Span,
}

/// Reads `text` with the words of `book`.
pub(crate) fn decode(text: &str, book: &DecodingBook) -> Decoded {
    let folded = Folded::new(text.get(..text.floor_char_boundary(ENOUGH)).unwrap_or_default(), Guide::NONE);
    let tokens = token::tokens(folded.text());
    let hits = Phrases::new(book).find(folded.text(), &tokens);
    let sentences = sentences::of_tokens(folded.text(), &tokens);
    let place = |hit: &Hit| folded.source(span_of(&tokens, hit)?);
    let order_id = order_id(&folded);
    let Some((rule, window)) = first_rule(book, &hits, &sentences) else { return Decoded::nothing(order_id) };
    let Some(kind) = book.kinds.iter().find(|k| k.kind == rule.kind) else { return Decoded::nothing(order_id) };
    let asked = |hit: &&Hit| rule.all.iter().flatten().any(|list| *list == hit.list);
    let told = hits.iter().filter(|hit| window.contains(&sentence(&sentences, hit))).filter(asked);
    let named = |hit: &Hit| book.lists.get(hit.list).map(|l| l.row.as_str()).filter(|row| !row.is_empty());
    let mut causes: Vec<Cause> = Vec::new();
    for (row, span) in hits.iter().filter_map(|hit| Some((named(hit)?, place(hit)?))) {
        match causes.iter_mut().find(|c| c.row == row && c.span.overlaps(span)) {
            Some(same) => same.span = same.span.cover(span),
            None => causes.push(Cause { row: row.to_owned(), span }),
        }
    }
    Decoded::read(kind, order_id, joined(told.filter_map(place).collect()), causes)
}

impl Decoded {
    fn nothing(order_id: Option<OrderId>) -> Self {
        Self {
            kind: NoticeKind::None,
            order_id,
            evidence: Vec::new(),
            causes: Vec::new(),
            consequence: Consequence::Nothing,
            means: String::new(),
            costs: String::new(),
            costs_rows: Vec::new(),
            steps: Vec::new(),
            rows: Vec::new(),
            matching: Vec::new(),
            any_needless_sentence: false,
        }
    }

    /// A buyer's opting out is a cause of its own: what such a notice lists are examples.
    fn read(text: &KindText, order_id: Option<OrderId>, evidence: Vec<Span>, causes: Vec<Cause>) -> Self {
        let kind = text.kind.parse().unwrap_or(NoticeKind::None);
        let causes = if kind == NoticeKind::OptedOut { Vec::new() } else { causes };
        let mut named: Vec<String> = causes.iter().map(|c| c.row.clone()).collect();
        named.sort();
        named.dedup();
        Self {
            kind,
            order_id,
            evidence,
            consequence: text.consequence.parse().unwrap_or(Consequence::Nothing),
            means: text.means.clone(),
            costs: text.costs.clone(),
            costs_rows: text.costs_rows.clone(),
            steps: text.steps.clone(),
            rows: if named.is_empty() { text.rows.clone() } else { named.clone() },
            matching: if named.is_empty() { text.causes.clone() } else { named },
            any_needless_sentence: text.sentences,
            causes,
        }
    }

    /// Whether a finding or sentence that breaks these rows can have brought the notice about.
    pub fn matches(&self, rows: &[String]) -> bool {
        rows.iter().any(|row| self.matching.iter().any(|beginning| row.starts_with(beginning.as_str())))
    }
}

/// The rule that tells the kind and the sentences where it fits: of all that fit the one whose last sentence comes first.
fn first_rule<'a>(
    book: &'a DecodingBook,
    hits: &[Hit],
    sentences: &[usize],
) -> Option<(&'a KindRule, std::ops::RangeInclusive<usize>)> {
    let last = sentences.last().copied()?;
    (0..=last).find_map(|end| {
        book.rules.iter().find_map(|rule| {
            let window = (end + 1).saturating_sub(rule.within)..=end;
            let met = |lists: &Vec<usize>| {
                hits.iter().any(|hit| lists.contains(&hit.list) && window.contains(&sentence(sentences, hit)))
            };
            rule.all.iter().all(met).then(|| (rule, window.clone()))
        })
    })
}

/// The number of the sentence in which a hit begins.
fn sentence(sentences: &[usize], hit: &Hit) -> usize {
    sentences.get(hit.first).copied().unwrap_or_default()
}

fn span_of(tokens: &[Token], hit: &Hit) -> Option<FoldedSpan> {
    Some(FoldedSpan { start: tokens.get(hit.first)?.start, end: tokens.get(hit.last)?.end })
}

/// Spans in order, those that touch one another as one.
fn joined(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort();
    let mut out: Vec<Span> = Vec::new();
    for span in spans {
        match out.last_mut() {
            Some(last) if last.end >= span.start => *last = last.cover(span),
            Some(_) | None => out.push(span),
        }
    }
    out
}

/// The first order ID of the text.
fn order_id(folded: &Folded) -> Option<OrderId> {
    let place = order_id::find(folded.text())?;
    let id = folded.text().get(place.clone())?.to_owned();
    Some(OrderId { id, span: folded.source(FoldedSpan { start: place.start, end: place.end })? })
}

#[cfg(test)]
mod tests;
