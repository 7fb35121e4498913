//! Copying plain text. Must not read the clipboard.

use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use yew::Callback;

/// Copies `text` and tells `done` when it is there; a browser that refuses tells nothing.
pub(crate) fn copy(text: &str, done: Callback<()>) {
    let Some(window) = web_sys::window() else { return };
    let navigator = window.navigator();
    // Pages without a secure origin have no clipboard.
    let has = js_sys::Reflect::get(&navigator, &JsValue::from_str("clipboard")).is_ok_and(|c| c.is_object());
    if !has {
        return;
    }
    let done = Closure::once_into_js(move |_: JsValue| done.emit(()));
    let ignored = Closure::once_into_js(|_: JsValue| ());
    let promise: JsValue = navigator.clipboard().write_text(text).into();
    let then = js_sys::Reflect::get(&promise, &JsValue::from_str("then")).ok();
    if let Some(then) = then.and_then(|t| wasm_bindgen::JsCast::dyn_into::<js_sys::Function>(t).ok()) {
        _ = then.call2(&promise, &done, &ignored);
    }
}
