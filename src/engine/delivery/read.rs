//! From subject and context to a case: finds marker, topic, contact reason and thread by the words of the policy book. Decides nothing.

use super::{Case, Content, Marker, Reason, Topic};
use crate::draft::{Channel, Context, Thread};
use crate::fold;
use crate::pack::category::Category;
use crate::pack::policy::{MarkerBook, MarkerEntry, PolicyBook, ReasonEntry};
use crate::span::Span;
use crate::verdict::Verdict;

/// What was found in place of a marker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FoundMarker {
    /// A marker or something like it; never `Marker::None`.
    pub marker: Marker,
    /// Where it stands in the subject, brackets included.
    pub span: Span,
}

impl Content {
    /// What delivery must know of a text with this verdict and these categories.
    pub fn of(verdict: Verdict, categories: &[Category]) -> Self {
        let only = |wanted: &[Category]| categories.iter().all(|c| wanted.contains(c)) && !categories.is_empty();
        match verdict {
            Verdict::Critical => Self::Critical,
            Verdict::Mixed => Self::Mixed,
            Verdict::Unclear => Self::Unclear,
            Verdict::NonCritical if only(&[Category::StockOut, Category::Delay]) => Self::FulfilmentProblem,
            Verdict::NonCritical if only(&[Category::LegalDisclosure]) => Self::LegalNotice,
            Verdict::NonCritical => Self::NonCritical,
        }
    }
}

/// The case of a draft with this subject. The thread is the given one; without one a reply prefix at the start of an e-mail's subject
/// tells that the buyer wrote earlier.
pub fn read(subject: &str, context: &Context, text: Content, policy: &PolicyBook) -> Case {
    with_signs(SubjectSigns::of(subject, &policy.markers), context, text, policy)
}

/// What a subject says by itself, whatever the context.
#[derive(Debug, Clone, Copy)]
pub(crate) struct SubjectSigns {
    pub(crate) marker: Option<FoundMarker>,
    topic: Topic,
    /// The buyer did, as a reply prefix tells.
    wrote_earlier: bool,
}

impl SubjectSigns {
    pub(crate) fn of(subject: &str, markers: &MarkerBook) -> Self {
        Self {
            marker: find_marker(subject, markers),
            topic: topic_of(subject, markers),
            wrote_earlier: wrote_earlier(subject, markers),
        }
    }
}

/// The case of a draft whose subject was read before.
pub(crate) fn with_signs(subject: SubjectSigns, context: &Context, text: Content, policy: &PolicyBook) -> Case {
    let thread = match (context.thread, context.channel) {
        (_, Channel::Reply) => Thread::Reply,
        (Some(thread), Channel::Email | Channel::ContactBuyer | Channel::Api) => thread,
        (None, Channel::Email) if subject.wrote_earlier => Thread::NewAfterContact,
        (None, Channel::Email | Channel::ContactBuyer | Channel::Api) => Thread::New,
    };
    Case {
        edition: context.edition,
        buyer: context.buyer,
        channel: context.channel,
        reason: context.contact_reason.as_deref().map_or(Reason::None, |name| reason_named(name, policy)),
        topic: subject.topic,
        thread,
        program: context.program,
        marker: subject.marker.map_or(Marker::None, |found| found.marker),
        content: text,
    }
}

/// The first documented marker in `subject`, else the first thing that looks like one.
pub fn find_marker(subject: &str, markers: &MarkerBook) -> Option<FoundMarker> {
    let known = bracketed(subject, "[", "]").find(|(_, inside)| is_known(inside, markers));
    if let Some((span, _)) = known {
        return Some(FoundMarker { marker: Marker::Known, span });
    }
    let openers: String = markers.brackets.iter().filter_map(|pair| pair.chars().next()).collect();
    let closers: String = markers.brackets.iter().filter_map(|pair| pair.chars().last()).collect();
    let alike = bracketed(subject, &openers, &closers).find(|(_, inside)| looks_known(inside, markers));
    let span = alike.map(|(span, _)| span).or_else(|| bare_word(subject, markers))?;
    Some(FoundMarker { marker: Marker::LookAlike, span })
}

/// The first documented marker in a text that is no subject, where it has no effect.
pub(crate) fn marker_in_text(text: &str, markers: &MarkerBook) -> Option<Span> {
    let marker = |(start, _): (usize, &str)| {
        let rest = text.get(start + 1..)?;
        // A marker is short; a text of opening brackets alone must not cost more than its length.
        let (length, _) = rest.char_indices().take(LONGEST_MARKER).find(|(_, c)| *c == ']')?;
        is_known(rest.get(..length)?, markers).then(|| Span::new(start..start + length + 2))
    };
    text.match_indices('[').find_map(marker)
}

/// Characters in which the bracket of a marker closes.
const LONGEST_MARKER: usize = 24;

