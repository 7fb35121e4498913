//! From written rules to the compact form: pattern syntax, word lists, the automata. Shared with `build.rs`; knows no drafts.
//!
//! Pattern syntax, words separated by spaces:
//! `word` · `stem*` · `*ending` · `*inside*` · `<list>` · `(one|two words|thr*)` · `?` behind an item: may be missing ·
//! `..3` at most three words in between · `...` anything in between · `^` first in the sentence · `$` last in the sentence ·
//! `<num>` a word that begins with a digit.

use super::spec::{ANY_GAP, CompactPack, CompactRule, NUMBER, Pattern, RuleFile, RuleSpec, Step};
use super::token;
use super::unfold::{split_items, unfold};
use std::collections::{BTreeMap, BTreeSet};

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

/// Marks in automaton keys: the phrase ends with its last word, or the last word may go on.
pub const WHOLE: u8 = 0;
/// See [`WHOLE`].
pub const STEM: u8 = 1;

/// Compiles all files of one language; every complaint is collected. `fold` gives the plain form of a literal.
pub fn compile(lang: &str, files: &[RuleFile], fold: &dyn Fn(&str) -> String) -> (CompactPack, Vec<Complaint>) {
    let mut c = Compiler {
        fold,
        lists: BTreeMap::new(),
        numbers: BTreeMap::new(),
        phrases: BTreeMap::new(),
        complaints: Vec::new(),
    };
    for file in files {
        for (name, words) in &file.words {
            if c.lists.insert(name.clone(), words.clone()).is_some() {
                c.complain(name, "words", "there are two lists of this name");
            }
        }
    }
    let rules = files.iter().flat_map(|f| &f.rule).map(|r| c.rule(r)).collect();
    let mut abbreviations: Vec<String> = files.iter().flat_map(|f| &f.abbreviations).map(|a| fold(a)).collect();
    abbreviations.sort();
    abbreviations.dedup();
    let quote_headers = files.iter().flat_map(|f| &f.quote_headers).map(|h| fold(h)).collect();
    let mut placeholders: Vec<(String, String)> =
        files.iter().flat_map(|f| &f.placeholders).map(|(name, value)| (fold(name), fold(value))).collect();
    placeholders.sort_by(|a, b| (b.0.len(), &a.0).cmp(&(a.0.len(), &b.0)));
    let (starts, inner, concepts) = c.automata();
    let lang = lang.to_owned();
    (CompactPack { lang, starts, inner, concepts, abbreviations, quote_headers, placeholders, rules }, c.complaints)
}

/// A phrase as the automata know it: where it may begin, its text, how it ends.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Phrase {
    inner: bool,
    key: Vec<u8>,
}

struct Compiler<'a> {
    fold: &'a dyn Fn(&str) -> String,
    lists: BTreeMap<String, Vec<String>>,
    /// Concepts by the phrases they consist of.
    numbers: BTreeMap<BTreeSet<Phrase>, u16>,
    /// Which concepts each phrase belongs to.
    phrases: BTreeMap<Phrase, BTreeSet<u16>>,
    complaints: Vec<Complaint>,
}

/// An item of a pattern before concepts have numbers.
#[derive(Debug, Clone)]
enum Item {
    Words { alternatives: Vec<String>, optional: bool },
    Gap(u8),
    Number,
}

