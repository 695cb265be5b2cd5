# Màn hình, trợ giúp và lỗi của dòng lệnh.

## Trợ giúp

help-heading-usage = Cách dùng:
help-heading-commands = Lệnh
help-heading-arguments = Tham số
help-heading-options = Tùy chọn

help-cchc = Tổng hợp báo cáo cải cách hành chính từ biểu số liệu của các phòng, đơn vị. Không kèm lệnh: cho biết kỳ mới nhất đang đến đâu và cần làm gì tiếp.
    .usage = cchc [TÙY CHỌN] [LỆNH]
    .examples =
        Ví dụ:
          cchc                                    kỳ mới nhất đang đến đâu, cần làm gì tiếp
          cchc bao-cao                            lập báo cáo của kỳ mới nhất trong thư mục input
          cchc kiem-tra "Biểu phòng Kinh tế.xlsx" kiểm tra một tệp trước khi gửi
          cchc kiem-tra "Biểu KT.xlsx" --return tra-kt.xlsx   ghi biểu đã đánh dấu chỗ sai
          cchc giai-trinh V301                    mã lỗi này nghĩa là gì, sửa thế nào
          cchc tinh-hinh                          ai đã gửi, ai còn thiếu, còn mấy ngày
          cchc nhac                               xem trước thư nhắc; thêm --yes để gửi

        Mã kết thúc: 0 không có lỗi; 1 số liệu còn lỗi, có đơn vị quá hạn hoặc có thư không gửi được; 2 không chạy được.
help-report = Đọc số liệu của một kỳ, kiểm tra và lập báo cáo vào thư mục output (bao-cao)
    .usage = cchc report [TÙY CHỌN]
    .examples =
        Ví dụ:
          cchc bao-cao
          cchc bao-cao --period 2025-Q3
          cchc bao-cao --as-of 09/12/2025 --dated
          cchc bao-cao --phieu-doi-chieu
help-check = Kiểm tra số liệu, không ghi tệp nào (kiem-tra)
    .usage = cchc check [TÙY CHỌN] [ĐƯỜNG DẪN]…
    .examples =
        Ví dụ:
          cchc kiem-tra                           cả kỳ mới nhất
          cchc kiem-tra 2025-Q3                   những tệp đã có của một kỳ
          cchc kiem-tra "Biểu phòng Kinh tế.xlsx" một tệp, trước khi gửi
          cchc kiem-tra "Biểu KT.xlsx" --return tra-kt.xlsx   ghi biểu đã đánh dấu chỗ sai
help-form = Lập biểu trống cho các đơn vị, điền sẵn số kỳ trước (bieu-mau)
    .usage = cchc form [TÙY CHỌN]
    .examples =
        Ví dụ:
          cchc bieu-mau                           biểu của mọi đơn vị cho kỳ sắp đến hạn
          cchc bieu-mau --office vp               chỉ của một đơn vị
          cchc bieu-mau --period 2025-Q3
          cchc bieu-mau --csv                     dạng văn bản, mỗi bảng một tệp
help-explain = Giải thích một mã lỗi, chỉ tiêu, số liệu hoặc nhiệm vụ: lấy từ tệp nào, ô nào (giai-trinh)
    .usage = cchc explain [TÙY CHỌN] <TÊN>[/<ĐƠN VỊ>]
    .examples =
        Ví dụ:
          cchc giai-trinh V301                    ý nghĩa của một mã và cách sửa
          cchc giai-trinh hs_da_gq                số liệu của từng đơn vị và ô chứa nó
          cchc giai-trinh hs_da_gq/ttpvhcc        chỉ của một đơn vị
          cchc giai-trinh hs_da_gq --open         ghi thêm bản gốc của tệp vào output/ban-goc
help-audit = Sổ cái: đã nhận gì, đã làm gì, sổ và kết quả có còn nguyên vẹn không (so-cai)
    .usage = cchc audit [TÙY CHỌN] <LỆNH>
    .examples =
        Ví dụ:
          cchc so-cai log --office kt             những gì đã nhận và đã phát hiện của một đơn vị
          cchc so-cai verify                      sổ, tệp đã lưu và kết quả còn nguyên vẹn không
          cchc so-cai verify --head 3f2a…         báo cáo mang đầu chuỗi này có trong sổ không
          cchc so-cai forget 3f2a… --reason "Gửi nhầm dữ liệu cá nhân"
