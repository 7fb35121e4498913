//! Unit tests of the delivery decision and of reading a case. The whole table stands in the workspace's own tests.

use super::*;
use crate::draft::{Context, UnknownName};
use crate::pack::builtin_policy;
use crate::pack::policy::PolicyBook;

const MAIL: Case = Case {
    edition: Edition::Optout2017,
    buyer: Buyer::OptedOut,
    channel: Channel::Email,
    reason: Reason::None,
    topic: Topic::Other,
    thread: Thread::New,
    program: None,
    marker: Marker::None,
    content: Content::Critical,
};

const PAGE: Case = Case { channel: Channel::ContactBuyer, topic: Topic::Empty, ..MAIL };

fn policy() -> PolicyBook {
    builtin_policy().unwrap()
}

fn answer(case: Case) -> (Rule, Outcome) {
    let decision = decide(case);
    (decision.rule, decision.outcome)
}

#[test]
fn a_reply_is_delivered_before_anything_else_is_asked() {
    for &channel in Channel::ALL {
        let case =
            Case { channel, thread: Thread::Reply, program: Some(Program::Custom), marker: Marker::Known, ..MAIL };
        assert_eq!(answer(case), (Rule::D1, Outcome::Delivered));
    }
}

#[test]
fn the_marker_comes_before_the_thread_and_a_look_alike_is_none() {
    let after = Case { thread: Thread::NewAfterContact, ..MAIL };
    assert_eq!(answer(Case { marker: Marker::Known, ..after }), (Rule::D6, Outcome::Delivered));
    assert_eq!(answer(Case { marker: Marker::LookAlike, ..after }), (Rule::D2, Outcome::Blocked));
    assert_eq!(answer(Case { marker: Marker::LookAlike, ..MAIL }), (Rule::D5, Outcome::Blocked));
    let current = Case { marker: Marker::Known, edition: Edition::Optout2025, ..after };
    assert_eq!(answer(current), (Rule::D7, Outcome::Blocked));
}

#[test]
fn the_menu_entry_works_in_the_classic_edition_only() {
    for &edition in Edition::ALL {
        let expected = match edition {
            Edition::Optout2017 => (Rule::D3, Outcome::Delivered),
            Edition::Optout2025 => (Rule::D4, Outcome::Blocked),
        };
        let page = Case { edition, topic: Topic::Required, ..PAGE };
        for reason in [Reason::AdditionalInformation, Reason::Other, Reason::None] {
            assert_eq!(answer(Case { reason, ..page }), expected, "{edition} {reason}");
        }
    }
}

#[test]
fn a_reason_labelled_critical_arrives_in_both_editions() {
    for &edition in Edition::ALL {
        for reason in [Reason::UnexpectedProblem, Reason::LegalDisclosure, Reason::ProblemWithOrder] {
            assert_eq!(answer(Case { edition, reason, ..PAGE }), (Rule::D3, Outcome::Delivered));
        }
    }
}

#[test]
fn the_buyers_preference_matters_only_where_the_row_does_not_deliver() {
    for (marker, buyer, expected) in [
        (Marker::None, Buyer::OptedIn, Outcome::Delivered),
        (Marker::None, Buyer::Unknown, Outcome::Depends),
        (Marker::Known, Buyer::Unknown, Outcome::Delivered),
    ] {
        assert_eq!(decide(Case { buyer, marker, ..MAIL }).outcome, expected, "{marker} {buyer}");
    }
}

#[test]
fn misuse_is_about_the_marker_topic_or_critical_reason_and_never_about_unclear_text() {
    let text = |content| Case { content, ..MAIL };
    for &content in Content::ALL {
        let critical_or_unclear = matches!(content, Content::Critical | Content::Unclear);
        assert_eq!(decide(Case { marker: Marker::Known, ..text(content) }).misuse, !critical_or_unclear, "{content}");
        assert_eq!(decide(Case { topic: Topic::Required, ..text(content) }).misuse, !critical_or_unclear, "{content}");
        assert!(!decide(Case { marker: Marker::LookAlike, ..text(content) }).misuse, "{content}");
        let email_has_no_reason = Case { reason: Reason::UnexpectedProblem, ..text(content) };
        assert!(!decide(email_has_no_reason).misuse, "{content}");
    }
}

#[test]
fn a_template_is_not_misused_by_the_text_it_is_made_for() {
    for (reason, content, misuse) in [
        (Reason::UnexpectedProblem, Content::FulfilmentProblem, false),
        (Reason::ProblemWithOrder, Content::FulfilmentProblem, false),
        (Reason::LegalDisclosure, Content::LegalNotice, false),
        (Reason::LegalDisclosure, Content::FulfilmentProblem, true),
        (Reason::UnexpectedProblem, Content::LegalNotice, true),
        (Reason::UnexpectedProblem, Content::Mixed, true),
        (Reason::ConfirmOrder, Content::NonCritical, false),
    ] {
        assert_eq!(decide(Case { reason, content, ..PAGE }).misuse, misuse, "{reason} {content}");
    }
}

