//! Compose Helper's engine: says whether a seller's message to a buyer is critical to completing the order, which words decide it,
//! whether an opted-out buyer would receive it, and how to mend it. Pure: no I/O, clock, threads, globals, JavaScript or HTML.
//!
//! ```
//! use compose_engine::{Context, Draft, Engine, Verdict};
//!
//! let engine = Engine::builtin()?;
//! let draft = Draft::new("Your flat number", "Hello, the flat number is missing in your address. Which one is it?");
//! let review = engine.review(&draft, &Context::default());
//! assert_eq!(review.verdict, Verdict::Critical);
//! # Ok::<(), compose_engine::PackError>(())
//! ```

// By name; docs/ARCHITECTURE.md has them in the order of the data flow.
pub mod amend;
mod assemble;
pub mod decode;
pub mod delivery;
mod draft;
mod engine;
mod evidence;
pub mod fix;
mod fold;
mod identify;
mod language;
pub mod model;
pub mod notice;
pub mod order_id;
pub mod pack;
mod placeholder;
mod reading;
pub mod review;
mod scan;
mod segment;
mod session;
mod span;
mod verdict;

pub use decode::{Decoded, NoticeKind};
pub use draft::{Buyer, Channel, Context, Draft, Edition, Field, Program, Thread, UnknownName};
pub use engine::Engine;
pub use evidence::Role;
pub use pack::PackError;
pub use pack::category::{Category, Class};
pub use pack::spec::{Certainty, Grade, Severity};
pub use review::Review;
pub use session::Session;
pub use span::{Span, Utf16Map, Utf16Span};
pub use verdict::{Confidence, Verdict, whole};
