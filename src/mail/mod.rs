//! Messages as data: who gets what, in which words, with which files. Nothing here sends anything.

mod message;

pub use message::{Attachment, Kind, Mailbox, Message};
