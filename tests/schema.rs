//! The documented shape of a review: the schema in the docs is fresh, and real reviews keep to it.
//!
//! `UPDATE=1 cargo test -p compose-tests --test schema` writes the schema anew; read every changed line before you keep it.

use anyhow::{Result, anyhow};
use boon::{Compiler, Schemas};
use compose_engine::{Engine, Review};
use compose_tests::{all_labelled, root, unlabelled};

const FILE: &str = "docs/review.schema.json";

#[test]
fn the_documented_schema_is_fresh() -> Result<()> {
    let now = format!("{}\n", serde_json::to_string_pretty(&schemars::schema_for!(Review))?);
    let path = root().join(FILE);
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, &now)?;
    }
    assert!(std::fs::read_to_string(&path)? == now, "{FILE} is not fresh; run this test with UPDATE=1");
    Ok(())
}

#[test]
fn reviews_of_all_labelled_drafts_keep_to_it() -> Result<()> {
    let engine = Engine::builtin()?;
    let mut schemas = Schemas::new();
    let mut compiler = Compiler::new();
    let schema = serde_json::to_value(schemars::schema_for!(Review))?;
    compiler.add_resource("review.json", schema).map_err(|e| anyhow!("{e}"))?;
    let index = compiler.compile("review.json", &mut schemas).map_err(|e| anyhow!("{e}"))?;
    for l in all_labelled()? {
        let (draft, context) = unlabelled(&l);
        let review = serde_json::to_value(engine.review(&draft, &context))?;
        schemas.validate(&review, index).map_err(|e| anyhow!("{}: {e:#}", l.id))?;
    }
    let broken = serde_json::json!({ "version": "0", "verdict": "maybe" });
    assert!(schemas.validate(&broken, index).is_err(), "the schema lets anything through");
    Ok(())
}
