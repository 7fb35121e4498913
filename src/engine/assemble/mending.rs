//! Which fixes a review offers. The edits themselves are made in `fix.rs`, their words come from the packs.

use super::Facts;
use crate::delivery::Marker;
use crate::draft::{Buyer, Channel, Draft, Edition, Field};
use crate::evidence::Role;
use crate::fix::{delete_sentence, delete_words};
use crate::pack::compact::CompactRule;
use crate::pack::spec::{Derived, FixKind, Grade};
use crate::review::{Edit, Finding, Fix, FixAction, Place};
use crate::span::Span;
use crate::verdict::Verdict;
use std::collections::BTreeSet;

/// All fixes, the safest first; names them in the findings they mend.
pub(super) fn fixes(facts: &Facts<'_>, findings: &mut [Finding]) -> Vec<Fix> {
    let (mut out, mut known) = (Vec::new(), BTreeSet::new());
    for finding in findings.iter_mut() {
        let Some(fix) = rule_fix(facts, finding) else { continue };
        finding.fixes.push(fix.id.clone());
        if known.insert(fix.id.clone()) {
            out.push(fix);
        }
    }
    for fix in marker_fixes(facts).into_iter().chain(split(facts)) {
        let mends = |f: &&mut Finding| match fix.kind {
            FixAction::RemoveMarker | FixAction::CorrectMarker => {
                f.rule.starts_with("marker-") && f.place.is_none_or(|p| p.field == Field::Subject)
            }
            FixAction::Split => {
                f.place.is_some_and(|p| fix.edits.iter().any(|e| e.field == p.field && e.span.overlaps(p.span)))
            }
            FixAction::AddMarker
            | FixAction::DeleteSentence
            | FixAction::DeleteWords
            | FixAction::Rewrite
            | FixAction::InsertOrderId => false,
        };
        findings.iter_mut().filter(mends).for_each(|f| f.fixes.push(fix.id.clone()));
        out.push(fix);
    }
    out.sort_by_key(|f| f.grade);
    out
}

/// The fix that the finding's rule names.
fn rule_fix(facts: &Facts<'_>, finding: &Finding) -> Option<Fix> {
    let rule: &CompactRule = facts.engine.rules_for(facts.lang).find(|r| r.id == finding.rule)?;
    if rule.derived == Some(Derived::MarkerInBody) {
        let place = finding.place?;
        let edit = delete_words(facts.draft.text(place.field), place.field, place.span);
        let (kind, title) = (FixAction::DeleteWords, facts.engine.texts().delete_words.clone());
        let id = id(kind, std::slice::from_ref(&edit));
        return Some(Fix { id, kind, grade: Grade::Safe, title, edits: vec![edit], rest: None });
    }
    if rule.derived.is_some() {
        return insert_order_id(facts, rule);
    }
    let place = finding.place?;
    let text = facts.draft.text(place.field);
    let sentence =
        facts.reading.sentences.iter().find(|s| s.field == place.field && s.span.overlaps(place.span)).map(|s| s.span);
    let texts = facts.engine.texts();
    let replaced = |span: Span| Edit { field: place.field, span, text: rule.fix.text.clone() };
    let (kind, title, edit) = match rule.fix.kind {
        FixKind::Manual => return None,
        FixKind::DeleteSentence => {
            // A sentence that also asks for what the order needs is not taken out.
            let span = sentence.filter(|s| !holds_critical(facts, place.field, *s))?;
            (FixAction::DeleteSentence, &texts.delete_sentence, delete_sentence(text, place.field, span))
        }
        FixKind::DeleteMatch => {
            (FixAction::DeleteWords, &texts.delete_words, delete_words(text, place.field, place.span))
        }
        FixKind::Replace => (FixAction::Rewrite, &texts.rewrite, replaced(place.span)),
        FixKind::ReplaceSentence => {
            let span = sentence.filter(|s| !holds_critical(facts, place.field, *s))?;
            (FixAction::Rewrite, &texts.rewrite, replaced(span))
        }
    };
    Some(Fix {
        id: id(kind, std::slice::from_ref(&edit)),
        kind,
        grade: rule.fix.grade,
        title: title.clone(),
        edits: vec![edit],
        rest: None,
    })
}

fn insert_order_id(facts: &Facts<'_>, rule: &CompactRule) -> Option<Fix> {
    let order = facts.context.order_id.as_ref().filter(|_| rule.derived == Some(Derived::OrderIdMissing))?;
    let texts = facts.engine.texts();
    let body = &facts.draft.body;
    let kept = body.trim_end();
    let gap = if kept.is_empty() { "" } else { "\n\n" };
    let text = format!("{gap}{}", texts.order_id_line.replace("{order_id}", order));
    let edit = Edit { field: Field::Body, span: Span::new(kept.len()..body.len()), text };
    let (kind, title) = (FixAction::InsertOrderId, texts.insert_order_id.clone());
    Some(Fix {
        id: id(kind, std::slice::from_ref(&edit)),
        kind,
        grade: Grade::Safe,
        title,
        edits: vec![edit],
        rest: None,
    })
}

