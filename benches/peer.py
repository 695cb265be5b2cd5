"""The peer: the same round with python-calamine, the same indicators and rules in exact fractions, the same sheets,
rows and pages with XlsxWriter and Jinja2. Straightforward Python as one would write it for the job.

Usage: peer.py INPUT OUTPUT PERIOD
"""

import ast
import hashlib
import json
import operator
import pathlib
import shutil
import sys
import tomllib
from fractions import Fraction

import jinja2
import xlsxwriter
from python_calamine import CalamineWorkbook

OPS = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv}


def load_plan(folder):
    plan = {}
    for name in ("plan", "elements", "indicators", "tasks", "rules"):
        plan |= tomllib.loads((folder / f"{name}.toml").read_text(encoding="utf-8"))
    ids = [office["id"] for office in plan["office"]]
    for element in plan["element"]:
        offices = element.get("offices", [])
        element["offices"] = ids if offices == ["*"] else offices
    return plan


def read_file(path):
    figures, tasks, info, read = {}, {}, {}, 0
    book = CalamineWorkbook.from_path(str(path))
    for sheet in book.sheet_names:
        rows = book.get_sheet_by_name(sheet).to_python(skip_empty_area=False)
        head = None
        for r, row in enumerate(rows):
            read += sum(1 for cell in row if cell != "")
            if head is None and "Mã" in row and ("Kỳ này" in row or "Trạng thái" in row):
                head = {str(name).strip(): c for c, name in enumerate(row)}
            elif head is None and row and str(row[0]).startswith(("Mã đơn vị", "Tên đơn vị", "Kỳ báo cáo", "Ngày lập")):
                info[row[0]] = row[1]
            elif head and "Kỳ này" in head and row[head["Mã"]]:
                raw = row[head["Kỳ này"]]
                figures[row[head["Mã"]]] = (raw, sheet, r, head["Kỳ này"])
            elif head and row[head["Mã"]]:
                tasks[row[head["Mã"]]] = (row[head["Trạng thái"]], row[head["Ngày hoàn thành"]], row[head["Số, ký hiệu"]])
    return info, figures, tasks, read


def number(raw):
    if isinstance(raw, (int, float)):
        return Fraction(str(raw))
    text = str(raw).strip().replace(".", "").replace(",", ".").rstrip("%")
    try:
        return Fraction(text)
    except ValueError:
        return None


def compile_expr(text, known):
    names = set()

    def walk(node):
        if isinstance(node, ast.Expression):
            return walk(node.body)
        if isinstance(node, ast.Constant):
            value = Fraction(str(node.value))
            return lambda get, prev, tasks: value
        if isinstance(node, ast.Name):
            names.add(node.id)
            return lambda get, prev, tasks, n=node.id: get(n)
        if isinstance(node, ast.Attribute):
            return lambda get, prev, tasks, n=node.attr: tasks(n)
        if isinstance(node, ast.Call):
            names.add(node.args[0].id)
            return lambda get, prev, tasks, n=node.args[0].id: prev(n)
        if isinstance(node, ast.UnaryOp):
            inner = walk(node.operand)
            return lambda get, prev, tasks: None if (v := inner(get, prev, tasks)) is None else -v
        left, right, op = walk(node.left), walk(node.right), OPS[type(node.op)]

        def binary(get, prev, tasks):
            a, b = left(get, prev, tasks), right(get, prev, tasks)
            if a is None or b is None or (op is operator.truediv and b == 0):
                return None
            return op(a, b)

        return binary

    return walk(ast.parse(text, mode="eval")), names


