//! What the engine's kinds are called in English. Words only.

use super::{RoleName, VerdictText};
use crate::route::Route;
use compose_engine::delivery::Outcome;
use compose_engine::pack::policy::{Confidence as Known, Label};
use compose_engine::{Buyer, Category, Channel, Confidence, Edition, Program, Severity, Thread, Verdict};

pub(super) fn page_of(route: &Route) -> &'static str {
    match route {
        Route::Compose => "Compose",
        Route::Notices => "Notices",
        Route::Templates => "Templates",
        Route::Standing => "Standing",
        Route::Rules(_) => "Rules",
        Route::Model => "Model",
        Route::Privacy => "Privacy",
    }
}

pub(super) fn verdict_of(verdict: Verdict) -> VerdictText {
    let text = |word, meaning, why| VerdictText { word, meaning, why };
    match verdict {
        Verdict::Critical => text(
            "Critical",
            "The order cannot be completed without this message.",
            "It asks for what the order needs: {}.",
        ),
        Verdict::NonCritical => text(
            "Non-critical",
            "The order is completed just as well without this message.",
            "Nothing in it is needed to complete the order. It is about {}.",
        ),
        Verdict::Mixed => text(
            "Mixed",
            "One part is needed for the order, another part spoils it.",
            "Needed: {}. Not needed: {}. Send the needed part on its own.",
        ),
        Verdict::Unclear => text("Unclear", "Too little to tell.", ""),
    }
}

pub(super) fn confidence_of(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Clear => "clear",
        Confidence::Likely => "likely",
        Confidence::Unsure => "unsure",
    }
}

pub(super) fn category_of(category: Category) -> &'static str {
    match category {
        Category::Customization => "customization",
        Category::DeliveryScheduling => "arranging delivery",
        Category::AddressIssue => "an address problem",
        Category::OrderInformation => "a missing order detail",
        Category::LegalDisclosure => "a legal notice",
        Category::SafetyNotice => "a safety notice",
        Category::StockOut => "an item out of stock",
        Category::Delay => "a delay",
        Category::CancelRequest => "a request to cancel",
        Category::ReviewRequest => "a review request",
        Category::ReviewChange => "changing a review",
        Category::OrderConfirmation => "an order confirmation",
        Category::ShippingConfirmation => "a shipping confirmation",
        Category::DeliveryConfirmation => "a delivery confirmation",
        Category::RefundConfirmation => "a refund confirmation",
        Category::ReturnQuestion => "a return",
        Category::ProductHelp => "product help",
        Category::Warranty => "the warranty",
        Category::Invoice => "an invoice",
        Category::Thanks => "thanks",
        Category::Marketing => "marketing",
        Category::Reply => "an answer to the buyer",
        Category::Other => "something else",
    }
}

pub(super) fn role_of(role: RoleName) -> &'static str {
    match role {
        RoleName::Needed => "needed",
        RoleName::Spoils => "not needed",
        RoleName::Courtesy => "courtesy",
        RoleName::Quoted => "the buyer’s words",
        RoleName::Silent => "neutral",
    }
}

pub(super) fn severity_of(severity: Severity) -> &'static str {
    match severity {
        Severity::High => "Can cost your account",
        Severity::Medium => "Likely held back",
        Severity::Low => "Style",
        Severity::Hint => "Hint",
        Severity::Info => "Note",
    }
}

pub(super) fn outcome_of(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Delivered => "Arrives",
        Outcome::Blocked => "Blocked",
        Outcome::Depends => "Depends",
    }
}

pub(super) fn channel_of(channel: Channel) -> &'static str {
    match channel {
        Channel::Email => "E-mail",
        Channel::ContactBuyer => "Contact Buyer page",
        Channel::Api => "Messaging API",
        Channel::Reply => "Reply in the thread",
    }
}

pub(super) fn cannot_know_of(channel: Channel) -> &'static str {
    match channel {
        Channel::Email => {
            "Whether this buyer opted out, how Amazon’s own scan reads your e-mail, and whether your account may send unasked messages."
        }
        Channel::ContactBuyer => {
            "Whether this buyer opted out, which reasons Amazon offers you for this order, and how it judges the text you add."
        }
        Channel::Api => {
            "Whether this buyer opted out, which message types this order allows now, and how Amazon judges types it does not label."
        }
        Channel::Reply => {
            "Whether the buyer’s own text is still in the thread, how Amazon’s scan reads your answer, and the state of your account."
        }
    }
}

pub(super) fn thread_of(thread: Thread) -> &'static str {
    match thread {
        Thread::New => "New message",
        Thread::NewAfterContact => "New, buyer wrote earlier",
        Thread::Reply => "Reply in buyer’s thread",
    }
}

pub(super) fn program_of(program: Program) -> &'static str {
    match program {
        Program::Handmade => "Amazon Handmade",
        Program::Custom => "Amazon Custom",
    }
}

pub(super) fn buyer_of(buyer: Buyer) -> &'static str {
    match buyer {
        Buyer::OptedIn => "Takes messages",
        Buyer::OptedOut => "Opted out",
        Buyer::Unknown => "Not known",
    }
}

pub(super) fn edition_of(edition: Edition) -> &'static str {
    match edition {
        Edition::Optout2017 => "2017 (classic)",
        Edition::Optout2025 => "2025 (current)",
    }
}

pub(super) fn label_of(label: Label) -> &'static str {
    match label {
        Label::Critical => "Critical for Amazon",
        Label::Unlabelled => "Not labelled",
        Label::Formerly => "Critical until 2025",
        Label::NonCritical => "Non-critical for Amazon",
    }
}

pub(super) fn known_of(known: Known) -> &'static str {
    match known {
        Known::C2 => "Two or more independent sources",
        Known::C1 => "One source",
        Known::Inferred => "Inferred, not stated anywhere",
        Known::Open => "Sources conflict or are silent",
    }
}
