# "Cần sửa", the first sheet of an office's return, and the notes on its cells.

return-verdict-clean = ĐẠT: số liệu đã được tiếp nhận, không có điểm nào phải sửa.
    .short = Đạt
return-verdict-nil = ĐẠT: đã ghi nhận đơn vị không phát sinh số liệu trong kỳ.
    .short = Đạt
return-verdict-warnings = ĐÃ TIẾP NHẬN, CÓ CẢNH BÁO: { $warnings } cảnh báo cần xem lại, { $notices } lưu ý.
    .short = Đã tiếp nhận, có cảnh báo
return-verdict-errors = CÒN LỖI: { $errors } lỗi phải sửa, { $warnings } cảnh báo cần xem lại, { $notices } lưu ý.
    .short = Còn lỗi phải sửa
return-verdict-rejected = KHÔNG TIẾP NHẬN: chưa sử dụng được số liệu nào của đơn vị; { $errors } lỗi phải sửa.
    .short = Không tiếp nhận
return-verdict-empty = BIỂU TRỐNG: đã nhận được tệp nhưng không có số liệu; { $errors } lỗi phải sửa.
    .short = Biểu trống
return-verdict-missing = CHƯA NHẬN ĐƯỢC BÁO CÁO của đơn vị; hạn gửi là hết ngày { $due }.
    .short = Chưa nhận được báo cáo

return-of = { $office } – { $period }
return-compared = So với lần gửi trước ({ $files }): đã sửa { $fixed }, còn { $still }, mới phát sinh { $new }.
return-how = Ô tô đỏ phải sửa, ô tô vàng cần xem lại; bấm vào cột “Ô cần sửa” để tới ô, bấm vào tên dòng để quay lại đây. Ô đã sửa chuyển sang màu xanh. Sửa xong, ghi lại Ngày lập ở trang Thông tin và gửi lại cả tệp này; không cần xóa trang Cần sửa.

return-head-number = TT
return-head-level = Mức
return-head-place = Ô cần sửa
return-head-what = Sai ở đâu, vì sao
return-head-found = Đang ghi
return-head-needed = Cần là
return-head-difference = Chênh lệch
return-head-how = Cách sửa
return-head-sent = Vị trí trong tệp đã gửi
return-head-code = Mã lỗi
return-head-since = So với lần trước

return-error = Lỗi
return-warning = Cảnh báo
return-notice = Lưu ý
return-corrected = Đã điều chỉnh
return-trial = (quy tắc thử nghiệm)
return-waived = (đã được chấp nhận)

return-new = Mới
return-still = Vẫn còn
return-fixed = Đã sửa

return-no-place = –

return-correction = Khi tổng hợp, số này đã được điều chỉnh thành { $value }. Lý do: { $reason } ({ $by }, { $date }).
    .fix = Nếu đồng ý, ghi lại số đã điều chỉnh; nếu không, trao đổi với đơn vị tổng hợp báo cáo.