/// Whether critical words that decided stand in this part of the draft.
fn holds_critical(facts: &Facts<'_>, field: Field, span: Span) -> bool {
    facts.judgement.deciding.iter().filter_map(|&i| facts.evidence.get(i)).any(|e| {
        let here = facts.reading.sentences.get(e.sentence).is_some_and(|s| s.field == field && s.span.overlaps(span));
        e.role == Role::Critical && here
    })
}

/// The marker is put in only for critical text under the edition that honours it, and taken out wherever it does harm or nothing.
fn marker_fixes(facts: &Facts<'_>) -> Vec<Fix> {
    let texts = facts.engine.texts();
    let subject = &facts.draft.subject;
    let word = facts
        .engine
        .policy()
        .markers
        .known
        .iter()
        .find(|m| m.lang == facts.lang)
        .map(|m| format!("[{}]", capital(&m.word)));
    let honoured = facts.context.edition == Edition::Optout2017 && facts.context.channel == Channel::Email;
    let helps = honoured
        && facts.judgement.verdict == Verdict::Critical
        && facts.context.buyer != Buyer::OptedIn
        && facts.context.program.is_none();
    let fix = |kind, grade, title: &String, edit: Edit| Fix {
        id: id(kind, std::slice::from_ref(&edit)),
        kind,
        grade,
        title: title.clone(),
        edits: vec![edit],
        rest: None,
    };
    match (marker_state(facts), helps, facts.marker.span, word) {
        (Marker::None, true, _, Some(word)) => {
            let text = if subject.is_empty() { word } else { format!("{word} ") };
            vec![fix(
                FixAction::AddMarker,
                Grade::Check,
                &texts.add_marker,
                Edit { field: Field::Subject, span: Span::new(0..0), text },
            )]
        }
        (Marker::LookAlike, true, Some(span), Some(word)) => {
            vec![fix(
                FixAction::CorrectMarker,
                Grade::Check,
                &texts.correct_marker,
                Edit { field: Field::Subject, span, text: word },
            )]
        }
        (Marker::Known, false, Some(span), _) if facts.judgement.verdict != Verdict::Unclear => {
            let edit = delete_words(subject, Field::Subject, span);
            vec![fix(FixAction::RemoveMarker, Grade::Safe, &texts.remove_marker, edit)]
        }
        (Marker::None | Marker::Known | Marker::LookAlike, _, _, _) => Vec::new(),
    }
}

fn marker_state(facts: &Facts<'_>) -> Marker {
    match (facts.marker.known, facts.marker.look_alike) {
        (true, _) => Marker::Known,
        (false, true) => Marker::LookAlike,
        (false, false) => Marker::None,
    }
}

fn capital(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or_else(String::new, |c| c.to_uppercase().chain(chars).collect())
}

/// Keeps the critical part of a mixed draft and parks the sentences that spoil it; none where one sentence does both.
fn split(facts: &Facts<'_>) -> Option<Fix> {
    if facts.judgement.verdict != Verdict::Mixed {
        return None;
    }
    let spoiling: Vec<Place> = facts
        .judgement
        .deciding
        .iter()
        .filter_map(|&i| facts.evidence.get(i))
        .filter(|e| e.role == Role::NonCritical)
        .filter_map(|e| facts.reading.sentences.get(e.sentence))
        .map(|s| Place { field: s.field, span: s.span })
        .fold(Vec::new(), |mut places, p| {
            if !places.contains(&p) {
                places.push(p);
            }
            places
        });
    if spoiling.is_empty() || spoiling.iter().any(|p| holds_critical(facts, p.field, p.span)) {
        return None;
    }
    let parked: Vec<&str> = spoiling.iter().map(|p| p.span.of(facts.draft.text(p.field)).trim()).collect();
    let edits: Vec<Edit> = joined_deletions(facts, &spoiling);
    let (kind, title) = (FixAction::Split, facts.engine.texts().split.clone());
    Some(Fix {
        id: id(kind, &edits),
        kind,
        grade: Grade::Check,
        title,
        edits,
        rest: Some(Draft::new("", parked.join("\n\n"))),
    })
}

/// Deletions in order, none overlapping the one before.
fn joined_deletions(facts: &Facts<'_>, places: &[Place]) -> Vec<Edit> {
    let mut edits: Vec<Edit> = Vec::new();
    for place in places {
        let mut edit = delete_sentence(facts.draft.text(place.field), place.field, place.span);
        if let Some(last) = edits.last_mut().filter(|l| l.field == edit.field && edit.span.start < l.span.end) {
            edit.span.start = last.span.end;
        }
        edits.push(edit);
    }
    edits
}

/// The same for the same change.
fn id(kind: FixAction, edits: &[Edit]) -> String {
    let at: Vec<String> = edits
        .iter()
        .map(|e| {
            let field = match e.field {
                Field::Subject => "subject",
                Field::Body => "body",
            };
            format!("{field}:{}-{}", e.span.start, e.span.end)
        })
        .collect();
    let kind = match kind {
        FixAction::AddMarker => "add-marker",
        FixAction::RemoveMarker => "remove-marker",
        FixAction::CorrectMarker => "correct-marker",
        FixAction::DeleteSentence => "delete-sentence",
        FixAction::DeleteWords => "delete-words",
        FixAction::Rewrite => "rewrite",
        FixAction::Split => "split",
        FixAction::InsertOrderId => "insert-order-id",
    };
    format!("{kind}@{}", at.join("+"))
}
