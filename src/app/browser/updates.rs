//! News of a new version of the site, which `www/boot.js` hears of. Must not know how it is shown.

use gloo_events::EventListener;
use web_sys::{Event, window};

/// What the script says when a new version is ready.
const READY: &str = "compose-update";
/// What the page says when it may take over.
const TAKE: &str = "compose-update-take";

/// Tells when a new version is ready, until it is dropped.
#[must_use]
pub(crate) fn on_update(ready: impl Fn() + 'static) -> Option<EventListener> {
    window().map(|w| EventListener::new(&w, READY, move |_| ready()))
}

/// Lets the new version take over; the page is loaded anew.
pub(crate) fn take_update() {
    if let (Some(window), Ok(event)) = (window(), Event::new(TAKE)) {
        // Nothing listens where nothing is ready.
        _ = window.dispatch_event(&event);
    }
}
