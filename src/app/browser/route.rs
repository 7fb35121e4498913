//! The part of the address behind `#`, which names the page in front; the window's title; where pages are mounted. Must not know which pages there are.

use gloo_events::EventListener;
use web_sys::{Document, window};
use yew::{BaseComponent, Renderer};

/// What stands behind `#`, without it.
pub(crate) fn fragment() -> String {
    let hash = window().and_then(|w| w.location().hash().ok()).unwrap_or_default();
    hash.strip_prefix('#').unwrap_or(&hash).to_owned()
}

/// Tells of every change of the part behind `#` until it is dropped.
#[must_use]
pub(crate) fn on_fragment(changed: impl Fn() + 'static) -> Option<EventListener> {
    window().map(|w| EventListener::new(&w, "hashchange", move |_| changed()))
}

/// Goes to an address on this site.
pub(crate) fn go_to(href: &str) {
    if let Some(window) = window() {
        _ = window.location().set_hash(href);
    }
}

/// Names the window.
pub(crate) fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Scrolls to the top of the window.
pub(crate) fn scroll_to_top() {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Whether something on the page has the focus, as after a click on a link.
pub(crate) fn is_in_use() -> bool {
    document().is_some_and(|d| d.active_element().is_some_and(|e| d.body().is_none_or(|body| e != body.into())))
}

/// Mounts a component in the element with this id.
pub(crate) fn mount<C: BaseComponent<Properties = ()>>(id: &str) {
    if let Some(place) = document().and_then(|d| d.get_element_by_id(id)) {
        Renderer::<C>::with_root(place).render();
    }
}

fn document() -> Option<Document> {
    window()?.document()
}
