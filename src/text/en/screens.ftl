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
          cchc status                     who has reported, who has not, how many days are left
          cchc remind                     preview the reminders; --yes sends them

        Exit status: 0 no error; 1 the data have errors, an office is overdue or a message could not be sent; 2 could not run.
help-report = Reads a period's submissions, checks them and writes the report to the folder output (bao-cao)
    .usage = cchc report [OPTIONS]
    .examples =
        Examples:
          cchc report
          cchc report --period 2025-Q3
          cchc report --as-of 09/12/2025 --dated
          cchc report --phieu-doi-chieu
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
          cchc explain hs_da_gq --open    the original files too, in output/ban-goc
help-audit = The ledger: what came, what was done, whether it and the outputs are whole (so-cai)
    .usage = cchc audit [OPTIONS] <COMMAND>
    .examples =
        Examples:
          cchc audit log --office kt      what came from an office and what was found in it
          cchc audit verify               whether ledger, stored files and outputs are whole
          cchc audit verify --head 3f2a…  whether the report with this head is in the ledger
          cchc audit forget 3f2a… --reason "personal data sent by mistake"
help-audit-log = Lists the ledger: files that came, runs, findings, removed files
    .usage = cchc audit log [OPTIONS]
    .examples =
        Examples:
          cchc audit log --period 2025-Q4
          cchc audit log --office kt --element hs_da_gq
          cchc audit log --format csv > ledger.csv
help-audit-verify = Proves the ledger, the stored files and the outputs on disk; exit status 1 if anything was changed
    .usage = cchc audit verify [OPTIONS] [ZIP]
    .examples =
        Examples:
          cchc audit verify
          cchc audit verify --head 3f2a…  the head at the foot of the working papers, in the properties of the .docx
help-audit-diff = Holds two versions of an office's submission against each other: cells, indicators, findings, reasons
    .usage = cchc audit diff [OPTIONS] <OFFICE>
    .examples =
        Examples:
          cchc audit diff kt              the latest two versions for the newest period
          cchc audit diff kt --list       the recorded versions
          cchc audit diff kt --period 2025-Q4 --from 1 --to 3
help-audit-rebuild = Makes a period's outputs again from the stored files and says whether they are the same to the byte
    .usage = cchc audit rebuild [OPTIONS] <PERIOD>
    .examples =
        Examples:
          cchc audit rebuild 2025-Q4
help-audit-export = Writes everything of a period into one zip: ledger, stored files, outputs, how to prove it
    .usage = cchc audit export [OPTIONS] <PERIOD>
    .examples =
        Examples:
          cchc audit export 2025-Q4                        writes output/so-cai-2025-Q4.zip
          cchc audit export 2025-Q4 --to inspection.zip
help-audit-forget = Removes the content of a stored file; that and why is recorded in the ledger
    .usage = cchc audit forget [OPTIONS] --reason <REASON> <HASH>
    .examples =
        Examples:
          cchc audit forget 3f2a91c07d55 --reason "personal data sent by mistake"
help-completions = Prints a shell's completion script
    .usage = cchc completions [OPTIONS] <SHELL>
    .examples =
        Examples:
          cchc completions powershell >> $PROFILE
          cchc completions bash > ~/.local/share/bash-completion/completions/cchc

help-opt-period = Reporting period, such as 2025-Q4; by default the newest period's folder (form, status, remind: the period due next)
    .value = PERIOD
help-opt-input = Input folder; input by default
    .value = DIR
help-opt-output = Output folder; output by default
    .value = DIR
help-opt-as_of = Take this day for today (09/12/2025 or 2025-12-09); only due dates depend on it
    .value = DATE
help-opt-lang = Language of screens and findings: vi or en; reports are Vietnamese always
    .value = LANG
help-opt-format = What to print: text or json; cchc audit log also csv
    .value = FORMAT
help-opt-office = Write only this office's form, by its id such as vp
    .value = OFFICE
help-opt-csv = Write delimited text instead of workbooks, one file a table
help-opt-return_to = Write the return of the office these files are from (its form, mistakes marked) to this workbook
    .value = FILE
