//! A library while it is read and checked, one step at a time, and what was found. Must not know clocks, the DOM or wording.

use super::list::{Order, Sieve};
use super::{Fault, Place, Reader, Template, Trouble, limits};
use crate::desk::Desk;
use crate::text::LANGUAGES;
use compose_engine::delivery::Outcome;
use compose_engine::{Buyer, Context, Draft, Review, Severity, Verdict};
use std::collections::VecDeque;
use std::rc::Rc;

/// What the engine says about a template, in short.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Checked {
    /// The language it was read in.
    pub(crate) lang: Rc<str>,
    /// What it is.
    pub(crate) verdict: Verdict,
    /// What the chosen buyer gets.
    pub(crate) outcome: Outcome,
    /// How many findings of each severity, the gravest first; notes are not counted.
    pub(crate) findings: [usize; 4],
    /// The gravest finding; empty without any.
    pub(crate) first: Rc<str>,
}

/// The severities that are counted, the gravest first.
pub(crate) const SEVERITIES: [Severity; 4] = [Severity::High, Severity::Medium, Severity::Low, Severity::Hint];

/// What the next step did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Step {
    /// One template was read or checked.
    Done,
    /// The rules of this language are wanted; others go on meanwhile.
    Wants(Rc<str>),
    /// Nothing can be done now: everything is done, stopped, or waits for a language.
    Rests,
}

/// A template and what was found.
#[derive(Debug, Clone)]
pub(crate) struct Row {
    pub(crate) template: Template,
    /// `None` until it is checked.
    pub(crate) checked: Option<Checked>,
}

/// How a language stands that was not there at first.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Language {
    Asked(Rc<str>),
    Missing(Rc<str>),
}

/// Everything the page of templates knows.
#[derive(Default)]
pub(crate) struct Library {
    /// Templates in order of reading.
    pub(crate) rows: Vec<Row>,
    /// What could not be read.
    pub(crate) troubles: Vec<Trouble>,
    /// How many more troubles there were than are listed.
    pub(crate) more_troubles: usize,
    /// Which rows are shown.
    pub(crate) sieve: Sieve,
    /// In which order.
    pub(crate) order: Order,
    /// The page of the table, from 0.
    pub(crate) page: usize,
    /// The row whose details are open.
    pub(crate) open: Option<usize>,
    /// How the templates are to be sent.
    pub(crate) context: Context,
    coming: usize,
    stopped: bool,
    readers: VecDeque<Reader>,
    queue: VecDeque<usize>,
    waiting: Vec<(Rc<str>, usize)>,
    languages: Vec<Language>,
}

/// How far checking is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Progress {
    /// Templates checked.
    pub(crate) done: usize,
    /// Templates read.
    pub(crate) all: usize,
    /// Where it stands.
    pub(crate) phase: Phase,
}

/// Where reading and checking stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Phase {
    /// Nothing is left to do.
    Finished,
    /// At work.
    Running,
    /// The seller stopped it.
    Stopped,
}

impl Library {
    /// An empty library, sent as the composer sends at first, to a buyer who opted out.
    pub(crate) fn new() -> Self {
        let context = Context { buyer: Buyer::OptedOut, ..Context::default() };
        Self { context, ..Self::default() }
    }

    /// The seller gives so many files; what was stopped goes on.
    pub(crate) fn expect(&mut self, files: usize) {
        self.coming += files;
        self.stopped = false;
    }

    /// Takes in a file that was ready at hand.
    pub(crate) fn give(&mut self, file: Result<Reader, Trouble>) {
        self.expect(0);
        self.add(file);
    }

    /// Takes in a file that was expected, or one of its parts; what cannot be opened is told.
    pub(crate) fn add(&mut self, file: Result<Reader, Trouble>) {
        match file {
            Ok(reader) => self.readers.push_back(reader),
            Err(trouble) => self.tell(trouble),
        }
    }

    /// Tells what could not be read.
    pub(crate) fn tell(&mut self, trouble: Trouble) {
        if self.troubles.len() < limits::TROUBLES {
            self.troubles.push(trouble);
        } else {
            self.more_troubles += 1;
        }
    }

    /// Forgets all templates; the way of sending stays.
    pub(crate) fn clear(&mut self) {
        *self = Self { context: self.context.clone(), coming: self.coming, ..Self::default() };
    }

    /// A file that was expected is here in full.
    pub(crate) fn came(&mut self) {
        self.coming = self.coming.saturating_sub(1);
    }

    /// Stops after the present step, or goes on.
    pub(crate) fn set_stopped(&mut self, stopped: bool) {
        self.stopped = stopped;
    }

