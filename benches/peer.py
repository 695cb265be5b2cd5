"""The peer: the same round with python-calamine, the same indicators and rules in exact fractions, the same sheets,
rows and pages with XlsxWriter and Jinja2. Straightforward Python as one would write it for the job.

Usage: peer.py INPUT OUTPUT PERIOD ["no returns"]
"""

import ast
import base64
import hashlib
import json
import operator
import pathlib
import re
import shutil
import sys
import tomllib
from collections import Counter
from fractions import Fraction
from types import SimpleNamespace
from typing import NamedTuple

import jinja2
import xlsxwriter
from python_calamine import CalamineWorkbook

ROOT = pathlib.Path(__file__).resolve().parent.parent
OPS = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: lambda a, b: Fraction(a) / b}
SIGNS = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/"}
COMPARE = {">=": operator.ge, "<=": operator.le, "==": operator.eq, ">": operator.gt, "<": operator.lt}
SYMBOLS = {">=": "≥", "<=": "≤", "==": "=", ">": ">", "<": "<"}
MUST = {"==": "cần bằng", "<=": "không được lớn hơn", ">=": "không được nhỏ hơn", "<": "phải nhỏ hơn", ">": "phải lớn hơn"}
SEVERITY = {"error": "Lỗi", "warning": "Cảnh báo", "notice": "Lưu ý"}
TONES = {"Lỗi": "bad", "Chưa đạt": "bad", "Cảnh báo": "warn", "Đạt": "good", "Cải thiện so với kỳ trước": "good", "Chưa cải thiện so với kỳ trước": "bad",
         "Đã hoàn thành": "good", "Hoàn thành quá hạn": "warn", "Quá hạn, chưa hoàn thành": "bad", "Đúng hạn": "good", "Quá hạn": "bad", "Có": "good",
         "Đã tiếp nhận": "good", "Đã tiếp nhận, còn điểm cần sửa": "warn", "Chưa gửi": "bad", "–": "muted"}
COLOURS = {"good": {"bg_color": "#E2EFDA", "font_color": "#1E6B2E"}, "warn": {"bg_color": "#FFF2CC", "font_color": "#7F6000"},
           "bad": {"bg_color": "#FDE4E1", "font_color": "#9C1C12"}, "muted": {"font_color": "#6B6B6B"}}
STATES = ["Đã hoàn thành", "Hoàn thành quá hạn", "Đang thực hiện", "Quá hạn, chưa hoàn thành", "Chưa đến hạn", "Chưa báo cáo"]
OFFICE_SHEET = "Số liệu theo đơn vị"


def load_plan(folder):
    plan = {}
    for name in ("plan", "elements", "indicators", "tasks", "rules"):
        plan |= tomllib.loads((folder / f"{name}.toml").read_text(encoding="utf-8"))
    ids = [office["id"] for office in plan["office"]]
    for element in plan["element"]:
        offices = element.get("offices", [])
        element["offices"] = ids if offices == ["*"] else offices
        element["members"] = frozenset(element["offices"])
    return plan


def read_file(path):
    """What one return says: its head, figures with their cells, tasks and texts, and how many cells are filled."""
    figures, tasks, info, texts, read, heads = {}, {}, {}, {}, 0, 0
    book = CalamineWorkbook.from_path(str(path))
    for sheet in book.sheet_names:
        rows = book.get_sheet_by_name(sheet).to_python(skip_empty_area=False)
        head = None
        for r, row in enumerate(rows):
            filled = len(row) - row.count("")
            read += filled
            if head is None and ("Mã" in row and ("Kỳ này" in row or "Trạng thái" in row) or "Mục" in row):
                head = {str(name).strip(): c for c, name in enumerate(row)}
                heads += filled
            elif head is None and row and str(row[0]).startswith(("Mã đơn vị", "Tên đơn vị", "Kỳ báo cáo", "Ngày lập")):
                info[row[0]] = row[1]
            elif head and "Kỳ này" in head and row[head["Mã"]]:
                figures[row[head["Mã"]]] = (row[head["Kỳ này"]], sheet, r, head["Kỳ này"])
            elif head and "Mục" in head and row[head["Mục"]] and row[head["Nội dung"]]:
                texts[row[head["Mục"]]] = row[head["Nội dung"]]
            elif head and "Mã" in head and row[head["Mã"]]:
                tasks[row[head["Mã"]]] = (row[head["Trạng thái"]], row[head["Ngày hoàn thành"]], row[head["Số, ký hiệu"]])
    return SimpleNamespace(info=info, figures=figures, tasks=tasks, texts=texts, read=read, heads=heads)


def number(raw):
    if isinstance(raw, (int, float)):
        return int(raw) if raw == int(raw) else Fraction(str(raw))
    text = str(raw).strip().replace(".", "").replace(",", ".").rstrip("%")
    try:
        value = Fraction(text)
        return value.numerator if value.denominator == 1 else value
    except ValueError:
        return None


def compile_expr(text):
    """The expression as a function of what gives an element's figure, its figure a period before and a count of tasks, and the names in it."""
    names = []

    def walk(node):
        if isinstance(node, ast.Expression):
            return walk(node.body)
        if isinstance(node, ast.Constant):
            value = number(node.value)
            return lambda get, prev, tasks: value
        if isinstance(node, ast.Name):
            names.append(node.id)
            return lambda get, prev, tasks, n=node.id: get(n)
        if isinstance(node, ast.Attribute):
            return lambda get, prev, tasks, n=node.attr: tasks(n)
        if isinstance(node, ast.Call):
            names.append(node.args[0].id)
            return lambda get, prev, tasks, n=node.args[0].id: prev(n)
        if isinstance(node, ast.UnaryOp):
            inner = walk(node.operand)
            return lambda get, prev, tasks: None if (v := inner(get, prev, tasks)) is None else -v
        left, right, op, divides = walk(node.left), walk(node.right), OPS[type(node.op)], isinstance(node.op, ast.Div)

        def binary(get, prev, tasks):
            a, b = left(get, prev, tasks), right(get, prev, tasks)
            return None if a is None or b is None or (divides and b == 0) else op(a, b)

        return binary

    return walk(ast.parse(text, mode="eval")), list(dict.fromkeys(names))


def cut(value, bounds=()):
    """Rounded to hundredths, but never onto or over a bound that the exact value does not reach."""
    sign = -1 if value < 0 else 1
    hundredths = sign * int(abs(value) * 100 + Fraction(1, 2))
    for bound in bounds:
        side, shown = (value > bound) - (value < bound), (hundredths > 100 * bound) - (hundredths < 100 * bound)
        if side != shown:
            hundredths += side
            break
    return Fraction(hundredths, 100)


def fmt(value, bounds=()):
    if value is None:
        return "–"
    if value.denominator == 1:
        return f"{int(value):,}".replace(",", ".")
    text = f"{float(cut(value, bounds)):,.2f}".rstrip("0").rstrip(".")
    return text.replace(",", " ").replace(".", ",").replace(" ", ".")


def day(text):
    return "/".join(reversed(str(text).split("-")))


def long_day(text):
    year, month, date = str(text).split("-")
    return f"ngày {date} tháng {month if month in ('01', '02') else int(month)} năm {year}"


def lower(text):
    return text[:1].lower() + text[1:]


def figures_of(plan, this, before):
    values, numbers = [], {}
    for office in plan["office"]:
        mine = this[office["id"]].figures if office["id"] in this else {}
        for element in plan["element"]:
            if "formula" in element or office["id"] not in element["members"]:
                continue
            raw, sheet, row, col = mine.get(element["id"], ("", "", 0, 0))
            text = element["kind"] in ("text", "choice")
            value = number(raw) if raw != "" and not text else None
            cumulative = value
            key = office["id"], element["id"]
            if before and value is not None and element.get("flow", "flow") == "flow":
                old = before.numbers.get(key, (None, None))[1]
                cumulative = None if old is None else old + value
            numbers[key] = (value, cumulative)
            values.append((office, element, value, cumulative, raw, sheet, row, col))
    return values, numbers


def task_rows(plan, this, period):
    """Every task with its state in words, as told by its office."""
    rows = []
    for task in plan.get("task", []):
        said = this[task["lead"]].tasks.get(task["id"]) if task["lead"] in this else None
        state, done_on, document = said or ("Chưa báo cáo", "", "")
        due = str(task.get("due", period["to"]))
        done = str(done_on).split("/")[::-1]
        if state == "Đã hoàn thành" and done > str(period["to"]).split("-"):
            state = "Đang thực hiện"
        if state == "Đã hoàn thành" and done > due.split("-"):
            state = "Hoàn thành quá hạn"
        elif state == "Đang thực hiện" and due < str(period["to"]):
            state = "Quá hạn, chưa hoàn thành"
        rows.append(SimpleNamespace(task=task, state=state, due=day(due), done_on=done_on, document=document))
    return rows


def tally(rows):
    states = Counter(row.state for row in rows)
    late, running, waiting, overdue, silent = (states[state] for state in ("Hoàn thành quá hạn", "Đang thực hiện", "Chưa đến hạn", "Quá hạn, chưa hoàn thành", "Chưa báo cáo"))
    return {"total": len(rows), "done": states["Đã hoàn thành"] + late, "done_late": late, "under_way": running, "not_due": waiting, "overdue": overdue, "not_reported": silent,
            "done_on_time": states["Đã hoàn thành"]}


def judge(r, ind, before):
    """One indicator: its pair, value, words and outcome."""
    column = 1 if ind.get("measure") == "cumulative" else 0
    get, prev, count = lambda name: r.totals[name, column], lambda name: None, r.counts.__getitem__
    n = r.compiled(ind["numerator"])[0](get, prev, count)
    d = r.compiled(ind["denominator"])[0](get, prev, count) if "denominator" in ind else None
    value = n if "denominator" not in ind else (Fraction(100 * n) / d if n is not None and d else None)
    target, unit = ind.get("target", {}), ind.get("unit", "")
    suffix = "%" if unit == "%" else f" {unit}"
    old = before.by_indicator[ind["id"]].value if before else None
    i = SimpleNamespace(ind=ind, n=n, d=d, value=value, old=old, suffix=suffix, column=column, bound=None, met=None, change="")
    i.title = f"{ind['clause']} {ind['name']}"
    if "value" in target:
        i.bound = number(float(target["value"]))
        i.met = None if value is None else COMPARE[target["op"]](value, i.bound)
        i.target = f"{SYMBOLS[target['op']]} {fmt(i.bound)}{suffix}"
        i.aim = f"từ {fmt(i.bound)}{suffix} trở lên" if target["op"] == ">=" and (unit != "%" or i.bound < 100) else f"{fmt(i.bound)}{suffix}"
        i.word = "Chưa đủ số liệu" if n is None else "Không tính được: mẫu số bằng 0" if value is None else "Đạt" if i.met else "Chưa đạt"
    else:
        down = target.get("trend") == "down"
        i.target = f"{'Giảm' if down else 'Tăng'} so với kỳ trước"
        i.aim = lower(i.target)
        if value is not None and old is not None:
            i.met = value < old if down else value > old
        i.word = "Chưa đủ số liệu" if i.met is None else "Cải thiện so với kỳ trước" if i.met else "Chưa cải thiện so với kỳ trước"
    i.bounds = tuple(b for b in dict.fromkeys((i.bound, 100, 0)) if b is not None)
    i.tone = TONES.get(i.word, "muted")
    i.rate = fmt(value, i.bounds) + (suffix if value is not None else "")
    i.pair = f"{fmt(n)}/{fmt(d)}" if d is not None else ""
    i.printed = f"{i.rate} ({i.pair})" if i.pair else i.rate
    if value is not None and old is not None:
        by = cut(value, i.bounds) - cut(old, i.bounds)
        way = "Không đổi" if by == 0 else f"{'Tăng' if by > 0 else 'Giảm'} {fmt(abs(by))}{' điểm %' if unit == '%' else suffix}"
        i.change = f"{way} so với {before.period['title']} ({fmt(old, i.bounds)}{suffix})"
    return i


