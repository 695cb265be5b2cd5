# Rules over the whole round: wording of the plan's rules by operator, between-period checks, reasons.

rule-equal = { $name }: { $left }, cần bằng { $right }; chênh lệch { $gap }.{ $assumed }
    .fix = Đối chiếu các ô nêu trên với sổ theo dõi, sửa ô sai rồi gửi lại.
rule-at-most = { $name }: { $left }, không được lớn hơn { $right }; vượt { $gap }.{ $assumed }
    .fix = Kiểm tra lại hai số liệu, sửa ô sai rồi gửi lại.
rule-below = { $name }: { $left }, phải nhỏ hơn { $right }; chênh lệch { $gap }.{ $assumed }
    .fix = Kiểm tra lại hai số liệu, sửa ô sai rồi gửi lại.
rule-at-least = { $name }: { $left }, không được nhỏ hơn { $right }; chênh lệch { $gap }.{ $assumed }
    .fix = Kiểm tra lại hai số liệu, sửa ô sai rồi gửi lại.
rule-above = { $name }: { $left }, phải lớn hơn { $right }; chênh lệch { $gap }.{ $assumed }
    .fix = Kiểm tra lại hai số liệu, sửa ô sai rồi gửi lại.
rule-both-or-none = { $name }: { $left } và { $right } phải cùng có hoặc cùng không có số liệu.
    .fix = Bổ sung số liệu còn thiếu, hoặc bỏ trống cả hai nếu không phát sinh.
rule-not-both = { $name }: { $left } và { $right } không được cùng có số liệu.
    .fix = Giữ lại một trong hai số liệu.
rule-previous = { $name } (kỳ trước)
rule-assumed-zero = {" "}Số liệu chưa có được coi là 0 trong phép so sánh này: { $elements }.

tasks-total = tổng số nhiệm vụ
tasks-done = số nhiệm vụ đã hoàn thành
tasks-done-on-time = số nhiệm vụ hoàn thành đúng hạn
tasks-overdue = số nhiệm vụ quá hạn chưa hoàn thành

not-checked-missing = chưa có số liệu: { $elements }
not-checked-no-return = chưa có báo cáo được chấp nhận của { $office }
not-checked-division = phép chia cho 0

reason-zero-by-zero = không phát sinh (0/0)
reason-divided-by-zero = mẫu số bằng 0
reason-offices-missing = chưa đủ số liệu: { $reported }/{ $expected } đơn vị; còn thiếu: { $offices }
reason-earlier-missing = chưa có số liệu kỳ trước

R490 = Dòng “{ $row }”, cột { $column } tại { $where } ghi { $provided }, trong khi { $parts } = { $expected }; chênh lệch { $difference }.
    .title = Cột tổng không bằng tổng các cột
    .fix = Kiểm tra các ô của dòng này trong phần mềm đã xuất biểu, sửa rồi xuất lại.
    .why = Mỗi hồ sơ phải nằm đúng một cột chi tiết; không khớp nghĩa là có hồ sơ bị đếm thiếu hoặc đếm trùng.

R491 = Dòng “{ $row }”, cột { $column } tại { $where } ghi { $provided }, trong khi { $count } dòng của nó cộng lại là { $expected }; chênh lệch { $difference }. Chương trình tính theo các dòng.
    .title = Dòng tổng không bằng tổng các dòng
    .fix = Kiểm tra xem có dòng bị thiếu, bị lặp hoặc bị sửa tay; sửa rồi gửi lại.
    .why = Dòng tổng chỉ dùng để kiểm tra; số đưa vào báo cáo là tổng các dòng, hai bên khác nhau thì có một bên sai.

R492 = Dòng biểu tự tính “{ $row }” tại { $where } ghi { $provided }, trong khi tính từ các dòng khác của biểu là { $expected }; chênh lệch { $difference }. Chương trình dùng số tính lại.
    .title = Ô tự tính bị ghi đè
    .fix = Xóa số đã ghi, để biểu tự tính. Nếu số đã ghi mới đúng thì sửa các dòng dùng để tính.
    .why = Tỷ lệ phải khớp với tử số và mẫu số; ghi đè công thức làm người đọc biểu thấy một số khác với báo cáo.

T701 = “{ $element }”: cột Kỳ trước ghi { $provided }, nhưng báo cáo { $period } đã gửi ghi { $expected } (chênh lệch { $difference }). Số đã gửi kỳ trước được sử dụng.
    .title = Số kỳ trước khác báo cáo đã gửi
    .why = Số liệu đã báo cáo kỳ trước không được thay đổi mà không có giải trình; nếu số cũ sai thì phải điều chỉnh bằng văn bản.
    .fix = Sửa ô Kỳ trước theo báo cáo đã gửi; nếu số đã gửi sai, lập điều chỉnh và nêu rõ lý do.
T702 = “{ $element }”: cột Lũy kế ghi { $provided }, cộng số liệu các kỳ được { $expected } (chênh lệch { $difference }). Số đơn vị ghi được sử dụng.
    .title = Lũy kế khác tổng các kỳ
    .why = Lũy kế phải bằng tổng số liệu Kỳ này của các kỳ kể từ ngày bắt đầu tính.
    .fix = Kiểm tra lại cột Lũy kế; nếu đúng, nêu lý do chênh lệch ở cột Ghi chú.
T703 = Chỉ tiêu { $indicator } “{ $name }” chưa có số liệu kỳ trước để so sánh.
    .title = Chưa có số liệu so sánh
    .why = Chỉ tiêu xu hướng được đánh giá so với kỳ trước; kỳ đầu tiên chưa có số liệu để so sánh.
    .fix = Không phải làm gì ở kỳ báo cáo đầu tiên; nếu đã có báo cáo kỳ trước, đặt báo cáo đó vào thư mục của kỳ trước.
T708 = { $office } gửi lại biểu và sửa { $count } ô đã có số liệu mà không ghi lý do; ô đầu tiên: { $first }.
    .title = Số liệu điều chỉnh không có lý do
    .why = Số liệu đã gửi mà nay ghi khác thì phải giải trình được: ai sửa, khi nào, vì sao; thanh tra, kiểm tra sẽ hỏi điều này.
    .fix = Ghi vì sao sửa vào cột Lý do điều chỉnh của từng dòng, hoặc một lý do chung vào ô Lý do điều chỉnh của trang Thông tin (tệp CSV: dòng “Lý do điều chỉnh” phía trên bảng), rồi gửi lại.
P802 = Chỉ tiêu { $indicator } “{ $name }”: phép chia { $provided } có mẫu số bằng 0 nên không tính được.
    .title = Mẫu số bằng 0
    .why = Có kết quả mà không có tổng số để so sánh thì một trong hai số liệu chắc chắn sai.
    .fix = Kiểm tra lại số liệu của tử số và mẫu số với các đơn vị gửi báo cáo.
S211 = { $office } không báo cáo { $count } nhiệm vụ được giao chủ trì: { $tasks }.
    .title = Nhiệm vụ không được báo cáo
    .why = Mỗi nhiệm vụ trong Kế hoạch phải có trạng thái ở mỗi kỳ báo cáo, kể cả nhiệm vụ đã hoàn thành từ kỳ trước.
    .fix = Bổ sung các nhiệm vụ còn thiếu vào trang Nhiệm vụ, ghi trạng thái và ngày hoàn thành.

section-limitations = Tồn tại, hạn chế
section-causes = Nguyên nhân
section-next-steps = Phương hướng, nhiệm vụ kỳ tới
section-proposals = Kiến nghị, đề xuất
