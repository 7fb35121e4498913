//! Scanning: which rules match a sentence, and where. Reads folded text only; knows no drafts, verdicts or policy.

mod concepts;
mod gate;
pub(crate) mod matcher;
mod phrase;
pub(crate) mod token;

use crate::pack::spec::{CompactPack, CompactRule, RuleRole, When};
use concepts::{Automaton, Hits};
use matcher::Matcher;

/// One language's pack, ready to scan.
#[derive(Debug)]
pub(crate) struct Scanner {
    pack: CompactPack,
    automaton: Automaton,
    /// Regular expressions by rule.
    matchers: Vec<Vec<Matcher>>,
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
        let automaton =
            Automaton::new(std::mem::take(&mut pack.starts), std::mem::take(&mut pack.inner), &mut pack.concepts);
        let matchers = pack.rules.iter().map(|r| r.regex.iter().cloned().map(Matcher::new).collect()).collect();
        Self { pack, automaton, matchers }
    }

    /// The pack's language.
    pub(crate) fn lang(&self) -> &str {
        &self.pack.lang
    }

    pub(crate) fn pack(&self) -> &CompactPack {
        &self.pack
    }

    pub(crate) fn rules(&self) -> &[CompactRule] {
        &self.pack.rules
    }

    /// Scans one sentence, or a whole field for the rules about layout.
    pub(crate) fn scan(&self, text: &str, kind: TextKind) -> SentenceScan {
        let mut scan = SentenceScan::default();
        let hits = if kind == TextKind::Whole { Hits::default() } else { self.automaton.hits(text) };
        for (i, (rule, matchers)) in self.pack.rules.iter().zip(&self.matchers).enumerate() {
            if kind != TextKind::Whole {
                if rule.needs.iter().any(|p| phrase::find(p, &hits).is_some()) {
                    scan.needs.push(i);
                }
                if rule.unless.iter().any(|p| phrase::find(p, &hits).is_some()) {
                    scan.unless.push(i);
                }
            }
            if looks_at(rule.when, kind) {
                scan_rule(i, rule, matchers, text, &hits, &mut scan.matches);
            }
        }
        scan
    }
}

fn scan_rule(i: usize, rule: &CompactRule, matchers: &[Matcher], text: &str, hits: &Hits, out: &mut Vec<RuleMatch>) {
    let before = out.len();
    let phrase =
        rule.matches.iter().filter_map(|p| phrase::find(p, hits)).min_by_key(|r| (r.start, std::cmp::Reverse(r.end)));
    out.extend(phrase.map(|r| RuleMatch { start: r.start, end: r.end, rule: i }));
    // Content stands wherever it stands: every address and link is marked, one sentence's role is told once.
    if rule.role == RuleRole::Finding {
        out.extend(matchers.iter().flat_map(|m| m.find_all(text)).map(|r| RuleMatch {
            start: r.start,
            end: r.end,
            rule: i,
        }));
    } else if out.len() == before {
        out.extend(matchers.iter().find_map(|m| m.find(text)).map(|r| RuleMatch {
            start: r.start,
            end: r.end,
            rule: i,
        }));
    }
    if out.len() > before && rule.except.iter().any(|p| phrase::find(p, hits).is_some()) {
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
