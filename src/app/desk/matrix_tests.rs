//! The matrix with the real engine: each cell against the answer for the same case.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use super::{Given, Matrix, Way};
use crate::desk::Desk;
use compose_engine::delivery::Outcome;
use compose_engine::{Buyer, Channel, Context, Draft, Edition};

const QUESTION: &str = "Hello, which flat number should we put on the label for your order 113-4471928-1183340?";
const FAVOUR: &str = "Please leave us a product review.";

fn matrix(body: &str, context: &Context) -> Matrix {
    Desk::open().unwrap().answer(&Draft::new("Your order", body), context).matrix
}

fn outcomes(matrix: &Matrix, way: Way) -> Vec<Outcome> {
    matrix.columns.iter().find(|c| c.way == way).unwrap().cells.iter().map(|c| c.outcome).collect()
}

#[test]
fn the_cell_at_hand_says_what_the_answer_says() {
    let desk = Desk::open().unwrap();
    for &channel in Channel::ALL {
        for reason in [None, Some("confirm_order"), Some("request_review"), Some("other")] {
            for &buyer in Buyer::ALL {
                for &edition in Edition::ALL {
                    let reason = reason.filter(|id| desk.reason_fits(id, channel)).map(str::to_owned);
                    let context = Context { channel, buyer, edition, contact_reason: reason, ..Context::default() };
                    for body in [QUESTION, FAVOUR] {
                        let answer = desk.answer(&Draft::new("Your order", body), &context);
                        let lead = &answer.review.deliveries[0];
                        let cells = answer.matrix.columns.iter().flat_map(|c| &c.cells).chain(&answer.matrix.reply);
                        let now: Vec<_> = cells.filter(|c| c.now).collect();
                        assert_eq!(now.len(), 1, "{context:?}");
                        assert_eq!(
                            (now[0].outcome, now[0].misuse, &*now[0].row),
                            (lead.outcome, lead.misuse, lead.rule.as_str())
                        );
                    }
                }
            }
        }
    }
}

#[test]
fn a_column_without_a_chosen_reason_takes_the_one_that_fits() {
    let current = Context { edition: Edition::Optout2025, ..Context::default() };
    let found = matrix(QUESTION, &current);
    let template = &found.columns[0];
    assert_eq!((template.reason.as_deref(), template.given), (Some("Confirm order details"), Given::Fitting));
    assert_eq!(found.columns[3].reason.as_deref(), Some("confirmOrderDetails"));
    assert_eq!(outcomes(&found, Way::Template), [Outcome::Delivered, Outcome::Depends, Outcome::Depends]);
    assert_eq!(outcomes(&found, Way::Email), [Outcome::Delivered, Outcome::Blocked, Outcome::Depends]);
    let favour = matrix(FAVOUR, &current);
    assert_eq!(outcomes(&favour, Way::Template), [Outcome::Delivered, Outcome::Blocked, Outcome::Depends]);
}

#[test]
fn a_typed_marker_is_no_misuse_where_the_marketplace_writes_the_subject() {
    let found = Desk::open().unwrap().answer(&Draft::new("[Important] Lamp", FAVOUR), &Context::default()).matrix;
    let misused: Vec<Way> = found.columns.iter().filter(|c| c.cells[1].misuse).map(|c| c.way).collect();
    assert_eq!(misused, [Way::FreeText, Way::Email]);
}

#[test]
fn both_editions_answer_with_their_dates() {
    let context = Context { buyer: Buyer::OptedOut, ..Context::default() };
    let found = Desk::open().unwrap().answer(&Draft::new("[Important] Flat number", QUESTION), &context).matrix;
    let told: Vec<_> = found.editions.iter().map(|e| (e.since.as_str(), e.cells[1].outcome, e.leads)).collect();
    assert_eq!(told, [("2017-05-16", Outcome::Delivered, true), ("2025-04-25", Outcome::Blocked, false)]);
    assert!(found.editions[0].others.len() >= 5);
}
