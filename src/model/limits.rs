//! How much one submitted file may ask of the reader.

use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};

/// One limit, as `input/limits.toml` and `docs/limits.md` know it.
#[derive(Clone, Debug)]
pub struct Limit {
    /// Its key in `input/limits.toml`; the catalogue words it (`limit-name`).
    pub key: &'static str,
    /// What it counts; the catalogue words it (`limit-unit`).
    pub unit: &'static str,
    /// Its value where nobody sets it.
    pub default: u64,
    /// What it may be set to.
    pub range: RangeInclusive<u64>,
    set: fn(&mut Limits, u64),
}

impl Limit {
    /// The limit of this key.
    pub fn of(key: &str) -> Option<&'static Self> {
        LIMITS.iter().find(|limit| limit.key == key)
    }

    /// Sets it, if the value is one that it may have.
    #[must_use]
    pub fn set(&self, limits: &mut Limits, value: u64) -> bool {
        let allowed = self.range.contains(&value);
        if allowed {
            (self.set)(limits, value);
        }
        allowed
    }
}

/// The table: a field, its default, unit and range. Everything else is made from it.
macro_rules! limits {
    ($($(#[$doc:meta])* $key:ident: $type:ty = $default:literal $unit:ident in $range:expr;)*) => {
        /// Limits on one file.
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        pub struct Limits {
            $($(#[$doc])* pub $key: $type,)*
        }

        impl Default for Limits {
            fn default() -> Self {
                Self { $($key: $default),* }
            }
        }

        /// All limits, in the order in which a file meets them.
        pub const LIMITS: &[Limit] = &[$(Limit {
            key: stringify!($key),
            unit: stringify!($unit),
            default: $default,
            range: $range,
            set: |limits, value| limits.$key = <$type>::try_from(value).unwrap_or(<$type>::MAX),
        }),*];
    };
}

// The defaults stand well above every real workbook that was measured (at most 1,033 package entries, 114 MB unpacked,
// 140:1 compression, 1,024 sheets in a file made for a test). The greatest values are what a machine of an office can bear.
limits! {
    /// Size of the file.
    file_bytes: u64 = 50_000_000 bytes in 1_000..=1_000_000_000;
    /// Entries in a package.
    entries: usize = 2_000 entries in 10..=100_000;
    /// Size of all parts of a package once inflated, and of all texts of its cells.
    unpacked_bytes: u64 = 200_000_000 bytes in 10_000..=4_000_000_000;
    /// Inflated size over file size, watched above 10 MB.
    unpack_ratio: u64 = 200 times in 2..=2_000;
    /// Sheets.
    sheets: usize = 256 sheets in 1..=10_000;
    /// Rows of a sheet; Excel's grid ends there.
    rows: u32 = 1_048_576 rows in 1..=1_048_576;
    /// Columns of a sheet; Excel's grid ends there.
    columns: u32 = 16_384 columns in 1..=16_384;
    /// Cells written down in all sheets, and places that merged cells cover in the rows below them.
    cells: usize = 5_000_000 cells in 100..=50_000_000;
    /// UTF-16 units of text in one cell, as Excel counts.
    text_length: usize = 32_767 characters in 10..=1_000_000;
    /// Wall time for reading the file.
    seconds: u64 = 20 seconds in 1..=600;
    /// Address space of the process that reads the file (Linux).
    memory_bytes: u64 = 1_073_741_824 bytes in 268_435_456..=68_719_476_736;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_default_is_allowed_and_every_limit_can_be_set_to_both_ends_of_its_range_only() {
        for limit in LIMITS {
            let mut limits = Limits::default();
            assert!(limit.set(&mut limits, limit.default) && limits == Limits::default(), "{limit:?}");
            for end in [*limit.range.start(), *limit.range.end()] {
                assert!(limit.set(&mut limits, end), "{limit:?}");
                assert_eq!(limits == Limits::default(), end == limit.default, "{limit:?}");
            }
            assert!(!limit.set(&mut limits, 0) && !limit.set(&mut limits, limit.range.end() + 1), "{limit:?}");
        }
    }
}
