//! Paints marks with the CSS Custom Highlight API over one text node. Must not know why something is marked; a browser without the API
//! shows no marks, and the lists beside the text still say everything.

use crate::view_model::Pick;
use crate::view_model::marks::MarkKind;
use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Range};
use yew::NodeRef;

/// The stretches that one field has painted; other fields of the page paint under the same names.
#[derive(Debug, Default)]
pub(crate) struct Painter {
    painted: Vec<(&'static str, Range)>,
}

/// The stretch whose card is open.
const OPEN: &str = "compose-open";

impl Painter {
    /// Paints `marks` over the text of `mirror` in place of what was painted before; `open` is set off from the others.
    pub(crate) fn paint(&mut self, mirror: &NodeRef, marks: &[(MarkKind, Pick)], open: Option<Pick>) {
        self.clear();
        let Some(text) = mirror.cast::<Element>().and_then(|m| m.first_child()) else { return };
        let named = marks.iter().map(|(kind, pick)| (name(*kind), *pick));
        for (name, pick) in named.chain(open.map(|pick| (OPEN, pick))) {
            let Ok(range) = Range::new() else { continue };
            // A stretch beyond the text is refused; the next review brings the right one.
            if range.set_start(&text, pick.start).is_ok() && range.set_end(&text, pick.end).is_ok() {
                call(highlight(name), "add", &range);
                self.painted.push((name, range));
            }
        }
    }

    /// Takes everything back.
    pub(crate) fn clear(&mut self) {
        for (name, range) in self.painted.drain(..) {
            call(highlight(name), "delete", &range);
        }
    }
}

impl Drop for Painter {
    fn drop(&mut self) {
        self.clear();
    }
}

const fn name(kind: MarkKind) -> &'static str {
    match kind {
        MarkKind::Needed => "compose-needed",
        MarkKind::Spoils => "compose-spoils",
        MarkKind::Breach => "compose-breach",
        MarkKind::Style => "compose-style",
    }
}

/// The document's highlight of this name, made if it is not there.
fn highlight(name: &str) -> Option<JsValue> {
    let key = JsValue::from_str(name);
    let registry = get(&get(&js_sys::global(), "CSS")?, "highlights")?;
    let found = method(&registry, "get")?.call1(&registry, &key).ok()?;
    if found.is_object() {
        return Some(found);
    }
    let class: Function = get(&js_sys::global(), "Highlight")?.dyn_into().ok()?;
    let made = Reflect::construct(&class, &js_sys::Array::new()).ok()?;
    let level = MarkKind::ALL.iter().position(|kind| self::name(*kind) == name).and_then(|i| u32::try_from(i).ok());
    // The open stretch lies under all others: it only tints.
    _ = Reflect::set(&made, &JsValue::from_str("priority"), &JsValue::from(level.map_or(0, |l| l + 1)));
    method(&registry, "set")?.call2(&registry, &key, &made).ok()?;
    Some(made)
}

fn call(target: Option<JsValue>, name: &str, range: &Range) {
    if let Some(target) = target
        && let Some(method) = method(&target, name)
    {
        _ = method.call1(&target, range);
    }
}

fn method(target: &JsValue, name: &str) -> Option<Function> {
    get(target, name)?.dyn_into().ok()
}

fn get(target: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(target, &JsValue::from_str(name)).ok().filter(|v| !v.is_undefined() && !v.is_null())
}
