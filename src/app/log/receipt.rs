//! The receipt of one message: what was checked, under which rules, when, and the sum of its text; never the text unless it is kept.

use super::calendar::iso;
use super::record::Record;
use crate::value::Value;

/// The receipt as one value.
pub(crate) fn receipt(record: &Record, engine: &str) -> Value {
    let mut entries = vec![
        ("format".to_owned(), Value::text("compose-helper-receipt")),
        ("version".to_owned(), Value::Number(1.0)),
        ("checkedBy".to_owned(), Value::text(engine)),
        ("checked".to_owned(), Value::Text(iso(record.time))),
    ];
    if let Value::Map(fields) = record.write() {
        entries.extend(fields.into_iter().filter(|(name, _)| name != "time"));
    }
    Value::Map(entries)
}
