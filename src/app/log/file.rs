//! The log as one file: what it holds, and reading it back with every fault told and nothing good lost. Must not know JSON itself.

use super::calendar::{day_from, day_text};
use super::fault::{Fault, Fields, List, Wrong};
use super::record::Record;
use super::{Aside, Completed, Log};
use crate::value::Value;
use std::rc::Rc;

/// The mark by which a file is known.
const FORMAT: &str = "compose-helper-log";
/// The version that is written; older ones are read.
const VERSION: f64 = 1.0;

/// Why nothing can be read from a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Damage {
    /// It is no JSON; the browser says why.
    Syntax(String),
    /// It is no log.
    Foreign,
    /// It was written by a later version.
    Newer,
    /// It holds no list of messages.
    NoMessages,
    /// It could not be opened.
    Unreadable,
}

/// What a file brought: what is sound, and what is not is set aside in it.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Incoming {
    /// The log.
    pub(crate) log: Log,
}

impl Incoming {
    /// Reads the lists of a file, or of the browser's storage.
    pub(crate) fn read(messages: &[Value], orders: &[Value]) -> Self {
        let mut log = Log::default();
        for (i, value) in messages.iter().enumerate() {
            match Record::read(value, i + 1) {
                Ok(record) => _ = log.add(Rc::new(record)),
                Err(faults) => log.aside.push(Aside { value: value.clone(), faults }),
            }
        }
        for (i, value) in orders.iter().enumerate() {
            match read_completed(value, i + 1) {
                Ok(Completed { order, day }) => log.complete(&order, Some(day)),
                Err(faults) => log.aside.push(Aside { value: value.clone(), faults }),
            }
        }
        Self { log }
    }

    /// Messages and days that `log` does not have.
    pub(crate) fn missing_in(&self, log: &Log) -> (Vec<Rc<Record>>, Vec<Completed>) {
        let new = |r: &&Rc<Record>| log.records.iter().all(|known| known.id != r.id);
        let given = |c: &&Completed| log.completed_on(&c.order).is_none();
        (
            self.log.records.iter().filter(new).map(Rc::clone).collect(),
            self.log.completed.iter().filter(given).cloned().collect(),
        )
    }
}

/// The log as one value.
pub(crate) fn write_file(log: &Log) -> Value {
    let list = |values: Vec<Value>| Value::List(values);
    let mut entries = vec![
        ("format", Value::text(FORMAT)),
        ("version", Value::Number(VERSION)),
        ("messages", list(log.records.iter().map(|r| r.write()).collect())),
        ("orders", list(log.completed.iter().map(Completed::write).collect())),
    ];
    if !log.aside.is_empty() {
        entries.push(("setAside", list(log.aside.iter().map(|a| a.value.clone()).collect())));
    }
    Value::Map(entries.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}

/// Reads a whole file. What an earlier log had set aside is looked at again.
pub(crate) fn read_file(file: &Value) -> Result<Incoming, Damage> {
    if file.get("format").and_then(Value::as_text) != Some(FORMAT) {
        return Err(Damage::Foreign);
    }
    match file.get("version") {
        Some(Value::Number(version)) if *version <= VERSION => {}
        Some(_) | None => return Err(Damage::Newer),
    }
    let list = |name: &str| file.get(name).and_then(Value::as_list);
    let mut messages = list("messages").ok_or(Damage::NoMessages)?.to_vec();
    messages.extend_from_slice(list("setAside").unwrap_or_default());
    Ok(Incoming::read(&messages, list("orders").unwrap_or_default()))
}

impl Completed {
    /// As plain values.
    pub(crate) fn write(&self) -> Value {
        let entries = [("id", Value::text(&self.order)), ("completed", Value::Text(day_text(self.day)))];
        Value::Map(entries.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
    }
}

fn read_completed(value: &Value, number: usize) -> Result<Completed, Vec<Fault>> {
    let mut fields = Fields::new(value, List::Orders, number);
    if !fields.faults.is_empty() {
        return Err(fields.faults);
    }
    let (order, text) = (fields.text("id"), fields.text("completed"));
    let day = day_from(text);
    if day.is_none() && fields.faults.is_empty() {
        fields.wrong("completed", Wrong::Date);
    }
    match day {
        Some(day) if fields.faults.is_empty() => Ok(Completed { order: order.to_owned(), day }),
        Some(_) | None => Err(fields.faults),
    }
}
