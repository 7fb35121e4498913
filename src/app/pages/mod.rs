//! The pages. Each puts components together; must hold no policy.

mod app;
mod beside;
mod compose;
mod editing;
mod model;
mod notices;
mod privacy;
mod rules;
mod standing;
mod stepping;
mod templates;

pub(crate) use app::App;
pub(crate) use beside::Beside;
use compose::Compose;
use model::Model;
use notices::Notices;
use privacy::Privacy;
use rules::Rules;
use standing::Standing;
use templates::Templates;
