//! Blocks and partials that ask for what is not there: `{{#if tasks.don}}` would print nothing without a word, and an
//! officer who misspelt a name would never know. A check put before each makes it the error that `{{tasks.don}}` is.

use handlebars::template::{HelperTemplate, Parameter, TemplateElement};
use handlebars::{Context, Handlebars, Helper, HelperResult, Output, RenderContext, RenderErrorReason, Template};

/// Name of the check; no template calls it by itself.
const CHECK: &str = "cchc-known";

/// The blocks that take a missing name for an empty one.
const BLOCKS: [&str; 4] = ["if", "unless", "each", "with"];

/// Makes every block and partial of this template refuse names that its view does not have.
pub(super) fn check_names(registry: &mut Handlebars<'static>, name: &str, check: &HelperTemplate) {
    if let Some(template) = registry.get_template(name).cloned() {
        registry.register_template(name, checked(template, check));
    }
}

/// Makes the check known, and gives a call of it, which is still to be told what to ask for.
pub(super) fn check(registry: &mut Handlebars<'static>) -> Option<HelperTemplate> {
    registry.register_helper(CHECK, Box::new(known));
    match Template::compile(&format!("{{{{{CHECK} this}}}}")).ok()?.elements.pop()? {
        TemplateElement::HtmlExpression(call) | TemplateElement::Expression(call) => Some(*call),
        _ => None,
    }
}

fn checked(mut template: Template, check: &HelperTemplate) -> Template {
    let (elements, places) = (std::mem::take(&mut template.elements), std::mem::take(&mut template.mapping));
    for (element, place) in elements.into_iter().zip(places) {
        for name in asked(&element).into_iter().filter(|asked| matches!(asked, Parameter::Path(_))) {
            let mut check = check.clone();
            check.params = vec![name.clone()];
            template.elements.push(TemplateElement::Expression(Box::new(check)));
        }
        template.elements.push(match element {
            TemplateElement::HelperBlock(block) => TemplateElement::HelperBlock(Box::new(inside(*block, check))),
            other => other,
        });
        template.mapping.resize_with(template.elements.len(), || place.clone());
    }
    template
}

/// Checks what stands within a block, too.
fn inside(mut block: HelperTemplate, check: &HelperTemplate) -> HelperTemplate {
    block.template = block.template.map(|template| checked(template, check));
    block.inverse = block.inverse.map(|template| checked(template, check));
    block
}

/// The names that a block or partial asks for.
fn asked(element: &TemplateElement) -> Vec<&Parameter> {
    match element {
        TemplateElement::HelperBlock(block) if matches!(&block.name, Parameter::Name(name) if BLOCKS.contains(&name.as_str())) => {
            block.params.iter().take(1).collect()
        }
        TemplateElement::PartialExpression(partial) => partial.params.iter().chain(partial.hash.values()).collect(),
        _ => Vec::new(),
    }
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
