//! The orders of the log with their messages. Must not decide what is warned of.

use super::icon::{Glyph, icon};
use super::log_warnings::log_warnings;
use super::slim_bar::verdict_class;
use crate::browser::value_of;
use crate::log::{Clock, Done, Entry, OrderFacts, Record, Window, day_text, iso, short_time};
use crate::text::{count, fill, standing, texts};
use crate::view_model::standing as view;
use std::rc::Rc;
use yew::prelude::{Callback, Event, Html, classes, html};

/// What can be done with messages and orders.
pub(crate) struct LogActions {
    /// A message should go.
    pub(crate) remove: Callback<Rc<str>>,
    /// A receipt is wanted.
    pub(crate) receipt: Callback<Rc<Record>>,
    /// An order was completed on this day, as `2026-11-29`; empty for none.
    pub(crate) complete: Callback<(String, String)>,
}

/// One order.
pub(crate) fn log_order(facts: &OrderFacts, clock: Clock, actions: &LogActions) -> Html {
    let t = standing::texts();
    let named = !facts.order.is_empty();
    html! {
        <section class="panel log-order" key={facts.order.clone()} data-order={facts.order.clone()} aria-label={title(facts)}>
            <div class="log-order-head">
                <h3>{ title(facts) }</h3>
                if facts.contacts > 0 {
                    <span class="muted">{ count(facts.contacts, t.contacts.0, t.contacts.1) }</span>
                }
                if named { { completion(facts, actions) } }
            </div>
            <ol class="plain log-entries">{ for facts.entries.iter().map(|e| entry(e, clock, actions)) }</ol>
        </section>
    }
}

fn title(facts: &OrderFacts) -> String {
    let t = standing::texts();
    if facts.order.is_empty() { t.no_order.to_owned() } else { fill(t.order, &[&facts.order]) }
}

/// The day of completion, and what is left of the time for messages.
fn completion(facts: &OrderFacts, actions: &LogActions) -> Html {
    let t = standing::texts();
    let (id, order) = (format!("completed-{}", facts.order), facts.order.clone());
    let onchange = actions.complete.reform(move |event: Event| (order.clone(), value_of(&event)));
    let over = matches!(facts.window, Window::Over(_));
    html! {
        <div class="completion">
            <label for={id.clone()}>{ t.completed }</label>
            <input {id} type="date" {onchange} ~value={facts.completed.map(day_text).unwrap_or_default()} />
            if facts.window != Window::Unknown {
                <span class={classes!("window", over.then_some("is-over"))} title={t.start_open}>{ view::window(facts.window) }</span>
            }
        </div>
    }
}

/// Id of the button that opens the receipt of a message.
pub(crate) fn receipt_button(record: &Record) -> String {
    format!("receipt-of-{}", record.id)
}

fn entry(entry: &Entry, clock: Clock, actions: &LogActions) -> Html {
    let (t, record) = (standing::texts(), &entry.record);
    let when = short_time(record.time, clock);
    let (id, whole) = (Rc::clone(&record.id), Rc::clone(record));
    html! {
        <li class="log-entry" key={record.id.to_string()} data-id={record.id.to_string()}>
            <div class="log-entry-head">
                <span class={classes!("log-done", done_class(record.done))}>{ (t.done_of)(record.done) }</span>
                <span class={classes!("log-verdict", verdict_class(record.verdict))}>{ (texts().verdict_of)(record.verdict).word }</span>
                <time class="muted" datetime={iso(record.time)}>{ &when }</time>
                if record.reply { <span class="muted">{ t.reply }</span> }
                <span class="log-buttons">
                    <button type="button" class="button is-quiet" id={receipt_button(record)} aria-label={fill(t.receipt_which, &[&when])}
                        onclick={actions.receipt.reform(move |_| Rc::clone(&whole))}>{ t.receipt }</button>
                    <button type="button" class="button is-quiet is-icon" aria-label={fill(t.remove_which, &[&when])} title={t.remove}
                        onclick={actions.remove.reform(move |_| Rc::clone(&id))}>{ icon(Glyph::Bin) }</button>
                </span>
            </div>
            <p class="muted log-about">{ view::about(record) }</p>
            { log_warnings(&entry.warnings) }
            if let Some(text) = &record.text {
                <details class="log-text">
                    <summary>{ icon(Glyph::Chevron) }{ t.kept_text }</summary>
                    if !text.subject.is_empty() { <p><strong>{ &text.subject }</strong></p> }
                    <p class="log-body">{ &text.body }</p>
                </details>
            }
        </li>
    }
}

const fn done_class(done: Done) -> &'static str {
    match done {
        Done::Sent => "is-sent",
        Done::Blocked => "is-blocked",
        Done::Override => "is-override",
        Done::NotSent => "is-not-sent",
    }
}
