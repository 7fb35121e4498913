//! Tables: commas, semicolons or tabs; columns by the words at their head. Must not know what is done with the records.

use super::Fault;
use super::Place;
use super::columns::{Column, column};
use super::limits;
use super::reader::{Misread, Record, line_ends};
use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

/// Where reading stands.
pub(super) struct Table {
    core: Reader,
    at: usize,
    line: usize,
    /// What each column holds; none before the head was read.
    columns: Option<Vec<Option<Column>>>,
    out: Vec<u8>,
    ends: Vec<usize>,
}

impl Table {
    pub(super) fn new(text: &str) -> Self {
        let (delimiter, at) = delimiter(text);
        let core = ReaderBuilder::new().delimiter(delimiter).build();
        Self { core, at, line: if at > 0 { 2 } else { 1 }, columns: None, out: vec![0; 1024], ends: vec![0; 16] }
    }

    /// The next record with a text. Ends after one without any column for it.
    pub(super) fn next(&mut self, text: &str) -> Option<Result<Record, Misread>> {
        loop {
            let (line, fields) = match self.fields(text)? {
                Ok(row) => row,
                Err(misread) => return Some(Err(misread)),
            };
            if fields.iter().all(|f| f.trim().is_empty()) {
                continue;
            }
            if self.columns.is_none() {
                match head(&fields) {
                    Head::Words(columns) => {
                        self.columns = Some(columns);
                        continue;
                    }
                    Head::TextAlone => self.columns = Some(vec![Some(Column::Text)]),
                    Head::Unknown => {
                        self.at = text.len();
                        return Some(Err(Misread { place: Place::Line(line), fault: Fault::NoTextColumn }));
                    }
                }
            }
            return Some(self.record(line, fields));
        }
    }

    fn record(&self, line: usize, fields: Vec<String>) -> Result<Record, Misread> {
        let mut record = Record { line, ..Record::default() };
        for (column, field) in self.columns.iter().flatten().zip(fields) {
            if let Some(column) = column {
                record.put(*column, field);
            }
        }
        if record.text.trim().is_empty() {
            return Err(Misread { place: Place::Line(line), fault: Fault::NoText });
        }
        Ok(record)
    }

    /// The fields of the next record and the line it begins on. After a quote that does not close, reading goes on at the next line.
    fn fields(&mut self, text: &str) -> Option<Result<(usize, Vec<String>), Misread>> {
        let bytes = text.as_bytes();
        while let Some(b @ (b'\n' | b'\r')) = bytes.get(self.at) {
            self.line += usize::from(*b == b'\n');
            self.at += 1;
        }
        let (start, line) = (self.at, self.line);
        if start >= bytes.len() {
            return None;
        }
        let fields = self.read(bytes.get(start..).unwrap_or_default());
        if fields.is_none() {
            self.core.reset();
            let rest = bytes.get(start..).unwrap_or_default();
            self.at = start + rest.iter().position(|b| *b == b'\n').map_or(rest.len(), |end| end + 1);
        }
        self.line += line_ends(bytes.get(start..self.at).unwrap_or_default());
        Some(fields.map(|f| (line, f)).ok_or(Misread { place: Place::Line(line), fault: Fault::Quote }))
    }

    /// One record of `rest`; `None` if a quote of it does not close.
    fn read(&mut self, mut rest: &[u8]) -> Option<Vec<String>> {
        let (mut written, mut ended, mut closing) = (0, 0, false);
        loop {
            let input = if closing { b"\n" } else { rest };
            let (out, ends) = (self.out.get_mut(written..)?, self.ends.get_mut(ended..)?);
            let (result, read, wrote, ends) = self.core.read_record(input, out, ends);
            written += wrote;
            ended += ends;
            if !closing {
                self.at += read;
                rest = rest.get(read..)?;
            }
            match result {
                ReadRecordResult::Record => return Some(self.cut(ended)),
                // The end of the file ends a record too, unless a quote is open.
                ReadRecordResult::InputEmpty if !closing => closing = true,
                ReadRecordResult::OutputFull if self.out.len() < limits::RECORD => {
                    self.out.resize(self.out.len() * 2, 0);
                }
                ReadRecordResult::OutputEndsFull => self.ends.resize(self.ends.len() * 2, 0),
                ReadRecordResult::OutputFull | ReadRecordResult::InputEmpty | ReadRecordResult::End => return None,
            }
        }
    }

    /// The fields that were written.
    fn cut(&self, ended: usize) -> Vec<String> {
        let mut start = 0;
        let field = |end: &usize| {
            let field = self.out.get(start..*end).unwrap_or_default();
            start = *end;
            String::from_utf8_lossy(field).into_owned()
        };
        self.ends.iter().take(ended).map(field).collect()
    }
}

/// What the first record is.
enum Head {
    /// Words that say what each column holds.
    Words(Vec<Option<Column>>),
    /// A text already, of a table with one column.
    TextAlone,
    /// Neither.
    Unknown,
}

fn head(fields: &[String]) -> Head {
    let mut columns: Vec<Option<Column>> = Vec::with_capacity(fields.len());
    for field in fields {
        let found = column(field).filter(|c| !columns.contains(&Some(*c)));
        columns.push(found);
    }
    if columns.contains(&Some(Column::Text)) {
        return Head::Words(columns);
    }
    if fields.len() == 1 { Head::TextAlone } else { Head::Unknown }
}

/// What parts the fields of the first line, and where the table begins: spreadsheets may write `sep=;` before it.
fn delimiter(text: &str) -> (u8, usize) {
    let line = text.lines().next().unwrap_or_default();
    if let Some([sign]) = line.trim_end().strip_prefix("sep=").map(str::as_bytes) {
        return (*sign, text.find('\n').map_or(text.len(), |end| end + 1));
    }
    let mut counts = [(0, b','), (0, b';'), (0, b'\t')];
    let mut quoted = false;
    for b in line.bytes() {
        quoted ^= b == b'"';
        for (count, sign) in &mut counts {
            *count += usize::from(!quoted && b == *sign);
        }
    }
    // Of equals the first, which is the comma.
    let most = counts.iter().rev().max_by_key(|(count, _)| *count);
    (most.map_or(b',', |(_, sign)| *sign), 0)
}
