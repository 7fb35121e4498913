//! Where things stand on the screen: bringing a stretch into view, placing cards and popovers. Must not know what they hold.

use super::Handles;
use web_sys::{DomRect, Element, Event, HtmlElement, Range};
use yew::NodeRef;

/// Space kept free at the top of the window, for the bar that stays there on small screens.
const TOP: f64 = 64.0;
/// Gap between a phrase and its card.
const GAP: f64 = 6.0;

/// Gives the focus to an element, if it is there.
pub(crate) fn focus(node: &NodeRef) {
    if let Some(element) = node.cast::<HtmlElement>() {
        _ = element.focus();
    }
}

/// Whether an element has the focus.
pub(crate) fn has_focus(node: &NodeRef) -> bool {
    let active = web_sys::window().and_then(|w| w.document()).and_then(|d| d.active_element());
    active.is_some() && active == node.cast::<Element>()
}

/// Gives the focus to the element with this id, if there is one.
pub(crate) fn focus_id(id: &str) {
    let found = web_sys::window().and_then(|w| w.document()).and_then(|d| d.get_element_by_id(id));
    if let Some(element) = found.and_then(|e| wasm_bindgen::JsCast::dyn_into::<HtmlElement>(e).ok()) {
        _ = element.focus();
    }
}

/// Scrolls field and window so that a stretch of the text can be seen.
pub(super) fn reveal(handles: &Handles, start: u32, end: u32) {
    let (Some(window), Some(scroller)) = (web_sys::window(), handles.scroller.cast::<Element>()) else { return };
    let Some(text) = stretch(handles, start, end) else { return };
    let frame = scroller.get_bounding_client_rect();
    let above = text.top() - frame.top();
    let below = text.bottom() - frame.bottom();
    if above < 0.0 || below > 0.0 {
        let by = if above < 0.0 { above - frame.height() / 3.0 } else { below + frame.height() / 3.0 };
        #[expect(clippy::cast_possible_truncation, reason = "pixels of a page")]
        scroller.set_scroll_top(scroller.scroll_top() + by as i32);
    }
    let Some(text) = stretch(handles, start, end) else { return };
    let height = number(window.inner_height());
    if text.top() < TOP || text.bottom() > height {
        window.scroll_by_with_x_and_y(0.0, text.top() - height / 3.0);
    }
}

/// Puts a card under the last line of a stretch, within `frame`, which is what the card is placed against.
pub(crate) fn place_under(card: &NodeRef, frame: &NodeRef, handles: &Handles, start: u32, end: u32) {
    let (Some(card), Some(frame)) = (card.cast::<HtmlElement>(), frame.cast::<Element>()) else { return };
    let Some(text) = stretch(handles, start, end) else { return };
    let frame = frame.get_bounding_client_rect();
    let room = (frame.width() - f64::from(card.offset_width())).max(0.0);
    set(&card, text.left() - frame.left(), (0.0, room), text.bottom() - frame.top() + GAP);
}

/// Shows a popover under the element that opened it. It stands in the page, so it scrolls with it.
pub(crate) fn show_popover(popover: &NodeRef, anchor: &NodeRef) {
    let (Some(popover), Some(anchor)) = (popover.cast::<HtmlElement>(), anchor.cast::<Element>()) else { return };
    let Some(window) = web_sys::window() else { return };
    if popover.show_popover().is_err() {
        return;
    }
    let anchor = anchor.get_bounding_client_rect();
    let (x, y) = (number(window.scroll_x()), number(window.scroll_y()));
    let room = number(window.inner_width()) - f64::from(popover.offset_width()) - 24.0;
    let height = f64::from(popover.offset_height());
    let under = anchor.bottom() + GAP;
    let fits = under + height < number(window.inner_height()) || anchor.top() - GAP - height < 0.0;
    let top = if fits { under } else { anchor.top() - GAP - height };
    set(&popover, anchor.left() + x, (8.0 + x, room.max(8.0) + x), top + y);
}

/// Whether a toggle event tells that its element closes.
pub(crate) fn closes(event: &Event) -> bool {
    let state = js_sys::Reflect::get(event, &wasm_bindgen::JsValue::from_str("newState"));
    state.ok().and_then(|s| s.as_string()).is_some_and(|s| s == "closed")
}

/// The rectangle of the last line of a stretch.
fn stretch(handles: &Handles, start: u32, end: u32) -> Option<DomRect> {
    let text = handles.mirror.cast::<Element>()?.first_child()?;
    let range = Range::new().ok()?;
    range.set_start(&text, start).ok()?;
    range.set_end(&text, end).ok()?;
    let lines = range.get_client_rects()?;
    lines.length().checked_sub(1).and_then(|last| lines.get(last)).or_else(|| Some(range.get_bounding_client_rect()))
}

/// Styles set through the object model, which a strict content security policy allows.
fn set(element: &HtmlElement, left: f64, (least, most): (f64, f64), top: f64) {
    let style = element.style();
    _ = style.set_property("left", &pixels(left.clamp(least, most.max(least))));
    _ = style.set_property("top", &pixels(top));
}

/// Whole pixels: printing fractions would cost kilobytes.
#[expect(clippy::cast_possible_truncation, reason = "pixels of a page")]
fn pixels(value: f64) -> String {
    format!("{}px", value.round() as i32)
}

fn number(value: Result<impl IntoNumber, wasm_bindgen::JsValue>) -> f64 {
    value.ok().and_then(IntoNumber::into_number).unwrap_or(0.0)
}

/// What the window gives as a number or as a value that holds one.
trait IntoNumber {
    fn into_number(self) -> Option<f64>;
}

impl IntoNumber for f64 {
    fn into_number(self) -> Option<f64> {
        Some(self)
    }
}

impl IntoNumber for wasm_bindgen::JsValue {
    fn into_number(self) -> Option<f64> {
        self.as_f64()
    }
}
