//! Blocks that ask for what is not there: `{{#if tasks.don}}` would print nothing without a word, and an officer who
//! misspelt a name would never know. A check put before each block makes it the error that `{{tasks.don}}` is.

use handlebars::template::{HelperTemplate, Parameter, TemplateElement};
use handlebars::{Context, Handlebars, Helper, HelperResult, Output, RenderContext, RenderErrorReason, Template};

/// Name of the check; no template calls it by itself.
const CHECK: &str = "cchc-known";

/// The blocks that take a missing name for an empty one.
const BLOCKS: [&str; 4] = ["if", "unless", "each", "with"];

/// Makes every block of this template refuse names that its view does not have.
pub(super) fn check_blocks(registry: &mut Handlebars<'static>, name: &str) {
    registry.register_helper(CHECK, Box::new(known));
    if let Some(template) = registry.get_template(name).cloned() {
        registry.register_template(name, checked(template));
    }
}

fn checked(mut template: Template) -> Template {
    let (elements, places) = (std::mem::take(&mut template.elements), std::mem::take(&mut template.mapping));
    for (element, place) in elements.into_iter().zip(places) {
        let element = match element {
            TemplateElement::HelperBlock(block) => {
                template.elements.extend(check(&block));
                TemplateElement::HelperBlock(Box::new(inside(*block)))
            }
            other => other,
        };
        template.elements.push(element);
        template.mapping.resize_with(template.elements.len(), || place.clone());
    }
    template
}

/// Checks the blocks within a block, too.
fn inside(mut block: HelperTemplate) -> HelperTemplate {
    block.template = block.template.map(checked);
    block.inverse = block.inverse.map(checked);
    block
}

/// The check of what a block asks for; `None` for other blocks.
fn check(block: &HelperTemplate) -> Option<TemplateElement> {
    let known = matches!(&block.name, Parameter::Name(name) if BLOCKS.contains(&name.as_str()));
    if !known || !matches!(block.params.first(), Some(Parameter::Path(_))) {
        return None;
    }
    let mut check = block.clone();
    check.name = Parameter::Name(CHECK.to_owned());
    (check.template, check.inverse, check.block) = (None, None, false);
    check.hash.clear();
    Some(TemplateElement::Expression(Box::new(check)))
}

fn known(
    helper: &Helper<'_>,
    _: &Handlebars<'_>,
    _: &Context,
    _: &mut RenderContext<'_, '_>,
    _: &mut dyn Output,
) -> HelperResult {
    match helper.param(0) {
        Some(asked) if asked.is_value_missing() => {
            Err(RenderErrorReason::MissingVariable(asked.relative_path().map(ToString::to_string)).into())
        }
        _ => Ok(()),
    }
}
