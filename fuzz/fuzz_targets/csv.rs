//! Delimited text in any encoding.
#![no_main]

use cchc_fuzz::{guard, read_cells};

libfuzzer_sys::fuzz_target!(init: guard::install(), |data: &[u8]| read_cells("a.csv", data));