help-audit-log = Liệt kê sổ cái: tệp đã nhận, lần chạy, phát hiện, tệp đã xóa
    .usage = cchc audit log [TÙY CHỌN]
    .examples =
        Ví dụ:
          cchc so-cai log --period 2025-Q4
          cchc so-cai log --office kt --element hs_da_gq
          cchc so-cai log --format csv > so-cai.csv
help-audit-verify = Kiểm chứng sổ cái, tệp đã lưu và kết quả trên đĩa; mã kết thúc 1 nếu có gì bị sửa
    .usage = cchc audit verify [TÙY CHỌN] [GÓI ZIP]
    .examples =
        Ví dụ:
          cchc so-cai verify
          cchc so-cai verify --head 3f2a…         đầu chuỗi ghi ở chân trang bản kiểm tra, ở thuộc tính tệp .docx
help-audit-diff = So sánh hai bản số liệu một đơn vị đã gửi: ô nào khác, chỉ tiêu nào đổi, phát hiện nào đã sửa, lý do
    .usage = cchc audit diff [TÙY CHỌN] <ĐƠN VỊ>
    .examples =
        Ví dụ:
          cchc so-cai diff kt                     hai bản mới nhất của kỳ mới nhất
          cchc so-cai diff kt --list              các bản đã ghi sổ
          cchc so-cai diff kt --period 2025-Q4 --from 1 --to 3
help-audit-rebuild = Lập lại kết quả của một kỳ từ các tệp đã lưu, cho biết có giống hệt từng byte không
    .usage = cchc audit rebuild [TÙY CHỌN] <KỲ>
    .examples =
        Ví dụ:
          cchc so-cai rebuild 2025-Q4
help-audit-export = Xuất mọi thứ của một kỳ vào một tệp zip: sổ cái, tệp đã lưu, kết quả, cách kiểm chứng
    .usage = cchc audit export [TÙY CHỌN] <KỲ>
    .examples =
        Ví dụ:
          cchc so-cai export 2025-Q4                        ghi output/so-cai-2025-Q4.zip
          cchc so-cai export 2025-Q4 --to thanh-tra.zip
help-audit-forget = Xóa nội dung một tệp đã lưu; việc xóa và lý do được ghi vào sổ
    .usage = cchc audit forget [TÙY CHỌN] --reason <LÝ DO> <MÃ BĂM>
    .examples =
        Ví dụ:
          cchc so-cai forget 3f2a91c07d55 --reason "Gửi nhầm dữ liệu cá nhân"
help-completions = In tập lệnh tự hoàn thành cho cửa sổ lệnh
    .usage = cchc completions [TÙY CHỌN] <CỬA SỔ LỆNH>
    .examples =
        Ví dụ:
          cchc completions powershell >> $PROFILE
          cchc completions bash > ~/.local/share/bash-completion/completions/cchc

help-opt-period = Kỳ báo cáo, như 2025-Q4; mặc định là thư mục kỳ mới nhất (form, status, remind: kỳ sắp đến hạn)
    .value = KỲ
help-opt-input = Thư mục đầu vào; mặc định: input
    .value = THƯ MỤC
help-opt-output = Thư mục kết quả; mặc định: output
    .value = THƯ MỤC
help-opt-as_of = Coi ngày này là hôm nay (09/12/2025 hoặc 2025-12-09); chỉ ảnh hưởng đến hạn nộp
    .value = NGÀY
help-opt-lang = Ngôn ngữ của màn hình và các phát hiện: vi hoặc en; báo cáo luôn bằng tiếng Việt
    .value = NGÔN NGỮ
help-opt-format = Dạng in ra: text (chữ) hoặc json; cchc audit log còn có csv
    .value = DẠNG
help-opt-office = Chỉ lập biểu của đơn vị này, theo mã như vp
    .value = ĐƠN VỊ
help-opt-csv = Lập biểu dạng văn bản CSV, mỗi bảng một tệp, thay cho Excel
help-opt-return_to = Ghi phiếu trả của đơn vị có các tệp này (biểu đã đánh dấu chỗ sai) vào tệp Excel này
    .value = TỆP
help-opt-of_office = Chỉ những gì liên quan đến đơn vị này, theo mã như vp
    .value = ĐƠN VỊ
help-opt-of_element = Chỉ những gì liên quan đến chỉ tiêu thống kê này, theo mã như hs_da_gq
    .value = MÃ
