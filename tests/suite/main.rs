//! All integration tests in one binary: architecture, rule specs, whole rounds, workbooks, pages, command line, docs.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may fail loudly")]

mod architecture;
