# Mistakes in the plan's files. Value: what is wrong and where; .title: short name; .why: why it is a mistake; .fix: what to do.

plan-error = error
plan-help = help
plan-did-you-mean = did you mean “{ $word }”?
plan-related = clashes with this

P810 = The file is not valid TOML
    .title = Syntax error
    .why = This part of the file cannot be read, so what the plan says is unknown.
    .fix = Mend the syntax: texts in "…", one “key = value” a line, every bracket closed.

P811 = The plan's file “{ $file }” is missing
    .title = Missing file
    .why = Every plan has plan.toml, elements.toml and indicators.toml; the other files may be absent.
    .fix = Copy the file to input/plan; leave it empty if there is nothing to say yet.

P812 = { $place ->
        [file] This file has no table or key “{ $key }”
       *[table] This table has no key “{ $key }”
    }
    .title = Unknown key
    .why = A misspelt key would be ignored silently, so an unknown key is an error.
    .fix = Correct the key or remove the line.

P813 = { $place ->
        [file] This file lacks the required part “{ $key }”
       *[table] This table lacks the required key “{ $key }”
    }
    .title = Missing key
    .why = Without it no report can be made from the plan.
    .fix = { $place ->
            [file] Add the table “{ $key }” to the file; repeated tables have two brackets, as in [[office]].
           *[table] Add a line “{ $key } = …” to the table.
        }

P814 = This must be { $expected ->
        [text] a text in quotes
        [date] a date
        [number] a number
        [bool] true or false
        [list] a list […]
       *[table] a table
    }, but it is { $found ->
        [string] a text
        [integer] an integer
        [float] a decimal
        [boolean] true or false
        [datetime] a date-time
        [array] a list
       *[table] a table
    }
    .title = Wrong type
    .why = Every key takes one type of value.
    .fix = Write a value of that type; repeated tables have two brackets, as in [[office]].

P815 = “{ $value }” is none of: { $allowed }
    .title = Word not in the list
    .why = This key takes the listed words only.
    .fix = Choose one of: { $allowed }.

P816 = “{ $value }” is not a day of the calendar written YEAR-MONTH-DAY
    .title = Invalid date
    .why = Due dates and periods are reckoned from it.
    .fix = Write a date such as "2025-12-05"; a task's due date may be "period" (the end of each period).

P817 = “{ $value }” is not a decimal number
    .title = Invalid number
    .why = Numbers are taken digit by digit as written, to compare exactly.
    .fix = Write digits with a decimal point and no grouping, such as "97.5".

P818 = The id “{ $id }” has a character that ids do not have
    .title = Invalid id
    .why = Ids stand in expressions, file names and reports, so few characters are allowed.
    .fix = Elements and offices: a-z, 0-9 and _, beginning with a letter, and not “prev”. Other ids: A-Z, a-z, 0-9, _ - .

P819 = The id “{ $id }” is shaped like a finding's code
    .title = Id like a code
    .why = “explain” could not tell it from a code such as R402.
    .fix = Change the id, for instance by a letter in front.

P820 = The { $kind } “{ $id }” is declared twice
    .title = Declared twice
    .why = An id names one thing only.
    .fix = Change one of the two or remove what is too much.

P821 = The plan has no { $kind ->
        [dossier] element with dossier =
        [column] column with dossier =
        [rule] rule or finding
       *[other] { $kind }
    } “{ $name }”
    .title = Not in the plan
    .why = A name must be declared before it is used: offices, forms and areas in plan.toml, elements and dossier in elements.toml, the columns of a sum in the same statement.
    .fix = Correct the name or declare it in that file.

P822 = The expression “{ $text }” cannot be understood
    .title = Invalid expression
    .why = Expressions have element ids, numbers, + - * /, parentheses, prev(id) and tasks.total, tasks.done, tasks.done_on_time, tasks.overdue.
    .fix = Correct the expression at the mark.

P823 = The plan has no element “{ $element }”
    .title = Unknown element
    .why = Expressions can only name elements of elements.toml.
    .fix = Correct the id or declare an [[element]] in elements.toml.

P824 = The formula runs in a circle: { $cycle }
    .title = Circular formula
    .why = A row computed from itself never has a value.
    .fix = Change one of the formulas so that all come down to submitted elements.

