//! The pages beside the composer, which are a module of their own. Must not know what they do.

use super::{Model, Notices, Privacy, Rules, Standing, Templates};
use crate::components::Desks;
use crate::desk::Desk;
use crate::hooks::{Audit, LogHandle, use_arrival, use_log, use_route};
use crate::route::Route;
use std::rc::Rc;
use yew::prelude::{ContextProvider, Html, UseStateHandle, component, html, use_memo, use_state};

/// The page that the address names, if it is one of these. What was read stays while other pages are in front.
#[component]
pub(crate) fn Beside() -> Html {
    let desk = use_memo((), |()| Desk::open().ok().map(Rc::new));
    let route = use_route();
    let log = use_log();
    let audit = use_memo((), |()| Audit::new((*desk).clone()));
    let notice = use_state(Rc::<str>::default);
    use_arrival(&route);
    html! {
        <ContextProvider<Desks> context={Desks((*desk).clone())}>
            <ContextProvider<LogHandle> context={log}>
                { page(&route, &audit, &notice) }
            </ContextProvider<LogHandle>>
        </ContextProvider<Desks>>
    }
}

fn page(route: &Route, audit: &Audit, notice: &UseStateHandle<Rc<str>>) -> Html {
    match route {
        Route::Compose => Html::default(),
        Route::Notices => html! { <Notices pasted={notice.clone()} /> },
        Route::Templates => html! { <Templates audit={audit.clone()} /> },
        Route::Standing => html! { <Standing /> },
        Route::Rules(id) => html! { <Rules id={id.clone()} /> },
        Route::Model => html! { <Model /> },
        Route::Privacy => html! { <Privacy /> },
    }
}
