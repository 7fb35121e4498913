//! The engine at work for one page: reviews, and the questions about policy that the page asks. Must not know the DOM or any wording.

mod matrix;
mod policy_words;

pub(crate) use matrix::{BUYERS, Cell, Column, EditionFate, Given, Matrix, Way, name_of};

use compose_engine::amend::{self, Amendment};
use compose_engine::delivery::{self, Case, Consequence, Content, Decision, Outcome, Rule};
use compose_engine::notice::{self, Notice, Step};
use compose_engine::pack::policy::{PolicyBook, ReasonEntry};
use compose_engine::review::{DeliveryReview, Finding};
use compose_engine::{Buyer, Channel, Context, Decoded, Draft, Edition, Engine, Review, Session};
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

/// The engine with the memory of one composer.
pub(crate) struct Desk {
    engine: RefCell<Engine>,
    policy: Arc<PolicyBook>,
    session: RefCell<Session>,
}

/// What the engine says about a draft, with what follows for either kind of buyer.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Answer {
    /// The review for the chosen context.
    pub(crate) review: Review,
    /// Findings that the seller does not want told, taken out of the review.
    pub(crate) hidden: Vec<Finding>,
    /// What a buyer who takes messages gets, under the leading edition.
    pub(crate) takes: Fate,
    /// What a buyer who opted out gets, under the leading edition.
    pub(crate) opted_out: Fate,
    /// The same under the other edition, where it differs.
    pub(crate) other: Option<Fate>,
    /// The steps of the consequences, mildest first.
    pub(crate) ladder: Vec<Step>,
    /// Every kind of buyer and way of sending.
    pub(crate) matrix: Matrix,
}

/// What becomes of the message for one buyer under one edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fate {
    /// What happens.
    pub(crate) outcome: Outcome,
    /// Why, in plain sentences.
    pub(crate) why: String,
    /// The deciding policy row.
    pub(crate) row: Rc<str>,
    /// The edition that says so.
    pub(crate) edition: Edition,
    /// What lands in the seller's mailbox.
    pub(crate) notice: Option<Notice>,
}

impl Desk {
    /// A desk with the built-in packs; says what is wrong if they cannot be read.
    pub(crate) fn open() -> Result<Self, String> {
        let engine = Engine::builtin().map_err(|e| e.to_string())?;
        Ok(Self { policy: engine.shared_policy(), engine: RefCell::new(engine), session: RefCell::default() })
    }

    /// Whether there are rules for this language.
    pub(crate) fn reads(&self, lang: &str) -> bool {
        self.engine.borrow().reads(lang)
    }

    /// The language that a draft is read in.
    pub(crate) fn language(&self, draft: &Draft, context: &Context) -> String {
        self.engine.borrow().language(draft, context)
    }

    /// Takes in the file of `lang`; says what is wrong with it if it cannot be read.
    pub(crate) fn learn(&self, lang: &str, file: &[u8]) -> Result<(), String> {
        self.engine.borrow_mut().add_language(file).map_err(|e| e.to_string())?;
        if self.reads(lang) { Ok(()) } else { Err("the file is another language's".to_owned()) }
    }

    /// The answer about `draft`.
    pub(crate) fn answer(&self, draft: &Draft, context: &Context) -> Answer {
        let engine = self.engine.borrow();
        let review = match self.session.try_borrow_mut() {
            Ok(mut session) => session.review(&engine, draft, context),
            Err(_) => engine.review(draft, context),
        };
        let (lead, rest) = split_lead(&review.deliveries);
        let case = delivery::read(&draft.subject, context, Content::Unclear, self.policy());
        let fate = |d: Option<&DeliveryReview>, buyer| d.map(|d| self.fate(d, buyer, case, context, &review.lang));
        let opted_out = fate(lead, Buyer::OptedOut).unwrap_or_else(Fate::unknown);
        let other = rest.iter().find(|d| d.if_opted_out != opted_out.outcome);
        let ladder = lead.map(|d| notice::ladder(&decision(d, context.buyer, case), self.policy())).unwrap_or_default();
        Answer {
            takes: fate(lead, Buyer::OptedIn).unwrap_or_else(Fate::unknown),
            other: fate(other, Buyer::OptedOut),
            opted_out,
            ladder,
            matrix: self.matrix(draft, context, &review),
            hidden: Vec::new(),
            review,
        }
    }

