# Một ô: con số, lựa chọn, ngày tháng, trạng thái nhiệm vụ (V301–V327).
# $element tên chỉ tiêu hoặc nhiệm vụ · $provided ô ghi gì · $where tệp, trang tính, ô · $detail tùy mã · $expected tùy mã

V301 = “{ $element }” để trống tại { $where }. Cần một con số; không có phát sinh thì ghi 0 hoặc “Không phát sinh”.
    .title = Thiếu số liệu bắt buộc
    .fix = Nhập số liệu vào ô này. Kỳ này không có thì ghi 0 hoặc “Không phát sinh”, không để trống.
    .why = Ô trống không cho biết là bằng 0 hay chưa có số liệu. Số chung của xã chỉ tính được khi mọi đơn vị đều có số, nên ô trống không bao giờ được coi là 0.

V302 = { $detail ->
        [date] “{ $element }” tại { $where } ghi ngày tháng “{ $provided }”. Cần một con số, ví dụ 35.
        [boolean] “{ $element }” tại { $where } ghi giá trị đúng/sai “{ $provided }”. Cần một con số, ví dụ 35.
        [percent] “{ $element }” tại { $where } ghi tỷ lệ phần trăm “{ $provided }”. Cần số lượng, ví dụ 35.
        [too_large] “{ $element }” tại { $where } ghi “{ $provided }”, lớn hơn mức có thể có (quá 15 chữ số).
       *[word] “{ $element }” tại { $where } ghi “{ $provided }”, không phải là số. Cần một con số, ví dụ 35.
    }
    .title = Không phải là số
    .fix = Nhập một con số, chỉ gồm chữ số. Nếu không có thì ghi 0 hoặc “Không phát sinh”. Nếu ô bị định dạng sai (ngày tháng, phần trăm) thì đổi định dạng ô về Số rồi nhập lại.
    .why = Chỉ con số mới cộng và so sánh được. “Không”, “x” hay “có” có thể hiểu nhiều cách nên không được đoán thành 0 hoặc 1.

V303 = “{ $element }” tại { $where } ghi “{ $provided }”. Chỉ tiêu này đếm số lượng, cần số nguyên, ví dụ 12 hoặc 1.234.
    .title = Không phải là số nguyên
    .fix = Nhập số nguyên. Dấu chấm chỉ dùng để tách hàng nghìn (1.234), sau dấu chấm có đủ ba chữ số.
    .why = Hồ sơ, văn bản, nhiệm vụ được đếm từng đơn vị; số lẻ thường là gõ nhầm dấu chấm, dấu phẩy hoặc nhầm ô.

V304 = “{ $element }” tại { $where } ghi số âm “{ $provided }”. Số lượng phải từ 0 trở lên.
    .title = Số âm
    .fix = Nhập lại số liệu, từ 0 trở lên. Muốn giảm số liệu đã báo cáo thì sửa số của kỳ đó hoặc giải trình ở cột Ghi chú.
    .why = Số lượng không thể âm; số âm thường là dấu gạch đầu dòng, phép trừ hoặc số điều chỉnh nhập nhầm chỗ.

V305 = “{ $element }” tại { $where } ghi “{ $provided }”. Tỷ lệ phải từ 0% đến 100%.
    .title = Tỷ lệ ngoài khoảng 0–100%
    .fix = Kiểm tra tử số và mẫu số, nhập lại tỷ lệ từ 0 đến 100, ví dụ 97,5. Không nhập 9750 cho 97,5%.
    .why = Tỷ lệ trên 100% hoặc âm thường do tử số lớn hơn mẫu số hoặc nhầm dấu phẩy.

V306 = { $detail ->
        [thousands] “{ $element }” tại { $where } ghi “{ $provided }”: không rõ dấu chấm tách hàng nghìn hay phần lẻ. Tỷ lệ ghi theo điểm phần trăm, ví dụ 97,5.
       *[fraction] “{ $element }” tại { $where } ghi “{ $provided }”: không rõ là phần trăm hay tỷ số (0,975 là 97,5% hay 0,975%; 1 là 100% hay 1%).
    }
    .title = Không rõ thang tỷ lệ
    .fix = Nhập kèm dấu phần trăm, phần lẻ sau dấu phẩy, ví dụ 97,5% hoặc 0,5%.
    .why = Hai cách hiểu chênh nhau một trăm hoặc một nghìn lần; số liệu không được đoán.

V307 = “{ $element }” tại { $where } ghi “{ $provided }”, chưa phải con số chính xác. Cần đúng một con số, ví dụ 20.
    .title = Số không chính xác
    .fix = Nhập con số chính xác, bỏ các từ và dấu “khoảng”, “trên”, “gần”, “~”, “>”, “≥”. Nếu là số ước thì nhập con số và ghi “số ước” ở cột Ghi chú.
    .why = Từ con số áng chừng không kết luận được đạt hay không đạt chỉ tiêu.

