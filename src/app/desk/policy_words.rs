//! What the policy book has to say about a reviewed draft beside its rules: better moves, and pages that disagree. Must not know the DOM.

use super::Desk;
use compose_engine::Review;
use compose_engine::pack::policy::{Disagreement, Move};
use std::collections::BTreeSet;

/// Most moves that are told at once.
const MOST: usize = 3;

impl Desk {
    /// What is better than writing this, by the order of the review's categories.
    pub(crate) fn moves(&self, review: &Review) -> Vec<&Move> {
        let mut out: Vec<&Move> = Vec::new();
        for category in &review.categories {
            let fits = |m: &&Move| m.categories.iter().any(|name| name == category.as_str());
            let found = self.policy().moves.iter().find(fits);
            out.extend(found.filter(|m| !out.contains(m)));
        }
        out.truncate(MOST);
        out
    }

    /// The questions that this review raises and on which pages disagree: those with a way out first.
    pub(crate) fn disagreements(&self, review: &Review) -> Vec<&Disagreement> {
        let findings = review.findings.iter().flat_map(|f| &f.policy);
        let evidence = review.evidence.iter().filter(|e| e.decides).flat_map(|e| &e.policy);
        let lead = review.deliveries.first().map(|d| d.rule.as_str());
        let rows: BTreeSet<&str> = findings.chain(evidence).map(String::as_str).chain(lead).collect();
        let raised = |d: &&Disagreement| {
            let category = review.categories.iter().any(|c| d.categories.iter().any(|name| name == c.as_str()));
            category || d.categories.is_empty() && d.rows.iter().any(|row| rows.contains(row.as_str()))
        };
        let mut out: Vec<&Disagreement> = self.policy().disagreements.iter().filter(raised).collect();
        out.sort_by_key(|d| d.path.is_empty());
        out
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use crate::desk::Desk;
    use compose_engine::pack::policy::{Disagreement, Move};
    use compose_engine::{Category, Context, Draft, Review};

    fn with_review<T>(body: &str, read: impl Fn(&Desk, &Review) -> T) -> T {
        let desk = Desk::open().unwrap();
        let answer = desk.answer(&Draft::new("", body), &Context::default());
        read(&desk, &answer.review)
    }

    #[test]
    fn every_category_that_the_book_names_exists() {
        let desk = Desk::open().unwrap();
        let book = desk.policy();
        let moves = book.moves.iter().flat_map(|m: &Move| &m.categories);
        let questions = book.disagreements.iter().flat_map(|d: &Disagreement| &d.categories);
        let fits = book.reasons.iter().flat_map(|r| &r.fits);
        for name in moves.chain(questions).chain(fits) {
            assert!(name.parse::<Category>().is_ok(), "{name}");
        }
    }

    #[test]
    fn a_move_follows_the_category() {
        let titles =
            |body: &str| with_review(body, |d, r| d.moves(r).iter().map(|m| m.title.clone()).collect::<Vec<_>>());
        assert_eq!(titles("Please leave us a product review."), ["Use Request a Review on the order"]);
        assert_eq!(titles("Which flat number should we put on the label?"), Vec::<String>::new());
        let shipped = with_review("Your order has shipped today.", |d, r| {
            d.moves(r).iter().filter_map(|m| m.automatic.clone()).collect::<Vec<_>>()
        });
        assert_eq!(shipped.len(), 1);
    }

    #[test]
    fn a_question_is_raised_by_category_or_row_only() {
        let ids =
            |body: &str| with_review(body, |d, r| d.disagreements(r).iter().map(|q| q.id.clone()).collect::<Vec<_>>());
        assert_eq!(ids("Sorry, the lamp you ordered is out of stock."), ["stock_out"]);
        assert!(ids("See https://www.amazon.com/dp/B000000001 for the lamp.").contains(&"amazon_links".to_owned()));
        assert_eq!(ids("Which flat number should we put on the label?"), Vec::<String>::new());
    }
}
