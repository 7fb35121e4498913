//! The places in the page's own HTML where the site's modules paint. Must not know what they paint.

use web_sys::{Element, window};
use yew::{BaseComponent, Html, Renderer, create_portal};

/// The head and the composer.
pub(crate) const SITE: &str = "site";
/// The pages beside the composer.
pub(crate) const PAGES: &str = "pages";
/// What stands under all of them.
pub(crate) const FOOT: &str = "foot";

/// Mounts a component.
pub(crate) fn mount<C: BaseComponent<Properties = ()>>(id: &str) {
    if let Some(place) = place(id) {
        Renderer::<C>::with_root(place).render();
    }
}

/// Paints something in another place; nothing where that is missing.
pub(crate) fn paint_in(id: &str, content: Html) -> Html {
    place(id).map(|place| create_portal(content, place)).unwrap_or_default()
}

/// Shows or hides a place.
pub(crate) fn set_hidden(id: &str, hidden: bool) {
    if let Some(place) = place(id) {
        // An attribute of its own page does not fail.
        _ = place.toggle_attribute_with_force("hidden", hidden);
    }
}

fn place(id: &str) -> Option<Element> {
    window()?.document()?.get_element_by_id(id)
}
