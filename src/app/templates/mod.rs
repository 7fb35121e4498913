//! Libraries of templates: reading files, checking piece by piece, filtering, exporting. Must not know the DOM.

mod columns;
mod csv;
mod encoding;
pub(crate) mod export;
mod json;
pub(crate) mod library;
pub(crate) mod limits;
pub(crate) mod list;
mod paste;
mod reader;
pub(crate) mod report;
mod txt;
pub(crate) mod zip;

use compose_engine::Draft;
use std::rc::Rc;

pub(crate) use library::Library;
pub(crate) use reader::{Reader, is_zip};

/// A message that is sent again and again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Template {
    /// Its name, or that of its file with a number.
    pub(crate) name: Rc<str>,
    /// Subject and text.
    pub(crate) draft: Rc<Draft>,
    /// Its language, where the file names one.
    pub(crate) lang: Option<Rc<str>>,
    /// Where it was read.
    pub(crate) source: Source,
    /// Name, subject and text in small letters, to search and sort by.
    pub(crate) plain: String,
}

impl Template {
    /// Line ends become those of a text field, so that places in the text hold there too.
    fn new(name: &str, subject: &str, body: &str, lang: Option<&str>, source: Source) -> Self {
        let draft = Draft::new(subject.trim(), body.replace("\r\n", "\n").replace('\r', "\n").trim());
        let plain = format!("{name}\n{}\n{}", draft.subject, draft.body).to_lowercase();
        Self { name: name.into(), draft: Rc::new(draft), lang: lang.map(Rc::from), source, plain }
    }
}

/// A file and a place in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Source {
    /// Name of the file; in an archive, both names.
    pub(crate) file: Rc<str>,
    /// Where in it.
    pub(crate) place: Place,
}

/// A place in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// The file as a whole.
    Whole,
    /// A line, from 1.
    Line(usize),
    /// An entry of a list, from 1.
    Record(usize),
    /// A byte, from 1.
    Byte(usize),
}

/// Something that could not be read, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Trouble {
    /// Where.
    pub(crate) source: Source,
    /// What.
    pub(crate) fault: Fault,
}

/// Why something could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Fault {
    /// Nothing in it.
    Empty,
    /// More bytes than a file may have.
    TooLarge,
    /// The browser does not hand it out.
    Unreadable,
    /// Neither of the kinds that are read.
    Kind,
    /// Neither UTF-8 nor UTF-16 with its mark.
    Encoding,
    /// A quote that is not closed.
    Quote,
    /// No column is named as the text.
    NoTextColumn,
    /// A record without text.
    NoText,
    /// A text longer than a template may be.
    TooLong,
    /// Not JSON.
    Json,
    /// Not an archive, or a broken one.
    Zip,
    /// Locked with a password.
    Encrypted,
    /// An archive in an archive.
    Nested,
    /// Packed in a way that browsers cannot unpack.
    Packing,
    /// The library is full; the rest of the file was left out.
    Full,
    /// The rules of this language could not be had, and why.
    Language(Rc<str>),
}

impl Trouble {
    pub(crate) fn new(file: &Rc<str>, place: Place, fault: Fault) -> Self {
        Self { source: Source { file: Rc::clone(file), place }, fault }
    }
}

#[cfg(test)]
mod library_tests;
#[cfg(test)]
mod tests;
