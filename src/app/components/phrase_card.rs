//! The card under a marked phrase. Must not know how the phrase was found.

use super::icon::{Glyph, icon};
use super::mute::mute_buttons;
use super::note::note_block;
use crate::browser::{Handles, place_under};
use crate::muted::Mute;
use crate::text::texts;
use crate::view_model::findings::CardView;
use std::rc::Rc;
use yew::prelude::{Callback, Html, NodeRef, Properties, component, html, use_effect_with, use_node_ref};

#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    /// What it tells.
    pub(crate) card: CardView,
    /// What it is placed against.
    pub(crate) frame: NodeRef,
    /// The field with the phrase.
    pub(crate) handles: Handles,
    /// A fix was asked for.
    pub(crate) on_fix: Callback<Rc<str>>,
    /// A finding is not to be told.
    pub(crate) on_mute: Callback<Mute>,
    /// It should go.
    pub(crate) on_close: Callback<()>,
}

/// A card that takes no focus by itself; the next Tab leads into it.
#[component]
pub(crate) fn PhraseCard(props: &Props) -> Html {
    let card = use_node_ref();
    {
        let (card, frame, handles) = (card.clone(), props.frame.clone(), props.handles.clone());
        use_effect_with(props.card.clone(), move |view| {
            place_under(&card, &frame, &handles, view.anchor.start, view.anchor.end);
        });
    }
    html! {
        <div ref={card} class="phrase-card" role="group" aria-label={texts().phrase}>
            { for props.card.notes.iter().map(|note| html! {
                <>{ note_block(note, &props.on_fix, None) }{ mute_buttons(note, &props.on_mute) }</>
            }) }
            <button type="button" class="button is-icon phrase-close" aria-label={texts().close} onclick={props.on_close.reform(|_| ())}>
                { icon(Glyph::Cross) }
            </button>
        </div>
    }
}