def assess(plan, this, period, before, compiled):
    """Figures, totals, tasks and indicators of one period."""
    r = SimpleNamespace(plan=plan, this=this, period=period, before=before, compiled=compiled, few=len(plan["office"]) <= 20)
    r.elements = {e["id"]: e for e in plan["element"]}
    r.offices = {o["id"]: o["name"] for o in plan["office"]}
    r.forms = {f["id"]: f"Biểu {f['id'].removeprefix('B')}. {f['title']}" for f in plan.get("form", [])}
    r.values, r.numbers = figures_of(plan, this, before)
    r.by_element = {}
    for value in r.values:
        r.by_element.setdefault(value[1]["id"], []).append(value)
    r.totals = {}

    def total(element, column):
        key = element["id"], column
        if key not in r.totals:
            if "formula" in element:
                r.totals[key] = compiled(element["formula"])[0](lambda n: total(r.elements[n], column), lambda n: None, lambda n: 0)
            else:
                parts = [value[2 + column] for value in r.by_element.get(element["id"], [])]
                r.totals[key] = None if not parts or None in parts else sum(parts)
        return r.totals[key]

    for element in plan["element"]:
        for column in (0, 1):
            total(element, column)
    r.tasks = task_rows(plan, this, period)
    r.counts = tally(r.tasks)
    r.indicators = [judge(r, ind, before) for ind in plan["indicator"]]
    r.by_indicator = {i.ind["id"]: i for i in r.indicators}
    return r


def cell_of(this, office, element):
    if office not in this or element not in this[office].figures:
        return ""
    _, sheet, row, col = this[office].figures[element]
    return f"{this[office].path} › {sheet}!{chr(65 + col)}{row + 1}"


def in_words(r, text):
    """An expression with the printed names of its elements."""
    def name(match):
        if match[1]:
            return f"«{r.elements[match[1]]['name']}» (kỳ trước)"
        return f"số nhiệm vụ ({match[2]})" if match[2] else f"«{r.elements[match[3]]['name']}»"
    return re.sub(r"prev\((\w+)\)|tasks\.(\w+)|([a-z_]\w*)", name, text).replace("*", "×")


def check(r):
    """What breaks a rule: severity, code, office, places, message, found, needed, difference, advice."""
    findings = []
    for rule in r.plan.get("rule", []):
        if rule["op"] in ("both_or_none", "not_both"):
            continue
        (left, ln), (right, rn) = r.compiled(rule["left"]), r.compiled(rule["right"])
        sets = {tuple(r.elements[n]["offices"]) for n in ln + rn}
        tolerance = number(float(rule.get("tolerance", 0)))
        for office in sets.pop() if len(sets) == 1 and sets != {()} else [None]:
            if office:
                get = lambda n: r.numbers.get((office, n), (None,))[0]
                prev = lambda n: r.before.numbers.get((office, n), (None,))[0] if r.before else None
            else:
                get, prev = lambda n: r.totals[n, 0], lambda n: r.before.totals[n, 0] if r.before else None
            a, b = left(get, prev, r.counts.__getitem__), right(get, prev, r.counts.__getitem__)
            if a is None or b is None:
                continue
            gap = a - b
            broken = {"==": abs(gap) > tolerance, "<=": gap > tolerance, ">=": -gap > tolerance, "<": gap >= tolerance, ">": -gap >= tolerance}[rule["op"]]
            if broken:
                where = [cell_of(r.this, office or (r.elements[n]["offices"] or [""])[0], n) for n in ln + rn]
                message = f"{rule['name']}: {in_words(r, rule['left'])} = {fmt(a)}, {MUST[rule['op']]} {in_words(r, rule['right'])} = {fmt(b)}; chênh lệch {fmt(gap)}."
                advice = rule.get("fix", "Đối chiếu các ô nêu trên với sổ theo dõi, sửa ô sai rồi gửi lại.")
                findings.append((rule.get("severity", "error"), rule["code"], office or "", "\n".join(dict.fromkeys(w for w in where if w)), message, a, b, gap, advice))
    order = {office: k for k, office in enumerate(r.offices)}
    return sorted(findings, key=lambda f: order.get(f[2], len(order)))


def share_out(r):
    """For each indicator its numerator, denominator and source cells by office."""
    shares = {}
    for i in r.indicators:
        (n, names), (d, more) = r.compiled(i.ind["numerator"]), r.compiled(i.ind.get("denominator", "1"))
        named = [e for e in dict.fromkeys(names + more) if "formula" not in r.elements[e]]
        for office in r.offices:
            mine = [e for e in named if office in r.elements[e]["members"]]
            if mine:
                get = lambda e: r.numbers[office, e][i.column] if (office, e) in r.numbers else 0
                rounds = [past.this for past in history(r) if i.column and past.this] + [r.this]
                places = [(e, cell_of(this, office, e)) for e in mine for this in (rounds if r.elements[e].get("flow", "flow") == "flow" else [r.this])]
                pair = n(get, lambda x: None, r.counts.__getitem__), d(get, lambda x: None, r.counts.__getitem__) if "denominator" in i.ind else None
                shares.setdefault(i.ind["id"], []).append((office, *pair, mine[0], places))
    return shares


def history(r):
    """The earlier periods, first to last."""
    return [*history(r.before), r.before] if r.before else []


def rate_formula(n, d, bounds, places=2):
    """A quotient in hundredths that is neither rounded onto nor over a bound it does not reach."""
    rounded = f"ROUND({10**places}*{n}/{d},0)"
    text = rounded
    for bound in reversed(bounds):
        side = f"SIGN(ROUND({n}{less(bound)}{bound and '*' + d or ''},6))"
        text = f"IF(SIGN({rounded}{less(bound * 10**places)})<>{side},{rounded}+{side},{text})"
    return f'=IFERROR(IF({d}=0,"–",{text}/{10**places}),"–")'


def less(bound):
    return f"-{fmt_plain(bound)}" if bound else ""


def fmt_plain(value):
    return str(int(value)) if value.denominator == 1 else repr(float(value))


def sum_formula(area):
    return f'IF(OR(COUNTIF({area},"–")>0,COUNTA({area})=0),"–",SUM({area}))'


def excel(text, ref, bounds=(100, 0)):
    """An expression over elements as a live formula; ref gives the cell of an element or a count of tasks."""
    def walk(node):
        if isinstance(node, ast.Constant):
            return str(node.value)
        if isinstance(node, ast.BinOp):
            return f"({walk(node.left)}{SIGNS[type(node.op)]}{walk(node.right)})"
        if isinstance(node, ast.UnaryOp):
            return f"(-{walk(node.operand)})"
        return ref(f"tasks.{node.attr}" if isinstance(node, ast.Attribute) else node.id)

    node = ast.parse(text, mode="eval").body
    if isinstance(node, (ast.Name, ast.Attribute)):
        return f"={walk(node)}"
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div):
        return rate_formula(walk(node.left), walk(node.right), bounds)
    return f'=IFERROR({walk(node)},"–")'


class Book:
    """A workbook whose sheets share formats, print set-up and conditions on words."""

    def __init__(self, path):
        self.book = xlsxwriter.Workbook(path)
        base = {"font_name": "Times New Roman", "font_size": 12, "valign": "vcenter"}
        make = lambda **extra: self.book.add_format(base | extra)
        self.heading, self.head = make(bold=True, align="center", text_wrap=True), make(bold=True, align="center", text_wrap=True, border=1, bg_color="#D9E1F2")
        self.text, self.center = make(border=1, text_wrap=True), make(border=1, align="center", text_wrap=True)
        self.number, self.section = make(border=1, num_format="#,##0"), make(border=1, bold=True, bg_color="#F2F2F2")
        self.link = make(border=1, font_color="#0563C1", underline=1, text_wrap=True)
        self.fraction = self.book.add_format({"num_format": "#,##0.##"})
        self.tones = {tone: self.book.add_format(colours) for tone, colours in COLOURS.items()}

    def sheet(self, name, lines, columns, portrait=False):
        """A new sheet with its heading lines and head of columns (title, kind, width); gives the sheet and its first row of data."""
        sheet = self.book.add_worksheet(name)
        sheet.set_paper(9)
        if not portrait:
            sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=1.18, right=0.59, top=0.79, bottom=0.79)
        sheet.set_header('&C&"Times New Roman,Regular"&13&P')
        sheet.hide_gridlines(2)
        for row, line in enumerate(lines):
            if len(columns) > 1:
                sheet.merge_range(row, 0, row, len(columns) - 1, line, self.heading)
            else:
                sheet.write_string(row, 0, line, self.heading)
        for col, (_, _, width) in enumerate(columns):
            sheet.set_column(col, col, width)
        return sheet, len(lines)

    def heads(self, sheet, row, columns, freeze=True):
        for col, (title, _, _) in enumerate(columns):
            sheet.write_string(row, col, title, self.head)
        if freeze:
            sheet.repeat_rows(row)
            sheet.freeze_panes(row + 1, 0)

    def formats(self, columns):
        return [self.number if kind == "number" else self.center if kind == "center" else self.text for _, kind, _ in columns]

    def rows(self, sheet, row, columns, rows):
        """The rows of a table; a row with one cell heads a section. Gives the row after them."""
        formats, number_format = self.formats(columns), self.number
        for cells in rows:
            if len(cells) == 1:
                sheet.merge_range(row, 0, row, len(columns) - 1, cells[0], self.section)
            else:
                for col, value in enumerate(cells):
                    if value.__class__ is str:
                        if value:
                            sheet.write_string(row, col, value, formats[col])
                    elif value is not None:
                        sheet.write_number(row, col, float(value), number_format)
            row += 1
        return row

    def mark(self, sheet, first, last, columns, words):
        """Decimals where a number has them, and a colour for each word that stands in a column: (column, words)."""
        for col, (_, kind, _) in enumerate(columns):
            if kind == "number" and last >= first:
                cell = f"{chr(65 + col)}{first + 1}"
                sheet.conditional_format(first, col, last, col, {"type": "formula", "criteria": f"=IF(ISNUMBER({cell}),{cell}<>INT({cell}),FALSE)", "format": self.fraction})
        for col, found in words:
            for word in dict.fromkeys(found):
                if word in TONES and last >= first:
                    sheet.conditional_format(first, col, last, col, {"type": "cell", "criteria": "==", "value": f'"{word}"', "format": self.tones[TONES[word]]})

    def finish(self, sheet, last, columns, filter_from=None):
        sheet.print_area(0, 0, last, len(columns) - 1)
        if filter_from is not None:
            sheet.autofilter(filter_from, 0, last - 1, len(columns) - 1)


def formula(sheet, row, col, text, cell_format, value):
    shown = "–" if value is None else value if isinstance(value, str) else float(value)
    sheet.write_formula(row, col, text, cell_format, shown)


def span(r):
    return f"(Số liệu tính từ {long_day(r.period['from'])} đến {long_day(r.period['to'])})"


