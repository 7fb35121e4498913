//! What holds a message back, and how one gets past it. Must not decide whether it is held.

use super::super::icon::{Glyph, icon};
use crate::browser::{Host, value_of};
use crate::element::Hold;
use crate::text::element::texts as words;
use yew::prelude::{Callback, Html, InputEvent, Properties, component, html, use_state};

/// The box; nothing while the message is free.
pub(super) fn gate(hold: Hold, host: &Host) -> Html {
    let w = words();
    let (hint, way) = match hold {
        Hold::Free => return Html::default(),
        Hold::Prompt => (w.hold_prompt, html! { { anyway(host) } }),
        Hold::Justify => (w.hold_justify, html! { <Reason host={host.clone()} /> }),
        Hold::Block => (w.hold_block, Html::default()),
    };
    html! {
        <div class="gate" part="gate" role="alert" tabindex="-1">
            <p><strong>{ icon(Glyph::Stop) }{ w.held }</strong>{ hint }</p>
            { way }
        </div>
    }
}

fn anyway(host: &Host) -> Html {
    let host = host.clone();
    let onclick = Callback::from(move |_| host.tell("override", ""));
    html! { <button type="button" class="button" data-override="" {onclick}>{ words().send_anyway }</button> }
}

#[derive(Properties, PartialEq)]
struct ReasonProps {
    host: Host,
}

/// A field for the reason; the button waits for one.
#[component]
fn Reason(props: &ReasonProps) -> Html {
    let w = words();
    let reason = use_state(String::new);
    let oninput = {
        let reason = reason.clone();
        Callback::from(move |event: InputEvent| reason.set(value_of(&event)))
    };
    let given = reason.trim().to_owned();
    let disabled = given.is_empty();
    let host = props.host.clone();
    let onclick = Callback::from(move |_| host.tell("override", &given));
    html! {
        <div class="reason">
            <label for="reason">{ w.reason }</label>
            <textarea id="reason" rows="2" {oninput} />
            <button type="button" class="button" data-override="" {disabled} {onclick}>{ w.send_with_reason }</button>
        </div>
    }
}
