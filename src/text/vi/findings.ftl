# Tệp, nhận dạng, cấu trúc, thời hạn, điều chỉnh (F, I, S, D, A).
# $where tệp, trang tính, ô · $provided đã thấy gì · $expected cần gì · $detail tùy mã

F001 =
    Không đọc được tệp { $where }: tệp hỏng hoặc không mở được ({ $detail ->
        [PermissionDenied] không có quyền đọc
        [NotFound] không còn tệp
        [Outside] liên kết ra ngoài thư mục
        [NotRegular] không phải tệp thường
        [FilesystemLoop] liên kết vòng
       *[other] { $detail }
    }).
    .title = Tệp hỏng
    .fix = Mở tệp bằng Excel, lưu lại thành tệp .xlsx mới rồi gửi lại. Nếu Excel cũng không mở được thì xuất lại từ bản gốc.
    .why = Tệp gửi dở dang hoặc hỏng khi chép không cho biết số liệu nào còn đúng, nên không dùng phần nào.

F002 = Tệp { $where } có mật khẩu nên không đọc được.
    .title = Tệp có mật khẩu
    .fix = Mở tệp bằng Excel, bỏ mật khẩu (Tệp › Thông tin › Bảo vệ sổ làm việc) rồi gửi lại.
    .why = Nội dung tệp được mã hóa; không có mật khẩu thì không đọc được số liệu nào.

F003 = Tệp { $where } vượt giới hạn về { limit-name }: nhiều nhất { $most } { limit-unit } ({ $detail }).
    .title = Tệp quá lớn
    .fix = Gửi lại tệp chỉ có biểu báo cáo; xóa trang tính thừa, hình ảnh và các dòng trống đã định dạng. Nếu tệp đúng là phải lớn như vậy, người tổng hợp nâng { $limit } trong input/limits.toml (xem docs/limits.md).
    .why = Biểu báo cáo chỉ vài trăm dòng. Tệp lớn bất thường có thể làm treo máy nên không được đọc.

F004 = Việc đọc tệp { $where } bị dừng: { $limit ->
        [seconds] đọc quá { $most } giây
        [memory_bytes] tiến trình đọc tự dừng, thường vì cần hơn { $most } byte bộ nhớ
       *[other] thư viện đọc gặp lỗi
    } ({ $detail }).
    .title = Dừng đọc tệp
    .fix = Chép số liệu sang biểu mẫu mới, lưu thành .xlsx rồi gửi lại. Giới hạn về thời gian và bộ nhớ nâng được bằng seconds và memory_bytes trong input/limits.toml (xem docs/limits.md).
    .why = Một tệp lỗi không được làm hỏng việc đọc các tệp khác, nên chỉ tệp này bị bỏ qua.

F005 = Tệp { $where } không phải bảng tính đọc được ({ $detail }). Cần .xlsx, .xls, .xlsm, .xlsb, .ods, .csv hoặc .tsv.
    .title = Định dạng không hỗ trợ
    .fix = Nhập số liệu vào biểu mẫu Excel rồi gửi lại. Đổi phần mở rộng của tên tệp không làm thay đổi định dạng.
    .why = Số liệu trong ảnh chụp, PDF, văn bản Word hay trang web không có bảng không lấy ra được một cách chắc chắn.

F006 = Chữ trong tệp { $where } đã mất dấu khi lưu (bảng mã { $detail }).
    .title = Mất dấu tiếng Việt
    .fix = Mở lại bản gốc bằng Excel, lưu thành .xlsx hoặc “CSV UTF-8” rồi gửi lại.
    .why = Các chữ có dấu đã bị thay bằng dấu hỏi và không khôi phục được, nên không biết chắc dòng nào là chỉ tiêu nào.

F007 = Tệp { $where } có macro; macro không được chạy, số liệu vẫn được đọc.
    .title = Bỏ qua macro
    .fix = Không cần làm gì. Nên gửi tệp .xlsx, không có macro.
    .why = Macro có thể chứa mã độc nên không bao giờ được chạy.

F008 = Tệp { $where } thực ra là { $detail }, khác với phần mở rộng của tên tệp; đã đọc theo nội dung.
    .title = Phần mở rộng khác nội dung
    .fix = Không cần làm gì. Lần sau dùng “Lưu thành” thay vì đổi tên tệp.
    .why = Định dạng được nhận theo nội dung; tên sai có thể làm chương trình khác không mở được tệp.

