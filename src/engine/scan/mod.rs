//! Scanning: which rules match a sentence, and where. Reads folded text only; knows no drafts, verdicts or policy.

pub(crate) mod chains;
mod gate;
mod hits;
mod lexicon;
pub(crate) mod matcher;
mod members;
mod phrase;
pub(crate) mod token;

use crate::pack::compact::CompactRule;
use crate::pack::flat::FlatPack;
use crate::pack::spec::{RuleRole, When};
use hits::Hits;
use lexicon::Lexicon;
use matcher::{Matcher, Searched};
use phrase::Patterns;
use std::ops::Range;

/// One language's pack, ready to scan.
#[derive(Debug)]
pub(crate) struct Scanner {
    rules: Vec<CompactRule>,
    lexicon: Lexicon,
    patterns: Patterns,
    /// What the rules look for, in the same order.
    searches: Vec<Search>,
}

/// What one rule looks for, its patterns by number. Fields as in [`RuleSpec`](crate::pack::spec::RuleSpec).
#[derive(Debug)]
struct Search {
    matches: Range<usize>,
    regex: Vec<Matcher>,
    except: Range<usize>,
    needs: Range<usize>,
    unless: Range<usize>,
}

/// A rule that matched, with the place in the scanned text in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct RuleMatch {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) rule: usize,
}

/// What one sentence holds for one pack.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct SentenceScan {
    /// Matches, at most a few for each rule, in rule order.
    pub(crate) matches: Vec<RuleMatch>,
    /// Rules whose `needs` are met by this sentence.
    pub(crate) needs: Vec<usize>,
    /// Rules that this sentence rules out for the whole draft.
    pub(crate) unless: Vec<usize>,
}

/// What kind of text is scanned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum TextKind {
    /// The subject line, asking or not.
    Subject { asks: bool },
    /// A sentence of the body.
    Sentence { asks: bool },
    /// All of a field at once.
    Whole,
}

impl Scanner {
    pub(crate) fn open(pack: FlatPack<'_>) -> Self {
        let lexicon = Lexicon::new(&pack);
        let mut patterns = Patterns::with_capacity(pack.patterns.len(), pack.steps.len());
        // The numbers that the patterns get: those with something optional count more than once.
        let mut numbers = Vec::with_capacity(pack.patterns.len() + 1);
        let mut begin = 0;
        for written in &pack.patterns {
            numbers.push(patterns.len());
            let steps = pack.steps.get(begin..written.steps_end).unwrap_or_default();
            begin = written.steps_end;
            patterns.add(*written, steps, |term| members::concept(term, &pack));
        }
        numbers.push(patterns.len());
        let number = |end: usize| numbers.get(end).copied().unwrap_or_default();
        let begins = std::iter::once(0).chain(pack.ends.iter().map(|[.., end]| *end));
        let rules = pack.rules.iter().zip(begins.zip(&pack.ends));
        let searches = rules.map(|(rule, (begin, [matches, except, needs, unless]))| Search {
            matches: number(begin)..number(*matches),
            regex: rule.regex.iter().cloned().map(Matcher::new).collect(),
            except: number(*matches)..number(*except),
            needs: number(*except)..number(*needs),
            unless: number(*needs)..number(*unless),
        });
        let searches = searches.collect();
        Self { rules: pack.rules, lexicon, patterns, searches }
    }

    pub(crate) fn rules(&self) -> &[CompactRule] {
        &self.rules
    }

    /// Whether the word lists hold this folded word, alone or at the start of a phrase.
    pub(crate) fn knows(&self, word: &str) -> bool {
        self.lexicon.knows(word)
    }

    /// Whether the rule counts only where another sentence meets its `needs`.
    pub(crate) fn has_needs(&self, rule: usize) -> bool {
        self.searches.get(rule).is_some_and(|s| !s.needs.is_empty())
    }

    /// Scans one sentence, or a whole field for the rules about layout.
    pub(crate) fn scan(&self, text: &str, kind: TextKind) -> SentenceScan {
        let mut scan = SentenceScan::default();
        let searched = Searched::new(text);
        let hits = if kind == TextKind::Whole { Hits::default() } else { self.lexicon.hits(text) };
        let found = |patterns: &Range<usize>| self.patterns.any(patterns.clone(), &hits);
        for (i, (rule, search)) in self.rules.iter().zip(&self.searches).enumerate() {
            if kind != TextKind::Whole {
                if found(&search.needs) {
                    scan.needs.push(i);
                }
                if found(&search.unless) {
                    scan.unless.push(i);
                }
            }
            if looks_at(rule.when, kind) {
                let before = scan.matches.len();
                self.scan_rule(i, &searched, &hits, &mut scan.matches);
                if scan.matches.len() > before && found(&search.except) {
                    scan.matches.truncate(before);
                }
            }
        }
        scan
    }

    /// The matches of one rule, before its exceptions.
    fn scan_rule(&self, number: usize, text: &Searched<'_>, hits: &Hits, out: &mut Vec<RuleMatch>) {
        let Some((rule, search)) = self.rules.get(number).zip(self.searches.get(number)) else { return };
        let at = |r: Range<usize>| RuleMatch { start: r.start, end: r.end, rule: number };
        let phrases = self.patterns.find(search.matches.clone(), hits);
        let phrase = phrases.min_by_key(|r| (r.start, std::cmp::Reverse(r.end)));
        let found = phrase.is_some();
        out.extend(phrase.map(at));
        // Content stands wherever it stands: every address and link is marked, one sentence's role is told once.
        if rule.role == RuleRole::Finding {
            out.extend(search.regex.iter().flat_map(|m| m.find_all(text)).map(at));
        } else if !found {
            out.extend(search.regex.iter().find_map(|m| m.find(text)).map(at));
        }
    }
}

fn looks_at(when: When, kind: TextKind) -> bool {
    match (when, kind) {
        (When::Whole, kind) => kind == TextKind::Whole,
        (When::Always | When::Question | When::Statement | When::Subject, TextKind::Whole)
        | (When::Subject, TextKind::Sentence { .. }) => false,
        (When::Always, TextKind::Subject { .. } | TextKind::Sentence { .. })
        | (When::Subject, TextKind::Subject { .. }) => true,
        (When::Question, TextKind::Subject { asks } | TextKind::Sentence { asks }) => asks,
        (When::Statement, TextKind::Subject { asks } | TextKind::Sentence { asks }) => !asks,
    }
}
