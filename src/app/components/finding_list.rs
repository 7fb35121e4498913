//! The list of findings. Must not know how they were found.

use super::mute::{hidden_list, mute_buttons};
use super::note::note_block;
use crate::browser::focus_id;
use crate::muted::Mute;
use crate::text::compose::texts as words;
use crate::text::{count, texts};
use crate::view_model::Pick;
use crate::view_model::findings::{HiddenView, NoteView};
use std::rc::Rc;
use yew::prelude::{Callback, Html, Properties, component, html};

/// Id of the heading.
const HEADING: &str = "findings-title";

#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    /// The gravest first.
    pub(crate) notes: Vec<NoteView>,
    /// How many there are in all.
    pub(crate) number: usize,
    /// A fix was asked for.
    pub(crate) on_fix: Callback<Rc<str>>,
    /// Words should be selected.
    pub(crate) on_pick: Callback<Pick>,
    /// Rules that are not told.
    pub(crate) hidden: Vec<HiddenView>,
    /// Whether the last wish not to be told can be taken back.
    pub(crate) can_undo: bool,
    /// A finding is not to be told, or is to be told again.
    pub(crate) on_mute: Callback<Mute>,
}

/// The list under its heading, or one line that says there is nothing.
#[component]
pub(crate) fn FindingList(props: &Props) -> Html {
    let t = texts();
    let on_mute = {
        let on_mute = props.on_mute.clone();
        Callback::from(move |mute| {
            on_mute.emit(mute);
            // What was clicked is gone; the heading is next to where it was.
            focus_id(HEADING);
        })
    };
    html! {
        <section class="panel findings" aria-labelledby={HEADING}>
            <h2 id={HEADING} tabindex="-1">
                { t.findings }
                if !props.notes.is_empty() {
                    <span class="badge" aria-hidden="true">{ props.number }</span>
                    <span class="visually-hidden">{ format!(": {}", count(props.number, t.findings_count.0, t.findings_count.1)) }</span>
                }
            </h2>
            if props.notes.is_empty() {
                <p class="muted">{ t.findings_none }</p>
            } else {
                <ul class="plain">
                    { for props.notes.iter().map(|note| html! {
                        <li key={&*note.id}>{ note_block(note, &props.on_fix, Some(&props.on_pick)) }{ mute_buttons(note, &on_mute) }</li>
                    }) }
                </ul>
                <p class="muted small finding-keys">{ words().finding_keys }</p>
                if props.number > props.notes.len() {
                    <p class="muted">{ count(props.number - props.notes.len(), t.findings_more.0, t.findings_more.1) }</p>
                }
            }
            { hidden_list(&props.hidden, props.can_undo, &on_mute) }
        </section>
    }
}