#[test]
fn markers_are_found_in_any_case_and_place_and_nothing_else_is_one() {
    let policy = policy();
    for (subject, marker, at) in [
        ("[Important] Flat number", Marker::Known, "[Important]"),
        ("Liefertermin [WICHTIG]", Marker::Known, "[WICHTIG]"),
        ("Falta el portal [importante] hoy", Marker::Known, "[importante]"),
        ("[重要] ご住所の確認", Marker::Known, "[重要]"),
        ("(Important) [Important] x", Marker::Known, "[Important]"),
        ("[[Important]] x", Marker::Known, "[Important]"),
        ("［重要］お届け", Marker::LookAlike, "［重要］"),
        ("【重要】ご住所", Marker::LookAlike, "【重要】"),
        ("[ Important ] Engraving", Marker::LookAlike, "[ Important ]"),
        ("[Important!] Engraving", Marker::LookAlike, "[Important!]"),
        ("{Wichtig} Liefertermin", Marker::LookAlike, "{Wichtig}"),
        ("[Importnat] House number", Marker::LookAlike, "[Importnat]"),
        ("[Belangrijk] Huisnummer", Marker::LookAlike, "[Belangrijk]"),
        ("URGENT! Flat number", Marker::LookAlike, "URGENT"),
        ("Important: flat number", Marker::LookAlike, "Important"),
    ] {
        let found = find_marker(subject, &policy.markers).unwrap();
        assert_eq!((found.marker, found.span.of(subject)), (marker, at), "{subject}");
    }
    for subject in [
        "",
        "Important flat number",
        "[",
        "]Important[",
        "{{subject}}",
        "[Order 12]",
        "An important question",
        "Richtig: 2 Stück",
        "😀][",
    ] {
        assert_eq!(find_marker(subject, &policy.markers), None, "{subject}");
    }
}

#[test]
fn the_topic_is_the_whole_subject_in_a_documented_wording() {
    let policy = policy();
    for subject in [
        "Additional Information Required",
        " additional  information required ",
        "ZUSÄTZLICHE INFORMATIONEN ERFORDERLICH",
    ] {
        assert_eq!(topic_of(subject, &policy.markers), Topic::Required, "{subject}");
    }
    // A decomposed letter is the same letter.
    assert_eq!(topic_of("Zusa\u{308}tzliche Informationen erforderlich", &policy.markers), Topic::Required);
    assert_eq!(topic_of("  ", &policy.markers), Topic::Empty);
    for subject in
        ["Re: Additional Information Required", "Additional information", "[Additional Information Required]"]
    {
        assert_eq!(topic_of(subject, &policy.markers), Topic::Other, "{subject}");
    }
}

#[test]
fn reasons_are_found_by_title_or_api_name_in_any_case() {
    let policy = policy();
    for (name, reason) in [
        ("Notify of a problem with shipping your order", Reason::UnexpectedProblem),
        (" unexpectedproblem ", Reason::UnexpectedProblem),
        ("createUnexpectedProblem", Reason::UnexpectedProblem),
        ("Confirm delivery details", Reason::ConfirmDelivery),
        ("CreateWarranty", Reason::Warranty),
        ("Información adicional necesaria", Reason::AdditionalInformation),
        ("request a review", Reason::RequestReview),
        ("Other", Reason::Other),
        ("", Reason::None),
        ("  ", Reason::None),
        ("Product Details", Reason::Unlisted),
        ("none", Reason::Unlisted),
    ] {
        assert_eq!(reason_named(name, &policy), reason, "{name}");
    }
}

#[test]
fn every_reason_is_in_the_book_and_every_entry_is_a_reason() -> Result<(), UnknownName> {
    let policy = policy();
    for entry in &policy.reasons {
        entry.id.parse::<Reason>()?;
    }
    let missing = Reason::ALL.iter().filter(|reason| policy.reason(reason.as_str()).is_none());
    assert!(missing.eq(&[Reason::None, Reason::Unlisted]));
    Ok(())
}

#[test]
fn a_reply_prefix_tells_of_an_earlier_message_in_e_mails_only() {
    let policy = policy();
    for (subject, channel, thread, expected) in [
        ("Re: size", Channel::Email, None, Thread::NewAfterContact),
        ("AW : Größe", Channel::Email, None, Thread::NewAfterContact),
        ("Re[2]: size", Channel::Email, None, Thread::NewAfterContact),
        ("RE：サイズ", Channel::Email, None, Thread::NewAfterContact),
        ("Re: size", Channel::Email, Some(Thread::New), Thread::New),
        ("Re: size", Channel::ContactBuyer, None, Thread::New),
        ("size", Channel::Reply, Some(Thread::New), Thread::Reply),
        ("Regarding: size", Channel::Email, None, Thread::New),
        ("Ready: your mug", Channel::Email, None, Thread::New),
    ] {
        let context = Context { channel, thread, ..Context::default() };
        assert_eq!(read(subject, &context, Content::Critical, &policy).thread, expected, "{subject}");
    }
}

#[test]
fn every_reachable_answer_has_sentences() {
    let policy = policy();
    let undocumented = &policy.explanations.undocumented;
    for &reason in Reason::ALL {
        for &buyer in Buyer::ALL {
            for &channel in Channel::ALL {
                let decision = decide(Case { buyer, channel, reason, ..MAIL });
                let said = explain(&decision, &policy);
                assert!(!said.title.is_empty() && !said.sentences.is_empty(), "{decision:?}");
                let silent = matches!(decision.rule, Rule::D9 | Rule::D10 | Rule::D11) && buyer != Buyer::OptedIn;
                assert!(!silent || said.sentences.contains(undocumented), "{decision:?}");
            }
        }
    }
}
