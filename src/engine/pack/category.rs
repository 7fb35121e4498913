//! The categories of the labelling guide, section 2, with their class under the classic rule. Knows no rules and no words.

use crate::draft::named_enum;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

use crate::draft::UnknownName;

named_enum! {
    /// What a part of a message is about.
    "category" Category {
        /// Engraving, print text, photo, colour or size of a made-to-order item, proof approval.
        Customization = "customization",
        /// A date, time window, access, someone at home, freight, installation.
        DeliveryScheduling = "delivery_scheduling",
        /// Address incomplete, wrong, undeliverable.
        AddressIssue = "address_issue",
        /// Any other fact that the order cannot be completed without.
        OrderInformation = "order_information",
        /// Documents or notices that the law demands.
        LegalDisclosure = "legal_disclosure",
        /// Recall or safety warning.
        SafetyNotice = "safety_notice",
        /// Not available; a substitute or refund is offered.
        StockOut = "stock_out",
        /// Will ship or arrive late.
        Delay = "delay",
        /// Asks the buyer to cancel.
        CancelRequest = "cancel_request",
        /// Asks for a review, rating or feedback.
        ReviewRequest = "review_request",
        /// Asks to change or remove one.
        ReviewChange = "review_change",
        /// The order was received or is being prepared.
        OrderConfirmation = "order_confirmation",
        /// Shipped, on its way, tracking.
        ShippingConfirmation = "shipping_confirmation",
        /// Delivered, has it arrived.
        DeliveryConfirmation = "delivery_confirmation",
        /// A refund or return was processed.
        RefundConfirmation = "refund_confirmation",
        /// Asks what is needed to finish a return.
        ReturnQuestion = "return_question",
        /// Manual, tips, set-up, offers of help.
        ProductHelp = "product_help",
        /// Warranty information or registration.
        Warranty = "warranty",
        /// Sends or announces an invoice.
        Invoice = "invoice",
        /// Thanks and nothing else that matters.
        Thanks = "thanks",
        /// Coupons, sales, other products, newsletters, social profiles, own shop.
        Marketing = "marketing",
        /// An answer in the buyer's thread.
        Reply = "reply",
        /// Anything else that does not help to complete the order.
        Other = "other",
    }
}

/// Whether a category helps to complete the order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// The order needs it.
    Critical,
    /// The order does as well without it.
    NonCritical,
    /// It depends on what it answers.
    Neutral,
}

impl Category {
    /// The class of the category under the classic opt-out rule.
    pub const fn class(self) -> Class {
        match self {
            Self::Customization | Self::DeliveryScheduling | Self::AddressIssue | Self::OrderInformation => {
                Class::Critical
            }
            Self::LegalDisclosure
            | Self::SafetyNotice
            | Self::StockOut
            | Self::Delay
            | Self::CancelRequest
            | Self::ReviewRequest
            | Self::ReviewChange
            | Self::OrderConfirmation
            | Self::ShippingConfirmation
            | Self::DeliveryConfirmation
            | Self::RefundConfirmation
            | Self::ReturnQuestion
            | Self::ProductHelp
            | Self::Warranty
            | Self::Invoice
            | Self::Thanks
            | Self::Marketing
            | Self::Other => Class::NonCritical,
            Self::Reply => Class::Neutral,
        }
    }
}
