# File, identity, structure, deadlines, corrections (F, I, S, D, A).
# $where file, sheet, cell · $provided what was found · $expected what is needed · $detail depends on the code

F001 =
    File { $where } cannot be read: it is broken or cannot be opened ({ $detail ->
        [PermissionDenied] no permission to read it
        [NotFound] it is gone
        [Outside] a link out of the folder
        [NotRegular] not a regular file
        [FilesystemLoop] a circular link
       *[other] { $detail }
    }).
    .title = Broken file
    .fix = Open the file in Excel, save it as a new .xlsx and send it again. If Excel cannot open it either, export it again from the original.
    .why = A file cut short or damaged does not tell which figures are still right, so none of it is used.

F002 = File { $where } has a password and cannot be read.
    .title = Password-protected file
    .fix = Open the file in Excel, remove the password (File › Info › Protect Workbook) and send it again.
    .why = The content is encrypted; without the password no figure can be read.

F003 = File { $where } is over the limit on { limit-name }: at most { $most } { limit-unit } ({ $detail }).
    .title = File too large
    .fix = Send a file with the form alone; remove other sheets, pictures and empty formatted rows. If the file really has to be this large, the compiler raises { $limit } in input/limits.toml (see docs/limits.md).
    .why = A form has a few hundred rows. An unusually large file can stall the computer, so it is not read.

F004 = Reading file { $where } was stopped: { $limit ->
        [seconds] it took longer than { $most } seconds
        [memory_bytes] the reading process ended, mostly because it needs more than { $most } bytes of memory
       *[other] a reading library failed
    } ({ $detail }).
    .title = Reading stopped
    .fix = Copy the figures into a new form, save it as .xlsx and send it again. The limits on time and memory are raised by seconds and memory_bytes in input/limits.toml (see docs/limits.md).
    .why = One faulty file must not spoil the reading of the others, so this one alone is left out.

F005 = File { $where } is no spreadsheet that can be read ({ $detail }). Needed: .xlsx, .xls, .xlsm, .xlsb, .ods, .csv or .tsv.
    .title = Unsupported format
    .fix = Enter the figures in the Excel form and send it again. Renaming a file does not change its format.
    .why = Figures in pictures, PDF or Word files or web pages without a table cannot be taken out reliably.

F006 = The text of file { $where } lost its diacritics when it was saved (encoding { $detail }).
    .title = Vietnamese text lost
    .fix = Open the original in Excel, save it as .xlsx or “CSV UTF-8” and send it again.
    .why = Letters were replaced by question marks and cannot be restored, so it is not certain which row is which.

F007 = File { $where } has macros; they are not run, the figures are read.
    .title = Macros ignored
    .fix = Nothing to do. Better send .xlsx files, which have no macros.
    .why = Macros can be harmful and are never run.

F008 = File { $where } really is { $detail }, unlike its extension; it was read by its content.
    .title = Extension differs from content
    .fix = Nothing to do. Next time use “Save as” instead of renaming the file.
    .why = The format is taken from the content; a wrong name may keep other programs from opening the file.

F009 = File { $where } does not say its encoding; it was read as { $detail }.
    .title = Encoding guessed
    .fix = Look over the accented words in the report. Next time save as “CSV UTF-8” or .xlsx.
    .why = A wrong guess spoils accented letters, not figures.

F010 = In file { $where } a quotation mark opened in line { $detail } is never closed.
    .title = Unclosed quotation mark
    .fix = Close or remove the quotation mark in that line, or save the file again from Excel.
    .why = From there on the ends of cells are unknown, so every later figure may stand in the wrong place.

F011 = File { $where } is empty.
    .title = Empty file
    .fix = Check whether the wrong file was sent; send the form with its figures.
    .why = An empty file is no nil return; a nil return is ticked on the sheet Thông tin.