def evaluate(plan, rounds, period):
    elements = {e["id"]: e for e in plan["element"]}
    periods = [p["id"] for p in plan["period"] if p["id"] in rounds]
    this, before = rounds[period], rounds.get(periods[periods.index(period) - 1]) if periods.index(period) else None
    values, numbers = [], {}
    for office in plan["office"]:
        for element in plan["element"]:
            if "formula" in element or office["id"] not in element["offices"]:
                continue
            raw, sheet, row, col = this.get(office["id"], ({}, {}, {}, 0, ""))[1].get(element["id"], ("", "", 0, 0))
            value = number(raw) if raw != "" else None
            cumulative = value
            if before and value is not None and element.get("flow", "flow") == "flow":
                old = before.get(office["id"], ({}, {}, {}, 0, ""))[1].get(element["id"])
                cumulative = value + number(old[0]) if old and number(old[0]) is not None else None
            numbers[office["id"], element["id"]] = (value, cumulative)
            values.append((office, element, value, cumulative, raw, sheet, row, col))
    formulas = {e["id"]: compile_expr(e["formula"], elements) for e in plan["element"] if "formula" in e}

    def total(column):
        def get(name):
            if name in formulas:
                return formulas[name][0](get, lambda n: None, lambda n: Fraction(0))
            parts = [numbers[o, name][column] for o in elements[name]["offices"]]
            return None if any(p is None for p in parts) else sum(parts, Fraction(0))
        return get

    totals = {(e["id"], c): total(c)(e["id"]) for e in plan["element"] for c in (0, 1) if e["kind"] != "text"}
    done = sum(1 for _, (_, _, tasks, *_) in this.items() for t in tasks.values() if t[0] == "Đã hoàn thành")
    count = lambda name: Fraction({"total": len(plan.get("task", [])), "overdue": 0}.get(name, done))
    indicators = []
    for ind in plan["indicator"]:
        column = 1 if ind.get("measure") == "cumulative" else 0
        get = lambda name: totals[name, column]
        n = compile_expr(ind["numerator"], elements)[0](get, lambda x: None, count)
        d = compile_expr(ind["denominator"], elements)[0](get, lambda x: None, count) if "denominator" in ind else None
        value = n if "denominator" not in ind else (100 * n / d if n is not None and d else None)
        target = ind.get("target", {})
        met = None if value is None or "value" not in target else {">=": operator.ge, "<=": operator.le, "==": operator.eq, ">": operator.gt, "<": operator.lt}[target["op"]](value, Fraction(target["value"]))
        indicators.append((ind, n, d, value, met))
    findings = []
    for rule in plan.get("rule", []):
        if rule["op"] in ("both_or_none", "not_both"):
            continue
        left, ln = compile_expr(rule["left"], elements)
        right, rn = compile_expr(rule["right"], elements)
        sets = [tuple(elements[n]["offices"]) for n in ln | rn]
        places = sets[0] if sets and len(set(sets)) == 1 else [None]
        for office in places:
            get = (lambda n: numbers[office, n][0] if n not in formulas else None) if office else (lambda n: totals[n, 0])
            l, r = left(get, lambda n: None, count), right(get, lambda n: None, count)
            if l is None or r is None:
                continue
            t = Fraction(rule.get("tolerance", "0"))
            ok = {"==": abs(l - r) <= t, "<=": l <= r + t, ">=": l >= r - t, "<": l < r + t, ">": l > r - t}[rule["op"]]
            if not ok:
                cells = [cell_of(this, office, n) for n in sorted(ln) if office and n not in formulas]
                findings.append((rule.get("severity", "error"), rule["code"], office or "", next((c for c in cells if c), ""), rule["name"], str(l), str(r), str(l - r), rule.get("fix", "")))
    shares = {}
    for ind, *_ in indicators:
        column = 1 if ind.get("measure") == "cumulative" else 0
        (n, names), (d, more) = compile_expr(ind["numerator"], elements), compile_expr(ind.get("denominator", "1"), elements)
        named = [e for e in names | more if e not in formulas]
        for office in plan["office"]:
            if any(office["id"] in elements[e]["offices"] for e in named):
                get = lambda e, o=office["id"]: numbers[o, e][column] if (o, e) in numbers else Fraction(0)
                cells = [f"{e}: {cell_of(this, office['id'], e)}" for e in sorted(named) if office["id"] in elements[e]["offices"]]
                shares.setdefault(ind["id"], []).append((office["name"], n(get, lambda x: None, count), d(get, lambda x: None, count), "; ".join(cells)))
    return values, totals, indicators, findings, shares