F009 = Tệp { $where } không ghi rõ bảng mã; đã đọc theo { $detail }.
    .title = Bảng mã được suy đoán
    .fix = Xem lại chữ có dấu trong báo cáo. Lần sau lưu thành “CSV UTF-8” hoặc .xlsx.
    .why = Đoán sai bảng mã làm sai chữ có dấu, không làm sai con số.

F010 = Tệp { $where } có dấu ngoặc kép mở ở dòng { $detail } mà không đóng.
    .title = Ngoặc kép không đóng
    .fix = Đóng hoặc xóa dấu ngoặc kép ở dòng đó, hoặc lưu lại tệp bằng Excel.
    .why = Từ dấu ngoặc đó trở đi không biết đâu là hết một ô, nên mọi số liệu phía sau có thể sai chỗ.

F011 = Tệp { $where } trống, không có ô nào.
    .title = Tệp trống
    .fix = Kiểm tra xem có gửi nhầm tệp không rồi gửi lại biểu đã nhập số liệu.
    .why = Tệp trống không phải là báo cáo “không phát sinh”; muốn báo không phát sinh thì đánh dấu ở trang Thông tin.

F012 = Từ { $where } có chữ gõ bằng phông chữ cũ, không phải Unicode; đã chuyển sang Unicode (bảng mã · số ô: { $detail }).
    .title = Chữ theo bảng mã cũ
    .fix = Xem lại chữ có dấu của các ô này trong báo cáo. Chuyển tệp gốc sang Unicode, dùng phông chữ Times New Roman, rồi lưu lại.
    .why = Phông .VnTime (TCVN3) và VNI-Times ghi mỗi chữ bằng ký hiệu khác; bảng mã được nhận theo từ nên có thể nhầm, con số không bị ảnh hưởng.

F013 = Từ { $where } có chữ bị đọc sai bảng mã khi lưu; đã khôi phục dấu (bảng mã gốc · số ô: { $detail }).
    .title = Chữ bị lỗi đã khôi phục
    .fix = Xem lại chữ có dấu của các ô này trong báo cáo. Lần sau mở tệp CSV bằng Dữ liệu › Từ Văn bản/CSV, chọn bảng mã UTF-8.
    .why = Chữ UTF-8 bị mở như bảng mã Windows rồi lưu lại; các chữ có dấu thành chuỗi ký hiệu lạ, con số không bị ảnh hưởng.

F014 = Tệp { $where } tách ô bằng dấu phẩy mà số thập phân cũng viết bằng dấu phẩy: dòng { $detail } nhiều ô hơn dòng tiêu đề.
    .title = Dấu phẩy thập phân làm thừa ô
    .fix = Lưu lại từ Excel dưới dạng “CSV UTF-8” (tách ô bằng dấu chấm phẩy), hoặc gửi tệp .xlsx.
    .why = “97,5” thành hai ô 97 và 5; không thể biết chắc ô nào là số liệu, nên không dùng gì của tệp.

F015 = Có { $count } tệp không phải bảng tính nên không đọc: { $provided }.
    .title = Tệp không phải bảng tính
    .fix = Nếu là tài liệu kiểm chứng thì không phải làm gì. Nếu là báo cáo của đơn vị, đề nghị gửi lại dạng Excel, ODS hoặc CSV theo biểu mẫu.
    .why = Báo cáo bản quét, Word hoặc tệp nén không có số liệu mà chương trình đọc được; không nêu ra thì dễ tưởng đã tính.

I101 = { $named ->
        [nobody] Không biết tệp { $where } của đơn vị nào: trong tệp không ghi, tên tệp và thư mục cũng không nêu rõ một đơn vị.
       *[unknown] “{ $provided }” tại { $where } không phải là đơn vị báo cáo của kế hoạch.
    }
    .title = Không rõ đơn vị
    .fix = Ghi Mã đơn vị hoặc Tên đơn vị ở trang Thông tin đúng như kế hoạch. Nếu là tệp của địa phương khác thì lấy tệp ra khỏi thư mục.
    .why = Số liệu ghi nhầm đơn vị làm sai cả hai đơn vị, nên tệp không rõ đơn vị thì không dùng.

