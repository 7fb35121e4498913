//! How time passes, for work in slices, and pastes that reach the page. Must not know what the work is.

use gloo_events::{EventListener, EventListenerOptions};
use web_sys::{Event, window};

/// Milliseconds since some time.
pub(crate) fn now() -> f64 {
    js_sys::Date::now()
}

/// Tells of every paste on the page until it is dropped.
#[must_use]
pub(crate) fn on_paste(pasted: impl Fn(&Event) + 'static) -> Option<EventListener> {
    let document = window()?.document()?;
    let options = EventListenerOptions::enable_prevent_default();
    Some(EventListener::new_with_options(&document, "paste", options, move |event| pasted(event)))
}