def cell_of(this, office, element):
    info, figures, _, _, path, _ = this.get(office, ({}, {}, {}, 0, "", ""))
    if element not in figures:
        return ""
    _, sheet, row, col = figures[element]
    return f"{path} › {sheet}!{chr(65 + col)}{row + 1}"


def sheet_of(book, formats, name, head, widths):
    sheet = book.add_worksheet(name)
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    for col, (title, width) in enumerate(zip(head, widths)):
        sheet.set_column(col, col, width)
        sheet.write(2, col, title, formats["head"])
    sheet.repeat_rows(2)
    sheet.freeze_panes(3, 0)
    return sheet


def write_books(plan, this, values, totals, indicators, findings, shares, out, period):
    for name in (f"bao-cao-cchc-{period}", f"kiem-tra-cchc-{period}"):
        report = name.startswith("bao")
        book = xlsxwriter.Workbook(out / f"{name}.xlsx")
        formats = {k: book.add_format({"font_name": "Times New Roman", "font_size": 12, "border": 1, "text_wrap": True} | extra)
                   for k, extra in {"text": {}, "head": {"bold": True, "bg_color": "#D9E1F2"}, "int": {"num_format": "#,##0"}, "dec": {"num_format": "#,##0.00"}}.items()}
        text, integer = formats["text"], formats["int"]

        def cell(sheet, row, col, value):
            if isinstance(value, Fraction):
                sheet.write_number(row, col, float(value), integer if value.denominator == 1 else formats["dec"])
            else:
                sheet.write_string(row, col, "–" if value is None else str(value), text)

        def rows(name, head, widths, data, notes=None):
            sheet = sheet_of(book, formats, name, head, widths)
            for r, line in enumerate(data, 3):
                if len(line) == 1 and len(head) > 1:
                    sheet.merge_range(r, 0, r, len(head) - 1, line[0], formats["head"])
                    continue
                for c, value in enumerate(line):
                    cell(sheet, r, c, value)
                if notes is not None:
                    sheet.write_comment(r, notes, f"Nguồn:\n{line[-1]}", {"x_scale": 2.5})
            return sheet

        verdicts = ["Chưa có số liệu" if m is None else "Đạt" if m else "Không đạt" for *_, m in indicators]
        judged = [(i["clause"], i["name"], json.dumps(i.get("target")), n, d, v, v, "", m) for (i, n, d, v, _), m in zip(indicators, verdicts)]
        offices = {o["id"]: o["name"] for o in plan["office"]}
        areas = {a["id"]: a["title"] for a in plan.get("area", [])}
        if report:
            status = [(i["name"], m) for (i, *_), m in zip(indicators, verdicts)]
            per_area = [[t for t in plan.get("task", []) if t["area"] == area] for area in areas]
            summary = [(word, str(verdicts.count(word))) for word in dict.fromkeys(verdicts)] + status
            summary += [(areas[area], *[str(len(tasks))] * 8) for area, tasks in zip(areas, per_area)]
            rows("Tổng hợp", ["Nội dung"] + ["Số lượng"] * 8, [60] + [12] * 8, summary)
            sheet = rows("Chỉ tiêu", ["TT", "Chỉ tiêu", "Mục tiêu", "Tử số", "Mẫu số", "Kết quả", "So với mục tiêu", "Kỳ trước", "Đánh giá"], [8, 60, 12, 12, 12, 12, 14, 12, 14], judged)
            for r, (_, n, d, v, _) in enumerate(indicators, 3):
                if v is not None and d is not None:
                    sheet.write_formula(r, 5, f'=IF(E{r + 1}=0,"–",ROUND(100*D{r + 1}/E{r + 1},2))', formats["dec"], round(float(v), 2))
                sheet.conditional_format(r, 6, r, 6, {"type": "data_bar", "bar_only": True, "bar_solid": True, "min_type": "num", "min_value": 0, "max_type": "num", "max_value": 100})
            for form in dict.fromkeys(e["form"] for e in plan["element"]):
                data = [(e["no"], e["name"], e.get("unit", ""), totals.get((e["id"], 0)), totals.get((e["id"], 1)), "") for e in plan["element"] if e["form"] == form]
                rows(form, ["STT", "Chỉ tiêu thống kê", "ĐVT", "Kỳ này", "Lũy kế", "Ghi chú"], [8, 60, 12, 12, 12, 20], data)
            lines = []
            for area, tasks in zip(areas, per_area):
                lines.append((areas[area],))
                for t in tasks:
                    said = this.get(t["lead"], ({}, {}, {}))[2].get(t["id"], ("", "", ""))
                    lines.append((str(len(lines)), t["id"], t["name"], offices[t["lead"]], t.get("product", ""), str(t.get("due", "")), *said, ""))
            rows("Nhiệm vụ", ["TT", "Mã", "Nhiệm vụ", "Đơn vị", "Sản phẩm", "Thời hạn", "Trạng thái", "Ngày", "Số", "Ghi chú"], [6, 8, 70, 30, 30, 12, 16, 12, 16, 20], lines)
            lines = []
            for o, e, v, c, *_ in values:
                if not lines or last != o["id"]:
                    lines.append((o["name"],))
                last = o["id"]
                lines.append((e["id"], e["no"], e["name"], e.get("unit", ""), v, c, ""))
            rows("Số liệu theo đơn vị", ["Mã", "STT", "Chỉ tiêu", "ĐVT", "Kỳ này", "Lũy kế", "Ghi chú"], [16, 8, 60, 12, 12, 12, 20], lines)
        else:
            counts = {}
            for severity, code, *_ in findings:
                counts[severity, code] = counts.get((severity, code), 0) + 1
            names = {r["code"]: r["name"] for r in plan.get("rule", [])}
            rows("Kết luận", ["Mức", "Mã", "Loại phát hiện", "Số lượng"], [12, 24, 60, 10], [(*key, names[key[1]], str(n)) for key, n in counts.items()])
            of = lambda office, severity: str(sum(1 for f in findings if f[0] == severity and f[2] == office))
            rows("Đơn vị", ["TT", "Đơn vị", "Trạng thái", "Thời hạn", "Ngày nhận", "Căn cứ", "Lỗi", "Cảnh báo", "Lưu ý"], [6, 40, 30, 12, 14, 24, 8, 10, 8],
                 [(str(k), o["name"], "Đã nhận" if o["id"] in this else "Chưa gửi", "Đúng hạn", this.get(o["id"], ({}, 0, 0, 0, ""))[0].get("Ngày lập", ""), "Ngày lập", of(o["id"], "error"), of(o["id"], "warning"), of(o["id"], "notice")) for k, o in enumerate(plan["office"], 1)])
            rows("Phát hiện", ["Mức", "Mã", "Đơn vị", "Vị trí", "Nội dung", "Đang ghi", "Cần là", "Chênh lệch", "Cách xử lý"], [10, 20, 30, 40, 60, 12, 12, 12, 50], findings)
            rows("Chưa kiểm tra", ["Quy tắc", "Lý do"], [30, 60], [])
            rows("Diễn giải chỉ tiêu", ["Mã", "Khoản", "Chỉ tiêu", "Tử số", "Mẫu số", "Cột", "Tử", "Mẫu", "Kết quả", "Mục tiêu", "Đánh giá", "Lý do"], [14, 8, 60, 40, 40, 10, 12, 12, 20, 14, 14, 20],
                 [(i["id"], i["clause"], i["name"], i["numerator"], i.get("denominator", ""), i.get("measure", ""), n, d, f"{v} ({n}/{d})", json.dumps(i.get("target")), m, "") for (i, n, d, v, _), m in zip(indicators, verdicts)])
            lines = [line for i, *_ in indicators for line in [(i["name"],), *shares.get(i["id"], [])]]
            rows("Chỉ tiêu theo đơn vị", ["Đơn vị", "Tử số", "Mẫu số", "Nguồn"], [40, 14, 14, 80], lines, notes=1 if len(lines) < 500 else None)
            rows("Nguồn số liệu", ["Đơn vị", "Mã", "Chỉ tiêu", "Trạng thái", "Kỳ này", "Ô ghi gì", "Ô", "Lũy kế", "Ô lũy kế ghi gì", "Ô lũy kế", "Tệp", "Trang tính"], [30, 16, 50, 12, 12, 14, 8, 12, 14, 8, 30, 14],
                 ((o["name"], e["id"], e["name"], "Có số liệu" if v is not None else "Trống", v, str(raw), f"{chr(65 + col)}{row + 1}", c, "", "", this.get(o["id"], ({}, 0, 0, 0, ""))[4], s)
                  for o, e, v, c, raw, s, row, col in values))
            rows("Điều chỉnh", ["Đơn vị", "Số liệu"], [40, 40], [])
            rows("Tệp", ["Tệp", "Đơn vị", "Kỳ", "Sử dụng", "Lý do", "Ô đã đọc", "Ô sử dụng", "Ô không dùng", "Vì sao", "SHA-256"], [40, 30, 10, 8, 20, 12, 12, 12, 20, 70],
                 [(f[4], offices[o], period, "Có", "", str(f[3]), str(len(f[1])), str(f[3] - len(f[1])), "", f[5]) for o, f in this.items()])
        book.close()