F012 = From { $where } on there is text typed in an old font, not in Unicode; it was converted (encoding · cells: { $detail }).
    .title = Text in an old encoding
    .fix = Look over the accented words of these cells in the report. Convert the original to Unicode, use the font Times New Roman and save it again.
    .why = The fonts .VnTime (TCVN3) and VNI-Times write letters by other signs; the encoding is told by the words and may be mistaken. Figures are not affected.

F013 = From { $where } on there is text that was once opened in a wrong encoding; its accents were restored (original encoding · cells: { $detail }).
    .title = Garbled text restored
    .fix = Look over the accented words of these cells in the report. Next time open CSV files by Data › From Text/CSV and choose UTF-8.
    .why = UTF-8 text was opened as a Windows code page and saved again, which turns accented letters into odd signs. Figures are not affected.

F014 = File { $where } parts its cells by commas and writes decimal commas too: line { $detail } has more cells than the heads.
    .title = Decimal commas make cells too many
    .fix = Save it again from Excel as “CSV UTF-8” (cells parted by semicolons), or send the .xlsx file.
    .why = “97,5” becomes two cells, 97 and 5; nobody can tell for sure which is the figure, so nothing of the file is used.

F015 = { $count } files are no spreadsheets and were not read: { $provided }.
    .title = Not a spreadsheet
    .fix = Nothing to do for evidence. If one is an office's return, ask for it again as Excel, ODS or CSV, in the form.
    .why = A scan, a Word file or an archive holds no figures that the program reads; unmentioned, it would be taken for counted.

I101 = { $named ->
        [nobody] It is not known whose file { $where } is: neither its content nor its name or folder names one office.
       *[unknown] “{ $provided }” at { $where } is no office of the plan.
    }
    .title = Unknown office
    .fix = Enter Mã đơn vị or Tên đơn vị on the sheet Thông tin as in the plan. Take files of other communes out of the folder.
    .why = Figures booked to the wrong office spoil two offices, so a file of no known office is not used.

I102 = The file names two different offices: “{ $first }” and “{ $second }” (at { $where }).
    .title = Two offices in one file
    .fix = Let Mã đơn vị and Tên đơn vị name the same office. Each office sends a file of its own.
    .why = Figures of nobody knows which office cannot be used.

I103 = The name of file { $where } says { $other }, its content says { $office }; the content was followed.
    .title = File name differs from content
    .fix = Check that the file is from { $office }; if so rename it, if not correct the sheet Thông tin.
    .why = Usually another office's form was copied and not changed; if the content is wrong, the figures go to the wrong office.

I104 = The file says period “{ $provided }” at { $where }{ $scope ->
        [lone] , which the plan does not have.
       *[folder] ; this folder is for { $period }.
    }
    .title = Wrong period
    .fix = Move the file to the folder of its period, or correct Kỳ báo cáo in the file.
    .why = Figures of another period would spoil both, so the file is not used.

I105 = The form's version is “{ $provided }” at { $where }, the current one is { $expected }; all its ids are still known.
    .title = Other form version
    .fix = Use the form written by the command form from the next period on. Check for new elements that were not reported.
    .why = An old form may lack new elements or use old names.

I106 = The form's version is “{ $provided }” at { $where }, the current one is { $expected }; the plan does not have { $ids }.
    .title = Other form version with unknown ids
    .fix = Enter the figures in the current form (command form) and send it again.
    .why = Unknown ids show that the form was made for other elements; equal ids may mean something else now, so none of it is used.

I107 = { $office } sent two different versions and it is not known which is later: { $file } and { $other }. Neither is used.
    .title = Versions without order
    .fix = Enter the time of receipt of each file in received.csv, or take the wrong one out of the folder.
    .why = Picking the wrong version would put wrong figures in the report unnoticed.

I108 = { $file } was replaced by a version received later: { $other }.
    .title = Superseded version
    .fix = Nothing to do if the later version is right; else correct received.csv or take the later file out of the folder.
    .why = When the same form is sent more than once, the one received last counts.

