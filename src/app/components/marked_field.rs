//! A text field with a layer under it that carries the marks: same text, same measure, one scroller for both, so they cannot part.
//! Must not know what the marks mean.

use super::phrase_card::PhraseCard;
use crate::browser::{Handles, Painter, has_focus, is_paste, line_only, selection, value_of};
use crate::muted::Mute;
use crate::view_model::Pick;
use crate::view_model::findings::CardView;
use crate::view_model::marks::MarkKind;
use std::rc::Rc;
use yew::prelude::{
    AttrValue, Callback, Html, InputEvent, KeyboardEvent, Properties, classes, component, html, use_effect_with,
    use_mut_ref, use_node_ref,
};

#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    /// Id of the field.
    pub(crate) id: &'static str,
    /// Label.
    pub(crate) label: &'static str,
    /// Said in an empty field.
    pub(crate) hint: &'static str,
    /// The text as the state knows it.
    pub(crate) text: AttrValue,
    /// What is painted, in UTF-16 units of that text.
    pub(crate) marks: Vec<(MarkKind, Pick)>,
    /// Whether it holds one line.
    pub(crate) single: bool,
    /// Its elements, for whoever edits from outside.
    pub(crate) handles: Handles,
    /// The card of the phrase in which the caret was put.
    pub(crate) card: Option<CardView>,
    /// The text changed.
    pub(crate) on_text: Callback<String>,
    /// The caret was put here, by pointer or keys.
    pub(crate) on_caret: Callback<u32>,
    /// A text was pasted; the field holds this now.
    pub(crate) on_paste: Callback<String>,
    /// Whatever floats should go.
    pub(crate) on_dismiss: Callback<()>,
    /// The card was closed on purpose.
    pub(crate) on_close: Callback<()>,
    /// A fix was asked for.
    pub(crate) on_fix: Callback<Rc<str>>,
    /// A finding is not to be told.
    pub(crate) on_mute: Callback<Mute>,
}

/// The field. Its value belongs to the browser, which keeps the undo history; the state only listens.
#[component]
pub(crate) fn MarkedField(props: &Props) -> Html {
    let frame = use_node_ref();
    let painter = use_mut_ref(Painter::default);
    let open = props.card.as_ref().map(|c| c.anchor);
    {
        let mirror = props.handles.mirror.clone();
        use_effect_with((props.text.clone(), props.marks.clone(), open), move |(_, marks, open)| {
            if let Ok(mut painter) = painter.try_borrow_mut() {
                painter.paint(&mirror, marks, *open);
            }
        });
    }
    let handles = &props.handles;
    html! {
        <div class={classes!("field", props.single.then_some("is-single"))} ref={&frame} onkeydown={card_keys(props)}>
            <label for={props.id}>{ props.label }</label>
            <div class="editor" ref={&handles.scroller} onscroll={props.on_dismiss.reform(|_| ())}>
                <div class="sheet">
                    <div class="mirror" ref={&handles.mirror} aria-hidden="true">{ format!("{}\n", props.text) }</div>
                    <textarea id={props.id} ref={&handles.field} rows="1" placeholder={props.hint} autocomplete="off" spellcheck="true"
                        oninput={typed(props)} onpointerup={placed(props)} onkeyup={moved(props)} onkeydown={one_line(props)} />
                </div>
            </div>
            if let Some(card) = &props.card {
                <PhraseCard card={card.clone()} frame={frame} handles={handles.clone()} on_fix={props.on_fix.clone()} on_mute={props.on_mute.clone()}
                    on_close={props.on_close.clone()} />
            }
        </div>
    }
}

fn typed(props: &Props) -> Callback<InputEvent> {
    let (handles, on_text, single) = (props.handles.clone(), props.on_text.clone(), props.single);
    let on_paste = props.on_paste.clone();
    Callback::from(move |event: InputEvent| {
        // A pasted line end is taken out first; the field then reports once more.
        if !(single && line_only(&handles)) {
            on_text.emit(value_of(&event));
        }
        if is_paste(&event) {
            on_paste.emit(value_of(&event));
        }
    })
}

fn place(handles: &Handles, on_caret: &Callback<u32>, on_dismiss: &Callback<()>) {
    match selection(handles) {
        Some((start, end)) if start == end => on_caret.emit(start),
        Some(_) | None => on_dismiss.emit(()),
    }
}

fn placed(props: &Props) -> Callback<yew::PointerEvent> {
    let (handles, on_caret, on_dismiss) = (props.handles.clone(), props.on_caret.clone(), props.on_dismiss.clone());
    Callback::from(move |_| place(&handles, &on_caret, &on_dismiss))
}

/// Keys that move the caret and change nothing.
fn moved(props: &Props) -> Callback<KeyboardEvent> {
    let (handles, on_caret, on_dismiss) = (props.handles.clone(), props.on_caret.clone(), props.on_dismiss.clone());
    Callback::from(move |event: KeyboardEvent| {
        let key = event.key();
        if key.starts_with("Arrow") || matches!(key.as_str(), "Home" | "End" | "PageUp" | "PageDown") {
            place(&handles, &on_caret, &on_dismiss);
        }
    })
}

fn one_line(props: &Props) -> Callback<KeyboardEvent> {
    let single = props.single;
    Callback::from(move |event: KeyboardEvent| {
        if single && event.key() == "Enter" {
            event.prevent_default();
        }
    })
}

/// Escape closes the card, wherever in field or card the focus is. Enter makes its first fix where its words are selected in the field.
fn card_keys(props: &Props) -> Callback<KeyboardEvent> {
    let (on_close, on_fix, handles) = (props.on_close.clone(), props.on_fix.clone(), props.handles.clone());
    let open = props.card.is_some();
    let fix = props.card.iter().flat_map(|c| &c.notes).flat_map(|n| &n.fixes).next().map(|f| Rc::clone(&f.id));
    Callback::from(move |event: KeyboardEvent| {
        let key = event.key();
        if open && key == "Escape" {
            event.prevent_default();
            on_close.emit(());
        }
        let selected = || selection(&handles).is_some_and(|(start, end)| start < end) && has_focus(&handles.field);
        if let Some(fix) = fix.as_ref().filter(|_| key == "Enter" && selected()) {
            event.prevent_default();
            on_fix.emit(Rc::clone(fix));
        }
    })
}