I102 = Tệp nêu hai đơn vị khác nhau: “{ $first }” và “{ $second }” (tại { $where }).
    .title = Hai đơn vị trong một tệp
    .fix = Sửa Mã đơn vị và Tên đơn vị cho cùng một đơn vị. Mỗi đơn vị gửi một tệp riêng.
    .why = Không biết số liệu là của đơn vị nào thì không dùng được.

I103 = Tên tệp { $where } nêu { $other }, nội dung ghi { $office }; đã lấy theo nội dung.
    .title = Tên tệp khác nội dung
    .fix = Kiểm tra xem tệp có đúng của { $office } không; đúng thì đổi tên tệp, sai thì sửa trang Thông tin.
    .why = Thường do chép biểu của đơn vị khác rồi quên sửa; nếu nội dung sai thì số liệu bị ghi cho đơn vị khác.

I104 = Tệp ghi kỳ báo cáo “{ $provided }” tại { $where }{ $scope ->
        [lone] , không có trong kế hoạch.
       *[folder] ; thư mục này là của kỳ { $period }.
    }
    .title = Sai kỳ báo cáo
    .fix = Chuyển tệp về thư mục đúng kỳ, hoặc sửa Kỳ báo cáo trong tệp nếu ghi nhầm.
    .why = Số liệu của kỳ khác cộng vào kỳ này làm sai cả hai kỳ, nên tệp không được dùng.

I105 = Phiên bản biểu ghi “{ $provided }” tại { $where }, phiên bản hiện nay là { $expected }; mọi mã trong biểu vẫn dùng được.
    .title = Biểu phiên bản khác
    .fix = Kỳ sau dùng biểu mới do lệnh bieu-mau tạo. Kiểm tra xem có chỉ tiêu mới nào chưa báo cáo không.
    .why = Biểu cũ có thể thiếu chỉ tiêu mới hoặc dùng tên cũ.

I106 = Phiên bản biểu ghi “{ $provided }” tại { $where }, phiên bản hiện nay là { $expected }; kế hoạch không có mã { $ids }.
    .title = Biểu phiên bản khác, có mã lạ
    .fix = Nhập lại số liệu vào biểu hiện nay (lệnh bieu-mau) rồi gửi lại.
    .why = Mã lạ cho thấy biểu được lập cho bộ chỉ tiêu khác; các mã trùng tên có thể đã đổi nội dung nên không dùng phần nào.

I107 = { $office } gửi hai bản khác nhau, không biết bản nào sau: { $file } và { $other }. Không bản nào được dùng.
    .title = Nhiều bản không rõ thứ tự
    .fix = Ghi ngày giờ nhận của từng tệp vào received.csv, hoặc bỏ bản sai ra khỏi thư mục.
    .why = Chọn nhầm bản thì báo cáo sai số liệu mà không ai biết.

I108 = { $file } được thay bằng bản nhận sau: { $other }.
    .title = Bản cũ được thay
    .fix = Không cần làm gì nếu bản sau là bản đúng; nếu không thì sửa received.csv hoặc bỏ bản sau ra khỏi thư mục.
    .why = Cùng một biểu gửi nhiều lần thì bản nhận sau có giá trị.

I109 = { $file } có số liệu giống { $other }; chỉ dùng một bản.
    .title = Bản trùng
    .fix = Không cần làm gì; có thể xóa bớt một bản.
    .why = Hai bản giống nhau nếu cùng cộng thì số liệu tăng gấp đôi, nên chỉ một bản được dùng.

I110 = Không hiểu kỳ báo cáo “{ $provided }” tại { $where }{ $scope ->
        [lone] .
       *[folder] ; đã lấy kỳ của thư mục: { $period }.
    }
    .title = Không hiểu kỳ báo cáo
    .fix = Ghi kỳ báo cáo như “Quý IV/2025”, “6 tháng đầu năm 2025” hoặc “Năm 2025”.
    .why = Nếu tệp là của kỳ khác thì số liệu bị tính sai kỳ; cần người xem lại.