/// The entries that document the marker at this place of the subject.
pub(crate) fn entries_of<'a>(
    subject: &str,
    span: Span,
    markers: &'a MarkerBook,
) -> impl Iterator<Item = &'a MarkerEntry> {
    let word = span.of(subject).trim_matches(['[', ']']).to_lowercase();
    markers.known.iter().filter(move |entry| entry.word == word)
}

/// What the subject says about the menu entry: it must be the whole subject, in any case and spacing.
pub fn topic_of(subject: &str, markers: &MarkerBook) -> Topic {
    let subject = plain(subject);
    if subject.is_empty() {
        Topic::Empty
    } else if markers.known.iter().flat_map(|entry| &entry.topics).any(|topic| plain(topic) == subject) {
        Topic::Required
    } else {
        Topic::Other
    }
}

/// The reason with this title or API name, whatever its case and spacing; localized wordings of the menu entry count as it.
pub fn reason_named(name: &str, policy: &PolicyBook) -> Reason {
    let wanted = letters(name);
    if wanted.is_empty() {
        return Reason::None;
    }
    if topic_of(name, &policy.markers) == Topic::Required {
        return Reason::AdditionalInformation;
    }
    let named = |entry: &&ReasonEntry| {
        letters(&entry.id) == wanted
            || entry.titles.iter().chain(&entry.api_names).any(|known| letters(known) == wanted)
    };
    policy.reasons.iter().find(named).and_then(|entry| entry.id.parse().ok()).unwrap_or(Reason::Unlisted)
}

/// Whether the subject begins as mail clients begin the subject of an answer (`Re:`, `AW:`, `Re[2]:` …).
pub fn wrote_earlier(subject: &str, markers: &MarkerBook) -> bool {
    let Some((before, _)) = subject.split_once([':', '：']) else { return false };
    let word = plain(before);
    let word = word.trim_end_matches(|c: char| c.is_ascii_digit() || "[]()^ ".contains(c));
    markers.reply_prefixes.iter().any(|prefix| prefix == word)
}

/// Each opening bracket with the text up to the next closing one.
fn bracketed<'a>(subject: &'a str, openers: &'a str, closers: &'a str) -> impl Iterator<Item = (Span, &'a str)> {
    subject.char_indices().filter(|&(_, c)| openers.contains(c)).filter_map(|(start, opener)| {
        let inside_start = start + opener.len_utf8();
        let rest = subject.get(inside_start..)?;
        let (length, closer) = rest.char_indices().find(|&(_, c)| closers.contains(c))?;
        let end = inside_start + length + closer.len_utf8();
        Some((Span::new(start..end), rest.get(..length)?))
    })
}

/// The word alone, in any case: inner spaces and signs are not documented and make it a look-alike.
fn is_known(inside: &str, markers: &MarkerBook) -> bool {
    let inside = inside.to_lowercase();
    markers.known.iter().any(|entry| entry.word == inside)
}

fn looks_known(inside: &str, markers: &MarkerBook) -> bool {
    let inside = letters(inside);
    is_look_alike(&inside, markers) || markers.known.iter().any(|entry| one_slip_apart(&entry.word, &inside))
}

fn is_look_alike(word: &str, markers: &MarkerBook) -> bool {
    let known = markers.known.iter().map(|entry| &entry.word);
    known.chain(&markers.look_alike_words).any(|alike| letters(alike) == word)
}

/// A marker's word at the start of the subject, set apart by a sign but not bracketed. Spelling counts: `Richtig:` is no slip.
fn bare_word(subject: &str, markers: &MarkerBook) -> Option<Span> {
    let start = subject.len() - subject.trim_start().len();
    let end = subject.find(|c: char| markers.separators.contains(c))?;
    let word = subject.get(start..end)?;
    is_look_alike(&letters(word), markers).then(|| Span::new(start..start + word.trim_end().len()))
}

/// Whether two words of six letters or more differ by one letter put in, left out, changed or swapped with its neighbour.
fn one_slip_apart(word: &str, other: &str) -> bool {
    let (word, other): (Vec<char>, Vec<char>) = (word.chars().collect(), other.chars().collect());
    if word.len() < 6 || word.len().abs_diff(other.len()) > 1 {
        return false;
    }
    let head = word.iter().zip(&other).take_while(|(w, o)| w == o).count();
    let tail = word.iter().rev().zip(other.iter().rev()).take_while(|(w, o)| w == o).count();
    let middle = |letters: &[char]| letters.iter().copied().skip(head).take(2).collect::<Vec<_>>();
    match word.len().max(other.len()).saturating_sub(head + tail) {
        0 | 1 => true,
        2 => middle(&word).into_iter().rev().eq(middle(&other)),
        _ => false,
    }
}

/// Folded, single spaces, trimmed.
fn plain(text: &str) -> String {
    fold::plain(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Letters and digits alone, in lower case: titles and API names meet here.
fn letters(text: &str) -> String {
    if text.is_ascii() {
        return text.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect();
    }
    fold::plain(text).chars().filter(|c| c.is_alphanumeric()).collect()
}
