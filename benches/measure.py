"""Runs the program and the peer over the same synthetic rounds and prints docs/measurements.md.

Each side is a whole process, started alternately; the best wall time of a side counts, with its peak memory (the
program's reading workers are counted with their own peaks).
"""

import datetime
import os
import pathlib
import platform
import re
import shutil
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
WORK = ROOT / "target/measure"
BINARY = ROOT / "target/release/cchc"
ROUNDS = {"commune": (40, 6), "city": (5, 8)}


# As a module, whose compiled form is kept from run to run, as that of its libraries is.
PEER = f"import sys; sys.path.insert(0, {os.fspath(ROOT / 'benches')!r}); import peer; peer.main(*sys.argv[1:])"


def run(command, without=""):
    """Wall seconds, CPU seconds and peak memory in MB of one process with its children, and its exit status."""
    nowhere = [(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_WRONLY, 0) for stream in (1, 2)]
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"} | {"CCHC_WITHOUT": without}
    start = time.perf_counter()
    pid = os.posix_spawn(command[0], [os.fspath(part) for part in command], env, file_actions=nowhere)
    _, status, used = os.wait4(pid, 0)
    wall = time.perf_counter() - start
    return wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, os.waitstatus_to_exitcode(status)


def cpu_name():
    names = re.findall(r"model name\s*: (.*)", pathlib.Path("/proc/cpuinfo").read_text())
    return names[0] if names else platform.processor()


def stages(source, out):
    """Where the program's time goes, as it reports itself."""
    env = os.environ | {"CCHC_TIMINGS": "1"}
    command = [BINARY, "report", "--input", source, "--output", out, "--period", "2025-Q4", "--as-of", "2025-12-10"]
    done = subprocess.run(command, capture_output=True, text=True, env=env, check=False)
    return [line.removeprefix("timing: ") for line in done.stderr.splitlines() if line.startswith("timing: ")]


def main():
    print("# Measurements\n")
    print(f"{datetime.date.today()} · {cpu_name()}, {os.cpu_count()} cores, {platform.system()} {platform.machine()} · `scripts/measure`\n")
    print("The program against the same round read with python-calamine, the same indicators and rules computed in exact fractions,")
    print("and the same sheets, rows and pages written with XlsxWriter and Jinja2 (`benches/peer.py`). Whole processes, release build,")
    print("run alternately; best wall time. The program also does what the peer does not: number formats, findings with advice,")
    print("provenance of every figure, crash-safe replacement of outputs, isolated reading.\n")
    print("Both sides write the report and the working papers as xlsx and html, and report.json; what the Word document, the")
    print("offices' returns and the ledger cost on top is measured apart below, by runs of the program that make them too.\n")
    print("| round | runs | cchc wall (cpu) | peer wall (cpu) | ratio | aim | peak memory cchc | peak memory peer |")
    print("|---|---|---|---|---|---|---|---|")
    notes = []
    for kind, (repeats, aim) in ROUNDS.items():
        source, ours, theirs = (WORK / kind / name for name in ("input", "cchc", "peer"))
        shutil.rmtree(WORK / kind, ignore_errors=True)
        (WORK / kind).mkdir(parents=True)
        subprocess.run([sys.executable, ROOT / "benches/generate.py", kind, source], check=True)
        program = [BINARY, "report", "--input", source, "--output", ours, "--period", "2025-Q4", "--as-of", "2025-12-10"]
        peer = [sys.executable, "-X", f"pycache_prefix={WORK / 'pycache'}", "-c", PEER, source, theirs, "2025-Q4"]
        sides = {
            "cchc": (program, "docx,returns/,ledger"),
            "peer": ([*peer, "no returns"], ""),
            "docx": (program, "returns/,ledger"),
            "returns": (program, "docx,ledger"),
            "ledger": (program, "docx,returns/"),
            "new ledger": (program, "docx,returns/"),
            "all": (program, ""),
            "peer with returns": (peer, ""),
        }
        results = {name: [] for name in sides}
        for _ in range(repeats):
            for name, (command, without) in sides.items():
                if name == "new ledger":
                    (ours / "ledger.sqlite").unlink()
                results[name].append(run(command, without))
        for name, runs in results.items():
            if any(status not in ((0,) if "peer" in name else (0, 1)) for *_, status in runs):
                sys.exit(f"{name} failed on {kind}: {runs}")
        best = {name: min(runs) for name, runs in results.items()}
        peak = {name: max(run[2] for run in runs) for name, runs in results.items()}
        a, b = best["cchc"], best["peer"]
        print(f"| {kind} | {repeats} | {a[0]:.3f} s ({a[1]:.2f}) | {b[0]:.3f} s ({b[1]:.2f}) | **{b[0] / a[0]:.1f}×** | ≥ {aim}× | {peak['cchc']:.0f} MB | {peak['peer']:.0f} MB |")
        notes.append((kind, best, peak, stages(source, ours)))
    print("\n| round | with | cchc wall (cpu) | on top | peak memory cchc | peer wall |")
    print("|---|---|---|---|---|---|")
    for kind, best, peak, _ in notes:
        for name, title in (("docx", "the Word document"), ("returns", "the returns"), ("ledger", "the ledger, which knows the files"),
                            ("new ledger", "a new ledger, which takes in all files"), ("all", "all three")):
            ours, peer = best[name], best["peer with returns"][0]
            told = f"{peer:.3f} s" if name == "returns" else "–"
            print(f"| {kind} | {title} | {ours[0]:.3f} s ({ours[1]:.2f}) | {ours[0] - best['cchc'][0]:+.3f} s | {peak[name]:.0f} MB | {told} |")
    for kind, _, _, lines in notes:
        if lines:
            print(f"\nWhere the time goes with everything, {kind}: " + "; ".join(lines) + ".")


if __name__ == "__main__":
    main()
