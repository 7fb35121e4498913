//! The whole site: head, navigation, the page in front, foot. Must not know what the pages do.

use super::Compose;
use crate::browser::{FOOT, paint_in, scroll_to_top, set_title};
use crate::components::{Desks, Masthead, OtherPages, UpdateNote, navigation};
use crate::desk::Desk;
use crate::hooks::{LogHandle, use_departure, use_log, use_route};
use crate::route::Route;
use crate::text::texts;
use std::rc::Rc;
use yew::prelude::{ContextProvider, Html, component, html, use_effect_with, use_memo};

/// The site. The composer stays alive behind other pages, so that nothing written in it is lost.
#[component]
pub(crate) fn App() -> Html {
    let desk = use_memo((), |()| Desk::open().ok().map(Rc::new));
    let route = use_route();
    use_departure(&route);
    let log = use_log();
    let composing = route == Route::Compose;
    use_effect_with(composing, {
        let log = log.clone();
        move |composing| {
            // Not at the start: the log is being read then.
            if *composing && log.is_open() {
                log.load();
                scroll_to_top();
            }
        }
    });
    use_effect_with(route.clone(), |route| {
        let t = texts();
        let page = (t.page_of)(route);
        set_title(&if *route == Route::Compose { t.name.to_owned() } else { format!("{page} · {}", t.name) });
    });
    html! {
        <ContextProvider<Desks> context={Desks((*desk).clone())}>
            <Masthead {composing} />
            <UpdateNote />
            { navigation(&route) }
            <ContextProvider<LogHandle> context={log}>
                <div hidden={!composing}>
                    <Compose front={composing} />
                </div>
            </ContextProvider<LogHandle>>
            <OtherPages in_front={!composing} />
            { paint_in(FOOT, html! { <footer class="footer"><p>{ texts().footer }</p></footer> }) }
        </ContextProvider<Desks>>
    }
}
