//! Fetches the reference of a language's rules. Must not know how it is shown.

use crate::browser::fetch_file;
use compose_engine::pack::reference::{self, RuleEntry};
use std::rc::Rc;
use yew::platform::spawn_local;
use yew::prelude::{hook, use_effect_with, use_state};

/// The rules, or why they could not be had; nothing while they are on their way.
pub(crate) type Reference = Option<Result<Rc<[RuleEntry]>, Rc<str>>>;

/// The rules of `lang`, and behind them those of every language.
#[hook]
pub(crate) fn use_reference(lang: &str) -> Reference {
    let found = use_state(|| None::<(Rc<str>, Result<Rc<[RuleEntry]>, Rc<str>>)>);
    {
        let found = found.clone();
        use_effect_with(Rc::<str>::from(lang), move |lang| {
            let lang = Rc::clone(lang);
            spawn_local(async move {
                let rules = load(&lang).await.map_err(Rc::from);
                found.set(Some((lang, rules)));
            });
        });
    }
    found.as_ref().filter(|(of, _)| &**of == lang).map(|(_, rules)| rules.clone())
}

async fn load(lang: &str) -> Result<Rc<[RuleEntry]>, String> {
    let mut rules = Vec::new();
    for name in [lang, "any"] {
        let file = fetch_file(&format!("rules/{name}.rules")).await?;
        rules.extend(reference::read(&file)?);
    }
    Ok(rules.into())
}
