//! Unpacking by the browser, off the page's own thread. Must not know archives or what the bytes mean.

use js_sys::{Array, Function, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, ReadableStreamDefaultReader, ReadableWritablePair};

/// Unpacks deflated bytes that have this size once unpacked; `None` if they are broken, or of another size. Reading stops at the size, so
/// that a small archive cannot fill the memory.
pub(crate) async fn inflate(packed: &[u8], size: usize) -> Option<Vec<u8>> {
    let pair = unpacker()?;
    let blob = Blob::new_with_u8_array_sequence(&Array::of1(&Uint8Array::from(packed))).ok()?;
    let reader: ReadableStreamDefaultReader = blob.stream().pipe_through(&pair).get_reader().dyn_into().ok()?;
    let mut out = Vec::with_capacity(size);
    loop {
        let chunk = JsFuture::from(reader.read()).await.ok()?;
        if Reflect::get(&chunk, &JsValue::from_str("done")).ok()?.is_truthy() {
            return (out.len() == size).then_some(out);
        }
        let bytes: Uint8Array = Reflect::get(&chunk, &JsValue::from_str("value")).ok()?.dyn_into().ok()?;
        if out.len() + usize::try_from(bytes.length()).ok()? > size {
            // Whoever stops reading need not wait for the end.
            _ = reader.cancel();
            return None;
        }
        out.extend(bytes.to_vec());
    }
}

/// The two ends of the browser's unpacker, which web-sys does not name yet; `None` in browsers before 2023.
fn unpacker() -> Option<ReadableWritablePair> {
    let kind: Function =
        Reflect::get(&js_sys::global(), &JsValue::from_str("DecompressionStream")).ok()?.dyn_into().ok()?;
    let unpacker = Reflect::construct(&kind, &Array::of1(&JsValue::from_str("deflate-raw"))).ok()?;
    // It has what a pair of streams must have.
    Some(unpacker.unchecked_into())
}
