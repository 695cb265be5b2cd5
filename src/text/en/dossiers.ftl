# Figures against dossiers (X502–X520).
# $where file, row · $provided what was reported, or the dossiers · $expected counted · $count how many dossiers

X502 = No table of dossiers was found in { $where }: a row of heads with the dossier's code and its days is needed. No dossier of this file is counted.
    .title = Dossier export without a readable table
    .fix = Export the list again with its row of heads. Where the system calls a column otherwise, add that head to input/plan/dossiers.toml.
    .why = Columns are known by their heads; they are never guessed by position.

X503 = { $count } dossiers have the same code but other dates or another state: { $provided }. The row met first is counted.
    .title = Same code, other content
    .fix = Look the dossier up in the system and export the list at one moment; where two systems differ, mend the wrong one.
    .why = A dossier has one day of receipt and one result; of two different rows one is wrong.

X504 = “{ $element }”: reported { $claimed }, dossiers counted { $counted } (difference { $gap }).
    .title = Figure differs from its dossiers
    .fix = See the table of reconciliation in the working papers: correct the figure, or export all dossiers of the period, and say why they differ.
    .why = Every dossier behind a reported figure can be shown; where they do not tie out, the report or the list lacks some or has too many.

X507 = The dossier export { $where } has no column { $columns }, so these cannot be counted: { $elements }.
    .title = Dossier export lacks columns
    .fix = Export the list again with these columns. Where the system calls a column otherwise, add that head to input/plan/dossiers.toml.
    .why = Without one file the commune's count is short, so it is not compared.

X508 = { $count } rows repeat a dossier: { $provided }. Each dossier is counted once.
    .title = Dossier twice
    .fix = Nothing, if the reported figure leaves the repetition out. Where an office adds up several systems, check the reported figure.
    .why = A dossier that is in two systems, or exported twice, is easily counted twice.

X509 = { $count } dossiers have no code: { $provided }.
    .title = Dossier without a code
    .fix = Complete the code in the system and export again.
    .why = Without a code nobody can tell whether another file has the dossier too.

X510 = { $count } dossiers have a code that is malformed or was damaged by a spreadsheet: { $provided }. A code looks like 000.00.00.H00-251031-0001.
    .title = Damaged dossier code
    .fix = Format the column of codes as text before Excel opens the file, or export again.
    .why = A damaged code can be neither looked up nor compared.

X511 = { $count } dossiers have a day in their code that is not the day of receipt: { $provided }.
    .title = Code and day of receipt differ
    .fix = Check the day of receipt in the system. A dossier sent online after hours may be received on the next working day.
    .why = The day of receipt decides the period; the count takes the column.

X512 = { $count } dossiers have a date that cannot be read: { $provided }.
    .title = Unreadable date of a dossier
    .fix = Correct the date in the system as day/month/year and export again.
    .why = Without a clear date nobody can tell the period, or whether it was on time.

X513 = { $count } dossiers have no day of receipt and are not counted: { $provided }.
    .title = Dossier without a day of receipt
    .fix = Complete the day of receipt in the system and export again.
    .why = Without it nobody can tell the period.

X514 = { $count } dossiers have a result or a due day before their receipt: { $provided }.
    .title = Impossible order of dates
    .fix = Check the dates in the system and correct the wrong one.
    .why = There is no result before receipt; one of the dates is wrong, and so may be the judgement on lateness.

X515 = { $count } dossiers have a date later than the export: { $provided }.
    .title = Date in the future
    .fix = Check the date, above all day and month in the wrong order, and export again.
    .why = What has not happened cannot have been recorded.

X516 = { $count } dossiers are resolved without a due day, so they are neither early, on time nor late: { $provided }.
    .title = Dossier without a due day
    .fix = Complete the due day in the system and export again.
    .why = Early, on time and late then come to less than all resolved.

X517 = { $count } dossiers were returned, withdrawn or refused without a day of ending: { $provided }.
    .title = Ended without a date
    .fix = Complete the day of ending in the system and export again.
    .why = Nobody can tell in which period it ended, so it is neither resolved nor pending.

X518 = { $count } dossiers are late by the system's word and not by their dates: { $provided }. The count goes by the dates.
    .title = Late by the system, not by the dates
    .fix = Check the hour due and any suspension; where the system is right, say so in the narrative.
    .why = The system goes by hours and holidays, the report by days; it must be known which the reported figure follows.

X519 = { $count } dossiers are late by their dates and not by the system's word: { $provided }. The count goes by the dates.
    .title = Late by the dates, not by the system
    .fix = Check extensions, suspensions and supplements; where the system is right, say so in the narrative.
    .why = A dossier suspended or extended may still be on time; it must be known which the reported figure follows.

X520 = { $count } dossiers have a word that nobody has explained: { $provided }.
    .title = Unexplained word
    .fix = Add the word to the list it belongs to in input/plan/dossiers.toml.
    .why = A word is never guessed, so the dossier may be missing from a count.

dossiers-none = there are no dossiers to hold the figures against
dossiers-not-claimed = no figure of { $offices }
dossiers-no-common-figure = the offices have no common figure
dossiers-no-export = no dossier export could be read
dossiers-rejected = { $file } could not be read
dossiers-lacks = { $file } has no column { $columns }
dossiers-row = row { $row }
dossiers-and-more = and { $count } more (see “Hồ sơ cần xem” in the working papers)
dossiers-more-outside = and { $count } more (see “Hồ sơ ngoài số đếm” in the working papers)

## reconcile

help-reconcile = Holds figures against lists of dossiers, writes no file (doi-chieu)
    .usage = cchc reconcile [OPTIONS]
    .examples =
        Examples:
          cchc reconcile                  the newest period: input/<period>/dossiers/
          cchc reconcile --period 2025-Q3 one period
          cchc reconcile --format json    for other programs
error-no-dossiers = there are no dossiers to hold the figures against: the folder { $path } holds no file. Export the period's dossiers from the one-stop system (.csv, .xlsx, .xls) and put them there.
error-no-dossier-elements = no element of the plan counts dossiers, so there is nothing to reconcile. Give an element of elements.toml dossier = "resolved.on_time" or another of these keys.
reconcile-head = Figures against dossiers · { $period }
reconcile-dossiers = { $sound }/{ $all } dossiers have nothing odd; { $odd } to look at.
reconcile-figures = { $tied } figures tie out, { $differ } differ, { $open } could not be checked.
reconcile-heading-figures = Figures
reconcile-element = Element
reconcile-claimed = Reported
reconcile-counted = Counted
reconcile-difference = Difference
reconcile-heading-candidates = Dossiers left out of the counts that are less than reported
reconcile-heading-exceptions = Dossiers to look at
reconcile-heading-open = Could not be checked
reconcile-heading-files = Dossier exports
reconcile-rows = { $rows } dossiers, { $other } other rows
