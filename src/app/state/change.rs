//! Changes of where and how the message is sent. Must not know the DOM.

use crate::desk::Desk;
use compose_engine::{Buyer, Channel, Context, Edition, Program, Thread};

/// One change of the context.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum ContextChange {
    /// Marketplace code; empty for none.
    Marketplace(String),
    /// Language of the message; empty for the one it is written in.
    Language(String),
    /// Order ID as typed; empty for none.
    OrderId(String),
    /// Way of the message.
    Channel(Channel),
    /// Id of a contact reason; empty for none.
    Reason(String),
    /// Standing to earlier messages.
    Thread(Option<Thread>),
    /// Program of the order.
    Program(Option<Program>),
    /// Buyer's preference.
    Buyer(Buyer),
    /// Edition that leads.
    Edition(Edition),
}

impl ContextChange {
    /// Makes the change; a contact reason goes where the way of sending does not have it.
    pub(super) fn make(self, context: &mut Context, desk: Option<&Desk>) {
        let given = |text: String| Some(text).filter(|t| !t.trim().is_empty());
        match self {
            Self::Marketplace(code) => context.marketplace = given(code),
            Self::Language(lang) => context.lang = given(lang),
            Self::OrderId(id) => context.order_id = given(id),
            Self::Channel(channel) => {
                context.channel = channel;
                let fits = |id: &String| desk.is_some_and(|d| d.reason_fits(id, channel));
                context.contact_reason = context.contact_reason.take().filter(fits);
            }
            Self::Reason(id) => context.contact_reason = given(id),
            Self::Thread(thread) => context.thread = thread,
            Self::Program(program) => context.program = program,
            Self::Buyer(buyer) => context.buyer = buyer,
            Self::Edition(edition) => context.edition = edition,
        }
    }
}
