//! From written rules to the compact form: pattern syntax, word lists, numbered phrases. Shared with `build.rs`; knows no drafts.
//!
//! Pattern syntax, words separated by spaces:
//! `word` · `stem*` · `*ending` · `*inside*` · `<list>` · `(one|two words|thr*)` · `?` behind an item: may be missing ·
//! `..3` at most three words in between · `...` anything in between · `^` first in the sentence · `$` last in the sentence ·
//! `<num>` a word that begins with a digit.

use super::compact::{ANY_GAP, CompactPack, CompactRule, Head, Pattern, Patterns, Phrase, Step, Term};
use super::spec::{RuleFile, RuleSpec, Severity};
use super::texts::RuleTexts;
use super::token;
use super::unfold::{split_items, unfold};
use std::collections::BTreeMap;

/// Where and why something could not be compiled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Complaint {
    /// Rule id, or the name of the word list.
    pub at: String,
    /// Field of the rule.
    pub field: &'static str,
    /// What is wrong.
    pub message: String,
}

/// Compiles all files of one language; every complaint is collected. `fold` gives the plain form of a literal.
pub fn compile(lang: &str, files: &[RuleFile], fold: &dyn Fn(&str) -> String) -> (CompactPack, Vec<Complaint>) {
    let mut c = Compiler {
        fold,
        words: BTreeMap::new(),
        phrases: Numbered::default(),
        lists: Numbered::default(),
        complaints: Vec::new(),
    };
    for file in files {
        for (name, words) in &file.words {
            if c.words.insert(name.clone(), words.clone()).is_some() {
                c.complain(name, "words", "there are two lists of this name");
            }
        }
    }
    let rules = files.iter().flat_map(|f| &f.rule).map(|r| c.rule(r)).collect();
    let mut abbreviations: Vec<String> = files.iter().flat_map(|f| &f.abbreviations).map(|a| fold(a)).collect();
    abbreviations.sort();
    abbreviations.dedup();
    let greetings = files.iter().flat_map(|f| &f.greetings).map(|g| fold(g)).collect();
    let quote_headers = files.iter().flat_map(|f| &f.quote_headers).map(|h| fold(h)).collect();
    let mut placeholders: Vec<(String, String)> =
        files.iter().flat_map(|f| &f.placeholders).map(|(name, value)| (fold(name), fold(value))).collect();
    placeholders.sort_by(|a, b| (b.0.len(), &a.0).cmp(&(a.0.len(), &b.0)));
    let head = Head { lang: lang.to_owned(), abbreviations, quote_headers, greetings, placeholders };
    (CompactPack { head, phrases: c.phrases.things, lists: c.lists.things, rules }, c.complaints)
}

/// Things that have numbers, given out in the order in which they are first met.
struct Numbered<T> {
    things: Vec<T>,
    numbers: BTreeMap<T, u16>,
}

impl<T> Default for Numbered<T> {
    fn default() -> Self {
        Self { things: Vec::new(), numbers: BTreeMap::new() }
    }
}

impl<T: Clone + Ord> Numbered<T> {
    fn number(&mut self, thing: T) -> Result<u16, String> {
        if let Some(number) = self.numbers.get(&thing) {
            return Ok(*number);
        }
        let number = u16::try_from(self.things.len()).map_err(|_| "too many different words and lists".to_owned())?;
        self.things.push(thing.clone());
        self.numbers.insert(thing, number);
        Ok(number)
    }
}

struct Compiler<'a> {
    fold: &'a dyn Fn(&str) -> String,
    /// The word lists as written.
    words: BTreeMap<String, Vec<String>>,
    phrases: Numbered<Phrase>,
    lists: Numbered<Vec<Term>>,
    complaints: Vec<Complaint>,
}

/// An item of a pattern before its words have numbers.
#[derive(Debug, Clone)]
enum Item {
    /// Words as written, names of lists among them.
    Words {
        alternatives: Vec<String>,
        optional: bool,
    },
    Gap(u8),
    Number,
}

