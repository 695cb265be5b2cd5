//! Ids where the plan declares them, with the characters each kind may have.

use toml::de::DeValue;

use super::keys::Keys;
use super::value::FromToml;
use super::{Field, Spanned};
use crate::model::{AreaId, Code, ElementId, FormId, IndicatorId, OfficeId, PeriodId, TaskId};
use crate::plan::codes;
use crate::plan::problem::Inspection;

/// An id that a table declares as its own.
#[derive(Clone, Debug)]
struct Declared<T>(T);

/// What may stand in an id of this kind.
pub(crate) trait DeclaredId: Sized {
    fn new(text: &str) -> Self;
    /// The code of the problem with this text, if there is one.
    fn fault(text: &str) -> Option<&'static str>;
}

macro_rules! declared {
    ($($name:ident: $fault:ident),* $(,)?) => {$(
        impl DeclaredId for $name {
            fn new(text: &str) -> Self {
                Self::new(text)
            }
            fn fault(text: &str) -> Option<&'static str> {
                $fault(text)
            }
        }
    )*};
}

declared!(
    OfficeId: snake_and_file, ElementId: snake, IndicatorId: name, TaskId: name, FormId: name, AreaId: name,
    PeriodId: folder,
);

impl Keys<'_, '_> {
    /// The table's own id.
    pub(super) fn id<T: DeclaredId>(&mut self) -> Field<T> {
        let declared: Field<Declared<T>> = self.required("id");
        declared.map(|id| Spanned::new(id.span(), id.into_inner().0))
    }
}

/// An id is kept even if a character of it is wrong, so that references to it are not wrong as well.
impl<T: DeclaredId> FromToml for Declared<T> {
    fn from_toml(value: &Spanned<DeValue<'_>>, at: &mut Inspection<'_>) -> Option<Self> {
        let text = super::value::text(value, at)?;
        let like_code = Code::is_shaped(text).then_some(codes::ID_LIKE_CODE);
        if let Some(code) = like_code.or_else(|| T::fault(text)) {
            at.problem(code, value.span()).arg("id", text);
        }
        Some(Self(T::new(text)))
    }
}

/// Whether a text can be the id of an indicator, task, form or area.
pub(crate) fn is_name(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-.".contains(&byte))
}

fn name(text: &str) -> Option<&'static str> {
    (!is_name(text)).then_some(codes::INVALID_ID)
}

/// `prev` is a word of the expression language.
fn snake(text: &str) -> Option<&'static str> {
    let starts = text.starts_with(|c: char| c.is_ascii_lowercase());
    let rest = text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_');
    (!starts || !rest || text == "prev").then_some(codes::INVALID_ID)
}

/// An office's id also names its return.
fn snake_and_file(text: &str) -> Option<&'static str> {
    snake(text).or_else(|| is_device(text).then_some(codes::FOLDER_NAME))
}

/// A period's id also names its folder, beside `plan`.
fn folder(text: &str) -> Option<&'static str> {
    let forbidden = |c: char| c.is_control() || "/\\:*?\"<>|".contains(c);
    let edges = text.is_empty() || text.starts_with('.') || text.ends_with('.') || text.trim() != text;
    let taken = text.eq_ignore_ascii_case("plan") || is_device(text);
    (edges || taken || text.contains(forbidden)).then_some(codes::FOLDER_NAME)
}

/// Names that Windows gives to devices, with any extension.
fn is_device(text: &str) -> bool {
    let stem = text.split('.').next().unwrap_or_default().to_ascii_lowercase();
    let numbered =
        |prefix| stem.strip_prefix(prefix).is_some_and(|rest: &str| matches!(rest.as_bytes(), [b'1'..=b'9']));
    ["con", "prn", "aux", "nul"].contains(&stem.as_str()) || numbered("com") || numbered("lpt")
}
