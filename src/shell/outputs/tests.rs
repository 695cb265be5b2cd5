//! Replacement of outputs: crashes at every step, files edited by hand, files held open.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::*;

fn artifacts(files: &[(&str, &str)]) -> Vec<Artifact> {
    files.iter().map(|(name, text)| Artifact::new(*name, text.as_bytes().to_vec())).collect()
}

fn manifest(artifacts: &[Artifact]) -> Manifest {
    Manifest {
        schema: SCHEMA.to_owned(),
        version: "1".to_owned(),
        period: "2025-Q4".to_owned(),
        lang: "vi".to_owned(),
        as_of: NaiveDate::default(),
        inputs: Vec::new(),
        outputs: artifacts.iter().map(Hashed::output).collect(),
        chain_head: None,
    }
}

fn report(folder: &Path, files: &[(&str, &str)]) -> Result<Vec<Kept>, Problem> {
    replace(folder, &artifacts(files))
}

fn replace(folder: &Path, artifacts: &[Artifact]) -> Result<Vec<Kept>, Problem> {
    let outputs = Outputs::open(folder, || ())?;
    artifacts.iter().try_for_each(|artifact| outputs.stage(artifact).map(|_| ()))?;
    outputs.replace(&manifest(artifacts))
}

/// The steps that stage a whole set.
fn staging<'a>(folder: &Path, artifacts: &'a [Artifact], bytes: &'a [u8]) -> Vec<steps::Step<'a>> {
    let files = artifacts.iter().flat_map(|artifact| swap::stage(folder, artifact));
    files.chain(swap::seal(folder, &manifest(artifacts).outputs, bytes)).collect()
}

/// Every file of the folder but the lock and the manifest, with its text.
fn files(folder: &Path) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(current) = folders.pop() {
        for entry in fs::read_dir(current).unwrap() {
            let path = entry.unwrap().path();
            let name = path.strip_prefix(folder).unwrap().to_string_lossy().into_owned();
            if path.is_dir() {
                folders.push(path);
            } else if name != LOCK && name != MANIFEST {
                found.insert(name, fs::read_to_string(path).unwrap());
            }
        }
    }
    found
}

fn set(files: &[(&str, &str)]) -> BTreeMap<String, String> {
    files.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
}

const OLD: &[(&str, &str)] = &[("bao-cao.xlsx", "cũ"), ("bo-di.html", "cũ"), ("returns/vp.xlsx", "cũ")];
const NEW: &[(&str, &str)] = &[("bao-cao.xlsx", "mới"), ("returns/kt.xlsx", "mới"), ("returns/vp.xlsx", "cũ")];

#[test]
fn a_set_replaces_the_one_before() {
    let folder = tempfile::tempdir().unwrap();
    report(folder.path(), OLD).unwrap();
    assert_eq!(report(folder.path(), NEW).unwrap(), []);
    assert_eq!(files(folder.path()), set(NEW));
    assert_eq!(Manifest::read(folder.path()), Some(manifest(&artifacts(NEW))));
}

#[test]
fn a_run_cut_short_after_any_step_leaves_the_old_set_or_the_new_one() {
    let new = artifacts(NEW);
    let manifest = manifest(&new);
    let bytes = manifest.to_bytes().unwrap();
    let mut outcomes = Vec::new();
    for last in 0.. {
        let folder = tempfile::tempdir().unwrap();
        report(folder.path(), OLD).unwrap();
        let staging = staging(folder.path(), &new, &bytes);
        let staged = staging.len().min(last);
        run(&staging[..staged]).unwrap();
        let mut done = true;
        if staged < last {
            let (steps, _) = swap::swap(folder.path(), &manifest);
            done = steps.len() < last - staged;
            run(&steps[..steps.len().min(last - staged)]).unwrap();
        }
        recover(folder.path()).unwrap();
        let left = files(folder.path());
        assert!(left == set(OLD) || left == set(NEW), "after {last} steps: {left:?}");
        let known = Manifest::read(folder.path()).unwrap();
        assert!(known.outputs.iter().all(|output| output.is_in(folder.path())), "after {last} steps");
        outcomes.push(left == set(NEW));
        if done && staged < last {
            break;
        }
    }
    assert!(outcomes.is_sorted(), "once the new set is whole it wins: {outcomes:?}");
    assert!(outcomes.contains(&false) && outcomes.contains(&true), "{outcomes:?}");
}