V308 = “{ $element }” tại { $where } ghi “{ $provided }”, có nhiều hơn một con số. Mỗi ô chỉ ghi một con số.
    .title = Nhiều số trong một ô
    .fix = Tách mỗi số vào đúng dòng của nó: với “12/15”, số 12 ghi ở dòng tử số, số 15 ghi ở dòng mẫu số. Phần diễn giải ghi ở cột Ghi chú.
    .why = Không biết được số nào là số của chỉ tiêu này.

V309 = “{ $element }” tại { $where } ghi “{ $provided }”, không có trong danh mục. Chọn một trong: { $detail }.
    .title = Không có trong danh mục
    .fix = Ghi mã hoặc tên đúng như danh mục: { $detail }.
    .why = Chỉ các lựa chọn trong danh mục mới tổng hợp được giữa các đơn vị.

V310 = “{ $element }” tại { $where } báo lỗi công thức { $provided }. Cần một kết quả đọc được.
    .title = Lỗi công thức
    .fix = Sửa công thức trong ô (chia cho 0, tham chiếu đã bị xóa) hoặc nhập thẳng kết quả.
    .why = Ô báo lỗi không có giá trị; mọi số tổng hợp từ ô này đều thiếu.

V311 = “{ $element }” tại { $where } có công thức { $provided } nhưng tệp không lưu kết quả.
    .title = Công thức chưa có kết quả
    .fix = Mở tệp bằng Excel hoặc LibreOffice, chờ tính xong, lưu lại rồi gửi; hoặc nhập thẳng kết quả.
    .why = Một số phần mềm xuất tệp không tính công thức. Chương trình chỉ dùng kết quả đơn vị đã thấy trên màn hình, không tự tính thay.

V312 = “{ $element }” tại { $where } ghi “{ $provided }” theo kiểu Mỹ, đã đọc là { $detail }. Theo cách viết của Việt Nam, dấu chấm tách hàng nghìn, dấu phẩy tách phần lẻ.
    .title = Số viết kiểu Mỹ
    .fix = Kiểm tra số đã đọc ({ $detail }). Lần sau viết 1.234,5 hoặc chỉ viết chữ số.
    .why = Cùng một chuỗi “1,234” có thể là một nghìn hai trăm ba mươi tư hoặc một phẩy hai ba tư.

V313 = “{ $element }” tại { $where } ghi “{ $provided }”: đã lấy con số, bỏ phần chữ “{ $detail }”.
    .title = Bỏ phần chữ đi kèm số
    .fix = Lần sau chỉ nhập con số; đơn vị tính đã có ở cột riêng.
    .why = Phần chữ không làm thay đổi con số, nhưng ô chỉ có số thì không thể đọc nhầm.

V314 = “{ $element }” tại { $where } ghi “{ $provided }” kèm đơn vị khác với đơn vị tính của biểu ({ $unit }).
    .title = Số kèm đơn vị tiền, hàng số
    .fix = Đổi ra đúng đơn vị tính của biểu rồi chỉ nhập con số: với đơn vị triệu đồng, “5 tỷ 200 triệu” nhập là 5.200.
    .why = Đổi đơn vị hộ dễ sai một nghìn lần mà không ai thấy.

V315 = “{ $element }” tại { $where } ghi “{ $provided }”, tức là trên một triệu tỷ đồng nếu đơn vị tính là triệu đồng. Có thể đã nhập theo đồng.
    .title = Nghi nhầm đơn vị tiền
    .fix = Nếu số đang tính theo đồng thì chia cho 1.000.000 và nhập lại theo triệu đồng.
    .why = Nhầm đồng với triệu đồng làm số tổng hợp sai một triệu lần.

V316 = “{ $element }” tại { $where } ghi “{ $provided }”, chưa có số liệu. Cần số liệu của kỳ báo cáo.
    .title = Ghi chú thay cho số liệu
    .fix = Nhập số liệu khi đã có và gửi lại biểu. Kỳ này không có thì ghi 0 hoặc “Không phát sinh”.
    .why = “Đang cập nhật” nghĩa là chưa biết; chưa biết khác với bằng 0, nên số chung của xã chưa tính được.

V317 = { $detail ->
        [month_first] “{ $element }” tại { $where } ghi “{ $provided }”: có vẻ tháng đứng trước ngày. Cần ngày/tháng/năm, ví dụ 25/12/2025.
        [no_day] “{ $element }” tại { $where } ghi “{ $provided }”, thiếu ngày. Cần đủ ngày/tháng/năm, ví dụ 09/12/2025.
        [no_such_day] “{ $element }” tại { $where } ghi “{ $provided }”, không có ngày này trong lịch. Cần ngày/tháng/năm, ví dụ 30/9/2025.
        [out_of_range] “{ $element }” tại { $where } ghi “{ $provided }”, năm nằm ngoài khoảng 1900–2200.
        [recurring] “{ $element }” tại { $where } ghi “{ $provided }”, không phải một ngày cụ thể. Cần ngày/tháng/năm, ví dụ 09/12/2025.
       *[other] “{ $element }” tại { $where } ghi “{ $provided }”, không phải là ngày. Cần ngày/tháng/năm, ví dụ 09/12/2025.
    }
    .title = Ngày không hợp lệ
    .fix = Nhập ngày theo thứ tự ngày/tháng/năm, đủ bốn chữ số của năm, ví dụ 09/12/2025.
    .why = Ngày quyết định đúng hạn hay quá hạn; ngày không rõ thì không kết luận được.

