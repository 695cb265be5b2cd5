//! What offices send, understood: cells of any file in, submissions and findings out.

pub mod cells;
pub mod choice;
pub mod date;
pub mod number;
pub mod parsed;
pub mod status;
pub mod text;
pub mod value;
mod vocabulary;
