//! Time, chance and sums: what the pure parts of the page cannot have by themselves. Must not know what they are for.

use crate::log::{Clock, Stamp};
use js_sys::{Date, Math, Uint8Array};
use std::fmt::Write;
use wasm_bindgen_futures::JsFuture;
use web_sys::window;

/// The present in the seller's time.
#[expect(clippy::cast_possible_truncation, reason = "times are whole milliseconds")]
pub(crate) fn clock() -> Clock {
    let now = Date::new_0();
    Clock { now: now.get_time() as i64, offset: now.get_timezone_offset() as i64 * -60_000 }
}

/// A new id and the present.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "chance, and any of it will do")]
pub(crate) fn stamp() -> Stamp {
    let time = clock().now;
    let chance = (Math::random() * 4_294_967_296.0) as u32;
    Stamp { id: format!("{time:x}-{chance:08x}").into(), time }
}

/// SHA-256 of a text in hexadecimal; none where the browser gives no sums, as without a secure address.
pub(crate) async fn sha256(text: &str) -> Option<String> {
    let crypto = window()?.crypto().ok()?;
    let has = js_sys::Reflect::get(&crypto, &"subtle".into()).is_ok_and(|s| s.is_object());
    if !has {
        return None;
    }
    let bytes = Uint8Array::from(text.as_bytes());
    let promise = crypto.subtle().digest_with_str_and_buffer_source("SHA-256", &bytes).ok()?;
    let sum = Uint8Array::new(&JsFuture::from(promise).await.ok()?).to_vec();
    let mut hex = String::new();
    for byte in sum {
        write!(hex, "{byte:02x}").ok()?;
    }
    Some(hex)
}