impl Compiler<'_> {
    fn complain(&mut self, at: &str, field: &'static str, message: impl Into<String>) {
        self.complaints.push(Complaint { at: at.to_owned(), field, message: message.into() });
    }

    fn rule(&mut self, r: &RuleSpec) -> CompactRule {
        CompactRule {
            id: r.id.clone(),
            role: r.role,
            category: r.category.clone(),
            policy: r.policy.clone(),
            severity: r.severity,
            matches: self.patterns(&r.id, "match", &r.matches),
            regex: r.regex.clone(),
            except: self.patterns(&r.id, "except", &r.except),
            needs: self.patterns(&r.id, "needs", &r.needs),
            unless: self.patterns(&r.id, "unless", &r.unless),
            when: r.when,
            derived: r.derived,
            certainty: r.certainty,
            what: r.what.clone(),
            why: r.why.clone(),
            action: r.action.clone(),
            local: r.local.clone(),
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

    /// One written pattern gives one compiled pattern for each choice of its optional items, and for each alternative that is more
    /// than words.
    fn pattern(&mut self, text: &str) -> Result<Vec<Pattern>, String> {
        let mut patterns = Vec::new();
        for text in unfold(text)? {
            patterns.extend(self.plain_pattern(&text)?);
        }
        Ok(patterns)
    }

    /// A pattern whose alternatives are words alone.
    fn plain_pattern(&mut self, text: &str) -> Result<Vec<Pattern>, String> {
        let inside = text.trim();
        let (at_start, inside) = inside.strip_prefix('^').map_or((false, inside), |rest| (true, rest.trim_start()));
        let (at_end, inside) = inside.strip_suffix('$').map_or((false, inside), |rest| (true, rest.trim_end()));
        let items = split_items(inside)?.iter().map(|i| self.item(i)).collect::<Result<Vec<_>, _>>()?;
        let optional = items.iter().filter(|i| matches!(i, Item::Words { optional: true, .. })).count();
        if optional > 4 {
            return Err("more than four optional items".to_owned());
        }
        (0..1u32 << optional).rev().map(|choice| self.steps(&items, choice, at_start, at_end)).collect()
    }

    fn steps(&mut self, items: &[Item], choice: u32, at_start: bool, at_end: bool) -> Result<Pattern, String> {
        let (mut steps, mut gap, mut seen) = (Vec::new(), 0u8, 0u32);
        let mut literal = String::new();
        for item in items {
            match item {
                Item::Gap(n) => {
                    self.flush(&mut literal, &mut steps, &mut gap)?;
                    gap = gap.saturating_add(*n);
                }
                Item::Number => {
                    self.flush(&mut literal, &mut steps, &mut gap)?;
                    steps.push(Step { concept: NUMBER, gap: std::mem::take(&mut gap) });
                }
                Item::Words { alternatives, optional } => {
                    if *optional {
                        seen += 1;
                        if choice & (1 << (seen - 1)) == 0 {
                            continue;
                        }
                    }
                    match alternatives.as_slice() {
                        // Plain words side by side are one phrase: fewer concepts, fewer steps.
                        [one] if !one.contains('*') => {
                            if !literal.is_empty() {
                                literal.push(' ');
                            }
                            literal.push_str(one);
                        }
                        several => {
                            self.flush(&mut literal, &mut steps, &mut gap)?;
                            let concept = self.concept(several)?;
                            steps.push(Step { concept, gap: std::mem::take(&mut gap) });
                        }
                    }
                }
            }
        }
        self.flush(&mut literal, &mut steps, &mut gap)?;
        if steps.is_empty() {
            return Err("nothing to match".to_owned());
        }
        Ok(Pattern { at_start, at_end, steps })
    }

    fn flush(&mut self, literal: &mut String, steps: &mut Vec<Step>, gap: &mut u8) -> Result<(), String> {
        if !literal.is_empty() {
            let concept = self.concept(&[std::mem::take(literal)])?;
            steps.push(Step { concept, gap: std::mem::take(gap) });
        }
        Ok(())
    }

    fn item(&self, text: &str) -> Result<Item, String> {
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
        let mut alternatives = Vec::new();
        match text.strip_prefix('(').map(|t| t.strip_suffix(')')) {
            Some(None) => return Err(format!("`{text}`: missing `)`")),
            Some(Some(inside)) => {
                for one in inside.split('|') {
                    self.expand(one.trim(), &mut alternatives, 0)?;
                }
            }
            None => self.expand(text, &mut alternatives, 0)?,
        }
        Ok(Item::Words { alternatives, optional })
    }

    /// Puts a word, or every word of a list, into `out`; lists may name lists.
    fn expand(&self, text: &str, out: &mut Vec<String>, depth: u8) -> Result<(), String> {
        let Some(name) = text.strip_prefix('<').and_then(|t| t.strip_suffix('>')) else {
            out.push(text.to_owned());
            return Ok(());
        };
        if depth > 4 {
            return Err(format!("`<{name}>`: lists name one another in a circle"));
        }
        let words = self.lists.get(name).ok_or_else(|| format!("there is no word list `<{name}>`"))?;
        words.iter().try_for_each(|w| self.expand(w, out, depth + 1))
    }

    /// The number of the concept that consists of these phrases.
    fn concept(&mut self, written: &[String]) -> Result<u16, String> {
        let phrases = written.iter().map(|w| self.phrase(w)).collect::<Result<BTreeSet<_>, _>>()?;
        if let Some(number) = self.numbers.get(&phrases) {
            return Ok(*number);
        }
        let number = u16::try_from(self.numbers.len() + 1).map_err(|_| "too many different word lists".to_owned())?;
        for phrase in &phrases {
            self.phrases.entry(phrase.clone()).or_default().insert(number);
        }
        self.numbers.insert(phrases, number);
        Ok(number)
    }

    fn phrase(&self, written: &str) -> Result<Phrase, String> {
        let (inner, text) = written.strip_prefix('*').map_or((false, written), |rest| (true, rest));
        let (stem, text) = text.strip_suffix('*').map_or((false, text), |rest| (true, rest));
        if text.contains('*') {
            return Err(format!("`{written}`: a `*` may only stand at the start or the end"));
        }
        if text.split(' ').any(|w| w.starts_with("..") || w == "<num>" || w.contains(['<', '>', '(', ')', '|'])) {
            return Err(format!("`{written}`: a phrase of a list holds plain words only"));
        }
        let mut key = token::joined(&(self.fold)(text)).into_bytes();
        if key.is_empty() {
            return Err(format!("`{written}` holds no word"));
        }
        key.push(if stem { STEM } else { WHOLE });
        Ok(Phrase { inner, key })
    }

    fn automata(&mut self) -> (Vec<u8>, Vec<u8>, Vec<Vec<u16>>) {
        let mut sets: BTreeMap<Vec<u16>, u64> = BTreeMap::new();
        let mut concepts = Vec::new();
        let mut keys: [Vec<(Vec<u8>, u64)>; 2] = [Vec::new(), Vec::new()];
        for (phrase, members) in &self.phrases {
            let members: Vec<u16> = members.iter().copied().collect();
            let value = *sets.entry(members.clone()).or_insert_with(|| {
                concepts.push(members);
                concepts.len() as u64 - 1
            });
            let [starts, inner] = &mut keys;
            (if phrase.inner { inner } else { starts }).push((phrase.key.clone(), value));
        }
        let [starts, inner] = keys.map(|pairs| {
            if pairs.is_empty() {
                return Vec::new();
            }
            // Keys come sorted from the map, which is all that building can complain about.
            fst::Map::from_iter(pairs).map(|m| m.into_fst().into_inner()).unwrap_or_default()
        });
        (starts, inner, concepts)
    }
}
