# Lỗi của các tệp kế hoạch. Giá trị: lỗi gì, ở đâu; .title: tên ngắn; .why: vì sao là lỗi; .fix: cách sửa.

plan-error = lỗi
plan-help = cách sửa
plan-did-you-mean = có phải là «{ $word }»?
plan-related = liên quan đến chỗ này

P810 = Tệp không đúng cú pháp TOML
    .title = Sai cú pháp
    .why = Chương trình không đọc được phần này của tệp nên không biết kế hoạch quy định gì.
    .fix = Sửa lại đúng cú pháp: văn bản đặt trong dấu "…", mỗi dòng một «khóa = giá trị», ngoặc mở phải có ngoặc đóng.

P811 = Thiếu tệp «{ $file }» của kế hoạch
    .title = Thiếu tệp
    .why = Kế hoạch nào cũng gồm plan.toml, elements.toml và indicators.toml; các tệp khác có thể vắng.
    .fix = Chép tệp vào thư mục input/plan; nếu chưa có nội dung thì để tệp trống.

P812 = { $place ->
        [file] Tệp này không có bảng hay khóa «{ $key }»
       *[table] Bảng này không có khóa «{ $key }»
    }
    .title = Khóa lạ
    .why = Khóa viết sai sẽ bị bỏ qua mà không ai biết, nên khóa không có trong quy định là lỗi.
    .fix = Sửa tên khóa hoặc bỏ dòng này.

P813 = { $place ->
        [file] Tệp này thiếu phần bắt buộc «{ $key }»
       *[table] Bảng này thiếu khóa bắt buộc «{ $key }»
    }
    .title = Thiếu khóa
    .why = Không có khóa này thì không thể lập báo cáo từ kế hoạch.
    .fix = { $place ->
            [file] Thêm bảng «{ $key }» vào tệp; bảng lặp lại viết bằng hai ngoặc vuông, như [[office]].
           *[table] Thêm dòng «{ $key } = …» vào bảng.
        }

P814 = Cần { $expected ->
        [text] văn bản trong dấu ngoặc kép
        [date] ngày
        [number] số
        [bool] true hoặc false
        [list] danh sách […]
       *[table] bảng
    }, nhưng ở đây là { $found ->
        [string] văn bản
        [integer] số nguyên
        [float] số thập phân
        [boolean] true hoặc false
        [datetime] ngày giờ
        [array] danh sách
       *[table] bảng
    }
    .title = Sai kiểu giá trị
    .why = Mỗi khóa chỉ nhận một kiểu giá trị.
    .fix = Viết lại giá trị đúng kiểu; các bảng lặp lại viết bằng hai ngoặc vuông, như [[office]].

P815 = «{ $value }» không phải là một trong các từ được dùng: { $allowed }
    .title = Từ không có trong danh sách
    .why = Khóa này chỉ nhận các từ đã quy định.
    .fix = Chọn một trong các từ: { $allowed }.

P816 = «{ $value }» không phải là ngày có thật, viết dạng NĂM-THÁNG-NGÀY
    .title = Ngày không hợp lệ
    .why = Hạn và kỳ báo cáo tính theo ngày này.
    .fix = Viết ngày như "2025-12-05"; hạn của nhiệm vụ có thể là "period" (cuối mỗi kỳ).

P817 = «{ $value }» không phải là số thập phân
    .title = Số không hợp lệ
    .why = Số được lấy chính xác từng chữ số như đã viết để so sánh.
    .fix = Viết số bằng chữ số, phần thập phân sau dấu chấm, không có dấu phân nhóm, như "97.5".

P818 = Mã «{ $id }» có ký tự không được dùng
    .title = Mã không hợp lệ
    .why = Mã được dùng trong biểu thức, tên tệp và báo cáo, nên chỉ gồm một số ký tự.
    .fix = Mã số liệu và đơn vị: chữ thường không dấu, chữ số, dấu _, bắt đầu bằng chữ, khác «prev». Mã khác: chữ không dấu, chữ số, dấu _ - .

P819 = Mã «{ $id }» trùng dạng với mã lỗi
    .title = Mã giống mã lỗi
    .why = Lệnh «explain» không phân biệt được mã này với mã lỗi như R402.
    .fix = Đổi mã, ví dụ thêm một chữ vào trước.