help-opt-head = Đầu chuỗi ghi trên một báo cáo đã in; sổ phải có nó
    .value = MÃ BĂM
help-opt-whose = Đơn vị đã gửi, theo mã như kt
    .value = ĐƠN VỊ
help-opt-from = Bản trước: số thứ tự, hoặc mã băm của tệp đến cùng bản đó; mặc định là bản liền trước
    .value = BẢN
help-opt-to = Bản sau; mặc định là bản mới nhất
    .value = BẢN
help-opt-list = Chỉ liệt kê các bản, không so sánh
help-opt-sha256 = Mã băm SHA-256 của tệp, hoặc ít nhất 8 chữ số đầu
    .value = MÃ BĂM
help-opt-of_period = Mã kỳ báo cáo, như 2025-Q4
    .value = KỲ
help-opt-zip = Tệp zip cần ghi; mặc định: so-cai-<kỳ>.zip trong thư mục kết quả
    .value = TỆP
help-opt-exported = Gói zip do cchc audit export ghi; bỏ trống thì kiểm chứng sổ cái và kết quả trên đĩa
    .value = TỆP
help-opt-reason = Lý do xóa
    .value = LÝ DO
help-opt-yes = Gửi thật; không có thì chỉ xem trước và ghi thư vào output/<kỳ>/outbox/
help-opt-log = Ghi thêm một dòng JSON về lần chạy (lúc nào, lệnh gì, kỳ nào, bao nhiêu, mã kết thúc) vào cuối tệp này
    .value = TỆP
help-opt-help = In trợ giúp này
help-opt-version = In phiên bản
help-opt-dated = Ghi ngày vào dòng địa danh, ngày tháng của báo cáo
help-opt-proof = Lập thêm phiếu đối chiếu: một trang mã băm để in, chứng minh sổ cái và kết quả
help-opt-paths = Tệp, thư mục hoặc mã kỳ; bỏ trống thì kiểm tra cả kỳ
    .value = ĐƯỜNG DẪN
help-opt-what = Mã lỗi, mã chỉ tiêu, mã số liệu hoặc mã nhiệm vụ; có thể thêm /<đơn vị>
    .value = TÊN
help-opt-originals = Ghi bản gốc của các tệp có số liệu này vào output/ban-goc/<kỳ>/ để mở xem
help-opt-shell = bash, elvish, fish, powershell hoặc zsh
    .value = CỬA SỔ LỆNH

## Lỗi tham số

usage-unknown-argument = không có tùy chọn hoặc tham số «{ $argument }».
usage-unknown-command = không có lệnh «{ $argument }», cũng không có tệp nào tên như vậy.
usage-invalid-value = giá trị «{ $value }» của { $argument } không dùng được.
usage-unreadable-value = giá trị «{ $value }» của { $argument } không đọc được.
usage-missing-argument = thiếu { $argument }.
usage-missing-value = thiếu giá trị của { $argument }.
usage-number-of-values = số giá trị của { $argument } không đúng.
usage-conflict = { $argument } không dùng được ở đây, hoặc đã được nêu nhiều lần.
usage-no-equals = { $argument } cần dấu «=» trước giá trị.
usage-invalid-utf8 = có tham số không phải là chữ đọc được (không phải UTF-8).
usage-other = không hiểu được dòng lệnh.
usage-valid-values = Các giá trị dùng được: { $values }.
usage-more = Xem cách dùng: cchc --help
did-you-mean = Có phải là «{ $name }»?

## Không chạy được

