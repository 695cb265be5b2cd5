//! What the XML readers share.

use quick_xml::XmlVersion;
use quick_xml::events::{BytesRef, BytesStart};

use super::broken;
use crate::model::FileFault;

/// An attribute's value; `name` is as written in the file, with its prefix.
pub(super) fn attribute(element: &BytesStart<'_>, name: &str) -> Result<Option<String>, FileFault> {
    let found = element.try_get_attribute(name).map_err(broken)?;
    found
        .map(|attribute| Ok(attribute.normalized_value(XmlVersion::Implicit1_0).map_err(broken)?.into_owned()))
        .transpose()
}

/// The characters an entity stands for.
pub(super) fn entity(entity: BytesRef<'_>) -> Result<String, FileFault> {
    let entity = format!("&{};", entity.into_inner());
    Ok(quick_xml::escape::unescape(&entity).map_err(broken)?.into_owned())
}
