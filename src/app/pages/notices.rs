//! The page `notices`. Must hold no policy.

use crate::components::page_head;
use crate::text::notices as text;
use yew::prelude::{Html, component, html};

/// The page.
#[component]
pub(crate) fn Notices() -> Html {
    let t = text::texts();
    html! {
        <main class="page is-single" id="main">
            { page_head(t.title, t.lead) }
        </main>
    }
}
