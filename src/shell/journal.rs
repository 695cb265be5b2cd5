//! `--log FILE`: one line of JSON a run, for runs that nobody watches.

use std::fs::{File, OpenOptions};
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use serde_json::{Map, Value, json};

use super::ledger::now;
use super::problem::Problem;
use super::session::Session;

/// An open log.
#[derive(Debug)]
pub(crate) struct Journal {
    file: File,
    command: String,
}

impl Journal {
    /// Opens the log before anything is done: a run that could not be told of does not begin.
    pub(crate) fn open(path: &Path, command: &str) -> Result<Self, Problem> {
        let file = OpenOptions::new().create(true).append(true).open(path);
        let file = file.map_err(|cause| Problem::new("error-log").path(path).cause(cause))?;
        Ok(Self { file, command: command.to_owned() })
    }

    /// Appends the run's line, in one piece.
    pub(crate) fn close(mut self, session: &Session<'_>, status: ExitCode) -> std::io::Result<()> {
        let noted = session.noted.borrow();
        let period = noted.period.as_ref().map(ToString::to_string).or_else(|| session.options.period.clone());
        let mut line = Map::new();
        line.insert("at".to_owned(), json!(now()));
        line.insert("command".to_owned(), json!(self.command));
        line.insert("period".to_owned(), json!(period));
        line.insert("status".to_owned(), json!((0..=2_u8).find(|&number| ExitCode::from(number) == status)));
        line.extend(noted.counts.iter().map(|(key, count)| ((*key).to_owned(), json!(count))));
        self.file.write_all(format!("{}\n", Value::Object(line)).as_bytes())
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

    use std::fs;

    use clap::Parser;

    use super::*;
    use crate::model::PeriodId;
    use crate::shell::args::Arguments;
    use crate::text::{Catalog, Lang};

    #[test]
    fn every_run_adds_a_line_and_none_begins_without_its_log() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("cchc.log");
        for status in [0, 2] {
            let session = Session::new(Arguments::try_parse_from(["cchc"]).unwrap().options, Catalog::of(Lang::Vi));
            session.note(&PeriodId::new("2025-Q4"), &[("sent", 3)]);
            Journal::open(&path, "remind").unwrap().close(&session, ExitCode::from(status)).unwrap();
        }
        let text = fs::read_to_string(&path).unwrap();
        let lines: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        let said = |key: &str| lines.iter().map(|line| line.get(key).cloned().unwrap()).collect::<Vec<_>>();
        assert_eq!(said("status"), [json!(0), json!(2)]);
        assert_eq!(said("command"), [json!("remind"), json!("remind")]);
        assert_eq!((said("sent"), said("period")), (vec![json!(3); 2], vec![json!("2025-Q4"); 2]));
        assert!(Journal::open(folder.path(), "remind").unwrap_err().is("error-log"));
    }
}