I109 = { $file } has the same figures as { $other }; one of them is used.
    .title = Equal copy
    .fix = Nothing to do; one of the copies may be deleted.
    .why = Adding both would double the figures, so one is used.

I110 = The period “{ $provided }” at { $where } is not understood{ $scope ->
        [lone] .
       *[folder] ; the folder's was taken: { $period }.
    }
    .title = Period not understood
    .fix = Write the period like “Quý IV/2025”, “6 tháng đầu năm 2025” or “Năm 2025”.
    .why = If the file is of another period, its figures are counted in the wrong one; somebody must look.

I111 = The period “{ $provided }” at { $where } has no year{ $scope ->
        [lone] .
       *[folder] ; it was taken as the folder's: { $period }.
    }
    .title = Period without year
    .fix = Write the year, as in “Quý IV/2025”.
    .why = Last year's form may be sent by mistake and not be noticed.

I112 = { $where } says “Không phát sinh” but { $count } elements have figures; these count.
    .title = Nil return with figures
    .fix = Remove the tick if there is something to report; else remove the figures.
    .why = The two contradict each other: either the tick is wrong or the figures are left over from the period before.

I113 = The register names file “{ $file }” at { $where }, which is not in the folder.
    .title = Registered file is not there
    .fix = Correct the name in received.csv, or copy the file into the folder.
    .why = A wrong name gives no file its time of receipt; a missing file leaves the office unreported.

I114 = { $detail ->
        [table] Register { $where } has no table with the columns file and received_at.
        [file] The row of the register at { $where } names no file.
       *[date] The time of receipt “{ $provided }” at { $where } cannot be read.
    }
    .title = Register not readable
    .fix = Write one file a row: its name, time of receipt (such as 09/12/2025 16:40), sender; the first row is file,received_at,from.
    .why = The time of receipt decides what is late and which version is the later one.

I115 = The form's heading says “{ $provided }” at { $where }, but { $period } counts { $expected }.
    .title = The form covers other days than the period
    .fix = Export the form again from the period's first to its last day; if the figures are right, correct the heading.
    .why = Figures of more or fewer days than the period's count dossiers twice or not at all between two periods.

S201 = File { $where } has no table of the form.
    .title = No table of the form
    .fix = Use the form written by the command form and keep its header row: Mã, Chỉ tiêu, Kỳ này, Lũy kế… If it is no return, take it out of the folder.
    .why = Tables are known by their columns' names; without them no figure can be told from another.

S202 = The table at { $where } has no column “{ $column }”. It has: { $provided }.
    .title = Column missing
    .fix = Add the column, or name it as in the form.
    .why = The figures of the missing column are reported for no element.

S203 = Row “{ $row }” at { $where } is not in the plan and is not counted.
    .title = Unknown row
    .fix = If it is a row of the form, restore its Mã or name; if it was added, move its content to Ghi chú or Thuyết minh.
    .why = With its id or name changed, a figure does not reach its element.

S204 = “{ $row }” has two different rows, the second at { $where } says “{ $provided }”; neither is counted.
    .title = Row twice, different
    .fix = Keep one row with the right figure and delete the other.
    .why = Which of them is right is for the office to say.

S205 = “{ $row }” has two equal rows, the second at { $where }; it is counted once.
    .title = Row twice, equal
    .fix = Delete one of the rows.
    .why = Counting both would double the figure.

S206 = Row “{ $row }” at { $where } belongs to { $offices }, not to this office, and is not counted.
    .title = Row of another office
    .fix = Remove the figure in this row; if the office is to report it, ask for the plan to be changed.
    .why = Each element is taken from the office that owns it; taking it from both would count it twice.

S207 = Sheet “{ $sheet }” is hidden and has a table of figures ({ $where }); it was read.
    .title = Hidden sheet with data
    .fix = Unhide the sheet and check its figures, or delete it if it is an old copy.
    .why = Hidden figures are often left over from an old copy that the sender does not see.

