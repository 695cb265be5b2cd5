# One cell: figures, choices, dates, statuses of tasks (V301–V327).
# $element name of the element or task · $provided what the cell says · $where file, sheet, cell · $detail, $expected by code

V301 = “{ $element }” is blank at { $where }. A figure is needed; where there was nothing to count, 0 or “Không phát sinh”.
    .title = Required figure missing
    .fix = Enter the figure. If there was nothing in this period, enter 0 or “Không phát sinh”; do not leave the cell blank.
    .why = A blank does not say whether the figure is 0 or not known. The commune's figure needs every office's, so a blank is never taken as 0.

V302 = { $detail ->
        [date] “{ $element }” at { $where } holds the date “{ $provided }”. A number is needed, for example 35.
        [boolean] “{ $element }” at { $where } holds the truth value “{ $provided }”. A number is needed, for example 35.
        [percent] “{ $element }” at { $where } holds the percentage “{ $provided }”. A quantity is needed, for example 35.
        [too_large] “{ $element }” at { $where } holds “{ $provided }”, which is larger than possible (over 15 digits).
       *[word] “{ $element }” at { $where } holds “{ $provided }”, which is not a number. A number is needed, for example 35.
    }
    .title = Not a number
    .fix = Enter a number, digits only. If there is nothing, enter 0 or “Không phát sinh”. If the cell has the wrong format (date, percentage), format it as a number and enter it again.
    .why = Only numbers can be added and compared. “Không”, “x” or “có” can mean several things and are not guessed to be 0 or 1.

V303 = “{ $element }” at { $where } holds “{ $provided }”. It is counted, so a whole number is needed, for example 12 or 1.234.
    .title = Not a whole number
    .fix = Enter a whole number. A point only separates thousands (1.234) and has three digits behind it.
    .why = Dossiers, documents and tasks are counted one by one; decimals are mostly a mistyped point or comma, or the wrong cell.

V304 = “{ $element }” at { $where } holds the negative number “{ $provided }”. A count is 0 or more.
    .title = Negative number
    .fix = Enter the figure again, 0 or more. To lower a figure already reported, correct that period's figure or explain it under Ghi chú.
    .why = A count cannot be negative; the minus is mostly a bullet, a subtraction or an adjustment in the wrong place.

V305 = “{ $element }” at { $where } holds “{ $provided }”. A percentage lies between 0% and 100%.
    .title = Percentage outside 0–100%
    .fix = Check numerator and denominator and enter the percentage from 0 to 100, for example 97,5. Do not enter 9750 for 97,5%.
    .why = Percentages above 100% or below 0 mostly come from a numerator larger than its denominator, or a misplaced comma.

V306 = { $detail ->
        [thousands] “{ $element }” at { $where } holds “{ $provided }”: the point may separate thousands or decimals. Percentages are entered in points, for example 97,5.
       *[fraction] “{ $element }” at { $where } holds “{ $provided }”: a percentage or a fraction (0,975 may be 97,5% or 0,975%; 1 may be 100% or 1%).
    }
    .title = Scale of the percentage unclear
    .fix = Enter it with a percent sign and a decimal comma, for example 97,5% or 0,5%.
    .why = The two readings are a hundred or a thousand times apart; figures are not guessed.

V307 = “{ $element }” at { $where } holds “{ $provided }”, which is not exact. Exactly one number is needed, for example 20.
    .title = Inexact figure
    .fix = Enter the exact number without “khoảng”, “trên”, “gần”, “~”, “>” or “≥”. For an estimate enter the number and write “số ước” under Ghi chú.
    .why = An approximate figure cannot show whether a target is met.

V308 = “{ $element }” at { $where } holds “{ $provided }”, more than one number. One cell holds one number.
    .title = Several numbers in one cell
    .fix = Put each number into its own row: of “12/15”, 12 goes to the numerator's row and 15 to the denominator's. Put explanations under Ghi chú.
    .why = There is no telling which number belongs to this element.

V309 = “{ $element }” at { $where } holds “{ $provided }”, which is not on the list. Choose one of: { $detail }.
    .title = Not on the code list
    .fix = Enter a code or a name of the list: { $detail }.
    .why = Only answers of the list can be put together over offices.

V310 = “{ $element }” at { $where } shows the formula error { $provided }. A readable result is needed.
    .title = Formula error
    .fix = Mend the formula (division by 0, deleted reference) or enter the result itself.
    .why = A cell in error has no value; every total that needs it is missing.

V311 = “{ $element }” at { $where } has the formula { $provided }, but the file holds no result of it.
    .title = Formula without a stored result
    .fix = Open the file in Excel or LibreOffice, let it calculate, save it and send it again; or enter the result itself.
    .why = Some programs export formulas without calculating them. Only what the office has seen on its screen is used; nothing is calculated in its place.

V312 = “{ $element }” at { $where } holds “{ $provided }” in US style, read as { $detail }. In Vietnam a point separates thousands and a comma decimals.
    .title = Number in US style
    .fix = Check the number as read ({ $detail }). Next time write 1.234,5 or digits only.
    .why = The same “1,234” may be one thousand two hundred and thirty-four or one point two three four.

