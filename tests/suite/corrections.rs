//! Corrections replace the cell that counts, and every figure stays explained.

use std::collections::BTreeMap;

use cchc::model::{Measure, Number, Results};

use crate::round::{Round, plan};

fn value(results: &Results, element: &str, measure: Measure) -> Option<Number> {
    let named = |figure: &&cchc::model::Figure| figure.element.as_str() == element && figure.measure == measure;
    results.figures.iter().find(named).unwrap().value.clone()
}

#[test]
fn a_correction_of_a_stocks_cumulative_corrects_the_stock() {
    let form = "Mã đơn vị;vp\nMã;Kỳ này\ntiep_nhan;5\nda_giai_quyet;4\nton;1\n";
    for column in ["Kỳ này", "Lũy kế", "period", "cumulative", ""] {
        let correction =
            format!("office;element;measure;value;reason;by;date\nvp;ton;{column};2;Đếm lại;A;09/12/2025\n");
        let results =
            Round::new().file("vp.csv", form).file("dieu-chinh.csv", &correction).run(&plan(&BTreeMap::new()));
        let both = [Measure::Period, Measure::Cumulative].map(|measure| value(&results, "ton", measure));
        assert_eq!(both, [Some(Number::from(2)), Some(Number::from(2))], "{column}");
    }
}

#[test]
fn a_sum_over_periods_names_the_cell_of_every_period() {
    let form = |figure: u32| format!("Mã đơn vị;vp\nMã;Kỳ này\ntiep_nhan;{figure}\nda_giai_quyet;4\n");
    let round = Round::new().file("2025-Q3/vp.csv", &form(100)).file("vp.csv", &form(50));
    let results = round.run(&plan(&BTreeMap::new()));
    let named =
        |figure: &&cchc::model::Figure| figure.element.as_str() == "tiep_nhan" && figure.measure == Measure::Cumulative;
    let figure = results.figures.iter().find(named).unwrap();
    assert_eq!(figure.value, Some(Number::from(150)));
    let cells: Vec<String> = figure.summed_from.iter().map(ToString::to_string).collect();
    assert_eq!(cells, ["2025-Q3/vp.csv › B3", "2025-Q4/vp.csv › B3"]);
}
