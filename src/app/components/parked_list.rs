//! Drafts that were set aside. Must not know why.

use super::icon::{Glyph, icon};
use crate::state::Parked;
use crate::text::texts;
use crate::view_model::excerpt;
use yew::prelude::{Callback, Html, html};

/// What can be done with a parked draft, by its id.
pub(crate) struct ParkedActions {
    /// It should go into the composer.
    pub(crate) open: Callback<u32>,
    /// It should be copied.
    pub(crate) copy: Callback<u32>,
    /// It should be thrown away.
    pub(crate) discard: Callback<u32>,
}

/// The list, the newest first; nothing at all while it is empty. `copied` is the one whose text was just copied.
pub(crate) fn parked_list(parked: &[Parked], copied: Option<u32>, actions: &ParkedActions) -> Html {
    let t = texts();
    if parked.is_empty() {
        return html! {};
    }
    html! {
        <section class="panel parked" aria-labelledby="parked-title">
            <h2 id="parked-title">{ t.parked }</h2>
            <p class="muted">{ t.parked_hint }</p>
            <ul class="plain">{ for parked.iter().map(|p| entry(p, copied == Some(p.id), actions)) }</ul>
        </section>
    }
}

fn entry(parked: &Parked, copied: bool, actions: &ParkedActions) -> Html {
    let (t, id) = (texts(), parked.id);
    html! {
        <li key={id} class="parked-entry">
            <p class="parked-text">
                if !parked.draft.subject.is_empty() {
                    <strong>{ excerpt(&parked.draft.subject, 80) }</strong>
                }
                { excerpt(&parked.draft.body, 240) }
            </p>
            <div class="buttons">
                <button type="button" class="button" onclick={actions.open.reform(move |_| id)}>{ t.open }</button>
                <button type="button" class="button" onclick={actions.copy.reform(move |_| id)}>
                    { icon(if copied { Glyph::Check } else { Glyph::Copy }) }{ if copied { t.copied } else { t.copy } }
                </button>
                <button type="button" class="button is-quiet" onclick={actions.discard.reform(move |_| id)}>
                    { icon(Glyph::Bin) }{ t.discard }
                </button>
            </div>
        </li>
    }
}