V318 = “{ $element }” tại { $where } ghi “{ $provided }”, thiếu năm; đã lấy năm của kỳ báo cáo: { $detail }.
    .title = Ngày thiếu năm
    .fix = Kiểm tra ngày đã đọc ({ $detail }) và ghi đủ năm, ví dụ 30/9/2025.
    .why = Nhiệm vụ có thể hoàn thành từ năm trước; lấy nhầm năm làm sai kết luận đúng hạn.

V319 = “{ $element }” tại { $where } ghi số “{ $provided }” không có định dạng ngày; đã đọc là { $detail }.
    .title = Ngày bị hiện thành số
    .fix = Kiểm tra ngày đã đọc ({ $detail }), đổi định dạng ô về Ngày hoặc gõ lại ngày/tháng/năm.
    .why = Excel lưu ngày bằng số thứ tự; mất định dạng thì ngày hiện thành số và có thể là số khác nhập nhầm.

V320 = “{ $element }” tại { $where } có trạng thái “{ $provided }”. Cần một trong: Đã hoàn thành, Đang thực hiện, Chưa thực hiện.
    .title = Trạng thái nhiệm vụ trống hoặc không rõ
    .fix = Ghi đúng một trong ba trạng thái: Đã hoàn thành, Đang thực hiện, Chưa thực hiện. Phần giải thích ghi ở cột Ghi chú.
    .why = Trạng thái khác ba trạng thái này không xếp được vào hoàn thành, đang thực hiện hay quá hạn.

V321 = “{ $element }” tại { $where } ghi đã hoàn thành nhưng không có ngày hoàn thành; tạm tính là hoàn thành đúng hạn.
    .title = Hoàn thành nhưng thiếu ngày
    .fix = Nhập ngày hoàn thành theo ngày/tháng/năm và số, ký hiệu văn bản, sản phẩm.
    .why = Không có ngày thì không kiểm chứng được đúng hạn hay quá hạn.

V322 = “{ $element }” tại { $where } ghi ngày hoàn thành { $provided }, sau ngày cuối của kỳ báo cáo ({ $expected }); nhiệm vụ được tính là đang thực hiện.
    .title = Ngày hoàn thành sau kỳ báo cáo
    .fix = Nếu chưa hoàn thành trong kỳ thì ghi “Đang thực hiện” và xóa ngày; nếu gõ nhầm thì sửa lại ngày.
    .why = Báo cáo chỉ tính việc đã xong đến ngày cuối của kỳ; việc xong sau đó thuộc kỳ sau.

V323 = “{ $element }” tại { $where } ghi “{ $provided }” ở dạng khoa học, đã đọc là { $detail }.
    .title = Số ở dạng khoa học
    .fix = Kiểm tra số đã đọc ({ $detail }) và nhập lại đủ chữ số.
    .why = Dạng 1,2E+3 thường do cột hẹp hoặc do chuyển tệp, có thể đã mất các chữ số cuối.

V324 = Thiếu dòng bắt buộc “{ $element }” trong biểu tại { $where }.
    .title = Thiếu dòng bắt buộc
    .fix = Thêm lại dòng này với đúng mã và tên như biểu mẫu rồi nhập số liệu; hoặc lấy biểu mẫu mới bằng lệnh “cchc bieu-mau”.
    .why = Dòng bị xóa thì không có số liệu; chương trình không coi dòng bị thiếu là 0.

V325 = “{ $element }” tại { $where } ghi năm hai chữ số “{ $provided }”, đã đọc là { $detail }.
    .title = Năm có hai chữ số
    .fix = Lần sau ghi đủ bốn chữ số của năm, ví dụ 09/12/2025.
    .why = Năm hai chữ số có thể bị đọc nhầm với ngày hoặc tháng.

V326 = “{ $element }” tại { $where } có ký hiệu cảm xúc: { $detail }.
    .title = Ký hiệu cảm xúc trong văn bản
    .fix = Xóa các ký hiệu này; báo cáo là văn bản hành chính.
    .why = Nội dung được giữ nguyên và sẽ in trong báo cáo; nhiều máy in và phông chữ không có các ký hiệu này.

V327 = “{ $element }” tại { $where } ghi “{ $provided }” dưới dạng số.
    .title = Mã số định danh lưu dưới dạng số
    .fix = Định dạng ô là Text rồi nhập lại cả số 0 ở đầu. Báo cáo không cần số định danh cá nhân.
    .why = Excel bỏ số 0 ở đầu và làm tròn chữ số của mã số dài; mã số gốc không khôi phục được.
