//! One labelled choice among several, and a plain button. Must not know what is chosen.

use crate::browser::value_of;
use yew::prelude::{Callback, Event, Html, MouseEvent, classes, html};

/// How much room a control takes in its grid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Room {
    /// One column.
    Plain,
    /// Two columns, for long names.
    Wide,
}

/// A select whose value follows the state even where the state changed by itself.
pub(super) fn select(
    (id, label): (&'static str, &'static str),
    room: Room,
    value: &str,
    options: Vec<Html>,
    picked: impl Fn(&str) + 'static,
) -> Html {
    let onchange = Callback::from(move |event: Event| picked(&value_of(&event)));
    html! {
        <div class={classes!("control", (room == Room::Wide).then_some("is-wide"))} key={id}>
            <label for={id}>{ label }</label>
            <select {id} {onchange} ~value={value}>{ options }</select>
        </div>
    }
}

/// A button; `id` may be empty.
pub(super) fn button(
    id: &'static str,
    class: &'static str,
    words: &'static str,
    onclick: Callback<MouseEvent>,
) -> Html {
    html! { <button type="button" id={(!id.is_empty()).then_some(id)} {class} {onclick}>{ words }</button> }
}

/// One choice.
pub(super) fn option(value: &str, name: &str, selected: bool) -> Html {
    html! { <option value={value.to_owned()} selected={selected}>{ name }</option> }
}

/// The place of `chosen` as the value of its option; empty for none.
#[expect(clippy::needless_pass_by_value, reason = "the values are small and copied")]
pub(super) fn at<T: PartialEq>(all: &[T], chosen: Option<T>) -> String {
    all.iter().position(|v| Some(v) == chosen.as_ref()).map_or_else(String::new, |i| i.to_string())
}

/// What the option with this value stands for.
pub(super) fn nth<T: Copy>(all: &[T], value: &str) -> Option<T> {
    value.parse::<usize>().ok().and_then(|i| all.get(i)).copied()
}
