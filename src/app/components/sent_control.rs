//! Notes what the seller did with the draft, and says what the log knows about its order before it is sent. Must not judge.

use super::control::button;
use super::icon::{Glyph, icon};
use super::log_warnings::log_warnings;
use crate::browser::{clock, focus_id, stamp};
use crate::desk::{Answer, Desk};
use crate::hooks::LogHandle;
use crate::log::{Done, KeepText, Noting, Record, Stamp, Storage, Warning, ahead};
use crate::text::standing;
use crate::view_model::standing as view;
use compose_engine::{Context, Draft};
use std::rc::Rc;
use yew::prelude::{Callback, Html, Properties, component, html, use_context, use_state};

#[derive(Clone, Properties)]
pub(crate) struct Props {
    /// The message.
    pub(crate) draft: Rc<Draft>,
    /// Where it goes.
    pub(crate) context: Rc<Context>,
    /// What the engine says, if it says anything.
    pub(crate) answer: Option<Rc<Answer>>,
    /// The engine.
    pub(crate) desk: Option<Rc<Desk>>,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        let place = |p: &Self| p.answer.as_ref().map(Rc::as_ptr);
        self.is_same(other) && place(self) == place(other)
    }
}

impl Props {
    /// Whether it is the same message to the same place.
    fn is_same(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.draft, &other.draft) && Rc::ptr_eq(&self.context, &other.context)
    }

    fn record(&self, stamp: Stamp, done: Done, keep: KeepText) -> Option<Record> {
        let (answer, desk) = (self.answer.as_deref()?, self.desk.as_deref()?);
        let noting = Noting { draft: &self.draft, context: &self.context, answer, policy: desk.policy() };
        Some(noting.record(stamp, done, keep))
    }
}

/// What was noted last.
#[derive(Clone)]
struct Noted {
    of: Props,
    id: Rc<str>,
    words: String,
}

/// The control: one line until it is opened.
#[component]
pub(crate) fn SentControl(props: &Props) -> Html {
    let t = standing::texts();
    let keep = use_state(KeepText::default);
    let noted = use_state(|| None::<Noted>);
    let Some(log) = use_context::<LogHandle>() else { return Html::default() };
    let here = (*noted).clone().filter(|n| n.of.is_same(props) && log.state.log.records.iter().any(|r| r.id == n.id));
    let tick = {
        let keep = keep.clone();
        Callback::from(move |_| keep.set(if *keep == KeepText::No { KeepText::Yes } else { KeepText::No }))
    };
    let on_done = {
        let (props, log, noted, keep) = (props.clone(), log.clone(), noted.clone(), keep.clone());
        Callback::from(move |done| {
            let Some(record) = props.record(stamp(), done, *keep) else { return };
            // Asked anew for each message.
            keep.set(KeepText::No);
            noted.set(Some(Noted { of: props.clone(), id: Rc::clone(&record.id), words: view::noted(&record) }));
            log.note(record, format!("{}\n\n{}", props.draft.subject, props.draft.body));
        })
    };
    let disabled = props.answer.is_none() || here.is_some();
    html! {
        <div class="sent">
            if here.is_none() { { ahead_list(props, &log) } }
            <details class="sent-note">
                <summary id="sent-note">{ icon(Glyph::Chevron) }{ t.note }</summary>
                <div class="sent-body" role="group" aria-label={t.note_group}>
                    <div class="buttons">{ for Done::ALL.into_iter().map(|done| done_button(done, disabled, &on_done)) }</div>
                    <label class="tick">
                        <input type="checkbox" id="keep-text" checked={*keep == KeepText::Yes} onchange={tick} />{ t.keep_text }
                    </label>
                </div>
            </details>
            <div class="sent-said" role="status" id="sent-said">{ for here.as_ref().map(|n| said(n, &log)) }</div>
        </div>
    }
}

fn done_button(done: Done, disabled: bool, on_done: &Callback<Done>) -> Html {
    html! {
        <button type="button" class="button is-quiet" {disabled} data-done={done.as_str()} onclick={on_done.reform(move |_| done)}>
            { (standing::texts().button_of)(done) }
        </button>
    }
}

/// That it was noted, and whether it will last.
fn said(noted: &Noted, log: &LogHandle) -> Html {
    let t = standing::texts();
    let (id, handle) = (Rc::clone(&noted.id), log.clone());
    let undo = Callback::from(move |_| {
        handle.remove(Rc::clone(&id));
        focus_id("sent-note");
    });
    let refused = match &log.state.storage {
        Storage::Refused(refusal) if log.state.unsaved.contains(&noted.id) => Some(refusal),
        Storage::Refused(_) | Storage::Opening | Storage::Ready => None,
    };
    html! {
        <>
            <p class="sent-words">{ icon(Glyph::Check) }<span>{ &noted.words }</span>
                { button("", "button is-quiet", t.undo, undo) }</p>
            if let Some(refusal) = refused {
                <p class="warning">{ icon(Glyph::Alert) }<span>{ view::refusal(refusal) }{ " " }
                    { crate::text::count(log.state.unsaved.len(), t.unsaved.0, t.unsaved.1) }{ " " }
                    <a href={crate::route::Route::Standing.href()}>{ t.title }</a></span></p>
            }
        </>
    }
}

/// What the log knows against sending this.
fn ahead_list(props: &Props, log: &LogHandle) -> Html {
    let known = &log.state.log;
    if known.records.is_empty() && known.completed.is_empty() {
        return Html::default();
    }
    let clock = clock();
    let record = props.record(Stamp { id: Rc::default(), time: clock.now }, Done::Sent, KeepText::No);
    let mut found = record.map(|r| ahead(known, &r, clock)).unwrap_or_default();
    // The rest is said by verdict and findings.
    found.retain(|w| matches!(w, Warning::Many(_) | Warning::ReviewAgain | Warning::Late(_)));
    if found.is_empty() {
        return Html::default();
    }
    html! {
        <div class="sent-ahead">
            <p class="small-title">{ standing::texts().before_sending }</p>
            { log_warnings(&found) }
        </div>
    }
}