P825 = The period ends on { $date }, before it begins on { $from }
    .title = Period ends before it begins
    .why = “to” is the period's last day and cannot be before “from”.
    .fix = Correct “from” or “to”.

P826 = Some days belong to no period: the one before ends on { $to }, this one begins on { $from }
    .title = Gap between periods
    .why = Cumulative figures add adjoining periods; days of no period are missing from them.
    .fix = Let this period begin on { $expected }, or lengthen the one before.

P827 = Some days belong to two periods: the one before ends on { $to }, this one begins on { $from }
    .title = Overlapping periods
    .why = Figures of those days count twice in cumulative figures.
    .fix = Let this period begin on { $expected }, or shorten the one before.

P828 = Due on { $date }, before the period begins on { $from }
    .title = Due before the period
    .why = A period that has not begun cannot be reported.
    .fix = Correct the due date or the period's “from”.

P829 = The element “{ $element }” comes from several offices and has no common figure, so it cannot be summed
    .title = No common figure
    .why = aggregate = "none" says that the offices' figures do not add up (rates, choices, texts).
    .fix = Use numerator and denominator instead of a rate, let one office submit it, or set aggregate = "sum" or "max" if that is right.

P830 = The element “{ $element }” is a text and cannot be calculated with
    .title = Text in arithmetic
    .why = Only numbers can be added and compared; texts stand in both_or_none and not_both only.
    .fix = Use another element or another op.

P831 = { $fault ->
        [none] A choice has no codes to choose from
        [twice] This code stands twice
       *[other] “choices” belongs to elements of kind choice only
    }
    .title = Invalid choices
    .why = An office chooses exactly one of the codes.
    .fix = Write choices = [{"{"} code = "1", name = "Có" {"}"}, …], each code once; remove the key from other kinds.

P832 = The element “{ $element }” has codes that are no numbers and cannot be calculated with
    .title = Choice without numeric codes
    .why = In arithmetic a choice is worth its code.
    .fix = Make the codes numbers or leave the element out of arithmetic.

P833 = A trend over flows needs a denominator
    .title = Trend without denominator
    .why = Periods differ in length, so a flow that rises or falls says nothing by itself.
    .fix = Add a “denominator”, such as all dossiers of the period.

P834 = A target is either a level (op and value) or a trend, neither both nor empty
    .title = Unclear target
    .why = It does not say what to compare the result with.
    .fix = Write {"{"} op = ">=", value = "100" {"}"} or {"{"} trend = "down" {"}"}; leave the key out if there is no target.

P835 = “{ $id }” is not shaped like a rule's code
    .title = Invalid rule code
    .why = A code is a family's letter (F, I, S, V, R, X, O, T, P, D, A), three digits and optionally “-name”.
    .fix = Write a code such as R402 or R402-dossiers.

P836 = The code “{ $id }” belongs to a built-in check
    .title = Code taken
    .why = A code names one check only.
    .fix = Choose another number or add a suffix, such as { $id }-commune.

P837 = The tolerance { $value } is below zero
    .title = Negative tolerance
    .why = A tolerance is the distance allowed between the two sides.
    .fix = Write a number from 0 up.

P838 = The id “{ $id }” cannot name a folder or file
    .title = Not a folder name
    .why = A period's id names its folders in input and output, an office's id its file in returns; Windows refuses some names.
    .fix = Avoid / \ : * ? " < > |, a dot at either end, the name “plan”, and device names such as con, nul, com1.

P839 = This element is given to no office and has no formula
    .title = Nobody submits it
    .why = An element is submitted by offices or computed from others.
    .fix = Write offices = ["office id"], offices = ["*"] (all offices), or a formula.

P840 = The list “{ $key }” is empty or has an empty item
    .title = Empty list
    .why = A column is known by its heads; a sum needs at least one column to add.
    .fix = Write at least one item with text in it.

# Where an expression is wrong.
expr-unknown-character = this character has no place in an expression
expr-bad-number = not a decimal number (write it as 97.5)
expr-unknown-count = there are only tasks.total, tasks.done, tasks.done_on_time, tasks.overdue
expr-operand-expected = an element or a number is missing here
expr-operator-expected = one of + - * / is missing here
expr-not-closed = this parenthesis is not closed
expr-bad-previous = prev needs exactly one element id in parentheses: prev(id)
expr-too-deep = too many nested parentheses

