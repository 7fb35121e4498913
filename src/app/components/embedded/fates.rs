//! Who receives the message and what comes back, in the element's panel. Must not decide any outcome.

use super::super::icon::{Glyph, icon};
use super::super::mail::notice_mail;
use super::super::row_chip::RowChip;
use super::super::slim_bar::outcome_class;
use crate::desk::{Answer, Fate};
use crate::text::element::texts as words;
use crate::text::{fill, texts};
use compose_engine::notice::Likelihood;
use compose_engine::{Buyer, Channel};
use std::rc::Rc;
use yew::prelude::{Html, classes, html};

/// One line for each inbox, why, and the notice.
pub(super) fn fates(answer: &Answer, buyer: Buyer) -> Html {
    let t = texts();
    let lead = match buyer {
        Buyer::OptedIn => &answer.takes,
        Buyer::OptedOut | Buyer::Unknown => &answer.opted_out,
    };
    html! {
        <section class="delivery" part="delivery" aria-labelledby="delivery-title">
            <h3 id="delivery-title">{ t.delivery }</h3>
            <dl class="fates">
                { inbox(Glyph::Person, t.tab_takes, &answer.takes) }
                { inbox(Glyph::PersonOff, t.tab_opted_out, &answer.opted_out) }
                { mailbox(lead) }
            </dl>
            <p class="fate-why">
                { &lead.why }
                if !lead.row.is_empty() { <RowChip key={&*lead.row} id={Rc::clone(&lead.row)} /> }
            </p>
            if let Some(other) = &answer.other {
                <p class="other-edition">{ fill(t.other_edition, &[(t.edition_of)(other.edition), &(t.outcome_of)(other.outcome).to_lowercase()]) }</p>
            }
            if let Some(notice) = &lead.notice {
                <details class="returned"><summary>{ words().returned }</summary>{ notice_mail(notice) }</details>
            }
        </section>
    }
}

/// What no checker can know, at the foot of the panel.
pub(super) fn cannot_know(channel: Channel) -> Html {
    let t = texts();
    html! { <p class="cannot-know"><strong>{ t.cannot_know }</strong>{ " " }{ (t.cannot_know_of)(channel) }</p> }
}

fn inbox(glyph: Glyph, name: &'static str, fate: &Fate) -> Html {
    line(glyph, name, (texts().outcome_of)(fate.outcome), outcome_class(fate.outcome))
}

fn mailbox(lead: &Fate) -> Html {
    let t = texts();
    let (word, class) = match lead.notice.as_ref().map(|n| n.likelihood) {
        Some(Likelihood::Certain) => (t.mailbox_notice, "is-notice"),
        Some(Likelihood::IfOptedOut | Likelihood::Undocumented) => (t.mailbox_maybe, "is-depends"),
        None => (t.mailbox_empty, "is-plain"),
    };
    line(Glyph::Inbox, t.tab_mailbox, word, class)
}

fn line(glyph: Glyph, name: &'static str, word: &'static str, class: &'static str) -> Html {
    html! { <div><dt>{ icon(glyph) }{ name }</dt><dd class={classes!("outcome", class)}>{ word }</dd></div> }
}
