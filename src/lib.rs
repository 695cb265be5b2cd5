//! `cchc` turns what a commune's offices send into the quarterly administrative-reform report.
//!
//! ```text
//! plan/*.toml ─ plan ─┐
//! submissions ─ intake ┴─ assess ─ rules ─ report ─ render (xlsx, html, docx, json) ─ shell (write as a set)
//! ```
//!
//! The core is pure: [`pipeline::evaluate`] turns a plan and cells into results, [`pipeline::write`] results into finished
//! files. Only `shell` touches disk, clock, terminal and processes. Bad data is never an `Err`; it becomes a [`model::Finding`].

pub mod assess;
pub mod digest;
pub mod dossier;
pub mod expr;
pub mod intake;
pub mod ledger;
pub mod mail;
pub mod model;
pub mod parallel;
pub mod pipeline;
pub mod plan;
pub mod render;
pub mod report;
pub mod rules;
pub mod shell;
pub mod templates;
pub mod text;
