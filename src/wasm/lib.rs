//! The border between the engine and JavaScript: plain objects in and out, offsets in UTF-16 units. Holds no policy.

mod explain;
pub(crate) mod wire;

use compose_engine::{Draft, Engine, Session};
use wasm_bindgen::prelude::*;

/// An engine with a memory for one composer: a keystroke costs the edited sentence.
#[wasm_bindgen]
pub struct Checker {
    engine: Engine,
    session: Session,
}

#[wasm_bindgen]
impl Checker {
    /// An engine that reads no language yet: add those that drafts need.
    ///
    /// # Errors
    /// An `Error` with `code` `invalid-pack`.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Result<Checker, JsValue> {
        let engine = Engine::builtin().map_err(|e| wire::error("invalid-pack", &e.to_string()))?;
        Ok(Checker { engine, session: Session::new() })
    }

    /// Takes in a language from the bytes of its file, `packs/LANG.bin` of the package. One that is there already stays as it is.
    ///
    /// # Errors
    /// An `Error` with `code` `invalid-pack` that says what is wrong with the file.
    #[wasm_bindgen(js_name = addLanguage)]
    pub fn add_language(&mut self, file: &[u8]) -> Result<(), JsValue> {
        self.engine.add_language(file).map_err(|e| wire::error("invalid-pack", &e.to_string()))
    }

    /// Reviews a draft `{subject, body}` in a context (see the README of the package); gives the review as a plain object.
    ///
    /// # Errors
    /// An `Error` with `code` `invalid-draft` or `invalid-context` that names the field.
    pub fn check(&mut self, draft: JsValue, context: JsValue) -> Result<JsValue, JsValue> {
        let draft: Draft = wire::draft(draft)?;
        let context = wire::context(context)?;
        let review = self.session.review(&self.engine, &draft, &context);
        wire::review(review, &draft)
    }

    /// The same as a JSON string, byte for byte the same on every host.
    ///
    /// # Errors
    /// As [`Checker::check`].
    #[wasm_bindgen(js_name = checkJson)]
    pub fn check_json(&mut self, draft: JsValue, context: JsValue) -> Result<String, JsValue> {
        let draft: Draft = wire::draft(draft)?;
        let context = wire::context(context)?;
        let review = self.session.review(&self.engine, &draft, &context);
        wire::json(review, &draft)
    }

    /// Tells which of the marketplace's notices a text is, as a plain object; it needs no language. A lone surrogate shifts nothing.
    ///
    /// # Errors
    /// None that a text could cause.
    pub fn decode(&self, text: &str) -> Result<JsValue, JsValue> {
        wire::decoded(self.engine.decode(text), text)
    }

    /// A rule or policy row in words, by its id, as a plain object; `undefined` for one that is not known.
    ///
    /// # Errors
    /// None that an id could cause.
    pub fn explain(&self, id: &str) -> Result<JsValue, JsValue> {
        explain::explain(&self.engine, id).map_or(Ok(JsValue::UNDEFINED), |found| wire::plain(&found))
    }

    /// Languages that were added.
    pub fn languages(&self) -> Vec<String> {
        self.engine.languages().map(str::to_owned).collect()
    }
}
