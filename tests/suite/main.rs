//! All integration tests in one binary: architecture, rule specs, whole rounds, workbooks, command line, docs.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a test may fail loudly, and looks at files"
)]

mod architecture;
mod between;
mod cli;
mod compiled;
mod corrections;
mod docs;
#[path = "../../examples/samples/dossiers.rs"]
mod dossiers;
mod explain;
mod exports;
#[path = "../../examples/samples/forms.rs"]
mod forms;
mod formulas;
mod history;
mod hostile;
mod inputs;
mod ledger;
mod limits;
mod live;
mod mail;
mod plan_rules;
mod printed;
mod printed_workbook;
mod promises;
mod properties;
mod reading;
mod reconcile;
mod returns;
mod revisions;
mod round;
mod round_trip;
mod rounds;
mod samples;
mod shipped_rules;
mod specs;
mod status;
mod task_list;
mod versions;
mod waivers;
mod word;
mod workbooks;
