//! `cchc` turns what a commune's offices send into the quarterly administrative-reform report.

pub mod intake;
pub mod model;
pub mod pipeline;
pub mod report;
pub mod shell;
pub mod text;