def attached(r):
    authority = r.plan["authority"]
    return f"(Kèm theo Báo cáo số      /{authority['number_suffix']} ngày     tháng     năm      của {authority['name']})"


def compared(r):
    before = f"Kỳ trước: {r.before.period['title']}" if r.before else "Chưa có số liệu kỳ trước"
    return f"({before}; chưa có số liệu cùng kỳ năm trước)"


def annex_columns(r):
    """Head, kind, width and content of the annex's columns in this kind of report."""
    period, cumulative = ("Kết quả (kỳ này)", "number", 14, "period"), ("Lũy kế", "number", 13, "cumulative")
    if r.period["kind"] != "quarter":
        period, cumulative = ("Kết quả (lũy kế)", "number", 14, "cumulative"), ("Kỳ này", "number", 13, "period")
    old = [("Kỳ trước", "number", 13, "previous"), ("Tăng, giảm (-) so với kỳ trước", "number", 13, "change")] if r.before else []
    return [("STT", "center", 7, "no"), ("Chỉ tiêu thống kê", "text", 52, "name"), ("Đơn vị tính", "center", 12, "unit"), period, cumulative, *old, ("Ghi chú", "text", 30, "note")]


def figure(r, element, what):
    """The figure of an annex cell."""
    if what in ("period", "cumulative"):
        return r.totals[element["id"], what == "cumulative"]
    old, now = r.before.totals[element["id"], 0], r.totals[element["id"], 0]
    shown = lambda v: cut(v, (100, 0)) if v is not None else None
    return shown(old) if what == "previous" else None if old is None or now is None else shown(now) - shown(old)


def chosen(element, raw):
    code = fmt_plain(number(raw)) if isinstance(raw, float) else str(raw)
    return next((choice["name"] for choice in element.get("choices", []) if choice["code"] == code), code)


def said(r, element):
    """What the offices wrote in a text or chose from a list."""
    told = [(office["name"], chosen(element, raw)) for office, _, _, _, raw, *_ in r.by_element.get(element["id"], []) if raw != ""]
    return told[0][1] if len(told) == 1 else "; ".join(f"{office}: {text}" for office, text in told)


class Report:
    """The report's workbook: overview, indicators, annexes, tasks and each office's figures, tied by formulas."""

    def __init__(self, r, path):
        self.r, self.book = r, Book(path)
        self.columns = annex_columns(r)
        self.letters = {what: chr(65 + col) for col, (*_, what) in enumerate(self.columns)}
        self.by_form = {}
        for element in r.plan["element"]:
            self.by_form.setdefault(element["form"], []).append(element)
        self.places = {e["id"]: (form, 9 + k) for form, elements in self.by_form.items() for k, e in enumerate(elements)}
        self.areas, row = [], 6
        for area in r.plan.get("area", []):
            tasks = [t for t in r.tasks if t.task["area"] == area["id"]]
            if tasks:
                self.areas.append((area["title"], tasks, f"'Nhiệm vụ'!$G${row + 2}:$G${row + 1 + len(tasks)}"))
                row += 1 + len(tasks)
        self.blocks, row = {}, 5
        for element in r.plan["element"]:
            if "formula" not in element:
                self.blocks[element["id"]] = row
                row += len(r.by_element.get(element["id"], []))
        self.task_total = None
        self.overview()
        self.indicators()
        for form, elements in self.by_form.items():
            self.annex(form, elements)
        self.task_list()
        self.by_office()
        self.book.book.close()

    def ref(self, what, sheet=None):
        """A function from an element or a count of tasks to the cell where it stands."""
        def cell(name):
            if name.startswith("tasks."):
                column = {"total": "B", "done": "C", "done_late": "D", "under_way": "E", "not_due": "F", "overdue": "G", "not_reported": "H"}[name.removeprefix("tasks.")]
                return f"'Tổng hợp'!${column}${self.task_total}"
            form, row = self.places[name]
            return f"${self.letters[what]}${row}" if form == sheet else f"'{form}'!${self.letters[what]}${row}"
        return cell

    def overview(self):
        r, book = self.r, self.book
        columns = [("", "text", 46)] + [("", "number", 14)] * (8 if self.areas else 2)
        sheet, row = book.sheet("Tổng hợp", ["DỰ THẢO", "Tổng hợp kết quả", span(r), "Chỉ tiêu của kế hoạch"], columns)
        row = self.outcomes(sheet, row) + 1
        row = self.attainment(sheet, row, columns) + 1
        row = self.dossiers(sheet, row, columns)
        if self.areas:
            row = self.task_counts(sheet, row + 1, columns)
        book.finish(sheet, row, columns)

    def outcomes(self, sheet, row):
        book, r = self.book, self.r
        book.heads(sheet, row, [("Chỉ tiêu", "text", 0), ("Số chỉ tiêu", "number", 0)], freeze=False)
        counts, first = Counter(i.word for i in r.indicators), row + 1
        for word, n in counts.items():
            row += 1
            sheet.write_string(row, 0, word, book.text)
            formula(sheet, row, 1, f"=COUNTIF('Chỉ tiêu'!$K$5:$K${4 + len(r.indicators)},\"{word}\")", book.number, n)
        sheet.write_string(row + 1, 0, "Tổng số", book.section)
        sheet.write_number(row + 1, 1, len(r.indicators), book.number)
        book.mark(sheet, first, row, [("", "text", 0), ("", "number", 0)], [(0, counts)])
        return row + 2

    def chart(self, sheet, row, title, kind, series, rows, size):
        """A chart of columns of the table in these rows: (column, style)."""
        chart = self.book.book.add_chart(kind)
        for col, style in series:
            chart.add_series({"name": ["Tổng hợp", rows[0] - 1, col], "categories": ["Tổng hợp", rows[0], 0, rows[1], 0], "values": ["Tổng hợp", rows[0], col, rows[1], col]} | style)
        chart.set_title({"name": title, "name_font": {"name": "Times New Roman", "size": 13}})
        chart.set_legend({"position": "bottom"})
        chart.set_y_axis({"reverse": kind["type"] == "bar", "major_gridlines": {"visible": kind["type"] != "bar"}})
        chart.set_size({"width": 900, "height": size})
        sheet.insert_chart(row, 3 if kind.get("subtype") is None else 0, chart)

    def attainment(self, sheet, row, columns):
        book = self.book
        title = "Kết quả so với mục tiêu theo từng chỉ tiêu (%)"
        sheet.merge_range(row, 0, row, len(columns) - 1, title, book.heading)
        heads = [("Khoản", "text", 0), ("Kết quả (%)", "number", 0), ("Mục tiêu (%)", "number", 0)]
        book.heads(sheet, row + 1, heads, freeze=False)
        first = row = row + 2
        for k, i in enumerate(self.r.indicators):
            if i.suffix == "%":
                sheet.write_string(row, 0, i.ind["clause"], book.text)
                formula(sheet, row, 1, f"='Chỉ tiêu'!$F${5 + k}", book.number, i.value if i.value is None else cut(i.value, i.bounds))
                goal = i.bound if i.bound is not None else i.old
                if goal is not None:
                    sheet.write_number(row, 2, float(cut(goal)), book.number)
                row += 1
        book.mark(sheet, first, row - 1, heads, [])
        self.chart(sheet, first - 1, title, {"type": "bar"}, [(1, {"fill": {"color": "#2F6DB5"}}), (2, {"fill": {"color": "#BFBFBF"}, "pattern": {"pattern": "wide_upward_diagonal", "fg_color": "#7F7F7F"}})], (first, row - 1), 420)
        return max(row, first + 16)

    def dossiers(self, sheet, row, columns):
        """Dossiers resolved in time and late, by period."""
        r, book = self.r, self.book
        named = {e["dossier"]: e["id"] for e in r.plan["element"] if "dossier" in e}
        parts = [named.get(f"resolved.{part}") for part in ("early", "on_time", "late")]
        if None in parts:
            return row
        title = "Hồ sơ giải quyết đúng hạn và quá hạn theo kỳ (hồ sơ)"
        sheet.merge_range(row, 0, row, len(columns) - 1, title, book.heading)
        heads = [("Kỳ", "text", 0), ("Trước hạn và đúng hạn", "number", 0), ("Quá hạn", "number", 0)]
        book.heads(sheet, row + 1, heads, freeze=False)
        first = row = row + 2
        for past in history(r):
            early, on_time, late = (past.totals[part, 0] for part in parts)
            row = book.rows(sheet, row, heads, [(past.period["title"], None if early is None or on_time is None else early + on_time, late)])
        early, on_time, late = (r.totals[part, 0] for part in parts)
        sheet.write_string(row, 0, r.period["title"], book.text)
        formula(sheet, row, 1, excel(f"{parts[0]} + {parts[1]}", self.ref("period")), book.number, None if early is None or on_time is None else early + on_time)
        formula(sheet, row, 2, excel(parts[2], self.ref("period")), book.number, late)
        book.mark(sheet, first, row, heads, [])
        self.chart(sheet, row + 1, title, {"type": "column", "subtype": "stacked"}, [(1, {"fill": {"color": "#3C8D50"}}), (2, {"fill": {"color": "#C0392B"}})], (first, row), 300)
        return row + 16

    def task_counts(self, sheet, row, columns):
        r, book = self.r, self.book
        title = "Nhiệm vụ của kế hoạch"
        sheet.merge_range(row, 0, row, len(columns) - 1, title, book.heading)
        heads = [("Lĩnh vực", "text", 0)] + [(t, "number", 0) for t in ("Tổng số", "Đã hoàn thành", "Trong đó quá hạn", "Đang thực hiện", "Chưa đến hạn", "Quá hạn chưa hoàn thành", "Chưa báo cáo", "Tỷ lệ hoàn thành (%)")]
        table = row + 19
        book.heads(sheet, table - 1, heads, freeze=False)
        states = [STATES, STATES[:2], STATES[1:2], STATES[2:3], STATES[4:5], STATES[3:4], STATES[5:6]]
        lines = [(title, tally(tasks), area) for title, tasks, area in self.areas] + [("Tổng cộng", r.counts, None)]
        row = table
        for title, counts, area in lines:
            sheet.write_string(row, 0, title, book.text)
            for col, (words, key) in enumerate(zip(states, ("total", "done", "done_late", "under_way", "not_due", "overdue", "not_reported")), 1):
                text = "+".join(f'COUNTIF({area},"{word}")' for word in words) if area else sum_formula(f"${chr(65 + col)}${table + 1}:${chr(65 + col)}${row}")
                formula(sheet, row, col, f"={text}", book.number, counts[key])
            value = Fraction(100 * counts["done"], counts["total"]) if counts["total"] else None
            formula(sheet, row, 8, rate_formula(f"(100*C{row + 1})", f"B{row + 1}", (100, 0)), book.number, value if value is None else cut(value, (100, 0)))
            row += 1
        self.task_total = row
        book.mark(sheet, table, row - 1, heads, [])
        colours = ((2, "#3C8D50"), (4, "#2F6DB5"), (5, "#BFBFBF"), (6, "#C0392B"), (7, "#E0A030"))
        self.chart(sheet, table - 18, "Tiến độ nhiệm vụ theo lĩnh vực (nhiệm vụ)", {"type": "bar", "subtype": "stacked"}, [(col, {"fill": {"color": colour}}) for col, colour in colours], (table, row - 2), 340)
        return row

    def indicators(self):
        r, book = self.r, self.book
        columns = [("TT", "number", 6), ("Chỉ tiêu", "text", 52), ("Mục tiêu", "center", 14), ("Tử số", "number", 12), ("Mẫu số", "number", 12), ("Kết quả", "number", 12),
                   ("So với mục tiêu", "number", 16), ("Kỳ trước", "number", 12), ("So với kỳ trước", "text", 26), ("Cùng kỳ năm trước", "number", 12), ("Đánh giá", "text", 18)]
        sheet, row = book.sheet("Chỉ tiêu", ["DỰ THẢO", "Kết quả thực hiện các chỉ tiêu", span(r)], columns)
        book.heads(sheet, row, columns)
        first = row + 1
        for row, i in enumerate(r.indicators, first):
            old = cut(i.old, i.bounds) if i.old is not None else "–"
            book.rows(sheet, row, columns, [(row - first + 1, i.title, i.target, None, None, None, None, old, i.change, "–", "")])
            self.indicator(sheet, row, i)
        book.mark(sheet, first, row, columns, [(7, ["–"]), (9, ["–"]), (10, [i.word for i in r.indicators])])
        book.finish(sheet, row + 1, columns)

    def indicator(self, sheet, row, i):
        """Numerator, denominator, rate, bar and outcome of one indicator as formulas."""
        book, at = self.book, row + 1
        ref = self.ref("cumulative" if i.column else "period")
        shown = i.value if i.value is None else cut(i.value, i.bounds)
        formula(sheet, row, 3, excel(i.ind["numerator"], ref), book.number, i.n)
        n, d = (f"(100*D{at})", f"E{at}") if "denominator" in i.ind else (f"D{at}", "1")
        if "denominator" in i.ind:
            formula(sheet, row, 4, excel(i.ind["denominator"], ref), book.number, i.d)
        formula(sheet, row, 5, rate_formula(n, d, i.bounds), book.number, shown)
        if i.suffix == "%":
            formula(sheet, row, 6, f"=F{at}", book.number, shown)
            sheet.conditional_format(row, 6, row, 6, {"type": "data_bar", "bar_only": True, "bar_solid": True, "min_type": "num", "min_value": 0, "max_type": "num", "max_value": 100})
        if i.bound is None:
            sheet.write_string(row, 10, i.word, book.text)
            return
        sign = i.ind["target"]["op"].replace("==", "=")
        outcome = f'IF(ROUND({n}-{fmt_plain(i.bound)}*{d},6){sign}0,"Đạt","Chưa đạt")'
        if "denominator" in i.ind:
            outcome = f'IF({d}=0,IF(D{at}=0,"Không phát sinh","Không tính được: mẫu số bằng 0"),{outcome})'
        formula(sheet, row, 10, f'=IF(COUNT(D{at},{d})<2,"Chưa đủ số liệu",{outcome})', book.text, i.word)

    def annex(self, form, elements):
        r, book, columns = self.r, self.book, [column[:3] for column in self.columns]
        lines = ["DỰ THẢO", "Phụ lục I", "THỐNG KÊ SỐ LIỆU KẾT QUẢ THỰC HIỆN CÔNG TÁC CẢI CÁCH HÀNH CHÍNH", attached(r), r.forms.get(form, form), span(r), compared(r)]
        sheet, row = book.sheet(form, lines, columns)
        book.heads(sheet, row, columns)
        first = row + 1
        for row, element in enumerate(elements, first):
            for col, (_, kind, _, what) in enumerate(self.columns):
                if kind != "number":
                    text = element.get(what, "")
                    if what == "name" and element["kind"] == "text" and (written := said(r, element)):
                        text += f"\n{written}"
                    if text:
                        sheet.write_string(row, col, text, book.text if kind == "text" else book.center)
                elif element["kind"] in ("text", "choice"):
                    if what in ("period", "cumulative") and element["kind"] == "choice" and (text := said(r, element)):
                        sheet.write_string(row, col, text, book.text)
                elif what == "previous":
                    old = figure(r, element, what)
                    sheet.write_string(row, col, "–", book.number) if old is None else sheet.write_number(row, col, float(old), book.number)
                else:
                    value = figure(r, element, what)
                    formula(sheet, row, col, self.annex_formula(form, element, what, row + 1), book.number, value if value is None else cut(value, (100, 0)))
        book.mark(sheet, first, row, columns, [])
        sheet.ignore_errors({"number_stored_as_text": f"A{first}:A{row + 1}"})
        book.finish(sheet, row + 1, columns)

    def annex_formula(self, form, element, what, row):
        if what == "change":
            return f'=IFERROR((${self.letters["period"]}${row}-${self.letters["previous"]}${row}),"–")'
        if "formula" in element:
            return excel(element["formula"], self.ref(what, form))
        column = "G" if what == "cumulative" and element.get("flow", "flow") == "flow" else "F"
        first = self.blocks[element["id"]]
        last = first + len(self.r.by_element.get(element["id"], [])) - 1
        return "=" + sum_formula(f"'{OFFICE_SHEET}'!${column}${first}" + (f":${column}${last}" if last > first else ""))

    def task_list(self):
        r, book = self.r, self.book
        columns = [("TT", "number", 6), ("Mã", "center", 9), ("Nhiệm vụ", "text", 61), ("Đơn vị chủ trì", "text", 25), ("Sản phẩm", "text", 25), ("Thời hạn", "center", 13), ("Trạng thái", "text", 23), ("Ngày hoàn thành", "center", 13), ("Số, ký hiệu", "text", 19), ("Ghi chú", "text", 25)]
        sheet, row = book.sheet("Nhiệm vụ", ["DỰ THẢO", "Phụ lục II", "TỔNG HỢP TIẾN ĐỘ THỰC HIỆN NHIỆM VỤ THEO KẾ HOẠCH", attached(r), span(r)], columns)
        book.heads(sheet, row, columns)
        last = book.rows(sheet, row + 1, columns, task_lines(r, self.areas))
        if r.tasks:
            book.mark(sheet, row + 1, last - 1, columns[:1], [(6, [t.state for t in r.tasks])])
        book.finish(sheet, last, columns)

    def by_office(self):
        """Each office's figures, grouped by element; the cumulative figure is a formula over the figure of the period."""
        r, book = self.r, self.book
        columns = [("Mã", "text", 24), ("STT", "center", 8), ("Chỉ tiêu thống kê", "text", 52), ("Đơn vị tính", "center", 12), ("Đơn vị", "text", 32), ("Kỳ này", "number", 14), ("Lũy kế", "number", 14), ("Ghi chú", "text", 24)]
        sheet, top = book.sheet(OFFICE_SHEET, ["DỰ THẢO", OFFICE_SHEET, span(r)], columns)
        book.heads(sheet, top, columns)
        text, center, number_format, row = book.text, book.center, book.number, top
        for element in r.plan["element"]:
            flows = element.get("flow", "flow") == "flow"
            printed = element["id"], element["no"], element["name"], element.get("unit", "")
            worded = element["kind"] in ("text", "choice")
            for office, _, value, cumulative, raw, *_ in r.by_element.get(element["id"], []):
                row += 1
                sheet.write_string(row, 0, printed[0], text)
                sheet.write_string(row, 1, printed[1], center)
                sheet.write_string(row, 2, printed[2], text)
                sheet.write_string(row, 3, printed[3], center)
                sheet.write_string(row, 4, office["name"], text)
                if worded:
                    sheet.write_string(row, 5, chosen(element, raw), text)
                    continue
                if value is None:
                    sheet.write_string(row, 5, "–", number_format)
                else:
                    sheet.write_number(row, 5, float(value), number_format)
                if flows and r.before:
                    old = None if cumulative is None else cumulative - value
                    live = f'=IFERROR(({"0" if old is None else fmt_plain(old)}+{sum_formula(f"F{row + 1}")}),"–")'
                else:
                    live = f"=F{row + 1}"
                sheet.write_formula(row, 6, live, number_format, "–" if cumulative is None else float(cumulative))
        book.mark(sheet, top + 1, row, columns, [])
        book.finish(sheet, row + 1, columns, filter_from=top)


