//! A component mounted in a place that a host page gives, and what the host is told. Must not know which component it is.

use crate::view_model::Pick;
use compose_engine::Field;
use js_sys::Function;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;
use yew::{AppHandle, BaseComponent, Renderer};

/// The script that asked for a panel: called with the name of what is wanted, and what goes with it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Host(Function);

impl Host {
    /// `tell(name, value)` is called for every wish.
    pub(crate) const fn new(tell: Function) -> Self {
        Self(tell)
    }

    /// A wish that a text goes with.
    pub(crate) fn tell(&self, name: &str, value: &str) {
        self.call(name, &JsValue::from_str(value));
    }

    /// A stretch should be selected.
    pub(crate) fn pick(&self, pick: Pick) {
        let field = match pick.field {
            Field::Subject => "subject",
            Field::Body => "body",
        };
        let place = js_sys::Array::of3(&field.into(), &pick.start.into(), &pick.end.into());
        self.call("pick", &place);
    }

    /// What the script throws is its own matter; the panel goes on.
    fn call(&self, name: &str, value: &JsValue) {
        _ = self.0.call2(&JsValue::NULL, &JsValue::from_str(name), value);
    }
}

/// A component at work in a host's place. Yew listens there for as long as the page lives.
pub(crate) struct Mounted<C: BaseComponent>(AppHandle<C>);

impl<C: BaseComponent> Mounted<C> {
    /// Mounts it; none where the place is no element.
    pub(crate) fn mount(place: JsValue, properties: C::Properties) -> Option<Self> {
        let place: Element = place.dyn_into().ok()?;
        Some(Self(Renderer::<C>::with_root_and_props(place, properties).render()))
    }

    /// Gives it new properties.
    pub(crate) fn update(&mut self, properties: C::Properties) {
        self.0.update(properties);
    }
}