S208 = Section “{ $section }” at { $where } is not in the outline. Sections: { $known }.
    .title = Unknown narrative section
    .fix = Write an area's id (N1, N2…) or the title of a section in the column Mục.
    .why = A text that belongs to no section of the report cannot be printed.

S209 = Column “{ $column }” at { $where } is not in the form and is not read.
    .title = Unknown column
    .fix = Nothing to do if it is the office's own column; else name it as in the form.
    .why = With its head changed, a column's figures are not counted.

S210 = From { $where } on there are cells in hidden rows or columns: { $detail }; they are read all the same.
    .title = Hidden rows or columns with figures
    .fix = Show them (or clear the filter) and look at them again; delete what need not be sent.
    .why = A sender does not see what is hidden, and may send old figures unawares.

S212 = Task “{ $row }” at { $where } is led by { $lead }; what other offices say of it is not counted.
    .title = Task of another lead office
    .fix = Delete this row; describe the office's share in Thuyết minh.
    .why = A task's status is taken from its lead office alone, so that there is one answer.

S214 = { $detail ->
        [no_table] { $office } sent a return without a table of figures (file { $where }).
       *[blank] { $office } sent the form without a single figure (file { $where }).
    }
    .title = Empty return
    .fix = Enter the figures in the table Số liệu and send it again. For a nil return tick “Không phát sinh” on the sheet Thông tin.
    .why = A blank is not 0; the commune's figures are not known while one office's are missing.

S215 = The column “{ $provided }” at { $where } was taken for “{ $expected }”.
    .title = Misspelt column head
    .fix = Spell the head as the form does; if it is another column, give it quite another name.
    .why = Columns are known by their heads; a misspelt one may be another column.

S217 = The figures { $row } stand in two tables and are equal ({ $other } and { $where }); they are counted once.
    .title = Figure in two tables, equal
    .fix = Nothing to do. Next time one table is enough.
    .why = Counting both would double the figure.

S218 = The figure “{ $row }” stands in two tables and differs: { $expected } at { $other }, { $provided } at { $where }; neither is counted.
    .title = Figure in two tables, different
    .fix = See which one is right; correct the other cell or leave it blank, and send the file again.
    .why = Nobody knows which table is right, so none is chosen for the office.

S219 = The table at { $where } has too many totals: only the first ones were compared, over { $most } rows altogether; later totals were not. The figures still come from the rows themselves.
    .title = Too many totals
    .fix = Delete the repeated totals and send it again.
    .why = A real form has a few totals; totals repeated by the thousand come from a faulty export or copy.

S220 = No office sent a text for: { $sections }. The report prints “(Chưa có nội dung báo cáo)” there.
    .title = Section without text
    .fix = Write it in the form's sheet Thuyết minh and send it again, or in tong-hop.xlsx; write “Không có” where there is nothing to say.
    .why = The program does not write in an office's place; a report with an empty section is not ready to be signed.

S221 = The column “{ $provided }” ({ $where }) holds personal data, which the form does not ask for. The figures were read; the ledger keeps the file's hash alone, not its content.
    .title = Column of personal data
    .fix = Delete the column and send the file again with totals only.
    .why = The report needs nobody's personal data; what is not kept cannot leak.

D851 = The return for { $period } of { $office } has not been received (due { $due }).
    .title = Return not received
    .fix = Remind the office; if it was sent, copy the file into the period's folder.
    .why = With one office missing, the commune's figures are not known.

D852 = { $office } sent its return late: received { $received }, due { $due }.
    .title = Return received late
    .fix = No figure needs correcting. If the time of receipt is wrong, correct received.csv.
    .why = Timeliness is followed when offices are assessed; a late return counts all the same.

D853 = { $detail ->
        [table] The file of extensions { $where } has no table with the columns office and until.
        [office] Extension at { $where }: “{ $provided }” is no office of the plan.
        [no-office] Extension at { $where } names no office.
        [no-until] Extension at { $where } does not say until when.
        [date] Extension at { $where }: the day of the decision, “{ $provided }”, cannot be read.
       *[until] Extension at { $where }: the day it ends, “{ $provided }”, cannot be read.
    }
    .title = Extension that cannot be used
    .fix = Mend the file gia-han: in the column office the id or name of the plan, in until a day as 12/12/2025.
    .why = An extension decides whether an office is on time, so it must say for whom and until when; this row does not count yet.

