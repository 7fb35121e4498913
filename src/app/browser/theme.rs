//! The colour theme, an attribute of the document, and small wishes kept in this browser where they may be kept. Must not know colours.

use web_sys::{Element, Storage};

const KEY: &str = "compose-theme";
const ATTRIBUTE: &str = "data-theme";

/// The theme chosen earlier; none for the system's.
pub(crate) fn load_theme() -> Option<String> {
    root()?.get_attribute(ATTRIBUTE)
}

/// Sets the theme, `None` for the system's, and keeps it for the next visit.
pub(crate) fn set_theme(theme: Option<&str>) {
    if let Some(root) = root() {
        _ = match theme {
            Some(name) => root.set_attribute(ATTRIBUTE, name),
            None => root.remove_attribute(ATTRIBUTE),
        };
    }
    save_setting(KEY, theme);
}

/// A small wish kept for the next visit; none where nothing is kept.
pub(crate) fn load_setting(key: &str) -> Option<String> {
    storage()?.get_item(key).ok().flatten()
}

/// Keeps a small wish for the next visit, or forgets it. Private windows may refuse; it then lasts as long as the page.
pub(crate) fn save_setting(key: &str, value: Option<&str>) {
    if let Some(storage) = storage() {
        _ = match value {
            Some(value) => storage.set_item(key, value),
            None => storage.remove_item(key),
        };
    }
}

fn storage() -> Option<Storage> {
    web_sys::window().and_then(|w| w.local_storage().ok().flatten())
}

fn root() -> Option<Element> {
    web_sys::window()?.document()?.document_element()
}
