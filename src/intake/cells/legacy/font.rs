//! Fonts made for the old encodings, told by their names.

use std::collections::BTreeMap;

use super::Encoding;
use crate::model::Address;

/// The cells that are shown in such fonts, by the number of their sheet.
pub(in crate::intake::cells) type Fonts = BTreeMap<(usize, Address), Font>;

/// A font older than Unicode.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::intake::cells) struct Font {
    pub(super) encoding: Encoding,
    /// Whether it shows small letters as capitals.
    pub(super) capitals: bool,
}

impl Font {
    /// The font of this name: `.VnTime`, `.VnTimeH` (capitals), `VNI-Times`.
    pub(in crate::intake::cells) fn called(name: &str) -> Option<Self> {
        let begins = |with: &str| name.get(..with.len()).is_some_and(|head| head.eq_ignore_ascii_case(with));
        if begins(".Vn") {
            return Some(Self { encoding: Encoding::Tcvn3, capitals: name.ends_with('H') });
        }
        begins("VNI-").then_some(Self { encoding: Encoding::Vni, capitals: false })
    }
}