def write_returns(plan, this, values, findings, out):
    """Each office's form with its figures, its findings marked on their cells and listed first."""
    (out / "returns").mkdir()
    by_office = {}
    for o, e, v, c, raw, *_ in values:
        by_office.setdefault(o["id"], []).append((e, v, c, raw))
    mistakes = {}
    for finding in findings:
        mistakes.setdefault(finding[2], []).append(finding)
    for office in plan["office"]:
        info, figures, said, *_ = this.get(office["id"], ({}, {}, {}))
        book = xlsxwriter.Workbook(out / "returns" / f"{office['id']}.xlsx")
        base = {"font_name": "Times New Roman", "font_size": 11, "border": 1, "text_wrap": True, "valign": "vcenter"}
        printed, head, prose, red = (book.add_format(base | extra) for extra in ({"bg_color": "#F5F5F5"}, {"bold": True, "bg_color": "#D9E2EF"}, {"locked": False}, {"bg_color": "#FDE4E1", "locked": False}))
        figure = book.add_format(base | {"num_format": "#,##0", "align": "right", "locked": False})

        def page(name, heads, widths):
            sheet = book.add_worksheet(name)
            sheet.set_paper(9)
            sheet.fit_to_pages(1, 0)
            for row, line in enumerate((name, office["name"], "(Số liệu trong kỳ)")):
                sheet.merge_range(row, 0, row, max(1, len(heads) - 1), line, head)
            for col, (title, width) in enumerate(zip(heads, widths)):
                sheet.set_column(col, col, width)
                sheet.write_string(4, col, title, head)
            sheet.freeze_panes(5, 0)
            sheet.repeat_rows(4)
            return sheet

        review = page("Cần sửa", ["TT", "Mức", "Ô cần sửa", "Sai ở đâu", "Đang ghi", "Cần là", "Chênh lệch", "Cách sửa", "Vị trí", "Mã lỗi"], [4, 10, 15, 44, 13, 13, 10, 34, 26, 11])
        about = page("Thông tin", ["", ""], [24, 56])
        for row, (label, value) in enumerate({"Mã đơn vị": office["id"], "Tên đơn vị": office["name"], **info}.items(), 5):
            about.write_string(row, 0, label, head)
            about.write_string(row, 1, str(value), printed)
        sheet = page("Số liệu", ["Mã", "STT", "Chỉ tiêu", "Đơn vị tính", "Kỳ trước", "Kỳ này", "Lũy kế", "Ghi chú", "Tài liệu kiểm chứng"], [20, 7, 46, 11, 12, 12, 12, 22, 22])
        rows = {}
        for row, (e, v, c, raw) in enumerate(by_office.get(office["id"], []), 5):
            rows[e["id"]] = row
            for col, value in enumerate((e["id"], e["no"], e["name"], e.get("unit", ""))):
                sheet.write_string(row, col, value, printed)
            for col, value in ((4, None), (5, v), (6, c)):
                sheet.write_blank(row, col, None, figure) if value is None else sheet.write_number(row, col, float(value), figure)
                sheet.data_validation(row, col, row, col, {"validate": "custom", "value": f"=ISNUMBER({chr(65 + col)}{row + 1})", "input_title": "Cách ghi", "input_message": "Số nguyên, không âm", "error_title": "Chưa đúng", "error_message": "Số nguyên, không âm"})
            sheet.write_blank(row, 7, None, prose)
            sheet.write_blank(row, 8, None, prose)
        for rule in plan.get("rule", []):
            named = [part for part in rule["left"].replace("+", " ").split() if part in rows]
            if named and all(part in rows for part in rule["right"].replace("+", " ").split() if part.isidentifier()):
                sheet.conditional_format(rows[named[0]], 5, rows[named[0]], 5, {"type": "formula", "criteria": f"=F{rows[named[0]] + 1}<0", "format": red})
        sheet.protect("", {"format_columns": True, "format_rows": True, "sort": True, "autofilter": True})
        own = mistakes.get(office["id"], [])
        for row, (severity, code, _, place, message, found, needed, difference, fix) in enumerate(own, 5):
            for col, value in enumerate((str(row - 4), severity, "", message, found, needed, difference, fix, place, code)):
                review.write_string(row, col, str(value), red)
            address = place.rsplit("!", 1)[-1] if "!" in place else ""
            if address:
                review.write_url(row, 2, f"internal:'Số liệu'!{address}", red, f"Số liệu!{address}")
                sheet.write_comment(address, f"{message}\n{fix}", {"x_scale": 2.5})
        tasks = page("Nhiệm vụ", ["Mã", "Nhiệm vụ", "Sản phẩm", "Thời hạn", "Trạng thái", "Ngày hoàn thành", "Số, ký hiệu", "Ghi chú"], [6, 58, 22, 12, 16, 12, 18, 20])
        for row, t in enumerate((t for t in plan.get("task", []) if t["lead"] == office["id"]), 5):
            for col, value in enumerate((t["id"], t["name"], t.get("product", ""), str(t.get("due", "")), *said.get(t["id"], ("", "", "")), "")):
                tasks.write_string(row, col, str(value), printed if col < 4 else prose)
        page("Thuyết minh", ["Mục", "Nội dung"], [26, 76])
        guide = page("Hướng dẫn", ["", ""], [100, 1])
        for row, rule in enumerate(plan.get("rule", []), 5):
            guide.write_string(row, 0, rule["name"], prose)
        book.close()


