//! The context in words: choices that fit the channel, a summary line, whether the order ID is sound. Must not know the DOM.

use crate::desk::{Desk, name_of};
use crate::state::State;
use crate::text::{LANGUAGES, fill, texts};
use compose_engine::order_id::is_order_id;
use compose_engine::pack::policy::Label;
use compose_engine::{Buyer, Channel, Context};
use std::rc::Rc;

/// Contact reasons under one label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ReasonGroup {
    /// The marketplace's label, in words.
    pub(crate) label: &'static str,
    /// Id and name of each reason.
    pub(crate) reasons: Vec<(Rc<str>, String)>,
}

/// What the context panel paints beside the plain values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ContextView {
    /// The values.
    pub(crate) context: Rc<Context>,
    /// The language the message is read in, by its own name.
    pub(crate) lang_name: &'static str,
    /// Contact reasons that fit the channel; empty where the channel has none.
    pub(crate) reasons: Vec<ReasonGroup>,
    /// What the chosen reason is for; empty if none is chosen.
    pub(crate) purpose: String,
    /// One line for small screens.
    pub(crate) summary: String,
    /// Whether the order ID is empty or of the right form.
    pub(crate) order_id_ok: bool,
}

/// The length of the message against the limit of the chosen reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct LengthView {
    /// In words.
    pub(crate) text: String,
    /// Whether the limit is passed.
    pub(crate) over: bool,
}

/// The context panel.
pub(crate) fn context(state: &State) -> ContextView {
    let (context, desk) = (&state.context, state.desk.as_deref());
    let chosen = context.contact_reason.as_deref().and_then(|id| desk?.policy().reason(id));
    ContextView {
        context: Rc::clone(context),
        lang_name: LANGUAGES.iter().find(|(code, _)| **code == *state.lang).map_or("", |(_, name)| name),
        reasons: desk.map(|d| groups(d, context.channel)).unwrap_or_default(),
        purpose: chosen.map(|r| r.purpose.clone()).unwrap_or_default(),
        summary: summary(context),
        order_id_ok: context.order_id.as_deref().is_none_or(is_order_id),
    }
}

/// How long `body` is, in characters.
pub(crate) fn length(body: &str, context: &Context, desk: Option<&Desk>) -> LengthView {
    let t = texts();
    let length = body.chars().count();
    let reason = context.contact_reason.as_deref().and_then(|id| desk?.policy().reason(id));
    match reason.and_then(|r| r.text) {
        Some(limit) => {
            let over = u32::try_from(length).unwrap_or(u32::MAX) > limit.max;
            let template = if over { t.over_limit } else { t.limit };
            LengthView { text: fill(template, &[&length.to_string(), &limit.max.to_string()]), over }
        }
        None => LengthView { text: crate::text::count(length, t.characters.0, t.characters.1), over: false },
    }
}

/// The reasons of a channel by label, critical ones first.
fn groups(desk: &Desk, channel: Channel) -> Vec<ReasonGroup> {
    let order = [Label::Critical, Label::Unlabelled, Label::Formerly, Label::NonCritical];
    let group = |label: Label| ReasonGroup {
        label: (texts().label_of)(label),
        reasons: desk
            .reasons(channel)
            .filter(|r| r.label == label)
            .map(|r| (r.id.as_str().into(), name_of(r, channel)))
            .collect(),
    };
    order.into_iter().map(group).filter(|g| !g.reasons.is_empty()).collect()
}

fn summary(context: &Context) -> String {
    let t = texts();
    let mut parts = vec![(t.channel_of)(context.channel)];
    parts.extend(context.marketplace.as_deref());
    parts.extend(context.order_id.as_deref());
    parts.extend(context.thread.map(t.thread_of));
    parts.extend(context.program.map(t.program_of));
    if context.buyer != Buyer::Unknown {
        parts.push((t.buyer_of)(context.buyer));
    }
    let rule = fill(t.edition_short, &[(t.edition_of)(context.edition)]);
    parts.push(&rule);
    parts.join(" · ")
}
