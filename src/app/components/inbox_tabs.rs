//! One tab for each inbox, with what becomes of the message there. Must not decide any outcome.

use super::icon::{Glyph, icon};
use super::slim_bar::outcome_class;
use crate::browser::focus_id;
use crate::desk::Answer;
use crate::state::Inbox;
use crate::text::texts;
use compose_engine::notice::Likelihood;
use yew::prelude::{Callback, Html, KeyboardEvent, classes, html};

/// The tabs; `front` is the one whose inbox is shown.
pub(super) fn inbox_tabs(answer: &Answer, front: Inbox, on_inbox: &Callback<Inbox>) -> Html {
    html! {
        <div class="tabs" role="tablist" aria-labelledby="delivery-title">
            { for Inbox::ALL.iter().map(|inbox| tab(answer, *inbox, *inbox == front, on_inbox)) }
        </div>
    }
}

fn tab(answer: &Answer, inbox: Inbox, chosen: bool, on_inbox: &Callback<Inbox>) -> Html {
    let t = texts();
    let (glyph, name, word, class) = match inbox {
        Inbox::Takes => {
            (Glyph::Person, t.tab_takes, (t.outcome_of)(answer.takes.outcome), outcome_class(answer.takes.outcome))
        }
        Inbox::OptedOut => {
            let outcome = answer.opted_out.outcome;
            (Glyph::PersonOff, t.tab_opted_out, (t.outcome_of)(outcome), outcome_class(outcome))
        }
        Inbox::Mailbox => match answer.opted_out.notice.as_ref().map(|n| n.likelihood) {
            Some(Likelihood::Certain) => (Glyph::Inbox, t.tab_mailbox, t.mailbox_notice, "is-notice"),
            Some(Likelihood::IfOptedOut | Likelihood::Undocumented) => {
                (Glyph::Inbox, t.tab_mailbox, t.mailbox_maybe, "is-depends")
            }
            None => (Glyph::Inbox, t.tab_mailbox, t.mailbox_empty, "is-plain"),
        },
    };
    let onkeydown = {
        let on_inbox = on_inbox.clone();
        Callback::from(move |event: KeyboardEvent| step(&event, inbox, &on_inbox))
    };
    html! {
        <button key={tab_id(inbox)} type="button" role="tab" id={tab_id(inbox)} class="tab" aria-controls="inbox"
            aria-selected={chosen.to_string()} tabindex={if chosen { "0" } else { "-1" }}
            onclick={on_inbox.reform(move |_| inbox)} {onkeydown}>
            { icon(glyph) }
            <span class="tab-name">{ name }</span>
            <span class={classes!("outcome", class)}>{ word }</span>
        </button>
    }
}

/// The id of a tab in the document.
pub(super) const fn tab_id(inbox: Inbox) -> &'static str {
    match inbox {
        Inbox::Takes => "tab-takes",
        Inbox::OptedOut => "tab-opted-out",
        Inbox::Mailbox => "tab-mailbox",
    }
}

/// Arrow keys, Home and End move between the tabs.
fn step(event: &KeyboardEvent, from: Inbox, on_inbox: &Callback<Inbox>) {
    let at = Inbox::ALL.iter().position(|i| *i == from).unwrap_or(0);
    let to = match event.key().as_str() {
        "ArrowRight" => (at + 1) % Inbox::ALL.len(),
        "ArrowLeft" => (at + Inbox::ALL.len() - 1) % Inbox::ALL.len(),
        "Home" => 0,
        "End" => Inbox::ALL.len() - 1,
        _ => return,
    };
    event.prevent_default();
    if let Some(inbox) = Inbox::ALL.get(to) {
        on_inbox.emit(*inbox);
        focus_id(tab_id(*inbox));
    }
}
