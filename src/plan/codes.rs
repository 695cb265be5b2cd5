//! Codes of what can be wrong with a plan; a number is never given another meaning.

/// Not TOML.
pub const SYNTAX: &str = "P810";
/// A file that every plan has is not there.
pub const MISSING_FILE: &str = "P811";
/// A key that plans do not have.
pub const UNKNOWN_KEY: &str = "P812";
/// A key without which the table means nothing.
pub const MISSING_KEY: &str = "P813";
/// A value of another type.
pub const WRONG_TYPE: &str = "P814";
/// A word that is not in the key's list.
pub const UNKNOWN_WORD: &str = "P815";
/// Not a day of the calendar.
pub const INVALID_DATE: &str = "P816";
/// Not a plain decimal.
pub const INVALID_NUMBER: &str = "P817";
/// An id with characters that ids do not have.
pub const INVALID_ID: &str = "P818";
/// An id that would be taken for a finding's code.
pub const ID_LIKE_CODE: &str = "P819";
/// An id or code that stands twice.
pub const DUPLICATE: &str = "P820";
/// An office, form or area that the plan does not declare.
pub const UNKNOWN_NAME: &str = "P821";
/// An expression that does not parse.
pub const INVALID_EXPRESSION: &str = "P822";
/// An expression that names an element the plan does not declare.
pub const UNKNOWN_ELEMENT: &str = "P823";
/// A computed row that is computed from itself.
pub const FORMULA_CYCLE: &str = "P824";
/// A period that ends before it begins.
pub const PERIOD_REVERSED: &str = "P825";
/// Days that belong to no period.
pub const PERIOD_GAP: &str = "P826";
/// Days that belong to two periods.
pub const PERIOD_OVERLAP: &str = "P827";
/// A due date before the period begins.
pub const DUE_BEFORE_PERIOD: &str = "P828";
/// A sum over offices of an element that has no common figure.
pub const NO_COMMON_FIGURE: &str = "P829";
/// A text where a number is needed.
pub const TEXT_IN_ARITHMETIC: &str = "P830";
/// A choice without codes, with a code twice, or codes without a choice.
pub const CHOICES: &str = "P831";
/// A choice whose codes are no numbers, where a number is needed.
pub const CHOICE_NOT_NUMERIC: &str = "P832";
/// A trend over figures that depend on the period's length.
pub const TREND_OVER_FLOW: &str = "P833";
/// A target that is neither a number nor a trend, or both.
pub const TARGET: &str = "P834";
/// A rule's code that is not shaped like one.
pub const RULE_CODE: &str = "P835";
/// A rule's code that a built-in check has.
pub const RULE_CODE_TAKEN: &str = "P836";
/// A tolerance below zero.
pub const NEGATIVE_TOLERANCE: &str = "P837";
/// An id that cannot name a folder or a file.
pub const FOLDER_NAME: &str = "P838";
/// An element that nobody submits and nothing computes.
pub const NOBODY_SUBMITS: &str = "P839";
/// A list of a statement that must not be empty, or an empty text in it.
pub const EMPTY_LIST: &str = "P840";
/// A limit outside the range it may have.
pub const LIMIT_RANGE: &str = "P841";

/// A column of the annex that is too narrow or too wide.
pub const WIDTH: &str = "P842";
/// A row of the annex that is neither a heading nor a figure, or both.
pub const ROW_KIND: &str = "P843";

/// A text of `dossiers.toml` that would mean two things.
pub const TWO_MEANINGS: &str = "P844";
/// A band of jumps below zero.
pub const NEGATIVE_BAND: &str = "P850";
/// A waiver that names neither office nor element, or a cell without its office.
pub const WAIVER_SCOPE: &str = "P851";
/// A waiver of what cannot be accepted.
pub const NOT_WAIVABLE: &str = "P852";
/// What should be a cell's name and is none.
pub const CELL_NAME: &str = "P853";
/// A text that must say something.
pub const EMPTY_TEXT: &str = "P854";
/// A holiday that names neither one day nor a first and a last.
pub const HOLIDAY_DAYS: &str = "P856";
/// A holiday that ends before it begins, or lasts too long to be one.
pub const HOLIDAY_LENGTH: &str = "P857";
/// A day that two places of the calendar speak of.
pub const DAY_TWICE: &str = "P858";
/// A make-up day on which people work anyway.
pub const MAKE_UP_DAY: &str = "P859";
/// A password in a file that is no place for it.
pub const PASSWORD_WRITTEN: &str = "P860";
/// A number of `mail.toml` outside its range.
pub const MAIL_RANGE: &str = "P861";
/// What should be a mail address and is none.
pub const MAIL_ADDRESS: &str = "P862";
/// An account without exactly one place of its password, or the other way round.
pub const MAIL_LOGIN: &str = "P863";

/// All of them, in order.
pub const ALL: [&str; 48] = [
    SYNTAX,
    MISSING_FILE,
    UNKNOWN_KEY,
    MISSING_KEY,
    WRONG_TYPE,
    UNKNOWN_WORD,
    INVALID_DATE,
    INVALID_NUMBER,
    INVALID_ID,
    ID_LIKE_CODE,
    DUPLICATE,
    UNKNOWN_NAME,
    INVALID_EXPRESSION,
    UNKNOWN_ELEMENT,
    FORMULA_CYCLE,
    PERIOD_REVERSED,
    PERIOD_GAP,
    PERIOD_OVERLAP,
    DUE_BEFORE_PERIOD,
    NO_COMMON_FIGURE,
    TEXT_IN_ARITHMETIC,
    CHOICES,
    CHOICE_NOT_NUMERIC,
    TREND_OVER_FLOW,
    TARGET,
    RULE_CODE,
    RULE_CODE_TAKEN,
    NEGATIVE_TOLERANCE,
    FOLDER_NAME,
    NOBODY_SUBMITS,
    EMPTY_LIST,
    LIMIT_RANGE,
    WIDTH,
    ROW_KIND,
    TWO_MEANINGS,
    NEGATIVE_BAND,
    WAIVER_SCOPE,
    NOT_WAIVABLE,
    CELL_NAME,
    EMPTY_TEXT,
    HOLIDAY_DAYS,
    HOLIDAY_LENGTH,
    DAY_TWICE,
    MAKE_UP_DAY,
    PASSWORD_WRITTEN,
    MAIL_RANGE,
    MAIL_ADDRESS,
    MAIL_LOGIN,
];
