//! A file of templates, read record by record, so that long ones can be read in slices. Must not know where its bytes come from.

use super::columns::Column;
use super::csv::Table;
use super::encoding::decode;
use super::json::Values;
use super::txt::Parts;
use super::{Fault, Place, Source, Template, Trouble, limits, paste};
use std::rc::Rc;

/// One record of a file.
#[derive(Debug, Default)]
pub(super) struct Record {
    /// Line it begins on; 0 where records are counted.
    pub(super) line: usize,
    /// Its number, where records are counted.
    pub(super) number: usize,
    pub(super) name: String,
    pub(super) id: String,
    pub(super) subject: String,
    pub(super) text: String,
    pub(super) lang: String,
}

impl Record {
    /// The first value of a kind stays.
    pub(super) fn put(&mut self, column: Column, value: String) {
        let field = match column {
            Column::Name => &mut self.name,
            Column::Id => &mut self.id,
            Column::Subject => &mut self.subject,
            Column::Text => &mut self.text,
            Column::Lang => &mut self.lang,
        };
        if field.is_empty() {
            *field = value;
        }
    }
}

/// A fault and its place in the file.
#[derive(Debug)]
pub(super) struct Misread {
    pub(super) place: Place,
    pub(super) fault: Fault,
}

/// How a file is laid out.
enum Form {
    Table(Box<Table>),
    Json(Values),
    Text(Parts),
}

/// A file being read; gives its templates and what is wrong with it, in order.
pub(crate) struct Reader {
    file: Rc<str>,
    text: String,
    form: Form,
    count: usize,
    told: bool,
}

impl Reader {
    /// Opens a file by the ending of its name.
    pub(crate) fn open(file: &str, bytes: &[u8]) -> Result<Self, Trouble> {
        let file: Rc<str> = file.into();
        let fault = |place, fault| Err(Trouble::new(&file, place, fault));
        if bytes.len() > limits::FILE {
            return fault(Place::Whole, Fault::TooLarge);
        }
        let Some(form) = form_by_name(&file) else { return fault(Place::Whole, Fault::Kind) };
        let text = match decode(bytes) {
            Ok(text) if text.trim().is_empty() => return fault(Place::Whole, Fault::Empty),
            Ok(text) => text,
            Err(byte) => return fault(Place::Byte(byte), Fault::Encoding),
        };
        let form = form(&text);
        Ok(Self { file, text, form, count: 0, told: false })
    }

    /// Opens text that was pasted; its form is told from the text itself.
    pub(crate) fn pasted(name: &str, text: String) -> Result<Self, Trouble> {
        let file: Rc<str> = name.into();
        if text.trim().is_empty() {
            return Err(Trouble::new(&file, Place::Whole, Fault::Empty));
        }
        if text.len() > limits::FILE {
            return Err(Trouble::new(&file, Place::Whole, Fault::TooLarge));
        }
        let form = match paste::guess(&text) {
            paste::Guess::Json => Form::Json(Values::new()),
            paste::Guess::Table => Form::Table(Box::new(Table::new(&text))),
            paste::Guess::Text => Form::Text(Parts::default()),
        };
        Ok(Self { file, text, form, count: 0, told: false })
    }

    fn template(&mut self, record: &Record) -> Result<Template, Trouble> {
        let place = if record.number > 0 { Place::Record(record.number) } else { Place::Line(record.line) };
        if record.text.chars().count() > limits::TEXT {
            return Err(Trouble::new(&self.file, place, Fault::TooLong));
        }
        self.count += 1;
        let given = [&record.name, &record.id].map(|name| name.trim()).into_iter().find(|name| !name.is_empty());
        let name = given.map_or_else(|| self.own_name(), str::to_owned);
        let lang = Some(record.lang.trim()).filter(|l| !l.is_empty());
        let source = Source { file: Rc::clone(&self.file), place };
        Ok(Template::new(&name, &record.subject, &record.text, lang, source))
    }

    /// The file's own name without folders and ending, and from the second template on, or in a list, a number.
    fn own_name(&self) -> String {
        let base = self.file.rsplit('/').next().unwrap_or(&self.file);
        let stem = base.rsplit_once('.').map_or(base, |(stem, _)| stem);
        let one_a_file = matches!(self.form, Form::Text(_));
        if one_a_file && self.count == 1 { stem.to_owned() } else { format!("{stem} {}", self.count) }
    }
}

impl Iterator for Reader {
    type Item = Result<Template, Trouble>;

    fn next(&mut self) -> Option<Self::Item> {
        let read = match &mut self.form {
            Form::Table(table) => table.next(&self.text),
            Form::Json(values) => values.next(&self.text),
            Form::Text(parts) => parts.next(&self.text).map(Ok),
        };
        match read {
            Some(Ok(record)) => {
                self.told = true;
                Some(self.template(&record))
            }
            Some(Err(misread)) => {
                self.told = true;
                Some(Err(Trouble::new(&self.file, misread.place, misread.fault)))
            }
            None if !self.told => {
                self.told = true;
                Some(Err(Trouble::new(&self.file, Place::Whole, Fault::Empty)))
            }
            None => None,
        }
    }
}

/// How many lines end in these bytes.
pub(super) fn line_ends(bytes: &[u8]) -> usize {
    bytes.split(|b| *b == b'\n').count() - 1
}

/// Whether a file is an archive, by its name.
pub(crate) fn is_zip(name: &str) -> bool {
    ending(name) == "zip"
}

/// Whether a file is of a kind that is read, by its name.
pub(super) fn is_readable(name: &str) -> bool {
    form_by_name(name).is_some()
}

fn ending(name: &str) -> String {
    let base = name.rsplit('/').next().unwrap_or(name);
    base.rsplit_once('.').map(|(_, ending)| ending.to_lowercase()).unwrap_or_default()
}

fn form_by_name(name: &str) -> Option<fn(&str) -> Form> {
    match ending(name).as_str() {
        "csv" | "tsv" => Some(|text| Form::Table(Box::new(Table::new(text)))),
        "json" => Some(|_| Form::Json(Values::new())),
        "jsonl" | "ndjson" => Some(|_| Form::Json(Values::lines())),
        "txt" | "text" | "md" | "" => Some(|_| Form::Text(Parts::default())),
        _ => None,
    }
}
