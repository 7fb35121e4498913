//! The whole site: head, navigation, the page in front, foot. Must not know what the pages do.

use super::{Compose, Model, Notices, Privacy, Rules, Standing, Templates};
use crate::browser::set_title;
use crate::components::{Desks, Masthead, navigation};
use crate::desk::Desk;
use crate::hooks::{Audit, LogHandle, use_log, use_route};
use crate::route::Route;
use crate::text::texts;
use std::rc::Rc;
use yew::prelude::{ContextProvider, Html, component, html, use_effect_with, use_memo};

/// The site. The composer stays alive behind other pages, so that nothing written in it is lost.
#[component]
pub(crate) fn App() -> Html {
    let desk = use_memo((), |()| Desk::open().ok().map(Rc::new));
    let route = use_route();
    let log = use_log();
    let audit = use_memo((), |()| Audit::new((*desk).clone()));
    use_effect_with(route.clone(), |route| {
        let t = texts();
        let page = (t.page_of)(route);
        set_title(&if *route == Route::Compose { t.name.to_owned() } else { format!("{page} · {}", t.name) });
    });
    html! {
        <ContextProvider<Desks> context={Desks((*desk).clone())}>
            <Masthead composing={route == Route::Compose} />
            { navigation(&route) }
            <ContextProvider<LogHandle> context={log}>
                <div hidden={route != Route::Compose}>
                    <Compose front={route == Route::Compose} />
                </div>
                { page(&route, &audit) }
            </ContextProvider<LogHandle>>
            <footer class="footer"><p>{ texts().footer }</p></footer>
        </ContextProvider<Desks>>
    }
}

fn page(route: &Route, audit: &Audit) -> Html {
    match route {
        Route::Compose => Html::default(),
        Route::Notices => html! { <Notices /> },
        Route::Templates => html! { <Templates audit={audit.clone()} /> },
        Route::Standing => html! { <Standing /> },
        Route::Rules(id) => html! { <Rules id={id.clone()} /> },
        Route::Model => html! { <Model /> },
        Route::Privacy => html! { <Privacy /> },
    }
}
