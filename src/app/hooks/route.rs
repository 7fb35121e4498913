//! The page in front, by the window's address. Must not know what the pages show.

use crate::browser::{Slot, focus_id, fragment, keep, kept, on_fragment, scroll_to_top};
use crate::route::Route;
use crate::value::Value;
use yew::prelude::{hook, use_effect_with, use_mut_ref, use_state_eq};

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

/// Notes when the visit leaves the page that it began with.
#[hook]
pub(crate) fn use_departure(route: &Route) {
    let first = use_mut_ref(|| true);
    use_effect_with(route.clone(), move |_| {
        let stays = first.try_borrow_mut().is_ok_and(|mut first| std::mem::replace(&mut *first, false));
        if !stays {
            keep(Slot::Moved, &Value::Bool(true));
        }
    });
}

/// On a new page the focus goes to its heading, so that a screen reader begins there; not on the page that the visit began with.
#[hook]
pub(crate) fn use_arrival(route: &Route) {
    use_effect_with(route.clone(), |_| {
        if kept(Slot::Moved).is_some() {
            scroll_to_top();
            focus_id(HEADING);
        }
    });
}
