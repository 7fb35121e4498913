//! Notices as they are shown, beside drafts in the composer.

use super::{Composed, InDraft, notice, pieces};
use crate::desk::Desk;
use compose_engine::{Context, Draft, NoticeKind, Span};

const BOUNCE: &str = "We were unable to deliver the message you sent for order 113-4471928-1183340 because the buyer has chosen to opt out of receiving unsolicited messages from sellers.";

fn composed(body: &str) -> (Desk, Composed) {
    let desk = Desk::open().unwrap();
    let draft = Draft::new("", body);
    let review = desk.review(&draft, &Context { lang: Some("en".to_owned()), ..Context::default() });
    (desk, Composed { draft, review })
}

fn matching((desk, composed): &(Desk, Composed), text: &str) -> Vec<String> {
    match notice(text, desk, Some(composed)).unwrap().draft {
        InDraft::Empty => vec!["empty".to_owned()],
        InDraft::Matches(found) => found.into_iter().map(|m| m.quote).collect(),
    }
}

#[test]
fn a_bounce_shows_its_order_its_step_and_the_words_that_told() {
    let desk = Desk::open().unwrap();
    let view = notice(BOUNCE, &desk, None).unwrap();
    assert_eq!((view.kind, view.order.as_deref()), (NoticeKind::OptedOut, Some("113-4471928-1183340")));
    let here: Vec<&str> = view.ladder.iter().filter(|s| s.current).map(|s| s.text.as_str()).collect();
    assert_eq!(here.len(), 1);
    assert!(here.iter().all(|text| text.starts_with("Nothing.")), "{here:?}");
    let told: Vec<&str> = view.told.iter().filter(|p| p.told).map(|p| p.text.as_str()).collect();
    assert!(told.contains(&"opt out"), "{told:?}");
    assert_eq!(view.draft, InDraft::Empty);
    assert!(notice(" \n", &desk, None).is_none());
}

#[test]
fn what_matches_in_the_draft_follows_the_kind_and_the_named_cause() {
    let desk =
        composed("Which name should we engrave? Please leave us a 5-star review. See http://shop.example/a today.");
    let opted_out = matching(&desk, BOUNCE);
    assert!(opted_out.iter().any(|q| q.contains("review")), "{opted_out:?}");
    assert!(!opted_out.iter().any(|q| q.contains("engrave")), "{opted_out:?}");
    let link = matching(&desk, "This message was not sent. It contains an external link, which is not permitted.");
    assert!(link.iter().all(|q| q.contains("shop.example")) && !link.is_empty(), "{link:?}");
    let phone = matching(&desk, "This message was not sent. It contains a telephone number, which is not permitted.");
    assert_eq!(phone, Vec::<String>::new());
}

#[test]
fn long_stretches_between_marks_are_cut() {
    let text = format!("{}opted out{}mail{}", "a ".repeat(60), "b ".repeat(200), "c ".repeat(60));
    let marks = [Span::new(120..129), Span::new(529..533)];
    let pieces = pieces(&text, &marks);
    let texts: Vec<&str> = pieces.iter().map(|p| p.text.as_str()).collect();
    assert!(texts.iter().all(|t| t.chars().count() < 150), "{texts:?}");
    assert_eq!(pieces.iter().filter(|p| p.told).count(), 2);
}
