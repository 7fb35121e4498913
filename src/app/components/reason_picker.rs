//! The contact reason or message type that fits the text, with a button that chooses it. Must not know why it fits.

use crate::text::compose::texts as words;
use crate::view_model::proposal::ProposalView;
use compose_engine::Channel;
use std::rc::Rc;
use yew::prelude::{Callback, Html, html};

/// The line under the context; nothing where no reason fits. `now` is the channel at hand.
pub(crate) fn reason_picker(view: Option<&ProposalView>, now: Channel, on_reason: &Callback<Rc<str>>) -> Html {
    let Some(view) = view else { return html! {} };
    let w = words();
    let onclick = {
        let (on_reason, id) = (on_reason.clone(), Rc::clone(&view.id));
        Callback::from(move |_| on_reason.emit(Rc::clone(&id)))
    };
    html! {
        <div class="picker" role="group" aria-label={view.title.clone()}>
            <p><strong>{ &view.title }</strong>{ " " }{ &view.why }{ " " }{ &view.limits }</p>
            if view.chosen {
                <p class="picker-chosen">{ w.pick_chosen }</p>
            } else {
                <button type="button" class="button" id="pick-reason" {onclick}>
                    { if now == view.channel { w.pick_choose } else { w.pick_choose_page } }
                </button>
            }
        </div>
    }
}
