//! The verdict in words: what, why, sentence by sentence. Must not know the DOM.

use super::{Pick, excerpt};
use crate::text::{RoleName, fill, texts};
use compose_engine::review::SentenceReview;
use compose_engine::{Category, Class, Confidence, Draft, Field, Review, Role, Utf16Map, Verdict};

/// What the verdict card paints.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct VerdictView {
    /// Which verdict.
    pub(crate) verdict: Verdict,
    /// How sure.
    pub(crate) confidence: Confidence,
    /// What it is about, in words.
    pub(crate) categories: Vec<CategoryView>,
    /// Why, in one or two sentences.
    pub(crate) why: String,
}

/// A category in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct CategoryView {
    /// Its name.
    pub(crate) name: &'static str,
    /// Whether the order needs it.
    pub(crate) needed: bool,
}

/// A sentence with what it does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SentenceView {
    /// The sentence, cut short.
    pub(crate) text: String,
    /// Where it stands.
    pub(crate) place: Pick,
    /// What it does.
    pub(crate) role: RoleName,
}

/// Most sentences that are listed.
const MOST: usize = 60;

/// Most categories that are named.
const MOST_NAMES: usize = 3;

/// The verdict of `review`.
pub(crate) fn verdict(review: &Review) -> VerdictView {
    let view = |c| CategoryView { name: (texts().category_of)(c), needed: needed(c) };
    let categories = named(review, true).chain(named(review, false)).map(view);
    VerdictView {
        verdict: review.verdict,
        confidence: review.confidence,
        categories: categories.collect(),
        why: why(review),
    }
}

/// The categories on one side that are worth naming: the first few, and what has no name of its own only where nothing else is there.
fn named(review: &Review, wanted: bool) -> impl Iterator<Item = Category> {
    let only = review.categories.len() == 1;
    let mine = review.categories.iter().copied().filter(move |&c| needed(c) == wanted);
    mine.filter(move |&c| only || c != Category::Other).take(MOST_NAMES)
}

fn needed(category: Category) -> bool {
    category.class() == Class::Critical
}

/// The reason, with the categories named.
fn why(review: &Review) -> String {
    let t = texts();
    let names = |wanted: bool| -> Vec<&'static str> { named(review, wanted).map(t.category_of).collect() };
    let template = (t.verdict_of)(review.verdict).why;
    match review.verdict {
        Verdict::Critical => fill(template, &[&listed(&names(true), &names(false))]),
        Verdict::NonCritical => fill(template, &[&listed(&names(false), &names(true))]),
        Verdict::Mixed => fill(template, &[&listed(&names(true), &[]), &listed(&names(false), &[])]),
        Verdict::Unclear => t.why_unclear.to_owned(),
    }
}

/// `a, b and c`; the second list where the first is empty.
fn listed(first: &[&str], otherwise: &[&str]) -> String {
    let names = if first.is_empty() { otherwise } else { first };
    match names.split_last() {
        None => (texts().category_of)(Category::Other).to_owned(),
        Some((last, [])) => (*last).to_owned(),
        Some((last, rest)) => format!("{} {} {last}", rest.join(", "), texts().and),
    }
}

/// Each sentence of the draft with what it does, in order of the text.
pub(crate) fn sentences(draft: &Draft, review: &Review) -> Vec<SentenceView> {
    let (subject, body) = (Utf16Map::new(&draft.subject), Utf16Map::new(&draft.body));
    let view = |s: &SentenceReview| {
        let map = match s.field {
            Field::Subject => &subject,
            Field::Body => &body,
        };
        let span = map.span(s.span);
        SentenceView {
            text: excerpt(s.span.of(draft.text(s.field)), 110),
            place: Pick { field: s.field, start: span.start, end: span.end },
            role: role(s),
        }
    };
    review.sentences.iter().take(MOST).map(view).collect()
}

/// A stretch of a field: a sentence, or what stands between two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Piece<'a> {
    /// Its text.
    pub(crate) text: &'a str,
    /// What the sentence does; `None` between two.
    pub(crate) role: Option<RoleName>,
}

/// The whole field in pieces, in order.
pub(crate) fn pieces<'a>(draft: &'a Draft, review: &Review, field: Field) -> Vec<Piece<'a>> {
    let text = draft.text(field);
    let (mut pieces, mut at) = (Vec::new(), 0);
    let mut push = |from: usize, to: usize, role| {
        let text = text.get(from..to).unwrap_or_default();
        if !text.is_empty() {
            pieces.push(Piece { text, role });
        }
    };
    for s in review.sentences.iter().filter(|s| s.field == field) {
        let (start, end) = (s.span.start as usize, s.span.end as usize);
        push(at, start, None);
        push(start.max(at), end, Some(role(s)));
        at = end.max(at);
    }
    push(at, text.len(), None);
    pieces
}

fn role(s: &SentenceReview) -> RoleName {
    match (s.own, s.role) {
        (false, _) => RoleName::Quoted,
        (true, Some(Role::Critical)) => RoleName::Needed,
        (true, Some(Role::NonCritical)) => RoleName::Spoils,
        (true, Some(Role::Courtesy)) => RoleName::Courtesy,
        (true, None) => RoleName::Silent,
    }
}

#[cfg(test)]
mod tests {
    use super::listed;

    #[test]
    fn names_are_listed_as_people_list_them() {
        assert_eq!(listed(&["a"], &[]), "a");
        assert_eq!(listed(&["a", "b", "c"], &[]), "a, b and c");
        assert_eq!(listed(&[], &["z"]), "z");
    }
}
