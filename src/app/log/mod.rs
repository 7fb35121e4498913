//! The seller's log: what was done with each message, and what follows from it. Must not know the DOM, the storage or any wording.

mod calendar;
mod facts;
mod fault;
mod file;
mod noting;
mod receipt;
mod record;
mod state;
#[cfg(test)]
mod tests;

pub(crate) use calendar::{Clock, day_from, day_text, iso, short_time};
pub(crate) use facts::{Entry, OrderFacts, Standing, Warning, Window, ahead, orders, standing};
pub(crate) use fault::{Fault, List, Wrong};
pub(crate) use file::{Damage, read_file, write_file};
pub(crate) use noting::{KeepText, Noting, Stamp};
pub(crate) use receipt::receipt;
pub(crate) use record::{Done, Record};
pub(crate) use state::{Change, ImportReport, LogAction, LogState, Refusal, Storage, Stored, Written};

use crate::value::Value;
use std::rc::Rc;

/// Everything that is kept.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Log {
    /// Messages, the oldest first.
    pub(crate) records: Vec<Rc<Record>>,
    /// Orders whose day of completion the seller gave.
    pub(crate) completed: Vec<Completed>,
    /// What was found and cannot be read; it is kept as it is.
    pub(crate) aside: Vec<Aside>,
}

/// The day, counted from 1970, on which an order was completed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Completed {
    /// Order ID.
    pub(crate) order: String,
    /// The day.
    pub(crate) day: i64,
}

/// Something that is no sound record, with what is wrong with it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Aside {
    /// As it was found.
    pub(crate) value: Value,
    /// Every fault.
    pub(crate) faults: Vec<Fault>,
}

impl Log {
    /// Whether nothing is kept.
    pub(crate) fn is_empty(&self) -> bool {
        self.records.is_empty() && self.completed.is_empty() && self.aside.is_empty()
    }

    /// Takes a record in unless one with its id is there, and says whether it was new.
    pub(crate) fn add(&mut self, record: Rc<Record>) -> bool {
        if self.records.iter().any(|r| r.id == record.id) {
            return false;
        }
        let at = self.records.iter().rposition(|r| r.time <= record.time).map_or(0, |i| i + 1);
        self.records.insert(at, record);
        true
    }

    /// Takes the record with this id out.
    pub(crate) fn take(&mut self, id: &str) -> Option<Rc<Record>> {
        let at = self.records.iter().position(|r| *r.id == *id)?;
        Some(self.records.remove(at))
    }

    /// Sets or forgets the day on which an order was completed.
    pub(crate) fn complete(&mut self, order: &str, day: Option<i64>) {
        self.completed.retain(|c| c.order != order);
        self.completed.extend(day.map(|day| Completed { order: order.to_owned(), day }));
    }

    /// The day on which an order was completed, if the seller gave it.
    pub(crate) fn completed_on(&self, order: &str) -> Option<i64> {
        self.completed.iter().find(|c| c.order == order).map(|c| c.day)
    }

    /// Takes in what `other` has and this one lacks, by id; gives the records that were new.
    pub(crate) fn merge(&mut self, other: Self) -> Vec<Rc<Record>> {
        let new: Vec<_> = other.records.into_iter().filter(|r| self.add(Rc::clone(r))).collect();
        for given in other.completed {
            if self.completed_on(&given.order).is_none() {
                self.completed.push(given);
            }
        }
        for aside in other.aside {
            if !self.aside.contains(&aside) {
                self.aside.push(aside);
            }
        }
        new
    }
}