D854 = The extension for { $office } at { $where } does not say { $detail ->
        [by] who granted it
       *[reason] why
    }, so it does not count yet.
    .title = Extension without a reason or without who granted it
    .fix = Write the reason into the column reason and who granted it into by.
    .why = Who audits must see why an office may report after everybody's last day, and who allowed it.

D856 = The extension for { $office } at { $where } until { $provided } is not after everybody's last day { $due }, so it changes nothing.
    .title = Extension without effect
    .fix = Check day, month and year; if they are right, delete this row.
    .why = An extension only lengthens a term; such a day is mostly a slip of the month or year.

D857 = { $office } has two extensions: { $where } and { $other }; the one that ends later counts, { $until }.
    .title = Two extensions for one office
    .fix = If the later one replaces the earlier, delete the old row.
    .why = Only one last day counts; no office loses time by the order of rows.

D858 = The extension for { $office } at { $where } was granted on { $on }, after the last day { $due } had passed.
    .title = Extension granted after the last day
    .fix = Nothing if the day is right; the extension counts.
    .why = It turns a late return into one on time, so who audits should know.

A901 = { $detail ->
        [table] Corrections { $where } have no table with the columns element and value.
        [office] Correction at { $where }: “{ $provided }” is no office of the plan.
        [element] Correction at { $where }: “{ $provided }” is no element that an office reports.
        [foreign] Correction at { $where }: element “{ $provided }” does not belong to office { $office }.
        [measure] Correction at { $where }: “{ $provided }” is no column. Needed: period (Kỳ này) or cumulative (Lũy kế).
        [no_return] Correction at { $where }: office { $office } has no accepted return to correct.
       *[value] Correction of “{ $element }” at { $where }: the value “{ $provided }” cannot be read.
    }
    .title = Invalid correction
    .fix = Mend this row of dieu-chinh: office, element and column by the plan's ids, a number as value.
    .why = A correction replaces an office's figure, so it must say where and by how much; this row was not applied.

A902 = The correction of “{ $element }” of { $office } at { $where } gives no reason and was not applied.
    .title = Correction without reason
    .fix = Enter the reason in the column reason, such as number and date of the letter that asks for it.
    .why = An auditor must see why the reported figure differs from the office's own.

# Why a file is not used
file-duplicate = equal to another file
file-superseded = replaced by a later version
file-unordered = versions without order
rejected-F001 = broken file
rejected-F002 = password-protected
rejected-F003 = too large
rejected-F004 = reading stopped
rejected-F005 = unsupported format
rejected-F006 = Vietnamese text lost
rejected-F010 = unclosed quotation mark
rejected-F014 = decimal commas make cells too many
rejected-F011 = empty file
rejected-I101 = unknown office
rejected-I102 = two offices in one file
rejected-I104 = wrong period
rejected-I106 = other form version with unknown ids
rejected-S201 = no table of the form

# Limits on one file (F003, F004, docs/limits.md).

limit-name = { $limit ->
        [file_bytes] the file's size
        [entries] the number of parts in the file
        [unpacked_bytes] the unpacked size and all text of the cells
        [unpack_ratio] the ratio of unpacked size to file size
        [sheets] the number of sheets
        [rows] the rows of a sheet
        [columns] the columns of a sheet
        [cells] the cells of the file
        [text_length] the text in one cell
        [seconds] the time of reading
       *[memory_bytes] the memory for reading
    }
limit-unit = { $unit ->
        [entries] parts
        [times] times
        [sheets] sheets
        [rows] rows
        [columns] columns
        [cells] cells
        [characters] characters
        [seconds] seconds
       *[bytes] bytes
    }
