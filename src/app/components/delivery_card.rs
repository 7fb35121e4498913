//! Who receives it: one tab for each inbox with its outcome, and what lies in it. Must not decide any outcome.

use super::icon::{Glyph, icon};
use super::inbox_tabs::{inbox_tabs, tab_id};
use super::ladder::ladder;
use super::mail::{mail, notice_mail};
use super::row_chip::RowChip;
use super::slim_bar::outcome_class;
use crate::desk::{Answer, Fate};
use crate::state::Inbox;
use crate::text::{fill, texts};
use compose_engine::delivery::Outcome;
use compose_engine::notice::Likelihood;
use compose_engine::{Channel, Draft, Edition};
use std::rc::Rc;
use yew::prelude::{Callback, Html, Properties, classes, component, html};

#[derive(Properties)]
pub(crate) struct Props {
    /// What the engine says.
    pub(crate) answer: Rc<Answer>,
    /// The message.
    pub(crate) draft: Rc<Draft>,
    /// The way of sending.
    pub(crate) channel: Channel,
    /// The inbox in front.
    pub(crate) inbox: Inbox,
    /// Another inbox is wanted.
    pub(crate) on_inbox: Callback<Inbox>,
    /// Another edition should lead.
    pub(crate) on_edition: Callback<Edition>,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.answer, &other.answer) && self.inbox == other.inbox && self.channel == other.channel
    }
}

/// The card under the verdict.
#[component]
pub(crate) fn DeliveryCard(props: &Props) -> Html {
    let t = texts();
    let answer = &*props.answer;
    let misuse = answer.review.deliveries.first().is_some_and(|d| d.misuse);
    html! {
        <section class="panel delivery" aria-labelledby="delivery-title">
            <h2 id="delivery-title">{ t.delivery }</h2>
            { inbox_tabs(answer, props.inbox, &props.on_inbox) }
            <div class="inbox" role="tabpanel" id="inbox" tabindex="0" aria-labelledby={tab_id(props.inbox)}>
                { match props.inbox {
                    Inbox::Takes => received(&answer.takes, &props.draft),
                    Inbox::OptedOut => received(&answer.opted_out, &props.draft),
                    Inbox::Mailbox => mailbox(answer),
                } }
            </div>
            { other_edition(answer, &props.on_edition) }
            { ladder(&answer.ladder, misuse) }
            <p class="cannot-know"><strong>{ t.cannot_know }</strong>{ (t.cannot_know_of)(props.channel) }</p>
        </section>
    }
}

fn received(fate: &Fate, draft: &Draft) -> Html {
    let t = texts();
    html! {
        <>
            { why(fate) }
            { match fate.outcome {
                Outcome::Delivered => mail(draft),
                Outcome::Depends => html! { <><p class="muted">{ t.if_it_arrives }</p>{ mail(draft) }</> },
                Outcome::Blocked => nothing(t.nothing_arrives),
            } }
        </>
    }
}

fn why(fate: &Fate) -> Html {
    html! {
        <p class="fate">
            { &fate.why }
            if !fate.row.is_empty() {
                <RowChip key={&*fate.row} id={Rc::clone(&fate.row)} />
            }
        </p>
    }
}

fn mailbox(answer: &Answer) -> Html {
    let t = texts();
    match &answer.opted_out.notice {
        Some(notice) => html! {
            <>
                if notice.likelihood != Likelihood::Certain {
                    <p class="muted">{ t.if_it_comes_back }</p>
                }
                { notice_mail(notice) }
            </>
        },
        None => nothing(t.nothing_comes_back),
    }
}

fn nothing(words: &'static str) -> Html {
    html! { <div class="nothing">{ icon(Glyph::Inbox) }<p>{ words }</p></div> }
}

/// One line where the other edition answers differently for a buyer who opted out.
fn other_edition(answer: &Answer, on_edition: &Callback<Edition>) -> Html {
    let t = texts();
    let Some(other) = &answer.other else {
        return html! { <p class="other-edition is-same">{ t.other_edition_same }</p> };
    };
    let edition = other.edition;
    let line = fill(t.other_edition, &[(t.edition_of)(edition), &(t.outcome_of)(other.outcome).to_lowercase()]);
    html! {
        <p class="other-edition" data-edition={edition.as_str()}>
            <strong class={classes!("outcome-line", outcome_class(other.outcome))}>{ line }</strong>
            { &other.why }
            <button type="button" class="link" onclick={on_edition.reform(move |_| edition)}>{ t.use_edition }</button>
        </p>
    }
}
