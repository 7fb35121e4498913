//! What is wrong with something read, and the reading of fields that collects it. Must not know what the fields mean.

use crate::value::Value;
use std::str::FromStr;

/// Where records stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum List {
    /// Messages.
    Messages,
    /// Days on which orders were completed.
    Orders,
}

/// One fault of one field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fault {
    /// In which list.
    pub(crate) list: List,
    /// Which record of it, counted from 1.
    pub(crate) number: usize,
    /// Which field; empty for the record as a whole.
    pub(crate) field: &'static str,
    /// What is wrong.
    pub(crate) wrong: Wrong,
}

/// Kinds of fault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Wrong {
    /// It is not there.
    Missing,
    /// It is of another kind than it should be.
    Kind,
    /// It should be a date, and a time where one is due.
    Date,
    /// It should be one of a few names and is this.
    Name(String),
}

/// The fields of one record.
pub(super) struct Fields<'a> {
    /// The record.
    pub(super) value: &'a Value,
    list: List,
    number: usize,
    /// What was found wrong so far.
    pub(super) faults: Vec<Fault>,
}

impl<'a> Fields<'a> {
    pub(super) fn new(value: &'a Value, list: List, number: usize) -> Self {
        let mut fields = Self { value, list, number, faults: Vec::new() };
        if !matches!(value, Value::Map(_)) {
            fields.wrong("", Wrong::Kind);
        }
        fields
    }

    /// Notes a fault.
    pub(super) fn wrong(&mut self, field: &'static str, wrong: Wrong) {
        self.faults.push(Fault { list: self.list, number: self.number, field, wrong });
    }

    /// A text that must be there.
    pub(super) fn text(&mut self, field: &'static str) -> &'a str {
        match self.value.get(field) {
            Some(Value::Text(text)) => return text,
            None => self.wrong(field, Wrong::Missing),
            Some(_) => self.wrong(field, Wrong::Kind),
        }
        ""
    }

    /// A text that may be missing.
    pub(super) fn text_or_none(&mut self, field: &'static str) -> String {
        match self.value.get(field) {
            None | Some(Value::Null) => String::new(),
            Some(_) => self.text(field).to_owned(),
        }
    }

    /// Yes or no; no where it is missing.
    pub(super) fn flag(&mut self, field: &'static str) -> bool {
        match self.value.get(field) {
            Some(Value::Bool(flag)) => return *flag,
            None => {}
            Some(_) => self.wrong(field, Wrong::Kind),
        }
        false
    }

    /// A list of texts; empty where it is missing.
    pub(super) fn texts(&mut self, field: &'static str) -> Vec<String> {
        let Some(value) = self.value.get(field) else { return Vec::new() };
        let texts: Option<Vec<String>> =
            value.as_list().and_then(|l| l.iter().map(|v| v.as_text().map(str::to_owned)).collect());
        if texts.is_none() {
            self.wrong(field, Wrong::Kind);
        }
        texts.unwrap_or_default()
    }

    /// One of a few names.
    pub(super) fn name<T: FromStr>(&mut self, field: &'static str) -> Option<T> {
        let before = self.faults.len();
        let text = self.text(field);
        let name = text.parse().ok();
        if name.is_none() && self.faults.len() == before {
            self.wrong(field, Wrong::Name(text.to_owned()));
        }
        name
    }
}
