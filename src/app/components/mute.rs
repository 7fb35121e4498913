//! Buttons by which a seller is no longer told something, and the list of what is not told. Must not know the rules.

use super::control::button;
use crate::muted::Mute;
use crate::text::compose::texts;
use crate::view_model::findings::{HiddenView, NoteView};
use compose_engine::Severity;
use std::rc::Rc;
use yew::prelude::{Callback, Html, html};

/// The two buttons of a finding; what can cost the account can only be muted here, not for good.
pub(super) fn mute_buttons(note: &NoteView, on_mute: &Callback<Mute>) -> Html {
    let t = texts();
    let Some(rule) = note.rule.clone() else { return Html::default() };
    let here = Mute::Here(Rc::clone(&note.id));
    let wish = |mute: Mute| on_mute.reform(move |_| mute.clone());
    html! {
        <div class="mute-buttons">
            { button("", "mute-button", t.mute_here, wish(here)) }
            if note.severity != Some(Severity::High) {
                { button("", "mute-button", t.mute_rule, wish(Mute::Rule(rule))) }
            }
        </div>
    }
}

/// What this message has that is not told, and how to be told again.
pub(super) fn hidden_list(hidden: &[HiddenView], can_undo: bool, on_mute: &Callback<Mute>) -> Html {
    let t = texts();
    if hidden.is_empty() && !can_undo {
        return Html::default();
    }
    let tell = |rule: &Rc<str>| {
        let rule = Rc::clone(rule);
        on_mute.reform(move |_| Mute::Tell(Rc::clone(&rule)))
    };
    html! {
        <div class="hidden-findings" id="hidden-findings">
            if !hidden.is_empty() {
                <p class="small">{ t.muted }</p>
                <ul class="plain small">
                    { for hidden.iter().map(|h| html! {
                        <li key={&*h.rule}>{ &h.what }{ " " }{ button("", "mute-button", t.mute_tell, tell(&h.rule)) }</li>
                    }) }
                </ul>
            }
            if can_undo {
                { button("mute-undo", "mute-button", t.mute_undo, on_mute.reform(|_| Mute::Undo)) }
            }
        </div>
    }
}
