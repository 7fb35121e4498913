//! The log as the page holds it: what is kept, what could not be stored, what was taken out and can come back. Must not know the DOM.

use super::Log;
use super::file::{Damage, Incoming};
use super::record::Record;
use crate::value::Value;
use std::rc::Rc;
use yew::Reducible;

/// Why the browser does not store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// There is no room.
    Full,
    /// Storage is switched off or not there, as in some private windows; the browser's own words.
    Unavailable(String),
}

/// Where the log stands with the browser's storage.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) enum Storage {
    /// Not read yet.
    #[default]
    Opening,
    /// The last reading or writing went well.
    Ready,
    /// The last reading or writing was refused.
    Refused(Refusal),
}

/// What lies in the browser's storage.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Stored {
    /// Messages.
    pub(crate) messages: Vec<Value>,
    /// Days of completion.
    pub(crate) orders: Vec<Value>,
}

/// A change of what lies in the browser's storage.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Change {
    /// These are written over those with the same id.
    Write(Stored),
    /// The message with this id goes.
    EraseMessage(Rc<str>),
    /// The day of this order goes.
    EraseOrder(String),
    /// Everything goes.
    EraseAll,
}

/// How writing went.
pub(crate) type Written = Result<(), Refusal>;

/// What an import brought.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct ImportReport {
    /// The file's name.
    pub(crate) file: String,
    /// The file, or why nothing could be read from it.
    pub(crate) found: Result<Incoming, Damage>,
    /// How many messages were new.
    pub(crate) new: usize,
}

/// Everything that can happen to the log.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum LogAction {
    /// The browser's storage was read; beside it, what only this window holds.
    Loaded(Result<Stored, Refusal>, Log),
    /// A message was noted.
    Noted(Rc<Record>),
    /// Days of completion were set or forgotten.
    Completed(String, Option<i64>),
    /// These messages were to be written.
    Wrote(Vec<Rc<str>>, Written),
    /// A message was taken out.
    Removed(Rc<str>),
    /// Everything was taken out.
    Wiped,
    /// What was taken out came back.
    Restored,
    /// What was taken out need not be held any longer.
    Forgot,
    /// A file was read.
    Imported(String, Result<Incoming, Damage>),
}

/// The log and how it is kept. Cheap to clone.
#[derive(Debug, Clone, Default)]
pub(crate) struct LogState {
    /// What is known.
    pub(crate) log: Rc<Log>,
    /// The browser's storage.
    pub(crate) storage: Storage,
    /// Messages that lie in this page only.
    pub(crate) unsaved: Rc<Vec<Rc<str>>>,
    /// What was taken out and can come back.
    pub(crate) removed: Option<Rc<Log>>,
    /// The last import.
    pub(crate) report: Option<Rc<ImportReport>>,
}

impl PartialEq for LogState {
    /// Every action makes a new log or report, so places in memory tell.
    fn eq(&self, other: &Self) -> bool {
        let same = |a: &Option<Rc<ImportReport>>, b: &Option<Rc<ImportReport>>| {
            a.as_ref().map(Rc::as_ptr) == b.as_ref().map(Rc::as_ptr)
        };
        Rc::ptr_eq(&self.log, &other.log)
            && self.storage == other.storage
            && self.unsaved == other.unsaved
            && self.removed.as_ref().map(Rc::as_ptr) == other.removed.as_ref().map(Rc::as_ptr)
            && same(&self.report, &other.report)
    }
}

impl LogState {
    /// Messages that still have to be written.
    pub(crate) fn to_write(&self) -> Vec<Rc<Record>> {
        self.log.records.iter().filter(|r| self.unsaved.contains(&r.id)).map(Rc::clone).collect()
    }

    /// What only this window holds: messages that still have to be written, and the days of completion.
    pub(crate) fn held(&self) -> Log {
        Log { records: self.to_write(), completed: self.log.completed.clone(), ..Log::default() }
    }

    /// What storage holds, and what this window alone holds.
    fn loaded(&mut self, stored: Result<Stored, Refusal>, held: Log) {
        let storage = match &stored {
            // That it can be read does not say that it takes what is still waiting.
            Ok(_) if held.records.is_empty() || self.storage == Storage::Opening => Storage::Ready,
            Ok(_) => self.storage.clone(),
            Err(refusal) => Storage::Refused(refusal.clone()),
        };
        let stored = stored.unwrap_or_default();
        let mut log = Incoming::read(&stored.messages, &stored.orders).log;
        self.unsaved = Rc::new(log.merge(held).iter().map(|r| Rc::clone(&r.id)).collect());
        self.log = Rc::new(log);
        self.storage = storage;
    }

    fn noted(&mut self, record: Rc<Record>) {
        Rc::make_mut(&mut self.unsaved).push(Rc::clone(&record.id));
        Rc::make_mut(&mut self.log).add(record);
    }

    fn wrote(&mut self, ids: &[Rc<str>], written: Written) {
        match written {
            Ok(()) => {
                Rc::make_mut(&mut self.unsaved).retain(|id| !ids.contains(id));
                self.storage = Storage::Ready;
            }
            Err(refusal) => self.storage = Storage::Refused(refusal),
        }
    }

    fn removed(&mut self, id: &str) {
        if let Some(record) = Rc::make_mut(&mut self.log).take(id) {
            self.removed = Some(Rc::new(Log { records: vec![record], ..Log::default() }));
        }
    }

    fn restored(&mut self) {
        if let Some(removed) = self.removed.take() {
            self.merge((*removed).clone());
        }
    }

    fn imported(&mut self, file: String, found: Result<Incoming, Damage>) {
        let new = match &found {
            // What the file has set aside is told, not taken over.
            Ok(incoming) => self.merge(Log { aside: Vec::new(), ..incoming.log.clone() }),
            Err(_) => 0,
        };
        self.report = Some(Rc::new(ImportReport { file, found, new }));
    }

    fn merge(&mut self, other: Log) -> usize {
        let new = Rc::make_mut(&mut self.log).merge(other);
        Rc::make_mut(&mut self.unsaved).extend(new.iter().map(|r| Rc::clone(&r.id)));
        new.len()
    }
}

impl Reducible for LogState {
    type Action = LogAction;

    fn reduce(self: Rc<Self>, action: LogAction) -> Rc<Self> {
        let mut next = (*self).clone();
        match action {
            LogAction::Loaded(stored, held) => next.loaded(stored, held),
            LogAction::Noted(record) => next.noted(record),
            LogAction::Completed(order, day) => Rc::make_mut(&mut next.log).complete(&order, day),
            LogAction::Wrote(ids, written) => next.wrote(&ids, written),
            LogAction::Removed(id) => next.removed(&id),
            LogAction::Wiped => {
                next.removed = Some(std::mem::take(&mut next.log));
                next.report = None;
                next.unsaved = Rc::default();
            }
            LogAction::Restored => next.restored(),
            LogAction::Forgot => next.removed = None,
            LogAction::Imported(file, found) => next.imported(file, found),
        }
        Rc::new(next)
    }
}
