//! The part of the address behind `#`, which names the page in front; the window's title. Must not know which pages there are.

use gloo_events::EventListener;
use web_sys::window;

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
    if let Some(document) = window().and_then(|w| w.document()) {
        document.set_title(title);
    }
}

/// Scrolls to the top of the window.
pub(crate) fn scroll_to_top() {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}
