//! The words of a delivery decision: outcome, row, reason, marker, topic, content, consequence. Names only; decides nothing.

use crate::draft::{UnknownName, named_enum};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

named_enum! {
    /// What becomes of the message.
    "outcome" Outcome {
        /// The buyer gets it.
        Delivered = "delivered",
        /// It comes back.
        Blocked = "blocked",
        /// It hangs on what nobody told: the buyer's preference, the contact reason, or Amazon's silence.
        Depends = "depends",
    }
}

named_enum! {
    /// The policy row that decides.
    "delivery rule" Rule {
        /// Reply in the buyer's thread.
        D1 = "D1",
        /// New thread although the buyer wrote earlier.
        D2 = "D2",
        /// Contact Buyer, critical reason.
        D3 = "D3",
        /// Contact Buyer, any other reason.
        D4 = "D4",
        /// E-mail without marker.
        D5 = "D5",
        /// E-mail with marker, classic rule.
        D6 = "D6",
        /// E-mail with marker, current rule.
        D7 = "D7",
        /// API, types labelled critical.
        D8 = "D8",
        /// Confirming order, delivery or customization details.
        D9 = "D9",
        /// Reasons of unknown standing.
        D10 = "D10",
        /// Request for review and feedback.
        D11 = "D11",
        /// Request to update feedback.
        D12 = "D12",
        /// Handmade or Custom order.
        D13 = "D13",
    }
}

named_enum! {
    /// Contact reason or message type, by the ids of `packs/reasons.toml`.
    "contact reason" Reason {
        /// None chosen.
        None = "none",
        /// One that the policy book does not know.
        Unlisted = "unlisted",
        /// Confirm customization details.
        ConfirmCustomization = "confirm_customization",
        /// Confirm order details.
        ConfirmOrder = "confirm_order",
        /// Confirm delivery details.
        ConfirmDelivery = "confirm_delivery",
        /// Unexpected problem with completing or shipping the order.
        UnexpectedProblem = "unexpected_problem",
        /// Home service appointment.
        ConfirmService = "confirm_service",
        /// Document demanded by law.
        LegalDisclosure = "legal_disclosure",
        /// Invoice.
        Invoice = "invoice",
        /// Warranty document.
        Warranty = "warranty",
        /// Key to digital content.
        DigitalAccessKey = "digital_access_key",
        /// Request to update negative feedback.
        UpdateFeedback = "update_feedback",
        /// Request for a review and feedback.
        RequestReview = "request_review",
        /// Problem with order, on the page alone.
        ProblemWithOrder = "problem_with_order",
        /// Follow-up on a return request, on the page alone.
        ReturnFollowUp = "return_follow_up",
        /// Other, on the page alone.
        Other = "other",
        /// The classic menu entry for critical messages.
        AdditionalInformation = "additional_information",
        /// Withdrawn type.
        AmazonMotors = "amazon_motors",
        /// Withdrawn type.
        AmazonPayProblem = "amazon_pay_problem",
    }
}

named_enum! {
    /// What stands in the subject in place of a marker.
    "marker" Marker {
        /// Nothing of the kind.
        None = "none",
        /// A documented marker.
        Known = "known",
        /// Something taken for a marker; it decides nothing.
        LookAlike = "look_alike",
    }
}

named_enum! {
    /// What the subject says about the menu entry.
    "topic" Topic {
        /// The subject is empty.
        Empty = "empty",
        /// The subject is `Additional Information Required` in one of its documented wordings.
        Required = "required",
        /// Any other subject.
        Other = "other",
    }
}

named_enum! {
    /// What the text is; the last two are non-critical texts with a template of their own.
    "content" Content {
        /// Needed to complete the order.
        Critical = "critical",
        /// Not needed.
        NonCritical = "non_critical",
        /// Both.
        Mixed = "mixed",
        /// Cannot be told.
        Unclear = "unclear",
        /// Stock-out or delay and nothing else that is non-critical.
        FulfilmentProblem = "fulfilment_problem",
        /// A notice demanded by law and nothing else that is non-critical.
        LegalNotice = "legal_notice",
    }
}

named_enum! {
    /// What a message like this brings the seller, mildest first; repeating it leads further up.
    "consequence" Consequence {
        /// None.
        Nothing = "nothing",
        /// The message comes back, or may; no harm to the account.
        MessageBlocked = "message_blocked",
        /// Proactive messages may be restricted.
        MessagingRestricted = "messaging_restricted",
        /// Selling may be suspended: after repeated misuse, so never the answer for one message.
        SellingAtRisk = "selling_at_risk",
    }
}