error-no-plan = không thấy kế hoạch: thư mục { $path } không có tệp .toml nào. Hãy chạy ở thư mục chứa «input», hoặc chỉ ra bằng --input.
error-no-period = thư mục { $path } chưa có thư mục của kỳ nào trong kế hoạch. Hãy tạo thư mục mang mã của kỳ (như 2025-Q4) rồi đặt tệp của các đơn vị vào đó.
error-unknown-period = kế hoạch không có kỳ «{ $period }»; các kỳ: { $known }.
error-several-periods = các tệp này thuộc nhiều kỳ ({ $periods }). Hãy chọn một kỳ bằng --period.
error-no-such-path = không có tệp hay thư mục «{ $path }», cũng không có kỳ nào mang mã đó.
error-unreadable-folder = không đọc được thư mục { $path }.
error-no-utf-8 = tệp { $path } không phải là văn bản UTF-8; hãy mở tệp và lưu lại với bảng mã UTF-8.
error-unreadable-text = không đọc được tệp { $path }; tệp phải là văn bản UTF-8.
error-task-list = tệp { $path } không có bảng nhiệm vụ. Cần một dòng tiêu đề có các cột: Mã, Nhiệm vụ, Lĩnh vực, Đơn vị chủ trì, Thời hạn.
error-two-of-one = có hai tệp cùng một vai trò: { $first } và { $second }. Hãy để lại một tệp.
error-held-open = không thay được { $path }: tệp đang mở trong chương trình khác (Excel?). Hãy đóng tệp rồi chạy lại.
error-not-written = không ghi được { $path }.
error-standard-output = không in ra màn hình được.
error-reader = không khởi động được tiến trình đọc tệp.
error-unknown-subject = không có mã lỗi, chỉ tiêu, số liệu hay nhiệm vụ nào tên «{ $name }».
error-return-of-one = phiếu trả chỉ lập cho một đơn vị mỗi lần; các tệp vừa kiểm tra thuộc: { $offices }. Nêu tên tệp của một đơn vị.
error-unknown-office = kế hoạch không có đơn vị «{ $name }»; các đơn vị: { $known }.
error-no-ledger = chưa có sổ cái { $path }. Sổ được lập khi chạy cchc report lần đầu.
error-ledger-foreign = { $path } không phải là sổ cái của chương trình này, nên không được ghi vào. Hãy chuyển tệp đó đi nơi khác, hoặc chọn thư mục kết quả khác bằng --output.
error-ledger-newer = { $path } do phiên bản mới hơn của chương trình lập. Hãy dùng phiên bản đó hoặc mới hơn.
error-ledger-broken = sổ cái { $path } bị hỏng, nên không được ghi vào. Hãy lấy lại bản sao lưu; nếu không còn, chuyển tệp đó đi nơi khác (đừng xóa) rồi chạy lại để lập sổ mới.
error-ledger-busy = sổ cái { $path } đang bị chương trình khác giữ quá lâu. Hãy đóng chương trình đó rồi chạy lại.
error-ledger = không dùng được sổ cái { $path }: { $detail }.
error-changed-while-read = tệp { $path } đã thay đổi trong lúc đang đọc, nên chưa ghi sổ và chưa lập báo cáo. Hãy chạy lại.
error-no-csv = --format csv chỉ dùng với cchc audit log.
error-no-reason = --reason không được để trống: sổ phải ghi vì sao xóa.
error-unknown-hash = sổ cái không có tệp nào mang mã băm «{ $sha256 }» (nêu ít nhất 8 chữ số).
error-ambiguous-hash = có nhiều tệp mang mã băm bắt đầu bằng «{ $sha256 }». Hãy nêu thêm chữ số.
error-not-kept = sổ cái không lưu nội dung của tệp { $sha256 }: đã xóa, hoặc chỉ lưu mã băm.
error-no-version = sổ cái chưa có tệp nào của đơn vị «{ $office }» cho kỳ «{ $period }».
error-unknown-version = không có bản «{ $version }»: sổ cái có { $count } bản. Xem các bản bằng --list.
error-no-run = sổ cái chưa có lần lập báo cáo nào của kỳ «{ $period }».
error-nothing-to-open = «{ $name }» không phải là chỉ tiêu, số liệu hay nhiệm vụ, nên không có tệp nào để mở.
error-original-differs = { $path } đã có và khác bản gốc, nên không bị ghi đè. Hãy đổi tên hoặc chuyển tệp đó đi nơi khác rồi chạy lại.
error-unreadable-export = không đọc được { $path }.

io-not-found = không tìm thấy
io-permission-denied = không có quyền, hoặc tệp đang mở trong chương trình khác
io-storage-full = ổ đĩa đã đầy
io-read-only = ổ đĩa hoặc thư mục chỉ cho đọc
io-already-exists = đã có tệp hoặc thư mục mang tên này
io-timed-out = quá thời gian chờ
io-is-a-directory = đó là một thư mục
io-not-a-directory = đó không phải là thư mục

waiting-for-lock = Một lần chạy khác đang ghi kỳ này; đang chờ…
waiting-for-ledger = Một lần chạy khác đang ghi sổ cái; đang chờ…
progress-reading = Đang đọc tệp
press-enter = Nhấn Enter để đóng cửa sổ.

## Màn hình của một lần chạy

severity-error = lỗi
severity-warning = cảnh báo
severity-notice = lưu ý