def task_lines(r, areas):
    lines, n = [], 0
    for title, tasks, _ in areas:
        lines.append((title,))
        for t in tasks:
            n += 1
            lines.append((n, t.task["id"], t.task["name"], r.offices[t.task["lead"]], t.task.get("product", ""), t.due, t.state, str(t.done_on), str(t.document), ""))
    return lines


def table(name, ident, columns, rows, lines=None, words=(), empty="", facets=(), sort=True):
    """A table of the working papers. On (row, column) hang links (another table's row), notes (lines of text) and anchors (links of the page alone)."""
    return SimpleNamespace(name=name, id=ident, columns=columns, rows=rows, lines=lines or [name], words=words, empty=empty, facets=facets, filter=sort, links={}, notes={}, anchors={})


def working_papers(r, findings, shares, files):
    """The tables of the working papers, for workbook and page alike."""
    seen = Counter((f[0], f[2]) for f in findings)
    total = Counter(f[0] for f in findings)
    kinds = Counter((f[0], f[1]) for f in findings)
    names = {rule["code"]: rule["name"] for rule in r.plan.get("rule", [])}
    sent = [o for o in r.offices if o in r.this]
    due = str(r.period.get("office_due", r.period["to"])).split("-")
    on_time = [o for o in sent if str(r.this[o].info.get("Ngày lập", "")).split("/")[::-1] <= due]
    share = lambda n: f"{n}/{len(r.offices)} đơn vị ({fmt(Fraction(100 * n, len(r.offices)))}%)"
    verdict = f"CÒN LỖI: {total['error']} lỗi, {total['warning']} cảnh báo, {total['notice']} lưu ý; báo cáo còn là dự thảo cho đến khi sửa hết lỗi."
    conclusion = table("Kết luận", "ket-luan", [("Mức", "center", 14), ("Mã", "center", 28), ("Loại phát hiện", "text", 60), ("Số lượng", "number", 10)],
                       [(SEVERITY[s], code, names[code], n) for (s, code), n in kinds.items()], words=[0], sort=False,
                       lines=[f"Kết quả kiểm tra số liệu cải cách hành chính {lower(r.period['title'])}", verdict, f"Tỷ lệ báo cáo: {share(len(sent))}; báo cáo đúng hạn: {share(len(on_time))}."])
    in_time = set(on_time)
    offices = table("Đơn vị", "don-vi", [("TT", "number", 6), ("Đơn vị", "text", 40), ("Tình trạng", "text", 30), ("Thời hạn", "center", 12), ("Thời điểm nhận", "center", 14), ("Căn cứ", "text", 24), ("Lỗi", "number", 8), ("Cảnh báo", "number", 10), ("Lưu ý", "number", 8)],
                    [(k, name, "Chưa gửi" if o not in r.this else "Đã tiếp nhận, còn điểm cần sửa" if seen["error", o] or seen["warning", o] else "Đã tiếp nhận", "Đúng hạn" if o in in_time else "Quá hạn",
                      str(r.this[o].info.get("Ngày lập", "")) if o in r.this else "", "Ngày lập ghi trên biểu", *(seen[s, o] for s in SEVERITY)) for k, (o, name) in enumerate(r.offices.items(), 1)], words=[2, 3])
    everyone = "Toàn xã"
    found = table("Phát hiện", "phat-hien", [("Mức", "center", 12), ("Mã", "center", 24), ("Đơn vị", "text", 30), ("Vị trí (tệp, trang tính, ô)", "text", 40), ("Nội dung", "text", 60), ("Đang ghi", "number", 12), ("Cần là", "number", 12), ("Chênh lệch", "number", 12), ("Cách xử lý", "text", 50)],
                  [(SEVERITY[f[0]], f[1], r.offices.get(f[2], everyone), *f[3:]) for f in findings], words=[0], facets=(("Mức", 0), ("Đơn vị", 2)))
    first = {}
    for k, f in enumerate(findings):
        first.setdefault((f[0], f[2]), k)
    for k, o in enumerate(r.offices):
        offices.anchors |= {(k, 6 + col): (found, first[s, o]) for col, s in enumerate(SEVERITY) if (s, o) in first}
    unchecked = table("Chưa kiểm tra", "chua-kiem-tra", [("Chưa kiểm tra", "text", 60)], [], empty="Mọi quy tắc đều đã được kiểm tra.")
    derivations = table("Diễn giải chỉ tiêu", "dien-giai", [("Mã", "text", 14), ("Khoản", "center", 8), ("Chỉ tiêu", "text", 60), ("Công thức tử số", "text", 40), ("Công thức mẫu số", "text", 40), ("Cột", "center", 10), ("Tử số", "number", 12), ("Mẫu số", "number", 12), ("Kết quả in trong báo cáo", "text", 24), ("Mục tiêu", "center", 14), ("Đánh giá", "text", 18), ("Lý do", "text", 20)],
                        [(i.ind["id"], i.ind["clause"], i.ind["name"], i.ind["numerator"], i.ind.get("denominator", ""), "Lũy kế" if i.column else "Kỳ này", i.n, "–" if i.d is None else i.d, i.printed, i.target, i.word, "") for i in r.indicators], words=[7, 10], sort=False)
    by_office = table("Chỉ tiêu theo đơn vị", "chi-tieu-don-vi", [("Khoản", "center", 8), ("Đơn vị", "text", 40), ("Tử số", "number", 14), ("Mẫu số", "number", 14), ("Nguồn (số liệu: tệp, trang tính, ô)", "text", 80)], [], words=[3])
    source_row = {}
    sources = table("Nguồn số liệu", "nguon-so-lieu", [("Đơn vị", "text", 30), ("Mã", "text", 24), ("Chỉ tiêu thống kê", "text", 50), ("Trạng thái", "text", 12), ("Kỳ này", "number", 12), ("Ô ghi gì", "text", 14), ("Ô", "center", 8), ("Lũy kế", "number", 12), ("Ô lũy kế ghi gì", "text", 14), ("Ô lũy kế", "center", 8), ("Tệp", "text", 30), ("Trang tính", "text", 14)], [], facets=(("Đơn vị", 0),))
    for o, e, value, cumulative, raw, sheet, row, col in r.values:
        source_row[o["id"], e["id"]] = len(sources.rows)
        told = "Có số liệu" if raw != "" else "Trống"
        if r.before and cumulative is not None and e.get("flow", "flow") == "flow":
            sources.notes[len(sources.rows), 7] = [cell for p in (*history(r), r) if (cell := cell_of(p.this, o["id"], e["id"]))]
        raw = fmt_plain(number(raw)) if raw.__class__ is float else str(raw)
        sources.rows.append((o["name"], e["id"], e["name"], told, value, raw, f"{chr(65 + col)}{row + 1}", cumulative, "", "", r.this[o["id"]].path if o["id"] in r.this else "", sheet))
    for k, i in enumerate(r.indicators):
        mine = shares.get(i.ind["id"], [])
        if mine:
            derivations.links[k, 1] = by_office, len(by_office.rows)
            derivations.notes[k, 8] = [cell for *_, places in mine for _, cell in places if cell]
            by_office.links[len(by_office.rows), 0] = derivations, k
        for office, n, d, element, places in mine:
            by_office.links[len(by_office.rows), 1] = sources, source_row[office, element]
            by_office.rows.append((i.ind["clause"], r.offices[office], n, "–" if d is None else d, "\n".join(f"{e}: {cell}" for e, cell in places if cell)))
    corrections = table("Điều chỉnh", "dieu-chinh", [("Điều chỉnh", "text", 60)], [], empty="Không có điều chỉnh số liệu.")
    read = table("Tệp", "tep", [("Tệp", "text", 40), ("Đơn vị", "text", 30), ("Kỳ", "center", 10), ("Sử dụng", "center", 9), ("Lý do", "text", 20), ("Ô đã đọc", "number", 10), ("Ô sử dụng", "number", 10), ("Ô không dùng", "number", 12), ("Vì sao không dùng", "text", 30), ("SHA-256", "text", 70)], files, words=[3])
    return [conclusion, offices, found, unchecked, derivations, by_office, sources, corrections, read]


