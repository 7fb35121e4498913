//! The page in front, by the window's address. Must not know what the pages show.

use crate::browser::{focus_id, fragment, is_in_use, on_fragment, scroll_to_top};
use crate::route::Route;
use yew::prelude::{hook, use_effect_with, use_state_eq};

/// Id of the heading that takes the focus when its page comes to the front.
pub(crate) const HEADING: &str = "page-title";

/// The page in front.
#[hook]
pub(crate) fn use_route() -> Route {
    let route = use_state_eq(|| Route::parse(&fragment()).unwrap_or_default());
    {
        let route = route.clone();
        use_effect_with((), move |()| {
            let listener = on_fragment(move || {
                if let Some(next) = Route::parse(&fragment()) {
                    route.set(next);
                }
            });
            move || drop(listener)
        });
    }
    (*route).clone()
}

/// On a new page the focus goes to its heading, so that a screen reader begins there; not on a page that the visit began with.
#[hook]
pub(crate) fn use_arrival(route: &Route) {
    use_effect_with(route.clone(), |_| {
        if is_in_use() {
            scroll_to_top();
            focus_id(HEADING);
        }
    });
}
