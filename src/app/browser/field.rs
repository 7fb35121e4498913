//! Text fields: reading, selecting, and edits that the browser's own undo takes back. Must not know what the text says.

use super::place::reveal;
use crate::view_model::edit::Replacement;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, FocusOptions, HtmlDocument, HtmlTextAreaElement, InputEvent, InputEventInit};
use yew::NodeRef;

/// The elements of one marked field.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Handles {
    /// The text field.
    pub(crate) field: NodeRef,
    /// The layer with the same text under it.
    pub(crate) mirror: NodeRef,
    /// What scrolls both.
    pub(crate) scroller: NodeRef,
}

impl Handles {
    fn area(&self) -> Option<HtmlTextAreaElement> {
        self.field.cast()
    }
}

/// The value of the form control that an event came from; empty for anything else.
pub(crate) fn value_of(event: &Event) -> String {
    let value = event.target().and_then(|t| js_sys::Reflect::get(&t, &JsValue::from_str("value")).ok());
    value.and_then(|v| v.as_string()).unwrap_or_default()
}

/// Whether an input came as a whole from elsewhere.
pub(crate) fn is_paste(event: &InputEvent) -> bool {
    matches!(event.input_type().as_str(), "insertFromPaste" | "insertFromDrop")
}

/// Where the selection starts and ends, in UTF-16 units; none while the field is not there.
pub(crate) fn selection(handles: &Handles) -> Option<(u32, u32)> {
    let area = handles.area()?;
    let start = area.selection_start().ok()??;
    let end = area.selection_end().ok()??;
    Some((start, end))
}

/// Selects a stretch, gives the field the focus and brings the stretch into view.
pub(crate) fn select(handles: &Handles, start: u32, end: u32) {
    let Some(area) = handles.area() else { return };
    focus_quietly(&area);
    _ = area.set_selection_range(start, end);
    reveal(handles, start, end);
}

/// Puts the replacement in as if it had been typed, so that undo takes it back, keeps the caret, and brings the place into view.
pub(crate) fn replace(handles: &Handles, edit: &Replacement) {
    let caret = selection(handles).map(|(start, end)| (edit.caret(start), edit.caret(end)));
    type_in(handles, edit);
    let Some(area) = handles.area() else { return };
    if let Some((start, end)) = caret {
        _ = area.set_selection_range(start, end);
    }
    let added = u32::try_from(edit.text.encode_utf16().count()).unwrap_or(0);
    reveal(handles, edit.start, edit.start.saturating_add(added));
}

/// Puts `text` in place of everything, as if it had been typed; the caret goes to the start.
pub(crate) fn fill(handles: &Handles, text: &str) {
    let Some(area) = handles.area() else { return };
    if let Some(edit) = Replacement::between(&area.value(), text) {
        type_in(handles, &edit);
    }
    _ = area.set_selection_range(0, 0);
}

/// Takes line ends out of a field that holds one line. Says whether there were any; then the field reports its new value itself.
pub(crate) fn line_only(handles: &Handles) -> bool {
    let Some(area) = handles.area() else { return false };
    let value = area.value();
    let clean: String = value.chars().map(|c| if matches!(c, '\n' | '\r') { ' ' } else { c }).collect();
    let Some(edit) = Replacement::between(&value, &clean) else { return false };
    let caret = selection(handles).map_or(0, |(_, end)| end);
    type_in(handles, &edit);
    _ = area.set_selection_range(caret, caret);
    true
}

/// The browser's own editing command; where it is refused, the field is changed directly and reports it.
fn type_in(handles: &Handles, edit: &Replacement) {
    let Some(area) = handles.area() else { return };
    focus_quietly(&area);
    _ = area.set_selection_range(edit.start, edit.end);
    if command(&edit.text) {
        return;
    }
    if area.set_range_text_with_start_and_end(&edit.text, edit.start, edit.end).is_err() {
        return;
    }
    let init = InputEventInit::new();
    init.set_bubbles(true);
    init.set_input_type("insertReplacementText");
    if let Ok(event) = InputEvent::new_with_event_init_dict("input", &init) {
        _ = area.dispatch_event(&event);
    }
}

fn command(text: &str) -> bool {
    let document = web_sys::window().and_then(|w| w.document()).and_then(|d| d.dyn_into::<HtmlDocument>().ok());
    let Some(document) = document else { return false };
    let done = if text.is_empty() {
        document.exec_command("delete")
    } else {
        document.exec_command_with_show_ui_and_value("insertText", false, text)
    };
    done.unwrap_or(false)
}

fn focus_quietly(area: &HtmlTextAreaElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    _ = area.focus_with_options(&options);
}
