//! JSON: a list of texts or objects, an object of names and texts, or a value a line. Must not know what is done with the records.

use super::columns::column;
use super::limits::DEPTH;
use super::reader::{Misread, Record, line_ends};
use super::{Fault, Place};
use hifijson::token::Lex;
use hifijson::value::{Value, parse_bounded};
use hifijson::{SliceLexer, str::LexAlloc as _};
use std::borrow::Cow;
use std::collections::VecDeque;

type Json<'a> = Value<&'a str, Cow<'a, str>>;
type Read = Result<Record, Misread>;

/// How the values stand in the file.
#[derive(Debug)]
enum Shape {
    /// Not looked at yet.
    Start,
    /// Between the brackets of a list.
    List,
    /// A value a line.
    Lines,
    /// All read; records of an object wait.
    Done(VecDeque<Read>),
}

/// Where reading stands.
#[derive(Debug)]
pub(super) struct Values {
    shape: Shape,
    at: usize,
    number: usize,
}

impl Values {
    pub(super) fn new() -> Self {
        Self { shape: Shape::Start, at: 0, number: 0 }
    }

    /// A file that says by its name that it holds a value a line.
    pub(super) fn lines() -> Self {
        Self { shape: Shape::Lines, ..Self::new() }
    }

    /// The next record.
    pub(super) fn next(&mut self, text: &str) -> Option<Read> {
        if matches!(self.shape, Shape::Start) {
            self.start(text);
        }
        match &mut self.shape {
            Shape::Start => None,
            Shape::List => self.item(text),
            Shape::Lines => self.line(text),
            Shape::Done(waiting) => waiting.pop_front(),
        }
    }

    fn start(&mut self, text: &str) {
        let mut lexer = SliceLexer::new(text.as_bytes());
        let first = lexer.ws_peek();
        self.at = text.len() - lexer.as_slice().len();
        self.shape = if has_value_a_line(text) {
            self.at = 0;
            Shape::Lines
        } else if first == Some(b'[') {
            self.at += 1;
            Shape::List
        } else if first == Some(b'{') {
            Shape::Done(object(text, self.at))
        } else {
            Shape::Done(VecDeque::from([Err(broken(text, self.at))]))
        };
    }

    /// The next item of the list. What follows a fault cannot be told apart, so reading ends there.
    fn item(&mut self, text: &str) -> Option<Read> {
        let rest = text.as_bytes().get(self.at..).unwrap_or_default();
        let mut lexer = SliceLexer::new(rest);
        let mut next = lexer.ws_peek();
        if next == Some(b',') && self.number > 0 {
            lexer.discarded();
            next = lexer.ws_peek();
        } else if next == Some(b']') {
            lexer.discarded();
            let after = lexer.ws_peek().map(|_| Err(broken(text, text.len() - lexer.as_slice().len())));
            self.shape = Shape::Done(VecDeque::new());
            return after;
        } else if self.number > 0 {
            next = None;
        }
        self.number += 1;
        let value = next.and_then(|next| parse_bounded(DEPTH, next, &mut lexer).ok());
        self.at = text.len() - lexer.as_slice().len();
        if let Some(value) = value {
            return Some(record(value, Place::Record(self.number)));
        }
        self.shape = Shape::Done(VecDeque::new());
        Some(Err(broken(text, self.at)))
    }

    /// The value of the next line that is not blank; a broken one stops no other.
    fn line(&mut self, text: &str) -> Option<Read> {
        loop {
            let line = text.get(self.at..)?.split_inclusive('\n').next()?;
            self.at += line.len();
            self.number += 1;
            if line.trim().is_empty() {
                continue;
            }
            let place = Place::Line(self.number);
            return Some(match whole(line) {
                Some(value) => record(value, place),
                None => Err(Misread { place, fault: Fault::Json }),
            });
        }
    }
}

/// Whether the first line is a whole object or text and others follow it.
fn has_value_a_line(text: &str) -> bool {
    let Some((first, rest)) = text.trim_start().split_once('\n') else { return false };
    let rest = rest.trim_start();
    !first.starts_with('[') && rest.starts_with(['{', '"']) && whole(first).is_some()
}

/// The one value that `text` is.
fn whole(text: &str) -> Option<Json<'_>> {
    let mut lexer = SliceLexer::new(text.as_bytes());
    lexer.exactly_one(Lex::ws_peek, |next, lexer| parse_bounded(DEPTH, next, lexer)).ok()
}

/// The records of an object: itself, if it has a text, else one for each name in it. What stands before a fault is kept.
fn object(text: &str, at: usize) -> VecDeque<Read> {
    let mut lexer = SliceLexer::new(text.as_bytes().get(at..).unwrap_or_default());
    let mut pairs = Vec::new();
    let read = lexer.discarded().seq(b'}', Lex::ws_peek, |next, lexer| {
        lexer.expect(|_| Some(next), b'"').ok_or(hifijson::Expect::String)?;
        let key = lexer.str_string().map_err(hifijson::Error::Str)?;
        lexer.expect(Lex::ws_peek, b':').ok_or(hifijson::Expect::Colon)?;
        let next = lexer.ws_peek().ok_or(hifijson::Expect::Value)?;
        pairs.push((key, parse_bounded(DEPTH, next, lexer)?));
        Ok::<_, hifijson::Error>(())
    });
    let is_whole = read.is_ok() && lexer.ws_peek().is_none();
    let end = text.len() - lexer.as_slice().len();
    if is_whole && is_template(&pairs) {
        return VecDeque::from([record(Value::Object(pairs), Place::Record(1))]);
    }
    let named = |(i, (name, value)): (usize, (Cow<'_, str>, Json<'_>))| {
        let mut record = record(value, Place::Record(i + 1))?;
        if record.name.is_empty() {
            record.name = name.into_owned();
        }
        Ok(record)
    };
    let mut records: VecDeque<Read> = pairs.into_iter().enumerate().map(named).collect();
    if !is_whole {
        records.push_back(Err(broken(text, end)));
    }
    records
}

/// An object of names and texts may well have a template that is called `message`, but not beside a subject or alone.
fn is_template(pairs: &[(Cow<'_, str>, Json<'_>)]) -> bool {
    use super::columns::Column;
    let has = |wanted| pairs.iter().any(|(k, v)| column(k) == Some(wanted) && matches!(v, Value::String(_)));
    has(Column::Text) && (pairs.len() == 1 || has(Column::Subject) || has(Column::Name))
}

fn record(value: Json<'_>, place: Place) -> Read {
    let mut record = Record { line: 0, ..Record::default() };
    match place {
        Place::Line(n) => record.line = n,
        Place::Record(n) => record.number = n,
        Place::Whole | Place::Byte(_) => {}
    }
    match value {
        Value::String(text) => record.text = text.into_owned(),
        Value::Object(pairs) => {
            for (key, value) in pairs {
                if let (Some(column), Value::String(text)) = (column(&key), value) {
                    record.put(column, text.into_owned());
                }
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Array(_) => {}
    }
    if record.text.trim().is_empty() { Err(Misread { place, fault: Fault::NoText }) } else { Ok(record) }
}

fn broken(text: &str, at: usize) -> Misread {
    let before = text.as_bytes().get(..at).unwrap_or_default();
    Misread { place: Place::Line(line_ends(before) + 1), fault: Fault::Json }
}