V313 = “{ $element }” at { $where } holds “{ $provided }”: the number was taken, the text “{ $detail }” left out.
    .title = Text beside the number left out
    .fix = Next time enter the number only; the unit has its own column.
    .why = The text does not change the number, but a cell with nothing but a number cannot be misread.

V314 = “{ $element }” at { $where } holds “{ $provided }” with a unit other than the form's ({ $unit }).
    .title = Number with a unit of money or scale
    .fix = Convert it to the form's unit and enter the number only: in million đồng, “5 tỷ 200 triệu” is 5.200.
    .why = Converting on the office's behalf can go wrong by a thousand times without anyone seeing it.

V315 = “{ $element }” at { $where } holds “{ $provided }”, over a million billion đồng if the unit is million đồng. It may be in đồng.
    .title = Unit of money suspect
    .fix = If the figure is in đồng, divide it by 1.000.000 and enter it in million đồng.
    .why = Taking đồng for million đồng makes totals wrong by a million times.

V316 = “{ $element }” at { $where } holds “{ $provided }”, no figure yet. The period's figure is needed.
    .title = Remark in place of a figure
    .fix = Enter the figure once it is known and send the form again. If there was nothing in this period, enter 0 or “Không phát sinh”.
    .why = “Đang cập nhật” means not known; that is not 0, so the commune's figure cannot be computed yet.

V317 = { $detail ->
        [month_first] “{ $element }” at { $where } holds “{ $provided }”: the month seems to stand before the day. Day/month/year is needed, for example 25/12/2025.
        [no_day] “{ $element }” at { $where } holds “{ $provided }”, without a day. Day/month/year is needed, for example 09/12/2025.
        [no_such_day] “{ $element }” at { $where } holds “{ $provided }”, a day that the calendar does not have. Day/month/year is needed, for example 30/9/2025.
        [out_of_range] “{ $element }” at { $where } holds “{ $provided }”, a year outside 1900–2200.
        [recurring] “{ $element }” at { $where } holds “{ $provided }”, not one day. Day/month/year is needed, for example 09/12/2025.
       *[other] “{ $element }” at { $where } holds “{ $provided }”, which is not a date. Day/month/year is needed, for example 09/12/2025.
    }
    .title = Invalid date
    .fix = Enter day/month/year with all four digits of the year, for example 09/12/2025.
    .why = Dates decide whether something is on time; an unclear date decides nothing.

V318 = “{ $element }” at { $where } holds “{ $provided }” without a year; the period's year was taken: { $detail }.
    .title = Date without a year
    .fix = Check the date as read ({ $detail }) and write the year, for example 30/9/2025.
    .why = A task may have been completed the year before; the wrong year makes the verdict wrong.

V319 = “{ $element }” at { $where } holds the number “{ $provided }” without a date format; read as { $detail }.
    .title = Date shown as a number
    .fix = Check the date as read ({ $detail }) and format the cell as a date, or type day/month/year again.
    .why = Excel stores days as numbers; without the format a date looks like a number, and may be another number in the wrong place.

V320 = “{ $element }” at { $where } has the status “{ $provided }”. One of these is needed: Đã hoàn thành, Đang thực hiện, Chưa thực hiện.
    .title = Task status blank or not understood
    .fix = Enter one of the three: Đã hoàn thành, Đang thực hiện, Chưa thực hiện. Put explanations under Ghi chú.
    .why = Any other status cannot be counted as completed, under way or overdue.

V321 = “{ $element }” at { $where } is completed but has no date of completion; it is taken as completed on time.
    .title = Completed without a date
    .fix = Enter the day of completion as day/month/year, and number and symbol of the product.
    .why = Without a date nobody can verify that it was on time.

V322 = “{ $element }” at { $where } was completed on { $provided }, after the period's last day ({ $expected }); it is taken as under way.
    .title = Completed after the period's end
    .fix = If it was not completed within the period, enter “Đang thực hiện” and remove the date; if mistyped, correct the date.
    .why = The report counts what was done by the period's last day; later work belongs to the next period.

V323 = “{ $element }” at { $where } holds “{ $provided }” in scientific notation, read as { $detail }.
    .title = Number in scientific notation
    .fix = Check the number as read ({ $detail }) and enter it with all its digits.
    .why = 1,2E+3 mostly comes from a narrow column or a converted file, and the last digits may be lost.

V324 = The required row “{ $element }” is missing from the form at { $where }.
    .title = Required row missing
    .fix = Put the row back with its code and name as in the form and enter the figure; or get the form again with “cchc form”.
    .why = A deleted row has no figure; a missing row is not taken as 0.

V325 = “{ $element }” at { $where } holds “{ $provided }” with a year of two digits, read as { $detail }.
    .title = Year of two digits
    .fix = Next time write all four digits of the year, for example 09/12/2025.
    .why = A year of two digits can be mistaken for a day or a month.

V326 = “{ $element }” at { $where } has emoji: { $detail }.
    .title = Emoji in official text
    .fix = Delete them; the report is an official document.
    .why = The text is kept and will be printed; many printers and fonts lack these signs.

V327 = “{ $element }” at { $where } holds “{ $provided }” as a number.
    .title = Identifier stored as a number
    .fix = Format the cell as text and enter it again with its leading zeros. The report needs no personal identifiers.
    .why = Excel drops leading zeros and rounds long identifiers; the original cannot be restored.