I111 = Kỳ báo cáo “{ $provided }” tại { $where } không ghi năm{ $scope ->
        [lone] .
       *[folder] ; đã hiểu theo kỳ của thư mục: { $period }.
    }
    .title = Kỳ báo cáo thiếu năm
    .fix = Ghi đủ năm, ví dụ “Quý IV/2025”.
    .why = Biểu của năm trước có thể bị gửi nhầm mà không nhận ra.

I112 = { $where } đánh dấu “Không phát sinh” nhưng { $count } chỉ tiêu có số liệu; số liệu đã ghi vẫn được tính.
    .title = Không phát sinh nhưng có số liệu
    .fix = Bỏ dấu “Không phát sinh” nếu có phát sinh; nếu không thì xóa các số liệu đã ghi.
    .why = Hai điều mâu thuẫn nhau: hoặc dấu sai, hoặc số liệu là của kỳ trước còn sót lại.

I113 = Sổ nhận ghi tệp “{ $file }” tại { $where } nhưng trong thư mục không có tệp này.
    .title = Sổ nhận có tệp không tồn tại
    .fix = Sửa tên tệp trong received.csv cho đúng, hoặc chép tệp vào thư mục.
    .why = Tên sai thì ngày nhận không được tính cho tệp nào; tệp thiếu thì đơn vị bị coi là chưa gửi.

I114 = { $detail ->
        [table] Sổ nhận { $where } không có bảng với cột file và received_at.
        [file] Dòng của sổ nhận tại { $where } không ghi tên tệp.
       *[date] Ngày nhận “{ $provided }” tại { $where } không đọc được.
    }
    .title = Không đọc được sổ nhận
    .fix = Ghi mỗi dòng một tệp: tên tệp, ngày giờ nhận (ví dụ 09/12/2025 16:40), người gửi; dòng đầu là file,received_at,from.
    .why = Ngày nhận quyết định gửi đúng hạn hay muộn và bản nào là bản sau.

I115 = Tiêu đề biểu ghi “{ $provided }” tại { $where }, còn { $period } tính số liệu từ ngày { $expected }.
    .title = Biểu lập cho những ngày khác kỳ báo cáo
    .fix = Xuất lại biểu đúng từ ngày đầu đến ngày cuối của kỳ; nếu số liệu đã đúng kỳ thì sửa dòng tiêu đề.
    .why = Số liệu lấy rộng hơn hoặc hẹp hơn kỳ báo cáo thì hồ sơ bị tính trùng hoặc bỏ sót giữa hai kỳ.

S201 = Tệp { $where } không có bảng nào của biểu báo cáo.
    .title = Không có bảng của biểu
    .fix = Dùng biểu do lệnh bieu-mau tạo và giữ nguyên dòng tiêu đề: Mã, Chỉ tiêu, Kỳ này, Lũy kế… Nếu không phải báo cáo thì lấy tệp ra khỏi thư mục.
    .why = Bảng được nhận ra nhờ tên các cột; không có thì không biết con số nào là của chỉ tiêu nào.

S202 = Bảng tại { $where } thiếu cột “{ $column }”. Các cột đang có: { $provided }.
    .title = Thiếu cột
    .fix = Thêm cột hoặc sửa lại tên cột đúng như biểu mẫu.
    .why = Số liệu của cột bị thiếu không được báo cáo cho chỉ tiêu nào.

S203 = Dòng “{ $row }” tại { $where } không có trong kế hoạch nên không được tính.
    .title = Dòng lạ
    .fix = Nếu là chỉ tiêu của biểu thì ghi lại đúng Mã hoặc tên; nếu là dòng tự thêm thì chuyển nội dung sang Ghi chú hoặc Thuyết minh.
    .why = Mã hoặc tên bị sửa thì số liệu không đến được chỉ tiêu của nó.

S204 = “{ $row }” có hai dòng khác nhau, dòng sau tại { $where } ghi “{ $provided }”; không dòng nào được tính.
    .title = Một chỉ tiêu hai dòng khác nhau
    .fix = Giữ lại một dòng với số liệu đúng, xóa dòng kia.
    .why = Không biết dòng nào đúng thì không được chọn thay đơn vị.

S205 = “{ $row }” có hai dòng giống nhau, dòng sau tại { $where }; chỉ tính một lần.
    .title = Một chỉ tiêu hai dòng giống nhau
    .fix = Xóa bớt một dòng.
    .why = Tính cả hai thì số liệu tăng gấp đôi.

