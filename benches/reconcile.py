"""Counts exports of dossiers with the program and with its peers and prints a part of docs/measurements.md.

`cchc reconcile --format json` over the shipped plan and one export against Polars and DuckDB over that export. Whole processes,
started alternately; the best wall time of a side counts, with the peak memory of it and of its children. All sides have to agree
on every measure and on the number of repeated codes. Usage: reconcile.py [ROWS.csv|ROWS.xlsx]…, such as `1000000.csv`; without
them 1,000,000 and 10,000,000 rows of CSV and 100,000 rows of XLSX.
"""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import threading
import time
import tomllib

sys.path.insert(0, os.fspath(pathlib.Path(__file__).resolve().parent))
from reconcile_peer import MEASURES  # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parent.parent
WORK = ROOT / "target/measure/reconcile"
PERIOD = "2025-Q4"
PROGRAM = ROOT / "target/release/cchc"
PEER = [sys.executable, os.fspath(ROOT / "benches/reconcile_peer.py")]
FILES = ["1000000.csv", "10000000.csv", "100000.xlsx"]


def children(pid):
    """A process and its descendants that still run."""
    found = [pid]
    try:
        for task in pathlib.Path(f"/proc/{pid}/task").glob("*/children"):
            found += [child for name in task.read_text().split() for child in children(int(name))]
    except OSError:
        pass
    return found


def watch(pid, peaks, done):
    """Notes the peak of resident memory of every process, which the kernel keeps while it runs."""
    while not done.wait(0.01):
        for child in children(pid):
            try:
                status = pathlib.Path(f"/proc/{child}/status").read_text()
                peaks[child] = int(status.split("VmHWM:")[1].split()[0]) / 1024
            except (OSError, IndexError):
                pass


def run(command):
    """Wall and CPU seconds, peak memory in MB and what was printed. The peak is the sum over all processes of their own."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE)
    peaks, done = {}, threading.Event()
    watcher = threading.Thread(target=watch, args=(process.pid, peaks, done))
    watcher.start()
    said = process.stdout.read()
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    done.set()
    watcher.join()
    # 1: figures differ from what was claimed, or the exports are not clean.
    if process.returncode not in (0, 1) or not said:
        sys.exit(f"{command} failed")
    peak = max(sum(peaks.values()), used.ru_maxrss / 1024)
    return wall, used.ru_utime + used.ru_stime, peak, json.loads(said)


def ours(said):
    """The measures of the program in the order of the peers'."""
    counted = {measure["measure"]: int(measure["counted"]) for measure in said["measures"]}
    return [counted[name] for name in MEASURES[:-1]] + [said["faults"].get("duplicate", 0)]


def folder(name):
    """An input folder of the shipped plan and this one export; the export's path."""
    shutil.rmtree(WORK, ignore_errors=True)
    shutil.copytree(ROOT / "input/plan", WORK / "plan")
    path = WORK / PERIOD / "dossiers" / name
    path.parent.mkdir(parents=True)
    subprocess.run([sys.executable, ROOT / "benches/dossiers.py", name.split(".")[0], path], check=True)
    return os.fspath(path)


def span():
    """The first and the last day of the period."""
    periods = tomllib.loads((ROOT / "input/plan/plan.toml").read_text())["period"]
    period = next(period for period in periods if period["id"] == PERIOD)
    return [str(period["from"]), str(period["to"])]


def aim(name):
    return {"1000000.csv": "≥ 2.5×", "100000.xlsx": "≥ 2×"}.get(name, "linear")


def measured(name, days):
    """The table's row for an export, with the parsing alone of it."""
    count, path = int(name.split(".")[0]), folder(name)
    runs = 3 if count > 1_000_000 else 10
    peer = lambda kind: [*PEER, kind, path, *days]
    sides = {"cchc": [os.fspath(PROGRAM), "reconcile", "--format", "json", "--input", os.fspath(WORK), "--period", PERIOD], "Polars": peer("polars")}
    alone = {}
    if name.endswith(".csv"):
        sides["DuckDB"] = peer("duckdb")
        alone = {"Polars": peer("parse-polars"), "DuckDB": peer("parse-duckdb")} if count <= 1_000_000 else {}
    results = {side: [] for side in sides}
    for _ in range(runs):
        for side, command in sides.items():
            results[side].append(run(command))
    counted = {side: ours(all_runs[0][3]) if side == "cchc" else all_runs[0][3] for side, all_runs in results.items()}
    if any(result != counted["cchc"] for result in counted.values()):
        sys.exit(f"the sides disagree on {name}: {counted}")
    parsing = {side: min(run(command)[:2] for _ in range(runs)) for side, command in alone.items()}
    shutil.rmtree(WORK)
    best = {side: min(one[0] for one in all_runs) for side, all_runs in results.items()}
    cpu = {side: min(one[1] for one in all_runs) for side, all_runs in results.items()}
    peak = {side: max(one[2] for one in all_runs) for side, all_runs in results.items()}
    faster = lambda of: min(value for side, value in of.items() if side != "cchc") / of["cchc"]
    told = lambda side: f"{best[side]:.3f} s ({cpu[side]:.2f})" if side in best else "–"
    memory = " / ".join(f"{peak[side]:.0f} MB" if side in peak else "–" for side in ("cchc", "Polars", "DuckDB"))
    row = f"| {name} | {runs} | {told('cchc')} | {told('Polars')} | {told('DuckDB')} | **{faster(best):.1f}×** ({faster(cpu):.1f}×) | {aim(name)} | {memory} |"
    return row, parsing


def main(names):
    print("\n## Reconciliation with dossiers\n")
    print("`benches/reconcile.py`: `cchc reconcile --format json` over the shipped plan and one export (16 columns, about 300 bytes a row,")
    print("`benches/dossiers.py`) on all cores, against all 15 measures and the number of repeated codes by Polars and by DuckDB on two")
    print("threads, each told the types and words beforehand. The program also checks every code, date and word, and hashes the file for")
    print("the manifest; the peers do not.\n")
    print(f"Load when it began: {os.getloadavg()[0]:.1f}.\n")
    print("| export | runs | cchc wall (cpu) | Polars wall (cpu) | DuckDB wall (cpu) | faster peer over cchc, wall (cpu) | aim | peak memory cchc / Polars / DuckDB |")
    print("|---|---|---|---|---|---|---|---|")
    days, parsing = span(), {}
    for name in names:
        row, alone = measured(name, days)
        print(row, flush=True)
        parsing |= {f"{side}, {name}": times for side, times in alone.items()}
    if parsing:
        told = "; ".join(f"{side} {wall:.3f} s ({cpu:.2f})" for side, (wall, cpu) in parsing.items())
        print(f"\nParsing alone, the lengths of the same columns summed, wall (cpu): {told}.")


if __name__ == "__main__":
    main(sys.argv[1:] or FILES)
