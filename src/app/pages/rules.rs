//! The page of all rules. Must hold no policy.

use crate::components::page_head;
use crate::text::rules as text;
use std::rc::Rc;
use yew::prelude::{Html, Properties, component, html};

#[derive(Debug, Properties, PartialEq)]
pub(crate) struct Props {
    /// The rule to show, by id.
    pub(crate) id: Option<Rc<str>>,
}

/// The page.
#[component]
pub(crate) fn Rules(props: &Props) -> Html {
    let t = text::texts();
    html! {
        <main class="page is-single" id="main">
            { page_head(t.title, t.lead) }
            <p>{ props.id.as_deref().unwrap_or_default() }</p>
        </main>
    }
}