help-opt-of_office = Only what concerns this office, by its id such as vp
    .value = OFFICE
help-opt-of_element = Only what concerns this element, by its id such as hs_da_gq
    .value = ID
help-opt-head = A head that a printed report bears; the ledger must have it
    .value = HASH
help-opt-whose = The office that sent it, by its id such as kt
    .value = OFFICE
help-opt-from = The earlier version: its number, or the hash of the file that came with it; the one before the later by default
    .value = VERSION
help-opt-to = The later version; the latest by default
    .value = VERSION
help-opt-list = Only list the versions
help-opt-sha256 = SHA-256 of the file, or at least its first 8 digits
    .value = HASH
help-opt-of_period = The period, by its id such as 2025-Q4
    .value = PERIOD
help-opt-zip = The zip to write; so-cai-<period>.zip in the output folder by default
    .value = FILE
help-opt-exported = A zip written by cchc audit export; without it the ledger and the outputs on disk are proved
    .value = FILE
help-opt-reason = Why it is removed
    .value = REASON
help-opt-yes = Send for real; without it messages are only shown and written to output/<period>/outbox/
help-opt-log = Append one line of JSON about the run (when, command, period, counts, exit status) to this file
    .value = FILE
help-opt-help = Print this help
help-opt-version = Print the version
help-opt-dated = Put the day into the report's place/date line
help-opt-proof = Make the proof sheet too: one page of hashes to print, which proves ledger and outputs
help-opt-paths = Files, folders or a period's id; none checks the whole period
    .value = PATH
help-opt-what = Code, indicator, element or task; /<office> may follow
    .value = NAME
help-opt-originals = Write the originals of the files with this figure to output/ban-goc/<period>/ to look at
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
error-no-utf-8 = the file { $path } is no UTF-8 text; open it and save it as UTF-8.
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
error-no-ledger = there is no ledger { $path } yet. The first cchc report begins it.
error-ledger-foreign = { $path } is no ledger of this program and is not written to. Move it elsewhere, or choose another output folder with --output.
error-ledger-newer = { $path } was made by a newer version of the program. Use that version or a newer one.
error-ledger-broken = the ledger { $path } is damaged and is not written to. Restore it from a backup; without one, move it elsewhere (do not delete it) and run again to begin a new ledger.
error-ledger-busy = the ledger { $path } has been held by another program for too long. Close that program and run again.
error-ledger = the ledger { $path } cannot be used: { $detail }.
error-changed-while-read = the file { $path } changed while it was being read, so nothing was recorded and no report was made. Run again.
error-no-csv = --format csv belongs to cchc audit log alone.
error-no-reason = --reason must say something: the ledger keeps why bytes were removed.
error-unknown-hash = no file of the ledger has the hash “{ $sha256 }” (give 8 digits or more).
error-ambiguous-hash = several files have a hash that begins with “{ $sha256 }”. Give more digits.
error-not-kept = the ledger does not keep the content of { $sha256 }: it was removed, or only its hash was ever kept.
error-no-version = the ledger has no file of the office “{ $office }” for the period “{ $period }”.
error-unknown-version = there is no version “{ $version }”: the ledger has { $count }. --list shows them.
error-no-run = the ledger has no report of the period “{ $period }”.
error-nothing-to-open = “{ $name }” is no indicator, element or task, so there is no file to open.
error-original-differs = { $path } is there already, differs from the original, and is not overwritten. Rename it or move it away, then run again.
error-unreadable-export = { $path } cannot be read.

io-not-found = not found
io-permission-denied = permission denied, or held open by another program
io-storage-full = the disk is full
io-read-only = the disk or folder can only be read
io-already-exists = there is a file or folder of this name already
io-timed-out = it took too long
io-is-a-directory = it is a folder
io-not-a-directory = it is not a folder

