//! The test suite.

mod hostile;
mod reading;
