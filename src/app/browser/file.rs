//! Files that the seller chooses or saves, and printing. Must not know what is in them; nothing leaves the browser.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, Event, File, HtmlElement, HtmlInputElement, Url, window};

/// A file that the seller chose.
#[derive(Debug, Clone)]
pub(crate) struct Chosen {
    /// Its name.
    pub(crate) name: String,
    file: File,
}

impl Chosen {
    /// Its text; none if it cannot be read.
    pub(crate) async fn text(&self) -> Option<String> {
        JsFuture::from(self.file.text()).await.ok()?.as_string()
    }
}

/// The file chosen in the control that an event came from; the control is emptied, so that the same file can be chosen again.
pub(crate) fn chosen_file(event: &Event) -> Option<Chosen> {
    let input: HtmlInputElement = event.target()?.dyn_into().ok()?;
    let file = input.files()?.get(0)?;
    input.set_value("");
    Some(Chosen { name: file.name(), file })
}

/// Hands the seller a text as a file.
pub(crate) fn save_file(name: &str, text: &str) {
    _ = try_save(name, text);
}

fn try_save(name: &str, text: &str) -> Result<(), JsValue> {
    let document = window().and_then(|w| w.document()).ok_or(JsValue::NULL)?;
    let options = BlobPropertyBag::new();
    options.set_type("application/json");
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&JsValue::from_str(text)), &options)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlElement = document.create_element("a")?.dyn_into()?;
    link.set_attribute("href", &address)?;
    link.set_attribute("download", name)?;
    link.click();
    Url::revoke_object_url(&address)
}

/// Opens the browser's printing.
pub(crate) fn print_page() {
    if let Some(window) = window() {
        // A browser that does not print says so itself.
        _ = window.print();
    }
}

/// Clicks the element with this id, as the seller would.
pub(crate) fn click_id(id: &str) {
    let found = window().and_then(|w| w.document()).and_then(|d| d.get_element_by_id(id));
    if let Some(element) = found.and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
        element.click();
    }
}
