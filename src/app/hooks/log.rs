//! The log shared by the pages: read once from the browser's storage, written at each change. Must not know what records mean.

use crate::browser::{Given, Slot, commit, keep, kept, parse, read_all, sha256};
use crate::log::{Change, Completed, Damage, Log, LogAction, LogState, Record, Storage, Stored, read_file, write_file};
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
    // The site's other module takes over what lies in this one alone.
    use_effect_with(handle.clone(), |handle| {
        if handle.state.storage != Storage::Opening {
            keep(Slot::Log, &write_file(&handle.state.held()));
        }
    });
    handle
}

impl LogHandle {
    /// Whether the browser's storage was read at least once.
    pub(crate) fn is_open(&self) -> bool {
        self.state.storage != Storage::Opening
    }

    /// Reads the browser's storage again, since another page or window may have written, and tries to store what it refused before.
    pub(crate) fn load(&self) {
        let tell = self.state.dispatcher();
        spawn_local(async move {
            let held = read_again(&tell).await;
            if !held.records.is_empty() {
                save(&tell, &held.records, days(&held.completed));
            }
        });
    }

    /// Notes a message; `text` is summed, not kept.
    pub(crate) fn note(&self, mut record: Record, text: String) {
        let (tell, mut waiting) = (self.state.dispatcher(), self.state.to_write());
        spawn_local(async move {
            record.sha256 = sha256(&text).await.unwrap_or_default();
            let record = Rc::new(record);
            tell.dispatch(LogAction::Noted(Rc::clone(&record)));
            waiting.push(record);
            save(&tell, &waiting, Stored::default());
        });
    }

    /// Takes a message out.
    pub(crate) fn remove(&self, id: Rc<str>) {
        self.state.dispatch(LogAction::Removed(Rc::clone(&id)));
        make(&self.state.dispatcher(), Vec::new(), Change::EraseMessage(id));
    }

    /// Sets or forgets the day on which an order was completed.
    pub(crate) fn complete(&self, order: String, day: Option<i64>) {
        self.state.dispatch(LogAction::Completed(order.clone(), day));
        let change = match day {
            Some(day) => Change::Write(days(&[Completed { order, day }])),
            None => Change::EraseOrder(order),
        };
        make(&self.state.dispatcher(), Vec::new(), change);
    }

    /// Takes everything out.
    pub(crate) fn wipe(&self) {
        self.state.dispatch(LogAction::Wiped);
        make(&self.state.dispatcher(), Vec::new(), Change::EraseAll);
    }

    /// Puts back what was taken out last.
    pub(crate) fn restore(&self) {
        let Some(removed) = self.state.removed.clone() else { return };
        self.state.dispatch(LogAction::Restored);
        let mut rest = days(&removed.completed);
        rest.messages = removed.aside.iter().map(|a| a.value.clone()).collect();
        save(&self.state.dispatcher(), &removed.records, rest);
    }

    /// What was taken out is let go.
    pub(crate) fn forget(&self) {
        self.state.dispatch(LogAction::Forgot);
    }

    /// Tries again to store what this page alone holds.
    pub(crate) fn retry(&self) {
        save(&self.state.dispatcher(), &self.state.to_write(), days(&self.state.log.completed));
    }

    /// Takes in what a file holds.
    pub(crate) fn import(&self, file: Given) {
        let (tell, log) = (self.state.dispatcher(), Rc::clone(&self.state.log));
        spawn_local(async move {
            let text = file.text().await.ok_or(Damage::Unreadable);
            let found = text.and_then(|text| parse(&text).map_err(Damage::Syntax)).and_then(|value| read_file(&value));
            let (new, orders) = found.as_ref().map(|incoming| incoming.missing_in(&log)).unwrap_or_default();
            tell.dispatch(LogAction::Imported(file.name(), found));
            save(&tell, &new, days(&orders));
        });
    }
}

/// Reads the browser's storage; gives what lies in the site's modules alone.
async fn read_again(tell: &Dispatcher) -> Log {
    let stored = read_all().await;
    let held = kept(Slot::Log).and_then(|log| read_file(&log).ok()).map(|incoming| incoming.log).unwrap_or_default();
    tell.dispatch(LogAction::Loaded(stored, held.clone()));
    held
}

/// Days of completion as they are stored.
fn days(completed: &[Completed]) -> Stored {
    Stored { orders: completed.iter().map(Completed::write).collect(), ..Stored::default() }
}

/// Writes messages beside other values.
fn save(tell: &Dispatcher, records: &[Rc<Record>], mut stored: Stored) {
    stored.messages.extend(records.iter().map(|r| r.write()));
    let ids = records.iter().map(|r| Rc::clone(&r.id)).collect();
    make(tell, ids, Change::Write(stored));
}

/// Makes a change and tells how it went; what could not be erased is shown again.
fn make(tell: &Dispatcher, ids: Vec<Rc<str>>, change: Change) {
    let tell = tell.clone();
    spawn_local(async move {
        let writes = matches!(change, Change::Write(_));
        let written = commit(change).await;
        if written.is_err() && !writes {
            read_again(&tell).await;
        }
        tell.dispatch(LogAction::Wrote(ids, written));
    });
}