def file_lines(r):
    lines = []
    for office, f in sorted(r.this.items(), key=lambda item: item[1].path):
        used = sum(1 for value in f.figures.values() if value[0] != "") + sum(1 for t in f.tasks.values() for part in t if part != "") + len(f.info) + len(f.texts)
        labels = f.read - used - f.heads
        lines.append((f.path, r.offices[office], r.period["id"], "Có", "", f.read, used, f.read - used, f"{f.heads} ô: tên cột\n{labels} ô: nhãn in sẵn của biểu", f.digest))
    return lines


def write_papers(papers, path):
    book = Book(path)
    top = {t.name: len(t.lines) + 2 for t in papers}
    for t in papers:
        if not t.rows and t.empty:
            sheet, row = book.sheet(t.name, t.lines, t.columns)
            sheet.write_string(row, 0, t.empty, book.text)
            book.finish(sheet, row + 1, t.columns)
            continue
        sheet, row = book.sheet(t.name, t.lines, t.columns, portrait=t.name == "Kết luận")
        book.heads(sheet, row, t.columns)
        last = book.rows(sheet, row + 1, t.columns, t.rows)
        for (k, col), (other, target) in t.links.items():
            sheet.write_url(row + 1 + k, col, f"internal:'{other.name}'!A{top[other.name] + target}", book.link, t.rows[k][col])
        for (k, col), lines in t.notes.items():
            if len(lines) <= 20:
                sheet.write_comment(row + 1 + k, col, "Nguồn:\n" + "\n".join(lines), {"x_scale": 2.5})
        book.mark(sheet, row + 1, last - 1, [], [(col, dict.fromkeys(line[col] for line in t.rows if isinstance(line[col], str))) for col in t.words])
        book.finish(sheet, last, t.columns, filter_from=row if t.filter else None)
    book.book.close()


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
        mine = this.get(office["id"])
        info, said = (mine.info, mine.tasks) if mine else ({}, {})
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
            address = place.split("\n")[0].rsplit("!", 1)[-1]
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

class Cell(NamedTuple):
    """A cell of a page: what it shows, its derivation, where it leads, and its colour or bar."""

    text: str
    lines: tuple = ()
    href: str = ""
    tone: str = ""
    bar: object = None


class Row(NamedTuple):
    cells: list
    id: str = ""
    kind: str = ""
    facets: tuple = ()


PAGE = """<!DOCTYPE html>
<html lang="vi"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-{{ hash }}'">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<title>{{ title }}</title>
<style>{{ style|safe }}</style></head>
<body class="{{ kind }}"><a class="skip" href="#noi-dung">Đến nội dung</a>
<nav class="outline" aria-label="Mục lục"><p>Mục lục</p><ol>
{% for id, text, below in outline %}<li><a href="#{{ id }}">{{ text }}</a>{% if below %}<ol>
{% for id, text in below %}<li><a href="#{{ id }}">{{ text }}</a></li>
{% endfor %}</ol>{% endif %}</li>
{% endfor %}</ol></nav>
<main id="noi-dung">
{% if kind == "report" %}<p class="draft">DỰ THẢO</p>{% endif %}
{%- macro bar(b) %}<svg class="bar {{ b.tone }}" role="img" aria-label="{{ b.label }}"><rect class="track" y="3" width="100%" height="10" rx="2"/><rect class="value" y="3" height="10" rx="2" width="{{ b.width }}%"/>{% if b.goal is not none %}<line class="target" y1="0" y2="16" x1="{{ b.goal }}%" x2="{{ b.goal }}%"/>{% endif %}</svg>{% endmacro %}
{%- macro draw_table(t) %}<div class="{{ t.style }}">
{% if t.filters %}<div class="filter">{% for f in t.filters %}<fieldset><legend>Lọc theo: {{ f.legend }}</legend>
<label><input type="radio" name="{{ f.name }}" checked> Tất cả <span class="count">{{ t.rows|length }}</span></label>
{% for word, n in f.options %}<label><input type="radio" name="{{ f.name }}" id="{{ f.name }}v{{ loop.index }}"> {{ word }} <span class="count">{{ n }}</span></label>
{% endfor %}</fieldset>{% endfor %}</div><p class="nothing">Không có dòng nào khớp cả hai điều kiện lọc.</p>{% endif %}
<div class="scroll" role="group" aria-label="{{ t.title }}" tabindex="0"><table id="{{ t.id }}"><caption>{{ t.title }}</caption>
<colgroup>{% for c in t.columns %}<col>{% endfor %}</colgroup>
<thead><tr>
{% for c in t.columns %}<th scope="col"{% if c[1] != "text" %} class="{{ c[1] }}"{% endif %}>{{ c[0] }}</th>
{% endfor %}</tr></thead><tbody>
{% for row in t.rows %}{% if row.kind == "section" %}<tr class="section"><th scope="rowgroup" colspan="{{ t.columns|length }}">{{ row.cells[0] }}</th></tr>
{% else %}<tr{% if row.id %} id="{{ row.id }}"{% endif %}{% if row.kind %} class="{{ row.kind }}"{% endif %}{% for f in row.facets %} data-f{{ loop.index0 }}="{{ f }}"{% endfor %}>
{%- for c in row.cells %}{% set k = t.kinds[loop.index0] %}{% if loop.index0 == t.main %}<th scope="row">{% elif k %}<td class="{{ k }}">{% else %}<td>{% endif %}
{%- if c is string %}{{ c }}{% elif c.bar %}{{ bar(c.bar) }}{% else %}
{%- if c.lines %}<details><summary>{% endif %}{% if c.href %}<a href="#{{ c.href }}">{% endif %}
{%- if c.tone %}<span class="{{ 'figure' if k == 'number' else 'badge' }} {{ c.tone }}">{{ c.text }}</span>{% else %}{{ c.text }}{% endif %}
{%- if c.href %}</a>{% endif %}{% if c.lines %}<span class="aside"> – diễn giải</span></summary><ul>{% for line in c.lines %}<li>{{ line }}</li>{% endfor %}</ul></details>{% endif %}{% endif %}
{%- if loop.index0 == t.main %}</th>{% else %}</td>{% endif %}{% endfor %}</tr>
{% endif %}{% endfor %}</tbody></table></div></div>
{% endmacro %}
{%- macro draw_chart(c) %}<figure class="chart" id="{{ c.id }}"><figcaption>{{ c.title }}</figcaption><ul class="legend">
{% for tone, text in c.legend %}<li><svg class="swatch" width="14" height="14" aria-hidden="true"><rect width="14" height="14" class="piece solid {{ tone }}"/></svg> {{ text }}</li>
{% endfor %}</ul>
<svg width="100%" height="{{ c.height }}" role="img" aria-labelledby="{{ c.id }}-ten {{ c.id }}-loi"><title id="{{ c.id }}-ten">{{ c.title }}</title><desc id="{{ c.id }}-loi">{{ c.told }}</desc>
{%- for kind, x, y, w, h in c.rects %}<rect class="{{ kind }}" x="{{ x }}%" y="{{ y }}" width="{{ w }}%" height="{{ h }}"/>{% endfor %}
{%- for x, y, to in c.lines %}<line class="target" x1="{{ x }}%" y1="{{ y }}" x2="{{ x }}%" y2="{{ to }}"/>{% endfor %}
{%- for kind, x, y, text in c.texts %}<text class="{{ kind }}" x="{{ x }}%" y="{{ y }}" paint-order="stroke">{{ text }}</text>{% endfor %}</svg></figure>
{% endmacro %}
{%- macro draw_cards(cards) %}<ul class="cards">
{% for i in cards %}<li class="card"><h3>{{ i.title }}</h3>
<p class="headline"><strong>{{ i.rate }}</strong> <span class="badge {{ i.tone }}">{{ i.word }}</span></p>
{% if i.bar %}{{ bar(i.bar) }}{% endif %}
<dl>{% if i.pair %}<div><dt>Tử số/mẫu số</dt><dd>{{ i.pair }}</dd></div>{% endif %}<div><dt>Mục tiêu</dt><dd>{{ i.target }}</dd></div></dl>
{% if i.change %}<p class="change">{{ i.change }}</p>{% endif %}
<details><summary>Diễn giải<span class="aside"> của {{ i.title }}</span></summary><ul>
{% for line in i.lines %}<li>{{ line }}</li>
{% endfor %}</ul></details></li>
{% endfor %}</ul>
{% endmacro %}
{%- macro draw_part(part) %}<div class="part" id="{{ part.id }}">
{% if part.title %}<h{{ part.level }}>{{ part.title }}</h{{ part.level }}>{% endif %}
{% for kind, block in part.blocks %}{% if kind == "table" %}{{ draw_table(block) }}{% elif kind == "chart" %}{{ draw_chart(block) }}{% elif kind == "cards" %}{{ draw_cards(block) }}{% elif kind == "h3" %}<h3>{{ block }}</h3>
{% else %}<p class="{{ kind }}">{{ block }}</p>
{% endif %}{% endfor %}</div>
{% endmacro %}
<div class="sheet">
{% if letter %}<header class="letterhead"><div class="authority">{% for line in letter.lines %}<p>{{ line }}</p>{% endfor %}<hr><p class="number">{{ letter.number }}</p></div>
<div class="nation"><p>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p><p class="motto"><span>Độc lập - Tự do - Hạnh phúc</span></p><p class="date">{{ letter.date }}</p></div></header>
<h1><span class="genre">BÁO CÁO</span> <span class="subject">{{ letter.subject }}</span></h1><hr class="under-title">
<p class="addressee">{{ letter.addressee }}</p>
{% for basis in letter.bases %}<p class="basis">{{ basis }}</p>
{% endfor %}{% else %}<h1>{{ title }}</h1>{% endif %}
{% for part in text %}{{ draw_part(part) }}{% endfor %}
{% if letter %}<div class="signature"><div class="copies"><p>Nơi nhận:</p><ul>
{% for line in letter.copies %}<li>{{ line }}</li>
{% endfor %}</ul></div><div class="signer"><p>TM. {{ letter.lines[0] }}</p><p>{{ letter.title }}</p><p class="name">{{ letter.signer }}</p></div></div>{% endif %}
</div>
{% for group in groups %}<div class="{{ group.kind }}">
{% if group.label %}<header class="annex-head" id="{{ group.id }}"><h2><span class="annex-label">{{ group.label }}</span> <span class="annex-title">{{ group.title }}</span></h2><p class="caption">{{ group.attached }}</p></header>{% endif %}
{% for part in group.parts %}{{ draw_part(part) }}{% endfor %}</div>
{% endfor %}</main></body></html>
"""


