//! Sentence by sentence: what each does for the order. Must not know how that was found.

use super::icon::{Glyph, icon};
use crate::text::{RoleName, texts};
use crate::view_model::Pick;
use crate::view_model::verdict::SentenceView;
use yew::prelude::{Callback, Html, classes, html};

/// One button for each sentence, in order of the text; it selects the sentence there. Can be folded.
pub(crate) fn sentence_list(sentences: &[SentenceView], on_pick: &Callback<Pick>) -> Html {
    html! {
        <details class="panel fold" open={true}>
            <summary><h2>{ texts().sentences }</h2></summary>
            <ol class="plain sentences">
                { for sentences.iter().map(|s| {
                    let place = s.place;
                    html! {
                        <li>
                            <button type="button" class={classes!("sentence", class(s.role))} title={texts().sentence_select}
                                onclick={on_pick.reform(move |_| place)}>
                                { icon(glyph(s.role)) }
                                <span class="sentence-text">{ &s.text }</span>
                                <span class="sentence-role">{ (texts().role_of)(s.role) }</span>
                            </button>
                        </li>
                    }
                }) }
            </ol>
        </details>
    }
}

const fn glyph(role: RoleName) -> Glyph {
    match role {
        RoleName::Needed => Glyph::Check,
        RoleName::Spoils => Glyph::Wave,
        RoleName::Courtesy | RoleName::Quoted | RoleName::Silent => Glyph::Dot,
    }
}

const fn class(role: RoleName) -> &'static str {
    match role {
        RoleName::Needed => "is-needed",
        RoleName::Spoils => "is-spoils",
        RoleName::Courtesy | RoleName::Quoted | RoleName::Silent => "is-plain",
    }
}
