//! The consequences as stairs, with the step this message stands on. Must not decide which step that is.

use super::icon::{Glyph, icon};
use super::row_chip::RowChip;
use crate::text::texts;
use compose_engine::notice::Step;
use yew::prelude::{Html, classes, html};

/// The stairs, mildest first, and the text of the current step; a warning where the critical route is used for something else.
pub(super) fn ladder(steps: &[Step], misuse: bool) -> Html {
    html! {
        <div class="ladder">
            <h3>{ texts().ladder }</h3>
            { stairs(steps) }
            if misuse {
                <p class="warning">{ icon(Glyph::Stop) }<span>{ texts().misuse }</span></p>
            }
            { current_text(steps) }
        </div>
    }
}

/// The stairs alone.
pub(super) fn stairs(steps: &[Step]) -> Html {
    let t = texts();
    html! {
            <ol class="plain stairs">
                { for steps.iter().enumerate().map(|(i, step)| html! {
                    <li class={classes!("stair", format!("is-{i}"), step.current.then_some("is-here"))}
                        aria-current={step.current.then_some("step")}>
                        <span class="stair-block" aria-hidden="true"></span>
                        <span class="stair-name">{ &step.title }</span>
                        if step.current {
                            <span class="visually-hidden">{ format!(" ({})", t.ladder_here) }</span>
                        }
                    </li>
                }) }
            </ol>
    }
}

/// What the current step means, with its policy rows.
pub(super) fn current_text(steps: &[Step]) -> Html {
    let Some(step) = steps.iter().find(|s| s.current) else { return Html::default() };
    html! {
        <p class="stair-text">
            { &step.text }
            { for step.rows.iter().map(|id| html! { <RowChip key={id.as_str()} id={std::rc::Rc::<str>::from(id.as_str())} /> }) }
        </p>
    }
}
