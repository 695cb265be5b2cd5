"""Kiểm chứng gói sổ cái này mà không cần chương trình cchc: python3 kiem-tra.py [ĐẦU CHUỖI IN TRÊN BÁO CÁO]"""
import hashlib, json, pathlib, sys

folder = pathlib.Path(__file__).resolve().parent
sha256 = lambda content: hashlib.sha256(content).hexdigest()
heads = []
for chain in ("submissions", "events"):
    prev, count = "0" * 64, 0
    for line in (folder / f"{chain}.jsonl").read_text(encoding="utf-8").splitlines():
        entry, count = json.loads(line), count + 1
        text = f"cchc-ledger/1\n{chain}\n{count}\n{prev}\n{entry['body']}"
        if (entry["position"], entry["prev"], entry["hash"]) != (count, prev, sha256(text.encode())):
            sys.exit(f"{chain}: mục {count} làm đứt chuỗi")
        prev = entry["hash"]
        heads += [prev] if chain == "submissions" else []
    print(f"{chain}: {count} mục, đầu chuỗi {prev}")
for file in sorted((folder / "bytes").glob("*")):
    if sha256(file.read_bytes()) != file.name.split(".")[0]:
        sys.exit(f"{file.name}: nội dung không khớp mã băm")
for output in json.loads((folder / "manifest.json").read_text(encoding="utf-8"))["outputs"]:
    file = folder / "outputs" / output["path"]
    if not file.is_file() or sha256(file.read_bytes()) != output["sha256"]:
        sys.exit(f"{output['path']}: thiếu, hoặc không khớp mã băm")
if sys.argv[1:] and sys.argv[1] not in heads:
    sys.exit("đầu chuỗi đã in không có trong sổ")
print("Nguyên vẹn.")
