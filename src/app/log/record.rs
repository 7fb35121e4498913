//! One message of the log, and how it is read from plain values and written to them. Must not know where they are kept.

use super::calendar::{iso, time_from};
use super::fault::{Fault, Fields, List, Wrong};
use crate::value::Value;
use compose_engine::delivery::Outcome;
use compose_engine::{Category, Draft, Edition, Verdict};
use std::rc::Rc;
use std::str::FromStr;

/// What the seller did with a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Done {
    /// Sent, and nothing came back.
    Sent,
    /// Sent, and it came back.
    Blocked,
    /// Sent with the marker, the topic or a critical reason.
    Override,
    /// Checked and not sent.
    NotSent,
}

impl Done {
    /// In the order of the buttons.
    pub(crate) const ALL: [Self; 4] = [Self::Sent, Self::Blocked, Self::Override, Self::NotSent];

    /// Its name in files.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Sent => "sent",
            Self::Blocked => "blocked",
            Self::Override => "override",
            Self::NotSent => "not_sent",
        }
    }

    /// Whether the message reached the buyer, as far as the seller knows.
    pub(crate) const fn reached(self) -> bool {
        match self {
            Self::Sent | Self::Override => true,
            Self::Blocked | Self::NotSent => false,
        }
    }
}

impl FromStr for Done {
    type Err = ();
    fn from_str(name: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|d| d.as_str() == name).ok_or(())
    }
}

/// One message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Record {
    /// Unique.
    pub(crate) id: Rc<str>,
    /// When it was noted, in milliseconds since 1970.
    pub(crate) time: i64,
    /// Order ID; empty where none is known.
    pub(crate) order: String,
    /// What the seller did.
    pub(crate) done: Done,
    /// What the engine said.
    pub(crate) verdict: Verdict,
    /// The edition that led.
    pub(crate) edition: Edition,
    /// What was to be expected.
    pub(crate) outcome: Outcome,
    /// Whether it answered the buyer in the buyer's thread.
    pub(crate) reply: bool,
    /// Whether the critical route stood on something else.
    pub(crate) misuse: bool,
    /// What it was about.
    pub(crate) categories: Vec<Category>,
    /// Rules of the findings.
    pub(crate) rules: Vec<String>,
    /// Policy rows it broke that can cost the account.
    pub(crate) grave: Vec<String>,
    /// SHA-256 of the text in hexadecimal; empty where the browser could not tell.
    pub(crate) sha256: String,
    /// Subject and body, if the seller wanted them kept.
    pub(crate) text: Option<Draft>,
}

impl Record {
    /// Whether it asks for a review or feedback.
    pub(crate) fn asks_for_review(&self) -> bool {
        self.categories.contains(&Category::ReviewRequest)
    }

    /// As plain values, the same in files and in the browser's storage.
    pub(crate) fn write(&self) -> Value {
        let categories = self.categories.iter().map(|c| Value::text(c.as_str())).collect();
        let mut entries = vec![
            ("id", Value::text(&self.id)),
            ("time", Value::Text(iso(self.time))),
            ("order", Value::text(&self.order)),
            ("done", Value::text(self.done.as_str())),
            ("verdict", Value::text(self.verdict.as_str())),
            ("edition", Value::text(self.edition.as_str())),
            ("outcome", Value::text(self.outcome.as_str())),
            ("reply", Value::Bool(self.reply)),
            ("misuse", Value::Bool(self.misuse)),
            ("categories", Value::List(categories)),
            ("rules", Value::texts(&self.rules)),
            ("grave", Value::texts(&self.grave)),
            ("sha256", Value::text(&self.sha256)),
        ];
        if let Some(text) = &self.text {
            entries.push(("subject", Value::text(&text.subject)));
            entries.push(("body", Value::text(&text.body)));
        }
        Value::Map(entries.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
    }

    /// Reads the record that stands at `number` of its list; says every fault if it is not sound.
    pub(crate) fn read(value: &Value, number: usize) -> Result<Self, Vec<Fault>> {
        let mut fields = Fields::new(value, List::Messages, number);
        if !fields.faults.is_empty() {
            return Err(fields.faults);
        }
        let id = fields.text("id");
        let time = time(&mut fields);
        let (order, done) = (fields.text_or_none("order"), fields.name("done"));
        let (verdict, edition, outcome) = (fields.name("verdict"), fields.name("edition"), fields.name("outcome"));
        let (reply, misuse) = (fields.flag("reply"), fields.flag("misuse"));
        let (categories, rules, grave) = (categories(&mut fields), fields.texts("rules"), fields.texts("grave"));
        let (sha256, text) = (fields.text_or_none("sha256"), text(&mut fields));
        let (Some(done), Some(verdict), Some(edition), Some(outcome), true) =
            (done, verdict, edition, outcome, fields.faults.is_empty())
        else {
            return Err(fields.faults);
        };
        let id = id.into();
        Ok(Self {
            id,
            time,
            order,
            done,
            verdict,
            edition,
            outcome,
            reply,
            misuse,
            categories,
            rules,
            grave,
            sha256,
            text,
        })
    }
}

fn time(fields: &mut Fields<'_>) -> i64 {
    let before = fields.faults.len();
    let time = time_from(fields.text("time"));
    if time.is_none() && fields.faults.len() == before {
        fields.wrong("time", Wrong::Date);
    }
    time.unwrap_or_default()
}

fn categories(fields: &mut Fields<'_>) -> Vec<Category> {
    let mut known = Vec::new();
    for name in fields.texts("categories") {
        match name.parse() {
            Ok(category) => known.push(category),
            Err(_) => fields.wrong("categories", Wrong::Name(name)),
        }
    }
    known
}

fn text(fields: &mut Fields<'_>) -> Option<Draft> {
    let kept = fields.value.get("subject").is_some() || fields.value.get("body").is_some();
    kept.then(|| Draft::new(fields.text_or_none("subject"), fields.text_or_none("body")))
}
