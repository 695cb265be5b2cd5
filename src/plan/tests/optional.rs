//! The plan's optional files: annex, statements, exports of dossiers.

use super::super::*;
use super::problems;
use super::sample::{
    files, files_with, files_with_annex, files_with_dossiers, files_with_holidays, files_with_statements,
};
use crate::model::{AnnexField, AnnexFigure, AnnexRow, Calendar, DossierColumn, DossierMeasure, ElementId};

#[test]
fn the_annex_is_laid_out_by_its_file_and_by_the_forms_without_one() {
    let annex = load(&files_with_annex(), &[]).unwrap().annex;
    let heads: Vec<_> = annex.columns.iter().map(|column| (column.head.as_str(), column.shows)).collect();
    let expected = [("Số thứ tự", AnnexField::No), ("Nội dung", AnnexField::Name), ("Cả năm", AnnexField::Cumulative)];
    assert_eq!((annex.title.as_str(), heads), ("Thống kê", expected.to_vec()));
    let tables: Vec<_> = annex.tables.iter().map(|table| (table.title.as_str(), table.rows.len())).collect();
    assert_eq!(tables, [("Bảng 1. Giải quyết hồ sơ", 2), ("Biểu 7", 2)]);
    let own = AnnexFigure {
        element: ElementId::new("hs_da_gq"),
        no: "I.1".to_owned(),
        name: "Đã giải quyết xong".to_owned(),
        unit: "Hồ sơ".to_owned(),
    };
    let rows = annex.tables.into_iter().next().unwrap().rows;
    assert_eq!(rows, [AnnexRow::Section("A. Kết quả".to_owned()), AnnexRow::Figure(own)]);

    let usual = load(&files(), &[]).unwrap().annex;
    let tables: Vec<_> = usual.tables.iter().map(|table| (table.title.as_str(), table.rows.len())).collect();
    assert_eq!(tables, [("Biểu 3", 3), ("Biểu 7", 2)]);
}

#[test]
fn a_statement_knows_the_elements_that_its_columns_are() {
    let plan = load(&files_with_statements(), &[]).unwrap();
    let statement = plan.statements.first().unwrap();
    let elements = statement.columns.iter().flat_map(|column| &column.elements).map(ElementId::as_str);
    assert_eq!(elements.collect::<Vec<_>>(), ["hs_da_gq", "da_xong"]);
    let sum = statement.sums.first().unwrap();
    assert_eq!((sum.total, sum.parts.as_slice()), (0, [1].as_slice()));
    // No element counts that, and the sum then names no column.
    let found = problems(&files_with("statements.toml", "\"resolved\", no", "\"resolvd\", no"));
    assert!(found.iter().all(|problem| problem.code == codes::UNKNOWN_NAME) && found.len() == 2, "{found:?}");
}

#[test]
fn exports_are_read_with_the_shipped_words_but_for_those_the_plan_names() {
    let shipped = load(&files(), &[]).unwrap().dossiers;
    assert!(DossierColumn::KEYS.iter().all(|(column, _)| shipped.heads.contains_key(column)));
    assert!([&shipped.ended, &shipped.waiting, &shipped.yes, &shipped.no].iter().all(|words| words.len() > 5));
    let own = load(&files_with_dossiers(), &[]).unwrap().dossiers;
    assert_eq!(own.heads[&DossierColumn::Code], ["Mã HS", "Số HS"]);
    assert_eq!(own.heads[&DossierColumn::ReceivedOn], shipped.heads[&DossierColumn::ReceivedOn]);
    assert_eq!((own.online, own.direct), (vec!["Qua mạng".to_owned()], vec!["Tại quầy".to_owned()]));
    assert_eq!(own.ended, shipped.ended);
}

#[test]
fn nothing_is_wrong_with_the_shipped_words() {
    let mut files = files();
    files.push(PlanFile { name: "dossiers.toml".into(), text: DOSSIERS.into() });
    assert_eq!(load(&files, &[]).unwrap().dossiers, shipped_dossiers());
}

#[test]
fn every_measure_of_dossiers_is_a_key_of_elements_and_a_misspelt_one_is_shown() {
    for (measure, key) in DossierMeasure::ALL {
        let plan = load(&files_with("elements.toml", "no = 3.2", &format!("no = 3.2\ndossier = \"{key}\"")), &[]);
        assert_eq!(plan.unwrap().element("hs_da_gq").unwrap().dossier, Some(measure));
    }
    let files = files_with("elements.toml", "no = 3.2", "no = 3.2\ndossier = \"resolved.ontime\"");
    let found = problems(&files);
    let [problem] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!(problem.suggestion.as_deref(), Some("\"resolved.on_time\""));
    assert_eq!(files[1].text.get(problem.span.clone()), Some("\"resolved.ontime\""));
}

#[test]
fn a_calendar_knows_every_day_of_its_holidays_and_a_plan_without_one_moves_nothing() {
    let calendar = load(&files_with_holidays(), &[]).unwrap().calendar;
    let holidays: Vec<String> = calendar.holidays.iter().map(|(day, name)| format!("{day} {name}")).collect();
    let national = ["2026-08-31 Quốc khánh", "2026-09-01 Quốc khánh", "2026-09-02 Quốc khánh"];
    assert_eq!(holidays, [&["2026-01-01 Tết Dương lịch"], national.as_slice()].concat());
    let working: Vec<String> = calendar.working_days.iter().map(ToString::to_string).collect();
    assert_eq!((calendar.roll_forward, working), (true, vec!["2026-08-22".to_owned()]));
    assert_eq!(load(&files(), &[]).unwrap().calendar, Calendar::default());
}