P820 = { $kind ->
        [office] Đơn vị
        [form] Biểu
        [area] Lĩnh vực
        [element] Số liệu
        [period] Kỳ
        [indicator] Chỉ tiêu
        [task] Nhiệm vụ
        [statement] Biểu
        [table] Bảng
        [column] Cột
       *[rule] Quy tắc
    } «{ $id }» được khai hai lần
    .title = Khai hai lần
    .why = Một mã chỉ được chỉ một thứ.
    .fix = Đổi mã của một trong hai hoặc bỏ chỗ thừa.

P821 = Kế hoạch không có { $kind ->
        [office] đơn vị
        [form] biểu
        [element] số liệu
        [dossier] số liệu nào có dossier =
        [column] cột có dossier =
        [rule] quy tắc hoặc mã phát hiện
        [period] kỳ báo cáo
       *[area] lĩnh vực
    } «{ $name }»
    .title = Không có trong kế hoạch
    .why = Tên gọi phải được khai trước khi dùng: đơn vị, biểu, lĩnh vực trong plan.toml; số liệu và dossier trong elements.toml; cột của tổng trong cùng biểu.
    .fix = Sửa tên, hoặc khai thêm ở tệp đó.

P822 = Không hiểu biểu thức «{ $text }»
    .title = Biểu thức sai
    .why = Biểu thức gồm mã số liệu, số, + - * /, ngoặc đơn, prev(mã) và tasks.total, tasks.done, tasks.done_on_time, tasks.overdue.
    .fix = Sửa biểu thức tại chỗ được đánh dấu.

P823 = Kế hoạch không có số liệu «{ $element }»
    .title = Không có số liệu này
    .why = Biểu thức chỉ dùng được các số liệu khai trong elements.toml.
    .fix = Sửa mã, hoặc khai thêm [[element]] trong elements.toml.

P824 = Công thức tính vòng tròn: { $cycle }
    .title = Tính vòng tròn
    .why = Một dòng tính từ chính nó thì không bao giờ có giá trị.
    .fix = Sửa một trong các công thức để chỉ tính từ số liệu do đơn vị báo cáo.

P825 = Kỳ kết thúc ngày { $date }, trước khi bắt đầu ngày { $from }
    .title = Kỳ kết thúc trước khi bắt đầu
    .why = «to» là ngày cuối của kỳ, không thể trước «from».
    .fix = Sửa «from» hoặc «to».

P826 = Có ngày không thuộc kỳ nào: kỳ trước kết thúc ngày { $to }, kỳ này bắt đầu ngày { $from }
    .title = Khoảng trống giữa hai kỳ
    .why = Số liệu lũy kế cộng các kỳ liền nhau; ngày không thuộc kỳ nào làm số lũy kế thiếu.
    .fix = Cho kỳ này bắt đầu ngày { $expected } hoặc kéo dài kỳ trước.

P827 = Có ngày thuộc hai kỳ: kỳ trước kết thúc ngày { $to }, kỳ này bắt đầu ngày { $from }
    .title = Hai kỳ chồng nhau
    .why = Số liệu của ngày thuộc hai kỳ bị tính hai lần vào lũy kế.
    .fix = Cho kỳ này bắt đầu ngày { $expected } hoặc rút ngắn kỳ trước.

P828 = Hạn ngày { $date } trước khi kỳ bắt đầu ngày { $from }
    .title = Hạn trước kỳ
    .why = Không thể báo cáo một kỳ chưa bắt đầu.
    .fix = Sửa hạn hoặc «from» của kỳ.

P829 = Số liệu «{ $element }» do nhiều đơn vị báo cáo nhưng không có số chung, không thể tổng hợp
    .title = Không có số chung
    .why = aggregate = "none" nghĩa là số của các đơn vị không cộng được với nhau (tỷ lệ, lựa chọn, văn bản).
    .fix = Dùng tử số và mẫu số thay cho tỷ lệ, để một đơn vị báo cáo, hoặc đặt aggregate = "sum" hay "max" nếu đúng.

P830 = Số liệu «{ $element }» là văn bản, không tính toán được
    .title = Văn bản trong phép tính
    .why = Chỉ số mới cộng, trừ, nhân, chia và so sánh được; văn bản chỉ dùng trong both_or_none và not_both.
    .fix = Dùng số liệu khác hoặc đổi op.

