# Screens, help and errors of the command line.

## Help

help-heading-usage = Usage:
help-heading-commands = Commands
help-heading-arguments = Arguments
help-heading-options = Options

help-cchc = Compiles the administrative-reform report from the forms that offices send. Without a command: where the newest period stands and what to do next.
    .usage = cchc [OPTIONS] [COMMAND]
    .examples =
        Examples:
          cchc                            where the newest period stands, what to do next
          cchc report                     make the report of the newest period in the folder input
          cchc check "Kinh te.xlsx"       check one file before it is sent
          cchc check "Form KT.xlsx" --return kt-return.xlsx   writes the form with mistakes marked
          cchc explain V301               what this code means and how to mend it

        Exit status: 0 no error; 1 the data have errors; 2 could not run.
help-report = Reads a period's submissions, checks them and writes the report to the folder output (bao-cao)
    .usage = cchc report [OPTIONS]
    .examples =
        Examples:
          cchc report
          cchc report --period 2025-Q3
          cchc report --as-of 09/12/2025 --dated
help-check = Checks submissions, writes no file (kiem-tra)
    .usage = cchc check [OPTIONS] [PATH]…
    .examples =
        Examples:
          cchc check                      the whole newest period
          cchc check 2025-Q3              the files that have come for a period
          cchc check "Kinh te.xlsx"       one file, before it is sent
          cchc check "Form KT.xlsx" --return kt-return.xlsx   writes the form with mistakes marked
help-form = Write the offices' empty forms, last period's figures filled in (bieu-mau)
    .usage = cchc form [OPTIONS]
    .examples =
        Examples:
          cchc form                               every office's form for the period due next
          cchc form --office vp                   one office's only
          cchc form --period 2025-Q3
          cchc form --csv                         as delimited text, one file a table
help-explain = Explains a code, indicator, element or task: which file and cell it comes from (giai-trinh)
    .usage = cchc explain [OPTIONS] <NAME>[/<OFFICE>]
    .examples =
        Examples:
          cchc explain V301               what a code means and how to mend it
          cchc explain hs_da_gq           each office's figure and its cell
          cchc explain hs_da_gq/ttpvhcc   one office's alone
help-completions = Prints a shell's completion script
    .usage = cchc completions [OPTIONS] <SHELL>
    .examples =
        Examples:
          cchc completions powershell >> $PROFILE
          cchc completions bash > ~/.local/share/bash-completion/completions/cchc

help-opt-period = Reporting period, such as 2025-Q4; the newest period's folder by default
    .value = PERIOD
help-opt-input = Input folder; input by default
    .value = DIR
help-opt-output = Output folder; output by default
    .value = DIR
help-opt-as_of = Take this day for today (09/12/2025 or 2025-12-09); only due dates depend on it
    .value = DATE
help-opt-lang = Language of screens and findings: vi or en; reports are Vietnamese always
    .value = LANG
help-opt-format = What to print: text or json
    .value = FORMAT
help-opt-office = Write only this office's form, by its id such as vp
    .value = OFFICE
help-opt-csv = Write delimited text instead of workbooks, one file a table
help-opt-return_to = Write the return of the office these files are from (its form, mistakes marked) to this workbook
    .value = FILE
help-opt-help = Print this help
help-opt-version = Print the version
help-opt-dated = Put the day into the report's place/date line
help-opt-paths = Files, folders or a period's id; none checks the whole period
    .value = PATH
help-opt-what = Code, indicator, element or task; /<office> may follow
    .value = NAME
help-opt-shell = bash, elvish, fish, powershell or zsh
    .value = SHELL

## Errors in arguments

usage-unknown-argument = there is no option or argument “{ $argument }”.
usage-unknown-command = there is no command “{ $argument }”, nor a file of that name.
usage-invalid-value = the value “{ $value }” of { $argument } cannot be used.
usage-unreadable-value = the value “{ $value }” of { $argument } cannot be read.
usage-missing-argument = { $argument } is missing.
usage-missing-value = the value of { $argument } is missing.
usage-number-of-values = { $argument } has the wrong number of values.
usage-conflict = { $argument } cannot be used here, or is given more than once.
usage-no-equals = { $argument } needs “=” before its value.
usage-invalid-utf8 = an argument is not readable text (not UTF-8).
usage-other = the command line cannot be understood.
usage-valid-values = Values that can be used: { $values }.
usage-more = See: cchc --help
did-you-mean = Did you mean “{ $name }”?

## Could not run

error-no-plan = no plan: the folder { $path } holds no .toml file. Run where “input” lies, or name it with --input.
error-no-period = the folder { $path } holds no folder of a period of the plan yet. Make a folder with the period's id (such as 2025-Q4) and put the offices' files into it.
error-unknown-period = the plan has no period “{ $period }”; its periods: { $known }.
error-several-periods = these files are of several periods ({ $periods }). Choose one with --period.
error-no-such-path = there is no file or folder “{ $path }”, nor a period of that id.
error-unreadable-folder = the folder { $path } cannot be read.
error-unreadable-text = the file { $path } cannot be read; it must be UTF-8 text.
error-task-list = { $path } has no table of tasks. It needs a row of heads: Mã, Nhiệm vụ, Lĩnh vực, Đơn vị chủ trì, Thời hạn.
error-two-of-one = two files have the same part: { $first } and { $second }. Leave one of them.
error-held-open = { $path } cannot be replaced: another program (Excel?) holds it open. Close it and run again.
error-not-written = { $path } cannot be written.
error-standard-output = standard output cannot be written.
error-reader = the process that reads files cannot be started.
error-unknown-subject = there is no code, indicator, element or task named “{ $name }”.
error-return-of-one = a return is written for one office at a time; the files checked are from: { $offices }. Name the files of one office.
error-unknown-office = the plan has no office “{ $name }”; its offices: { $known }.

