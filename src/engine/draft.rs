//! What the seller is about to send and where it goes: the input of a review. Knows no rules, no policy and no verdict.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// A message that has not been sent yet: plain text as the seller typed it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Draft {
    /// Subject line; may be empty.
    #[serde(default)]
    pub subject: String,
    /// Message text.
    #[serde(default)]
    pub body: String,
}

impl Draft {
    /// A draft from its two parts.
    pub fn new(subject: impl Into<String>, body: impl Into<String>) -> Self {
        Self { subject: subject.into(), body: body.into() }
    }

    /// The text of one field.
    pub fn text(&self, field: Field) -> &str {
        match field {
            Field::Subject => &self.subject,
            Field::Body => &self.body,
        }
    }
}

/// Which part of the draft a span lies in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// The subject line.
    Subject,
    /// The message text.
    Body,
}

/// A name that is not one of the known ones; `what` says of which kind, `known` lists the right ones.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownName {
    /// The kind of thing that was named, such as `edition`.
    pub what: &'static str,
    /// The name as given.
    pub name: String,
    /// All accepted names.
    pub known: Vec<&'static str>,
}

impl fmt::Display for UnknownName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "unknown {} `{}`; known: {}", self.what, self.name, self.known.join(", "))
    }
}

impl std::error::Error for UnknownName {}

/// Declares a small enum whose variants have fixed names in JSON, on the command line and in attributes.
macro_rules! named_enum {
    ($(#[$meta:meta])* $what:literal $name:ident { $($(#[$vmeta:meta])* $variant:ident = $text:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub enum $name { $($(#[$vmeta])* #[serde(rename = $text)] $variant),+ }

        impl $name {
            /// Every value, in order of declaration.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The name used in JSON, attributes and on the command line.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { f.write_str(self.as_str()) }
        }

        impl FromStr for $name {
            type Err = UnknownName;
            fn from_str(name: &str) -> Result<Self, UnknownName> {
                Self::ALL.iter().copied().find(|v| v.as_str() == name).ok_or_else(|| UnknownName {
                    what: $what,
                    name: name.to_owned(),
                    known: Self::ALL.iter().map(|v| v.as_str()).collect(),
                })
            }
        }
    };
}
pub(crate) use named_enum;

named_enum! {
    /// A dated version of the opt-out rule. Every review answers for all of them; one leads.
    "edition" Edition {
        /// The classic rule: the subject marker or the menu entry reaches an opted-out buyer.
        Optout2017 = "optout-2017-05",
        /// The current rule: only the contact reason decides, a typed marker does nothing.
        Optout2025 = "optout-2025-04",
    }
}

named_enum! {
    /// Whether the buyer takes unsolicited messages. Sellers cannot look this up beforehand.
    "buyer preference" Buyer {
        /// Takes all permitted messages.
        OptedIn = "opted_in",
        /// Takes critical messages and replies only.
        OptedOut = "opted_out",
        /// Not known: the usual case.
        Unknown = "unknown",
    }
}

named_enum! {
    /// The way the message takes.
    "channel" Channel {
        /// A mail client, to the buyer's alias.
        Email = "email",
        /// The Contact Buyer page with a contact reason.
        ContactBuyer = "contact_buyer",
        /// The messaging interface for programs.
        Api = "api",
        /// An answer inside the thread that the buyer opened.
        Reply = "reply",
    }
}

named_enum! {
    /// How the message stands to what the buyer wrote before.
    "thread" Thread {
        /// The seller writes first.
        New = "new",
        /// The buyer wrote earlier, but this is a thread of its own.
        NewAfterContact = "new_after_contact",
        /// Inside the buyer's thread, with the buyer's text kept.
        Reply = "reply",
    }
}

named_enum! {
    /// Sales programs whose orders the opt-out does not cover.
    "program" Program {
        /// Amazon Handmade.
        Handmade = "handmade",
        /// Amazon Custom.
        Custom = "custom",
    }
}

/// Where and how the draft is to be sent. Everything is optional but the edition and the buyer's preference, which have defaults.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Context {
    /// The edition that leads the review.
    pub edition: Edition,
    /// The buyer's preference.
    pub buyer: Buyer,
    /// The way the message takes.
    pub channel: Channel,
    /// Contact reason, topic or operation name, as the seller sees it or the interface calls it.
    pub contact_reason: Option<String>,
    /// How the message stands to earlier ones; `None` lets the subject (`Re:`) decide.
    pub thread: Option<Thread>,
    /// Program of the order, if it is one that changes the rule.
    pub program: Option<Program>,
    /// Marketplace code, such as `US` or `DE`.
    pub marketplace: Option<String>,
    /// BCP 47 language of the draft; `None` lets the engine find out.
    pub lang: Option<String>,
    /// BCP 47 language that the seller reads; findings speak it where a pack does, else English.
    pub ui_lang: Option<String>,
    /// Order ID in the form 3-7-7 digits.
    pub order_id: Option<String>,
}

impl Default for Context {
    fn default() -> Self {
        Self {
            edition: Edition::Optout2017,
            buyer: Buyer::Unknown,
            channel: Channel::Email,
            contact_reason: None,
            thread: None,
            program: None,
            marketplace: None,
            lang: None,
            ui_lang: None,
            order_id: None,
        }
    }
}
