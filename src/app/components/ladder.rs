//! The consequences as stairs, with the step this message stands on. Must not decide which step that is.

use super::icon::{Glyph, icon};
use super::row_chip::RowChip;
use crate::text::texts;
use compose_engine::notice::Step;
use yew::prelude::{Html, classes, html};

/// The stairs, mildest first, and the text of the current step; a warning where the critical route is used for something else.
pub(super) fn ladder(steps: &[Step], misuse: bool) -> Html {
    let t = texts();
    let current = steps.iter().find(|s| s.current);
    html! {
        <div class="ladder">
            <h3>{ t.ladder }</h3>
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
            if misuse {
                <p class="warning">{ icon(Glyph::Stop) }<span>{ t.misuse }</span></p>
            }
            if let Some(step) = current {
                <p class="stair-text">
                    { &step.text }
                    { for step.rows.iter().map(|id| html! { <RowChip key={id.as_str()} id={std::rc::Rc::<str>::from(id.as_str())} /> }) }
                </p>
            }
        </div>
    }
}