def part(ident, title, blocks, level=2):
    return SimpleNamespace(id=ident, title=title, blocks=blocks, level=level)


class Page:
    """The tables of a page, each with its own column widths and filters in the style sheet."""

    def __init__(self):
        self.styles = []

    def table(self, ident, title, columns, rows, main, facets=()):
        t = SimpleNamespace(id=ident, title=title, columns=columns, kinds=["" if kind == "text" else kind for _, kind, *_ in columns], rows=rows, main=main, style=f"t{len(self.styles) + 1}", filters=[])
        wide = sum(width for *_, width in columns)
        css = [f"@media screen {{ .{t.style} table {{ min-width: {wide * 0.25:.0f}em; max-width: {wide * 0.9:.0f}em; }} }}"]
        css += [f".{t.style} col:nth-child({n}) {{ width: {100 * width / wide:.1f}%; }}" for n, (*_, width) in enumerate(columns, 1)]
        for k, (legend, options) in enumerate(facets):
            name = f"{t.style}f{k}"
            t.filters.append(SimpleNamespace(legend=legend, name=name, options=list(options.items())))
            css += [f'@media screen {{ .{t.style}:has(#{name}v{n}:checked) tr[data-f{k}]:not([data-f{k}="{n}"]), .{t.style}:has(#{name}v{n}:checked) tbody:not(:has([data-f{k}="{n}"])) {{ display: none; }} }}' for n in range(1, len(options) + 1)]
        self.styles += ["\n".join(css)]
        return "table", t

    def render(self, template, path, **content):
        style = (ROOT / "templates/html/style.css").read_text(encoding="utf-8") + "\n".join(self.styles)
        digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
        path.write_text(template.render(style=style, hash=digest, **content), encoding="utf-8")


class Words:
    """The sentences and derivations of the report."""

    def __init__(self, r, shares):
        self.r, self.shares = r, shares
        self.named = {e["id"]: f"“{e['name']}” (Biểu {e['form'].removeprefix('B')}, mục {e['no']})" for e in r.plan["element"]}
        self.counts = {"total": "số nhiệm vụ của kế hoạch", "done": "số nhiệm vụ đã hoàn thành", "overdue": "số nhiệm vụ quá hạn"}

    def expression(self, text):
        return re.sub(r"tasks\.(\w+)|([a-z_]\w*)", lambda m: self.counts.get(m[1], m[1]) if m[1] else self.named[m[2]], text).replace("*", "×")

    def element(self, element, what):
        """How a figure of the annex comes about."""
        r = self.r
        column = what == "cumulative"
        if what == "previous":
            return (f"Số liệu của {lower(r.before.period['title'])}",)
        if what == "change":
            return (f"{fmt(r.totals[element['id'], 0], (100, 0))} − {fmt(r.before.totals[element['id'], 0], (100, 0))}",)
        if "formula" in element:
            names = r.compiled(element["formula"])[1]
            return (f"Cách tính: {self.expression(element['formula'])}", *(f"{self.named[n]}: {fmt(r.totals[n, column], (100, 0))}" for n in names))
        told = r.by_element.get(element["id"], [])
        if not r.few:
            return (f"Số liệu của {sum(1 for v in told if v[2 + column] is not None)}/{len(told)} đơn vị", f"Cộng: {fmt(r.totals[element['id'], column])}")
        before = (f"Kỳ trước: {fmt(r.before.totals[element['id'], 0])}",) if r.before else ()
        return (*(f"{v[0]['name']}: {fmt(v[2 + column])}" for v in told), *before)

    def indicator(self, i):
        """How an indicator comes about."""
        r, mine = self.r, self.shares.get(i.ind["id"], [])
        lines = [f"Tử số: {self.expression(i.ind['numerator'])} = {fmt(i.n)}"]
        if i.d is not None:
            lines.append(f"Mẫu số: {self.expression(i.ind['denominator'])} = {fmt(i.d)}")
        lines.append(f"Cột số liệu: {'lũy kế' if i.column else 'kỳ này'}")
        if i.d and i.value is not None:
            rounded = "" if i.value == cut(i.value) else " (làm tròn đến 2 chữ số thập phân)"
            lines.append(f"Kết quả: {fmt(i.n)} × 100 / {fmt(i.d)} = {i.rate}{rounded}")
        lines.append(f"Mục tiêu: {i.target}")
        if i.old is not None:
            lines.append(f"{r.before.period['title']}: {fmt(i.old, i.bounds)}{i.suffix}")
        if r.few:
            lines += [f"{r.offices[office]}: {fmt(n)}" + (f"/{fmt(d)}" if d is not None else "") for office, n, d, *_ in mine]
        elif mine:
            lines.append(f"Số liệu của {len(mine)}/{len(r.offices)} đơn vị")
        return tuple(lines)

    def sentence(self, i):
        change = f", {lower(i.change)}" if i.change else ""
        return f"- {i.ind['name']} (mục {i.ind['clause']} của Kế hoạch): {i.printed}{change}; mục tiêu: {i.aim}; đánh giá: {lower(i.word)}."

    def figure(self, element):
        if element["kind"] in ("text", "choice"):
            value = said(self.r, element) or "–"
        else:
            total = self.r.totals[element["id"], 1]
            unit = element.get("unit", "")
            value = fmt(total, (100, 0)) + ("%" if unit == "%" else f" {lower(unit)}" if unit not in ("", "-") else "")
        return f"- {element['name']}: {value}."

    def progress(self, counts):
        return f"đã hoàn thành {counts['done']:02}/{counts['total']:02} nhiệm vụ (đạt {fmt(Fraction(100 * counts['done'], counts['total']))}%)"

    def plan(self):
        c, title = self.r.counts, self.r.plan["plan"]["title"]
        if not c["total"]:
            return [f"{title} không giao nhiệm vụ cụ thể."]
        late = f", {c['done_late']:02} nhiệm vụ quá hạn" if c["done_late"] else ""
        lines = [f"{title} đề ra {c['total']:02} nhiệm vụ. Đến hết {long_day(self.r.period['to'])}, {self.progress(c)}, trong đó {c['done_on_time']:02} nhiệm vụ đúng hạn{late}."]
        told = (("under_way", "Đang thực hiện {} nhiệm vụ."), ("not_due", "Chưa đến hạn {} nhiệm vụ."), ("overdue", "Quá hạn chưa hoàn thành {} nhiệm vụ."), ("not_reported", "Chưa có báo cáo về {} nhiệm vụ."))
        return lines + [text.format(f"{c[key]:02}") for key, text in told if c[key]]

    def piece(self, piece, page):
        """The blocks of one piece of the outline (templates/text/outline.toml)."""
        r = self.r
        authority, title = r.plan["authority"]["name"], lower(r.period["title"])
        match piece:
            case {"sentence": "opening"}:
                return [("body", f"Thực hiện {r.plan['plan']['title']}, {authority} báo cáo kết quả công tác cải cách hành chính {title} như sau:")]
            case {"sentence": "plan"}:
                return [("body", line) for line in self.plan()]
            case {"sentence": "assessment"}:
                words = "; ".join(f"{n:02} chỉ tiêu {lower(word)}" for word, n in Counter(i.word for i in r.indicators).items())
                lines = [f"Kế hoạch có {len(r.indicators)} chỉ tiêu, trong đó: {words}."]
                return [("body", line) for line in lines + ([f"Về nhiệm vụ: {self.progress(r.counts)}."] if r.tasks else [])]
            case {"sentence": "closing"}:
                return [("body", "Số liệu thống kê chi tiết nêu tại Phụ lục I, tiến độ từng nhiệm vụ nêu tại Phụ lục II kèm theo Báo cáo này."),
                        ("body", f"Trên đây là báo cáo kết quả công tác cải cách hành chính {title} của {authority}, kính gửi {r.plan['recipient']['name']} tổng hợp./.")]
            case {"tasks": section}:
                areas = [(a["title"], [t for t in r.tasks if t.task["area"] == a["id"]]) for a in r.plan.get("area", []) if a.get("section") == section]
                return [("body", f"{name}: {self.progress(tally(tasks))}.") for name, tasks in areas if tasks]
            case {"indicators": clauses}:
                return [("body", self.sentence(i)) for i in r.indicators if re.match(rf"({'|'.join(map(re.escape, clauses))})(?!\d)", i.ind["clause"])]
            case {"figures": wanted}:
                return [("body", self.figure(e)) for e in r.plan["element"] if e["form"] == wanted["form"] and (e["no"] + ".").startswith(wanted["no"] + ".")]
            case {"narrative": wanted}:
                offices = [o for o in r.this if o in wanted.get("only", r.offices) and o not in wanted.get("except", [])]
                texts = [("body", str(r.this[o].texts[wanted["of"]])) for o in offices if wanted["of"] in r.this[o].texts]
                return texts or ([] if wanted.get("optional") else [("missing", "(Chưa có nội dung báo cáo)")])
            case {"indicator_table": _}:
                columns = [("TT", "center", 6), ("Chỉ tiêu", "text", 52), ("Mục tiêu", "center", 14), ("Kết quả", "number", 20), ("Đánh giá", "text", 18)]
                return [page.table("chi-tieu-short", "1. Kết quả đạt được", columns, [Row([str(k), i.title, i.target, Cell(i.printed, i.lines), Cell(i.word, tone=i.tone)]) for k, i in enumerate(r.indicators, 1)], 1)]
        return []

    def letter(self, page):
        outline = tomllib.loads((ROOT / "templates/text/outline.toml").read_text(encoding="utf-8"))
        following = self.following()
        kind, parts = self.r.period["kind"], []
        for p in outline["part"]:
            blocks = [block for piece in p.get("pieces", []) for block in self.piece(piece, page)]
            for section in p.get("section", []):
                if kind in section.get("kinds", [kind]):
                    inner = [block for piece in section["pieces"] for block in self.piece(piece, page)]
                    blocks += [("h3", section["title"]), *inner] if inner else []
            parts.append(part(p["id"], p.get("title", "").replace("{{period.next_in_capitals}}", following.upper()), blocks))
        return parts

    def following(self):
        year, quarter = int(self.r.period["id"][:4]), self.r.period["id"][-1]
        if self.r.period["kind"] == "year":
            return f"năm {year + 1}"
        return f"quý I năm {year + 1}" if quarter == "4" else f"quý {'II III IV'.split()[int(quarter) - 1]} năm {year}"


