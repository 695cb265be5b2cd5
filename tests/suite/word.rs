//! The report as a Word document: valid, read alike by two programs, and printed as Decree 30/2020/NĐ-CP wants it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::cli::{cchc_over, input_copy, output_of};
use crate::printed::{Page, Word, converted, pages, text};

fn tool(path: &str) -> Command {
    Command::new(Path::new(env!("CARGO_MANIFEST_DIR")).join(path))
}

/// The report of a period over this input, under a name of its own.
fn report(input: &Path, folder: &Path, period: &str, name: &str) -> PathBuf {
    let (status, stdout, stderr) = output_of(cchc_over(input, folder).args(["report", "--period", period]));
    assert!(status < 2, "{stdout}\n{stderr}");
    let named = folder.join(format!("{name}.docx"));
    fs::copy(folder.join(format!("output/{period}/bao-cao-cchc-{period}.docx")), &named).unwrap();
    named
}

fn replace(path: &Path, from: &str, to: &str) {
    let text = fs::read_to_string(path).unwrap();
    assert!(text.contains(from), "{} has no {from}", path.display());
    fs::write(path, text.replace(from, to)).unwrap();
}

/// What Microsoft's Open XML SDK says of a document or workbook; it exits with 1 if that is anything.
pub(crate) fn verdict(document: &Path) -> String {
    let output = tool("target/tools/node_modules/.bin/ooxml-validator").arg(document).output();
    let output = output.unwrap_or_else(|cause| panic!("{cause}: scripts/test installs ooxml-validator"));
    let said: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    if said["ok"] == true { String::new() } else { said["errors"].to_string() }
}

