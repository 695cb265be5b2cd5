//! Identifiers as newtypes, so that an office can never be passed where an element is meant.

use std::borrow::Borrow;
use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

macro_rules! identifiers {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Arc<str>);

        impl $name {
            /// Wraps a text that the plan has already checked.
            pub fn new(text: impl AsRef<str>) -> Self {
                Self(Arc::from(text.as_ref()))
            }

            /// The identifier as written in the plan.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

identifiers! {
    /// An org unit that submits figures, such as `vhxh`.
    OfficeId;
    /// A data element: one figure an office submits, such as `hs_da_gq`.
    ElementId;
    /// An indicator of the plan, such as `I6_SOHOA`.
    IndicatorId;
    /// A task of the plan, such as `N3a`.
    TaskId;
    /// A reporting period, such as `2025-Q4`.
    PeriodId;
    /// A form of the statistics annex, such as `B3`.
    FormId;
    /// A reform area of the plan, such as `N3`.
    AreaId;
}