    /// The review of a text that is not being written: it leaves the composer's memory alone.
    pub(crate) fn review(&self, draft: &Draft, context: &Context) -> Review {
        self.engine.borrow().review(draft, context)
    }

    /// What a pasted notice is.
    pub(crate) fn decode(&self, text: &str) -> Decoded {
        self.engine.borrow().decode(text)
    }

    /// The smallest change that sets a draft right; `context` names the language it is read in.
    pub(crate) fn smallest_change(&self, draft: &Draft, context: &Context) -> Option<Amendment> {
        amend::smallest(&self.engine.borrow(), draft, context)
    }

    /// The policy that answers refer to.
    pub(crate) fn policy(&self) -> &PolicyBook {
        &self.policy
    }

    /// The steps of the consequences, mildest first, with `place` marked.
    pub(crate) fn ladder(&self, place: Consequence) -> Vec<Step> {
        let here = Decision {
            outcome: Outcome::Depends,
            if_opted_out: Outcome::Depends,
            rule: Rule::D5,
            misuse: false,
            consequence: place,
        };
        notice::ladder(&here, self.policy())
    }

    /// Contact reasons and message types that can be chosen in this channel, in the book's order.
    pub(crate) fn reasons(&self, channel: Channel) -> impl Iterator<Item = &ReasonEntry> {
        self.policy().reasons.iter().filter(move |r| r.withdrawn.is_none() && fits(r, channel))
    }

    /// Whether the reason with this id can be chosen in this channel.
    pub(crate) fn reason_fits(&self, id: &str, channel: Channel) -> bool {
        self.reasons(channel).any(|r| r.id == id)
    }

    fn fate(&self, d: &DeliveryReview, buyer: Buyer, case: Case, context: &Context, lang: &str) -> Fate {
        let decision = decision(d, buyer, case);
        let context = Context { edition: d.edition, buyer, ..context.clone() };
        // Misuse is the seller's matter and is told beside the consequences.
        let quiet = Decision { misuse: false, ..decision };
        Fate {
            outcome: decision.outcome,
            why: delivery::explain(&quiet, self.policy()).text(),
            row: decision.rule.as_str().into(),
            edition: d.edition,
            notice: notice::notice(&decision, &context, lang, self.policy()),
        }
    }
}

impl Fate {
    fn unknown() -> Self {
        Self {
            outcome: Outcome::Depends,
            why: String::new(),
            row: "".into(),
            edition: Edition::Optout2017,
            notice: None,
        }
    }
}

/// The decision for another buyer. Misuse and its price hang on the text alone, so they are kept.
fn decision(d: &DeliveryReview, buyer: Buyer, case: Case) -> Decision {
    let case = Case { edition: d.edition, buyer, ..case };
    Decision { misuse: d.misuse, consequence: d.consequence, ..delivery::decide(case) }
}

fn split_lead(deliveries: &[DeliveryReview]) -> (Option<&DeliveryReview>, &[DeliveryReview]) {
    deliveries.split_first().map_or((None, &[]), |(lead, rest)| (Some(lead), rest))
}

/// The page lists reasons by title, and the documented ones without a title; the API lists types by name.
fn fits(reason: &ReasonEntry, channel: Channel) -> bool {
    match channel {
        Channel::ContactBuyer => true,
        Channel::Api => !reason.api_names.is_empty(),
        Channel::Email | Channel::Reply => false,
    }
}
