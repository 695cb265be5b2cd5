//! .xlsx, whole or as parts.
#![no_main]

use cchc_fuzz::{container, guard, read_cells};

libfuzzer_sys::fuzz_target!(init: guard::install(), |data: &[u8]| read_cells("a.xlsx", &container::package(data)));
