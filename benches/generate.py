"""Writes synthetic rounds: a commune (the shipped plan, five offices) or a city (570 offices x 120 elements).

Usage: generate.py commune|city FOLDER     FOLDER/plan and FOLDER/<period>/*.xlsx are written anew.
Figures come from a fixed seed, so that every run measures the same round.
"""

import pathlib
import random
import shutil
import sys
import tomllib

import xlsxwriter

ROOT = pathlib.Path(__file__).resolve().parent.parent
HEAD = ["Mã", "STT", "Chỉ tiêu", "Đơn vị tính", "Kỳ trước", "Kỳ này", "Lũy kế", "Ghi chú", "Tài liệu kiểm chứng"]
TASK_HEAD = ["Mã", "Nhiệm vụ", "Sản phẩm", "Thời hạn", "Trạng thái", "Ngày hoàn thành", "Số, ký hiệu", "Ghi chú"]
OFFICES, ELEMENTS = 570, 120


def city_plan(folder):
    plan = ['[plan]\nid = "city"\ntitle = "Kế hoạch"\ndecision = "1/QĐ-UBND"\nissued = "2025-07-31"\n',
            '[authority]\nname = "UBND thành phố"\nplace = "Hải Phòng"\nnumber_suffix = "BC-UBND"\nsigner_title = "CHỦ TỊCH"\nsigner_name = ""\n',
            '[recipient]\nname = "Bộ Nội vụ"\n']
    plan += [f'[[office]]\nid = "dv{i:03}"\nname = "Đơn vị số {i:03}"\n' for i in range(OFFICES)]
    plan.append('[[period]]\nid = "2025-Q4"\ntitle = "Quý IV năm 2025"\nkind = "quarter"\nfrom = "2025-07-01"\nto = "2025-12-05"\n'
                'office_due = "2025-12-09"\nreport_due = "2025-12-15"\n')
    elements, indicators, rules = [], [], []
    for i in range(ELEMENTS):
        elements.append(f'[[element]]\nid = "so_lieu_{i:03}"\nform = "B{1 + i // 20}"\nno = "{1 + i % 20}"\n'
                        f'name = "Chỉ tiêu thống kê số {i:03}"\nunit = "Hồ sơ"\nkind = "count"\noffices = ["*"]\n')
    for i in range(0, 39, 3):  # thirteen indicators
        indicators.append(f'[[indicator]]\nid = "CT{i:02}"\nclause = "II.{i}"\nname = "Tỷ lệ số {i}"\nnumerator = "so_lieu_{i + 1:03}"\n'
                          f'denominator = "so_lieu_{i:03}"\nunit = "%"\ntarget = {{ op = ">=", value = "50" }}\n')
    for i in range(0, 120, 3):  # forty rules at every office
        rules.append(f'[[rule]]\ncode = "R4{i // 3:02}-tong"\nname = "Tổng bằng các phần"\nleft = "so_lieu_{i:03}"\nop = "=="\n'
                     f'right = "so_lieu_{i + 1:03} + so_lieu_{i + 2:03}"\n')
    texts = {"plan": plan, "elements": elements, "indicators": indicators, "rules": rules, "tasks": []}
    for name, parts in texts.items():
        (folder / f"{name}.toml").write_text("\n".join(parts), encoding="utf-8")


def form(path, plan, office, period, elements, tasks, rng):
    book = xlsxwriter.Workbook(path)
    info = book.add_worksheet("Thông tin")
    labels = [("Mã đơn vị", office["id"]), ("Tên đơn vị", office["name"]), ("Kỳ báo cáo", period), ("Ngày lập", "08/12/2025")]
    for row, (label, value) in enumerate(labels):
        info.write_row(row, 0, [label, value])
    sheet = book.add_worksheet("Số liệu")
    sheet.write_row(2, 0, HEAD)
    number = book.add_format({"num_format": "#,##0"})
    parts = (0, 0)
    for position, element in enumerate(elements):
        row = 3 + position
        sheet.write_row(row, 0, [element["id"], element["no"], element["name"], element["unit"]])
        if plan is None:  # every third is the sum of the next two, with one mistake in a thousand
            if position % 3 == 0:
                parts = (rng.randint(0, 5000), rng.randint(0, 5000))
                value = sum(parts) + (rng.random() < 0.001)
            else:
                value = parts[position % 3 - 1]
        elif element["kind"] == "choice":
            value = element["choices"][0]["code"]
        elif element["kind"] == "text":
            value = "Nội dung"
        else:
            value = rng.randint(2, 90)
        sheet.write(row, 5, value, number)
    if tasks:
        sheet = book.add_worksheet("Nhiệm vụ")
        sheet.write_row(0, 0, TASK_HEAD)
        for row, task in enumerate(tasks, 1):
            sheet.write_row(row, 0, [task["id"], task["name"], task.get("product", ""), "", "Đã hoàn thành", "01/12/2025", "12/BC-UBND", ""])
    book.close()


def main(kind, target):
    target = pathlib.Path(target)
    shutil.rmtree(target, ignore_errors=True)
    (target / "plan").mkdir(parents=True)
    if kind == "commune":
        for file in (ROOT / "input/plan").glob("*.toml"):
            shutil.copy(file, target / "plan")
    else:
        city_plan(target / "plan")
    read = lambda name: tomllib.loads((target / "plan" / f"{name}.toml").read_text(encoding="utf-8"))
    plan, elements, tasks = read("plan"), read("elements")["element"], read("tasks").get("task", [])
    rng = random.Random(2025)
    for period in plan["period"]:
        folder = target / period["id"]
        folder.mkdir()
        for office in plan["office"]:
            asked = [e for e in elements if "formula" not in e and (office["id"] in e["offices"] or e["offices"] == ["*"])]
            led = [t for t in tasks if t["lead"] == office["id"]]
            form(folder / f"{office['id']}.xlsx", plan if kind == "commune" else None, office, period["id"], asked, led, rng)


if __name__ == "__main__":
    main(*sys.argv[1:])
