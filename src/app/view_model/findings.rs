//! Findings and fixes as they are listed, and the card of a marked phrase. Must not know the DOM.

use super::marks::{Mark, MarkKind, Origin, touched};
use super::{Pick, excerpt};
use crate::text::texts;
use compose_engine::review::{Finding, Fix, FixAction};
use compose_engine::{Draft, Field, Grade, Review, Severity, Utf16Map};
use std::rc::Rc;

/// A button that mends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FixView {
    /// Id of the fix in the review.
    pub(crate) id: Rc<str>,
    /// What it does.
    pub(crate) title: String,
    /// Whether the text should be read over afterwards.
    pub(crate) check: bool,
}

/// A finding or a piece of evidence in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct NoteView {
    /// Unique in its list.
    pub(crate) id: Rc<str>,
    /// How its words are marked.
    pub(crate) kind: MarkKind,
    /// How grave it is; `None` for evidence.
    pub(crate) severity: Option<Severity>,
    /// One fact.
    pub(crate) what: String,
    /// One reason; empty for evidence.
    pub(crate) why: String,
    /// One action; empty for evidence.
    pub(crate) action: String,
    /// The words, cut short; empty for a note about the whole draft.
    pub(crate) quote: String,
    /// Where they stand.
    pub(crate) place: Option<Pick>,
    /// Ids of policy rows.
    pub(crate) rows: Vec<Rc<str>>,
    /// What can be done at once.
    pub(crate) fixes: Vec<FixView>,
    /// The rule of a finding; none of evidence.
    pub(crate) rule: Option<Rc<str>>,
}

/// A rule that is not told, with what it would say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct HiddenView {
    /// The rule.
    pub(crate) rule: Rc<str>,
    /// One fact.
    pub(crate) what: String,
}

/// The card of a marked phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct CardView {
    /// The phrase it stands under.
    pub(crate) anchor: Pick,
    /// What is said about it, the gravest first.
    pub(crate) notes: Vec<NoteView>,
}

/// Most findings that are listed; mending them brings the others.
pub(crate) const MOST: usize = 40;

/// The first findings in the review's order, the gravest first.
pub(crate) fn notes(draft: &Draft, review: &Review) -> Vec<NoteView> {
    let maps = Maps::new(draft);
    told(review).take(MOST).map(|f| finding(f, review, draft, &maps)).collect()
}

/// How many findings are told in all.
pub(crate) fn number(review: &Review) -> usize {
    told(review).count()
}

/// The fixes that concern the draft as a whole: the split, the marker, and what no finding offers.
pub(crate) fn free_fixes(review: &Review) -> Vec<FixView> {
    let whole = |fix: &&Fix| match fix.kind {
        FixAction::Split | FixAction::AddMarker | FixAction::RemoveMarker | FixAction::CorrectMarker => true,
        FixAction::DeleteSentence | FixAction::DeleteWords | FixAction::Rewrite | FixAction::InsertOrderId => {
            review.findings.len() <= MOST && !review.findings.iter().any(|f| f.fixes.contains(&fix.id))
        }
    };
    review.fixes.iter().filter(|f| f.grade != Grade::Manual).filter(whole).map(fix_view).collect()
}

/// Rules among the findings that are not told, each once.
pub(crate) fn hidden(findings: &[Finding]) -> Vec<HiddenView> {
    let mut rules: Vec<HiddenView> = Vec::new();
    for finding in findings.iter().filter(|f| f.severity != Severity::Info) {
        if rules.iter().all(|known| *known.rule != *finding.rule) {
            rules.push(HiddenView { rule: finding.rule.as_str().into(), what: finding.what.clone() });
        }
    }
    rules
}

fn told(review: &Review) -> impl Iterator<Item = &Finding> {
    review.findings.iter().filter(|f| f.severity != Severity::Info)
}

/// The card for a caret at `at`; none where nothing is marked.
pub(crate) fn card(draft: &Draft, review: &Review, marks: &[Mark], at: u32) -> Option<CardView> {
    let marks = touched(marks, at);
    let anchor = marks.first()?.pick;
    let maps = Maps::new(draft);
    let mut notes: Vec<NoteView> = Vec::new();
    for mark in &marks {
        // Findings come first and are all told; of the words that only decide, a few are enough.
        if notes.len() >= 2 && matches!(mark.origin, Origin::Evidence(_)) {
            break;
        }
        let note = match mark.origin {
            Origin::Finding(i) => review.findings.get(i).map(|f| finding(f, review, draft, &maps)),
            Origin::Evidence(i) => evidence(i, mark, review, draft),
        };
        // A rule that is both evidence and finding is told once.
        notes.extend(note.filter(|n| notes.iter().all(|m| m.what != n.what)));
    }
    Some(CardView { anchor, notes })
}

struct Maps {
    subject: Utf16Map,
    body: Utf16Map,
}

impl Maps {
    fn new(draft: &Draft) -> Self {
        Self { subject: Utf16Map::new(&draft.subject), body: Utf16Map::new(&draft.body) }
    }

    fn of(&self, field: Field) -> &Utf16Map {
        match field {
            Field::Subject => &self.subject,
            Field::Body => &self.body,
        }
    }
}

fn finding(f: &Finding, review: &Review, draft: &Draft, maps: &Maps) -> NoteView {
    let place = f.place.map(|p| {
        let span = maps.of(p.field).span(p.span);
        Pick { field: p.field, start: span.start, end: span.end }
    });
    let fixes = review.fixes.iter().filter(|fix| f.fixes.contains(&fix.id) && fix.grade != Grade::Manual);
    NoteView {
        id: f.id.as_str().into(),
        kind: match f.severity {
            Severity::High | Severity::Medium => MarkKind::Breach,
            Severity::Low | Severity::Hint | Severity::Info => MarkKind::Style,
        },
        severity: Some(f.severity),
        what: f.what.clone(),
        why: f.why.clone(),
        action: f.action.clone(),
        quote: f.place.map_or_else(String::new, |p| excerpt(p.span.of(draft.text(p.field)), 60)),
        place,
        rows: rows(&f.policy),
        fixes: fixes.map(fix_view).collect(),
        rule: Some(f.rule.as_str().into()),
    }
}

fn evidence(index: usize, mark: &Mark, review: &Review, draft: &Draft) -> Option<NoteView> {
    let e = review.evidence.get(index)?;
    Some(NoteView {
        id: format!("{}@{}", e.rule.as_deref().unwrap_or_default(), mark.pick.start).into(),
        kind: mark.kind,
        severity: None,
        what: if e.what.is_empty() { learned(mark.kind).to_owned() } else { e.what.clone() },
        why: String::new(),
        action: String::new(),
        quote: excerpt(e.span.of(draft.text(e.field)), 60),
        place: Some(mark.pick),
        rows: rows(&e.policy),
        fixes: Vec::new(),
        rule: None,
    })
}

/// What is said of words that no rule names.
fn learned(kind: MarkKind) -> &'static str {
    match kind {
        MarkKind::Needed => texts().words_needed,
        MarkKind::Spoils | MarkKind::Breach | MarkKind::Style => texts().words_spoil,
    }
}

fn fix_view(fix: &Fix) -> FixView {
    FixView { id: fix.id.as_str().into(), title: fix.title.clone(), check: fix.grade == Grade::Check }
}

fn rows(ids: &[String]) -> Vec<Rc<str>> {
    ids.iter().map(|id| id.as_str().into()).collect()
}
