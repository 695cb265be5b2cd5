//! The command `cchc`.

fn main() {}