waiting-for-lock = Another run is writing this period; waiting…
waiting-for-ledger = Another run is writing the ledger; waiting…
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
heading-mails = Messages of the reporting period: { $period }
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
next-mend = The report has errors. See { $folder }/kiem-tra-cchc-{ $period }.html, have the offices mend them (returns: cchc return --period { $period }), then: cchc report --period { $period }
next-send = The report is ready: { $folder }/bao-cao-cchc-{ $period }.xlsx. Next: cchc send --period { $period }

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
explain-according-to = Source
explain-recorded-run = by the ledger, report made { $at } (cchc { $version })
explain-entry = Entry
explain-received-at = Received
explain-basis = Known by
explain-sha256 = SHA-256
explain-standing = Standing
explain-stored = In the ledger
explain-original = Original
explain-dossier = Dossiers
explain-claimed = Claimed
explain-counted = Counted
explain-difference = Difference
explain-unchecked = Not checked
explain-no-exports = no exports of dossiers for this period
basis-register = register of receipt
basis-form = date on the form
standing-counts = counts
standing-superseded = superseded
standing-duplicate = same as another file
standing-unordered = unclear which is later
standing-rejected = cannot be used
standing-gone = no longer in the folder
stored-kept = kept
stored-forgotten = removed
stored-hash-alone = hash alone
stored-unrecorded = not recorded yet
stored-never-kept = never kept

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
        [empty] it says nothing (a letter has a subject and a text)
       *[syntax] it cannot be read ({ $detail })
    }. Correct this file in the folder templates, or remove it to use the built-in one.
beyond-excel = Sheet “{ $sheet }” needs { $needs } { $way ->
       *[rows] rows, Excel has only { $most }. Divide the offices among several plans, each with a folder of its own (--input), and report one plan at a time.
        [columns] columns, Excel has only { $most }. Name fewer columns in annex.toml.
    }

## The ledger

audit-position = Entry
audit-at = When
audit-kind = Kind
audit-period = Period
audit-office = Office
audit-about = About
audit-sha256 = Hash
audit-chain-submissions = Chain of submissions
audit-chain-events = Chain of events
audit-kind-submission = submission
audit-kind-register = register of receipt
audit-kind-corrections = corrections
audit-kind-extensions = extensions
audit-kind-compiled = compiler's text
audit-kind-dossiers = dossiers
audit-kind-run = report made
audit-kind-seen = finding
audit-kind-waived = waived
audit-kind-fixed = fixed
audit-kind-waiver = waiver
audit-kind-lapsed = waiver lapsed
audit-kind-sending = mail on its way
audit-kind-sent = mail sent
audit-kind-refused = mail refused
audit-kind-deferred = mail deferred
audit-kind-forgotten = removed

forgotten = The content of { $path } ({ $sha256 }) was removed from the ledger. The original in the input folder, if it is still there, was not touched.

proof-whole = WHOLE
proof-broken = NOT WHOLE
proof-chain = { $chain ->
        [submissions] Chain of submissions
       *[events] Chain of events
    }: { $entries } entries, head { $head }
proof-bytes = Files kept: { $kept }; removed: { $forgotten }; by hash alone: { $hashed }
proof-forgotten = { $sha256 }: removed
proof-outputs = Outputs on disk as recorded: { $count }
proof-head = The head { $head } is in the ledger, at entry { $position }

flaw-database = the database file is damaged: { $detail }
flaw-schema = “{ $name }” is not the program's: it was changed
flaw-entry-position = { $chain ->
        [submissions] chain of submissions
       *[events] chain of events
    }, entry { $position }: entry { $found } stands here; entries were removed, added or swapped
flaw-entry-unlinked = { $chain ->
        [submissions] chain of submissions
       *[events] chain of events
    }, entry { $position }: not linked with the entry before it, which was replaced
flaw-entry-changed = { $chain ->
        [submissions] chain of submissions
       *[events] chain of events
    }, entry { $position }: its content does not give its hash; it was changed
flaw-entry-unreadable = { $chain ->
        [submissions] chain of submissions
       *[events] chain of events
    }, entry { $position }: its content cannot be read