verdict-line = { $verdict } · { $period } · { $errors } lỗi, { $warnings } cảnh báo, { $notices } lưu ý · { $accepted }/{ $offices } đơn vị có báo cáo được chấp nhận
verdict-line-files = { $verdict } · { $period } · { $errors } lỗi, { $warnings } cảnh báo, { $notices } lưu ý
verdict-waived = Đã chấp nhận, không tính vào kết luận: { $count } phát hiện
verdict-clean = ĐẠT
verdict-warnings = ĐẠT, CÓ CẢNH BÁO
verdict-errors = CÒN LỖI

heading-offices = Các đơn vị
heading-indicators = Chỉ tiêu
heading-files = Các tệp
heading-forms = Biểu cho các đơn vị, { $period }
heading-mails = Thư của kỳ báo cáo: { $period }
written-returns = ({ $count } phiếu trả: biểu của từng đơn vị, đã đánh dấu chỗ sai)
heading-written = Kết quả
cells-line = { $read } ô: dùng { $used }, bỏ { $ignored }

office-accepted = đã tiếp nhận
office-accepted-with-findings = đã tiếp nhận, còn điểm cần sửa
office-rejected = không dùng được
office-nil = không phát sinh
office-empty = trống
office-missing = chưa gửi

on-time = đúng hạn
late = gửi muộn
receipt-unknown = không rõ ngày nhận
due-in-days = còn { $days } ngày (hạn { $date })
due-today = hôm nay là hạn cuối ({ $date })
overdue-by-days = quá hạn { $days } ngày (hạn { $date })

indicator-met = đạt
indicator-not-met = chưa đạt
indicator-in-progress = đang thực hiện
indicator-no-data = chưa đủ số liệu
indicator-not-applicable = không phát sinh
indicator-improved = cải thiện
indicator-worsened = giảm sút
indicator-unchanged = không đổi
indicator-no-baseline = chưa có kỳ trước để so
indicator-shown = để theo dõi

task-done = hoàn thành đúng hạn
task-done-late = hoàn thành quá hạn
task-in-progress = đang thực hiện
task-overdue = quá hạn, chưa hoàn thành
task-not-due = chưa đến hạn
task-not-reported = chưa báo cáo
task-due-period = cuối mỗi kỳ

state-value = có số liệu
state-nil = không phát sinh
state-blank = để trống
state-unreadable = không đọc được
state-missing = không có

cell-empty = (trống)
finding-help = cần làm
finding-note = liên quan
finding-trial = (thử nghiệm)
finding-waived = (đã chấp nhận)
finding-related = { $cells }
finding-related-more = { $cells } và { $more } ô nữa
more-findings-in = … và { $more } phát hiện nữa, xem { $path }
more-findings = … và { $more } phát hiện nữa, xem hết bằng --format json
not-checked-line = { $count } phép kiểm tra chưa chạy được vì thiếu số liệu.
kept-edited = { $was } đã được sửa bằng tay; bản sửa được giữ lại thành { $is }.

## Kỳ mới nhất

overview-head = { $period }: { $accepted }/{ $offices } đơn vị có báo cáo được chấp nhận
overview-due = Các đơn vị nộp: { $offices }; báo cáo gửi Sở Nội vụ: { $report }
overview-now = Số liệu hiện có
overview-last-report = Báo cáo đã lập
next-report = Tiếp theo: cchc bao-cao --period { $period }
next-report-again = Số liệu đã thay đổi từ lần lập báo cáo trước. Tiếp theo: cchc bao-cao --period { $period }
next-mend = Báo cáo còn lỗi. Xem { $folder }/kiem-tra-cchc-{ $period }.html, đề nghị đơn vị sửa (trả phiếu: cchc tra-phieu --period { $period }) rồi chạy lại: cchc bao-cao --period { $period }
next-send = Báo cáo đã sẵn sàng: { $folder }/bao-cao-cchc-{ $period }.xlsx. Tiếp theo: cchc gui --period { $period }

## Giải trình