fn read_by_python(document: &Path) -> String {
    let mut command = tool("target/tools/venv/bin/python");
    command.arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/tools/word.py")).arg(document);
    let output = command.env("PYTHONIOENCODING", "utf-8").output();
    let output = output.unwrap_or_else(|cause| panic!("{cause}: scripts/test installs python-docx"));
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// What breaks weak writers: marks of direction, markup, fields, formulas.
const HOSTILE: &str = "dài\u{202e}ngược\u{200f} </w:t></w:p><w:p> { PAGE } =1+1 &amp ]]> 😀";

/// An office writes such texts and a word without end; control characters, which make a CSV file a binary one, are in the plan.
fn make_hostile(input: &Path) {
    let long = "n".repeat(5_000);
    let texts = format!("Mục;Nội dung\nN1;{HOSTILE} {long}\nN7;{HOSTILE}");
    replace(&input.join("2025-Q4/ttvh-thuyet-minh.csv"), "Mục;Nội dung", &texts);
    replace(&input.join("2025-Q4/ttvh-so-lieu.csv"), "41;63;;;", &format!("41;63;;{HOSTILE} {long};"));
    replace(&input.join("plan/tasks.toml"), "name = \"", "name = \"\\u0001\\u000b\\ufffe</w:t>");
}

#[test]
fn open_xml_sdk_finds_nothing_and_would_find_something() {
    let folder = tempfile::tempdir().unwrap();
    let input = input_copy(folder.path());
    for period in ["2025-Q3", "2025-Q4"] {
        assert_eq!(verdict(&report(&input, folder.path(), period, period)), "", "{period}");
    }
    fs::create_dir_all(folder.path().join("templates/docx")).unwrap();
    fs::write(folder.path().join("templates/docx/rule.hbs"), "<w:p><w:nothing/></w:p>\n").unwrap();
    let said = verdict(&report(&input, folder.path(), "2025-Q4", "broken"));
    assert!(said.contains("nothing"), "{said}");
}

#[test]
fn python_and_libreoffice_read_the_same_text() {
    let folder = tempfile::tempdir().unwrap();
    let input = input_copy(folder.path());
    let plain = report(&input, folder.path(), "2025-Q4", "plain");
    make_hostile(&input);
    let hostile = report(&input, folder.path(), "2025-Q4", "hostile");
    let documents = [plain, hostile];
    let theirs = converted(&documents, folder.path(), "txt:Text (encoded):UTF8");
    for (document, theirs) in documents.iter().zip(theirs) {
        assert_eq!(verdict(document), "", "{}", document.display());
        let ours = read_by_python(document);
        let words =
            |text: &str| text.trim_start_matches('\u{feff}').split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        let (ours, theirs) = (words(&ours), words(&fs::read_to_string(theirs).unwrap()));
        assert!(ours.len() > 2_000, "{} words", ours.len());
        let differ = ours.iter().zip(&theirs).position(|(one, two)| one != two);
        assert_eq!(differ.map(|at| (&ours[at], &theirs[at])), None);
        assert_eq!(ours.len(), theirs.len());
    }
    let said = read_by_python(&documents[1]);
    assert_eq!(said.matches("</w:t></w:p><w:p> { PAGE } =1+1 &amp ]]> 😀").count(), 3, "as it was written");
    assert_eq!(said.matches("\n</w:t>").count(), 33, "every task");
    assert!(said.contains(&"n".repeat(5_000)));
    assert!(!said.contains(['\u{202e}', '\u{200f}']), "nothing turns the line round");
}

/// 565 offices beside those of the plan, each with a text and a task.
fn enlarge(input: &Path) {
    use std::fmt::Write as _;
    let (mut offices, mut tasks) = (String::new(), String::new());
    for office in 0..565 {
        let (id, name) = (format!("dv{office:03}"), format!("Đơn vị số {office:03}"));
        writeln!(offices, "\n[[office]]\nid = \"{id}\"\nname = \"{name}\"").unwrap();
        writeln!(
            tasks,
            "\n[[task]]\nid = \"N7_{id}\"\narea = \"N7\"\nname = \"Việc của {name}\"\nlead = \"{id}\"\ndue = \"period\""
        )
        .unwrap();
        let text = format!(
            "Mã đơn vị;{id}\nKỳ báo cáo;2025-Q4\nMục;Nội dung\nKiến nghị, đề xuất;{name} đề nghị bố trí kinh phí.\n"
        );
        fs::write(input.join(format!("2025-Q4/{id}.csv")), text).unwrap();
    }
    for (file, more) in [("plan", offices), ("tasks", tasks)] {
        let path = input.join(format!("plan/{file}.toml"));
        fs::write(&path, fs::read_to_string(&path).unwrap() + &more).unwrap();
    }
}

#[test]
fn a_round_of_570_offices_and_hostile_texts_is_printed_whole() {
    let folder = tempfile::tempdir().unwrap();
    let input = input_copy(folder.path());
    enlarge(&input);
    make_hostile(&input);
    let document = report(&input, folder.path(), "2025-Q4", "large");
    assert_eq!(verdict(&document), "");
    let pages = pages(&converted(&[document], folder.path(), "pdf")[0]);
    pages.iter().for_each(within_margins);
    let sections: Vec<&[Page]> = pages.chunk_by(|_, next| !begins_annex(next)).collect();
    sections.iter().copied().for_each(page_numbers);
    assert_eq!(sections.len(), 3);
    signature(sections[0]);
    annex(sections[2], "Phụ lục II", "TT");
    let said =
        [sections[0], sections[2]].map(|section| section.iter().map(|page| text(&page.words)).collect::<String>());
    for office in 0..565 {
        let name = format!("Đơn vị số {office:03}");
        assert!(said[0].contains(&format!("{name} đề nghị bố trí kinh phí.")), "{name} has no text");
        assert!(said[1].contains(&format!("Việc của {name}")), "{name} has no task");
    }
}

/// Within a millimetre.
fn near(one: f64, two: f64) -> bool {
    (one - two).abs() <= 1.0
}

fn middle(words: &[Word]) -> f64 {
    f64::midpoint(words[0].left, words[words.len() - 1].right)
}

/// The middle between the margins of 30 and 15 mm.
fn middle_of(page: &Page) -> f64 {
    f64::midpoint(30.0, page.width - 15.0)
}

fn place<'a>(page: &'a Page, wanted: &str) -> &'a [Word] {
    page.find(wanted).unwrap_or_else(|| panic!("no {wanted:?} in {}", text(&page.words)))
}

