# Last days and the command status

day-saturday = a Saturday
day-sunday = a Sunday
day-holiday = the holiday “{ $name }”
deadline-moved = the last day { $set } is { $why }; it moves to { $until } (Civil Code 2015, Article 148, clause 5)
deadline-moved-far = the last day { $set } is { $why }, followed by { $rest }; it moves to { $until } (Civil Code 2015, Article 148, clause 5)

help-status = See which offices have reported, which have not and how many days are left; writes nothing (tinh-hinh)
    .usage = cchc status [OPTIONS]
    .examples =
        Examples:
          cchc status                             the period due next and the one after it
          cchc status --period 2025-Q3            a period and the one after it
          cchc status --format json               for other programs
        The exit status is 1 where an office is overdue. Extensions stand in input/<period>/gia-han.csv, public holidays in input/plan/holidays.toml.

status-head = Returns on { $date }
status-period = { $period } ({ $id })
status-office-due = Offices' returns:
status-report-due = Report to the department:
status-received = received { $at }
status-extension = Extension: { $office } until the end of { $until }, { $why }
status-counts = Expected: { $expected } offices · reported: { $actual } · on time: { $timely }
status-rates = Reporting rate: { $rate } · reporting rate on time: { $timely }
late-by-days = { $days } days late
deadline-passed = passed { $days } days ago (due { $date })
