# "Cần sửa", the first sheet of an office's return, and the notes on its cells.

return-verdict-clean = ACCEPTED: the figures were taken in, nothing is to be mended.
    .short = Accepted
return-verdict-nil = ACCEPTED: it is noted that nothing happened in the period.
    .short = Accepted
return-verdict-warnings = ACCEPTED WITH WARNINGS: { $warnings } to be looked at, { $notices } notices.
    .short = Accepted, with warnings
return-verdict-errors = ERRORS: { $errors } to be mended, { $warnings } warnings to be looked at, { $notices } notices.
    .short = Errors to mend
return-verdict-rejected = REJECTED: no figure of the office is used yet; { $errors } errors to be mended.
    .short = Not accepted
return-verdict-empty = EMPTY: a file came without a figure in it; { $errors } errors to be mended.
    .short = Empty form
return-verdict-missing = NOTHING RECEIVED from this office; the return is due by the end of { $due }.
    .short = Nothing received

return-of = { $office } – { $period }
return-compared = Since the submission before ({ $files }): { $fixed } fixed, { $still } still there, { $new } new.
return-how = Red cells must be mended, yellow ones looked at; a click on “Cell to mend” leads to the cell, a click on the row's name leads back here. A mended cell turns green. When done, write today into Ngày lập (sheet Thông tin) and send this whole file again; this sheet need not be deleted.

return-head-number = No.
return-head-level = Level
return-head-place = Cell to mend
return-head-what = What is wrong
return-head-found = Found
return-head-needed = Needed
return-head-difference = Difference
return-head-how = What to do
return-head-sent = Place in the file sent
return-head-code = Code
return-head-since = Since last time

return-error = Error
return-warning = Warning
return-notice = Notice
return-corrected = Corrected
return-trial = (rule on trial)
return-waived = (accepted)

return-new = New
return-still = Still there
return-fixed = Fixed

return-no-place = –

return-correction = When the report was compiled this figure was corrected to { $value }. Reason: { $reason } ({ $by }, { $date }).
    .fix = If you agree, write the corrected figure; if not, talk to the office that compiles the report.
