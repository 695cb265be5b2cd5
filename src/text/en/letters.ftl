# Reminding, giving back, sending: help, messages, findings. The words of the letters are in templates/mail.

help-remind = Remind the offices of which nothing counts yet, before and after their last day (nhac)
    .usage = cchc remind [OPTIONS]
    .examples =
        Examples:
          cchc remind                             show the letters for the period due next
          cchc remind --yes                       send them
          cchc remind --as-of 2025-12-07          the letters of that day
help-return = Give each office that sent something its verdict and its form with the mistakes marked, from the last report (tra-phieu)
    .usage = cchc return [OPTIONS]
    .examples =
        Examples:
          cchc return                             show the letters for the newest period
          cchc return --period 2025-Q4 --yes      send them
help-send = Send the last report to its recipient and lay everything ready in output/<period>/gui (gui)
    .usage = cchc send [OPTIONS]
    .examples =
        Examples:
          cchc send                               show the letter with the newest period's report
          cchc send --file "Signed report.docx"   send this file in place of the generated Word file
          cchc send --accept-errors "Office X follows later" --yes
help-opt-now = Remind every missing office today, though it is no day for reminders
help-opt-files = Send this file in place of the generated one of the same extension; may be repeated. Files of another kind, such as a scanned PDF, go along
    .value = FILE
help-opt-accept_errors = Send a report with errors all the same, for this reason, which the ledger keeps
    .value = REASON

error-no-report = there is no report in { $path } yet. Make it first: cchc report --period { $period }
error-report-stale = the report in { $path } is stale: inputs, plan or program have changed since, so nothing was sent. Make it again: cchc report --period { $period }
error-ledger-lost = the ledger does not know the report in { $path }: ledger.sqlite is lost or another one, so nobody knows what was sent, and nothing was. Restore ledger.sqlite from a copy; if there is none, make the report again: cchc report --period { $period }
error-no-file = { $path } is no file.
error-file-too-large = the file { $path } is larger than { $most } MB, too large for mail; send it through the document system.
error-file-empty = there is nothing in the file { $path }.
error-file-name-taken = a file called “{ $name }” cannot be sent: the name is one of the program's own files, or hidden. Rename it and run again.
error-two-of-extension = two files after --file would take the place of the same one ({ $extension }). Each can be replaced once.
error-no-reason-to-send = --accept-errors needs a reason: the ledger has to say why a report with errors was sent.
send-ready = Report, covering letter and guide lie ready in { $folder }. The signed original goes through the document system.

D855 = The mail address of { $name } is not known, so there is no message for it.
    .title = No mail address
    .fix = Add email = "…" to { $place } in input/plan/plan.toml; until then tell them another way.
    .why = Messages go only to addresses that the plan has.

A927 = The form { $file } should be that of { $name } (id { $expected }), but its cell Mã đơn vị says “{ $provided }”, so it was not sent.
    .title = The attachment is not the addressee's
    .fix = Make the report again and then give the forms back: cchc report, cchc return.
    .why = No office's figures may reach another office.

A928 = The file { $file } is not what the report made (its hash is not that of manifest.json, or it is gone), so it was not sent.
    .title = The file is not what the report made
    .fix = If it was edited on purpose and is to be sent: cchc send --file "{ $file }". If not: make it again with cchc report.
    .why = Only files that this program made, or that are named to go in their place, are sent.

D859 = “{ $provided }” is not a mail address, so there is no message for { $name } yet.
    .title = Wrong mail address
    .fix = Correct email in { $place } of input/plan/plan.toml: a single address without a name, such as kt@tuky.haiphong.gov.vn.
    .why = A mail server takes no address that is written wrongly; found before sending, nobody is left out in silence.

D860 = { $office } seems overdue, but something in the file of extensions cannot be understood, so it is not told so yet.
    .title = Not clear whether the office has more time
    .fix = Correct the file gia-han as the warnings about it say, then run again.
    .why = An office that was granted more time must not be told that it is late.

D861 = { $count } offices have not reported for which today is no day for reminders: { $offices }.
    .title = No day for reminders
    .fix = To remind now: add --now. Days for reminders (days left, negative after the deadline) are { $days }; set them in [remind] days of input/mail.toml.
    .why = Nobody reads what comes every day.

A928-return = The return { $file } is not what the report made (its hash is not that in manifest.json, or it is gone), so it is not sent.
    .fix = Make the report and the returns again: cchc report, cchc return. Send one that was edited by hand yourself.

A930 = The report has errors, so it is not sent.
    .title = Report with errors
    .fix = See kiem-tra-cchc-{ $period }.html and ask the offices to correct; if it has to go out all the same: cchc send --accept-errors "reason".
    .why = What goes out is said by the People's Committee; to send it with errors somebody has to decide and say why.
