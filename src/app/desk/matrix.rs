//! What becomes of the draft for every kind of buyer and way of sending, and under every edition. Must not know the DOM or any wording.

use super::Desk;
use compose_engine::delivery::{self, Case, Content, Outcome};
use compose_engine::pack::policy::ReasonEntry;
use compose_engine::{Buyer, Channel, Context, Draft, Edition, Review};
use std::rc::Rc;

/// A way of sending; a column of the matrix.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    /// The Contact Buyer page with a reason that has a template.
    Template,
    /// The Contact Buyer page with the seller's text alone.
    FreeText,
    /// A mail client.
    Email,
    /// A message type of the API.
    Api,
}

/// Where a column's contact reason comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Given {
    /// The seller chose it.
    Chosen,
    /// It fits the text.
    Fitting,
    /// There is none.
    None,
}

/// One way of sending, for each kind of buyer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Column {
    /// The way.
    pub(crate) way: Way,
    /// Its contact reason or message type, as the seller sees it.
    pub(crate) reason: Option<String>,
    /// Where that comes from.
    pub(crate) given: Given,
    /// By kind of buyer, in the order of [`BUYERS`].
    pub(crate) cells: Vec<Cell>,
}

/// What becomes of the draft in one case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Cell {
    /// The kind of buyer.
    pub(crate) buyer: Buyer,
    /// What happens.
    pub(crate) outcome: Outcome,
    /// Whether a critical route would be used for something else.
    pub(crate) misuse: bool,
    /// Why, in plain sentences.
    pub(crate) why: String,
    /// The deciding policy row.
    pub(crate) row: Rc<str>,
    /// Whether it is the case at hand.
    pub(crate) now: bool,
}

/// All cells, and all editions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Matrix {
    /// Ways of sending.
    pub(crate) columns: Vec<Column>,
    /// A reply in the buyer's thread, where that is the case at hand: it is none of the columns.
    pub(crate) reply: Option<Cell>,
    /// The case at hand under each edition, the oldest first.
    pub(crate) editions: Vec<EditionFate>,
}

/// The case at hand under one edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct EditionFate {
    /// The edition.
    pub(crate) edition: Edition,
    /// Whether it leads.
    pub(crate) leads: bool,
    /// First day.
    pub(crate) since: String,
    /// What came with it.
    pub(crate) changes: String,
    /// Dated versions between it and the next one that it answers for: day, and what came with them.
    pub(crate) others: Vec<(String, String)>,
    /// By kind of buyer, in the order of [`BUYERS`].
    pub(crate) cells: Vec<Cell>,
}

/// Kinds of buyers, in the order of the rows.
pub(crate) const BUYERS: [Buyer; 3] = [Buyer::OptedIn, Buyer::OptedOut, Buyer::Unknown];

const WAYS: [Way; 4] = [Way::Template, Way::FreeText, Way::Email, Way::Api];

impl Desk {
    /// The matrix for a draft that was reviewed in this context.
    pub(super) fn matrix(&self, draft: &Draft, context: &Context, review: &Review) -> Matrix {
        let now = way_of(self, context);
        // Markers and topics are looked for once; buyer and edition change nothing about them.
        let case = self.case(&draft.subject, context, review);
        let columns = WAYS.into_iter().map(|way| self.column(way, draft, context, review));
        let editions = Edition::ALL.iter().map(|&edition| self.edition(edition, case));
        Matrix {
            columns: columns.collect(),
            reply: now.is_none().then(|| Cell { now: true, ..self.cell(case) }),
            editions: editions.collect(),
        }
    }

    /// The contact reason or message type that the text fits best, as its purpose says: a needed part comes before all others.
    pub(crate) fn fitting(&self, review: &Review, channel: Channel) -> Option<&ReasonEntry> {
        let is_needed = |c: &compose_engine::Category| c.class() == compose_engine::Class::Critical;
        let categories = &review.categories;
        let main = categories.iter().copied().find(is_needed).or_else(|| categories.first().copied())?;
        self.made_for(main.as_str(), channel)
    }

    /// The contact reason or message type that serves a category best.
    pub(crate) fn made_for(&self, category: &str, channel: Channel) -> Option<&ReasonEntry> {
        let rank = |reason: &ReasonEntry| reason.fits.iter().position(|name| name == category);
        self.reasons(channel).filter(|r| rank(r).is_some()).min_by_key(|r| rank(r))
    }