explain-severity = Mức độ
explain-message = Nội dung
explain-why = Vì sao
explain-fix = Cách sửa
explain-state = Trạng thái
explain-expression = Phải đúng
explain-tolerance = Sai số cho phép
explain-element = Mã số liệu
explain-name = Tên
explain-offices = Đơn vị
explain-source = Nguồn
explain-finding = Phát hiện
explain-clause = Mục của kế hoạch
explain-period = Kỳ
explain-measure = Cột
explain-numerator-formula = Tử số
explain-denominator-formula = Mẫu số
explain-target = Mục tiêu
explain-status = Kết quả
explain-printed = Giá trị
explain-baseline = So với
explain-reason = Lý do
explain-numerator = Tử số
explain-denominator = Mẫu số
explain-office = Đơn vị
explain-file = Tệp
explain-sheet = Trang
explain-cell = Ô
explain-said = Ô ghi
explain-form = Biểu
explain-no = STT
explain-unit = Đơn vị tính
explain-element-kind = Loại
explain-flow = Cộng dồn
explain-aggregate = Tổng hợp
explain-formula = Công thức
explain-earlier-period = Kỳ trước đó
explain-previous-column = cột Kỳ trước của biểu
explain-total = Toàn xã
explain-value = Giá trị
explain-correction = Đính chính
explain-area = Lĩnh vực
explain-lead = Đơn vị chủ trì
explain-due = Thời hạn
explain-product = Sản phẩm
explain-done-on = Ngày hoàn thành
explain-document = Số, ký hiệu
explain-note = Ghi chú
explain-according-to = Nguồn
explain-recorded-run = theo sổ cái, lần lập báo cáo { $at } (cchc { $version })
explain-entry = Mục sổ
explain-received-at = Nhận lúc
explain-basis = Căn cứ
explain-sha256 = SHA-256
explain-standing = Tình trạng
explain-stored = Trong sổ cái
explain-original = Bản gốc
explain-dossier = Hồ sơ đếm
explain-claimed = Đã báo cáo
explain-counted = Đếm được
explain-difference = Chênh lệch
explain-unchecked = Chưa đối chiếu được
explain-no-exports = kỳ này không có dữ liệu hồ sơ
basis-register = sổ tiếp nhận
basis-form = ngày lập ghi trên biểu
standing-counts = được dùng
standing-superseded = đã được bản sau thay
standing-duplicate = trùng tệp khác
standing-unordered = không rõ bản nào sau
standing-rejected = không dùng được
standing-gone = không còn trong thư mục
stored-kept = có lưu
stored-forgotten = đã xóa
stored-hash-alone = chỉ lưu mã băm
stored-unrecorded = chưa ghi sổ
stored-never-kept = không lưu

rule-active = đang áp dụng
rule-trial = thử nghiệm, không ảnh hưởng kết luận
measure-period = Kỳ này
measure-cumulative = Lũy kế
target-up = tăng so với kỳ trước
target-down = giảm so với kỳ trước
kind-count = số đếm
kind-money = tiền
kind-decimal = số thập phân
kind-percent = tỷ lệ phần trăm
kind-choice = chọn theo danh mục
kind-text = chữ
flow-flow = cộng qua các kỳ
flow-stock = lấy kỳ mới nhất
aggregate-sum = cộng các đơn vị
aggregate-max = lấy số lớn nhất
aggregate-none = không có số chung
explain-missing = Khi thiếu số liệu
explain-reported = Đơn vị đã có số liệu
missing-skip_any = không kiểm tra
missing-skip_all = chỉ bỏ qua khi thiếu tất cả; số thiếu coi là 0
missing-never_skip = luôn kiểm tra; số thiếu coi là 0

template-fault = Mẫu templates/{ $file }, dòng { $line }, cột { $column }: { $kind ->
        [variable] không có biến «{ $detail }»
        [template] không có mẫu này
        [empty] không cho ra chữ nào (thư phải có tiêu đề và nội dung)
       *[syntax] sai cú pháp ({ $detail })
    }. Sửa tệp này trong thư mục templates, hoặc xóa tệp để dùng mẫu có sẵn.
beyond-excel = Trang tính «{ $sheet }» cần { $needs } { $way ->
       *[rows] dòng, Excel chỉ có { $most }. Hãy chia các đơn vị thành nhiều kế hoạch, mỗi kế hoạch một thư mục (--input), rồi lập báo cáo từng kế hoạch.
        [columns] cột, Excel chỉ có { $most }. Hãy bớt cột trong annex.toml.
    }

## Sổ cái

