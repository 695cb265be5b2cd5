"""Ten years of a commune in one ledger: makes them, then times what looks back.

Usage: history.py [PROGRAM]     prints a section of docs/measurements.md; exit status 1 if anything takes longer than it may.
Forty quarters of five offices over the shipped plan, each reported once and, as every second quarter has an office send again, once more.
"Lũy kế" begins anew each year, as the plan of each year says.
"""

import datetime
import pathlib
import random
import re
import shutil
import subprocess
import sys
import time
import tomllib

from generate import ROOT, form

WORK = ROOT / "target/measure/history"
QUARTERS, MOST_SECONDS, REPEATS = 40, 0.2, 9
TITLES = ["I", "II", "III", "IV"]


def periods():
    """Quarters from the third of 2025 on, as the plan writes them."""
    year, quarter = 2025, 3
    for _ in range(QUARTERS):
        first = datetime.date(year, 3 * quarter - 2, 1)
        last = datetime.date(year + quarter // 4, 3 * quarter % 12 + 1, 1) - datetime.timedelta(days=1)
        yield {"id": f"{year}-Q{quarter}", "title": f"Quý {TITLES[quarter - 1]} năm {year}", "from": first, "to": last}
        year, quarter = (year + 1, 1) if quarter == 4 else (year, quarter + 1)


def write_plan(folder):
    folder.mkdir(parents=True)
    for file in (ROOT / "input/plan").glob("*.toml"):
        shutil.copy(file, folder)
    text = (folder / "plan.toml").read_text(encoding="utf-8")
    blocks = text.split("\n[[")
    others = [block for block in blocks if not block.startswith("period]]")]
    made = []
    for period in periods():
        due = period["to"] + datetime.timedelta(days=4)
        made.append(f'period]]\nid = "{period["id"]}"\ntitle = "{period["title"]}"\nkind = "quarter"\nfrom = "{period["from"]}"\n'
                    f'to = "{period["to"]}"\noffice_due = "{due}"\nreport_due = "{due}"\n')
    (folder / "plan.toml").write_text("\n[[".join(others + made), encoding="utf-8")


def main(program=ROOT / "target/release/cchc"):
    shutil.rmtree(WORK, ignore_errors=True)
    source, out = WORK / "input", WORK / "output"
    write_plan(source / "plan")
    read = lambda name: tomllib.loads((source / "plan" / f"{name}.toml").read_text(encoding="utf-8"))
    plan, elements, tasks = read("plan"), read("elements")["element"], read("tasks").get("task", [])
    command = [program, "--input", source, "--output", out]
    rng = random.Random(2025)
    periods_of_plan = list(periods())

    def send(period, office, name):
        asked = [e for e in elements if "formula" not in e and (office["id"] in e["offices"] or e["offices"] == ["*"])]
        led = [task for task in tasks if task["lead"] == office["id"]]
        form(source / period["id"] / name, plan, office, period["id"], asked, led, rng)

    def report(period):
        began = max(periods_of_plan[0]["from"], datetime.date(period["to"].year, 1, 1))
        kept = (source / "plan/plan.toml").read_text(encoding="utf-8")
        (source / "plan/plan.toml").write_text(re.sub(r"cumulative_from = .*", f'cumulative_from = "{began}"', kept), encoding="utf-8")
        done = subprocess.run([*command, "report", "--period", period["id"]], capture_output=True, text=True, check=False)
        if done.returncode > 1:
            sys.exit(done.stderr)

    for number, period in enumerate(periods_of_plan):
        (source / period["id"]).mkdir()
        for office in plan["office"]:
            send(period, office, f"{office['id']}.xlsx")
        report(period)
        if number % 2:
            send(period, plan["office"][number % len(plan["office"])], f"gui-lai-{number}.xlsx")
            report(period)
    ledger = out / "ledger.sqlite"
    print("\n## Looking back\n")
    print(f"{QUARTERS} quarters of the commune in one ledger of {ledger.stat().st_size / 1e6:.1f} MB (`benches/history.py`), whole processes, best of {REPEATS}.\n")
    print("| command | wall | may take |\n|---|---|---|")
    slow = False
    asked = {
        "audit log": ["audit", "log"],
        "audit log of an office and a period": ["audit", "log", "--office", "kt", "--period", plan["period"][20]["id"]],
        "audit log as JSON": ["audit", "log", "--format", "json"],
        "audit diff of the newest period": ["audit", "diff", plan["office"][(QUARTERS - 1) % len(plan["office"])]["id"]],
        "audit diff of an old period": ["audit", "diff", plan["office"][21 % len(plan["office"])]["id"], "--period", plan["period"][21]["id"]],
        "audit verify": ["audit", "verify"],
        "explain of an element": ["explain", "hs_da_gq"],
        "explain of every office's element": ["explain", next(e["id"] for e in elements if e.get("offices") == ["*"] and "formula" not in e)],
        "explain of an indicator": ["explain", read("indicators")["indicator"][0]["id"]],
    }
    for name, arguments in asked.items():
        best = min(timed([*command, *arguments]) for _ in range(REPEATS))
        limit = None if arguments[1] == "verify" else MOST_SECONDS
        slow |= limit is not None and best > limit
        print(f"| `{name}` | {best:.3f} s | {f'{limit} s' if limit else '–'} |")
    sys.exit(slow)


def timed(command):
    start = time.perf_counter()
    done = subprocess.run(command, capture_output=True, check=False)
    wall = time.perf_counter() - start
    if done.returncode:
        sys.exit(done.stdout.decode() + done.stderr.decode())
    return wall


if __name__ == "__main__":
    main(*sys.argv[1:])
