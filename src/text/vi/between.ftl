# Giữa các kỳ và giữa các đơn vị: không chặn báo cáo, chỉ yêu cầu xem lại và giải trình.

T704 = “{ $element }”: cột Lũy kế là { $now }, nhỏ hơn { $least } đã có đến hết { $period } (giảm { $fall }). Số Kỳ này không âm nhiều như vậy nên lũy kế trong cùng một đợt tính không thể giảm.{ $note }
    .title = Lũy kế giảm so với kỳ trước
    .why = Lũy kế cộng dồn từ cùng một ngày, nên chỉ giảm khi số Kỳ này là số âm; nếu không, một trong hai lũy kế sai.
    .fix = Kiểm tra lại cột Lũy kế của kỳ này và kỳ trước; nếu đã điều chỉnh giảm số liệu kỳ trước, nêu lý do ở cột Ghi chú.
T705 = “{ $element }” ghi { $now }, nhưng cuối { $period } “{ $closing }” là { $before } (chênh lệch { $gap }). Số chuyển sang phải bằng số còn lại cuối kỳ trước.{ $note }
    .title = Số đầu kỳ khác số cuối kỳ trước
    .why = Hồ sơ chưa giải quyết xong cuối kỳ trước chính là hồ sơ chuyển sang kỳ này; khác nhau nghĩa là có hồ sơ bị sót hoặc bị đếm thêm.
    .fix = Đối chiếu với báo cáo kỳ trước và hệ thống giải quyết TTHC, sửa số sai; nếu kỳ trước đã được điều chỉnh, nêu lý do ở cột Ghi chú.
T706 = { $office }: { $provided } số liệu phát sinh (khác 0) của kỳ này giống hệt { $period }. Có thể biểu kỳ trước đã được gửi lại mà chưa cập nhật.
    .title = Số liệu không đổi so với kỳ trước
    .why = Số phát sinh của hai kỳ hầu như không bao giờ trùng nhau toàn bộ; thường là do sao chép biểu cũ.
    .fix = Rà soát từng số liệu với sổ theo dõi của kỳ này rồi gửi lại; nếu số liệu đúng là không đổi, nêu lý do ở cột Ghi chú.
T707 = “{ $element }”: kỳ này { $now }, { $period } { $before }, { $direction ->
        [up] tăng
       *[down] giảm
    } { $change }{ $base ->
        [zero] . Kỳ trước bằng 0 nên không tính được tỷ lệ phần trăm; thay đổi
       *[known] , bằng { $percent }% của số kỳ trước;
    } vượt mức phải giải trình (trên { $band }% và trên { $units } { $unit }).{ $note }
    .title = Biến động lớn so với kỳ trước
    .why = Thay đổi lớn giữa hai kỳ liền nhau có thể đúng, nhưng cũng thường là nhập nhầm; mức biến động do kế hoạch quy định (jump).
    .fix = Kiểm tra lại số liệu; nếu đúng, nêu nguyên nhân tăng, giảm ở cột Ghi chú.
T709 = “{ $element }” ghi { $now } { $unit }, { $period } là { $before }: { $direction ->
        [up] lớn hơn
       *[down] nhỏ hơn
    } khoảng { $factor } lần. Có thể số liệu được ghi nhầm đơn vị tính (đồng, nghìn đồng, triệu đồng, tỷ đồng).{ $note }
    .title = Có thể nhầm đơn vị tính
    .why = Số tiền chênh khoảng một nghìn, một triệu hoặc một tỷ lần giữa hai kỳ thường là do ghi nhầm đồng, nghìn đồng, triệu đồng, tỷ đồng.
    .fix = Ghi số theo đúng đơn vị tính của biểu ({ $unit }); nếu số kỳ trước mới sai, lập điều chỉnh; nếu cả hai đều đúng, nêu lý do ở cột Ghi chú.
O601 = { $offices } gửi cùng { $count } số liệu giống hệt nhau (mọi số khác 0 của các chỉ tiêu mà các đơn vị này cùng báo cáo). Có thể biểu của đơn vị này được sao chép cho đơn vị kia.
    .title = Các đơn vị có số liệu giống hệt nhau
    .why = Hai đơn vị độc lập hầu như không thể có toàn bộ số liệu trùng nhau.
    .fix = Đề nghị từng đơn vị đối chiếu với sổ theo dõi của mình và gửi lại biểu; nếu số liệu đúng, ghi chấp nhận vào input/plan/waivers.toml.

not-checked-no-period-before = chưa có báo cáo { $period } của { $offices }
not-checked-unit-slip = có thể nhầm đơn vị tính ở “{ $element }”

between-note = {" "}Đơn vị giải trình: “{ $note }”.
between-previous = kỳ trước
not-checked-first-period = kỳ đầu tiên của kế hoạch, chưa có kỳ trước để so sánh

waived = Đã được chấp nhận, không phải sửa. Lý do: { $reason } ({ $by }, đến { $until }).
A910 = Chấp nhận { $provided } cho { $scope } (đến { $until }) không ứng với phát hiện nào của kỳ này.
    .title = Chấp nhận không còn cần đến
    .why = Chấp nhận còn lại sau khi số liệu đã sửa, hoặc ghi nhầm đơn vị, chỉ tiêu, ô, có thể che một phát hiện khác về sau.
    .fix = Nếu số liệu đã được sửa, xóa mục này khỏi input/plan/waivers.toml; nếu ghi nhầm, sửa lại office, element hoặc cell.
A911 = Chấp nhận { $provided } cho { $scope } hết hiệu lực ngày { $until }, trước ngày cuối của { $period }; { $count } phát hiện mà mục này nêu vẫn được tính.
    .title = Chấp nhận đã hết hiệu lực
    .why = Mỗi chấp nhận chỉ có giá trị đến ngày ghi ở until; sau ngày đó phải xem lại lý do có còn đúng không.
    .fix = Nếu lý do vẫn còn, gia hạn until trong input/plan/waivers.toml; nếu không, xóa mục này và yêu cầu đơn vị sửa số liệu.