    fn column(&self, way: Way, draft: &Draft, context: &Context, review: &Review) -> Column {
        let now = way_of(self, context) == Some(way);
        let (channel, reason, given) = self.reason_for(way, context, review);
        let context = Context { channel, contact_reason: reason.map(|r| r.id.clone()), ..context.clone() };
        // Where a template or the API would be used instead, the marketplace writes the subject.
        let subject = match way {
            Way::Template | Way::Api if !now => "",
            Way::Template | Way::Api | Way::FreeText | Way::Email => &draft.subject,
        };
        let case = self.case(subject, &context, review);
        let cell = |buyer| Cell { now: now && buyer == context.buyer, ..self.cell(Case { buyer, ..case }) };
        Column {
            way,
            reason: reason.map(|r| name_of(r, channel)),
            given,
            cells: BUYERS.into_iter().map(cell).collect(),
        }
    }

    /// Where the seller is on another way, a way takes the reason that fits; where the seller is on it, what is chosen.
    fn reason_for(&self, way: Way, context: &Context, review: &Review) -> (Channel, Option<&ReasonEntry>, Given) {
        let now = way_of(self, context) == Some(way);
        let chosen = context.contact_reason.as_deref().and_then(|id| self.policy().reason(id));
        let (channel, chosen) = match way {
            Way::Email => (Channel::Email, None),
            Way::FreeText => (Channel::ContactBuyer, chosen.filter(|r| !has_template(r))),
            Way::Template => (Channel::ContactBuyer, chosen.filter(|r| has_template(r))),
            Way::Api => (Channel::Api, chosen.filter(|r| !r.api_names.is_empty())),
        };
        let fitting = match way {
            Way::Template | Way::Api if !now => self.fitting(review, channel),
            Way::Template | Way::Api | Way::FreeText | Way::Email => None,
        };
        match (chosen, fitting) {
            (Some(reason), _) => (channel, Some(reason), Given::Chosen),
            (None, Some(reason)) => (channel, Some(reason), Given::Fitting),
            (None, None) => (channel, None, Given::None),
        }
    }

    fn edition(&self, edition: Edition, case: Case) -> EditionFate {
        let leads = case.edition == edition;
        let book = self.policy();
        let cell = |buyer| Cell { now: leads && buyer == case.buyer, ..self.cell(Case { edition, buyer, ..case }) };
        let entry = book.edition(edition.as_str());
        let others = book.editions.iter().filter(|e| e.decided_by == edition.as_str() && e.id != edition.as_str());
        EditionFate {
            edition,
            leads,
            since: entry.map(|e| e.effective.clone()).unwrap_or_default(),
            changes: entry.map(|e| e.changes.clone()).unwrap_or_default(),
            others: others.map(|e| (e.effective.clone(), e.changes.clone())).collect(),
            cells: BUYERS.into_iter().map(cell).collect(),
        }
    }

    fn case(&self, subject: &str, context: &Context, review: &Review) -> Case {
        delivery::read(subject, context, Content::of(review.verdict, &review.categories), self.policy())
    }

    fn cell(&self, case: Case) -> Cell {
        let decision = delivery::decide(case);
        Cell {
            buyer: case.buyer,
            outcome: decision.outcome,
            misuse: decision.misuse,
            why: delivery::explain(&decision, self.policy()).text(),
            row: decision.rule.as_str().into(),
            now: false,
        }
    }
}

/// The column of the case at hand; a reply has none.
fn way_of(desk: &Desk, context: &Context) -> Option<Way> {
    match context.channel {
        Channel::Email => Some(Way::Email),
        Channel::Api => Some(Way::Api),
        Channel::Reply => None,
        Channel::ContactBuyer => {
            let chosen = context.contact_reason.as_deref().and_then(|id| desk.policy().reason(id));
            Some(if chosen.is_some_and(has_template) { Way::Template } else { Way::FreeText })
        }
    }
}

/// `Other` and the old menu entry lead to a blank field; every other reason to a template of the marketplace.
fn has_template(reason: &ReasonEntry) -> bool {
    !matches!(reason.id.parse(), Ok(delivery::Reason::Other | delivery::Reason::AdditionalInformation))
}

/// The title that sellers see, or the type's name for programs; the purpose where neither is known.
pub(crate) fn name_of(reason: &ReasonEntry, channel: Channel) -> String {
    let names = match channel {
        Channel::Api => &reason.api_names,
        Channel::Email | Channel::ContactBuyer | Channel::Reply => &reason.titles,
    };
    names.first().cloned().unwrap_or_else(|| reason.purpose.trim_end_matches('.').to_owned())
}

#[cfg(test)]
#[path = "matrix_tests.rs"]
mod tests;
