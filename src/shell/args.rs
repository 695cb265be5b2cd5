//! The arguments as clap sees them; what help says about them stands in the catalogue.

use std::path::PathBuf;

use chrono::{FixedOffset, NaiveDate, Utc};
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};

use super::commands::{audit, check, completions, explain, form, reconcile, remind, report, returns, send, status};
use crate::text::Lang;

/// The whole command line.
#[derive(Debug, Parser)]
#[command(
    name = "cchc",
    version,
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true
)]
pub(crate) struct Arguments {
    /// What every command accepts.
    #[command(flatten)]
    pub(crate) options: Options,
    /// Print the version.
    #[arg(short = 'V', long, action = ArgAction::Version)]
    version: Option<bool>,
    /// The command; none asks where things stand.
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
}

/// What every command accepts.
#[derive(Clone, Debug, Args)]
pub(crate) struct Options {
    /// The period, by its id in the plan.
    #[arg(long, global = true)]
    pub(crate) period: Option<String>,
    /// The input folder.
    #[arg(long, global = true, default_value = "input", hide_default_value = true)]
    pub(crate) input: PathBuf,
    /// The output folder.
    #[arg(long, global = true, default_value = "output", hide_default_value = true)]
    pub(crate) output: PathBuf,
    /// The day to take for today.
    #[arg(long, global = true, value_parser = parse_date)]
    pub(crate) as_of: Option<NaiveDate>,
    /// The language of screens and findings.
    #[arg(long, global = true, hide_possible_values = true, value_parser = lang_parser())]
    lang: Option<Lang>,
    /// The format of what goes to standard output.
    #[arg(
        long,
        global = true,
        value_enum,
        default_value = "text",
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub(crate) format: Format,
    /// A file that gets one line about this run.
    #[arg(long, global = true)]
    pub(crate) log: Option<PathBuf>,
    /// Print help.
    #[arg(short, long, global = true, action = ArgAction::Help)]
    help: Option<bool>,
}

impl Options {
    /// The day the run is told it is; without `--as-of` the day in Vietnam, whatever the machine's zone.
    pub(crate) fn today(&self) -> NaiveDate {
        const SECONDS_EAST: i32 = 7 * 3600;
        let now = Utc::now();
        self.as_of.unwrap_or_else(|| {
            FixedOffset::east_opt(SECONDS_EAST)
                .map_or_else(|| now.date_naive(), |zone| now.with_timezone(&zone).date_naive())
        })
    }
}

/// What goes to standard output.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// Words for people.
    Text,
    /// JSON and nothing else.
    Json,
    /// Delimited text; of `audit log` alone.
    Csv,
}

/// The commands; each file of `commands/` holds one.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Make the report.
    #[command(visible_alias = "bao-cao")]
    Report(report::Args),
    /// Check submissions.
    #[command(visible_alias = "kiem-tra")]
    Check(check::Args),
    /// Write the offices' forms.
    #[command(visible_alias = "bieu-mau")]
    Form(form::Args),
    /// Say which returns have come, and by when the others are due.
    #[command(visible_alias = "tinh-hinh")]
    Status(status::Args),
    /// Explain a code or a figure.
    #[command(visible_alias = "giai-trinh")]
    Explain(explain::Args),
    /// Hold figures against dossiers.
    #[command(visible_alias = "doi-chieu")]
    Reconcile(reconcile::Args),
    /// Remind offices that have sent nothing usable.
    #[command(visible_alias = "nhac")]
    Remind(remind::Args),
    /// Give offices their forms back.
    #[command(visible_alias = "tra-phieu")]
    Return(returns::Args),
    /// Send the report.
    #[command(visible_alias = "gui")]
    Send(send::Args),
    /// Show, prove and tend the ledger.
    #[command(visible_alias = "so-cai")]
    Audit(audit::Args),
    /// Print a shell's completion script.
    Completions(completions::Args),
}

fn parse_date(text: &str) -> Result<NaiveDate, chrono::ParseError> {
    NaiveDate::parse_from_str(text, "%Y-%m-%d").or_else(|_| NaiveDate::parse_from_str(text, "%d/%m/%Y"))
}

fn lang_parser() -> impl TypedValueParser<Value = Lang> {
    PossibleValuesParser::new(["vi", "en"]).map(|tag| if tag == "en" { Lang::En } else { Lang::Vi })
}

/// The language to speak, found before clap runs, so that help and clap's own errors speak it too:
/// `--lang en` or `--lang=en`, else the variable `CCHC_LANG`, else Vietnamese.
pub(crate) fn language(arguments: &[String], variable: Option<&str>) -> Lang {
    let mut asked = variable;
    let mut rest = arguments.iter().map(String::as_str).take_while(|argument| *argument != "--");
    while let Some(argument) = rest.next() {
        match argument.strip_prefix("--lang") {
            Some("") => asked = rest.next().or(asked),
            Some(value) => asked = value.strip_prefix('=').or(asked),
            None => {}
        }
    }
    if asked == Some("en") { Lang::En } else { Lang::Vi }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

    use clap::CommandFactory;

    use super::*;

    fn parse(line: &str) -> Arguments {
        Arguments::try_parse_from(line.split(' ')).unwrap()
    }

    #[test]
    fn verify_app() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn both_spellings_of_a_date_are_one_day() {
        let day = NaiveDate::from_ymd_opt(2025, 12, 9);
        assert_eq!(parse("cchc report --as-of 2025-12-09").options.as_of, day);
        assert_eq!(parse("cchc --as-of 09/12/2025 bao-cao").options.as_of, day);
        assert!(Arguments::try_parse_from(["cchc", "--as-of", "32/12/2025"]).is_err());
    }

    #[test]
    fn vietnamese_aliases_are_the_same_commands() {
        assert!(matches!(
            parse("cchc bao-cao --dated").command,
            Some(Command::Report(report::Args { dated: true, .. }))
        ));
        assert!(matches!(parse("cchc kiem-tra a.xlsx").command, Some(Command::Check(_))));
        assert!(matches!(parse("cchc giai-trinh V301").command, Some(Command::Explain(_))));
        assert!(matches!(parse("cchc doi-chieu").command, Some(Command::Reconcile(_))));
        assert!(matches!(parse("cchc tinh-hinh").command, Some(Command::Status(_))));
        assert!(parse("cchc").command.is_none());
    }

    #[test]
    fn language_is_the_arguments_then_the_variables_then_vietnamese() {
        let of = |line: &str, variable| language(&line.split(' ').map(str::to_owned).collect::<Vec<_>>(), variable);
        assert_eq!(of("cchc report --lang en", None), Lang::En);
        assert_eq!(of("cchc --lang=en", None), Lang::En);
        assert_eq!(of("cchc", Some("en")), Lang::En);
        assert_eq!(of("cchc --lang vi", Some("en")), Lang::Vi);
        assert_eq!(of("cchc check -- --lang en", None), Lang::Vi);
    }
}
