//! The page `model`. Must hold no policy.

use crate::components::page_head;
use crate::text::model as text;
use yew::prelude::{Html, component, html};

/// The page.
#[component]
pub(crate) fn Model() -> Html {
    let t = text::texts();
    html! {
        <main class="page is-single" id="main">
            { page_head(t.title, t.lead) }
        </main>
    }
}