audit-position = Mục
audit-at = Thời điểm
audit-kind = Loại
audit-period = Kỳ
audit-office = Đơn vị
audit-about = Nội dung
audit-sha256 = Mã băm
audit-chain-submissions = Chuỗi tệp đã nhận
audit-chain-events = Chuỗi sự kiện
audit-kind-submission = tệp của đơn vị
audit-kind-register = sổ tiếp nhận
audit-kind-corrections = điều chỉnh
audit-kind-extensions = gia hạn
audit-kind-compiled = nội dung tổng hợp
audit-kind-dossiers = dữ liệu hồ sơ
audit-kind-run = lập báo cáo
audit-kind-seen = phát hiện
audit-kind-waived = được chấp nhận
audit-kind-fixed = đã sửa
audit-kind-waiver = chấp nhận
audit-kind-lapsed = thôi chấp nhận
audit-kind-sending = thư đang gửi
audit-kind-sent = thư đã gửi
audit-kind-refused = thư bị từ chối
audit-kind-deferred = thư chưa nhận
audit-kind-forgotten = đã xóa

forgotten = Đã xóa nội dung của { $path } ({ $sha256 }) khỏi sổ cái. Bản gốc trong thư mục đầu vào, nếu còn, không bị đụng đến.

proof-whole = NGUYÊN VẸN
proof-broken = KHÔNG CÒN NGUYÊN VẸN
proof-chain = { $chain ->
        [submissions] Chuỗi tệp đã nhận
       *[events] Chuỗi sự kiện
    }: { $entries } mục, đầu chuỗi { $head }
proof-bytes = Tệp đã lưu: { $kept }; đã xóa: { $forgotten }; chỉ lưu mã băm: { $hashed }
proof-forgotten = { $sha256 }: đã xóa
proof-outputs = Tệp kết quả trên đĩa đúng như sổ ghi: { $count }
proof-head = Đầu chuỗi { $head } có trong sổ, ở mục { $position }

flaw-database = tệp cơ sở dữ liệu bị hỏng: { $detail }
flaw-schema = cấu trúc «{ $name }» không phải của chương trình: đã bị sửa
flaw-entry-position = { $chain ->
        [submissions] chuỗi tệp đã nhận
       *[events] chuỗi sự kiện
    }, mục { $position }: ở chỗ này là mục { $found }; có mục bị xóa, bị thêm hoặc bị đổi chỗ
flaw-entry-unlinked = { $chain ->
        [submissions] chuỗi tệp đã nhận
       *[events] chuỗi sự kiện
    }, mục { $position }: không nối với mục trước; mục trước đã bị thay
flaw-entry-changed = { $chain ->
        [submissions] chuỗi tệp đã nhận
       *[events] chuỗi sự kiện
    }, mục { $position }: nội dung không khớp mã băm; mục này đã bị sửa
flaw-entry-unreadable = { $chain ->
        [submissions] chuỗi tệp đã nhận
       *[events] chuỗi sự kiện
    }, mục { $position }: nội dung không đọc được
flaw-bytes-changed = nội dung đã lưu của { $sha256 } bị sửa: không khớp mã băm
flaw-bytes-missing = thiếu nội dung của { $sha256 }, và không có mục nào ghi là đã xóa
flaw-bytes-remaining = nội dung của { $sha256 } vẫn còn, dù sổ ghi là đã xóa
flaw-bytes-unnamed = có nội dung { $sha256 } mà không mục nào nói đến
flaw-head = đầu chuỗi { $head } ({ $place }) không có trong sổ: sổ bị cắt bớt hoặc bị thay
flaw-output-missing = thiếu tệp kết quả { $path }
flaw-output-changed = tệp kết quả { $path } đã bị sửa sau khi lập
flaw-output-unrecorded = { $path } không phải của lần chạy nào trong sổ

rebuild-identical = GIỐNG HỆT: { $count } tệp kết quả trùng từng byte với lần lập đã ghi sổ
rebuild-not-identical = KHÔNG GIỐNG HỆT ({ $count } tệp kết quả trùng)
rebuild-run = { $period }, lập lúc { $at } bằng cchc { $version }
rebuild-needs = cần cchc { $version } để lập lại: lần lập này do phiên bản đó làm
rebuild-forgotten = { $path }: nội dung đã xóa khỏi sổ cái, không lập lại được
rebuild-never-kept = { $path }: sổ cái chỉ có mã băm (thông tin cá nhân, hoặc tệp không đọc được), không lập lại được
rebuild-differs = { $path }: khác với lần lập đã ghi sổ

