//! The words that decided a verdict, as the panel lists them. Must not know the DOM.

use crate::view_model::{Pick, excerpt};
use compose_engine::{Draft, Field, Review, Role, Utf16Map};

/// Words that decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct WordView {
    /// The words, cut short.
    pub(crate) words: String,
    /// Whether the order needs what they say.
    pub(crate) needed: bool,
    /// Where they stand.
    pub(crate) place: Pick,
}

/// Most that are listed.
const MOST: usize = 6;

/// The deciding words in order of the text, each once.
pub(crate) fn deciding(draft: &Draft, review: &Review) -> Vec<WordView> {
    let (subject, body) = (Utf16Map::new(&draft.subject), Utf16Map::new(&draft.body));
    let mut found: Vec<WordView> = Vec::new();
    for e in review.evidence.iter().filter(|e| e.decides && e.role != Role::Courtesy) {
        let map = match e.field {
            Field::Subject => &subject,
            Field::Body => &body,
        };
        let span = map.span(e.span);
        let words = excerpt(e.span.of(draft.text(e.field)), 40);
        let known = found.iter().any(|w| w.words == words);
        if !known && !words.is_empty() && found.len() < MOST {
            let place = Pick { field: e.field, start: span.start, end: span.end };
            found.push(WordView { words, needed: e.role == Role::Critical, place });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::deciding;
    use compose_engine::{Context, Draft, Engine};

    #[test]
    fn deciding_words_are_the_texts_own_in_utf16() -> Result<(), Box<dyn std::error::Error>> {
        let draft = Draft::new("😀", "😀 Please leave us a review.");
        let review = Engine::builtin()?.review(&draft, &Context::default());
        let found = deciding(&draft, &review);
        let first = found.first().ok_or("nothing decides")?;
        assert!(!first.needed);
        let units: Vec<u16> = draft.body.encode_utf16().collect();
        let range = first.place.start as usize..first.place.end as usize;
        assert_eq!(String::from_utf16(units.get(range).ok_or("out of the text")?)?, first.words);
        Ok(())
    }
}
