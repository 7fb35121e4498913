//! The colour theme: an attribute of the document, kept in this browser where it may be kept. Must not know colours.

use web_sys::Element;

const KEY: &str = "compose-theme";
const ATTRIBUTE: &str = "data-theme";

/// The theme chosen earlier; none for the system's.
pub(crate) fn load_theme() -> Option<String> {
    root()?.get_attribute(ATTRIBUTE)
}

/// Sets the theme, `None` for the system's, and keeps it for the next visit.
pub(crate) fn set_theme(theme: Option<&str>) {
    let storage = web_sys::window().and_then(|w| w.local_storage().ok().flatten());
    if let Some(root) = root() {
        _ = match theme {
            Some(name) => root.set_attribute(ATTRIBUTE, name),
            None => root.remove_attribute(ATTRIBUTE),
        };
    }
    // Private windows may refuse to store anything; the theme then lasts as long as the page.
    if let Some(storage) = storage {
        _ = match theme {
            Some(name) => storage.set_item(KEY, name),
            None => storage.remove_item(KEY),
        };
    }
}

fn root() -> Option<Element> {
    web_sys::window()?.document()?.document_element()
}
