# Thời hạn và lệnh tinh-hinh

day-saturday = thứ Bảy
day-sunday = Chủ nhật
day-holiday = ngày nghỉ “{ $name }”
deadline-moved = hạn { $set } là { $why } nên chuyển sang hết ngày { $until } (khoản 5 Điều 148 Bộ luật Dân sự năm 2015)
deadline-moved-far = hạn { $set } là { $why }, tiếp đó là { $rest } nên chuyển sang hết ngày { $until } (khoản 5 Điều 148 Bộ luật Dân sự năm 2015)

help-status = Xem đơn vị nào đã gửi, đơn vị nào còn thiếu và còn mấy ngày, không ghi tệp nào (tinh-hinh)
    .usage = cchc status [TÙY CHỌN]
    .examples =
        Ví dụ:
          cchc tinh-hinh                          kỳ sắp đến hạn và kỳ sau đó
          cchc tinh-hinh --period 2025-Q3         một kỳ và kỳ sau đó
          cchc tinh-hinh --format json            cho chương trình khác
        Mã thoát là 1 khi có đơn vị quá hạn. Gia hạn ghi ở input/<kỳ>/gia-han.csv; ngày nghỉ lễ ở input/plan/holidays.toml.

status-head = Tình hình gửi báo cáo, ngày { $date }
status-period = { $period } ({ $id })
status-office-due = Các đơn vị nộp:
status-report-due = Báo cáo gửi Sở Nội vụ:
status-received = nhận { $at }
status-extension = Gia hạn: { $office } đến hết ngày { $until }, { $why }
status-counts = Phải báo cáo: { $expected } đơn vị · đã báo cáo: { $actual } · đúng hạn: { $timely }
status-rates = Tỷ lệ báo cáo: { $rate } · tỷ lệ báo cáo đúng hạn: { $timely }
deadline-passed = đã qua { $days } ngày (hạn { $date })
late-by-days = gửi muộn { $days } ngày