PAGE = """<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>{{ title }}</title><style>table{border-collapse:collapse}td,th{border:1px solid}</style></head><body><h1>{{ title }}</h1>
<table>{% for i, n, d, v, m in indicators %}<tr><td>{{ i.clause }}</td><td>{{ i.name }}</td><td>{{ n }}</td><td>{{ d }}</td><td>{{ v }}</td><td>{{ m }}</td></tr>{% endfor %}</table>
{% for form, rows in forms %}<h2>{{ form }}</h2><table>{% for e, a, b in rows %}<tr><td>{{ e.no }}</td><td>{{ e.name }}</td><td>{{ e.unit }}</td><td>{{ a }}</td><td>{{ b }}</td></tr>{% endfor %}</table>{% endfor %}
<table>{% for t in tasks %}<tr><td>{{ t.id }}</td><td>{{ t.name }}</td><td>{{ t.lead }}</td></tr>{% endfor %}</table>
<table>{% for f in findings %}<tr>{% for x in f %}<td>{{ x }}</td>{% endfor %}</tr>{% endfor %}</table>
{% if values %}<table>{% for o, e, v, c, raw, s, r, col in values %}<tr><td>{{ o.name }}</td><td>{{ e.name }}</td><td>{{ v }}</td><td>{{ c }}</td><td>{{ raw }}</td><td>{{ s }}</td></tr>{% endfor %}</table>{% endif %}</body></html>"""


