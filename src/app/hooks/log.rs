//! The log shared by the pages: read once from the browser's storage, written at each change. Must not know what records mean.

use crate::browser::{Chosen, erase_all, erase_message, erase_order, parse, read_all, sha256, write};
use crate::log::{Completed, Damage, LogAction, LogState, Record, Stored, read_file};
use std::rc::Rc;
use yew::platform::spawn_local;
use yew::prelude::{UseReducerDispatcher, UseReducerHandle, hook, use_effect_with, use_reducer_eq};

/// The log and what can be done with it.
#[derive(Clone, PartialEq)]
pub(crate) struct LogHandle {
    /// What is known.
    pub(crate) state: UseReducerHandle<LogState>,
}

type Dispatcher = UseReducerDispatcher<LogState>;

/// The log; the app holds it and gives it to all pages.
#[hook]
pub(crate) fn use_log() -> LogHandle {
    let state = use_reducer_eq(LogState::default);
    let handle = LogHandle { state };
    use_effect_with((), {
        let handle = handle.clone();
        move |()| handle.load()
    });
    handle
}

impl LogHandle {
    /// Reads the browser's storage again; another window may have written.
    pub(crate) fn load(&self) {
        let tell = self.state.dispatcher();
        spawn_local(async move { tell.dispatch(LogAction::Loaded(read_all().await)) });
    }

    /// Notes a message; `text` is summed, not kept.
    pub(crate) fn note(&self, mut record: Record, text: String) {
        let (tell, mut waiting) = (self.state.dispatcher(), self.state.to_write());
        spawn_local(async move {
            record.sha256 = sha256(&text).await.unwrap_or_default();
            let record = Rc::new(record);
            tell.dispatch(LogAction::Noted(Rc::clone(&record)));
            waiting.push(record);
            save(&tell, waiting, Stored::default()).await;
        });
    }

    /// Takes a message out.
    pub(crate) fn remove(&self, id: Rc<str>) {
        let tell = self.state.dispatcher();
        tell.dispatch(LogAction::Removed(Rc::clone(&id)));
        spawn_local(async move {
            let written = erase_message(&id).await;
            tell.dispatch(LogAction::Wrote(Vec::new(), written));
        });
    }

    /// Sets or forgets the day on which an order was completed.
    pub(crate) fn complete(&self, order: String, day: Option<i64>) {
        let tell = self.state.dispatcher();
        tell.dispatch(LogAction::Completed(order.clone(), day));
        spawn_local(async move {
            let written = match day {
                Some(day) => {
                    let orders = vec![Completed { order, day }.write()];
                    write(Stored { orders, ..Stored::default() }).await
                }
                None => erase_order(&order).await,
            };
            tell.dispatch(LogAction::Wrote(Vec::new(), written));
        });
    }

    /// Takes everything out.
    pub(crate) fn wipe(&self) {
        let tell = self.state.dispatcher();
        tell.dispatch(LogAction::Wiped);
        spawn_local(async move {
            let written = erase_all().await;
            if written.is_err() {
                // What is still there is shown again.
                tell.dispatch(LogAction::Loaded(read_all().await));
            }
            tell.dispatch(LogAction::Wrote(Vec::new(), written));
        });
    }

    /// Puts back what was taken out last.
    pub(crate) fn restore(&self) {
        let Some(removed) = self.state.removed.clone() else { return };
        let tell = self.state.dispatcher();
        tell.dispatch(LogAction::Restored);
        let rest = Stored {
            messages: removed.aside.iter().map(|a| a.value.clone()).collect(),
            orders: removed.completed.iter().map(Completed::write).collect(),
        };
        spawn_local(async move { save(&tell, removed.records.clone(), rest).await });
    }

    /// What was taken out is let go.
    pub(crate) fn forget(&self) {
        self.state.dispatch(LogAction::Forgot);
    }

    /// Tries again to store what this page alone holds.
    pub(crate) fn retry(&self) {
        let (tell, waiting) = (self.state.dispatcher(), self.state.to_write());
        let orders = self.state.log.completed.iter().map(Completed::write).collect();
        spawn_local(async move { save(&tell, waiting, Stored { orders, ..Stored::default() }).await });
    }

    /// Takes in what a file holds.
    pub(crate) fn import(&self, file: Chosen) {
        let (tell, log) = (self.state.dispatcher(), Rc::clone(&self.state.log));
        spawn_local(async move {
            let text = file.text().await.ok_or(Damage::Unreadable);
            let found = text.and_then(|text| parse(&text).map_err(Damage::Syntax)).and_then(|value| read_file(&value));
            let (new, orders) = found.as_ref().map(|incoming| incoming.missing_in(&log)).unwrap_or_default();
            tell.dispatch(LogAction::Imported(file.name.clone(), found));
            let orders = orders.iter().map(Completed::write).collect();
            save(&tell, new, Stored { orders, ..Stored::default() }).await;
        });
    }
}

/// Writes messages beside other values, and tells how it went.
async fn save(tell: &Dispatcher, records: Vec<Rc<Record>>, mut stored: Stored) {
    stored.messages.extend(records.iter().map(|r| r.write()));
    let ids = records.iter().map(|r| Rc::clone(&r.id)).collect();
    let written = write(stored).await;
    tell.dispatch(LogAction::Wrote(ids, written));
}
