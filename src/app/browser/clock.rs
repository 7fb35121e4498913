//! How time passes, for work in slices, and pastes that reach the page. Must not know what the work is.

use gloo_events::{EventListener, EventListenerOptions};
use web_sys::{Event, window};

/// Milliseconds since the page began to load.
pub(crate) fn now() -> f64 {
    window().and_then(|w| w.performance()).map_or(0.0, |p| p.now())
}

/// Tells of every paste on the page until it is dropped.
#[must_use]
pub(crate) fn on_paste(pasted: impl Fn(&Event) + 'static) -> Option<EventListener> {
    let document = window()?.document()?;
    let options = EventListenerOptions::enable_prevent_default();
    Some(EventListener::new_with_options(&document, "paste", options, move |event| pasted(event)))
}
