//! Codes of dossiers, `000.00.12.H25-250901-0001`, and what of a cell in their column may be shown.

use super::day::Day;

/// Longer ones are no codes.
const LONGEST: usize = 64;

/// As many digits in a row in a code's head look like a number of identity or a telephone.
const PERSONAL: usize = 9;

/// The day in a well-formed code: `^[0-9A-Z.]+-YYMMDD-NNNN$`, with four or five digits at the end. Only such a code is
/// ever shown: any other text in its column may be a name, a telephone or a number of identity.
pub(super) fn day_of(code: &[u8]) -> Result<Option<Day>, Broken> {
    if code.len() > LONGEST {
        return Err(Broken);
    }
    let mut parts = code.rsplitn(3, |byte| *byte == b'-');
    let (Some(serial), Some(day), Some(head)) = (parts.next(), parts.next(), parts.next()) else { return Err(Broken) };
    let digits = |text: &[u8]| text.iter().all(u8::is_ascii_digit);
    let well_formed = matches!(serial.len(), 4 | 5)
        && digits(serial)
        && day.len() == 6
        && digits(day)
        && !head.is_empty()
        && head.iter().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase() || *byte == b'.')
        && !head.split(|byte| !byte.is_ascii_digit()).any(|digits| digits.len() >= PERSONAL);
    if well_formed { Ok(Day::of_code(day)) } else { Err(Broken) }
}

/// What is in the column of codes is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Broken;