S206 = Dòng “{ $row }” tại { $where } là chỉ tiêu của { $offices }, không phải của đơn vị này, nên không được tính.
    .title = Chỉ tiêu của đơn vị khác
    .fix = Xóa số liệu ở dòng này; nếu đơn vị phải báo cáo chỉ tiêu này thì đề nghị sửa kế hoạch.
    .why = Mỗi chỉ tiêu chỉ lấy từ đơn vị được giao; lấy cả hai nơi thì số liệu tính trùng.

S207 = Trang tính “{ $sheet }” bị ẩn nhưng có bảng số liệu ({ $where }); số liệu vẫn được đọc.
    .title = Trang tính ẩn có số liệu
    .fix = Bỏ ẩn trang tính và kiểm tra số liệu, hoặc xóa trang nếu là bản cũ.
    .why = Số liệu ẩn thường là bản cũ còn sót lại mà người gửi không thấy.

S208 = Mục “{ $section }” tại { $where } không có trong đề cương. Các mục: { $known }.
    .title = Mục thuyết minh lạ
    .fix = Ghi cột Mục bằng mã lĩnh vực (N1, N2…) hoặc đúng tên một mục của đề cương.
    .why = Không biết đoạn văn thuộc phần nào của báo cáo thì không đưa vào được.

S209 = Cột “{ $column }” tại { $where } không có trong biểu mẫu nên không được đọc.
    .title = Cột lạ
    .fix = Không cần làm gì nếu là cột tự theo dõi; nếu là cột của biểu thì sửa lại tên cột.
    .why = Tên cột bị sửa thì số liệu trong cột không được tính.

S210 = Từ { $where } có ô nằm trong dòng hoặc cột bị ẩn: { $detail }; các ô đó vẫn được đọc.
    .title = Dòng hoặc cột ẩn có số liệu
    .fix = Bỏ ẩn (hoặc bỏ lọc) rồi xem lại các dòng, cột này; nội dung không cần gửi thì xóa hẳn.
    .why = Người gửi không nhìn thấy những gì bị ẩn, nên có thể gửi nhầm số liệu cũ.

S212 = Nhiệm vụ “{ $row }” tại { $where } do { $lead } chủ trì; báo cáo của đơn vị khác không được tính.
    .title = Nhiệm vụ của đơn vị khác
    .fix = Xóa dòng này; phần phối hợp thực hiện ghi ở Thuyết minh.
    .why = Tình trạng của nhiệm vụ chỉ lấy theo đơn vị chủ trì, để không có hai câu trả lời cho một nhiệm vụ.

S214 = { $detail ->
        [no_table] { $office } đã gửi báo cáo nhưng không có bảng Số liệu (tệp { $where }).
       *[blank] { $office } đã gửi biểu nhưng không có số liệu nào (tệp { $where }).
    }
    .title = Báo cáo không có số liệu
    .fix = Nhập số liệu vào bảng Số liệu rồi gửi lại. Nếu kỳ này không phát sinh thì đánh dấu “Không phát sinh” ở trang Thông tin.
    .why = Ô trống không có nghĩa là bằng 0; số chung của xã chưa tính được khi thiếu số liệu của một đơn vị.

S215 = Cột “{ $provided }” tại { $where } được hiểu là cột “{ $expected }”.
    .title = Tên cột viết sai
    .fix = Sửa tên cột đúng như biểu mẫu; nếu là cột khác thì đặt tên khác hẳn.
    .why = Cột được nhận ra nhờ tên; tên viết sai có thể là cột khác.

S217 = Số liệu { $row } có ở hai bảng và giống nhau ({ $other } và { $where }); chỉ tính một lần.
    .title = Số liệu có ở hai bảng, giống nhau
    .fix = Không phải sửa. Lần sau chỉ cần ghi ở một bảng.
    .why = Tính cả hai bảng thì số liệu tăng gấp đôi.

S218 = Số liệu “{ $row }” có ở hai bảng nhưng khác nhau: { $expected } tại { $other }, { $provided } tại { $where }; không số nào được tính.
    .title = Số liệu có ở hai bảng, khác nhau
    .fix = Kiểm tra số nào đúng; sửa hoặc để trống ô kia rồi gửi lại.
    .why = Không biết bảng nào đúng thì không được chọn thay đơn vị.

