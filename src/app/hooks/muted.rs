//! Keeps the rules that a seller has muted for good in this browser. Must not know what they say.

use crate::browser::{load_setting, save_setting};
use crate::muted::Mute;
use crate::state::{Action, State};
use std::rc::Rc;
use yew::prelude::{UseReducerHandle, hook, use_effect_with, use_mut_ref};

/// Under which they are kept, parted by spaces.
const KEY: &str = "compose-muted";

/// Reads them once and writes them at each change.
#[hook]
pub(crate) fn use_muted(state: &UseReducerHandle<State>) {
    {
        let tell = state.dispatcher();
        use_effect_with((), move |()| {
            let rules: Vec<Rc<str>> = load_setting(KEY).unwrap_or_default().split_whitespace().map(Rc::from).collect();
            if !rules.is_empty() {
                tell.dispatch(Action::Muted(Mute::Known(rules)));
            }
        });
    }
    let before = use_mut_ref(Vec::<Rc<str>>::new);
    use_effect_with(state.muted.rules().to_vec(), move |rules| {
        let first =
            before.try_borrow_mut().is_ok_and(|mut before| std::mem::replace(&mut *before, rules.clone()).is_empty());
        if !first || !rules.is_empty() {
            save_setting(KEY, Some(rules.join(" ").as_str()).filter(|text| !text.is_empty()));
        }
    });
}
