//! Every check a pack must pass before it ships, each complaint with file, rule and field; all of them at once. Reads no files.

use super::category::{Category, Class};
use super::compile::{self, compile};
use super::policy::PolicyBook;
use super::spec::{FixKind, Grade, RuleFile, RuleRole, RuleSpec, Severity};
use super::texts::{RuleTexts, Texts};
use crate::draft::{Context, Draft, Field};
use crate::engine::Engine;
use crate::fix;
use crate::fold;
use crate::reading;
use crate::scan::matcher;
use crate::session::ScanCache;
use std::collections::BTreeMap;
use std::fmt;

/// What is wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Complaint {
    /// Name of the file as given.
    pub file: String,
    /// Rule id or name of a word list; empty for the file as a whole.
    pub rule: String,
    /// Field of the rule; empty for the file as a whole.
    pub field: String,
    /// What is wrong.
    pub message: String,
}

impl fmt::Display for Complaint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let at: Vec<&str> =
            [&self.file, &self.rule, &self.field].into_iter().map(String::as_str).filter(|p| !p.is_empty()).collect();
        write!(f, "{}: {}", at.join(": "), self.message)
    }
}

/// Longest `what`, `why` and `do`, in characters.
const LONGEST_TEXT: usize = 120;
/// Fewest examples of each kind.
const FEWEST_EXAMPLES: usize = 2;

/// Checks the files of one language: name and TOML text of each.
pub fn lint(lang: &str, files: &[(String, String)], policy: &PolicyBook) -> Vec<Complaint> {
    let mut lint = Lint { complaints: Vec::new(), policy };
    let parsed: Vec<(&str, RuleFile)> =
        files.iter().filter_map(|(name, text)| Some((name.as_str(), lint.parse(name, text)?))).collect();
    let mut homes: BTreeMap<&str, &str> = BTreeMap::new();
    for (file, rule) in parsed.iter().flat_map(|(name, f)| f.rule.iter().map(move |r| (*name, r))) {
        if let Some(first) = homes.insert(&rule.id, file) {
            lint.complain(file, &rule.id, "id", format!("the id is taken in {first}"));
        }
        lint.rule(file, rule);
    }
    let specs: Vec<RuleFile> = parsed.iter().map(|(_, f)| f.clone()).collect();
    let (pack, complaints) = compile(lang, &specs, &fold::plain);
    for compile::Complaint { at, field, message } in complaints {
        let file = homes.get(at.as_str()).copied().unwrap_or_default().to_owned();
        lint.complain(&file, &at, field, message);
    }
    let packs = [super::builtin("any").ok().filter(|_| lang != "any"), Some(pack)].into_iter().flatten().collect();
    // Examples hold for the rules alone, whatever was learned.
    let engine = Engine::with_packs(packs, policy.clone(), Texts::default()).with_whole(None);
    for (file, rule) in parsed.iter().flat_map(|(name, f)| f.rule.iter().map(move |r| (*name, r))) {
        lint.examples(&engine, lang, file, rule);
    }
    lint.complaints.sort();
    lint.complaints
}

/// Compiles the files of one language, with the complaints that stand in the way.
pub fn compile_texts(lang: &str, files: &[(String, String)]) -> (super::compact::CompactPack, Vec<Complaint>) {
    let nothing = PolicyBook::default();
    let mut lint = Lint { complaints: Vec::new(), policy: &nothing };
    let parsed: Vec<RuleFile> = files.iter().filter_map(|(name, text)| lint.parse(name, text)).collect();
    let (pack, complaints) = compile(lang, &parsed, &fold::plain);
    for compile::Complaint { at, field, message } in complaints {
        lint.complain(lang, &at, field, message);
    }
    (pack, lint.complaints)
}

struct Lint<'a> {
    complaints: Vec<Complaint>,
    policy: &'a PolicyBook,
}

