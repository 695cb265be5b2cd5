//! What offices send, understood: cells of any file in, submissions and findings out.

pub mod cells;
pub mod choice;
mod combine;
mod compiled;
mod content;
pub mod date;
mod identity;
mod index;
mod layout;
pub mod number;
mod page;
pub mod parsed;
mod personal;
mod read;
mod sidecar;
pub mod status;
mod tables;
mod task_list;
#[cfg(test)]
mod tests;
pub mod text;
mod twice;
pub mod value;
mod vocabulary;

pub use combine::{Beside, combine};
pub use read::Reader;
pub use task_list::task_list;
