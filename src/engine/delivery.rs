//! Would the buyer get it? A total function from the facts of a draft to outcome, policy row and misuse. Alone knows editions; reads no text.

use crate::draft::{Buyer, Channel, Edition, Program, Thread};
use serde::{Deserialize, Serialize};

mod explain;
mod read;
mod terms;
#[cfg(test)]
mod tests;

pub use explain::{Explanation, explain};
pub use read::{FoundMarker, find_marker, read, reason_named, topic_of, wrote_earlier};
pub(crate) use read::{SubjectSigns, entries_of, marker_in_text, with_signs};
pub use terms::{Consequence, Content, Marker, Outcome, Reason, Rule, Topic};

/// All that decides about delivery.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Case {
    /// The rule that holds.
    pub edition: Edition,
    /// The buyer's preference.
    pub buyer: Buyer,
    /// The way the message takes.
    pub channel: Channel,
    /// Contact reason; counts on the Contact Buyer page and in the API.
    pub reason: Reason,
    /// What the subject says about the menu entry.
    pub topic: Topic,
    /// How the message stands to earlier ones.
    pub thread: Thread,
    /// Program of the order.
    pub program: Option<Program>,
    /// Marker in the subject.
    pub marker: Marker,
    /// What the text is.
    pub content: Content,
}

/// The answer for one case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Decision {
    /// What becomes of the message for this buyer.
    pub outcome: Outcome,
    /// What would become of it if the buyer had opted out.
    pub if_opted_out: Outcome,
    /// The row that decides, or would if the buyer had opted out.
    pub rule: Rule,
    /// Whether the critical route is used for something that is not critical (row M-17).
    pub misuse: bool,
    /// What it brings the seller.
    pub consequence: Consequence,
}

/// Decides a case. Total: every combination has an answer.
pub fn decide(case: Case) -> Decision {
    let (rule, if_opted_out) = row(case);
    let outcome = match (case.buyer, if_opted_out) {
        (Buyer::OptedIn, _) | (Buyer::Unknown, Outcome::Delivered) => Outcome::Delivered,
        (Buyer::OptedOut, outcome) => outcome,
        (Buyer::Unknown, Outcome::Blocked | Outcome::Depends) => Outcome::Depends,
    };
    let misuse = is_misuse(case);
    let consequence = match (misuse, outcome) {
        (true, _) => Consequence::MessagingRestricted,
        (false, Outcome::Blocked | Outcome::Depends) => Consequence::MessageBlocked,
        (false, Outcome::Delivered) => Consequence::Nothing,
    };
    Decision { outcome, if_opted_out, rule, misuse, consequence }
}

/// The deciding row and its outcome for a buyer who opted out. A reply comes before everything, then the program.
fn row(case: Case) -> (Rule, Outcome) {
    match (case.thread, case.channel, case.program) {
        (Thread::Reply, _, _) | (_, Channel::Reply, _) => (Rule::D1, Outcome::Delivered),
        (_, _, Some(Program::Handmade | Program::Custom)) => (Rule::D13, Outcome::Delivered),
        (thread, Channel::Email, None) => email(case.edition, case.marker, thread),
        (_, Channel::ContactBuyer, None) => contact_buyer(case.edition, case.reason, case.topic),
        (_, Channel::Api, None) => api(case.reason),
    }
}

/// A marker is asked before the thread: with one, an earlier message of the buyer no longer matters. Reason and topic have no effect.
fn email(edition: Edition, marker: Marker, thread: Thread) -> (Rule, Outcome) {
    match (marker, edition, thread) {
        (Marker::Known, Edition::Optout2017, _) => (Rule::D6, Outcome::Delivered),
        (Marker::Known, Edition::Optout2025, _) => (Rule::D7, Outcome::Blocked),
        (Marker::None | Marker::LookAlike, _, Thread::New) => (Rule::D5, Outcome::Blocked),
        (Marker::None | Marker::LookAlike, _, Thread::NewAfterContact) => (Rule::D2, Outcome::Blocked),
        (Marker::None | Marker::LookAlike, _, Thread::Reply) => (Rule::D1, Outcome::Delivered),
    }
}

/// How a contact reason stands to the opt-out, before edition and channel are asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Standing {
    /// Labelled critical, on the page and in the API.
    Critical,
    /// The mandatory choice for a problem, on the page alone.
    CriticalOnPage,
    /// Not labelled, but the same in kind as the critical ones.
    LikeCritical,
    /// Not labelled.
    Unlabelled,
    /// Request for a review and feedback.
    Review,
    /// Request to update feedback.
    Feedback,
    /// `Additional Information Required`.
    MenuEntry,
    /// `Other`: the subject decides.
    BySubject,
    /// Not in the policy book.
    Unlisted,
    /// Nothing chosen.
    Unchosen,
}