impl Lint<'_> {
    fn complain(&mut self, file: &str, rule: &str, field: &str, message: impl Into<String>) {
        let (file, rule, field, message) = (file.to_owned(), rule.to_owned(), field.to_owned(), message.into());
        self.complaints.push(Complaint { file, rule, field, message });
    }

    fn parse(&mut self, name: &str, text: &str) -> Option<RuleFile> {
        match toml::from_str(text) {
            Ok(file) => Some(file),
            Err(error) => {
                let line =
                    error.span().map_or(0, |s| text.get(..s.start).unwrap_or_default().matches('\n').count() + 1);
                self.complain(name, "", "", format!("line {line}: {}", error.message()));
                None
            }
        }
    }

    fn rule(&mut self, file: &str, r: &RuleSpec) {
        let mut wrong = |field: &str, message: String| {
            self.complaints.push(Complaint {
                file: file.to_owned(),
                rule: r.id.clone(),
                field: field.to_owned(),
                message,
            });
        };
        let kebab = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if r.id.is_empty() || !r.id.chars().all(kebab) {
            wrong("id", "must be in kebab-case".to_owned());
        }
        let local = [("local.what", &r.local.what), ("local.why", &r.local.why), ("local.do", &r.local.action)];
        let local = local.into_iter().filter(|_| r.local != RuleTexts::default());
        for (field, text) in [("what", &r.what), ("why", &r.why), ("do", &r.action)].into_iter().chain(local) {
            if text.is_empty() || text.chars().count() > LONGEST_TEXT {
                wrong(field, format!("must have 1 to {LONGEST_TEXT} characters, has {}", text.chars().count()));
            }
            if text.contains('!') {
                wrong(field, "must not hold an exclamation mark".to_owned());
            }
        }
        if r.policy.is_empty() {
            wrong("policy", "names no row".to_owned());
        }
        for row in r.policy.iter().filter(|row| self.policy.row(row).is_none()) {
            wrong("policy", format!("there is no row {row}"));
        }
        for pattern in &r.regex {
            if let Err(message) = matcher::check(pattern) {
                wrong("regex", format!("`{pattern}`: {message}"));
            }
        }
        if r.derived.is_some() != (r.matches.is_empty() && r.regex.is_empty()) {
            wrong("match", "a rule has patterns or is derived, one of the two".to_owned());
        }
        if let Some(message) = class_complaint(r) {
            wrong("category", message);
        }
        if let Some(message) = fix_complaint(r) {
            wrong("fix", message);
        }
    }

    fn examples(&mut self, engine: &Engine, lang: &str, file: &str, r: &RuleSpec) {
        if r.derived.is_some() {
            return;
        }
        for (field, examples) in [("flag", &r.flag), ("pass", &r.pass)] {
            if examples.len() < FEWEST_EXAMPLES {
                self.complain(file, &r.id, field, format!("has {} examples, needs {FEWEST_EXAMPLES}", examples.len()));
            }
        }
        for example in &r.flag {
            let (draft, marked) = unmark(example);
            let found = matched(engine, lang, &draft, &r.id);
            let Some(marked) = marked else {
                self.complain(file, &r.id, "flag", format!("`{example}`: nothing is marked with [[…]]"));
                continue;
            };
            if found.is_empty() {
                self.complain(file, &r.id, "flag", format!("`{example}`: is not matched"));
            } else if !found.contains(&marked) {
                self.complain(file, &r.id, "flag", format!("`{example}`: matches `{}`", found.join("`, `")));
            }
        }
        for example in &r.pass {
            let (draft, _) = unmark(example);
            if let Some(found) = matched(engine, lang, &draft, &r.id).first() {
                self.complain(file, &r.id, "pass", format!("`{example}`: matches `{found}`"));
            }
        }
        self.fixed(engine, lang, file, r);
    }

    fn fixed(&mut self, engine: &Engine, lang: &str, file: &str, r: &RuleSpec) {
        if r.fix.kind == FixKind::Manual {
            return;
        }
        if r.fixed.len() != r.flag.len() {
            self.complain(file, &r.id, "fixed", format!("has {} texts for {} in `flag`", r.fixed.len(), r.flag.len()));
        }
        for (example, expected) in r.flag.iter().zip(&r.fixed) {
            let (draft, _) = unmark(example);
            let context = Context { lang: Some(lang.to_owned()), ..Context::default() };
            let review = engine.review(&draft, &context);
            let named = review.findings.iter().filter(|f| f.rule == r.id).flat_map(|f| &f.fixes).next();
            let Some(fix) = named.and_then(|id| review.fixes.iter().find(|f| f.id == *id)) else {
                self.complain(file, &r.id, "fixed", format!("`{example}`: no fix is offered"));
                continue;
            };
            let got = fix::apply(&draft, &fix.edits);
            if got != unmark(expected).0 {
                self.complain(
                    file,
                    &r.id,
                    "fixed",
                    format!("`{example}`: becomes `{}`", if got.subject.is_empty() { got.body } else { got.subject }),
                );
            }
        }
    }
}

