//! Files that were chosen, dropped or pasted: their names and bytes; saving a text as a file; printing. Must not know what is in them.

use gloo_events::{EventListener, EventListenerOptions};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, ClipboardEvent, DataTransfer, DragEvent, Event, File, FileList, HtmlAnchorElement,
    HtmlElement, HtmlInputElement, Url, window,
};

/// A file the seller gave to the page.
#[derive(Debug, Clone)]
pub(crate) struct Given(File);

impl Given {
    /// Its name.
    pub(crate) fn name(&self) -> String {
        self.0.name()
    }

    /// How many bytes it has.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "sizes are whole and not negative")]
    pub(crate) fn size(&self) -> usize {
        self.0.size() as usize
    }

    /// Its bytes; `None` for a folder, or a file that is gone.
    pub(crate) async fn bytes(&self) -> Option<Vec<u8>> {
        let buffer = JsFuture::from(self.0.array_buffer()).await.ok()?;
        Some(Uint8Array::new(&buffer).to_vec())
    }

    /// Its text; `None` if it cannot be read.
    pub(crate) async fn text(&self) -> Option<String> {
        JsFuture::from(self.0.text()).await.ok()?.as_string()
    }
}

fn given(files: Option<FileList>) -> Vec<Given> {
    let Some(files) = files else { return Vec::new() };
    (0..files.length()).filter_map(|i| files.get(i)).map(Given).collect()
}

/// The files that a file button holds. The button is emptied, so that the same file can be chosen again.
pub(crate) fn chosen(event: &Event) -> Vec<Given> {
    let Some(input) = event.target().and_then(|t| t.dyn_into::<HtmlInputElement>().ok()) else { return Vec::new() };
    let files = given(input.files());
    input.set_value("");
    files
}

/// The files that were dropped; the browser does not open them.
pub(crate) fn dropped(event: &DragEvent) -> Vec<Given> {
    event.prevent_default();
    given(event.data_transfer().and_then(|data| data.files()))
}

/// Tells of every paste on the page until it is dropped.
#[must_use]
pub(crate) fn on_paste(pasted: impl Fn(&Event) + 'static) -> Option<EventListener> {
    let document = window()?.document()?;
    let options = EventListenerOptions::enable_prevent_default();
    Some(EventListener::new_with_options(&document, "paste", options, move |event| pasted(event)))
}

/// What was pasted: files, or else text; nothing where it goes into a field.
pub(crate) fn pasted(event: &Event) -> Option<(Vec<Given>, String)> {
    let event: &ClipboardEvent = event.dyn_ref()?;
    let target = event.target()?.dyn_into::<web_sys::Element>().ok()?;
    if matches!(target.tag_name().as_str(), "TEXTAREA" | "SELECT") {
        return None;
    }
    if target.dyn_ref::<HtmlInputElement>().is_some_and(|input| input.type_() != "file") {
        return None;
    }
    let data: DataTransfer = event.clipboard_data()?;
    event.prevent_default();
    Some((given(data.files()), data.get_data("text/plain").unwrap_or_default()))
}

/// Offers a text as a file to keep.
pub(crate) fn save(name: &str, kind: &str, text: &str) {
    _ = offer(name, kind, text);
}

fn offer(name: &str, kind: &str, text: &str) -> Option<()> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options).ok()?;
    let url = Url::create_object_url_with_blob(&blob).ok()?;
    let document = window()?.document()?;
    let link: HtmlAnchorElement = document.create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // The download has its own hold on the bytes once it was asked for, but not at once in every browser.
    gloo_timers::callback::Timeout::new(10_000, move || _ = Url::revoke_object_url(&url)).forget();
    Some(())
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
