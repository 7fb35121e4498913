//! Very large and hostile drafts are reviewed to the end. Asserts no time: a text that costs more than it should shows by hanging.

use anyhow::Result;
use compose_engine::{Context, Draft, Engine};

const MEGABYTE: usize = 1 << 20;
/// Text in which every sentence decides. Reviews of it grow with the square of their evidence, so it is tried at the length of a book's
/// chapter and not of a book.
const DENSE: usize = 1 << 16;

fn check(engine: &Engine, piece: &str, size: usize) {
    let draft = Draft::new(piece, piece.repeat(size / piece.len()));
    let review = engine.review(&draft, &Context::default());
    for s in &review.sentences {
        assert!(!s.span.of(draft.text(s.field)).is_empty(), "{piece:?}: {s:?}");
    }
}

#[test]
fn a_megabyte_without_a_full_stop() -> Result<()> {
    let engine = Engine::builtin()?;
    for piece in ["a ", "word", "please review please review "] {
        check(&engine, piece, MEGABYTE);
    }
    Ok(())
}

#[test]
fn a_megabyte_of_signs_that_open_and_never_close() -> Result<()> {
    let engine = Engine::builtin()?;
    for piece in ["{{", "[[", "<", "#x"] {
        check(&engine, piece, MEGABYTE);
    }
    Ok(())
}

#[test]
fn a_megabyte_of_layout_and_disguise() -> Result<()> {
    let engine = Engine::builtin()?;
    for piece in ["\n", "> quoted\n", "r.e.v.i.e.w ", "😀"] {
        check(&engine, piece, MEGABYTE);
    }
    Ok(())
}

#[test]
fn a_chapter_in_which_everything_decides() -> Result<()> {
    let engine = Engine::builtin()?;
    let pieces = [
        "http://x.example/ ",
        "Please leave us a review. ",
        "Hello, what name should we engrave on the tag? Also 20 % off with code X. ",
    ];
    for piece in pieces {
        check(&engine, piece, DENSE);
    }
    Ok(())
}
