# Đối chiếu số liệu với hồ sơ (X502–X520).
# $where tệp, dòng · $provided đơn vị báo cáo, hoặc các hồ sơ · $expected đếm được · $count số hồ sơ

X502 = Không tìm thấy bảng hồ sơ trong tệp { $where }: cần một dòng tên cột có mã hồ sơ và các ngày. Không hồ sơ nào của tệp này được đếm.
    .title = Tệp hồ sơ không có bảng đọc được
    .fix = Xuất lại danh sách hồ sơ kèm dòng tên cột. Nếu hệ thống gọi cột bằng tên khác thì thêm tên đó vào input/plan/dossiers.toml.
    .why = Cột được nhận ra nhờ tên; không đoán cột theo vị trí.

X503 = { $count } hồ sơ có cùng mã nhưng ngày hoặc trạng thái khác nhau: { $provided }. Dòng gặp trước được đếm.
    .title = Cùng mã hồ sơ, nội dung khác nhau
    .fix = Kiểm tra hồ sơ trên hệ thống, xuất lại danh sách tại một thời điểm; nếu hai hệ thống ghi khác nhau thì sửa ở hệ thống sai.
    .why = Một hồ sơ chỉ có một ngày tiếp nhận và một kết quả; hai bản khác nhau thì một bản sai.

X504 = “{ $element }”: báo cáo { $claimed }, đếm hồ sơ được { $counted } (chênh lệch { $gap }).
    .title = Số báo cáo khác số hồ sơ
    .fix = Xem bảng Đối chiếu với hồ sơ trong kết quả kiểm tra: sửa số báo cáo, hoặc xuất lại đủ hồ sơ của kỳ, rồi nêu lý do chênh lệch.
    .why = Mỗi hồ sơ trong số liệu báo cáo phải chỉ ra được; số không khớp thì báo cáo hoặc danh sách hồ sơ thiếu, thừa.

X507 = Tệp hồ sơ { $where } không có cột { $columns } nên không đếm được: { $elements }.
    .title = Tệp hồ sơ thiếu cột
    .fix = Xuất lại danh sách kèm các cột này. Nếu hệ thống gọi cột bằng tên khác thì thêm tên đó vào input/plan/dossiers.toml.
    .why = Thiếu một tệp thì số đếm của cả xã thiếu theo, nên không so sánh.

X508 = { $count } dòng lặp lại hồ sơ đã có: { $provided }. Mỗi hồ sơ chỉ được đếm một lần.
    .title = Hồ sơ trùng
    .fix = Không phải làm gì nếu số liệu báo cáo đã loại trùng. Nếu đơn vị cộng số của nhiều hệ thống thì kiểm tra lại số báo cáo.
    .why = Hồ sơ có trong hai hệ thống hoặc xuất hai lần dễ bị tính hai lần.

X509 = { $count } dòng hồ sơ không có mã: { $provided }.
    .title = Hồ sơ không có mã
    .fix = Bổ sung mã hồ sơ trên hệ thống rồi xuất lại.
    .why = Không có mã thì không biết hồ sơ đã được đếm ở tệp khác hay chưa.

X510 = { $count } hồ sơ có mã không đúng dạng hoặc bị bảng tính làm hỏng: { $provided }. Mã đúng có dạng 000.00.00.H00-251031-0001.
    .title = Mã hồ sơ hỏng
    .fix = Định dạng cột mã là Text trước khi mở bằng Excel, hoặc xuất lại từ hệ thống.
    .why = Mã hỏng không tra cứu và không so trùng được.

X511 = { $count } hồ sơ có ngày trong mã khác ngày tiếp nhận: { $provided }.
    .title = Mã hồ sơ lệch ngày tiếp nhận
    .fix = Kiểm tra ngày tiếp nhận trên hệ thống. Hồ sơ nộp trực tuyến ngoài giờ có thể được tiếp nhận ngày làm việc sau.
    .why = Ngày tiếp nhận quyết định hồ sơ thuộc kỳ nào; số đếm lấy theo cột ngày tiếp nhận.

X512 = { $count } hồ sơ có ngày không đọc được: { $provided }.
    .title = Ngày của hồ sơ không đọc được
    .fix = Sửa ngày trên hệ thống theo ngày/tháng/năm rồi xuất lại.
    .why = Ngày không rõ thì không biết hồ sơ thuộc kỳ nào, đúng hạn hay quá hạn.

X513 = { $count } hồ sơ không có ngày tiếp nhận nên không được đếm: { $provided }.
    .title = Hồ sơ không có ngày tiếp nhận
    .fix = Bổ sung ngày tiếp nhận trên hệ thống rồi xuất lại.
    .why = Không có ngày tiếp nhận thì không biết hồ sơ thuộc kỳ nào.

X514 = { $count } hồ sơ có kết quả hoặc hẹn trả trước ngày tiếp nhận: { $provided }.
    .title = Thứ tự ngày của hồ sơ không thể có
    .fix = Kiểm tra các ngày trên hệ thống và sửa ngày sai.
    .why = Không thể có kết quả trước khi tiếp nhận; một trong các ngày sai nên kết luận về thời hạn cũng có thể sai.