P831 = { $fault ->
        [none] Số liệu kiểu choice không có mã nào để chọn
        [twice] Mã lựa chọn này có hai lần
       *[other] «choices» chỉ dùng cho số liệu kiểu choice
    }
    .title = Danh mục lựa chọn sai
    .why = Đơn vị phải chọn đúng một mã trong danh mục.
    .fix = Khai choices = [{"{"} code = "1", name = "Có" {"}"}, …], mỗi mã một lần; bỏ khóa này ở các kiểu khác.

P832 = Số liệu «{ $element }» có mã lựa chọn không phải là số, không tính toán được
    .title = Mã lựa chọn không phải số
    .why = Trong phép tính, lựa chọn có giá trị bằng mã của nó.
    .fix = Đổi mã thành số hoặc không dùng số liệu này trong phép tính.

P833 = Xu hướng của số phát sinh trong kỳ cần có mẫu số
    .title = Xu hướng thiếu mẫu số
    .why = Các kỳ dài ngắn khác nhau, nên số phát sinh tăng hay giảm chưa nói lên điều gì.
    .fix = Thêm «denominator», ví dụ tổng số hồ sơ của kỳ.

P834 = Mục tiêu phải là một mức (op và value) hoặc một xu hướng (trend), không thể là cả hai hoặc trống
    .title = Mục tiêu không rõ
    .why = Không biết so sánh kết quả với gì.
    .fix = Viết {"{"} op = ">=", value = "100" {"}"} hoặc {"{"} trend = "down" {"}"}; không có mục tiêu thì bỏ khóa này.

P835 = «{ $id }» không có dạng của mã quy tắc
    .title = Mã quy tắc sai dạng
    .why = Mã gồm một chữ của nhóm (F, I, S, V, R, X, O, T, P, D, A), ba chữ số, và có thể thêm «-tên».
    .fix = Viết mã như R402 hoặc R402-ho-so.

P836 = Mã «{ $id }» đã dùng cho một kiểm tra có sẵn
    .title = Mã đã có
    .why = Một mã chỉ được chỉ một kiểm tra.
    .fix = Chọn số khác hoặc thêm đuôi, như { $id }-xa.

P837 = Sai số cho phép { $value } nhỏ hơn 0
    .title = Sai số âm
    .why = Sai số là khoảng cách cho phép giữa hai vế, không thể âm.
    .fix = Viết số từ 0 trở lên.

P838 = Mã «{ $id }» không đặt được tên cho thư mục hoặc tệp
    .title = Không đặt được tên thư mục
    .why = Mã kỳ là tên thư mục trong input và output, mã đơn vị là tên tệp trong returns; Windows không nhận một số tên.
    .fix = Không dùng / \ : * ? " < > |, dấu chấm ở đầu hay cuối, tên «plan» và tên thiết bị như con, nul, com1.

P839 = Số liệu này không giao cho đơn vị nào và không có công thức
    .title = Không ai báo cáo
    .why = Số liệu phải có đơn vị báo cáo hoặc được tính từ số liệu khác.
    .fix = Khai offices = ["mã đơn vị"], offices = ["*"] (mọi đơn vị), hoặc formula.

P840 = Danh sách «{ $key }» trống hoặc có mục trống
    .title = Danh sách trống
    .why = Cột được nhận ra nhờ tên; tổng phải có ít nhất một cột để cộng.
    .fix = Khai ít nhất một mục có chữ.

# Chỗ sai trong biểu thức.
expr-unknown-character = ký tự này không dùng trong biểu thức
expr-bad-number = không phải số thập phân (viết như 97.5)
expr-unknown-count = chỉ có tasks.total, tasks.done, tasks.done_on_time, tasks.overdue
expr-operand-expected = thiếu số liệu hoặc số ở đây
expr-operator-expected = thiếu phép tính + - * / ở đây
expr-not-closed = ngoặc này chưa đóng
expr-bad-previous = prev cần đúng một mã số liệu trong ngoặc: prev(mã)
expr-too-deep = quá nhiều ngoặc lồng nhau

