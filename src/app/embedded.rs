//! The border of the element's module: panels and the engine for scripts, plain objects and UTF-16 offsets. Must not hold any logic of its own.

// The engine's own border is a part of it, so that a portal's page and its server need one module between them.
#[path = "../wasm/lib.rs"]
mod engine;

use compose_site::element::{self, Hold, Stage};
use engine::wire;
use wasm_bindgen::prelude::*;

/// The engine for all panels of a page.
#[wasm_bindgen]
pub struct Office(element::Office);

#[wasm_bindgen]
impl Office {
    /// An engine that reads no language yet.
    ///
    /// # Errors
    /// An `Error` with `code` `invalid-pack`.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Result<Office, JsValue> {
        element::Office::open().map(Office).map_err(|e| wire::error("invalid-pack", &e))
    }

    /// Takes in a language's file.
    ///
    /// # Errors
    /// An `Error` with `code` `invalid-pack`.
    pub fn learn(&self, lang: &str, file: &[u8]) -> Result<(), JsValue> {
        self.0.learn(lang, file).map_err(|e| wire::error("invalid-pack", &e))
    }

    /// Whether there are rules for this language.
    pub fn reads(&self, lang: &str) -> bool {
        self.0.reads(lang)
    }

    /// The language that a draft is read in.
    ///
    /// # Errors
    /// An `Error` with `code` `invalid-draft` or `invalid-context`.
    pub fn language(&self, draft: JsValue, context: JsValue) -> Result<String, JsValue> {
        Ok(self.0.language(&wire::draft(draft)?, &wire::context(context)?))
    }
}

/// What a panel answers.
#[wasm_bindgen]
pub struct Shown {
    review: JsValue,
    marks: Vec<u32>,
}

#[wasm_bindgen]
impl Shown {
    /// The review as a plain object.
    #[wasm_bindgen(getter)]
    pub fn review(&self) -> JsValue {
        self.review.clone()
    }

    /// What is marked, four numbers each: field (0 subject, 1 body), kind (0 style, 1 needed, 2 not needed, 3 breach), start, end.
    #[wasm_bindgen(getter)]
    pub fn marks(&self) -> Vec<u32> {
        self.marks.clone()
    }
}

/// A panel.
#[wasm_bindgen]
pub struct Panel(element::Panel);

#[wasm_bindgen]
impl Panel {
    /// A panel in an element; `tell(name, value)` hears what the seller wants: `fix`, `pick`, `override`.
    ///
    /// # Errors
    /// An `Error` with `code` `no-place`.
    #[wasm_bindgen(constructor)]
    pub fn new(place: JsValue, office: &Office, tell: js_sys::Function) -> Result<Panel, JsValue> {
        let opened = element::Panel::open(place, &office.0, tell);
        opened.map(Panel).ok_or_else(|| wire::error("no-place", "a panel needs an element"))
    }

    /// Reviews a draft and paints the answer.
    ///
    /// # Errors
    /// An `Error` with `code` `invalid-draft`, `invalid-context` or `internal`.
    pub fn show(&mut self, draft: JsValue, context: JsValue, stage: &str, hold: &str) -> Result<Shown, JsValue> {
        let draft = wire::draft(draft)?;
        let context = wire::context(context)?;
        let stage: Stage = stage.parse().map_err(|()| wire::error("internal", "stage"))?;
        let hold: Hold = hold.parse().map_err(|()| wire::error("internal", "hold"))?;
        let (review, marks) = self.0.show(draft.clone(), &context, stage, hold);
        Ok(Shown { review: wire::review(review, &draft)?, marks: marks.concat() })
    }
}

/// In the module nothing runs by itself. Natively it prints what the element says by script.
fn main() {
    #[cfg(not(target_arch = "wasm32"))]
    print!("{}", element::script_words());
}
