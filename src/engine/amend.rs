//! The smallest change: the fewest of the reviews' own fixes after which a draft is critical alone, or holds nothing grave. Makes no edit of
//! its own and never puts a marker in. Knows no rules and no words.

use crate::draft::{Context, Draft};
use crate::engine::Engine;
use crate::fix;
use crate::pack::spec::{Grade, Severity};
use crate::review::{Fix, FixAction, Review};
use crate::session::Session;
use crate::verdict::Verdict;

/// What a draft becomes by its smallest change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Amendment {
    /// The draft afterwards.
    pub draft: Draft,
    /// Its review.
    pub review: Review,
    /// Titles of the fixes, in the order in which they were made.
    pub steps: Vec<String>,
    /// The least safe grade among them.
    pub grade: Grade,
    /// What was taken out to be sent on its own, or not at all.
    pub rest: Option<Draft>,
}

/// Most fixes that are put together.
const STEPS: usize = 8;
/// Most reviews that a search may cost.
const REVIEWS: usize = 32;

/// Whether the review holds something that a change could mend.
pub fn is_needed(review: &Review) -> bool {
    wrong(review) > 0
}

/// The smallest change of `draft`; none where it is in order already, or where no fixes lead there.
pub fn smallest(engine: &Engine, draft: &Draft, context: &Context) -> Option<Amendment> {
    let mut session = Session::new();
    let first = session.review(engine, draft, context);
    let mut left = REVIEWS;
    let start = Amendment { draft: draft.clone(), steps: Vec::new(), grade: Grade::Safe, rest: None, review: first };
    let wanted = Wanted::of(&start.review);
    let mut best = start;
    for _ in 0..STEPS {
        let at = wrong(&best.review);
        if at == 0 {
            return Some(best).filter(|b| !b.steps.is_empty());
        }
        let mut next: Option<(u32, Amendment)> = None;
        for fix in candidates(&best.review) {
            if left == 0 {
                break;
            }
            left -= 1;
            let tried = after(engine, context, &mut session, &best, fix);
            let left_over = wrong(&tried.review);
            let better = next.as_ref().map_or(at, |(least, _)| *least);
            if left_over < better && wanted.allows(&tried.review) {
                next = Some((left_over, tried));
            }
            if left_over == 0 && next.as_ref().is_some_and(|(least, _)| *least == 0) {
                break;
            }
        }
        best = next?.1;
    }
    Some(best).filter(|b| wrong(&b.review) == 0)
}

/// What the text must still be for, so that a search does not end with an empty message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wanted {
    /// A needed part.
    Needed,
    /// Anything that can be judged.
    Judged,
    /// Whatever was there.
    Anything,
}

impl Wanted {
    fn of(review: &Review) -> Self {
        match review.verdict {
            Verdict::Critical | Verdict::Mixed => Self::Needed,
            Verdict::NonCritical => Self::Judged,
            Verdict::Unclear => Self::Anything,
        }
    }

    fn allows(self, review: &Review) -> bool {
        match (self, review.verdict) {
            (Self::Needed, verdict) => matches!(verdict, Verdict::Critical | Verdict::Mixed),
            (Self::Judged, verdict) => verdict != Verdict::Unclear,
            (Self::Anything, _) => review.sentences.iter().any(|s| s.own),
        }
    }
}

/// How far a review is from being in order: grave findings, and a needed part that is spoilt.
fn wrong(review: &Review) -> u32 {
    let grave = review.findings.iter().filter(|f| matches!(f.severity, Severity::High | Severity::Medium)).count();
    let spoilt = review.sentences.iter().filter(|s| s.spoils && review.verdict == Verdict::Mixed).count();
    u32::try_from(grave + spoilt).unwrap_or(u32::MAX).saturating_add(u32::from(review.verdict == Verdict::Mixed))
}

/// Fixes worth trying, those that mend most first.
fn candidates(review: &Review) -> Vec<&Fix> {
    let grave = |id: &str| {
        let mends = |f: &&crate::review::Finding| f.severity <= Severity::Medium && f.fixes.iter().any(|x| x == id);
        review.findings.iter().filter(mends).count()
    };
    let tried = |kind: FixAction| match kind {
        FixAction::RemoveMarker
        | FixAction::DeleteSentence
        | FixAction::DeleteWords
        | FixAction::Rewrite
        | FixAction::Split => true,
        FixAction::AddMarker | FixAction::CorrectMarker | FixAction::InsertOrderId => false,
    };
    let mut out: Vec<(usize, &Fix)> = review
        .fixes
        .iter()
        .filter(|f| f.grade != Grade::Manual && tried(f.kind))
        .map(|f| (grave(&f.id) + usize::from(f.kind == FixAction::Split), f))
        .filter(|(mends, _)| *mends > 0)
        .collect();
    out.sort_by_key(|(mends, _)| std::cmp::Reverse(*mends));
    out.into_iter().map(|(_, f)| f).collect()
}

fn after(engine: &Engine, context: &Context, session: &mut Session, before: &Amendment, fix: &Fix) -> Amendment {
    let draft = fix::apply(&before.draft, &fix.edits);
    let review = session.review(engine, &draft, context);
    let mut steps = before.steps.clone();
    steps.push(fix.title.clone());
    let rest = match (&before.rest, &fix.rest) {
        (Some(a), Some(b)) => Some(Draft::new("", format!("{}\n\n{}", a.body, b.body))),
        (a, b) => a.clone().or_else(|| b.clone()),
    };
    Amendment { draft, review, steps, grade: before.grade.max(fix.grade), rest }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(subject: &str, body: &str) -> Option<Amendment> {
        let engine = Engine::builtin().unwrap();
        let context = Context { lang: Some("en".to_owned()), ..Context::default() };
        smallest(&engine, &Draft::new(subject, body), &context)
    }

    const QUESTION: &str = "Which flat number should we put on the label?";

    #[test]
    fn a_spoilt_question_becomes_critical_by_one_step() {
        let change = found("", &format!("{QUESTION}\n\nPlease leave us a review.")).unwrap();
        assert_eq!((change.review.verdict, change.steps.len()), (Verdict::Critical, 1), "{change:?}");
        assert!(change.draft.body.contains(QUESTION) && !change.draft.body.contains("review"));
    }

    #[test]
    fn several_things_are_mended_together_and_nothing_else() {
        let body =
            format!("Hello,\n\n{QUESTION} Write to us at lamps@example.com.\n\nPlease leave us a five-star review.");
        let change = found("[Important] Flat number", &body).unwrap();
        assert_eq!(change.review.verdict, Verdict::Critical);
        assert_eq!(wrong(&change.review), 0);
        assert!(change.draft.body.starts_with("Hello,") && change.draft.subject.contains("Flat number"), "{change:?}");
    }

    #[test]
    fn a_misused_marker_goes_and_none_is_ever_put_in() {
        let change = found("[Important] Your lamp", "Please leave us a product review.").unwrap();
        assert_eq!(change.draft, Draft::new("Your lamp", "Please leave us a product review."));
        for (subject, body) in [("", QUESTION), ("Important: flat number", QUESTION)] {
            assert_eq!(found(subject, body), None, "{subject} {body}");
        }
    }

    #[test]
    fn where_nothing_would_be_left_there_is_no_change() {
        assert_eq!(found("", "Use code SAVE10 for 10 % off your next lamp."), None);
        assert_eq!(found("", "Hello"), None);
    }
}
