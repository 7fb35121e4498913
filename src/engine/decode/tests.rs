//! The decoder on short texts.

use super::{Decoded, NoticeKind};
use crate::pack::{builtin_decoding, builtin_policy};

fn decode(text: &str) -> Decoded {
    super::decode(text, &builtin_decoding())
}

#[test]
fn what_comes_first_in_the_text_tells_the_kind() {
    let stopped = "This message was not sent as it did not meet the Buyer-Seller Messaging communication guidelines.";
    let restricted = "Your account was restricted from sending proactive messages.";
    assert_eq!(decode(&format!("{stopped} {restricted}")).kind, NoticeKind::Guidelines);
    assert_eq!(decode(&format!("{restricted} {stopped}")).kind, NoticeKind::Restricted);
}

#[test]
fn the_order_is_found_under_other_digits_and_dashes_and_only_whole() {
    let text = "注文番号：２５０‐１１８２９３０‐５５４００９２";
    let found = decode(text).order_id.unwrap();
    assert_eq!(
        (found.id.as_str(), found.span.of(text)),
        ("250-1182930-5540092", "２５０‐１１８２９３０‐５５４００９２")
    );
    for other in ["1250-1182930-5540092", "250-1182930-554009", "250 1182930 5540092", "call 250-118-2930"] {
        assert_eq!(decode(other).order_id, None, "{other}");
    }
}

#[test]
fn a_cause_that_is_named_narrows_what_matches() {
    let text = "Not sent: the message contains an e-mail address, which is not permitted. 😀";
    let decoded = decode(text);
    assert_eq!(decoded.kind, NoticeKind::Guidelines);
    let named: Vec<_> = decoded.causes.iter().map(|c| (c.row.as_str(), c.span.of(text))).collect();
    assert_eq!(named, [("E-08", "e-mail address")]);
    assert!(decoded.matches(&["E-08".to_owned()]) && !decoded.matches(&["M-06".to_owned()]));
    assert!(decode("Not sent, it breaches the messaging rules.").matches(&["M-06".to_owned()]));
}

#[test]
fn every_kind_but_none_has_texts_and_known_rows() {
    let (book, policy) = (builtin_decoding(), builtin_policy().unwrap());
    let kinds: Vec<NoticeKind> = book.kinds.iter().map(|k| k.kind.parse().unwrap()).collect();
    assert!(NoticeKind::ALL.iter().all(|kind| kinds.contains(kind) != (*kind == NoticeKind::None)));
    for kind in &book.kinds {
        assert!(kind.consequence.parse::<crate::delivery::Consequence>().is_ok(), "{}", kind.consequence);
        assert!(!kind.means.is_empty() && !kind.costs.is_empty() && !kind.steps.is_empty());
        assert!(kind.rows.iter().chain(&kind.costs_rows).all(|row| policy.row(row).is_some()), "{:?}", kind.rows);
        let known = |beginning: &String| policy.rows.iter().any(|row| row.id.starts_with(beginning.as_str()));
        assert!(kind.causes.iter().all(known), "{:?}", kind.causes);
    }
    assert!(book.lists.iter().all(|l| l.row.is_empty() || policy.row(&l.row).is_some()));
}

#[test]
fn nothing_and_anything_can_be_pasted() {
    for text in ["", " \n", "😀", "\u{202e}", &"opted out ".repeat(5_000), &"é".repeat(9_001)] {
        assert_eq!(decode(text).kind, NoticeKind::None);
    }
}
