//! The order and the way of sending, as fields of a form. Must not know which of them matter to the answer.

use super::control::{Room, at, nth, option, select};
use super::icon::{Glyph, icon};
use crate::browser::value_of;
use crate::state::ContextChange;
use crate::text::{LANGUAGES, fill, texts};
use crate::view_model::context::ContextView;
use compose_engine::{Buyer, Channel, Edition, Program, Thread};
use yew::prelude::{Callback, Html, InputEvent, Properties, classes, component, html};

#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    /// Values and choices.
    pub(crate) view: ContextView,
    /// Whether the fields are shown on small screens.
    pub(crate) open: bool,
    /// One of them changed.
    pub(crate) on_change: Callback<ContextChange>,
    /// The fields should be shown or hidden.
    pub(crate) on_toggle: Callback<()>,
}

/// The panel; on small screens one line until it is opened.
#[component]
pub(crate) fn ContextPanel(props: &Props) -> Html {
    let (t, view) = (texts(), &props.view);
    let c = &view.context;
    html! {
        <div class={classes!("context", props.open.then_some("is-open"))} role="group" aria-label={t.context}>
            <button type="button" class="context-summary" aria-expanded={props.open.to_string()} aria-controls="context-fields"
                onclick={props.on_toggle.reform(|_| ())}>
                <span class="context-line">{ &view.summary }</span>
                <span class="context-verb">{ if props.open { t.context_done } else { t.context_change } }{ icon(Glyph::Chevron) }</span>
            </button>
            <div class="context-fields" id="context-fields">
                { choice(props, ("channel", t.channel), (Channel::ALL, t.channel_of), c.channel, ContextChange::Channel) }
                { reasons(props) }
                if c.channel != Channel::Reply {
                    { optional(props, ("thread", t.thread), (t.thread_auto, Thread::ALL, t.thread_of), c.thread, ContextChange::Thread) }
                }
                { choice(props, ("buyer", t.buyer), (Buyer::ALL, t.buyer_of), c.buyer, ContextChange::Buyer) }
                { choice(props, ("edition", t.edition), (Edition::ALL, t.edition_of), c.edition, ContextChange::Edition) }
                { marketplaces(props) }
                { languages(props) }
                { optional(props, ("program", t.program), (t.program_none, Program::ALL, t.program_of), c.program, ContextChange::Program) }
                { order_id(props) }
            </div>
            if !view.purpose.is_empty() {
                <p class="context-note">{ &view.purpose }</p>
            }
        </div>
    }
}

/// A field of the form: its id, and its label.
type Name = (&'static str, &'static str);

fn choice<T: Copy + PartialEq + 'static>(
    props: &Props,
    name: Name,
    (all, word): (&'static [T], fn(T) -> &'static str),
    chosen: T,
    change: fn(T) -> ContextChange,
) -> Html {
    let on_change = props.on_change.clone();
    let options = all.iter().enumerate().map(|(i, v)| option(&i.to_string(), word(*v), *v == chosen));
    select(name, Room::Plain, &at(all, Some(chosen)), options.collect(), move |value| {
        if let Some(picked) = nth(all, value) {
            on_change.emit(change(picked));
        }
    })
}

fn optional<T: Copy + PartialEq + 'static>(
    props: &Props,
    name: Name,
    (none, all, word): (&'static str, &'static [T], fn(T) -> &'static str),
    chosen: Option<T>,
    change: fn(Option<T>) -> ContextChange,
) -> Html {
    let on_change = props.on_change.clone();
    let first = std::iter::once(option("", none, chosen.is_none()));
    let rest = all.iter().enumerate().map(|(i, v)| option(&i.to_string(), word(*v), Some(*v) == chosen));
    select(name, Room::Plain, &at(all, chosen), first.chain(rest).collect(), move |value| {
        on_change.emit(change(nth(all, value)));
    })
}

fn reasons(props: &Props) -> Html {
    let (t, view) = (texts(), &props.view);
    if view.reasons.is_empty() {
        return html! {};
    }
    let chosen = view.context.contact_reason.as_deref().unwrap_or_default();
    let label = if view.context.channel == Channel::Api { t.message_type } else { t.reason };
    let on_change = props.on_change.clone();
    let groups = view.reasons.iter().map(|group| {
        html! {
            <optgroup label={group.label}>
                { for group.reasons.iter().map(|(id, name)| option(id, name, **id == *chosen)) }
            </optgroup>
        }
    });
    let first = std::iter::once(option("", t.reason_none, chosen.is_empty()));
    select(("reason", label), Room::Wide, chosen, first.chain(groups).collect(), move |value| {
        on_change.emit(ContextChange::Reason(value.to_owned()));
    })
}

fn marketplaces(props: &Props) -> Html {
    let t = texts();
    let chosen = props.view.context.marketplace.as_deref().unwrap_or_default();
    let on_change = props.on_change.clone();
    let first = std::iter::once(option("", t.marketplace_none, chosen.is_empty()));
    let rest = t.marketplaces.iter().map(|(code, name)| option(code, name, *code == chosen));
    select(("marketplace", t.marketplace), Room::Plain, chosen, first.chain(rest).collect(), move |value| {
        on_change.emit(ContextChange::Marketplace(value.to_owned()));
    })
}

fn languages(props: &Props) -> Html {
    let t = texts();
    let chosen = props.view.context.lang.as_deref().unwrap_or_default();
    let on_change = props.on_change.clone();
    let first = std::iter::once(option("", &fill(t.language_usual, &[props.view.lang_name]), chosen.is_empty()));
    let rest = LANGUAGES.iter().map(|(code, name)| option(code, name, *code == chosen));
    select(("language", t.language), Room::Plain, chosen, first.chain(rest).collect(), move |value| {
        on_change.emit(ContextChange::Language(value.to_owned()));
    })
}

fn order_id(props: &Props) -> Html {
    let (t, view) = (texts(), &props.view);
    let value = view.context.order_id.clone().unwrap_or_default();
    let oninput = {
        let on_change = props.on_change.clone();
        Callback::from(move |event: InputEvent| on_change.emit(ContextChange::OrderId(value_of(&event))))
    };
    html! {
        <div class="control is-wide is-narrow">
            <label for="order-id">{ t.order_id }</label>
            <input id="order-id" type="text" inputmode="numeric" autocomplete="off" placeholder={t.order_id_hint} {value} {oninput}
                aria-invalid={(!view.order_id_ok).to_string()} aria-describedby={(!view.order_id_ok).then_some("order-id-bad")} />
            if !view.order_id_ok {
                <p id="order-id-bad" class="control-note">{ t.order_id_bad }</p>
            }
        </div>
    }
}