def width_of(value, most):
    return round(float(min(max(value, 0), most) * 100 / most), 1)


def attainment_chart(r):
    shown = [i for i in r.indicators if i.suffix == "%" and i.value is not None]
    most = max([100] + [i.value for i in shown] + [i.bound or i.old or 0 for i in shown])
    c = SimpleNamespace(id="bieu-do-ty-le", title="Kết quả so với mục tiêu theo từng chỉ tiêu (%)", height=30 * len(shown), legend=[("", "Kết quả (%)"), ("muted", "Mục tiêu (%)")], rects=[], lines=[], texts=[])
    c.told = "; ".join(f"{i.ind['clause']}: {i.rate}, mục tiêu {i.aim}" for i in shown) + "."
    for k, i in enumerate(shown):
        y, goal = 30 * k, i.bound if i.bound is not None else i.old
        c.rects += [("track", 12, y, 60, 16), ("piece solid", 12, y, round(0.6 * width_of(i.value, most), 2), 16)]
        c.texts += [("label", 0, y + 13, i.ind["clause"]), ("figure", 75, y + 10, fmt(i.value, i.bounds))]
        if goal is not None:
            at = round(12 + 0.6 * width_of(goal, most), 2)
            c.lines.append((at, y, y + 19))
            c.texts.append(("note", 75, y + 23, f"mục tiêu {fmt(cut(goal))}"))
    return c


