//! Disguised words are read as the plain ones: no trick turns a verdict towards critical, and each is told with the word it hides.

use anyhow::Context as _;
use compose_engine::{Context, Draft, Engine, Field, Review, Role, Span, Verdict};
use compose_tests::{labelled, unlabelled};

/// A way of writing a word that readers still read.
type Disguise = fn(&str) -> Option<String>;

/// Undone letter by letter, whatever the word.
const OF_LETTERS: [(&str, Disguise); 5] = [
    ("look-alike letters", look_alike),
    ("letters set apart", |w| Some(w.chars().map(String::from).collect::<Vec<_>>().join("."))),
    ("ornamental letters", |w| w.chars().map(|c| shifted(c, '𝐚')).collect()),
    ("filled squares", |w| w.chars().map(|c| shifted(c, '🅰')).collect()),
    ("invisible characters", |w| Some(w.chars().flat_map(|c| [c, '\u{200b}']).collect())),
];

/// Undone where a rule looks for the word.
const OF_KNOWN_WORDS: [(&str, Disguise); 3] = [
    ("digits", |w| replaced(w, &[('o', '0'), ('i', '1'), ('e', '3'), ('a', '4'), ('s', '5'), ('t', '7')])),
    ("signs", |w| replaced(w, &[('i', '!'), ('e', '€'), ('a', '@'), ('s', '$')])),
    ("a hyphen and a line end", |w| Some(format!("{}-\n{}", w.get(..2)?, w.get(2..)?))),
];

fn look_alike(word: &str) -> Option<String> {
    replaced(word, &[('a', 'а'), ('e', 'е'), ('o', 'о'), ('c', 'с'), ('p', 'р'), ('i', 'і')])
}

fn shifted(c: char, a: char) -> Option<char> {
    char::from_u32(u32::from(a) + u32::from(c.to_ascii_lowercase()) - u32::from('a'))
}

/// The word with its first inner letters replaced, fewer than half of them; nothing where none can be.
fn replaced(word: &str, letters: &[(char, char)]) -> Option<String> {
    let mut left = (word.len() - 1) / 2;
    let disguised: String = word
        .char_indices()
        .map(|(at, c)| match letters.iter().find(|(from, _)| *from == c && at > 0 && left > 0) {
            Some((_, to)) => {
                left -= 1;
                *to
            }
            None => c,
        })
        .collect();
    (disguised != word).then_some(disguised)
}

/// The longest plain word of five letters or more among the words that decided against the draft.
fn telling_word(draft: &Draft, review: &Review, by_rule: bool) -> Option<Span> {
    let deciding =
        review.evidence.iter().filter(|e| e.decides && e.role == Role::NonCritical && e.field == Field::Body);
    let words = deciding.filter(|e| !by_rule || e.rule.is_some()).flat_map(|e| words(&draft.body, e.span));
    words.filter(|w| w.len() >= 5).max_by_key(|w| w.len())
}

fn words(text: &str, span: Span) -> Vec<Span> {
    let mut out = Vec::new();
    let mut at = span.range().start;
    for word in span.of(text).split(|c: char| !c.is_alphabetic()) {
        if word.chars().all(|c| c.is_ascii_lowercase()) {
            out.push(Span::new(at..at + word.len()));
        }
        at += word.len() + text.get(at + word.len()..).and_then(|r| r.chars().next()).map_or(0, char::len_utf8);
    }
    out
}

fn with(draft: &Draft, span: Span, word: &str) -> Draft {
    let mut body = draft.body.clone();
    body.replace_range(span.range(), word);
    Draft::new(&draft.subject, body)
}

fn check(disguises: &[(&str, Disguise)], by_rule: bool, least: usize) -> anyhow::Result<()> {
    let engine = Engine::builtin()?;
    let mut tried = 0;
    let mut wrong = Vec::new();
    for lang in ["en", "de", "fr", "es", "it", "nl", "pl", "pt", "sv", "tr"] {
        for line in labelled(lang)? {
            let (draft, context) = unlabelled(&line);
            let plain = engine.review(&draft, &context);
            let Some(span) = telling_word(&draft, &plain, by_rule).filter(|_| plain.verdict != Verdict::Critical)
            else {
                continue;
            };
            for (name, disguise) in disguises {
                let Some(word) = disguise(span.of(&draft.body)) else { continue };
                let disguised = engine.review(&with(&draft, span, &word), &context);
                tried += 1;
                if disguised.verdict == Verdict::Critical {
                    wrong.push(format!("{}: {word} ({name})", line.id));
                }
            }
        }
    }
    anyhow::ensure!(wrong.is_empty(), "{} of {tried} turned critical:\n{}", wrong.len(), wrong.join("\n"));
    anyhow::ensure!(tried >= least, "only {tried} words were tried");
    Ok(())
}

#[test]
fn letters_in_disguise_turn_no_verdict_critical() -> anyhow::Result<()> {
    check(&OF_LETTERS, false, 1_000)
}

#[test]
fn words_of_rules_in_disguise_turn_no_verdict_critical() -> anyhow::Result<()> {
    check(&OF_KNOWN_WORDS, true, 500)
}

fn evasions(engine: &Engine, body: &str) -> Vec<String> {
    let review = engine.review(&Draft::new("", body), &Context { lang: Some("en".to_owned()), ..Context::default() });
    review.findings.into_iter().filter(|f| f.rule == "evasion").map(|f| f.what).collect()
}

#[test]
fn a_trick_is_told_with_the_word_it_hides() -> anyhow::Result<()> {
    let engine = Engine::builtin()?;
    for (word, trick) in [
        ("rеviеw", "letters of another script"),
        ("r e v i e w", "set apart"),
        ("𝓻𝓮𝓿𝓲𝓮𝔀", "ornamental"),
        ("🆁🅴🆅🅸🅴🆆", "ornamental"),
        ("🇷 🇪 🇻 🇮 🇪 🇼", "set apart"),
        ("re\u{200b}view", "invisible"),
        ("r3v1ew", "digits or signs"),
        ("re*iew", "digits or signs"),
        ("re-\nview", "two lines"),
    ] {
        let told = evasions(&engine, &format!("Please leave us a {word} on the product page."));
        let first = told.first().with_context(|| format!("{word} is not told"))?;
        anyhow::ensure!(first.contains("“review”") && first.contains(trick), "{word}: {first}");
    }
    Ok(())
}

#[test]
fn model_numbers_names_and_headings_are_no_trick() -> anyhow::Result<()> {
    let engine = Engine::builtin()?;
    for body in [
        "Which one did you mean, the WH-1000XM4 or the B0W15T4R?",
        "Should we engrave Алёна or Ελένη on the ring?",
        "T H A N K   Y O U\n\nWhich colour should the R 2 D 2 figure have?",
        "Does the S24+ case or the A5 4G case fit your phone?",
        "Your review of the 1st proof is missing: is the text right?",
        "Wie soll der Na\u{ad}me ge\u{ad}schrie\u{ad}ben werden?",
        "Please choose a size:\n- S\n- M\n- L\n- XL",
    ] {
        let told = evasions(&engine, body);
        anyhow::ensure!(told.is_empty(), "{body}: {told:?}");
    }
    Ok(())
}
