//! Loads the language of the draft when it is first needed. Must not know what is in its file.

use crate::browser::{fetch_pack, mark_ready};
use crate::state::{Action, State};
use gloo_timers::callback::Timeout;
use std::rc::Rc;
use yew::platform::spawn_local;
use yew::prelude::{UseReducerHandle, hook, use_effect_with};

/// Fetches the rules of the state's language unless they are there.
#[hook]
pub(crate) fn use_language(state: &UseReducerHandle<State>) {
    let state = state.clone();
    use_effect_with(Rc::clone(&state.lang), move |lang| {
        if state.reads(lang) {
            mark_ready();
            return;
        }
        let lang = Rc::clone(lang);
        spawn_local(async move {
            let file = fetch_pack(&lang).await.map(Rc::from).map_err(Rc::from);
            state.dispatch(Action::LanguageArrived { lang: Rc::clone(&lang), file });
            mark_ready();
            // The first keystroke finds the language open and the code compiled.
            if let Some(desk) = state.desk.clone() {
                Timeout::new(0, move || desk.warm_up(&lang)).forget();
            }
        });
    });
}
