//! Which rules are shown: language, what a match means, words. Must not know the rules.

use super::control::{Room, at, nth, option, select};
use crate::browser::value_of;
use crate::text::{LANGUAGES, rules as text};
use crate::view_model::rules::Search;
use compose_engine::pack::spec::RuleRole;
use std::rc::Rc;
use yew::prelude::{Callback, Html, InputEvent, UseStateHandle, html};

const ROLES: [RuleRole; 4] = [RuleRole::Critical, RuleRole::NonCritical, RuleRole::Courtesy, RuleRole::Finding];

/// The controls; they change both handles.
pub(crate) fn rule_filters(lang: &UseStateHandle<Rc<str>>, search: &UseStateHandle<Search>) -> Html {
    let t = text::texts();
    let languages = LANGUAGES.iter().map(|(code, name)| option(code, name, ***lang == **code)).collect();
    let mut roles = vec![option("", t.every_role, search.role.is_none())];
    roles.extend(
        ROLES.iter().enumerate().map(|(i, r)| option(&i.to_string(), (t.role_of)(*r), search.role == Some(*r))),
    );
    let on_lang = {
        let lang = lang.clone();
        move |code: &str| lang.set(code.into())
    };
    let on_role = {
        let search = search.clone();
        move |value: &str| search.set(Search { role: nth(&ROLES, value), ..(*search).clone() })
    };
    let oninput = {
        let search = search.clone();
        Callback::from(move |event: InputEvent| search.set(Search { words: value_of(&event), ..(*search).clone() }))
    };
    html! {
        <div class="panel filters">
            { select(("rules-lang", t.lang), Room::Plain, lang, languages, on_lang) }
            { select(("rules-role", t.role), Room::Plain, &at(&ROLES, search.role), roles, on_role) }
            <div class="control is-wide">
                <label for="rules-search">{ t.search }</label>
                <input id="rules-search" type="search" placeholder={t.search_hint} value={search.words.clone()} {oninput} />
            </div>
        </div>
    }
}