S219 = Bảng tại { $where } có quá nhiều dòng tổng: chỉ đối chiếu được các dòng tổng đầu tiên, cộng tất cả { $most } dòng; các dòng tổng sau không được đối chiếu. Số liệu vẫn được tính theo các dòng chi tiết.
    .title = Quá nhiều dòng tổng
    .fix = Xóa các dòng tổng bị lặp rồi gửi lại.
    .why = Một biểu thật có vài dòng tổng; dòng tổng lặp lại hàng nghìn lần thường do lỗi khi xuất hoặc chép bảng.

S220 = Chưa đơn vị nào gửi nội dung cho mục: { $sections }. Báo cáo in “(Chưa có nội dung báo cáo)” ở các mục này.
    .title = Mục báo cáo chưa có nội dung
    .fix = Ghi nội dung ở trang Thuyết minh của biểu rồi gửi lại, hoặc ghi trong tong-hop.xlsx; không có gì để nêu thì ghi “Không có”.
    .why = Chương trình không tự viết thay đơn vị; mục để trống khiến báo cáo chưa trình ký được.

S221 = Cột “{ $provided }” ({ $where }) chứa thông tin cá nhân, không thuộc biểu báo cáo. Số liệu vẫn được đọc; sổ cái chỉ lưu mã băm của tệp, không lưu nội dung.
    .title = Cột thông tin cá nhân
    .fix = Xóa cột này rồi gửi lại tệp chỉ có số liệu tổng hợp.
    .why = Báo cáo không cần thông tin cá nhân của người dân; dữ liệu không được giữ thì không thể lộ.

D851 = Chưa nhận được báo cáo { $period } của { $office } (hạn { $due }).
    .title = Chưa nhận được báo cáo
    .fix = Đôn đốc đơn vị gửi báo cáo; nếu đã gửi thì chép tệp vào thư mục của kỳ.
    .why = Thiếu một đơn vị thì số chung của xã chưa tính được.

D852 = { $office } gửi báo cáo muộn: nhận { $received }, hạn { $due }.
    .title = Gửi muộn
    .fix = Không cần sửa số liệu. Nếu ngày nhận ghi sai thì sửa trong received.csv.
    .why = Việc gửi đúng hạn được theo dõi khi đánh giá đơn vị; báo cáo muộn vẫn được tính.

D853 = { $detail ->
        [table] Tệp gia hạn { $where } không có bảng với cột Đơn vị (office) và Gia hạn đến (until).
        [office] Gia hạn tại { $where }: “{ $provided }” không phải là đơn vị của kế hoạch.
        [no-office] Gia hạn tại { $where } không ghi đơn vị nào.
        [no-until] Gia hạn tại { $where } không ghi đến ngày nào.
        [date] Gia hạn tại { $where }: không đọc được ngày quyết định “{ $provided }”.
       *[until] Gia hạn tại { $where }: không đọc được ngày gia hạn đến “{ $provided }”.
    }
    .title = Gia hạn không hợp lệ
    .fix = Sửa tệp gia-han: cột Đơn vị ghi mã hoặc tên theo kế hoạch, cột Gia hạn đến ghi ngày theo dạng 12/12/2025.
    .why = Gia hạn quyết định đơn vị có gửi đúng hạn hay không nên phải rõ cho ai và đến ngày nào; dòng này chưa được tính.

D854 = Gia hạn cho { $office } tại { $where } không có { $detail ->
        [by] người cho gia hạn
       *[reason] lý do
    } nên chưa được tính.
    .title = Gia hạn không có lý do hoặc người quyết định
    .fix = Ghi lý do vào cột Lý do (reason) và người cho gia hạn vào cột Người quyết định (by).
    .why = Người kiểm tra phải biết vì sao một đơn vị được gửi sau hạn chung, và ai cho phép.

D856 = Gia hạn cho { $office } tại { $where } đến { $provided } không sau hạn chung { $due } nên không thay đổi gì.
    .title = Gia hạn không có tác dụng
    .fix = Kiểm tra lại ngày, tháng, năm; nếu đúng thì xóa dòng này.
    .why = Gia hạn chỉ kéo dài, không rút ngắn thời hạn; ngày này thường là nhầm tháng hoặc năm.