def dossier_chart(lines):
    most = max(1, *(early + late for _, early, late in lines))
    c = SimpleNamespace(id="bieu-do-ho-so", title="Hồ sơ giải quyết đúng hạn và quá hạn theo kỳ (hồ sơ)", height=224, legend=[("good", "Trước hạn và đúng hạn"), ("bad", "Quá hạn")], rects=[], lines=[], texts=[])
    c.told = "; ".join(f"{title}: trước hạn và đúng hạn {fmt(early)}, quá hạn {fmt(late)}" for title, early, late in lines) + "."
    step = 100 / len(lines)
    for k, (title, early, late) in enumerate(lines):
        x, middle, y = round(step * (k + 0.2), 1), round(step * (k + 0.5), 1), 200
        for tone, n in (("good", early), ("bad", late)):
            high = round(180 * n / most)
            y -= high
            c.rects.append((f"piece solid {tone}", x, y, round(step * 0.6, 1), high))
            c.texts.append((f"on {tone}", middle, y + high // 2 + 4, fmt(n)))
        c.texts += [("figure middle", middle, y - 6, fmt(early + late)), ("label middle", middle, 218, title)]
    return c


def task_chart(areas):
    states = (("done", "good", "Đã hoàn thành"), ("under_way", "", "Đang thực hiện"), ("not_due", "muted", "Chưa đến hạn"), ("overdue", "bad", "Quá hạn chưa hoàn thành"), ("not_reported", "warn", "Chưa báo cáo"))
    counted = [(title, tally(tasks)) for title, tasks, _ in areas]
    c = SimpleNamespace(id="bieu-do-nhiem-vu", title="Tiến độ nhiệm vụ theo lĩnh vực (nhiệm vụ)", height=50 * len(areas), legend=[(tone, text) for _, tone, text in states], rects=[], lines=[], texts=[])
    c.told = "; ".join(f"{title}: hoàn thành {counts['done']}/{counts['total']} nhiệm vụ" for title, counts in counted) + "."
    most = max(counts["total"] for _, counts in counted)
    for k, (title, counts) in enumerate(counted):
        x, y = 0, 50 * k
        c.texts.append(("label", 0, y + 13, title))
        for key, tone, _ in states:
            if counts[key]:
                wide = round(88 * counts[key] / most, 2)
                c.rects.append((f"piece solid {tone}", x, y + 19, wide, 20))
                c.texts.append((f"on {tone}", round(x + wide / 2, 2), y + 33, fmt(counts[key])))
                x += wide
        c.texts.append(("figure", round(x + 2, 2), y + 33, f"{counts['done']}/{counts['total']}"))
    return c


def overview_part(r, words, areas, page):
    """Cards, charts and their tables."""
    count = [("", "text", 30), ("", "number", 12)]
    counts = {word: [i.title for i in r.indicators if i.word == word] for word in dict.fromkeys(i.word for i in r.indicators)}
    rows = [Row([Cell(word, tone=TONES.get(word, "muted")), Cell(str(len(titles)), titles)]) for word, titles in counts.items()]
    rows.append(Row(["Tổng số", Cell(str(len(r.indicators)), [i.title for i in r.indicators])], kind="total"))
    blocks = [("caption", span(r)), ("cards", r.indicators), page.table("tong-hop-chi-tieu", "Chỉ tiêu của kế hoạch", [("Chỉ tiêu", *count[0][1:]), ("Số chỉ tiêu", *count[1][1:])], rows, 0)]
    chart = attainment_chart(r)
    rows = []
    for i in r.indicators:
        if i.suffix == "%":
            goal = i.bound if i.bound is not None else i.old
            rows.append(Row([i.ind["clause"], Cell(fmt(i.value, i.bounds), i.lines), Cell(fmt(goal and cut(goal)), [i.target])]))
    blocks += [("h3", chart.title), ("chart", chart), page.table("tong-hop-ty-le", chart.title, [("Khoản", *count[0][1:]), ("Kết quả (%)", *count[1][1:]), ("Mục tiêu (%)", *count[1][1:])], rows, 0)]
    named = {e["dossier"]: e["id"] for e in r.plan["element"] if "dossier" in e}
    parts = [named.get(f"resolved.{part}") for part in ("early", "on_time", "late")]
    told = [(p.period["title"], *(p.totals[part, 0] for part in parts)) for p in (*history(r), r)] if None not in parts else []
    lines = [(title, early + on_time, late) for title, early, on_time, late in told if None not in (early, on_time, late)]
    if lines:
        chart = dossier_chart(lines)
        in_time, late = (f"{words.named[parts[0]]} + {words.named[parts[1]]}",), (words.named[parts[2]],)
        rows = [Row([title, Cell(fmt(a), in_time), Cell(fmt(b), late)]) for title, a, b in lines]
        blocks += [("h3", chart.title), ("chart", chart), page.table("tong-hop-ho-so", chart.title, [("Kỳ", *count[0][1:]), ("Trước hạn và đúng hạn", *count[1][1:]), ("Quá hạn", *count[1][1:])], rows, 0)]
    if areas:
        blocks += [("h3", "Nhiệm vụ của kế hoạch"), ("chart", task_chart(areas)), task_table(r, areas, page)]
    return part("tong-hop", "Tổng hợp kết quả", blocks)


def task_table(r, areas, page):
    groups = (("Tổng số", STATES), ("Đã hoàn thành", STATES[:2]), ("Trong đó quá hạn", STATES[1:2]), ("Đang thực hiện", STATES[2:3]), ("Chưa đến hạn", STATES[4:5]), ("Quá hạn chưa hoàn thành", STATES[3:4]), ("Chưa báo cáo", STATES[5:]))
    rows = []
    for title, tasks, last in [(title, tasks, False) for title, tasks, _ in areas] + [("Tổng cộng", r.tasks, True)]:
        cells = [title]
        for _, states in groups:
            ids = [t.task["id"] for t in tasks if t.state in states]
            cells.append(Cell(str(len(ids)), (", ".join(ids) or "Không có nhiệm vụ nào",)))
        done = tally(tasks)["done"]
        cells.append(Cell(f"{fmt(Fraction(100 * done, len(tasks)), (100, 0))}%", (f"{done} × 100 / {len(tasks)}",)))
        rows.append(Row(cells, kind="total" if last else ""))
    columns = [("Lĩnh vực", "text", 40), *((title, "number", 12) for title, _ in groups), ("Tỷ lệ hoàn thành (%)", "number", 12)]
    return page.table("tong-hop-nhiem-vu", "Nhiệm vụ của kế hoạch", columns, rows, 0)


def indicator_part(r, page):
    columns = [("TT", "center", 6), ("Chỉ tiêu", "text", 52), ("Mục tiêu", "center", 14), ("Tử số", "number", 12), ("Mẫu số", "number", 12), ("Kết quả", "number", 12), ("So với mục tiêu", "text", 16), ("Kỳ trước", "number", 12), ("So với kỳ trước", "text", 26), ("Cùng kỳ năm trước", "number", 12), ("Đánh giá", "text", 18)]
    none, rows = Cell("–", tone="muted"), []
    for k, i in enumerate(r.indicators, 1):
        old = Cell(f"{fmt(i.old, i.bounds)}{i.suffix}", (f"Số liệu của {lower(r.before.period['title'])}",)) if i.old is not None else none
        change = Cell(i.change, (f"{fmt(i.value, i.bounds)} − {fmt(i.old, i.bounds)}",)) if i.change else ""
        rows.append(Row([str(k), i.title, i.target, Cell(fmt(i.n), i.lines[:1]), Cell(fmt(i.d), i.lines[1:2]) if i.d is not None else none, Cell(i.rate, i.lines, tone=i.tone), Cell("", bar=i.bar) if i.bar else "", old, change, none, Cell(i.word, tone=i.tone)]))
    return part("chi-tieu", "Kết quả thực hiện các chỉ tiêu", [("caption", span(r)), page.table("bang-chi-tieu", "Kết quả thực hiện các chỉ tiêu", columns, rows, 1)])


def annex_part(r, words, form, elements, page):
    layout, rows = annex_columns(r), []
    for e in elements:
        worded, cells = e["kind"] in ("text", "choice"), []
        for _, kind, _, what in layout:
            if kind != "number" or worded:
                told = said(r, e) if worded and what in (("period", "cumulative") if e["kind"] == "choice" else ("name",)) else ""
                cells.append(told if kind == "number" else "\n".join(filter(None, (e.get(what, ""), told))))
            else:
                value = figure(r, e, what)
                cells.append(Cell(fmt(value, (100, 0)), words.element(e, what)) if value is not None else Cell("–", tone="muted"))
        rows.append(Row(cells, kind="total" if "formula" in e else ""))
    title = r.forms.get(form, form)
    return part(form, title, [("caption", span(r)), ("caption", compared(r)), page.table(f"bang-{form}", title, [column[:3] for column in layout], rows, 1)], level=3)


def report_page(r, areas, shares, path, template):
    page, words, authority = Page(), Words(r, shares), r.plan["authority"]
    for i in r.indicators:
        i.lines = words.indicator(i)
        goal = i.bound if i.bound is not None else i.old
        i.bar = SimpleNamespace(tone=i.tone, label=f"{i.printed}; mục tiêu: {i.target}", width=width_of(i.value, 100), goal=None if goal is None else width_of(goal, 100)) if i.suffix == "%" and i.value is not None else None
    letter = SimpleNamespace(lines=authority.get("lines", [authority["name"].upper()]), number=f"Số:      /{authority['number_suffix']}", date=f"{authority['place']}, ngày     tháng     năm", bases=[f"{b}{'.' if last else ';'}" for b, last in zip(authority.get("bases", []), [False] * (len(authority.get("bases", [])) - 1) + [True])],
                             subject=f"Kết quả công tác cải cách hành chính {lower(r.period['title'])}, phương hướng, nhiệm vụ {words.following()}", addressee=f"Kính gửi: {r.plan['recipient']['name']}.",
                             copies=[f"- {c};" for c in authority.get("copies", [])], title=authority["signer_title"], signer=authority["signer_name"])
    text = words.letter(page)
    forms = {}
    for e in r.plan["element"]:
        forms.setdefault(e["form"], []).append(e)
    screen = [overview_part(r, words, areas, page), indicator_part(r, page)]
    annexes = [annex_part(r, words, form, elements, page) for form, elements in forms.items()]
    columns = [("TT", "center", 6), ("Mã", "center", 9), ("Nhiệm vụ", "text", 61), ("Đơn vị chủ trì", "text", 25), ("Sản phẩm", "text", 25), ("Thời hạn", "center", 13), ("Trạng thái", "text", 23), ("Ngày hoàn thành", "center", 13), ("Số, ký hiệu", "text", 19), ("Ghi chú", "text", 25)]
    rows = [Row(list(line), kind="section") if len(line) == 1 else Row([str(line[0]), *line[1:6], Cell(line[6], tone=TONES.get(line[6], "muted")), *line[7:]]) for line in task_lines(r, areas)]
    tasks = part("nhiem-vu", "", [("caption", span(r)), page.table("bang-nhiem-vu", "Tổng hợp tiến độ thực hiện nhiệm vụ theo kế hoạch", columns, rows, 2)])
    titles = "THỐNG KÊ SỐ LIỆU KẾT QUẢ THỰC HIỆN CÔNG TÁC CẢI CÁCH HÀNH CHÍNH", "TỔNG HỢP TIẾN ĐỘ THỰC HIỆN NHIỆM VỤ THEO KẾ HOẠCH"
    groups = [SimpleNamespace(kind="screen", label="", parts=screen), SimpleNamespace(kind="annex a1", id="phu-luc-1", label="Phụ lục I", title=titles[0], attached=attached(r), parts=annexes),
              SimpleNamespace(kind="annex a2", id="phu-luc-2", label="Phụ lục II", title=titles[1], attached=attached(r), parts=[tasks])]
    outline = [(p.id, p.title, []) for p in text + screen if p.title]
    outline += [("phu-luc-1", f"Phụ lục I. {titles[0].capitalize()}", [(p.id, p.title) for p in annexes]), ("phu-luc-2", f"Phụ lục II. {titles[1].capitalize()}", [])]
    page.render(template, path, title=f"Báo cáo: {letter.subject}", kind="report", outline=outline, letter=letter, text=text, groups=groups)


def paper_part(page, t):
    """One table of the working papers as part of the page."""
    if not t.rows and t.empty:
        return part(t.id, t.name, [("body", t.empty)])
    rows, last = [], None
    facets = [(legend, Counter(line[col] for line in t.rows)) for legend, col in t.facets]
    places = [{word: k for k, word in enumerate(options, 1)} for _, options in facets]
    for k, line in enumerate(t.rows[:500] if t.id == "phat-hien" else t.rows):
        if t.id == "phat-hien" and line[2] != last:
            last = line[2]
            rows.append(Row([last], kind="section"))
        cells = [value if value.__class__ is str else "" if value is None else fmt(value) for value in line]
        for col in t.words:
            cells[col] = Cell(cells[col], tone=TONES.get(cells[col], ""))
        for col in range(len(cells)) if t.links or t.notes or t.anchors else ():
            link, lines = t.links.get((k, col)) or t.anchors.get((k, col)), t.notes.get((k, col), ())
            if link or lines:
                cells[col] = Cell(cells[col], lines, f"{link[0].id}-{link[1] + 1}" if link else "")
        rows.append(Row(cells, f"{t.id}-{k + 1}" if t.id != "tep" else "", facets=[place[line[col]] for place, (_, col) in zip(places, t.facets)]))
    main = next(k for k, (_, kind, _) in enumerate(t.columns) if kind == "text")
    blocks = [("verdict", line) for line in t.lines[1:]]
    return part(t.id, "" if blocks else t.name, [*blocks, page.table(f"bang-{t.id}", t.lines[0], t.columns, rows, main, facets)])


def write_pages(r, areas, shares, papers, out, period):
    cache = jinja2.FileSystemBytecodeCache()
    template = jinja2.Environment(autoescape=True, loader=jinja2.DictLoader({"page": PAGE}), bytecode_cache=cache).get_template("page")
    report_page(r, areas, shares, out / f"bao-cao-cchc-{period}.html", template)
    page = Page()
    shown = [t for t in papers if r.few or t.id not in ("chi-tieu-don-vi", "nguon-so-lieu")]
    for t in shown if not r.few else ():
        t.links = {}
    parts = [paper_part(page, t) for t in shown]
    outline = [(t.id, t.name, []) for t in shown]
    page.render(template, out / f"kiem-tra-cchc-{period}.html", title=papers[0].lines[0], kind="papers", outline=outline, letter=None, text=parts[:1], groups=[SimpleNamespace(kind="leaf", label="", parts=[p]) for p in parts[1:]])


def write_report(r, findings, shares, out):
    """report.json: every value with its source, totals, history, indicators, tasks and findings."""
    text = lambda v: None if v is None else fmt_plain(v) if v.denominator == 1 else f"{float(v):.6f}"
    totals = lambda p: [{"element": e, "measure": "cumulative" if column else "period", "value": text(v)} for (e, column), v in p.totals.items()]
    values = []
    for o, e, value, cumulative, raw, sheet, row, col in r.values:
        source = {"file": r.this[o["id"]].path if o["id"] in r.this else None, "sheet": sheet, "cell": f"{chr(65 + col)}{row + 1}"}
        for measure, x in (("period", value), ("cumulative", cumulative)):
            values.append({"office": o["id"], "element": e["id"], "measure": measure, "state": "blank" if x is None else "value", "value": text(x), "raw": str(raw), "corrected": None, "source": source})
    report = {
        "values": values,
        "totals": totals(r),
        "history": {"periods": [{"id": p.period["id"], "title": p.period["title"], "totals": totals(p), "values": {i.ind["id"]: text(i.value) for i in p.indicators}} for p in history(r)],
                    "year_before": None, "previous": [line for line in totals(r.before) if line["value"] is not None] if r.before else []},
        "indicators": [{"id": i.ind["id"], "clause": i.ind["clause"], "name": i.ind["name"], "numerator": text(i.n), "denominator": text(i.d), "value": text(i.value), "printed": i.printed, "target": i.ind.get("target"), "status": i.word,
                        "by_office": [{"office": o, "numerator": text(n), "denominator": text(d)} for o, n, d, *_ in shares.get(i.ind["id"], [])],
                        "sources": [{"office": o, "element": e, "cell": cell} for o, _, _, _, places in shares.get(i.ind["id"], []) for e, cell in places]} for i in r.indicators],
        "tasks": [{"id": t.task["id"], "office": t.task["lead"], "status": t.state, "done_on": str(t.done_on), "document": str(t.document)} for t in r.tasks],
        "files": [{"path": f[0], "office": f[1], "cells": {"read": f[5], "used": f[6], "ignored": f[7]}, "sha256": f[9]} for f in file_lines(r)],
        "findings": [{"severity": s, "code": code, "office": office, "places": place.split("\n"), "message": message, "provided": text(a), "expected": text(b), "difference": text(gap), "fix": fix} for s, code, office, place, message, a, b, gap, fix in findings],
    }
    (out / "report.json").write_text(json.dumps(report, ensure_ascii=False), encoding="utf-8")


def main(source, out, period, returns="returns"):
    source, out = pathlib.Path(source), pathlib.Path(out)
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    plan = load_plan(source / "plan")
    known = {}

    def compiled(text):
        if text not in known:
            known[text] = compile_expr(text)
        return known[text]

    r, inputs = None, []
    for p in plan["period"]:
        this = {}
        for path in sorted((source / p["id"]).glob("*.xlsx")):
            content = read_file(path)
            content.digest, content.path = hashlib.sha256(path.read_bytes()).hexdigest(), f"{p['id']}/{path.name}"
            this[content.info["Mã đơn vị"]] = content
            inputs.append({"path": content.path, "sha256": content.digest})
        if this:
            r = assess(plan, this, p, r, compiled)
        if p["id"] == period:
            break
    findings, shares = check(r), share_out(r)
    papers = working_papers(r, findings, shares, file_lines(r))
    areas = Report(r, out / f"bao-cao-cchc-{period}.xlsx").areas
    write_papers(papers, out / f"kiem-tra-cchc-{period}.xlsx")
    write_pages(r, areas, shares, papers, out, period)
    if returns == "returns":
        write_returns(plan, r.this, r.values, findings, out)
    write_report(r, findings, shares, out)
    outputs = [{"path": str(f.relative_to(out)), "sha256": hashlib.sha256(f.read_bytes()).hexdigest()} for f in sorted(out.rglob("*")) if f.is_file()]
    (out / "manifest.json").write_text(json.dumps({"inputs": inputs, "outputs": outputs}), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
