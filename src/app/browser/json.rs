//! Plain values to and from JavaScript's and JSON. Must not know what they stand for.

use crate::value::Value;
use js_sys::{Array, Error, JSON, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// How deep values may lie in one another; deeper ones are left out.
const DEEPEST: u8 = 8;

/// What a JSON text holds, or what the browser says is wrong with it.
pub(crate) fn parse(text: &str) -> Result<Value, String> {
    JSON::parse(text)
        .map(|value| from_js(&value))
        .map_err(|e| e.dyn_ref::<Error>().map(|e| String::from(e.message())).unwrap_or_default())
}

/// A value as JSON that a person can read.
pub(crate) fn print(value: &Value) -> String {
    let text = JSON::stringify_with_replacer_and_space(&to_js(value), &JsValue::NULL, &JsValue::from(2));
    text.map(String::from).unwrap_or_default()
}

/// The value as JavaScript has it.
pub(super) fn to_js(value: &Value) -> JsValue {
    match value {
        Value::Null => JsValue::NULL,
        Value::Bool(flag) => JsValue::from_bool(*flag),
        Value::Number(number) => JsValue::from_f64(*number),
        Value::Text(text) => JsValue::from_str(text),
        Value::List(list) => list.iter().map(to_js).collect::<Array>().into(),
        Value::Map(entries) => {
            let object = Object::new();
            for (name, value) in entries {
                // Setting a field of a plain object does not fail.
                _ = Reflect::set(&object, &JsValue::from_str(name), &to_js(value));
            }
            object.into()
        }
    }
}

/// The value that JavaScript has; what is no plain value becomes nothing.
pub(super) fn from_js(value: &JsValue) -> Value {
    read(value, 0)
}

fn read(value: &JsValue, depth: u8) -> Value {
    if let Some(text) = value.as_string() {
        return Value::Text(text);
    }
    if let Some(flag) = value.as_bool() {
        return Value::Bool(flag);
    }
    if let Some(number) = value.as_f64() {
        return Value::Number(number);
    }
    if depth == DEEPEST {
        return Value::Null;
    }
    if let Some(list) = value.dyn_ref::<Array>() {
        return Value::List(list.iter().map(|v| read(&v, depth + 1)).collect());
    }
    match value.dyn_ref::<Object>() {
        Some(object) => Value::Map(Object::entries(object).iter().filter_map(|e| entry(&e, depth)).collect()),
        None => Value::Null,
    }
}

fn entry(pair: &JsValue, depth: u8) -> Option<(String, Value)> {
    let pair = pair.dyn_ref::<Array>()?;
    Some((pair.get(0).as_string()?, read(&pair.get(1), depth + 1)))
}
