//! The list of findings. Must not know how they were found.

use super::note::note_block;
use crate::text::compose::texts as words;
use crate::text::{count, texts};
use crate::view_model::Pick;
use crate::view_model::findings::NoteView;
use std::rc::Rc;
use yew::prelude::{Callback, Html, Properties, component, html};

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
}

/// The list under its heading, or one line that says there is nothing.
#[component]
pub(crate) fn FindingList(props: &Props) -> Html {
    let t = texts();
    html! {
        <section class="panel findings" aria-labelledby="findings-title">
            <h2 id="findings-title">
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
                        <li key={&*note.id}>{ note_block(note, &props.on_fix, Some(&props.on_pick)) }</li>
                    }) }
                </ul>
                <p class="muted small finding-keys">{ words().finding_keys }</p>
                if props.number > props.notes.len() {
                    <p class="muted">{ count(props.number - props.notes.len(), t.findings_more.0, t.findings_more.1) }</p>
                }
            }
        </section>
    }
}
