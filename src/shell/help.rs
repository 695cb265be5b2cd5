//! Puts the catalogue's words on the whole tree of commands and options.

use clap::{Arg, Command};

use crate::text::Catalog;

/// The tree with help, headings, value names and usage in the catalogue's language. Aliases leave the help, where clap
/// would introduce them in English; the texts name them.
pub(crate) fn localise(command: Command, catalog: &Catalog) -> Command {
    tree(command, "help-cchc", "help", catalog)
}

/// A command's words stand under `key`, those of its subcommands under `below` and their names.
fn tree(command: Command, key: &str, below: &str, catalog: &Catalog) -> Command {
    let named = one(command, key, catalog).subcommand_help_heading(catalog.get("help-heading-commands"));
    named.mut_subcommands(|sub| {
        let key = format!("{below}-{}", sub.get_name());
        tree(sub, &key, &key, catalog)
    })
}

/// Aliases stay accepted, but are no longer shown.
pub(crate) fn hide_aliases(command: Command) -> Command {
    command.mut_subcommands(|sub| {
        let aliases: Vec<String> = sub.get_visible_aliases().map(str::to_owned).collect();
        sub.visible_alias(None::<&str>).aliases(aliases)
    })
}

fn one(command: Command, key: &str, catalog: &Catalog) -> Command {
    let template = format!(
        "{{about-with-newline}}\n{} {{usage}}\n\n{{all-args}}{{after-help}}",
        catalog.get("help-heading-usage"),
    );
    command
        .about(catalog.get(key))
        .override_usage(catalog.get(&format!("{key}.usage")))
        .after_help(catalog.get(&format!("{key}.examples")))
        .help_template(template)
        .mut_args(|arg| option(arg, catalog))
}

fn option(arg: Arg, catalog: &Catalog) -> Arg {
    let key = format!("help-opt-{}", arg.get_id());
    let heading = if arg.is_positional() { "help-heading-arguments" } else { "help-heading-options" };
    let arg = arg.help(catalog.get(&key)).help_heading(catalog.get(heading));
    match catalog.find(&format!("{key}.value"), &crate::text::Args::new()) {
        Some(value) => arg.value_name(value),
        None => arg,
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;
    use crate::shell::args::Arguments;
    use crate::text::Lang;

    #[test]
    fn every_command_and_option_has_words_in_both_languages() {
        for lang in [Lang::Vi, Lang::En] {
            let catalog = Catalog::new(lang);
            let mut root = localise(Arguments::command(), &catalog);
            root.build();
            for command in std::iter::once(&root).chain(root.get_subcommands()) {
                let help = command.clone().render_help().to_string();
                assert!(!help.contains("help-"), "{lang:?}: a key without words in\n{help}");
            }
        }
    }

    #[test]
    fn vietnamese_help_has_no_english_word_of_clap() {
        let mut root = hide_aliases(localise(Arguments::command(), &Catalog::new(Lang::Vi)));
        root.build();
        for command in std::iter::once(&root).chain(root.get_subcommands()) {
            let help = command.clone().render_help().to_string();
            for word in ["Usage", "Commands", "Options", "OPTIONS", "Print", "aliases", "default", "possible"] {
                assert!(!help.contains(word), "\u{201c}{word}\u{201d} in\n{help}");
            }
        }
    }
}