D857 = { $office } có hai gia hạn: { $where } và { $other }; tính theo ngày muộn hơn, { $until }.
    .title = Hai gia hạn cho một đơn vị
    .fix = Nếu gia hạn sau thay cho gia hạn trước thì xóa dòng cũ.
    .why = Chỉ một thời hạn được tính; đơn vị không bị thiệt vì thứ tự các dòng.

D858 = Gia hạn cho { $office } tại { $where } được quyết định ngày { $on }, sau khi đã hết hạn { $due }.
    .title = Gia hạn sau khi hết hạn
    .fix = Không cần sửa nếu ngày ghi đúng; gia hạn vẫn được tính.
    .why = Gia hạn sau khi đã quá hạn biến gửi muộn thành đúng hạn, nên người kiểm tra cần biết.

A901 = { $detail ->
        [table] Tệp điều chỉnh { $where } không có bảng với cột element và value.
        [office] Điều chỉnh tại { $where }: “{ $provided }” không phải là đơn vị của kế hoạch.
        [element] Điều chỉnh tại { $where }: “{ $provided }” không phải là chỉ tiêu do đơn vị báo cáo.
        [foreign] Điều chỉnh tại { $where }: chỉ tiêu “{ $provided }” không phải của đơn vị { $office }.
        [measure] Điều chỉnh tại { $where }: “{ $provided }” không phải là cột. Cần period (Kỳ này) hoặc cumulative (Lũy kế).
        [no_return] Điều chỉnh tại { $where }: đơn vị { $office } không có báo cáo được chấp nhận để điều chỉnh.
       *[value] Điều chỉnh “{ $element }” tại { $where }: không đọc được giá trị “{ $provided }”.
    }
    .title = Điều chỉnh không hợp lệ
    .fix = Sửa dòng này trong dieu-chinh: đơn vị, chỉ tiêu và cột theo mã của kế hoạch, giá trị là một con số.
    .why = Điều chỉnh thay số liệu của đơn vị nên phải rõ thay ở đâu và bằng bao nhiêu; dòng này chưa được áp dụng.

A902 = Điều chỉnh “{ $element }” của { $office } tại { $where } không có lý do nên chưa được áp dụng.
    .title = Điều chỉnh không có lý do
    .fix = Ghi lý do vào cột reason, ví dụ số và ngày của văn bản đề nghị điều chỉnh.
    .why = Người kiểm tra phải biết vì sao số liệu báo cáo khác với số liệu đơn vị gửi.

# Vì sao một tệp không được dùng
file-duplicate = trùng với tệp khác
file-superseded = đã có bản nhận sau
file-unordered = nhiều bản không rõ thứ tự
rejected-F001 = tệp hỏng
rejected-F002 = tệp có mật khẩu
rejected-F003 = tệp quá lớn
rejected-F004 = dừng đọc tệp
rejected-F005 = định dạng không hỗ trợ
rejected-F006 = mất dấu tiếng Việt
rejected-F010 = ngoặc kép không đóng
rejected-F014 = dấu phẩy thập phân làm thừa ô
rejected-F011 = tệp trống
rejected-I101 = không rõ đơn vị
rejected-I102 = hai đơn vị trong một tệp
rejected-I104 = sai kỳ báo cáo
rejected-I106 = biểu phiên bản khác, có mã lạ
rejected-S201 = không có bảng của biểu

# Giới hạn với mỗi tệp (F003, F004, docs/limits.md).

limit-name = { $limit ->
        [file_bytes] dung lượng tệp
        [entries] số thành phần bên trong tệp
        [unpacked_bytes] dung lượng sau khi giải nén và tổng dung lượng chữ trong các ô
        [unpack_ratio] tỷ lệ giữa dung lượng giải nén và dung lượng tệp
        [sheets] số trang tính
        [rows] số dòng của một trang tính
        [columns] số cột của một trang tính
        [cells] số ô của cả tệp
        [text_length] độ dài chữ trong một ô
        [seconds] thời gian đọc
       *[memory_bytes] bộ nhớ để đọc
    }
limit-unit = { $unit ->
        [entries] thành phần
        [times] lần
        [sheets] trang tính
        [rows] dòng
        [columns] cột
        [cells] ô
        [characters] ký tự
        [seconds] giây
       *[bytes] byte
    }