P841 = { $limit } must be a whole number from { $least } to { $most }, but it is { $value }
    .title = Limit out of range
    .why = With too small a limit no file can be read; with too large a one a bad file stalls the computer.
    .fix = Correct the number in limits.toml, or remove the line for the default (see docs/limits.md).

P842 = The width of a column must be a whole number from { $least } to { $most }
    .title = Column width out of range
    .why = Widths are counted in characters; too narrow or too wide a column cannot be printed on A4.
    .fix = Write the number of characters, such as width = 14, or remove the key.

P843 = A row of the annex must be a heading (section) or a figure (element), not both and not neither
    .title = Unclear row of the annex
    .why = Nobody can tell what to print in this row.
    .fix = Write {"{"} section = "Heading" {"}"} or {"{"} element = "id" {"}"}; no, name and unit belong to element.

P844 = “{ $text }” is a { $kind ->
        [column] head
       *[word] word
    } of both { $first } and { $second }
    .title = Two meanings
    .why = A head or a word of a dossier export can be understood in one way only, or a dossier would be counted in two places.
    .fix = Remove it from one of the two lists of dossiers.toml.

P850 = The band of jumps { $value } is below zero
    .title = Negative band
    .why = A band is the size of a change.
    .fix = Write a number from 0 up.

P851 = A waiver must name an office or an element; a cell goes with its office
    .title = Unclear scope of a waiver
    .why = Accepting a rule for every office and element would switch it off; a cell means something only in one office's form.
    .fix = Add office = "id" or element = "id".

P852 = { $id } cannot be accepted
    .title = Cannot be waived
    .why = Unusable files, missing or late returns, divisions by zero and the ledger are no figures to be explained: what is missing stays missing.
    .fix = Delete the waiver and deal with the finding. Findings about tables, cells and comparisons can be accepted (codes with S, V, R, X, O, T).

P853 = “{ $value }” is not the name of a cell
    .title = Not a cell
    .why = Cells are named as in Excel, with the sheet where needed.
    .fix = Write F12 or Số liệu!F12.

P854 = “{ $key }” is empty
    .title = Empty text
    .why = A waiver without a reason or somebody who answers for it, or a holiday without a name, explains nothing; without a day for reminders nobody is reminded.
    .fix = Write something for “{ $key }”, or drop the line if nothing asks for it.

P856 = A holiday needs one day (date) or both a first and a last day (from, to)
    .title = Holiday without days
    .why = Without knowing which days are off no last day can be reckoned.
    .fix = Write date = 2026-01-01, or from = 2026-02-16 and to = 2026-02-20.

P857 = A holiday from { $from } to { $to } cannot be: it lasts from 1 to { $most } days
    .title = Impossible holiday
    .why = A last day before the first, or a holiday that long, is mostly a slip of the month or year.
    .fix = Mend from or to.

P858 = The day { $date } stands twice in the calendar
    .title = Day stands twice
    .why = A day has one name as a holiday, or it is a make-up day.
    .fix = Delete one of the two.

P859 = The make-up day { $date } is neither a Saturday nor a Sunday
    .title = Make-up day on a weekday
    .why = People work on weekdays anyway; a make-up day there is mostly a slip of the day or year.
    .fix = Mend the day, or delete this entry.

P860 = A password must not be written in mail.toml
    .title = Password in the settings
    .why = The settings are copied, sent and opened on many computers; a password in them is no secret.
    .fix = Remove it from mail.toml (and change it if the file ever left the house). Put it into an environment variable and name that in password_env, or into a file that only you can read (chmod 600) and name that in password_file.

P861 = { $key } must be a whole number from { $least } to { $most }, but it is { $value }
    .title = Number out of range
    .why = With too short a wait nothing is sent; with too long a wait or too many attempts a run does not end.
    .fix = Correct the number in mail.toml, or remove the line for the default.

P862 = “{ $value }” is not a mail address
    .title = Not a mail address
    .why = A mail server refuses a sender without a proper address.
    .fix = Write the whole address, such as cchc@tuky.haiphong.gov.vn; the name that people see goes into name.

P863 = A mail account needs user and exactly one place of its password
    .title = Mail account incomplete
    .why = Without the account's name or a place for its password there is no logging in; with two places it is unclear which counts.
    .fix = Write user with either password_env (name of an environment variable) or password_file (path of a file), not both; leave out all three if the server asks for no login.
