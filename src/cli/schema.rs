//! `schema`: the JSON Schema of a review, for the docs.

use crate::{Outcome, say};
use compose_engine::Review;

pub(crate) fn run() -> anyhow::Result<Outcome> {
    say(&format!("{}\n", serde_json::to_string_pretty(&schemars::schema_for!(Review))?))?;
    Ok(Outcome::Fine)
}
