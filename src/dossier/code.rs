//! Codes of dossiers, `000.00.12.H25-250901-0001`, and what of a cell in their column may be shown.

use super::day::Day;

/// Longer ones are no codes.
const LONGEST: usize = 64;

/// As many digits in a row in a code's head look like a number of identity or a telephone.
const PERSONAL: usize = 9;

/// The day in a well-formed code: `^[0-9A-Z.]+-YYMMDD-NNNN$`, with four or five digits at the end. Only such a code is
/// ever shown: any other text in its column may be a name, a telephone or a number of identity.
pub(super) fn day_of(code: &[u8]) -> Result<Option<Day>, Broken> {
    let (rest, serial) = split(code, 4).or_else(|| split(code, 5)).ok_or(Broken)?;
    let (head, day) = split(rest, 6).ok_or(Broken)?;
    let well_formed = code.len() <= LONGEST && serial.iter().chain(day).all(u8::is_ascii_digit) && is_head(head);
    if well_formed { Ok(Day::of_code(day)) } else { Err(Broken) }
}

/// What stands before and behind a hyphen that so many bytes follow.
fn split(code: &[u8], behind: usize) -> Option<(&[u8], &[u8])> {
    let (before, behind) = code.split_at_checked(code.len().checked_sub(behind)?)?;
    Some((before.strip_suffix(b"-")?, behind))
}

/// `[0-9A-Z.]+` with no personal number in it.
fn is_head(head: &[u8]) -> bool {
    let mut digits = 0;
    let is_fine = |byte: &u8| {
        digits = if byte.is_ascii_digit() { digits + 1 } else { 0 };
        (byte.is_ascii_digit() || byte.is_ascii_uppercase() || *byte == b'.') && digits < PERSONAL
    };
    !head.is_empty() && head.iter().all(is_fine)
}

/// What is in the column of codes is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Broken;