diff-versions = Các bản của { $office } cho kỳ { $period }
diff-version = Bản
diff-run = Lập báo cáo lần đầu
diff-received = Nhận
diff-file = Tệp
diff-sha256 = Mã băm
diff-no-file = không còn tệp nào
diff-first = Chưa có bản nào trước đó để so sánh.
diff-compared = Bản { $from } → bản { $to }
diff-unchanged = Không có ô nào ghi khác.
diff-forgotten = { $path }: nội dung đã xóa khỏi sổ cái
diff-never-kept = { $path }: sổ cái chỉ có mã băm (thông tin cá nhân, hoặc tệp không đọc được)
diff-impossible = Không so sánh được: thiếu nội dung của tệp chỉ có trong một bản.

exported = Đã ghi { $path }: cả hai chuỗi sổ cái, nội dung { $files } tệp, { $outputs } tệp kết quả.
export-lacks = { $path }: thiếu hoặc đã bị sửa trên đĩa, không đưa vào gói
export-readme =
    SỔ CÁI SỐ LIỆU CẢI CÁCH HÀNH CHÍNH, KỲ { $period }

    Gói này chứa mọi thứ chương trình cchc { $version } lưu về kỳ { $period }:

    submissions.jsonl   chuỗi tệp đã nhận: { $entries } mục, đầu chuỗi
                        { $head }
    events.jsonl        chuỗi sự kiện (lần lập báo cáo, phát hiện, tệp đã xóa): { $happened } mục, đầu chuỗi
                        { $events }
    bytes/              nội dung { $files } tệp, tên tệp là mã băm SHA-256 của nội dung
    manifest.json       lần lập báo cáo gần nhất: tên và mã băm của mọi tệp đã đọc, mọi tệp đã ghi
    outputs/            { $outputs } tệp kết quả của lần lập đó
    contents.json       số mục và đầu hai chuỗi
    kiem-tra.py         chương trình kiểm chứng gói này, chỉ cần Python 3

    Kiểm chứng: giải nén rồi chạy  python3 kiem-tra.py
    hoặc  cchc so-cai verify <gói này>

    So với báo cáo đã in: đầu chuỗi ghi ở chân trang bản kiểm tra, ở thuộc tính “Đầu chuỗi sổ cái” của tệp Word và trên
    phiếu đối chiếu phải là mã băm (hash) của một mục trong submissions.jsonl.

    Mỗi mục là một dòng. Mã băm của mục là SHA-256 của năm dòng nối bằng dấu xuống dòng: cchc-ledger/1, tên chuỗi, số mục,
    mã băm của mục trước (mục đầu: 64 chữ số 0), nội dung mục (body). Sửa, xóa, thêm hay đổi chỗ một mục làm đứt chuỗi.

    Tệp có thông tin cá nhân và dữ liệu hồ sơ chỉ có mã băm, không có nội dung. Tệp đã xóa có mục “forgotten” trong
    events.jsonl nói rõ khi nào và vì sao.

mail-none = Không có thư nào.
mail-attachment = Kèm: { $name } ({ $size }, { $hash })
mail-attachment-replacing = Kèm: { $name } ({ $size }, { $hash }), thay bản chương trình lập
mail-sent-before = đã gửi lúc { $at }, không gửi lại
mail-filed-before = đã gửi từ trước (tệp nằm trong { $folder }), không gửi lại; muốn gửi lại thì xóa tệp đó
mail-nothing-left = Chưa gửi gì. { $count } thư nằm trong thư mục outbox; xem xong, chạy lại với --yes để gửi.
mail-sent = đã gửi
mail-counts = Đã gửi { $sent }, đã gửi từ trước { $sent_before }, chưa gửi được { $unsent }.
error-mail-busy = một lần gửi thư khác đang chạy trên { $path }; đợi lần đó xong rồi chạy lại
error-mail-no-settings = chưa có { $path }/mail.toml nên chưa gửi được thư; xem mẫu trong docs/mail.md, hoặc bỏ --yes để chỉ xem trước
error-mail-no-server = mail.toml chưa có phần [server] nên chưa gửi được thư; xem mẫu trong docs/mail.md, hoặc bỏ --yes để chỉ xem trước
error-mail-no-password = không có mật khẩu của tài khoản gửi thư ở { $kind ->
        [variable] biến môi trường { $place }
       *[file] tệp { $place }
    }
error-mail-password-open = người khác đọc được tệp mật khẩu { $path }; chạy chmod 600 { $path }
error-mail-ca-file = { $path } không phải là chứng thư dạng PEM
error-log = không ghi được nhật ký { $path }