X515 = { $count } hồ sơ có ngày sau thời điểm xuất danh sách: { $provided }.
    .title = Ngày của hồ sơ ở tương lai
    .fix = Kiểm tra ngày, nhất là ngày và tháng bị đảo, rồi xuất lại.
    .why = Việc chưa xảy ra không thể được ghi nhận.

X516 = { $count } hồ sơ đã giải quyết nhưng không có ngày hẹn trả nên không xếp được trước hạn, đúng hạn hay quá hạn: { $provided }.
    .title = Hồ sơ không có ngày hẹn trả
    .fix = Bổ sung ngày hẹn trả trên hệ thống rồi xuất lại.
    .why = Trước hạn + đúng hạn + quá hạn khi đó nhỏ hơn tổng số đã giải quyết.

X517 = { $count } hồ sơ đã trả lại, rút hoặc từ chối nhưng không có ngày kết thúc: { $provided }.
    .title = Hồ sơ kết thúc không có ngày
    .fix = Bổ sung ngày kết thúc trên hệ thống rồi xuất lại.
    .why = Không biết kết thúc trong kỳ nào nên hồ sơ không được tính là đã giải quyết hay đang giải quyết.

X518 = { $count } hồ sơ hệ thống ghi quá hạn nhưng tính theo ngày thì không: { $provided }. Số đếm tính theo ngày.
    .title = Quá hạn theo hệ thống, không quá hạn theo ngày
    .fix = Kiểm tra giờ hẹn trả và thời gian tạm dừng của hồ sơ; nếu hệ thống đúng thì nêu ở thuyết minh.
    .why = Hệ thống tính theo giờ và ngày nghỉ, báo cáo tính theo ngày; cần biết số báo cáo lấy theo cách nào.

X519 = { $count } hồ sơ quá hạn tính theo ngày nhưng hệ thống ghi không quá hạn: { $provided }. Số đếm tính theo ngày.
    .title = Quá hạn theo ngày, không quá hạn theo hệ thống
    .fix = Kiểm tra gia hạn, tạm dừng, bổ sung hồ sơ; nếu hệ thống đúng thì nêu ở thuyết minh.
    .why = Hồ sơ được tạm dừng hoặc gia hạn có thể vẫn đúng hạn; cần biết số báo cáo lấy theo cách nào.

X520 = { $count } hồ sơ có từ chưa được giải thích: { $provided }.
    .title = Từ chưa được giải thích
    .fix = Thêm từ này vào danh sách đúng nghĩa trong input/plan/dossiers.toml.
    .why = Từ không rõ nghĩa không được đoán, nên hồ sơ có thể thiếu ở một số đếm.

dossiers-none = chưa có dữ liệu hồ sơ để đối chiếu
dossiers-not-claimed = chưa có số liệu của { $offices }
dossiers-no-common-figure = các đơn vị không có số chung
dossiers-no-export = không tệp hồ sơ nào đọc được
dossiers-rejected = tệp { $file } không đọc được
dossiers-lacks = tệp { $file } không có cột { $columns }
dossiers-row = dòng { $row }
dossiers-and-more = và { $count } hồ sơ khác (xem “Hồ sơ cần xem”)
dossiers-more-outside = và { $count } hồ sơ khác (xem “Hồ sơ ngoài số đếm”)

## Lệnh doi-chieu

help-reconcile = Đối chiếu số liệu với danh sách hồ sơ, không ghi tệp nào (doi-chieu)
    .usage = cchc reconcile [TÙY CHỌN]
    .examples =
        Ví dụ:
          cchc doi-chieu                          kỳ mới nhất: input/<kỳ>/dossiers/
          cchc doi-chieu --period 2025-Q3         một kỳ
          cchc doi-chieu --format json            cho chương trình khác
error-no-dossiers = chưa có dữ liệu hồ sơ để đối chiếu: thư mục { $path } không có tệp nào. Hãy xuất danh sách hồ sơ của kỳ từ hệ thống một cửa (.csv, .xlsx, .xls) rồi đặt vào đó.
error-no-dossier-elements = không số liệu nào của kế hoạch đếm hồ sơ nên không có gì để đối chiếu. Khai dossier = "resolved.on_time" (hoặc từ khác) cho số liệu trong elements.toml.
reconcile-head = Đối chiếu số liệu với hồ sơ · { $period }
reconcile-dossiers = { $sound }/{ $all } hồ sơ không có vấn đề; { $odd } hồ sơ cần xem.
reconcile-figures = { $tied } số liệu khớp với hồ sơ, { $differ } chênh lệch, { $open } chưa đối chiếu được.
reconcile-heading-figures = Số liệu
reconcile-element = Chỉ tiêu
reconcile-claimed = Báo cáo
reconcile-counted = Đếm được
reconcile-difference = Chênh lệch
reconcile-heading-candidates = Hồ sơ không có trong số đếm của số liệu báo cáo lớn hơn
reconcile-heading-exceptions = Hồ sơ cần xem
reconcile-heading-open = Chưa đối chiếu được
reconcile-heading-files = Tệp hồ sơ
reconcile-rows = { $rows } hồ sơ, { $other } dòng khác
