//! Findings that a seller does not want told: one in this message, or a rule for good. No verdict changes by it. Must not know the DOM.

use compose_engine::review::Finding;
use compose_engine::{Draft, Review};
use std::rc::Rc;

/// What is not told.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Muted {
    /// Rules with the words that they are about, as long as these words stand in a message.
    here: Vec<(Rc<str>, String)>,
    /// Rules for good.
    rules: Vec<Rc<str>>,
    /// As it was before the last change.
    before: Option<Box<Self>>,
}

/// A wish about findings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Mute {
    /// Not this one, by its id, with these words.
    Here(Rc<str>),
    /// Nothing more of this rule, in any message.
    Rule(Rc<str>),
    /// Everything of this rule is told again.
    Tell(Rc<str>),
    /// The last wish is taken back.
    Undo,
    /// Rules that were muted at an earlier visit.
    Known(Vec<Rc<str>>),
}

impl Muted {
    /// Fulfils a wish about one of these findings.
    pub(crate) fn make(&mut self, mute: &Mute, findings: &[Finding], draft: &Draft) {
        let before = Self { before: None, ..self.clone() };
        match mute {
            Mute::Here(id) => {
                let found = findings.iter().find(|f| f.id == **id);
                self.here.extend(found.map(|f| (f.rule.as_str().into(), words(f, draft))));
            }
            Mute::Rule(rule) => self.rules.push(Rc::clone(rule)),
            Mute::Tell(rule) => {
                self.here.retain(|(muted, _)| muted != rule);
                self.rules.retain(|muted| muted != rule);
            }
            Mute::Undo => {
                *self = self.before.take().map_or_else(Self::default, |before| *before);
                return;
            }
            Mute::Known(rules) => {
                self.rules.clone_from(rules);
                return;
            }
        }
        self.before = Some(Box::new(before));
    }

    /// Rules that are muted for good.
    pub(crate) fn rules(&self) -> &[Rc<str>] {
        &self.rules
    }

    /// Whether there is a wish that can be taken back.
    pub(crate) fn can_undo(&self) -> bool {
        self.before.is_some()
    }

    /// Takes what is not told out of a review and gives it.
    pub(crate) fn take_out(&self, review: &mut Review, draft: &Draft) -> Vec<Finding> {
        if self.here.is_empty() && self.rules.is_empty() {
            return Vec::new();
        }
        let all = std::mem::take(&mut review.findings);
        let (hidden, told) = all.into_iter().partition(|finding| self.hides(finding, draft));
        review.findings = told;
        hidden
    }

    fn hides(&self, finding: &Finding, draft: &Draft) -> bool {
        self.rules.iter().any(|rule| **rule == *finding.rule)
            || self.here.iter().any(|(rule, of)| **rule == *finding.rule && *of == words(finding, draft))
    }
}

/// The words a finding is about; none for one about the whole message.
fn words(finding: &Finding, draft: &Draft) -> String {
    finding.place.map(|place| place.span.of(draft.text(place.field)).to_owned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{Mute, Muted};
    use crate::desk::Desk;
    use compose_engine::{Context, Draft, Review};

    fn review(desk: &Desk, body: &str) -> (Draft, Review) {
        let draft = Draft::new("", body);
        let review = desk.review(&draft, &Context { lang: Some("en".to_owned()), ..Context::default() });
        (draft, review)
    }

    #[test]
    fn one_finding_is_muted_by_its_words_and_a_rule_wherever_it_stands() {
        let desk = Desk::open().unwrap();
        let text = "See http://a.example/x and http://b.example/y for more.";
        let (draft, before) = review(&desk, text);
        let links = |review: &Review| review.findings.iter().filter(|f| f.policy.iter().any(|p| p == "E-01")).count();
        assert_eq!(links(&before), 2, "{:?}", before.findings);
        let first = before.findings.iter().find(|f| f.policy.iter().any(|p| p == "E-01")).unwrap().clone();

        let mut muted = Muted::default();
        muted.make(&Mute::Here(first.id.as_str().into()), &before.findings, &draft);
        let (draft, mut now) = review(&desk, &format!("Hello. {text}"));
        assert_eq!((muted.take_out(&mut now, &draft).len(), links(&now)), (1, 1));
        assert_eq!(now.verdict, before.verdict);

        muted.make(&Mute::Rule(first.rule.as_str().into()), &[], &draft);
        let (draft, mut now) = review(&desk, text);
        assert_eq!((muted.take_out(&mut now, &draft).len(), links(&now)), (2, 0));
        muted.make(&Mute::Undo, &[], &draft);
        let (draft, mut now) = review(&desk, text);
        assert_eq!((muted.take_out(&mut now, &draft).len(), muted.can_undo()), (1, false));
        muted.make(&Mute::Tell(first.rule.as_str().into()), &[], &draft);
        let (draft, mut now) = review(&desk, text);
        assert_eq!(muted.take_out(&mut now, &draft), []);
    }
}