fn class_complaint(r: &RuleSpec) -> Option<String> {
    if r.category.is_empty() {
        let needs = matches!(r.role, RuleRole::Critical | RuleRole::NonCritical);
        return needs.then(|| "a rule with this role needs a category".to_owned());
    }
    let category: Category = match r.category.parse() {
        Ok(category) => category,
        Err(error) => return Some(format!("{error}")),
    };
    match (r.role, category.class()) {
        (RuleRole::Critical, Class::NonCritical | Class::Neutral) | (RuleRole::NonCritical, Class::Critical) => {
            Some(format!("`{category}` does not go with this role"))
        }
        (RuleRole::Critical, Class::Critical)
        | (RuleRole::NonCritical, Class::NonCritical | Class::Neutral)
        | (RuleRole::Courtesy | RuleRole::Finding, _) => None,
    }
}

fn fix_complaint(r: &RuleSpec) -> Option<String> {
    let fills = matches!(r.fix.kind, FixKind::Replace | FixKind::ReplaceSentence);
    if fills == r.fix.text.is_empty() {
        return Some("`text` goes with `replace` and `replace_sentence`".to_owned());
    }
    if (r.fix.kind == FixKind::Manual) != (r.fix.grade == Grade::Manual) {
        return Some("kind and grade must both be manual, or neither".to_owned());
    }
    (r.fix.kind != FixKind::Manual && r.severity == Severity::Info)
        .then(|| "a rule of severity info shows no fix".to_owned())
}

/// The example as a draft, and the marked words. `Subject:` at the start makes it a subject.
fn unmark(example: &str) -> (Draft, Option<String>) {
    let marked =
        example.split_once("[[").and_then(|(_, rest)| rest.split_once("]]")).map(|(inside, _)| inside.to_owned());
    let plain = match &marked {
        Some(inside) => example.replacen(&format!("[[{inside}]]"), inside, 1),
        None => example.to_owned(),
    };
    let draft = match plain.strip_prefix("Subject: ") {
        Some(subject) => Draft::new(subject, ""),
        None => Draft::new("", plain),
    };
    (draft, marked)
}

/// What the rule matches in the draft, in the source.
fn matched(engine: &Engine, lang: &str, draft: &Draft, rule: &str) -> Vec<String> {
    let packs = engine.packs_for(lang);
    let reading = reading::read(engine, &packs, draft, &mut ScanCache::default());
    let named = |m: &&reading::Match| {
        engine.scanner(m.rule.pack).and_then(|s| s.rules().get(m.rule.rule)).is_some_and(|r| r.id == rule)
    };
    let text = |field: Field| draft.text(field);
    reading.matches.iter().filter(named).map(|m| m.span.of(text(m.field)).to_owned()).collect()
}