fn standing(reason: Reason) -> Standing {
    match reason {
        Reason::UnexpectedProblem | Reason::LegalDisclosure => Standing::Critical,
        Reason::ProblemWithOrder => Standing::CriticalOnPage,
        Reason::ConfirmCustomization | Reason::ConfirmOrder | Reason::ConfirmDelivery => Standing::LikeCritical,
        Reason::ConfirmService
        | Reason::Invoice
        | Reason::Warranty
        | Reason::DigitalAccessKey
        | Reason::ReturnFollowUp
        | Reason::AmazonMotors
        | Reason::AmazonPayProblem => Standing::Unlabelled,
        Reason::RequestReview => Standing::Review,
        Reason::UpdateFeedback => Standing::Feedback,
        Reason::AdditionalInformation => Standing::MenuEntry,
        Reason::Other => Standing::BySubject,
        Reason::Unlisted => Standing::Unlisted,
        Reason::None => Standing::Unchosen,
    }
}

/// Templates stand the same in both editions (they ran beside the marker from 2020 on). The menu entry, also as the subject of `Other` or
/// of no reason, worked in the classic edition only; there any other subject bounced, and so did a reason that the book does not know. In
/// the current edition the subject is Amazon's, so where nothing is chosen, or the reason is not known, only a critical one would arrive.
fn contact_buyer(edition: Edition, reason: Reason, topic: Topic) -> (Rule, Outcome) {
    match (standing(reason), topic, edition) {
        (Standing::Critical | Standing::CriticalOnPage, _, _) => (Rule::D3, Outcome::Delivered),
        (Standing::LikeCritical, _, _) => (Rule::D9, Outcome::Depends),
        (Standing::Unlabelled, _, _) => (Rule::D10, Outcome::Depends),
        (Standing::Review, _, _) => (Rule::D11, Outcome::Blocked),
        (Standing::Feedback, _, _) => (Rule::D12, Outcome::Blocked),
        (Standing::MenuEntry, _, edition) | (Standing::BySubject | Standing::Unchosen, Topic::Required, edition) => {
            menu_entry(edition)
        }
        (Standing::BySubject, Topic::Empty | Topic::Other, _)
        | (Standing::Unchosen, Topic::Other, Edition::Optout2017)
        | (Standing::Unlisted, _, Edition::Optout2017) => (Rule::D4, Outcome::Blocked),
        (Standing::Unchosen, Topic::Empty, _)
        | (Standing::Unchosen, Topic::Other, Edition::Optout2025)
        | (Standing::Unlisted, _, Edition::Optout2025) => (Rule::D3, Outcome::Depends),
    }
}

fn menu_entry(edition: Edition) -> (Rule, Outcome) {
    match edition {
        Edition::Optout2017 => (Rule::D3, Outcome::Delivered),
        Edition::Optout2025 => (Rule::D4, Outcome::Blocked),
    }
}

/// The message type decides, the same in both editions. Choices of the page alone are no message types: as good as nothing chosen.
fn api(reason: Reason) -> (Rule, Outcome) {
    match standing(reason) {
        Standing::Critical => (Rule::D8, Outcome::Delivered),
        Standing::LikeCritical => (Rule::D9, Outcome::Depends),
        Standing::Unlabelled | Standing::Unlisted => (Rule::D10, Outcome::Depends),
        Standing::Review => (Rule::D11, Outcome::Blocked),
        Standing::Feedback => (Rule::D12, Outcome::Blocked),
        Standing::CriticalOnPage | Standing::MenuEntry | Standing::BySubject | Standing::Unchosen => {
            (Rule::D8, Outcome::Depends)
        }
    }
}

/// Row M-17: a marker, the topic or a critical reason on a text that is not critical, whether or not it has an effect: also in a reply, for
/// a buyer who takes everything, and in the current edition. A look-alike is no marker. An unclear text is never accused. Reasons that
/// merely resemble critical ones (D9) are not known to be critical, so they cannot be misused.
fn is_misuse(case: Case) -> bool {
    match (case.content, case.marker, case.topic) {
        (Content::Critical | Content::Unclear, _, _) => false,
        (_, Marker::Known, _) | (_, _, Topic::Required) => true,
        (content, Marker::None | Marker::LookAlike, Topic::Empty | Topic::Other) => {
            has_reason(case) && is_misused(case.reason, content)
        }
    }
}

/// Whether the contact reason counts at all: e-mails and replies have none.
fn has_reason(case: Case) -> bool {
    match (case.thread, case.channel) {
        (Thread::Reply, _) | (_, Channel::Email | Channel::Reply) => false,
        (Thread::New | Thread::NewAfterContact, Channel::ContactBuyer | Channel::Api) => true,
    }
}

/// Whether `reason` is a critical one that this text, which is not critical, does not belong to.
fn is_misused(reason: Reason, content: Content) -> bool {
    let problem = content == Content::FulfilmentProblem;
    match (standing(reason), reason) {
        (Standing::Critical, Reason::LegalDisclosure) => content != Content::LegalNotice,
        (Standing::Critical | Standing::CriticalOnPage, _) => !problem,
        (Standing::MenuEntry, _) => true,
        (
            Standing::LikeCritical
            | Standing::Unlabelled
            | Standing::Review
            | Standing::Feedback
            | Standing::BySubject
            | Standing::Unlisted
            | Standing::Unchosen,
            _,
        ) => false,
    }
}