impl Compiler<'_> {
    fn complain(&mut self, at: &str, field: &'static str, message: impl Into<String>) {
        self.complaints.push(Complaint { at: at.to_owned(), field, message: message.into() });
    }

    fn rule(&mut self, r: &RuleSpec) -> CompactRule {
        // What is never told as a finding needs no advice in what ships; the reference of rules has it.
        let advice = |text: &str| if r.severity == Severity::Info { String::new() } else { text.to_owned() };
        CompactRule {
            id: r.id.clone(),
            role: r.role,
            category: r.category.clone(),
            policy: r.policy.clone(),
            severity: r.severity,
            patterns: Patterns {
                matches: self.patterns(&r.id, "match", &r.matches),
                except: self.patterns(&r.id, "except", &r.except),
                needs: self.patterns(&r.id, "needs", &r.needs),
                unless: self.patterns(&r.id, "unless", &r.unless),
            },
            regex: r.regex.clone(),
            when: r.when,
            derived: r.derived,
            certainty: r.certainty,
            what: r.what.clone(),
            why: r.why.clone(),
            action: advice(&r.action),
            local: RuleTexts { action: advice(&r.local.action), ..r.local.clone() },
            fix: r.fix.clone(),
        }
    }

    fn patterns(&mut self, at: &str, field: &'static str, written: &[String]) -> Vec<Pattern> {
        written
            .iter()
            .flat_map(|text| match self.pattern(text) {
                Ok(patterns) => patterns,
                Err(message) => {
                    self.complain(at, field, format!("`{text}`: {message}"));
                    Vec::new()
                }
            })
            .collect()
    }

    /// One written pattern gives one compiled pattern for each alternative that is more than words.
    fn pattern(&mut self, text: &str) -> Result<Vec<Pattern>, String> {
        unfold(text)?.iter().map(|text| self.plain_pattern(text)).collect()
    }

    /// A pattern whose alternatives are words alone.
    fn plain_pattern(&mut self, text: &str) -> Result<Pattern, String> {
        let inside = text.trim();
        let (at_start, inside) = inside.strip_prefix('^').map_or((false, inside), |rest| (true, rest.trim_start()));
        let (at_end, inside) = inside.strip_suffix('$').map_or((false, inside), |rest| (true, rest.trim_end()));
        let items = split_items(inside)?.iter().map(|i| item(i)).collect::<Result<Vec<_>, _>>()?;
        let optional = items.iter().filter(|i| matches!(i, Item::Words { optional: true, .. })).count();
        if optional > MOST_OPTIONAL {
            return Err("more than four optional items".to_owned());
        }
        let steps = self.steps(items)?;
        if steps.iter().all(|s| s.optional) {
            return Err("nothing to match".to_owned());
        }
        Ok(Pattern { at_start, at_end, steps })
    }

    fn steps(&mut self, items: Vec<Item>) -> Result<Vec<Step>, String> {
        let (mut steps, mut gap) = (Vec::new(), 0u8);
        let mut literal = String::new();
        for item in items {
            // Plain words side by side are one phrase: fewer phrases, fewer steps.
            if let Item::Words { alternatives, optional: false } = &item
                && let [one] = alternatives.as_slice()
                && !one.contains(['*', '<'])
            {
                if !literal.is_empty() {
                    literal.push(' ');
                }
                literal.push_str(one);
                continue;
            }
            if !literal.is_empty() {
                let term = Term::Phrase(self.phrase(&std::mem::take(&mut literal))?);
                steps.push(Step { term, gap: std::mem::take(&mut gap), optional: false });
            }
            match item {
                Item::Gap(n) => gap = gap.saturating_add(n),
                Item::Number => {
                    steps.push(Step { term: Term::Number, gap: std::mem::take(&mut gap), optional: false });
                }
                Item::Words { alternatives, optional } => {
                    let term = self.term(&alternatives, 0)?;
                    steps.push(Step { term, gap: std::mem::take(&mut gap), optional });
                }
            }
        }
        if !literal.is_empty() {
            steps.push(Step { term: Term::Phrase(self.phrase(&literal)?), gap, optional: false });
        }
        Ok(steps)
    }

    /// What a set of written words stands for: one phrase, one list, or a list of both.
    fn term(&mut self, written: &[String], depth: u8) -> Result<Term, String> {
        let mut terms = written.iter().map(|w| self.word(w, depth)).collect::<Result<Vec<_>, _>>()?;
        terms.sort_unstable();
        terms.dedup();
        match terms.as_slice() {
            [] => Err("a word list without words".to_owned()),
            [one] => Ok(*one),
            _ => Ok(Term::List(self.lists.number(terms)?)),
        }
    }

    /// A word, a phrase, or the name of a list; lists may name lists.
    fn word(&mut self, written: &str, depth: u8) -> Result<Term, String> {
        let Some(name) = written.strip_prefix('<').and_then(|t| t.strip_suffix('>')) else {
            return Ok(Term::Phrase(self.phrase(written)?));
        };
        if depth > 4 {
            return Err(format!("`<{name}>`: lists name one another in a circle"));
        }
        let words = self.words.get(name).cloned().ok_or_else(|| format!("there is no word list `<{name}>`"))?;
        self.term(&words, depth + 1)
    }

    fn phrase(&mut self, written: &str) -> Result<u16, String> {
        let (inner, text) = written.strip_prefix('*').map_or((false, written), |rest| (true, rest));
        let (stem, text) = text.strip_suffix('*').map_or((false, text), |rest| (true, rest));
        if text.contains('*') {
            return Err(format!("`{written}`: a `*` may only stand at the start or the end"));
        }
        if text.split(' ').any(|w| w.starts_with("..") || w == "<num>" || w.contains(['<', '>', '(', ')', '|'])) {
            return Err(format!("`{written}`: a phrase of a list holds plain words only"));
        }
        let text = token::joined(&(self.fold)(text));
        if text.is_empty() {
            return Err(format!("`{written}` holds no word"));
        }
        self.phrases.number(Phrase { text, inner, stem })
    }
}

/// Most items of one pattern that may be missing: each doubles the patterns to try.
const MOST_OPTIONAL: usize = 4;

fn item(text: &str) -> Result<Item, String> {
    if text == "..." {
        return Ok(Item::Gap(ANY_GAP));
    }
    if let Some(n) = text.strip_prefix("..") {
        return n.parse().map(Item::Gap).map_err(|_| format!("`{text}` is not a gap; write `..3`"));
    }
    let (text, optional) = text.strip_suffix('?').map_or((text, false), |rest| (rest, true));
    if text == "<num>" {
        return if optional { Err("`<num>` cannot be optional".to_owned()) } else { Ok(Item::Number) };
    }
    let alternatives = match text.strip_prefix('(').map(|t| t.strip_suffix(')')) {
        Some(None) => return Err(format!("`{text}`: missing `)`")),
        Some(Some(inside)) => inside.split('|').map(|one| one.trim().to_owned()).collect(),
        None => vec![text.to_owned()],
    };
    Ok(Item::Words { alternatives, optional })
}
