//! Makes a record of a reviewed draft. Must not know when or where it is kept.

use super::record::{Done, Record};
use crate::desk::Answer;
use compose_engine::delivery::{Outcome, Rule};
use compose_engine::order_id;
use compose_engine::pack::policy::{PolicyBook, Severity};
use compose_engine::review::Finding;
use compose_engine::{Category, Channel, Context, Draft, Thread};
use std::rc::Rc;

/// When a record is made, and its id; both come from the host.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Stamp {
    /// Unique.
    pub(crate) id: Rc<str>,
    /// Milliseconds since 1970.
    pub(crate) time: i64,
}

/// Whether subject and body are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum KeepText {
    /// They are not.
    #[default]
    No,
    /// The seller wants them kept.
    Yes,
}

/// A reviewed draft.
#[derive(Clone, Copy)]
pub(crate) struct Noting<'a> {
    /// The message.
    pub(crate) draft: &'a Draft,
    /// Where it goes.
    pub(crate) context: &'a Context,
    /// What the engine says.
    pub(crate) answer: &'a Answer,
    /// The policy that the answer refers to.
    pub(crate) policy: &'a PolicyBook,
}

impl Noting<'_> {
    /// The record of this draft.
    pub(crate) fn record(&self, stamp: Stamp, done: Done, keep: KeepText) -> Record {
        let review = &self.answer.review;
        let lead = review.deliveries.first();
        let in_thread = self.context.channel == Channel::Reply || self.context.thread == Some(Thread::Reply);
        Record {
            id: stamp.id,
            time: stamp.time,
            order: self.order(),
            done,
            verdict: review.verdict,
            edition: self.context.edition,
            outcome: lead.map_or(Outcome::Depends, |d| d.outcome),
            reply: in_thread || lead.is_some_and(|d| d.rule == Rule::D1),
            misuse: lead.is_some_and(|d| d.misuse),
            categories: self.categories(),
            rules: distinct(self.findings().map(|f| f.rule.as_str())),
            grave: distinct(self.findings().flat_map(|f| &f.policy).map(String::as_str).filter(|id| self.is_grave(id))),
            sha256: String::new(),
            text: (keep == KeepText::Yes).then(|| self.draft.clone()),
        }
    }

    /// All findings, told or not.
    fn findings(&self) -> impl Iterator<Item = &Finding> {
        self.answer.review.findings.iter().chain(&self.answer.hidden)
    }

    /// The order that the context names, else the first that the message names.
    fn order(&self) -> String {
        let given = self.context.order_id.as_deref().map(str::trim).filter(|id| !id.is_empty());
        let named =
            || [&self.draft.subject, &self.draft.body].into_iter().find_map(|text| text.get(order_id::find(text)?));
        given.or_else(named).unwrap_or_default().to_owned()
    }

    /// What the draft and each of the seller's own sentences are about.
    fn categories(&self) -> Vec<Category> {
        let review = &self.answer.review;
        let mut all = review.categories.clone();
        for category in review.sentences.iter().filter(|s| s.own).flat_map(|s| &s.categories) {
            if !all.contains(category) {
                all.push(*category);
            }
        }
        all
    }

    fn is_grave(&self, row: &str) -> bool {
        self.policy.row(row).is_some_and(|r| r.severity == Some(Severity::S3))
    }
}

fn distinct<'a>(names: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for name in names {
        if !all.iter().any(|n| n == name) {
            all.push(name.to_owned());
        }
    }
    all
}
