//! The one place where bytes become UTF-16: what JavaScript sends is read, what it gets is written. Knows no rules.

use compose_engine::review::{Edit, Review};
use compose_engine::{
    Buyer, Channel, Context, Decoded, Draft, Edition, Field, Program, Span, Thread, UnknownName, Utf16Map,
};
use serde::Serialize;
use std::collections::BTreeMap;
use std::str::FromStr;
use wasm_bindgen::{JsCast, JsValue};

/// An `Error` with a stable `code`.
pub(crate) fn error(code: &str, message: &str) -> JsValue {
    let error = js_sys::Error::new(message);
    let set = js_sys::Reflect::set(&error, &JsValue::from_str("code"), &JsValue::from_str(code));
    debug_assert!(set.is_ok(), "a new object takes properties");
    error.unchecked_into()
}

/// Reads `{subject?, body?}`. A lone surrogate becomes U+FFFD, which is one UTF-16 unit too, so that no offset moves.
pub(crate) fn draft(value: JsValue) -> Result<Draft, JsValue> {
    serde_wasm_bindgen::from_value(value).map_err(|e| error("invalid-draft", &format!("draft: {e}")))
}

/// Reads a context; `undefined` and `null` stand for an empty one.
pub(crate) fn context(value: JsValue) -> Result<Context, JsValue> {
    if value.is_undefined() || value.is_null() {
        return Ok(Context::default());
    }
    let fault = |message: String| error("invalid-context", &format!("context: {message}"));
    // By hand: a struct would be filled from the names it knows and never see one that is misspelled.
    let mut given: BTreeMap<String, Option<String>> =
        serde_wasm_bindgen::from_value(value).map_err(|e| fault(e.to_string()))?;
    let mut take = |name: &str| given.remove(name).flatten();
    let base = Context::default();
    let context = Context {
        edition: named::<Edition>(take("edition")).map_err(fault)?.unwrap_or(base.edition),
        buyer: named::<Buyer>(take("buyer")).map_err(fault)?.unwrap_or(base.buyer),
        channel: named::<Channel>(take("channel")).map_err(fault)?.unwrap_or(base.channel),
        thread: named::<Thread>(take("thread")).map_err(fault)?,
        program: named::<Program>(take("program")).map_err(fault)?,
        contact_reason: take("contactReason"),
        marketplace: take("marketplace"),
        lang: take("lang"),
        ui_lang: take("uiLang"),
        order_id: take("orderId"),
    };
    match given.keys().next() {
        Some(name) => Err(fault(format!("unknown field `{name}`"))),
        None => Ok(context),
    }
}

fn named<T: FromStr<Err = UnknownName>>(name: Option<String>) -> Result<Option<T>, String> {
    name.map(|n| n.parse()).transpose().map_err(|e: UnknownName| e.to_string())
}

/// Anything as a plain object, as JSON would have it.
pub(crate) fn plain(value: &impl Serialize) -> Result<JsValue, JsValue> {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    value.serialize(&serializer).map_err(|e| error("internal", &e.to_string()))
}

/// The review as a plain object.
pub(crate) fn review(review: Review, draft: &Draft) -> Result<JsValue, JsValue> {
    plain(&in_utf16(review, draft))
}

/// The review as JSON.
pub(crate) fn json(review: Review, draft: &Draft) -> Result<String, JsValue> {
    serde_json::to_string(&in_utf16(review, draft)).map_err(|e| error("internal", &e.to_string()))
}

/// The review with every offset in UTF-16 units.
pub(crate) fn in_utf16(mut review: Review, draft: &Draft) -> Review {
    let (subject, body) = (Utf16Map::new(&draft.subject), Utf16Map::new(&draft.body));
    let convert = |field: Field, span: &mut Span| {
        let map = match field {
            Field::Subject => &subject,
            Field::Body => &body,
        };
        let units = map.span(*span);
        *span = Span { start: units.start, end: units.end };
    };
    review.sentences.iter_mut().for_each(|s| convert(s.field, &mut s.span));
    review.evidence.iter_mut().for_each(|e| convert(e.field, &mut e.span));
    review.findings.iter_mut().filter_map(|f| f.place.as_mut()).for_each(|p| convert(p.field, &mut p.span));
    review.marker.span.iter_mut().for_each(|s| convert(Field::Subject, s));
    let edits = review.fixes.iter_mut().flat_map(|f| &mut f.edits);
    edits.for_each(|e: &mut Edit| convert(e.field, &mut e.span));
    review
}

/// What a notice was read as, as a plain object with offsets in UTF-16 units.
pub(crate) fn decoded(mut decoded: Decoded, text: &str) -> Result<JsValue, JsValue> {
    let map = Utf16Map::new(text);
    let order = decoded.order_id.iter_mut().map(|o| &mut o.span);
    let spans = order.chain(&mut decoded.evidence).chain(decoded.causes.iter_mut().map(|c| &mut c.span));
    for span in spans {
        let units = map.span(*span);
        *span = Span { start: units.start, end: units.end };
    }
    plain(&decoded)
}
