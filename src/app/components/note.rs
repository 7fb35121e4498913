//! One finding or piece of evidence: what, why, what to do, policy rows, fixes. Must not know where it is listed.

use super::icon::{Glyph, icon};
use super::row_chip::RowChip;
use crate::text::texts;
use crate::view_model::Pick;
use crate::view_model::findings::{FixView, NoteView};
use crate::view_model::marks::MarkKind;
use compose_engine::Severity;
use std::rc::Rc;
use yew::prelude::{Callback, Html, classes, html};

/// The note as a block. With `on_pick` its words are a button that selects them in the text.
pub(super) fn note_block(note: &NoteView, on_fix: &Callback<Rc<str>>, on_pick: Option<&Callback<Pick>>) -> Html {
    html! {
        <div class={classes!("note", kind_class(note.kind))}>
            <span class="note-sign">{ icon(glyph(note)) }</span>
            <div class="note-body">
                <p class="note-what">
                    { &note.what }
                    if let Some(severity) = note.severity {
                        <span class="note-severity">{ (texts().severity_of)(severity) }</span>
                    }
                </p>
                { quote(note, on_pick) }
                if !note.why.is_empty() {
                    <p class="note-why">{ &note.why }</p>
                }
                if !note.action.is_empty() {
                    <p class="note-do">{ icon(Glyph::Back) }{ &note.action }</p>
                }
                <div class="note-foot">
                    { for note.fixes.iter().map(|fix| fix_button(fix, on_fix)) }
                    <span class="chips">{ for note.rows.iter().map(|id| html! { <RowChip key={&**id} id={Rc::clone(id)} /> }) }</span>
                </div>
            </div>
        </div>
    }
}

/// The button that applies a fix.
pub(super) fn fix_button(fix: &FixView, on_fix: &Callback<Rc<str>>) -> Html {
    let onclick = {
        let (on_fix, id) = (on_fix.clone(), Rc::clone(&fix.id));
        Callback::from(move |_| on_fix.emit(Rc::clone(&id)))
    };
    html! {
        <button key={&*fix.id} type="button" class="button is-fix" data-fix={fix.id.to_string()} {onclick}>
            { icon(if fix.id.starts_with("split") { Glyph::Split } else { Glyph::Mend }) }
            { &fix.title }
            if fix.check {
                <span class="visually-hidden">{ format!(", {}", texts().needs_check) }</span>
            }
        </button>
    }
}

fn quote(note: &NoteView, on_pick: Option<&Callback<Pick>>) -> Html {
    if note.quote.is_empty() {
        return html! {};
    }
    let words = html! { <q>{ &note.quote }</q> };
    let Some((place, on_pick)) = note.place.zip(on_pick.cloned()) else {
        return html! { <p class="note-quote">{ words }</p> };
    };
    html! {
        <button type="button" class="note-quote is-link" title={texts().finding_select}
            onclick={Callback::from(move |_| on_pick.emit(place))}>{ words }</button>
    }
}

fn glyph(note: &NoteView) -> Glyph {
    match (note.severity, note.kind) {
        (Some(Severity::High), _) => Glyph::Stop,
        (Some(Severity::Medium), _) => Glyph::Alert,
        (Some(Severity::Low | Severity::Hint | Severity::Info), _) => Glyph::Info,
        (None, MarkKind::Needed) => Glyph::Check,
        (None, MarkKind::Spoils | MarkKind::Breach | MarkKind::Style) => Glyph::Wave,
    }
}

const fn kind_class(kind: MarkKind) -> &'static str {
    match kind {
        MarkKind::Needed => "is-needed",
        MarkKind::Spoils => "is-spoils",
        MarkKind::Breach => "is-breach",
        MarkKind::Style => "is-style",
    }
}
