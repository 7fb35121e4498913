//! The composer's message, read again for a page of the other module. Must not know what it is wanted for.

use crate::browser::{Slot, fetch_pack, kept};
use crate::carried;
use crate::desk::Desk;
use crate::view_model::notices::Composed;
use compose_engine::{Context, Draft};
use std::rc::Rc;
use yew::platform::spawn_local;
use yew::prelude::{hook, use_effect_with, use_state};

/// The composer's message as it stood when it was left, with its review; `None` while there is none.
#[hook]
pub(crate) fn use_composed(desk: Option<&Rc<Desk>>) -> Rc<Option<Composed>> {
    let found = use_state(Rc::<Option<Composed>>::default);
    let (tell, desk) = (found.clone(), desk.cloned());
    use_effect_with((), move |()| {
        let left = kept(Slot::Composed).map(|value| carried::read(&value));
        if let (Some(desk), Some((draft, context))) = (desk, left) {
            spawn_local(async move { tell.set(Rc::new(Some(review(&desk, draft, &context).await))) });
        }
    });
    (*found).clone()
}

async fn review(desk: &Desk, draft: Draft, context: &Context) -> Composed {
    let lang = desk.language(&draft, context);
    if !desk.reads(&lang)
        && let Ok(file) = fetch_pack(&lang).await
    {
        // Without its rules, those that hold in every language are looked for.
        _ = desk.learn(&lang, &file);
    }
    let review = desk.review(&draft, context);
    Composed { draft, review }
}
