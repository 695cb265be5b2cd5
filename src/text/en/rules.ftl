# Rules over the whole round: wording of the plan's rules by operator, between-period checks, reasons.

rule-equal = { $name }: { $left } must equal { $right }; difference { $gap }.{ $assumed }
    .fix = Compare the cells named with the register, correct the wrong one and send the form again.
rule-at-most = { $name }: { $left } must not exceed { $right }; it does by { $gap }.{ $assumed }
    .fix = Check both figures, correct the wrong one and send the form again.
rule-below = { $name }: { $left } must be below { $right }; difference { $gap }.{ $assumed }
    .fix = Check both figures, correct the wrong one and send the form again.
rule-at-least = { $name }: { $left } must not be below { $right }; difference { $gap }.{ $assumed }
    .fix = Check both figures, correct the wrong one and send the form again.
rule-above = { $name }: { $left } must be above { $right }; difference { $gap }.{ $assumed }
    .fix = Check both figures, correct the wrong one and send the form again.
rule-both-or-none = { $name }: { $left } and { $right } must both be given, or neither.
    .fix = Add the missing figure, or leave both blank where nothing happened.
rule-not-both = { $name }: { $left } and { $right } must not both be given.
    .fix = Keep one of the two figures.
rule-previous = { $name } (previous period)
rule-assumed-zero = {" "}Taken as 0 in this comparison because missing: { $elements }.

tasks-total = number of tasks
tasks-done = number of tasks completed
tasks-done-on-time = number of tasks completed on time
tasks-overdue = number of tasks overdue

not-checked-missing = no figure for: { $elements }
not-checked-no-return = no accepted return of { $office }
not-checked-division = division by zero

reason-zero-by-zero = nothing to measure (0/0)
reason-divided-by-zero = the denominator is 0
reason-offices-missing = incomplete: { $reported }/{ $expected } offices; missing: { $offices }
reason-earlier-missing = no figures for the previous period

R490 = Row “{ $row }”, column { $column } at { $where } says { $provided }, but { $parts } = { $expected }; the difference is { $difference }.
    .title = Sum column is not the sum of its columns
    .fix = Check the cells of this row in the system that exported the table, correct them and export it again.
    .why = Each dossier belongs in exactly one detail column; a difference means that some are missing or counted twice.

R491 = Row “{ $row }”, column { $column } at { $where } says { $provided }, but the { $count } rows it covers add up to { $expected }; the difference is { $difference }. The rows are counted.
    .title = Total row is not the sum of its rows
    .fix = Look for a row that is missing, repeated or edited by hand; correct it and send the file again.
    .why = A total row is only checked; the report has the sum of the rows, and where the two differ one of them is wrong.

R492 = The computed row “{ $row }” at { $where } says { $provided }, but the other rows of the form come to { $expected }; difference { $difference }. The computed figure is used.
    .title = Computed cell overwritten
    .fix = Delete what was typed and let the form compute. If what was typed is right, mend the rows it is computed from.
    .why = A rate must agree with its numerator and denominator; with the formula overwritten the form shows one figure and the report another.

T701 = “{ $element }”: the Kỳ trước column says { $provided }, but the report of { $period } said { $expected } (difference { $difference }). The figure submitted then is used.
    .title = Previous figure differs from the one submitted
    .why = A figure already reported must not change without an explanation; if it was wrong, it has to be corrected in writing.
    .fix = Correct the Kỳ trước cell to what was submitted; if that was wrong, enter a correction with its reason.
T702 = “{ $element }”: the Lũy kế column says { $provided }, the periods add up to { $expected } (difference { $difference }). The figure written is used.
    .title = Cumulative figure differs from the sum of periods
    .why = Lũy kế must equal the sum of Kỳ này over the periods since the count began.
    .fix = Check the Lũy kế column; if it is right, say why in the Ghi chú column.
T703 = Indicator { $indicator } “{ $name }” has no earlier value to be compared with.
    .title = No baseline
    .why = A trend is judged against the previous period; the first period has nothing to be compared with.
    .fix = Nothing to do in the first period; if the previous report exists, put it into that period's folder.
T708 = { $office } sent its form again and changed { $count } cells that held figures without saying why; the first of them: { $first }.
    .title = Changed figures without a reason
    .why = A figure that was submitted and now says something else must be explained: who changed it, when and why; an inspection will ask.
    .fix = Say why in the column Lý do điều chỉnh of each row, or once for all in the cell Lý do điều chỉnh of the sheet Thông tin (in CSV: a line “Lý do điều chỉnh” above the table), and send the form again.
P802 = Indicator { $indicator } “{ $name }”: { $provided } divides by zero, so there is no value.
    .title = Denominator is zero
    .why = Results without anything to hold them against mean that one of the two figures is wrong.
    .fix = Check numerator and denominator with the offices that sent them.
S211 = { $office } did not report { $count } of the tasks it leads: { $tasks }.
    .title = Task not reported
    .why = Every task of the plan needs a status in every period, also those completed earlier.
    .fix = Add the missing tasks to the Nhiệm vụ sheet with status and date.

section-limitations = limitations
section-causes = causes
section-next-steps = next steps
section-proposals = proposals
