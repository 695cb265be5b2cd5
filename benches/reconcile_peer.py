"""The peers of `benches/reconcile.py`: the same measures of an export of dossiers in Polars or DuckDB, on two threads.

Usage: reconcile_peer.py polars|duckdb|parse-polars|parse-duckdb FILE FROM TO, both days as YYYY-MM-DD. Prints the measures as JSON.
The export is known beforehand: its types, its words and that its codes and dates are sound; nothing of what `cchc reconcile` checks
besides is done here.
"""

import json
import os
import sys

os.environ["POLARS_MAX_THREADS"] = "2"

MEASURES = [
    "received", "received.online", "received.direct", "received.carried_over", "resolved", "resolved.early", "resolved.on_time", "resolved.late",
    "pending", "pending.in_time", "pending.late", "digitised", "fee", "fee.paid_online", "synced", "duplicates",
]
CODE, RECEIVED, DUE, RESULT, ENDED = "Mã hồ sơ", "Ngày tiếp nhận", "Ngày hẹn trả", "Ngày có kết quả", "Ngày kết thúc"
STATE, CHANNEL, DIGITISED, FEE, PAID, SYNCED = "Trạng thái", "Hình thức tiếp nhận", "Số hóa kết quả", "Phí, lệ phí", "Thanh toán trực tuyến", "Đồng bộ Cổng DVCQG"
NEEDED = [CODE, RECEIVED, DUE, RESULT, ENDED, STATE, CHANNEL, DIGITISED, FEE, PAID, SYNCED]
ENDS, DIRECT = ["Trả lại", "Rút hồ sơ", "Từ chối"], ["Trực tiếp", "Bưu chính công ích"]


def polars(path):
    import polars as pl

    if path.endswith(".xlsx"):
        frame = pl.read_excel(path, engine="calamine", columns=NEEDED, schema_overrides={FEE: pl.String}).lazy()
        day = pl.col
    else:
        frame = pl.scan_csv(path, schema=dict.fromkeys(heads(path), pl.String), low_memory=False).select(NEEDED)
        day = lambda name: pl.col(name).str.to_date("%d/%m/%Y", strict=False, exact=True)
    begin, end = pl.lit(FROM).str.to_date(), pl.lit(TO).str.to_date()
    frame = frame.with_columns(
        r=day(RECEIVED), d=day(DUE), c=pl.coalesce(day(ENDED), day(RESULT)), waits=pl.col(STATE) == "Chờ bổ sung"
    )
    r, d, c, waits = pl.col("r"), pl.col("d"), pl.col("c"), pl.col("waits")
    within, resolved = r.is_between(begin, end), c.is_between(begin, end)
    carried, pending = (r < begin) & (c.is_null() | (c >= begin)), (r <= end) & (c.is_null() | (c > end))
    yes = lambda name: pl.col(name) == "Có"
    fee = within & (pl.col(FEE) != "0")
    counts = [
        within | carried, within & (pl.col(CHANNEL) == "Trực tuyến"), within & pl.col(CHANNEL).is_in(DIRECT), carried,
        resolved, resolved & (c < d), resolved & (c == d), resolved & (c > d),
        pending, pending & (waits | (d >= end)), pending & ~waits & (d < end),
        resolved & yes(DIGITISED), fee, fee & yes(PAID), within & yes(SYNCED),
    ]
    wanted = [count.sum().alias(name) for name, count in zip(MEASURES, counts)] + [(pl.len() - pl.col(CODE).n_unique()).alias("duplicates")]
    return frame.select(wanted).collect(engine=os.environ.get("ENGINE", "streaming")).row(0)


def parse_polars(path):
    import polars as pl

    return pl.scan_csv(path, schema=dict.fromkeys(heads(path), pl.String)).select(pl.col(NEEDED).str.len_bytes().sum()).collect(engine="streaming").row(0)


def heads(path):
    import csv

    with open(path, encoding="utf-8", newline="") as file:
        return next(csv.reader(file))


def table(path, dates):
    quoted = lambda text: "'" + text.replace("'", "''") + "'"
    kinds = {name: "DATE" if dates and name in (RECEIVED, DUE, RESULT, ENDED) else "VARCHAR" for name in heads(path)}
    columns = ", ".join(f"{quoted(name)}: {quoted(kind)}" for name, kind in kinds.items())
    return f"read_csv({quoted(path)}, columns = {{{columns}}}, delim = ',', quote = '\"', escape = '\"', header = true, auto_detect = false, dateformat = '%d/%m/%Y', nullstr = '')"


def duckdb(path):
    import duckdb

    connection = duckdb.connect(config={"threads": 2, "preserve_insertion_order": "false"})
    words = lambda texts: ", ".join(f"'{text}'" for text in texts)
    within, resolved = f"r BETWEEN DATE '{FROM}' AND DATE '{TO}'", f"c BETWEEN DATE '{FROM}' AND DATE '{TO}'"
    carried = f"r < DATE '{FROM}' AND (c IS NULL OR c >= DATE '{FROM}')"
    pending = f"r <= DATE '{TO}' AND (c IS NULL OR c > DATE '{TO}')"
    waits = f"coalesce({ident(STATE)} = 'Chờ bổ sung', false)"
    fee = f"{within} AND {ident(FEE)} <> '0'"
    counts = [
        f"{within} OR {carried}", f"{within} AND {ident(CHANNEL)} = 'Trực tuyến'", f"{within} AND {ident(CHANNEL)} IN ({words(DIRECT)})", carried,
        resolved, f"{resolved} AND c < d", f"{resolved} AND c = d", f"{resolved} AND c > d",
        pending, f"{pending} AND ({waits} OR d >= DATE '{TO}')", f"{pending} AND NOT {waits} AND d < DATE '{TO}'",
        f"{resolved} AND {ident(DIGITISED)} = 'Có'", fee, f"{fee} AND {ident(PAID)} = 'Có'", f"{within} AND {ident(SYNCED)} = 'Có'",
    ]
    sums = ", ".join(f"count(*) FILTER ({count})" for count in counts)
    source = f"SELECT *, {ident(RECEIVED)} AS r, {ident(DUE)} AS d, coalesce({ident(ENDED)}, {ident(RESULT)}) AS c FROM {table(path, True)}"
    return connection.execute(f"SELECT {sums}, count(*) - count(DISTINCT {ident(CODE)}) FROM ({source})").fetchone()


def parse_duckdb(path):
    import duckdb

    connection = duckdb.connect(config={"threads": 2, "preserve_insertion_order": "false"})
    sums = ", ".join(f"sum(strlen({ident(name)}))" for name in NEEDED)
    return connection.execute(f"SELECT {sums} FROM {table(path, False)}").fetchone()


def ident(name):
    return '"' + name.replace('"', '""') + '"'


if __name__ == "__main__":
    kind, path, FROM, TO = sys.argv[1:5]
    result = {"polars": polars, "duckdb": duckdb, "parse-polars": parse_polars, "parse-duckdb": parse_duckdb}[kind](path)
    print(json.dumps([int(value) for value in result]))
