//! Scanning: which rules match a sentence, and where. Reads folded text only; knows no drafts, verdicts or policy.

mod gate;
mod hits;
mod lexicon;
pub(crate) mod matcher;
mod members;
mod phrase;
pub(crate) mod token;

use crate::pack::compact::{self, CompactPack, CompactRule};
use crate::pack::spec::{RuleRole, When};
use hits::Hits;
use lexicon::Lexicon;
use matcher::{Matcher, Searched};
use phrase::Pattern;

/// One language's pack, ready to scan.
#[derive(Debug)]
pub(crate) struct Scanner {
    rules: Vec<CompactRule>,
    lexicon: Lexicon,
    /// What the rules look for, in the same order.
    searches: Vec<Search>,
}

/// What one rule looks for. Fields as in [`RuleSpec`](crate::pack::spec::RuleSpec).
#[derive(Debug)]
struct Search {
    matches: Vec<Pattern>,
    regex: Vec<Matcher>,
    except: Vec<Pattern>,
    needs: Vec<Pattern>,
    unless: Vec<Pattern>,
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
    pub(crate) fn new(mut pack: CompactPack) -> Self {
        let lexicon = Lexicon::new(&mut pack);
        let searches = pack.rules.iter_mut().map(|rule| Search::new(rule, &lexicon)).collect();
        Self { rules: pack.rules, lexicon, searches }
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
        for (i, (rule, search)) in self.rules.iter().zip(&self.searches).enumerate() {
            if kind != TextKind::Whole {
                if any(&search.needs, &hits) {
                    scan.needs.push(i);
                }
                if any(&search.unless, &hits) {
                    scan.unless.push(i);
                }
            }
            if looks_at(rule.when, kind) {
                scan_rule(i, rule, search, &searched, &hits, &mut scan.matches);
            }
        }
        scan
    }
}

impl Search {
    /// Takes the patterns out of the rule.
    fn new(rule: &mut CompactRule, lexicon: &Lexicon) -> Self {
        let compact::Patterns { matches, except, needs, unless } = std::mem::take(&mut rule.patterns);
        let ready =
            |written: Vec<compact::Pattern>| written.iter().flat_map(|p| Pattern::versions(p, lexicon)).collect();
        Self {
            matches: ready(matches),
            regex: rule.regex.iter().cloned().map(Matcher::new).collect(),
            except: ready(except),
            needs: ready(needs),
            unless: ready(unless),
        }
    }
}

fn any(patterns: &[Pattern], hits: &Hits) -> bool {
    patterns.iter().any(|p| phrase::find(p, hits).is_some())
}

fn scan_rule(
    i: usize,
    rule: &CompactRule,
    search: &Search,
    text: &Searched<'_>,
    hits: &Hits,
    out: &mut Vec<RuleMatch>,
) {
    let before = out.len();
    let phrase =
        search.matches.iter().filter_map(|p| phrase::find(p, hits)).min_by_key(|r| (r.start, std::cmp::Reverse(r.end)));
    out.extend(phrase.map(|r| RuleMatch { start: r.start, end: r.end, rule: i }));
    // Content stands wherever it stands: every address and link is marked, one sentence's role is told once.
    if rule.role == RuleRole::Finding {
        out.extend(search.regex.iter().flat_map(|m| m.find_all(text)).map(|r| RuleMatch {
            start: r.start,
            end: r.end,
            rule: i,
        }));
    } else if out.len() == before {
        out.extend(search.regex.iter().find_map(|m| m.find(text)).map(|r| RuleMatch {
            start: r.start,
            end: r.end,
            rule: i,
        }));
    }
    if out.len() > before && any(&search.except, hits) {
        out.truncate(before);
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