    /// Another way of sending: everything is checked anew.
    pub(crate) fn set_context(&mut self, context: Context) {
        self.context = context;
        self.stopped = false;
        self.open = None;
        self.waiting.clear();
        self.queue = (0..self.rows.len()).collect();
        for row in &mut self.rows {
            row.checked = None;
        }
    }

    /// How far it is.
    pub(crate) fn progress(&self) -> Progress {
        let all = self.rows.len();
        let is_idle = self.readers.is_empty() && self.queue.is_empty() && self.waiting.is_empty() && self.coming == 0;
        let phase = match (is_idle, self.stopped) {
            (true, _) => Phase::Finished,
            (false, true) => Phase::Stopped,
            (false, false) => Phase::Running,
        };
        Progress { done: all - self.queue.len() - self.waiting.len(), all, phase }
    }

    /// Reads or checks one template.
    pub(crate) fn step(&mut self, desk: &Desk) -> Step {
        if self.stopped {
            return Step::Rests;
        }
        if let Some(reader) = self.readers.front_mut() {
            let item = reader.next();
            self.take(item);
            return Step::Done;
        }
        let Some(number) = self.queue.pop_front() else { return Step::Rests };
        let Some(row) = self.rows.get(number) else { return Step::Done };
        let lang = language(desk, &row.template, &self.context);
        if desk.reads(&lang) || self.lacks(&lang) {
            let context = Context { lang: Some(lang.to_string()), ..self.context.clone() };
            let review = desk.review(&row.template.draft, &context);
            if let Some(row) = self.rows.get_mut(number) {
                row.checked = Some(Checked::of(&review));
            }
            return Step::Done;
        }
        self.waiting.push((Rc::clone(&lang), number));
        if self.languages.contains(&Language::Asked(Rc::clone(&lang))) {
            return Step::Done;
        }
        self.languages.push(Language::Asked(Rc::clone(&lang)));
        Step::Wants(lang)
    }

    /// A language came, or why it did not: then its templates are read by the rules that hold in every language.
    pub(crate) fn arrived(&mut self, lang: &Rc<str>, fault: Option<Rc<str>>) {
        self.languages.retain(|l| *l != Language::Asked(Rc::clone(lang)));
        if let Some(reason) = fault {
            self.languages.push(Language::Missing(Rc::clone(lang)));
            self.tell(Trouble::new(lang, Place::Whole, Fault::Language(reason)));
        }
        let queue = &mut self.queue;
        self.waiting.retain(|(other, number)| {
            let stays = other != lang;
            if !stays {
                queue.push_back(*number);
            }
            stays
        });
    }

    fn lacks(&self, lang: &Rc<str>) -> bool {
        self.languages.contains(&Language::Missing(Rc::clone(lang)))
    }

    /// What a reader gave; `None` ends it.
    fn take(&mut self, item: Option<Result<Template, Trouble>>) {
        match item {
            Some(Ok(template)) if self.rows.len() < limits::TEMPLATES => {
                self.queue.push_back(self.rows.len());
                self.rows.push(Row { template, checked: None });
            }
            Some(Ok(template)) => {
                self.readers.pop_front();
                self.tell(Trouble { source: template.source, fault: Fault::Full });
            }
            Some(Err(trouble)) => self.tell(trouble),
            None => drop(self.readers.pop_front()),
        }
    }

    /// The review of one row, anew and in full.
    pub(crate) fn review(&self, number: usize, desk: &Desk) -> Option<(Rc<Draft>, Review)> {
        let row = self.rows.get(number)?;
        let lang = row.checked.as_ref()?.lang.to_string();
        let context = Context { lang: Some(lang), ..self.context.clone() };
        Some((Rc::clone(&row.template.draft), desk.review(&row.template.draft, &context)))
    }
}

/// The language the file names, if there are rules for it, else the one it is written in.
fn language(desk: &Desk, template: &Template, context: &Context) -> Rc<str> {
    let named = template.lang.as_deref().and_then(|lang| {
        let code = lang.split(['-', '_']).next().unwrap_or(lang).to_lowercase();
        LANGUAGES.iter().find(|(known, name)| *known == code || name.to_lowercase() == code).map(|(known, _)| *known)
    });
    named.map_or_else(|| desk.language(&template.draft, context).into(), Rc::from)
}

impl Checked {
    fn of(review: &Review) -> Self {
        let count = |severity: Severity| review.findings.iter().filter(|f| f.severity == severity).count();
        let first = review.findings.iter().find(|f| f.severity != Severity::Info);
        Self {
            lang: review.lang.as_str().into(),
            verdict: review.verdict,
            outcome: review.deliveries.first().map_or(Outcome::Depends, |d| d.outcome),
            findings: SEVERITIES.map(count),
            first: first.map(|f| f.what.as_str()).unwrap_or_default().into(),
        }
    }
}
