# Nhắc, trả phiếu, gửi báo cáo: trợ giúp, lời báo, phát hiện. Lời thư nằm trong templates/mail.

help-remind = Nhắc các đơn vị chưa gửi được số liệu, trước hạn và khi quá hạn (nhac)
    .usage = cchc remind [TÙY CHỌN]
    .examples =
        Ví dụ:
          cchc nhac                               xem trước thư nhắc của kỳ sắp đến hạn
          cchc nhac --yes                         gửi thật
          cchc nhac --now --yes                   gửi cả khi hôm nay không phải ngày nhắc
          cchc nhac --as-of 07/12/2025            thư của ngày 07/12
help-return = Trả cho từng đơn vị đã gửi: kết quả kiểm tra và biểu đã đánh dấu chỗ sai, theo báo cáo lập lần cuối (tra-phieu)
    .usage = cchc return [TÙY CHỌN]
    .examples =
        Ví dụ:
          cchc tra-phieu                          xem trước thư trả của kỳ mới nhất
          cchc tra-phieu --period 2025-Q4 --yes   gửi thật
help-send = Gửi báo cáo lập lần cuối cho nơi nhận và xếp sẵn mọi thứ vào output/<kỳ>/gui (gui)
    .usage = cchc send [TÙY CHỌN]
    .examples =
        Ví dụ:
          cchc gui                                xem trước thư gửi báo cáo của kỳ mới nhất
          cchc gui --file "Báo cáo đã ký.docx"    gửi tệp này thay cho tệp Word do chương trình lập
          cchc gui --accept-errors "Đơn vị X bổ sung sau" --yes
help-opt-now = Nhắc ngay hôm nay mọi đơn vị còn thiếu, dù không phải ngày nhắc
help-opt-files = Gửi tệp này thay cho tệp do chương trình lập có cùng phần mở rộng; nêu được nhiều lần. Tệp loại khác, như bản quét PDF, được gửi thêm
    .value = TỆP
help-opt-accept_errors = Vẫn gửi báo cáo còn lỗi, vì lý do này; lý do được ghi vào sổ cái
    .value = LÝ DO

error-no-report = chưa có báo cáo trong { $path }. Hãy lập trước: cchc report --period { $period }
error-report-stale = báo cáo trong { $path } đã cũ: tệp đầu vào, kế hoạch hoặc chương trình đã thay đổi từ khi lập, nên chưa gửi gì. Hãy lập lại: cchc report --period { $period }
error-ledger-lost = sổ cái không biết báo cáo trong { $path }: tệp ledger.sqlite đã mất hoặc bị thay, nên không rõ thư nào đã gửi và chưa gửi gì. Hãy khôi phục ledger.sqlite từ bản lưu; không còn bản lưu thì lập lại: cchc report --period { $period }
error-no-file = { $path } không phải là một tệp.
error-file-too-large = tệp { $path } lớn quá { $most } MB nên không gửi qua thư được; gửi qua hệ thống quản lý văn bản.
error-file-empty = tệp { $path } không có gì bên trong.
error-file-name-taken = không gửi được tệp tên «{ $name }»: tên này dành cho tệp của chương trình hoặc là tên tệp ẩn. Đổi tên tệp rồi chạy lại.
error-two-of-extension = có hai tệp sau --file cùng thay cho một tệp ({ $extension }). Mỗi tệp chỉ thay được một lần.
error-no-reason-to-send = --accept-errors cần một lý do: sổ cái phải ghi vì sao gửi báo cáo còn lỗi.
send-ready = Đã xếp sẵn báo cáo, công văn gửi kèm và hướng dẫn trong { $folder }. Bản có chữ ký gửi qua hệ thống quản lý văn bản và điều hành.

D855 = Không có địa chỉ thư của { $name }, nên chưa có thư nào cho nơi này.
    .title = Không có địa chỉ thư
    .fix = Thêm email = "…" vào mục { $place } trong input/plan/plan.toml; trước mắt báo bằng cách khác.
    .why = Thư chỉ gửi tới địa chỉ ghi trong kế hoạch.

A927 = Biểu { $file } lẽ ra là của { $name } (mã { $expected }) nhưng ô Mã đơn vị trong tệp ghi «{ $provided }», nên không gửi.
    .title = Tệp gửi kèm không phải của nơi nhận
    .fix = Lập lại báo cáo rồi trả phiếu lại: cchc report, cchc return.
    .why = Số liệu của một đơn vị không được đến tay đơn vị khác.

A928 = Tệp { $file } không còn đúng như khi lập báo cáo (khác mã băm trong manifest.json, hoặc không còn), nên không gửi.
    .title = Tệp không khớp với lần lập báo cáo
    .fix = Nếu đã sửa tệp của báo cáo và muốn gửi bản sửa: cchc send --file "{ $file }". Nếu không: lập lại bằng cchc report.
    .why = Chỉ gửi đi tệp đúng là do chương trình lập, hoặc tệp được nêu rõ ràng để gửi thay.

D859 = «{ $provided }» không phải là một địa chỉ thư, nên chưa có thư nào cho { $name }.
    .title = Địa chỉ thư không đúng
    .fix = Sửa email ở mục { $place } trong input/plan/plan.toml: một địa chỉ duy nhất, không kèm tên, ví dụ kt@tuky.haiphong.gov.vn.
    .why = Máy chủ thư không nhận địa chỉ viết sai; phát hiện trước khi gửi thì không nơi nào bị sót lặng lẽ.

D860 = { $office } có vẻ quá hạn, nhưng tệp gia hạn có chỗ chưa hiểu được, nên chưa gửi thư báo quá hạn.
    .title = Chưa rõ đơn vị có được gia hạn không
    .fix = Sửa tệp gia-han theo các cảnh báo về tệp đó, rồi chạy lại.
    .why = Đơn vị đã được gia hạn thì không được báo là quá hạn.

D861 = Còn { $count } đơn vị chưa gửi được số liệu mà hôm nay không có lịch nhắc: { $offices }.
    .title = Hôm nay không phải ngày nhắc
    .fix = Muốn nhắc ngay: thêm --now. Ngày nhắc (số ngày còn lại, số âm là đã quá hạn) đang là { $days }; đặt lại ở [remind] days trong input/mail.toml.
    .why = Nhắc hằng ngày thì không ai đọc nữa.

A928-return = Phiếu trả { $file } không còn đúng như khi lập báo cáo (khác mã băm trong manifest.json, hoặc không còn), nên không gửi.
    .fix = Lập lại báo cáo rồi trả phiếu lại: cchc report, cchc return. Phiếu đã sửa tay thì tự gửi cho đơn vị.

A930 = Báo cáo còn lỗi nên chưa gửi.
    .title = Báo cáo còn lỗi
    .fix = Xem kiem-tra-cchc-{ $period }.html và đề nghị đơn vị sửa; nếu vẫn phải gửi: cchc send --accept-errors "lý do".
    .why = Báo cáo gửi đi là số liệu của Ủy ban nhân dân; gửi khi còn lỗi phải có người quyết định và nêu lý do.
