"""Counts exports of dossiers with the program and with its peers and prints a part of docs/measurements.md.

Whole processes, started alternately; the best wall time of a side counts, with the peak memory of it and of its children.
All sides have to agree on every measure. Usage: reconcile.py [PROGRAM]; without it the example `dossiers` of the release build.
"""

import json
import os
import pathlib
import subprocess
import sys
import threading
import time

sys.path.insert(0, os.fspath(pathlib.Path(__file__).resolve().parent))
from reconcile_peer import MEASURES  # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parent.parent
WORK = ROOT / "target/measure/dossiers"
PROGRAM = ROOT / "target/release/examples/dossiers"
PEER = [sys.executable, os.fspath(ROOT / "benches/reconcile_peer.py")]
SIZES = [("1m.csv", 1_000_000, 10), ("10m.csv", 10_000_000, 3), ("100k.xlsx", 100_000, 8)]


def children(pid):
    """A process and its descendants that still run."""
    found = [pid]
    for task in pathlib.Path(f"/proc/{pid}/task").glob("*/children"):
        try:
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
    if status:
        sys.exit(f"{command} failed")
    peak = max(sum(peaks.values()), used.ru_maxrss / 1024)
    return wall, used.ru_utime + used.ru_stime, peak, json.loads(said)


def ours(said):
    """The measures of the program in the order of the peers'."""
    return [said["counts"][name] for name in MEASURES[:-1]] + [said["faults"].get("duplicate", 0)]


def main():
    print("\n## Reconciliation with dossiers\n")
    print("`benches/reconcile.py`: all 15 measures and the number of repeated codes of one export (16 columns, about 300 bytes a row,")
    print("`benches/dossiers.py`), by the program on all cores and by Polars and DuckDB on two threads, each told the types and words")
    print("beforehand. The program also checks every code, date and word, and hashes the file for the manifest; the peers do not.\n")
    print("| export | rows | runs | cchc wall (cpu) | Polars wall (cpu) | DuckDB wall (cpu) | faster peer over cchc | aim | peak memory cchc / Polars / DuckDB |")
    print("|---|---|---|---|---|---|---|---|---|")
    WORK.mkdir(parents=True, exist_ok=True)
    parsing = None
    for name, count, runs in SIZES:
        path = WORK / name
        subprocess.run([sys.executable, ROOT / "benches/dossiers.py", str(count), path], check=True)
        sides = {"cchc": [os.fspath(PROGRAM), os.fspath(path)], "Polars": [*PEER, "polars", os.fspath(path)]}
        if name.endswith(".csv"):
            sides["DuckDB"] = [*PEER, "duckdb", os.fspath(path)]
        results = {side: [] for side in sides}
        for _ in range(runs):
            for side, command in sides.items():
                results[side].append(run(command))
        counted = {side: ours(all_runs[0][3]) if side == "cchc" else all_runs[0][3] for side, all_runs in results.items()}
        if any(result != counted["cchc"] for result in counted.values()):
            sys.exit(f"the sides disagree on {name}: {counted}")
        best = {side: min(run[:2] for run in all_runs) for side, all_runs in results.items()}
        peak = {side: max(run[2] for run in all_runs) for side, all_runs in results.items()}
        peer = min(wall for side, (wall, _) in best.items() if side != "cchc")
        told = lambda side: f"{best[side][0]:.3f} s ({best[side][1]:.2f})" if side in best else "–"
        memory = " / ".join(f"{peak[side]:.0f} MB" if side in peak else "–" for side in ("cchc", "Polars", "DuckDB"))
        aim = "≥ 2×" if name.endswith(".xlsx") else "≥ 2.5×" if count == 1_000_000 else "linear"
        print(f"| {name} | {count:,} | {runs} | {told('cchc')} | {told('Polars')} | {told('DuckDB')} | **{peer / best['cchc'][0]:.1f}×** | {aim} | {memory} |")
        if count == 1_000_000:
            commands = {side: [*PEER, f"parse-{side.lower()}", os.fspath(path)] for side in ("Polars", "DuckDB")}
            parsing = {side: min(run(command)[:2] for _ in range(runs)) for side, command in commands.items()}
        if count > 1_000_000:
            path.unlink()
    print("\nParsing alone, 1,000,000 rows (the lengths of the same columns summed): " + "; ".join(f"{side} {wall:.3f} s ({cpu:.2f})" for side, (wall, cpu) in parsing.items()) + ".")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        PROGRAM = pathlib.Path(sys.argv[1])
    main()
