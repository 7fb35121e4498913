//! The head of a page beside the composer: its title, which takes the focus when the page comes to the front, and what it is for.

use crate::hooks::HEADING;
use yew::prelude::{Html, html};

/// The head.
pub(crate) fn page_head(title: &'static str, lead: &'static str) -> Html {
    html! {
        <div class="page-head">
            <h2 id={HEADING} tabindex="-1">{ title }</h2>
            <p class="muted">{ lead }</p>
        </div>
    }
}