# Chỗ sai cú pháp TOML; khóa là câu của bộ đọc TOML.
toml-string-values-must-be-quoted = văn bản phải đặt trong dấu ngoặc kép "…"; mỗi khóa một giá trị
toml-invalid-basic-string = chuỗi trong dấu "…" chưa đóng hoặc có ký tự không được dùng
toml-invalid-literal-string = chuỗi trong dấu '…' chưa đóng
toml-invalid-multi-line-basic-string = chuỗi trong dấu """ chưa đóng
toml-invalid-multi-line-literal-string = chuỗi trong dấu ''' chưa đóng
toml-duplicate-key = khóa này đã có ở trên
toml-key-with-no-value = khóa không có giá trị (thiếu dấu = và giá trị)
toml-missing-assignment-between-key-value-pairs = thiếu dấu =
toml-missing-value-for-key = thiếu giá trị
toml-missing-value = thiếu giá trị
toml-invalid-key-value-pair = không phải là «khóa = giá trị»
toml-invalid-unquoted-key = tên khóa chỉ gồm chữ không dấu, chữ số, _ và -
toml-unclosed-table = thiếu ngoặc ]
toml-unclosed-array-table = thiếu ngoặc ]]
toml-unclosed-array = danh sách thiếu ngoặc ]
toml-unclosed-inline-table = thiếu ngoặc {"}"}
toml-missing-comma-between-array-elements = thiếu dấu phẩy giữa các phần tử
toml-missing-comma-between-key-value-pairs = thiếu dấu phẩy
toml-extra-comma-in-array = thừa dấu phẩy
toml-extra-comma-in-inline-table = thừa dấu phẩy
toml-extra = thừa dấu =
toml-unexpected-key-or-value = không hiểu phần này
toml-missing-escaped-value = sau dấu \ phải là ký tự đặc biệt (\n, \t, \", \\); dùng '…' để viết \ như thường
toml-unexpected-leading-zero = số không bắt đầu bằng 0
toml-cannot-recurse-further-max-recursion-depth-met = lồng nhau quá sâu

P841 = { $limit } phải là số nguyên từ { $least } đến { $most }, nhưng ở đây là { $value }
    .title = Giới hạn không đặt được
    .why = Giới hạn quá nhỏ thì không đọc được tệp nào; quá lớn thì một tệp xấu làm treo máy.
    .fix = Sửa số trong limits.toml, hoặc bỏ dòng này để dùng giá trị mặc định (xem docs/limits.md).

P842 = Độ rộng cột phải là số nguyên từ { $least } đến { $most }
    .title = Độ rộng cột không hợp lệ
    .why = Độ rộng tính bằng số ký tự; cột quá hẹp hoặc quá rộng thì không in được trên khổ A4.
    .fix = Viết số ký tự, ví dụ width = 14, hoặc bỏ khóa này.

P843 = Dòng của phụ lục phải là tên mục (section) hoặc một số liệu (element), không thể là cả hai hoặc trống
    .title = Dòng phụ lục không rõ
    .why = Không biết in gì ở dòng này.
    .fix = Viết {"{"} section = "Tên mục" {"}"} hoặc {"{"} element = "mã số liệu" {"}"}; no, name, unit chỉ đi cùng element.

P844 = «{ $text }» vừa là { $kind ->
        [column] tên cột
       *[word] từ
    } của { $first } vừa của { $second }
    .title = Hai nghĩa
    .why = Một tên cột hoặc một từ trong tệp hồ sơ chỉ được hiểu theo một nghĩa, nếu không thì một hồ sơ bị đếm hai nơi.
    .fix = Bỏ mục này ở một trong hai danh sách của dossiers.toml.

P850 = Mức biến động { $value } nhỏ hơn 0
    .title = Mức biến động âm
    .why = Mức biến động là độ lớn của thay đổi, không thể âm.
    .fix = Viết số từ 0 trở lên.

P851 = Chấp nhận phải nêu đơn vị (office) hoặc số liệu (element); ô (cell) phải đi cùng đơn vị
    .title = Phạm vi chấp nhận không rõ
    .why = Chấp nhận một quy tắc cho mọi đơn vị, mọi số liệu là tắt quy tắc đó; ô chỉ có nghĩa trong biểu của một đơn vị.
    .fix = Thêm office = "mã đơn vị" hoặc element = "mã số liệu".

P852 = Không thể chấp nhận { $id }
    .title = Không thể chấp nhận
    .why = Tệp không dùng được, báo cáo chưa gửi, gửi muộn, phép chia cho 0 và sổ cái không phải là số liệu để giải trình: thiếu vẫn là thiếu.
    .fix = Xóa mục này và xử lý phát hiện. Chỉ chấp nhận được phát hiện về bảng, ô và so sánh số liệu (mã bắt đầu bằng S, V, R, X, O, T).

P853 = «{ $value }» không phải là tên một ô
    .title = Tên ô không đúng
    .why = Ô được gọi như trong Excel, kèm tên trang tính nếu cần.
    .fix = Viết như F12 hoặc Số liệu!F12.

P854 = «{ $key }» để trống
    .title = Nội dung trống
    .why = Chấp nhận không có lý do hoặc người chịu trách nhiệm, ngày nghỉ không có tên thì không giải trình được; không có ngày nhắc nào thì không đơn vị nào được nhắc.
    .fix = Viết nội dung cho «{ $key }», hoặc bỏ dòng này nếu nó không bắt buộc.

P856 = Ngày nghỉ phải ghi một ngày (date) hoặc cả ngày đầu và ngày cuối (from, to)
    .title = Ngày nghỉ không rõ
    .why = Không biết ngày nào được nghỉ thì không tính được thời hạn.
    .fix = Viết date = 2026-01-01, hoặc from = 2026-02-16 và to = 2026-02-20.

P857 = Đợt nghỉ từ { $from } đến { $to } không hợp lệ: phải từ 1 đến { $most } ngày
    .title = Đợt nghỉ không hợp lệ
    .why = Ngày cuối trước ngày đầu, hoặc đợt nghỉ quá dài, thường là nhầm tháng hoặc năm.
    .fix = Sửa from hoặc to.

P858 = Ngày { $date } được ghi hai lần trong lịch
    .title = Ngày ghi hai lần
    .why = Một ngày chỉ có thể có một tên ngày nghỉ, hoặc là ngày làm bù.
    .fix = Xóa một trong hai chỗ.

P859 = Ngày làm bù { $date } không phải là thứ Bảy hoặc Chủ nhật
    .title = Ngày làm bù vào ngày thường
    .why = Ngày thường vốn là ngày làm việc; ghi làm bù ở đây thường là nhầm ngày hoặc nhầm năm.
    .fix = Sửa ngày, hoặc xóa mục này.

P860 = Mật khẩu không được ghi trong mail.toml
    .title = Mật khẩu ghi ngay trong tệp cài đặt
    .why = Tệp cài đặt được sao lưu, gửi đi và mở trên nhiều máy; mật khẩu nằm trong đó là lộ.
    .fix = Xóa mật khẩu khỏi mail.toml (và đổi mật khẩu nếu tệp đã được gửi đi). Đặt mật khẩu vào biến môi trường rồi ghi tên biến ở password_env, hoặc vào một tệp chỉ mình đọc được (chmod 600) rồi ghi đường dẫn ở password_file.

P861 = { $key } phải là số nguyên từ { $least } đến { $most }, nhưng ở đây là { $value }
    .title = Số ngoài khoảng cho phép
    .why = Chờ quá ngắn thì không gửi được; chờ quá lâu hoặc thử quá nhiều lần thì lần chạy không kết thúc.
    .fix = Sửa số trong mail.toml, hoặc bỏ dòng này để dùng giá trị mặc định.

P862 = «{ $value }» không phải là địa chỉ thư điện tử
    .title = Địa chỉ thư không hợp lệ
    .why = Máy chủ thư từ chối người gửi không có địa chỉ đúng.
    .fix = Ghi địa chỉ đầy đủ, ví dụ cchc@tuky.haiphong.gov.vn; tên hiển thị ghi ở name.

P863 = Tài khoản gửi thư cần có user và đúng một nơi lấy mật khẩu
    .title = Tài khoản gửi thư chưa đủ
    .why = Thiếu tên tài khoản hoặc nơi lấy mật khẩu thì không đăng nhập được; có hai nơi thì không biết lấy ở đâu.
    .fix = Ghi user cùng với password_env (tên biến môi trường) hoặc password_file (đường dẫn tệp), không ghi cả hai; máy chủ không cần đăng nhập thì bỏ cả ba.
