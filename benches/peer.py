"""The peer: the same round with python-calamine, the same indicators and rules in exact fractions, the same sheets,
rows and pages with XlsxWriter and Jinja2. Straightforward Python as one would write it for the job.

Usage: peer.py INPUT OUTPUT PERIOD
"""

import ast
import hashlib
import json
import operator
import pathlib
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
                findings.append((rule["code"], rule.get("severity", "error"), office or "", rule["name"], str(l), str(r), str(l - r)))
    return values, totals, indicators, findings


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


def write_books(plan, this, values, totals, indicators, findings, out, period):
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

        def rows(name, head, widths, data):
            sheet = sheet_of(book, formats, name, head, widths)
            for r, line in enumerate(data, 3):
                for c, value in enumerate(line):
                    cell(sheet, r, c, value)

        judged = [(i["clause"], i["name"], json.dumps(i.get("target")), n, d, v, "" if m is None else "Đạt" if m else "Không đạt") for i, n, d, v, m in indicators]
        rows("Tổng hợp", ["Nội dung", "Số lượng"], [60, 12], [("Đạt", str(sum(1 for *_, m in indicators if m)))])
        rows("Chỉ tiêu", ["TT", "Chỉ tiêu", "Mục tiêu", "Tử số", "Mẫu số", "Kết quả", "Đánh giá"], [8, 60, 12, 12, 12, 12, 14], judged)
        if report:
            for form in dict.fromkeys(e["form"] for e in plan["element"]):
                data = [(e["no"], e["name"], e.get("unit", ""), totals.get((e["id"], 0)), totals.get((e["id"], 1)), "") for e in plan["element"] if e["form"] == form]
                rows(form, ["STT", "Chỉ tiêu thống kê", "ĐVT", "Kỳ này", "Lũy kế", "Ghi chú"], [8, 60, 12, 12, 12, 20], data)
            rows("Nhiệm vụ", ["Mã", "Nhiệm vụ", "Đơn vị", "Trạng thái", "Ngày", "Số"], [8, 70, 20, 16, 12, 16],
                 [(t["id"], t["name"], t["lead"], *this.get(t["lead"], ({}, {}, {}))[2].get(t["id"], ("", "", ""))) for t in plan.get("task", [])])
            rows("Số liệu theo đơn vị", ["Mã", "STT", "Chỉ tiêu", "ĐVT", "Kỳ này", "Lũy kế", "Ghi chú"], [16, 8, 60, 12, 12, 12, 20],
                 ((e["id"], e["no"], e["name"], e.get("unit", ""), v, c, "") for o, e, v, c, *_ in values))
        else:
            rows("Đơn vị", ["Đơn vị", "Trạng thái", "Ngày nhận"], [40, 20, 14], [(o["name"], "Đã nhận" if o["id"] in this else "Chưa gửi", this.get(o["id"], ({}, 0, 0, 0, ""))[0].get("Ngày lập", "")) for o in plan["office"]])
            rows("Phát hiện", ["Mã", "Mức", "Đơn vị", "Nội dung", "Đang ghi", "Cần là", "Chênh lệch"], [20, 10, 20, 60, 12, 12, 12], findings)
            rows("Nguồn số liệu", ["Đơn vị", "Mã", "Chỉ tiêu", "Trạng thái", "Kỳ này", "Ô ghi gì", "Ô", "Lũy kế", "Ô lũy kế ghi gì", "Ô lũy kế", "Tệp", "Trang tính"], [30, 16, 50, 12, 12, 14, 8, 12, 14, 8, 30, 14],
                 ((o["name"], e["id"], e["name"], "Có số liệu" if v is not None else "Trống", v, str(raw), f"{chr(65 + col)}{row + 1}", c, "", "", this.get(o["id"], ({}, 0, 0, 0, ""))[4], s)
                  for o, e, v, c, raw, s, row, col in values))
            rows("Tệp", ["Tệp", "Đơn vị", "Ô đã đọc", "SHA-256"], [40, 20, 12, 70], [(f[4], o, str(f[3]), f[5]) for o, f in this.items()])
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
        page = template.render(title=name, indicators=indicators, forms=forms, tasks=plan.get("task", []), findings=found[:500], values=values if few else [])
        (out / f"{name}.html").write_text(page, encoding="utf-8")


def main(source, out, period):
    source, out = pathlib.Path(source), pathlib.Path(out)
    out.mkdir(parents=True, exist_ok=True)
    plan = load_plan(source / "plan")
    rounds, inputs = {}, []
    for p in plan["period"]:
        rounds[p["id"]] = {}
        for path in sorted((source / p["id"]).glob("*.xlsx")):
            digest = hashlib.sha256(path.read_bytes()).hexdigest()
            info, figures, tasks, read = read_file(path)
            rounds[p["id"]][info["Mã đơn vị"]] = (info, figures, tasks, read, path.name, digest)
            inputs.append({"path": path.name, "sha256": digest})
    values, totals, indicators, findings = evaluate(plan, rounds, period)
    write_books(plan, rounds[period], values, totals, indicators, findings, out, period)
    write_pages(plan, values, totals, indicators, findings, out, period)
    report = {
        "values": [{"office": o["id"], "element": e["id"], "value": None if v is None else str(v), "cumulative": None if c is None else str(c), "raw": str(raw), "sheet": s, "row": r, "col": col} for o, e, v, c, raw, s, r, col in values],
        "totals": [{"element": k[0], "measure": k[1], "value": None if v is None else str(v)} for k, v in totals.items()],
        "indicators": [{"id": i["id"], "numerator": str(n), "denominator": str(d), "value": str(v), "met": m} for i, n, d, v, m in indicators],
        "findings": findings,
    }
    (out / "report.json").write_text(json.dumps(report, ensure_ascii=False, indent=1), encoding="utf-8")
    outputs = [{"path": f.name, "sha256": hashlib.sha256(f.read_bytes()).hexdigest()} for f in sorted(out.iterdir())]
    (out / "manifest.json").write_text(json.dumps({"inputs": inputs, "outputs": outputs}), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
