"""Fills in and mends workbooks the way people do, through openpyxl.

    workbook.py fill JOBS.json          types into forms: [{form, filled, cells: [{sheet, row, head, kind, value}]}]
    workbook.py retype FROM.xlsx TO.xlsx SHEET ROW,COLUMN,VALUE …   types numbers, texts or nothing over what stands there
    workbook.py mend RETURN.xlsx TO CELL=NUMBER …   follows "Cần sửa" to every error and back, then types into red cells
"""

import datetime
import json
import sys

import openpyxl


def place(sheet, row_name, head):
    """The cell in the row that begins with a name and the column below a head; beside the name where there is none."""
    rows = {str(row[0].value).strip(): row[0].row for row in sheet.iter_rows() if row[0].value is not None}
    if not head:
        return sheet.cell(rows[row_name], 2)
    heads = {cell.value: cell.column for row in sheet.iter_rows() for cell in row if cell.value == head}
    return sheet.cell(rows[row_name], heads[head])


def type_into(cell, kind, value):
    assert not cell.protection.locked, f"{cell.parent.title}!{cell.coordinate} is locked"
    if kind == "date":
        cell.value = datetime.date.fromisoformat(value)
    elif kind == "number":
        cell.value = float(value) if "." in value else int(value)
    else:
        cell.value = value
        # What begins with = and was typed as a text stays one.
        cell.data_type = "s"


def fill(jobs):
    for job in json.load(open(jobs, encoding="utf-8")):
        workbook = openpyxl.load_workbook(job["form"])
        for cell in job["cells"]:
            type_into(place(workbook[cell["sheet"]], cell["row"], cell["head"]), cell["kind"], cell["value"])
        workbook.save(job["filled"])


def retype(source, target, sheet, *cells):
    workbook = openpyxl.load_workbook(source)
    for cell in cells:
        row, column, value = cell.split(",", 2)
        try:
            value = float(value)
        except ValueError:
            value = value or None
        workbook[sheet].cell(int(row), int(column)).value = value
    workbook.save(target)


def is_red(cell):
    return cell.fill.fgColor.rgb == "FFFDE4E1"


def mend(source, target, *fixes):
    workbook = openpyxl.load_workbook(source)
    review = workbook.worksheets[0]
    assert review.title == "Cần sửa", review.title
    header = next(row for row in review.iter_rows() if row[0].value == "TT")
    column = {cell.value: cell.column for cell in header}
    errors = 0
    for row in range(header[0].row + 1, review.max_row + 1):
        if review.cell(row, column["Mức"]).value != "Lỗi":
            continue
        link = review.cell(row, column["Ô cần sửa"]).hyperlink.location
        sheet, address = link.replace("'", "").split("!")
        cell = workbook[sheet][address]
        assert is_red(cell), f"{link} is not red: {cell.fill.fgColor.rgb}"
        assert cell.comment and cell.comment.text.startswith("Lỗi: "), f"{link} has no note"
        back = [other.hyperlink.location for other in workbook[sheet][cell.row] if other.hyperlink]
        assert back == [f"'Cần sửa'!A{row}"], f"{link} leads back to {back}"
        errors += 1
    for fix in fixes:
        address, number = fix.split("=")
        cell = workbook["Số liệu"][address]
        assert is_red(cell), f"{address} is not red"
        type_into(cell, "number", number)
    workbook.save(target)
    print(errors)


if __name__ == "__main__":
    {"fill": fill, "retype": retype, "mend": mend}[sys.argv[1]](*sys.argv[2:])
