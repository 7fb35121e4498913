//! Warnings of a message of the log, each with its policy rows. Must not decide what is warned of.

use super::icon::{Glyph, icon};
use super::row_chip::RowChip;
use crate::log::Warning;
use crate::view_model::standing as view;
use std::rc::Rc;
use yew::prelude::{Html, html};

/// The list; nothing where there is nothing to warn of.
pub(crate) fn log_warnings(found: &[Warning]) -> Html {
    let views = view::warnings(found);
    if views.is_empty() {
        return Html::default();
    }
    html! {
        <ul class="plain log-warnings">
            { for views.iter().map(|w| html! {
                <li>
                    { icon(Glyph::Alert) }
                    <span>{ &w.text }{ for w.rows.iter().map(|id| html! { <>{ " " }<RowChip key={id.to_string()} id={Rc::clone(id)} /></> }) }</span>
                </li>
            }) }
        </ul>
    }
}
