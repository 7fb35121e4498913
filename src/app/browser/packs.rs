//! Fetches a file from the page's own folder, and says when the page is ready. Must not know what is in it.

use js_sys::{Error, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Response, window};

/// The bytes of a file beside the page, or why they could not be had.
pub(crate) async fn fetch_file(address: &str) -> Result<Vec<u8>, String> {
    fetch(address).await.map_err(|error| format!("{address}: {}", reason(&error)))
}

/// What an error says.
pub(super) fn reason(error: &JsValue) -> String {
    match error.dyn_ref::<Error>() {
        Some(error) => String::from(error.message()),
        None => error.as_string().unwrap_or_default(),
    }
}

async fn fetch(address: &str) -> Result<Vec<u8>, JsValue> {
    let window = window().ok_or(JsValue::NULL)?;
    let response: Response = JsFuture::from(window.fetch_with_str(address)).await?.dyn_into()?;
    if !response.ok() {
        return Err(format!("{} {}", response.status(), response.status_text()).into());
    }
    let bytes = JsFuture::from(response.array_buffer()?).await?;
    Ok(Uint8Array::new(&bytes).to_vec())
}

/// Marks the page as ready to judge.
pub(crate) fn mark_ready() {
    let root = window().and_then(|w| w.document()).and_then(|d| d.document_element());
    if let Some(root) = root {
        // Only tests and benches look at it; a page that cannot be marked works all the same.
        let _ = root.set_attribute("data-ready", "");
    }
}
