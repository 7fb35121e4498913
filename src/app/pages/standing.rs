//! The page `standing`: the log by order and where the seller stands. Must hold no policy.

use crate::browser::{clock, focus_id, print, print_page, save, value_of};
use crate::components::{
    Desks, LogActions, LogTools, ReceiptActions, Wiping, import, log_news, log_order, log_receipt, log_summary,
    log_tools, page_head, receipt_button,
};
use crate::desk::Desk;
use crate::hooks::{HEADING, LogHandle};
use crate::log::{Log, Record, day_from, day_text, receipt, standing, write_file};
use crate::route::Route;
use crate::text::standing as text;
use crate::view_model::standing as view;
use std::rc::Rc;
use yew::prelude::{
    Callback, Html, InputEvent, UseStateHandle, component, html, use_context, use_effect_with, use_state,
};

/// Names the checker and its version.
const ENGINE: &str = concat!("Compose Helper ", env!("CARGO_PKG_VERSION"));

/// Media type of what is saved.
const JSON: &str = "application/json";

type Shown = UseStateHandle<Option<Rc<Record>>>;

/// The page.
#[component]
pub(crate) fn Standing() -> Html {
    let t = text::texts();
    let (filter, shown) = (use_state(String::new), use_state(|| None::<Rc<Record>>));
    let wiping = use_state(|| Wiping::No);
    let desk = use_context::<Desks>().and_then(|d| d.0);
    let Some(log) = use_context::<LogHandle>() else { return Html::default() };
    use_effect_with((), {
        let log = log.clone();
        move |()| {
            log.load();
            move || log.forget()
        }
    });
    use_effect_with(shown.as_ref().map(|r| Rc::clone(&r.id)), |open| {
        if open.is_some() {
            focus_id("receipt-title");
        }
    });
    html! {
        <main class="page is-single standing" id="main">
            { page_head(t.title, t.lead) }
            { log_news(&log) }
            { for shown.iter().map(|record| log_receipt(record, ENGINE, &receipt_actions(record, &shown))) }
            if log.state.log.is_empty() {
                { empty(&log) }
            } else {
                { summary(&log.state.log, desk.as_deref()) }
                { tools(&log, &filter, &wiping) }
                { orders(&log, &filter, &shown) }
            }
        </main>
    }
}

fn empty(log: &LogHandle) -> Html {
    let (t, log) = (text::texts(), log.clone());
    html! {
        <section class="panel log-empty" aria-labelledby="log-empty">
            <h3 id="log-empty">{ t.empty_title }</h3>
            <p>{ t.empty }</p>
            <p class="muted">{ t.empty_how }</p>
            <div class="buttons">
                <a class="button" href={Route::Compose.href()}>{ t.write_message }</a>
                { import(Callback::from(move |file| log.import(file))) }
            </div>
        </section>
    }
}

fn summary(log: &Log, desk: Option<&Desk>) -> Html {
    let facts = standing(log);
    log_summary(&facts, &desk.map(|desk| desk.ladder(facts.place)).unwrap_or_default())
}

fn tools(log: &LogHandle, filter: &UseStateHandle<String>, wiping: &UseStateHandle<Wiping>) -> Html {
    let known = Rc::clone(&log.state.log);
    let (import, wipe, set) = (log.clone(), log.clone(), filter.clone());
    let (ask, answered) = (wiping.clone(), wiping.clone());
    log_tools(LogTools {
        number: known.records.len(),
        filter,
        wiping: **wiping,
        on_filter: Callback::from(move |event: InputEvent| set.set(value_of(&event))),
        on_export: Callback::from(move |_| {
            let name = format!("compose-helper-log-{}.json", day_text(clock().today()));
            save(&name, JSON, &print(&write_file(&known)));
        }),
        on_import: Callback::from(move |file| import.import(file)),
        on_ask: Callback::from(move |wiping| ask.set(wiping)),
        on_wipe: Callback::from(move |_| {
            answered.set(Wiping::No);
            wipe.wipe();
            focus_id(HEADING);
        }),
    })
}

fn orders(log: &LogHandle, filter: &str, shown: &Shown) -> Html {
    let t = text::texts();
    let clock = clock();
    let found = view::found(&log.state.log, filter, clock);
    let (remove, complete, show) = (log.clone(), log.clone(), shown.clone());
    let actions = LogActions {
        remove: Callback::from(move |id| {
            remove.remove(id);
            focus_id(HEADING);
        }),
        receipt: Callback::from(move |record| show.set(Some(record))),
        complete: Callback::from(move |(order, day): (String, String)| complete.complete(order, day_from(&day))),
    };
    html! {
        <>
            if found.iter().any(|o| o.completed.is_some()) { <p class="muted small">{ t.start_open }</p> }
            if found.is_empty() { <p class="muted" role="status">{ t.filter_none }</p> }
            { for found.iter().map(|facts| log_order(facts, clock, &actions)) }
        </>
    }
}

fn receipt_actions(record: &Rc<Record>, shown: &Shown) -> ReceiptActions {
    let (kept, shown, back) = (Rc::clone(record), shown.clone(), receipt_button(record));
    ReceiptActions {
        save: Callback::from(move |_| {
            save(&format!("receipt-{}.json", kept.id), JSON, &print(&receipt(&kept, ENGINE)));
        }),
        print: Callback::from(|_| print_page()),
        close: Callback::from(move |_| {
            shown.set(None);
            focus_id(&back);
        }),
    }
}