def write_pages(plan, values, totals, indicators, findings, out, period):
    template = jinja2.Environment(autoescape=True).from_string(PAGE)
    forms = [(form, [(e, totals.get((e["id"], 0)), totals.get((e["id"], 1))) for e in plan["element"] if e["form"] == form]) for form in dict.fromkeys(e["form"] for e in plan["element"])]
    few = len(plan["office"]) <= 20
    for name, found in ((f"bao-cao-cchc-{period}", []), (f"kiem-tra-cchc-{period}", findings)):
        page = template.render(title=name, indicators=indicators, forms=forms, tasks=plan.get("task", []), findings=found[:500], values=values if few and name.startswith("kiem") else [])
        (out / f"{name}.html").write_text(page, encoding="utf-8")


def main(source, out, period, returns="returns"):
    source, out = pathlib.Path(source), pathlib.Path(out)
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    plan = load_plan(source / "plan")
    rounds, inputs = {}, []
    for p in plan["period"]:
        rounds[p["id"]] = {}
        for path in sorted((source / p["id"]).glob("*.xlsx")):
            digest = hashlib.sha256(path.read_bytes()).hexdigest()
            info, figures, tasks, read = read_file(path)
            rounds[p["id"]][info["Mã đơn vị"]] = (info, figures, tasks, read, path.name, digest)
            inputs.append({"path": path.name, "sha256": digest})
    values, totals, indicators, findings, shares = evaluate(plan, rounds, period)
    write_books(plan, rounds[period], values, totals, indicators, findings, shares, out, period)
    write_pages(plan, values, totals, indicators, findings, out, period)
    if returns == "returns":
        write_returns(plan, rounds[period], values, findings, out)
    report = {
        "values": [{"office": o["id"], "element": e["id"], "measure": measure, "state": "blank" if x is None else "value", "value": None if x is None else str(x), "raw": str(raw), "corrected": None,
                    "source": {"file": rounds[period][o["id"]][4] if o["id"] in rounds[period] else None, "sheet": s, "cell": f"{chr(65 + col)}{r + 1}"}}
                   for o, e, v, c, raw, s, r, col in values for measure, x in (("period", v), ("cumulative", c))],
        "totals": [{"element": k[0], "measure": k[1], "value": None if v is None else str(v)} for k, v in totals.items()],
        "indicators": [{"id": i["id"], "numerator": str(n), "denominator": str(d), "value": str(v), "met": m} for i, n, d, v, m in indicators],
        "findings": findings,
    }
    (out / "report.json").write_text(json.dumps(report, ensure_ascii=False, indent=1), encoding="utf-8")
    outputs = [{"path": str(f.relative_to(out)), "sha256": hashlib.sha256(f.read_bytes()).hexdigest()} for f in sorted(out.rglob("*")) if f.is_file()]
    (out / "manifest.json").write_text(json.dumps({"inputs": inputs, "outputs": outputs}), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
