//! What the site's two modules leave for each other while it is open, and the loading of the second. Must not know what it means.

use super::json::{from_js, to_js};
use super::packs::reason;
use crate::value::Value;
use js_sys::Uint8Array;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(raw_module = "./between.js")]
extern "C" {
    #[wasm_bindgen(js_name = keep)]
    fn keep_js(slot: &str, value: &JsValue);
    #[wasm_bindgen(js_name = kept)]
    fn kept_js(slot: &str) -> JsValue;
    #[wasm_bindgen(catch, js_name = languageFile)]
    async fn file_js(address: &str) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_name = openPages)]
    async fn open_js() -> Result<JsValue, JsValue>;
}

/// Something that one module leaves for the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Slot {
    /// The message in the composer.
    Composed,
    /// A message on its way to the composer.
    Handed,
    /// Whether the visit has left the page that it began with.
    Moved,
    /// Of the log what the browser's storage does not hold.
    Log,
}

impl Slot {
    const fn name(self) -> &'static str {
        match self {
            Self::Composed => "composed",
            Self::Handed => "handed",
            Self::Moved => "moved",
            Self::Log => "log",
        }
    }
}

/// Leaves a value.
pub(crate) fn keep(slot: Slot, value: &Value) {
    keep_js(slot.name(), &to_js(value));
}

/// What was left last.
pub(crate) fn kept(slot: Slot) -> Option<Value> {
    Some(from_js(&kept_js(slot.name()))).filter(|value| *value != Value::Null)
}

/// The bytes of a language's file, or why they could not be had. Both modules read it and it is fetched once.
pub(crate) async fn fetch_pack(lang: &str) -> Result<Vec<u8>, String> {
    let address = format!("packs/{lang}.bin");
    match file_js(&address).await {
        Ok(bytes) => Ok(Uint8Array::new(&bytes).to_vec()),
        Err(error) => Err(format!("{address}: {}", reason(&error))),
    }
}

/// Loads the module of the pages beside the composer, once; says why if it cannot be had.
pub(crate) async fn open_pages() -> Result<(), String> {
    match open_js().await {
        Ok(_) => Ok(()),
        Err(error) => Err(reason(&error)),
    }
}