#[test]
fn a_file_cut_short_while_staging_undoes_the_whole_staging() {
    let folder = tempfile::tempdir().unwrap();
    report(folder.path(), OLD).unwrap();
    let new = artifacts(NEW);
    run(&staging(folder.path(), &new, &manifest(&new).to_bytes().unwrap())).unwrap();
    fs::write(folder.path().join(STAGED).join("bao-cao.xlsx"), "m").unwrap();
    recover(folder.path()).unwrap();
    assert_eq!(files(folder.path()), set(OLD));
}

#[test]
fn a_set_that_is_given_up_leaves_nothing_behind() {
    let folder = tempfile::tempdir().unwrap();
    report(folder.path(), OLD).unwrap();
    let outputs = Outputs::open(folder.path(), || ()).unwrap();
    outputs.stage(&artifacts(NEW)[0]).unwrap();
    drop(outputs);
    assert_eq!(files(folder.path()), set(OLD));
    assert!(!folder.path().join(STAGED).exists());
}

#[test]
fn files_edited_by_hand_are_kept_under_another_name() {
    let folder = tempfile::tempdir().unwrap();
    report(folder.path(), OLD).unwrap();
    let edit = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    edit("bao-cao.xlsx", "sửa 1");
    edit("bo-di.html", "sửa");
    let kept = report(folder.path(), NEW).unwrap();
    let names: Vec<&str> = kept.iter().map(|kept| kept.is.as_str()).collect();
    assert_eq!(names, ["bao-cao.sua-tay-1.xlsx", "bo-di.sua-tay-1.html"]);
    edit("bao-cao.xlsx", "sửa 2");
    report(folder.path(), NEW).unwrap();
    let mut expected = set(NEW);
    expected.extend(set(&[
        ("bao-cao.sua-tay-1.xlsx", "sửa 1"),
        ("bao-cao.sua-tay-2.xlsx", "sửa 2"),
        ("bo-di.sua-tay-1.html", "sửa"),
    ]));
    assert_eq!(files(folder.path()), expected);
}

#[test]
fn a_file_that_no_manifest_knows_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("bao-cao.xlsx"), "của người khác").unwrap();
    report(folder.path(), NEW).unwrap();
    let kept = fs::read_to_string(folder.path().join("bao-cao.sua-tay-1.xlsx")).unwrap();
    assert_eq!(kept, "của người khác");
}

#[test]
fn an_edit_between_a_cut_short_run_and_the_next_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    report(folder.path(), OLD).unwrap();
    let new = artifacts(NEW);
    run(&staging(folder.path(), &new, &manifest(&new).to_bytes().unwrap())).unwrap();
    fs::write(folder.path().join("bao-cao.xlsx"), "sửa").unwrap();
    let kept = recover(folder.path()).unwrap();
    assert_eq!(kept, [Kept { was: "bao-cao.xlsx".to_owned(), is: "bao-cao.sua-tay-1.xlsx".to_owned() }]);
    let mut expected = set(NEW);
    expected.extend(set(&[("bao-cao.sua-tay-1.xlsx", "sửa")]));
    assert_eq!(files(folder.path()), expected);
}

#[test]
fn a_second_run_waits_for_the_first() {
    let folder = tempfile::tempdir().unwrap();
    let first = Outputs::open(folder.path(), || ()).unwrap();
    let (sender, waits) = std::sync::mpsc::channel();
    std::thread::scope(|scope| {
        let path = folder.path();
        let second = scope.spawn(move || Outputs::open(path, move || sender.send(()).unwrap()).map(|_| ()));
        waits.recv().unwrap();
        assert!(!second.is_finished());
        drop(first);
        second.join().unwrap().unwrap();
    });
}

/// A running program's file cannot be opened for writing, which is what a workbook open in Excel is like on Windows.
#[cfg(target_os = "linux")]
#[test]
fn a_file_held_open_leaves_the_old_set_whole() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let program = vec![Artifact::new("bao-cao.xlsx", fs::read("/bin/sleep").unwrap())];
    replace(folder.path(), &program).unwrap();
    let path = folder.path().join("bao-cao.xlsx");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    let mut running = std::process::Command::new(&path).arg("60").spawn().unwrap();
    let refused = report(folder.path(), NEW);
    running.kill().unwrap();
    running.wait().unwrap();
    let message = refused.unwrap_err().to_string();
    assert!(message.starts_with("error-held-open") && message.contains("bao-cao.xlsx"), "{message}");
    assert_eq!(fs::read(&path).unwrap(), program[0].bytes);
    assert!(!folder.path().join(STAGED).exists());
}
