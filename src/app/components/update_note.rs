//! Says that a new version of the site is ready. Must not know how it came.

use super::control::button;
use crate::browser::{on_update, take_update};
use crate::text::texts;
use yew::prelude::{Callback, Html, component, html, use_effect_with, use_state_eq};

/// The note; nothing while the version is current.
#[component]
pub(crate) fn UpdateNote() -> Html {
    let t = texts();
    let is_ready = use_state_eq(|| false);
    let is_put_off = use_state_eq(|| false);
    use_effect_with((), {
        let is_ready = is_ready.clone();
        move |()| {
            let listener = on_update(move || is_ready.set(true));
            move || drop(listener)
        }
    });
    if !*is_ready || *is_put_off {
        return Html::default();
    }
    html! {
        <div class="update-note" role="status" id="update">
            <p>{ t.update }</p>
            { button("update-take", "button is-fix", t.update_take, Callback::from(|_| take_update())) }
            { button("update-later", "button is-quiet", t.update_later, Callback::from(move |_| is_put_off.set(true))) }
        </div>
    }
}
