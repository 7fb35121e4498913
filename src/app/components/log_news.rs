//! What the seller must know about the log itself: not stored, not readable, imported, removed. Must not decide any of it.

use super::control::button;
use super::icon::{Glyph, icon};
use crate::browser::focus_id;
use crate::hooks::{HEADING, LogHandle};
use crate::log::{Aside, Storage};
use crate::text::{count, standing};
use crate::view_model::standing as view;
use yew::prelude::{Callback, Html, html};

/// Everything there is to tell, gravest first; the status region is always there.
pub(crate) fn log_news(log: &LogHandle) -> Html {
    html! {
        <div class="log-news">
            <div role="alert">{ refused(log) }{ set_aside(log) }</div>
            <div role="status" id="log-status">{ imported(log) }{ removed(log) }</div>
        </div>
    }
}

fn refused(log: &LogHandle) -> Html {
    let (t, state) = (standing::texts(), &log.state);
    let Storage::Refused(refusal) = &state.storage else { return Html::default() };
    let again = log.clone();
    html! {
        <div class="panel warning" id="log-refused">
            { icon(Glyph::Stop) }
            <div>
                <p>{ view::refusal(refusal) }
                    if !state.unsaved.is_empty() { { " " }{ count(state.unsaved.len(), t.unsaved.0, t.unsaved.1) } }
                </p>
                { button("log-retry", "button", t.retry, Callback::from(move |_| again.retry())) }
            </div>
        </div>
    }
}

fn set_aside(log: &LogHandle) -> Html {
    let (t, aside) = (standing::texts(), &log.state.log.aside);
    if aside.is_empty() {
        return Html::default();
    }
    html! {
        <div class="panel warning" id="log-aside">
            { icon(Glyph::Alert) }
            <div><p>{ count(aside.len(), t.aside.0, t.aside.1) }</p>{ faults(aside) }</div>
        </div>
    }
}

fn imported(log: &LogHandle) -> Html {
    let t = standing::texts();
    let Some(report) = &log.state.report else { return Html::default() };
    let aside = report.found.as_ref().map(|incoming| incoming.log.aside.as_slice()).unwrap_or_default();
    html! {
        <div class="panel" id="log-imported">
            <p>{ view::import(report) }</p>
            if !aside.is_empty() {
                <p>{ count(aside.len(), t.import_faults.0, t.import_faults.1) }</p>
                { faults(aside) }
            }
        </div>
    }
}

fn removed(log: &LogHandle) -> Html {
    let t = standing::texts();
    let Some(removed) = &log.state.removed else { return Html::default() };
    let handle = log.clone();
    let undo = Callback::from(move |_| {
        handle.restore();
        focus_id(HEADING);
    });
    html! {
        <div class="panel log-removed">
            <p>{ count(removed.records.len(), t.removed.0, t.removed.1) }</p>
            { button("log-undo", "button", t.undo, undo) }
        </div>
    }
}

fn faults(aside: &[Aside]) -> Html {
    html! { <ul class="log-faults">{ for view::faults(aside).into_iter().map(|words| html! { <li>{ words }</li> }) }</ul> }
}
