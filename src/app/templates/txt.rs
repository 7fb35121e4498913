//! Plain text: one template a file, or several parted by lines of dashes; a first line `Subject:` is the subject.

use super::columns::{Column, column};
use super::reader::Record;

/// Longest word before the colon of a subject line, in bytes.
const LONGEST_HEAD: usize = 20;

/// Where reading stands.
#[derive(Debug, Default)]
pub(super) struct Parts {
    at: usize,
    line: usize,
}

impl Parts {
    /// The next part that is not blank.
    pub(super) fn next(&mut self, text: &str) -> Option<Record> {
        while self.at < text.len() {
            let first = self.line + 1;
            let part = self.part(text);
            if let Some(record) = record(part, first) {
                return Some(record);
            }
        }
        None
    }

    /// Everything up to the next line of dashes, which is passed.
    fn part<'a>(&mut self, text: &'a str) -> &'a str {
        let start = self.at;
        let rest = text.get(start..).unwrap_or_default();
        for line in rest.split_inclusive('\n') {
            let before = self.at;
            self.at += line.len();
            self.line += 1;
            if is_rule(line) {
                return text.get(start..before).unwrap_or_default();
            }
        }
        rest
    }
}

fn is_rule(line: &str) -> bool {
    let line = line.trim_end();
    line.len() >= 3 && line.bytes().all(|b| b == b'-')
}

fn record(part: &str, first: usize) -> Option<Record> {
    let blank = part.lines().take_while(|l| l.trim().is_empty()).count();
    let text = part.trim();
    if text.is_empty() {
        return None;
    }
    let (head, rest) = text.split_once('\n').unwrap_or((text, ""));
    let subject =
        head.split_once(':').filter(|(word, _)| word.len() <= LONGEST_HEAD && column(word) == Some(Column::Subject));
    let (subject, body) = subject.map_or(("", text), |(_, subject)| (subject.trim(), rest.trim()));
    Some(Record { line: first + blank, subject: subject.to_owned(), text: body.to_owned(), ..Record::default() })
}
