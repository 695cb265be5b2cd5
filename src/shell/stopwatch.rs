//! Says where the time goes, on standard error, when `CCHC_TIMINGS` is set, and what outputs cost; for `scripts/measure`.

use std::env;
use std::time::Instant;

use super::terminal;

/// The outputs that `CCHC_WITHOUT` names, such as `docx,returns/`: a run without them tells what they cost.
pub(crate) fn left_out() -> Vec<String> {
    let named = env::var("CCHC_WITHOUT").unwrap_or_default();
    named.split(',').filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

/// Times the stages of a run.
#[derive(Debug)]
pub(crate) struct Stopwatch {
    last: Instant,
    shown: bool,
}

impl Stopwatch {
    /// Begins the first stage.
    pub(crate) fn start() -> Self {
        Self { last: Instant::now(), shown: env::var_os("CCHC_TIMINGS").is_some() }
    }

    /// Ends a stage and begins the next.
    pub(crate) fn lap(&mut self, stage: &str) {
        if self.shown {
            terminal::tell(&format!("timing: {stage} {:.3} s\n", self.last.elapsed().as_secs_f64()));
        }
        self.last = Instant::now();
    }
}
