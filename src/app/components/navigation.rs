//! Links to the pages. Must not know what they show.

use crate::route::Route;
use crate::text::texts;
use yew::prelude::{Html, html};

/// The navigation, with the page in front marked.
pub(crate) fn navigation(front: &Route) -> Html {
    let t = texts();
    let link = |route: &Route| {
        let current = route.is_page(front).then_some("page");
        html! { <li><a href={route.href()} aria-current={current}>{ (t.page_of)(route) }</a></li> }
    };
    html! {
        <nav class="navigation" aria-label={t.navigation}>
            <ul class="plain">{ for Route::ALL.iter().map(link) }</ul>
        </nav>
    }
}