io-not-found = not found
io-permission-denied = permission denied, or held open by another program
io-storage-full = the disk is full
io-is-a-directory = it is a folder
io-not-a-directory = it is not a folder

waiting-for-lock = Another run is writing this period; waiting…
progress-reading = Reading files
press-enter = Press Enter to close this window.

## The screen of a run

severity-error = error
severity-warning = warning
severity-notice = notice

verdict-line = { $verdict } · { $period } · errors: { $errors }, warnings: { $warnings }, notices: { $notices } · { $accepted }/{ $offices } offices with an accepted return
verdict-line-files = { $verdict } · { $period } · errors: { $errors }, warnings: { $warnings }, notices: { $notices }
verdict-waived = Accepted, not counted in the verdict: { $count }
verdict-clean = CLEAN
verdict-warnings = WARNINGS
verdict-errors = ERRORS

heading-offices = Offices
heading-indicators = Indicators
heading-files = Files
heading-forms = Forms for the offices, { $period }
written-returns = ({ $count } returns: each office's form with its mistakes marked)
heading-written = Written
cells-line = { $read } cells: { $used } used, { $ignored } ignored

office-accepted = accepted
office-accepted-with-findings = accepted, with findings
office-rejected = rejected
office-nil = nil return
office-empty = empty
office-missing = not received

on-time = on time
late = late
receipt-unknown = day of receipt unknown
due-in-days = { $days } days left (due { $date })
due-today = due today ({ $date })
overdue-by-days = { $days } days overdue (due { $date })

indicator-met = met
indicator-not-met = not met
indicator-in-progress = in progress
indicator-no-data = not enough data
indicator-not-applicable = not applicable
indicator-improved = improved
indicator-worsened = worsened
indicator-unchanged = unchanged
indicator-no-baseline = nothing to compare with
indicator-shown = shown, not judged

task-done = done on time
task-done-late = done late
task-in-progress = in progress
task-overdue = overdue
task-not-due = not due yet
task-not-reported = not reported
task-due-period = the end of each period

state-value = value
state-nil = nil
state-blank = blank
state-unreadable = unreadable
state-missing = missing

cell-empty = (empty)
finding-help = help
finding-note = related
finding-trial = (trial)
finding-waived = (waived)
finding-related = { $cells }
finding-related-more = { $cells } and { $more } more cells
more-findings-in = … and { $more } more findings, see { $path }
more-findings = … and { $more } more findings, see them all with --format json
not-checked-line = { $count } checks could not run for lack of figures.
kept-edited = { $was } had been edited by hand; the edited file is kept as { $is }.

## The newest period

overview-head = { $period }: { $accepted }/{ $offices } offices with an accepted return
overview-due = Offices: { $offices }; report to the department: { $report }
overview-now = Submissions as they are
overview-last-report = Report as made
next-report = Next: cchc report --period { $period }
next-report-again = Submissions have changed since the report was made. Next: cchc report --period { $period }
next-mend = The report has errors. See { $folder }/kiem-tra-cchc-{ $period }.html, have the offices mend them, then: cchc report --period { $period }
next-send = The report is ready: { $folder }/bao-cao-cchc-{ $period }.xlsx

## Explanations

explain-severity = Severity
explain-message = Message
explain-why = Why
explain-fix = How to fix
explain-state = State
explain-expression = Must hold
explain-tolerance = Tolerance
explain-element = Element
explain-name = Name
explain-offices = Offices
explain-source = Source
explain-finding = Finding
explain-clause = Clause of the plan
explain-period = Period
explain-measure = Column
explain-numerator-formula = Numerator
explain-denominator-formula = Denominator
explain-target = Target
explain-status = Status
explain-printed = Value
explain-baseline = Compared with
explain-reason = Reason
explain-numerator = Numerator
explain-denominator = Denominator
explain-office = Office
explain-file = File
explain-sheet = Sheet
explain-cell = Cell
explain-said = Cell says
explain-form = Form
explain-no = No.
explain-unit = Unit
explain-element-kind = Kind
explain-flow = Over periods
explain-aggregate = Over offices
explain-formula = Formula
explain-earlier-period = Earlier period
explain-previous-column = the forms' column Kỳ trước
explain-total = Commune
explain-value = Value
explain-correction = Correction
explain-area = Area
explain-lead = Lead office
explain-due = Due
explain-product = Product
explain-done-on = Done on
explain-document = Document
explain-note = Note

rule-active = active
rule-trial = on trial, changes no verdict
measure-period = This period
measure-cumulative = Cumulative
target-up = up from the period before
target-down = down from the period before
kind-count = count
kind-money = money
kind-decimal = decimal
kind-percent = percentage
kind-choice = choice from a list
kind-text = text
flow-flow = periods add up
flow-stock = the latest period counts
aggregate-sum = offices add up
aggregate-max = the largest counts
aggregate-none = no common figure
explain-missing = Figures missing
explain-reported = Offices with a figure
missing-skip_any = not checked
missing-skip_all = skipped only if all are missing; a missing one counts as 0
missing-never_skip = always checked; a missing one counts as 0

template-fault = Template templates/{ $file }, line { $line }, column { $column }: { $kind ->
        [variable] there is no variable “{ $detail }”
        [template] there is no such template
       *[syntax] it cannot be read ({ $detail })
    }. Correct this file in the folder templates, or remove it to use the built-in one.
beyond-excel = Sheet “{ $sheet }” needs { $needs } { $way ->
       *[rows] rows, Excel has only { $most }. Divide the offices among several plans, each with a folder of its own (--input), and report one plan at a time.
        [columns] columns, Excel has only { $most }. Name fewer columns in annex.toml.
    }