fn letterhead(page: &Page, authority: &str, town: &str) {
    let nation = place(page, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
    assert!(nation.iter().all(|word| near(word.bottom, nation[0].bottom)), "on one line");
    assert!(near(middle(place(page, "Độc lập - Tự do - Hạnh phúc")), middle(nation)));
    let authority = place(page, authority);
    assert!(authority.iter().all(|word| near(word.bottom, authority[0].bottom)), "on one line");
    let (number, date) = (place(page, "Số: /BC-UBND"), place(page, &format!("{town}, ngày tháng năm")));
    assert!(number.iter().chain(date).all(|word| near(word.bottom, number[0].bottom)), "on one line");
    assert!(near(middle(number), middle(authority)) && near(middle(date), middle(nation)));
    assert!(authority[0].left >= 29.0 && nation[nation.len() - 1].right <= 196.0);
    for centred in ["BÁO CÁO", "Kính gửi: Sở Nội vụ thành phố Hải Phòng."] {
        assert!(near(middle(place(page, centred)), middle_of(page)), "{centred}");
    }
}

/// Running text begins 12,7 mm in, and fills the lines between the margins.
fn running_text(page: &Page) {
    let lines = page.lines();
    let first = lines.iter().position(|line| text(line).starts_with("Thực hiện Kế hoạch")).unwrap();
    let (first, second) = (&lines[first], &lines[first + 1]);
    assert!(near(first[0].left, 42.7), "{}", first[0].left);
    assert!(near(second[0].left, 30.0), "{}", second[0].left);
    assert!(near(first[first.len() - 1].right, page.width - 15.0), "justified");
}

/// The first page of a section shows no number, the others theirs, in the middle of the top margin.
fn page_numbers(section: &[Page]) {
    for (number, page) in (1..).zip(section) {
        let above: Vec<&Word> = page.words.iter().filter(|word| word.top < 19.0).collect();
        match above.as_slice() {
            [] => assert_eq!(number, 1, "page {number} shows none"),
            [shown] => {
                assert!(number > 1 && shown.text == number.to_string(), "{} on page {number}", shown.text);
                assert!(shown.bottom <= 20.0 && near(f64::midpoint(shown.left, shown.right), middle_of(page)));
            }
            more => panic!("{more:?}"),
        }
    }
}

/// Everything within the margins; no heading is the last line.
fn within_margins(page: &Page) {
    for word in &page.words {
        assert!(word.left >= 29.5 && word.right <= page.width - 14.5 && word.bottom <= page.height - 19.5, "{word:?}");
    }
    let last = text(page.lines().last().unwrap());
    let numeral = last.split(". ").next().unwrap();
    let heading = ["1", "2", "3", "4", "5", "6", "I", "II", "III", "IV", "V"].contains(&numeral);
    assert!(!heading && !last.starts_with("Biểu "), "{last} stands alone at the foot");
}

fn signature(letter: &[Page]) {
    let page = letter.last().unwrap();
    let (copies, signer) = (place(page, "Nơi nhận:"), place(page, "TM. ỦY BAN NHÂN DÂN"));
    assert!((copies[0].bottom - signer[0].bottom).abs() < 1.5, "side by side");
    assert!(page.find("- Lưu: VT, VHXH.").is_some() && page.find("CHỦ TỊCH").is_some());
    // The last sentence goes with it.
    let end = page.words.iter().find(|word| word.text.ends_with("./.")).unwrap();
    assert!(end.bottom < copies[0].top);
}

/// The first page of every annex.
fn begins_annex(page: &Page) -> bool {
    text(&page.lines()[0]).starts_with("Phụ lục ")
}

fn annex(section: &[Page], label: &str, head: &str) {
    assert!(section.iter().all(|page| near(page.width, 297.0) && near(page.height, 210.0)));
    for centred in [label, "(Kèm theo Báo cáo số /BC-UBND ngày tháng năm của"] {
        assert!(section[0].find(centred).is_some(), "{centred}");
    }
    assert!(near(middle(place(&section[0], label)), middle_of(&section[0])));
    assert!(section.len() > 1, "a head is to be repeated");
    for page in section {
        assert!(page.words.iter().any(|word| word.text == head), "no head of the table on {}", text(&page.words));
    }
}

#[test]
fn it_prints_as_the_decree_wants() {
    let folder = tempfile::tempdir().unwrap();
    let input = input_copy(folder.path());
    let mut documents: Vec<_> =
        ["2025-Q3", "2025-Q4"].iter().map(|period| report(&input, folder.path(), period, period)).collect();
    replace(&input.join("plan/plan.toml"), "XÃ TỨ KỲ", "PHƯỜNG NGUYỄN BỈNH KHIÊM");
    replace(&input.join("plan/plan.toml"), "place = \"Tứ Kỳ\"", "place = \"Nguyễn Bỉnh Khiêm\"");
    documents.push(report(&input, folder.path(), "2025-Q4", "another"));
    let names = [("XÃ TỨ KỲ", "Tứ Kỳ"), ("XÃ TỨ KỲ", "Tứ Kỳ"), ("PHƯỜNG NGUYỄN BỈNH KHIÊM", "Nguyễn Bỉnh Khiêm")];
    for (pdf, (authority, town)) in converted(&documents, folder.path(), "pdf").iter().zip(names) {
        let fonts = Command::new("pdffonts").arg(pdf).output().unwrap().stdout;
        let fonts = String::from_utf8(fonts).unwrap();
        let serif = |line: &str| line.contains("LiberationSerif") || line.contains("TimesNewRoman");
        assert!(fonts.lines().skip(2).all(serif), "scripts/test installs fonts-liberation2\n{fonts}");
        let pages = pages(pdf);
        pages.iter().for_each(within_margins);
        let sections: Vec<&[Page]> = pages.chunk_by(|_, next| !begins_annex(next)).collect();
        sections.iter().copied().for_each(page_numbers);
        let [letter, first, second] = sections[..] else { panic!("{} sections", sections.len()) };
        assert!(letter.iter().all(|page| near(page.width, 210.0) && near(page.height, 297.0)));
        assert!((5..=10).contains(&letter.len()), "{} pages", letter.len());
        letterhead(&letter[0], authority, town);
        running_text(&letter[0]);
        signature(letter);
        annex(first, "Phụ lục I", "STT");
        annex(second, "Phụ lục II", "TT");
    }
}
