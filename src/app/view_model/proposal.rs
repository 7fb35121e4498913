//! The contact reason or message type that fits the text, in words: its limits, and why. Must not know the DOM.

use crate::desk::name_of;
use crate::state::State;
use crate::text::compose::texts as words;
use crate::text::{fill, texts};
use compose_engine::{Category, Channel, Class, Verdict};
use std::rc::Rc;

/// What the picker paints.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ProposalView {
    /// Id of the reason.
    pub(crate) id: Rc<str>,
    /// The channel in which it is chosen.
    pub(crate) channel: Channel,
    /// Its name, as part of a sentence.
    pub(crate) title: String,
    /// Why it fits.
    pub(crate) why: String,
    /// Length and links.
    pub(crate) limits: String,
    /// Whether it is chosen already.
    pub(crate) chosen: bool,
}

/// The proposal for the present text; none for an answer in the buyer's thread, or where the book knows nothing that fits.
pub(crate) fn proposal(state: &State) -> Option<ProposalView> {
    let (t, w) = (texts(), words());
    let (desk, review) = (state.desk.as_deref()?, &state.answer.as_deref()?.review);
    let channel = match state.context.channel {
        Channel::Api => Channel::Api,
        Channel::Email | Channel::ContactBuyer => Channel::ContactBuyer,
        Channel::Reply => return None,
    };
    let reason = desk.fitting(review, channel)?;
    let needed = |c: &Category| c.class() == Class::Critical;
    let main = review.categories.iter().copied().find(needed).or_else(|| review.categories.first().copied())?;
    let why = if review.verdict == Verdict::Mixed { w.pick_why_mixed } else { w.pick_why };
    let title = if channel == Channel::Api { w.pick_type } else { w.pick };
    let length = state.draft.body.chars().count();
    let limits = match reason.text {
        None if reason.files.is_some() => w.pick_no_text.to_owned(),
        None => w.pick_unknown_text.to_owned(),
        Some(limit) => {
            let (least, most) = (limit.min.to_string(), limit.max.to_string());
            let over = length > limit.max as usize;
            let text = if over { w.pick_length_now } else { w.pick_length };
            let links = reason.links_about.as_deref().map(|about| fill(w.pick_links, &[about]));
            let links = links.unwrap_or_else(|| w.pick_no_links.to_owned());
            format!("{} {links}", fill(text, &[&least, &most, &length.to_string()]))
        }
    };
    Some(ProposalView {
        id: reason.id.as_str().into(),
        channel,
        title: fill(title, &[&name_of(reason, channel)]),
        why: fill(why, &[(t.category_of)(main)]),
        limits,
        chosen: state.context.channel == channel && state.context.contact_reason.as_deref() == Some(&reason.id),
    })
}
