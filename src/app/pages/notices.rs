//! The page `notices`: a notice is pasted and explained while it is typed. Must hold no policy.

use crate::browser::{focus_id, value_of};
use crate::components::{Desks, notice_body, notice_head, page_head};
use crate::hooks::{use_announcement, use_composed};
use crate::text::notices::{self as text, SAMPLES};
use crate::view_model::notices::notice;
use std::rc::Rc;
use yew::prelude::{
    AttrValue, Callback, Html, InputEvent, Properties, UseStateHandle, component, html, use_context, use_memo,
};

/// Id of the field.
const FIELD: &str = "notice";

#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    /// The notice; it outlives the page.
    pub(crate) pasted: UseStateHandle<Rc<str>>,
}

/// The page.
#[component]
pub(crate) fn Notices(props: &Props) -> Html {
    let (t, pasted) = (text::texts(), &props.pasted);
    let desk = use_context::<Desks>().and_then(|d| d.0);
    let composed = use_composed(desk.as_ref());
    let paste = {
        let pasted = pasted.clone();
        Callback::from(move |text: Rc<str>| pasted.set(text))
    };
    let view = use_memo((Rc::clone(pasted), composed), |(text, composed)| {
        desk.as_ref().and_then(|desk| notice(text, desk, composed.as_ref().as_ref()))
    });
    let words = view.as_ref().as_ref().map_or(t.announce_empty, |v| (t.kind_of)(v.kind).0);
    let said = use_announcement(AttrValue::Static(words));
    html! {
        <main class="page is-single" id="main">
            { page_head(t.title, t.lead) }
            <div class="notice-columns">
                <div class="column">{ field(pasted, &paste) }</div>
                <div class="column" id="notice-result" role="region" aria-label={t.result}>
                    { notice_head(view.as_ref().as_ref()) }
                    if let Some(view) = &*view {
                        { notice_body(view) }
                    }
                </div>
            </div>
            <p class="visually-hidden" role="status" aria-live="polite">{ said }</p>
        </main>
    }
}

/// The field with the samples over it.
fn field(pasted: &Rc<str>, paste: &Callback<Rc<str>>) -> Html {
    let t = text::texts();
    let clear = paste.reform(|_| {
        focus_id(FIELD);
        Rc::default()
    });
    html! {
        <div class="panel notice-field">
            <label for={FIELD}>{ t.label }</label>
            <textarea id={FIELD} rows="9" placeholder={t.hint} spellcheck="false" dir="auto" value={AttrValue::from(Rc::clone(pasted))}
                oninput={paste.reform(|event: InputEvent| value_of(&event).into())} />
            <div class="composer-foot">
                <div class="samples" role="group" aria-label={t.samples}>
                    <span class="muted" aria-hidden="true">{ t.samples }</span>
                    { for SAMPLES.iter().map(|sample| html! {
                        <button type="button" class="button is-quiet" onclick={paste.reform(|_| sample.text.into())}>{ sample.name }</button>
                    }) }
                </div>
                <button type="button" class="button is-quiet" disabled={pasted.is_empty()} onclick={clear}>{ t.clear }</button>
            </div>
        </div>
    }
}