flaw-bytes-changed = the stored content of { $sha256 } was changed: it does not give its hash
flaw-bytes-missing = the content of { $sha256 } is missing, and no entry says that it was removed
flaw-bytes-remaining = the content of { $sha256 } is still there, though the ledger says it was removed
flaw-bytes-unnamed = there is content { $sha256 } of which no entry speaks
flaw-head = the head { $head } ({ $place }) is not in the ledger: it was cut short or replaced
flaw-output-missing = the output { $path } is missing
flaw-output-changed = the output { $path } was changed after it was made
flaw-output-unrecorded = { $path } is of no run in the ledger

rebuild-identical = IDENTICAL: { $count } outputs are the same bytes as those of the recorded run
rebuild-not-identical = NOT IDENTICAL ({ $count } outputs are the same)
rebuild-run = { $period }, made at { $at } by cchc { $version }
rebuild-needs = cchc { $version } is needed, which made it
rebuild-forgotten = { $path }: its content was removed from the ledger; it cannot be made again
rebuild-never-kept = { $path }: the ledger has the hash alone (personal data, or a file that could not be read); it cannot be made again
rebuild-differs = { $path }: differs from the recorded run

diff-versions = Versions of { $office } for { $period }
diff-version = Version
diff-run = First reported
diff-received = Received
diff-file = File
diff-sha256 = Hash
diff-no-file = no file left
diff-first = There is no version before it to compare.
diff-compared = Version { $from } → version { $to }
diff-unchanged = No cell says anything else.
diff-forgotten = { $path }: its content was removed from the ledger
diff-never-kept = { $path }: the ledger has the hash alone (personal data, or a file that could not be read)
diff-impossible = They cannot be compared: the content of a file that only one of them has is missing.

exported = Written: { $path }, with both chains of the ledger, the content of { $files } files, { $outputs } outputs.
export-lacks = { $path }: missing or changed on disk, not in the zip
export-readme =
    LEDGER OF ADMINISTRATIVE-REFORM FIGURES, PERIOD { $period }

    This package holds everything that cchc { $version } keeps of the period { $period }:

    submissions.jsonl   the chain of submissions: { $entries } entries, head
                        { $head }
    events.jsonl        the chain of events (reports made, findings, removed files): { $happened } entries, head
                        { $events }
    bytes/              the content of { $files } files, each named by its SHA-256
    manifest.json       the last report made: name and hash of every file read and written
    outputs/            { $outputs } outputs of that run
    contents.json       number of entries and head of both chains
    kiem-tra.py         proves this package with nothing but Python 3

    To prove it: unpack it and run  python3 kiem-tra.py
    or  cchc audit verify <this package>

    Against a printed report: the head at the foot of the working papers, in the property “Đầu chuỗi sổ cái” of the Word
    document and on the proof sheet must be the hash of an entry of submissions.jsonl.

    An entry is a line. Its hash is SHA-256 over five lines joined by line feeds: cchc-ledger/1, the chain's name, the
    position, the hash of the entry before (64 zeros before the first), the entry (body).

    Of files with personal data and of dossiers there is the hash alone. A removed file has an entry “forgotten” in
    events.jsonl that says when and why.

mail-none = No messages.
mail-attachment = Attached: { $name } ({ $size }, { $hash })
mail-attachment-replacing = With: { $name } ({ $size }, { $hash }), in place of the generated one
mail-sent-before = sent at { $at }, not sent again
mail-filed-before = sent before (the file lies in { $folder }), not sent again; to send it again remove that file
mail-nothing-left = Nothing was sent. Messages in the outbox folder: { $count }; when you have looked at them, run again with --yes.
mail-sent = sent
mail-counts = Sent { $sent }, sent before { $sent_before }, not sent { $unsent }.
error-mail-busy = another run is sending mail from { $path }; wait for its end and run again
error-mail-no-settings = there is no { $path }/mail.toml, so nothing can be sent; docs/mail.md has a sample; without --yes messages are only shown
error-mail-no-server = mail.toml has no [server], so nothing can be sent; docs/mail.md has a sample; without --yes messages are only shown
error-mail-no-password = no password for the mail account in the { $kind ->
        [variable] environment variable { $place }
       *[file] file { $place }
    }
error-mail-password-open = others can read the password file { $path }; run chmod 600 { $path }
error-mail-ca-file = { $path } is no certificate in PEM
error-log = cannot write the log { $path }
