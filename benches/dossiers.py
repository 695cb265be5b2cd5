"""Writes an export of dossiers as a dossier system would: 16 columns, about 300 bytes a row, the same for the same number.

Usage: dossiers.py ROWS FILE.csv|FILE.xlsx
"""

import datetime
import sys

HEADS = [
    "Mã hồ sơ", "Tên thủ tục hành chính", "Lĩnh vực", "Chủ hồ sơ", "Địa chỉ", "Ngày tiếp nhận", "Ngày hẹn trả", "Ngày có kết quả",
    "Ngày kết thúc", "Trạng thái", "Hình thức tiếp nhận", "Số hóa kết quả", "Phí, lệ phí", "Thanh toán trực tuyến", "Đồng bộ Cổng DVCQG", "Quá hạn",
]
FIRST = datetime.date(2025, 7, 18)
DAYS = 160
OFFICES = 97
EXPORTED = FIRST + datetime.timedelta(DAYS - 1)
FROM = datetime.date(2025, 9, 1)
PROCEDURES = [
    ("Chứng thực bản sao từ bản chính giấy tờ, văn bản do cơ quan tổ chức có thẩm quyền cấp", "Chứng thực"),
    ("Đăng ký khai sinh", "Hộ tịch"),
    ("Cấp Giấy xác nhận tình trạng hôn nhân", "Hộ tịch"),
    ("Đăng ký biến động quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất", "Đất đai"),
    ('Liên thông "Khai sinh, đăng ký thường trú, cấp thẻ bảo hiểm y tế" cho trẻ em dưới 6 tuổi', "Liên thông"),
    ("Đăng ký thành lập hộ kinh doanh", "Thành lập và hoạt động của hộ kinh doanh"),
    ("Trợ giúp xã hội hằng tháng đối với người cao tuổi", "Bảo trợ xã hội"),
    ("Cấp giấy phép xây dựng nhà ở riêng lẻ tại khu vực nông thôn", "Xây dựng"),
    ("Xác nhận hồ sơ đề nghị hưởng chế độ\ntheo Nghị định số 131/2021/NĐ-CP", "Người có công"),
    ("Đăng ký khai tử", "Hộ tịch"),
    ("Chứng thực chữ ký trong các giấy tờ, văn bản", "Chứng thực"),
]
SURNAMES = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ"]
MIDDLES = ["Văn", "Thị", "Đức", "Minh", "Ngọc", "Thanh", "Quang"]
NAMES = ["An", "Bình", "Cường", "Dung", "Giang", "Hà", "Hùng", "Lan", "Linh", "Mai", "Nam", "Phương", "Quân", "Sơn", "Thảo", "Trang", "Tuấn"]
VILLAGES = ["An Nhân Đông", "La Tỉnh Nam", "Quang Trung", "Ngọc Sơn", "Đại Đồng", "Hưng Đạo", "Tái Sơn", "Bình Lăng", "Tân Kỳ"]
ENDED = ["Trả lại", "Rút hồ sơ", "Từ chối"]


def rows(count):
    """Dossiers as tuples: five texts, four days or None, seven words."""
    days = [FIRST + datetime.timedelta(n) for n in range(DAYS)]
    stamps = [day.strftime("%y%m%d") for day in days]
    repeated = None
    state = 12345
    for i in range(count):
        state = (state * 6364136223846793005 + 1442695040888963407) & 0xFFFFFFFFFFFFFFFF
        luck = state >> 20
        office, day, serial = i % OFFICES, i // OFFICES % DAYS, i // (OFFICES * DAYS) + 1
        name, field = PROCEDURES[luck % 11]
        person = f"{SURNAMES[luck % 13]} {MIDDLES[luck // 13 % 7]} {NAMES[luck // 91 % 17]}"
        address = f"Số {luck // 7 % 250 + 1}, thôn {VILLAGES[luck % 9]}, xã Tứ Kỳ, thành phố Hải Phòng"
        received = days[day]
        due = received + datetime.timedelta(3 + luck // 11 % 18)
        result, ended, word = None, None, "Đang xử lý"
        closed = received + datetime.timedelta(luck // 17 % 22)
        if closed <= EXPORTED:
            if luck % 33 == 0:
                ended, word = closed, ENDED[luck // 33 % 3]
            elif luck % 12:
                result, word = closed, "Đã trả kết quả"
            elif luck % 5 == 0:
                word = "Chờ bổ sung"
        channel = ("Trực tuyến", "Trực tuyến", "Trực tuyến", "Trực tiếp", "Bưu chính công ích")[luck // 19 % 5]
        fee = ("0", "0", "8000", "15000", "150000")[luck // 23 % 5]
        paid = "Có" if fee != "0" and luck // 29 % 4 else "Không"
        late = "Có" if (result or ended or EXPORTED) > due else "Không"
        row = (
            f"000.{office:02}.12.H25-{stamps[day]}-{serial:04}", name, field, person, address, received, due, result, ended,
            word, channel, "Có" if luck // 31 % 10 else "Không", fee, paid, "Có" if luck // 37 % 50 else "Không", late,
        )
        # One code in a thousand stands on a second row: dossiers closed before the period, which count in no measure.
        if repeated is None and (result or ended) and (result or ended) < FROM:
            repeated = row
        if i % 1000 == 999 and repeated:
            row, repeated = repeated, None
        yield row


def quoted(text):
    if "," in text or '"' in text or "\n" in text:
        return '"' + text.replace('"', '""') + '"'
    return text


def write_csv(count, path):
    spelled = {None: ""} | {FIRST + datetime.timedelta(n): (FIRST + datetime.timedelta(n)).strftime("%d/%m/%Y") for n in range(DAYS + 60)}
    texts = {}
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write(",".join(map(quoted, HEADS)) + "\r\n")
        lines = []
        for code, name, field, person, address, received, due, result, ended, *words in rows(count):
            name = texts.get(name) or texts.setdefault(name, quoted(name))
            lines.append(f'{code},{name},{field},{person},"{address}",{spelled[received]},{spelled[due]},{spelled[result]},{spelled[ended]},{",".join(words)}\r\n')
            if len(lines) == 50_000:
                file.write("".join(lines))
                lines.clear()
        file.write("".join(lines))


def write_xlsx(count, path):
    import xlsxwriter

    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("Danh sách")
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    sheet.write_row(0, 0, HEADS)
    for number, row in enumerate(rows(count), 1):
        for column, value in enumerate(row):
            if isinstance(value, datetime.date):
                sheet.write_datetime(number, column, datetime.datetime(value.year, value.month, value.day), day)
            elif column == 12:
                sheet.write_number(number, column, int(value))
            elif value is not None:
                sheet.write_string(number, column, value)
    book.close()


if __name__ == "__main__":
    count, path = int(sys.argv[1]), sys.argv[2]
    (write_xlsx if path.endswith(".xlsx") else write_csv)(count, path)
