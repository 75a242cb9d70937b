//! Linking a run, as a shell starts it: who is one person, what is one matter, and what is refused.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use arrow_array::RecordBatch;
use arrow_array::cast::AsArray;
use arrow_array::types::Int64Type;
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::Path;
use std::process::{Command, Output, Stdio};

fn klubba(folder: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_klubba"));
    command.args(args).current_dir(folder).stdin(Stdio::null()).output().unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// Minutes of a body on a day, with those who decide, a line each, and items.
fn minutes(body: &str, day: &str, people: &[&str], items: &str) -> String {
    format!(
        "GRANVIKS KOMMUN\nSAMMANTRÄDESPROTOKOLL\n{body}\nSammanträdesdatum {day}\n\nBeslutande\n\n{}\n\n{items}",
        people.join("\n")
    )
}

/// A folder with texts of these names, analysed into `out`.
fn analysed(texts: &[(&str, String)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("in")).unwrap();
    for (name, text) in texts {
        fs::write(folder.path().join("in").join(name), text).unwrap();
    }
    let done = klubba(folder.path(), &["analyze", "in", "-o", "out", "--format", "parquet"]);
    assert!(done.status.success(), "{}", said(&done));
    folder
}

fn linked(folder: &Path, args: &[&str]) -> String {
    let done = klubba(folder, &[&["link", "out"], args].concat());
    assert!(done.status.success(), "{}", said(&done));
    said(&done)
}

fn rows(folder: &Path, table: &str) -> Vec<RecordBatch> {
    let file = File::open(folder.join("out").join(table).join("part-00000.parquet")).unwrap();
    let reader = ParquetRecordBatchReaderBuilder::try_new(file).unwrap().build().unwrap();
    reader.map(Result::unwrap).collect()
}

/// A column of texts; the members of lists parted by bars.
fn column(folder: &Path, table: &str, name: &str) -> Vec<String> {
    let mut all = Vec::new();
    for batch in rows(folder, table) {
        let column = batch.column_by_name(name).unwrap_or_else(|| panic!("{table} has no {name}")).clone();
        for row in 0..batch.num_rows() {
            all.push(if let Some(texts) = column.as_string_opt::<i32>() {
                if column.is_null(row) { String::new() } else { texts.value(row).to_string() }
            } else if let Some(numbers) = column.as_primitive_opt::<Int64Type>() {
                numbers.value(row).to_string()
            } else {
                let list = column.as_list::<i32>().value(row);
                Vec::from_iter(list.as_string::<i32>().iter().flatten().map(str::to_string)).join("|")
            });
        }
    }
    all
}

/// The names of each person, in order.
fn persons(folder: &Path) -> Vec<String> {
    let mut names = column(folder, "persons", "names");
    names.sort();
    names
}

const CHAIR: &str = "Karin Åberg (M), ordförande";

#[test]
fn one_person_over_the_years() {
    let folder = analysed(&[
        (
            "a.txt",
            minutes(
                "Kommunstyrelsen",
                "2022-03-07",
                &[CHAIR, "Anna Holm (C)", "Per Lind (S)"],
                "§ 1 Budget\n",
            ),
        ),
        (
            "b.txt",
            minutes(
                "Kommunstyrelsen",
                "2023-03-06",
                &[CHAIR, "Anna Holm Berg (C)", "P. Lind (S)"],
                "§ 1 Budget\n",
            ),
        ),
        (
            "c.txt",
            minutes(
                "Kommunstyrelsen",
                "2024-03-04",
                &[CHAIR, "Anna Holm Berg (C)", "Per Lind (L)"],
                "§ 1 Budget\n",
            ),
        ),
    ]);
    linked(folder.path(), &[]);
    assert_eq!(persons(folder.path()), ["Anna Holm Berg|Anna Holm", "Karin Åberg", "Per Lind|P. Lind"]);
    let parties = column(folder.path(), "persons", "parties");
    assert!(parties.contains(&"S|L".to_string()), "{parties:?}");
    // Changes of party and of name, and initials, are less sure: each is then somebody else.
    linked(folder.path(), &["--min-score", "90"]);
    assert_eq!(persons(folder.path()).len(), 6);
}

#[test]
fn two_of_one_name_in_one_list_are_two() {
    let both = [CHAIR, "Anna Holm (C)", "Anna Holm (S)"];
    let moves = "§ 1 Budget\n\nAnna Holm (S) yrkar avslag.\n";
    let folder = analysed(&[
        ("a.txt", minutes("Kommunstyrelsen", "2022-03-07", &both, moves)),
        ("b.txt", minutes("Kommunstyrelsen", "2022-05-02", &both, moves)),
        ("c.txt", minutes("Kommunstyrelsen", "2022-06-06", &[CHAIR, "Anna Holm (S)"], moves)),
    ]);
    linked(folder.path(), &[]);
    let rows = column(folder.path(), "persons", "parties").into_iter();
    let documents: BTreeMap<String, String> =
        rows.zip(column(folder.path(), "persons", "documents")).collect();
    assert_eq!(documents.get("C").map(String::as_str), Some("2"), "{documents:?}");
    assert_eq!(documents.get("S").map(String::as_str), Some("3"), "{documents:?}");
}

#[test]
fn namesakes_stay_apart() {
    let (one, two) = ("Anna Holm (C)", "Anna Holm (S)");
    let folder = analysed(&[
        ("a.txt", minutes("Kommunstyrelsen", "2022-03-07", &[CHAIR, one, two], "§ 1 Budget\n")),
        ("b.txt", minutes("Kommunstyrelsen", "2022-05-02", &[CHAIR, two], "§ 1 Budget\n")),
        (
            "c.txt",
            minutes("Kommunstyrelsen", "2022-06-06", &[CHAIR, one], "§ 1 Budget\n\nHolm ställer en fråga.\n"),
        ),
    ]);
    linked(folder.path(), &[]);
    let names = Vec::from_iter(persons(folder.path()).into_iter().filter(|name| name.contains("Anna Holm")));
    assert_eq!(names.len(), 2, "{names:?}");
}

#[test]
fn a_matter_goes_from_body_to_body() {
    let item = |number: u32, case: &str, decision: &str| {
        format!("§ {number} Ny lekplats i Ängby          Dnr {case}\n\nBeslut\n\n{decision}\n")
    };
    let folder = analysed(&[
        (
            "a.txt",
            minutes(
                "Kommunstyrelsen",
                "2023-02-06",
                &[CHAIR],
                &item(4, "KS 2022/145", "Kommunstyrelsen föreslår att kommunfullmäktige antar planen."),
            ),
        ),
        (
            "b.txt",
            minutes(
                "Kommunfullmäktige",
                "2023-03-06",
                &[CHAIR],
                &item(9, "KS2022-00145", "Kommunfullmäktige beslutar att anta planen."),
            ),
        ),
    ]);
    linked(folder.path(), &[]);
    assert_eq!(column(folder.path(), "matters", "outcome"), ["adopted"]);
    assert_eq!(column(folder.path(), "matters", "days"), ["28"]);
    assert_eq!(column(folder.path(), "steps", "act"), ["proposed", "adopted"]);
    assert_eq!(column(folder.path(), "matters", "bodies"), ["Kommunstyrelsen|Kommunfullmäktige"]);
    assert!(
        column(folder.path(), "bodies", "place_code").iter().all(String::is_empty),
        "Granvik is no municipality"
    );
}

#[test]
fn what_is_handed_on_is_not_settled() {
    let item = |decision: &str| {
        format!(
            "§ 4 Ny lekplats i Ängby          Dnr KS 2022/145\n\nBeslut\n\n{decision}\n\nBeslutsgång\n\nOrdföranden ställer proposition på bifall och avslag och finner att förslaget bifallits.\n"
        )
    };
    let proposed = (
        "a.txt",
        minutes(
            "Kommunstyrelsen",
            "2023-02-06",
            &[CHAIR],
            &item("Kommunstyrelsen föreslår att kommunfullmäktige antar planen."),
        ),
    );
    let folder = analysed(std::slice::from_ref(&proposed));
    linked(folder.path(), &[]);
    assert_eq!(column(folder.path(), "matters", "outcome"), [""]);
    let rejected = (
        "b.txt",
        minutes(
            "Kommunfullmäktige",
            "2023-03-06",
            &[CHAIR],
            &item("Kommunfullmäktige beslutar att avslå planen."),
        ),
    );
    let folder = analysed(&[proposed, rejected]);
    linked(folder.path(), &[]);
    assert_eq!(column(folder.path(), "matters", "outcome"), ["rejected"]);
}

#[test]
fn what_comes_up_again_is_no_longer_put_off() {
    let item = |number: u32, rest: &str| {
        format!("§ {number} Interpellation om ny lekplats i Ängby          Dnr KS 2022/145\n\n{rest}\n")
    };
    let put_off = item(4, "Beslut\n\nInterpellationen bordläggs till nästa sammanträde.");
    let answered = item(5, "Karin Åberg (M) besvarar interpellationen, varefter överläggning äger rum.");
    let mut texts = vec![("a.txt", minutes("Kommunfullmäktige", "2023-02-06", &[CHAIR], &put_off))];
    let folder = analysed(&texts);
    linked(folder.path(), &[]);
    assert_eq!(column(folder.path(), "matters", "outcome"), ["postponed"]);
    texts.push(("b.txt", minutes("Kommunfullmäktige", "2023-03-06", &[CHAIR], &answered)));
    let folder = analysed(&texts);
    linked(folder.path(), &[]);
    assert_eq!(column(folder.path(), "matters", "outcome"), [""]);
    assert_eq!(column(folder.path(), "steps", "act"), ["postponed"]);
}

#[test]
fn what_is_put_off_among_points_is_postponed() {
    let item = "§ 4 Interpellation om ny lekplats i Ängby          Dnr KS 2022/145\n\nBeslut\n\n\
        1. Får framställas.\n2. Interpellationen bordläggs till sammanträdet den 6 mars 2023.\n";
    let folder = analysed(&[("a.txt", minutes("Kommunfullmäktige", "2023-02-06", &[CHAIR], item))]);
    linked(folder.path(), &[]);
    assert_eq!(column(folder.path(), "matters", "outcome"), ["postponed"]);
}

#[test]
fn a_count_of_votes_is_a_step_and_no_decision() {
    let item = "§ 4 Ny lekplats i Ängby          Dnr KS 2022/145\n\nBeslut\n\nFullmäktige avslår planen.\n\nOmröstning\n\n\
        Godkänd voteringsproposition: ”Ja för bifall till styrelsens plan. Nej för avslag”.\n\
        Omröstningen utfaller med 40 ja mot 41 nej.\n";
    let folder =
        analysed(&[("a.txt", minutes("Kommunfullmäktige", "2023-02-06", &[CHAIR, "Anna Holm (C)"], item))]);
    linked(folder.path(), &[]);
    assert_eq!(column(folder.path(), "matters", "outcome"), ["rejected"]);
    assert_eq!(column(folder.path(), "steps", "act"), ["voted", "rejected"]);
    // *Fullmäktige* is the *Kommunfullmäktige* whose minutes they are.
    assert_eq!(column(folder.path(), "matters", "bodies"), ["Kommunfullmäktige"]);
}

/// A text of minutes with one item.
fn minutes_of(body: &str, day: &str, number: u32, case: &str, rest: &str) -> String {
    let case = if case.is_empty() { String::new() } else { format!("          Dnr {case}") };
    let item = format!("§ {number} Nya bryggor och bänkar längs ån{case}\n\n{rest}\n");
    minutes(body, day, &[CHAIR, "Anna Holm (C)", "Per Lind (S)"], &item)
}

/// Outcome and acts of each matter, in order.
fn courses(texts: &[String]) -> Vec<(String, String)> {
    let named = Vec::from_iter((0..texts.len()).map(|at| format!("{at}.txt")));
    let texts = Vec::from_iter(named.iter().map(String::as_str).zip(texts.iter().cloned()));
    let folder = analysed(&texts);
    linked(folder.path(), &[]);
    let mut acts: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let steps = column(folder.path(), "steps", "matter_id").into_iter();
    for (matter, act) in steps.zip(column(folder.path(), "steps", "act")) {
        acts.entry(matter).or_default().push(act);
    }
    let matters = column(folder.path(), "matters", "matter_id").into_iter();
    let outcomes = column(folder.path(), "matters", "outcome");
    Vec::from_iter(matters.zip(outcomes).map(|(id, outcome)| (outcome, acts.remove(&id).unwrap().join(" "))))
}

#[test]
fn what_the_chair_finds_is_told_once() {
    let moved = "Yrkanden\n\nAnna Holm (C) yrkar bifall till motionen.\n\n";
    let found =
        |beslut: &str, found: &str| format!("Beslut\n\n{beslut}\n\n{moved}Propositionsordning\n\n{found}");
    for (body, rest, outcome, acts) in [
        // Class O: what was found is the proposal, which says no.
        (
            "Kommunfullmäktige",
            found("Motionen avslås.", "Ordföranden finner att kommunstyrelsens förslag har bifallits."),
            "rejected",
            "moved rejected",
        ),
        (
            "Kommunfullmäktige",
            found(
                "Den av Anna Holm väckta motionen avslås.",
                "Ordföranden ställer propositioner på yrkandena och finner att kommunstyrelsens förslag bifallits.",
            ),
            "rejected",
            "moved rejected",
        ),
        // Class P: that it is settled today.
        (
            "Kommunfullmäktige",
            found(
                "Planen antas.",
                "Ordföranden ställer propositioner på ärendets återremiss och på dess avgörande idag och finner att \
                 kommunfullmäktige beslutat att avgöra ärendet vid dagens sammanträde.\n\nOrdföranden finner härefter \
                 att kommunstyrelsens förslag har bifallits.",
            ),
            "adopted",
            "moved adopted",
        ),
        (
            "Kommunfullmäktige",
            found(
                "Ärendet återremitteras till kommunstyrelsen.",
                "Ordföranden finner att kommunfullmäktige beslutat att avgöra ärendet idag. Omröstning begärs.\n\n\
                 Omröstning\n\nGodkänd voteringsproposition: ”Ja för ärendets avgörande idag. Nej för återremiss.”\n\
                 Omröstningen utfaller med 47 ja mot 33 nej.\n\nOrdföranden finner att kommunfullmäktige beslutat \
                 återremittera ärendet till kommunstyrelsen genom en minoritetsåterremiss.",
            ),
            "referred",
            "moved voted referred",
        ),
        // Class F: the board proposes, and adopts nothing.
        (
            "Kommunstyrelsen",
            found(
                "Kommunstyrelsen tillstyrker förslaget och föreslår att kommunfullmäktige antar planen.",
                "Ordföranden ställer propositioner på yrkandena och finner att det egna yrkandet bifallits.",
            ),
            "",
            "moved proposed",
        ),
        (
            "Kommunstyrelsen",
            found(
                "Kommunstyrelsen avstyrker motionen och föreslår att kommunfullmäktige avslår den.",
                "Ordföranden ställer proposition på bifall respektive avslag på motionen och finner att den avslagits.",
            ),
            "",
            "moved proposed",
        ),
        (
            "Kommunstyrelsen",
            found(
                "Kontoret får i uppdrag att mäta ån.",
                "Kommunstyrelsen beslutar först att bifalla kontorets förslag.",
            ),
            "assigned",
            "moved assigned",
        ),
        // Traps: a motion beside the matter that fell, and an item that tells no decision but what is found.
        (
            "Kommunfullmäktige",
            found(
                "Planen antas.",
                "Kommunfullmäktige beslutar först att bifalla kommunstyrelsens förslag.\n\nOrdföranden ställer härefter \
                 propositioner på bifall respektive avslag på tilläggsyrkandet från Anna Holm och finner att det avslagits.",
            ),
            "adopted",
            "moved adopted rejected",
        ),
        (
            "Kommunstyrelsen",
            found(
                "Planen antas.",
                "Kommunstyrelsen konstaterar därmed att tilläggsyrkandet från Anna Holm har fallit.",
            ),
            "adopted",
            "moved adopted rejected",
        ),
        (
            "Kommunstyrelsen",
            format!("{moved}Beslutsgång\n\nOrdföranden finner att kommunstyrelsen antar planen."),
            "adopted",
            "moved adopted",
        ),
        (
            "Kommunstyrelsen",
            format!(
                "{moved}Beslutsgång\n\nOrdföranden finner att ärendet ska avgöras i dag.\n\nOrdföranden finner att \
                 kommunstyrelsen avslår planen."
            ),
            "rejected",
            "moved rejected",
        ),
    ] {
        let text = minutes_of(body, "2023-02-06", 4, "KS 2022/145", &rest);
        let told = courses(std::slice::from_ref(&text));
        assert_eq!(told, [(outcome.to_string(), acts.to_string())], "{text}");
    }
}

#[test]
fn of_what_came_in_the_meeting_takes_note() {
    let list = |title: &str| {
        let item = format!(
            "§ 9 {title}          Dnr KS 2022/145\n\nBeslut\n\nAntecknas.\n\n2023-01-22\n\n\
             Beslut om planen för hamnen. Länsstyrelsen beslutar att låta planen gälla.\n\n\
             Förvaltningsrätten avslår grannarnas talan om torget.\n"
        );
        let folder = analysed(&[("a.txt", minutes("Kommunfullmäktige", "2023-02-06", &[CHAIR], &item))]);
        linked(folder.path(), &[]);
        (column(folder.path(), "steps", "act"), column(folder.path(), "matters", "bodies"))
    };
    let only = |name: &str| vec![name.to_string()];
    assert_eq!(list("Förteckning över anmälningsärenden"), (only("noted"), only("Kommunfullmäktige")));
    assert!(list("Ny plan för hamnen och torget").0.len() > 1);
}

#[test]
fn a_part_below_nought_is_a_matter_of_its_own() {
    let texts = ["SLK-2023-00010:-1", "SLK-2023-00010"]
        .map(|case| minutes_of("Kommunstyrelsen", "2023-05-03", 4, case, "Beslut\n\nÄrendet bordläggs."));
    assert_eq!(courses(&texts).len(), 2);
}

#[test]
fn what_was_sent_back_and_is_proposed_anew_is_open() {
    let board = |day: &str, number| {
        let rest = "Beslut\n\nKommunstyrelsen föreslår att kommunfullmäktige antar planen.";
        minutes_of("Kommunstyrelsen", day, number, "KS 2022/145", rest)
    };
    let council = |day: &str, number, rest: &str| {
        minutes_of("Kommunfullmäktige", day, number, "KS 2022/145", &format!("Beslut\n\n{rest}"))
    };
    let back = "Ärendet återremitteras till kommunstyrelsen.";
    let mut texts = vec![board("2023-02-06", 4), council("2023-03-06", 9, back)];
    let outcome = |texts: &[String]| courses(texts)[0].0.clone();
    assert_eq!(outcome(&texts), "referred");
    texts.push(board("2023-04-03", 12));
    assert_eq!(outcome(&texts), "");
    // It was put off first, and sent back again.
    texts.push(council("2023-05-08", 20, "Ärendet bordläggs."));
    assert_eq!(outcome(&texts), "postponed");
    texts.push(council("2023-06-05", 30, back));
    assert_eq!(outcome(&texts), "referred");
    texts.push(board("2023-08-07", 31));
    texts.push(council("2023-09-04", 40, "Planen antas."));
    assert_eq!(outcome(&texts), "adopted");
    // What is proposed in the same item was so before it was sent back.
    let told = "Ärendet återremitteras till kommunstyrelsen.\n\nFörslag till beslut\n\nKommunstyrelsen föreslår att \
                kommunfullmäktige antar planen.";
    assert_eq!(outcome(&[board("2023-02-06", 4), council("2023-03-06", 9, told)]), "referred");
}

#[test]
fn an_earlier_item_that_is_told_of_is_of_the_matter() {
    let back = |day: &str, decision: &str| {
        minutes_of("Kommunfullmäktige", day, 25, "1542/21", &format!("Beslut\n\n{decision}"))
    };
    let again = |told: &str| {
        let rest = format!(
            "Beslut\n\nKommunstyrelsen föreslår att kommunfullmäktige antar taxan.\n\nTidigare behandling\n\n{told}"
        );
        minutes_of("Kommunstyrelsen", "2024-02-06", 4, "KS 2024/689", &rest)
    };
    let sent = "Ärendet återremitteras till kommunstyrelsen.";
    let matters = |first: String, told: &str| {
        let folder = analysed(&[("a.txt", first), ("b.txt", again(told))]);
        linked(folder.path(), &[]);
        let scores = column(folder.path(), "matters", "score");
        (column(folder.path(), "matters", "cases"), scores, folder)
    };
    let told = "Återremitterat från kommunfullmäktige den 23 mars 2023, § 25.";
    let (cases, scores, folder) = matters(back("2023-03-23", sent), told);
    assert_eq!((cases, scores), (vec!["1542/21|KS 2024/689".to_string()], vec!["90".to_string()]));
    assert_eq!(column(folder.path(), "matters", "outcome"), [""]);
    for wanted in ["1542/21", "KS 2024/689"] {
        let shown = klubba(folder.path(), &["show", "--matter", wanted, "out"]);
        let text = String::from_utf8_lossy(&shown.stdout).into_owned();
        assert!(text.contains("återremitteras") && text.contains("antar taxan"), "{text}");
    }
    // Traps: another day, another paragraph, another body, no paragraph, and an item that did something else.
    for (first, told) in [
        (back("2023-03-24", sent), told),
        (back("2023-03-23", sent), "Återremitterat från kommunfullmäktige den 23 mars 2023, § 26."),
        (back("2023-03-23", sent), "Återremitterat från byggnadsnämnden den 23 mars 2023, § 25."),
        (back("2023-03-23", sent), "Bordlagt den 23 mars 2023, § 25."),
        (back("2023-03-23", sent), "Återremitterat från kommunfullmäktige den 23 mars 2023."),
        (back("2023-03-23", "Taxan antas."), told),
    ] {
        assert_eq!(matters(first, told).0, ["1542/21", "KS 2024/689"], "{told}");
    }
}

#[test]
fn an_item_to_which_several_matters_lead_is_of_none() {
    let list = minutes_of("Kommunstyrelsen", "2023-03-23", 25, "1542/21", "Beslut\n\nÄrendena bordläggs.");
    let again = |day: &str, case: &str| {
        let rest = "Beslut\n\nKommunstyrelsen antar planen.\n\nTidigare behandling\n\nBordlagt den 23 mars 2023, § 25.";
        minutes_of("Kommunstyrelsen", day, 4, case, rest)
    };
    let texts = [list.clone(), again("2023-04-03", "KS 2022/145"), again("2023-05-08", "KS 2022/146")];
    assert_eq!(courses(&texts).len(), 3);
    assert_eq!(courses(&[list, again("2023-04-03", "KS 2022/145")]).len(), 1);
}

#[test]
fn a_paragraph_that_is_written_wrong_joins_nothing() {
    let item = |number: u32, case: &str, title: &str, rest: &str| {
        format!("§ {number} {title}          Dnr {case}\n\nBeslut\n\n{rest}\n\n")
    };
    let (one, other) =
        ("Yrkande om åtgärder mot översvämning vid ån", "Yrkande om mätning av hastigheter i Ängby");
    let first = item(28, "KS 2024/895", one, "Ärendet bordläggs.")
        + &item(29, "KS 2024/898", other, "Ärendet bordläggs.");
    let told = "Yrkandet avslås.\n\nTidigare behandling\n\nBordlagt den 9 oktober 2024, § 28.";
    let folder = analysed(&[
        ("a.txt", minutes("Kommunstyrelsen", "2024-10-09", &[CHAIR], &first)),
        ("b.txt", minutes("Kommunstyrelsen", "2024-10-23", &[CHAIR], &item(4, "KS 2024/898", other, told))),
    ]);
    linked(folder.path(), &[]);
    assert_eq!(column(folder.path(), "matters", "cases"), ["KS 2024/895", "KS 2024/898"]);
}

#[test]
fn a_matter_is_called_as_its_first_item_by_day() {
    let of = |day: &str, title: &str| {
        let item = format!("§ 4 {title}          Dnr KS 2022/145\n\nBeslut\n\nÄrendet bordläggs.\n");
        minutes("Kommunstyrelsen", day, &[CHAIR], &item)
    };
    let folder = analysed(&[
        ("a.txt", of("2023-05-08", "Plan för ån 2024–2027")),
        ("b.txt", of("2023-02-06", "Remittering av plan för ån")),
    ]);
    linked(folder.path(), &[]);
    assert_eq!(column(folder.path(), "matters", "title"), ["Remittering av plan för ån"]);
}

#[test]
fn a_person_is_called_by_the_most_frequent_name_that_is_written_out() {
    let of = |day: &str, name: &str, more: &str| {
        let item = format!("§ 1 Motion av {name} om bänkar\n\n{more}\n");
        minutes("Kommunstyrelsen", day, &[CHAIR, name], &item)
    };
    let (long, short) = ("Anna Karin Holm (C)", "Anna Holm (C)");
    let initial = "A. Holm (C) yrkar bifall. A. Holm (C) yrkar avslag. A. Holm (C) yrkar bifall. A. Holm (C) yrkar avslag.";
    let folder = analysed(&[
        ("a.txt", of("2022-03-07", short, "Anna Holm (C) yrkar bifall.")),
        ("b.txt", of("2023-03-06", long, "")),
        ("c.txt", minutes("Kommunstyrelsen", "2024-03-06", &[CHAIR, "A. Holm (C)"], initial)),
    ]);
    linked(folder.path(), &[]);
    let names = column(folder.path(), "persons", "name");
    assert!(names.contains(&"Anna Holm".to_string()), "{names:?}");
    // The first document tells of whom all others are.
    let entity = column(folder.path(), "links", "entity_id").into_iter();
    let mut first: BTreeMap<String, (String, String)> = BTreeMap::new();
    let rules =
        column(folder.path(), "links", "doc_id").into_iter().zip(column(folder.path(), "links", "rule"));
    let mut firsts = 0;
    for (entity, (doc, rule)) in entity.zip(rules) {
        firsts += usize::from(rule == "link.first");
        first.entry(entity).or_insert((doc, rule));
    }
    assert!(first.values().all(|(_, rule)| rule == "link.first"), "{first:?}");
    assert_eq!(firsts, first.len());
}

#[test]
fn initials_more_are_the_same_person() {
    let people = [CHAIR, "Patrik Holm (C)"];
    let item = "§ 1 Motion av K Patrik Holm (C) om bänkar\n\nPatrik Holm (C) yrkar bifall.\n";
    let folder = analysed(&[
        ("a.txt", minutes("Kommunstyrelsen", "2022-03-07", &people, item)),
        ("b.txt", minutes("Kommunstyrelsen", "2023-03-07", &people, "§ 1 Budget\n")),
    ]);
    linked(folder.path(), &[]);
    let names = Vec::from_iter(persons(folder.path()).into_iter().filter(|name| name.contains("Holm")));
    assert_eq!(names, ["Patrik Holm|K Patrik Holm"]);
}

#[test]
fn a_last_name_more_is_the_same_person_where_one_alone_has_the_name() {
    let grown = |rest: &[&str]| {
        let before = minutes(
            "Kommunstyrelsen",
            "2022-03-07",
            &[&[CHAIR, "Zara Holm (C)"], rest].concat(),
            "§ 1 Budget\n",
        );
        let after = minutes("Kommunstyrelsen", "2023-03-06", &[CHAIR, "Zara Holm Ek"], "§ 1 Budget\n");
        let folder = analysed(&[("a.txt", before), ("b.txt", after)]);
        linked(folder.path(), &[]);
        let names = persons(folder.path()).into_iter().filter(|name| name.contains("Zara"));
        (Vec::from_iter(names), folder)
    };
    let (names, folder) = grown(&[]);
    assert_eq!(names, ["Zara Holm|Zara Holm Ek"]);
    let rules = column(folder.path(), "links", "rule");
    assert!(rules.contains(&"link.other-last-name".to_string()), "{rules:?}");
    linked(folder.path(), &["--min-score", "70"]);
    assert_eq!(persons(folder.path()).len(), 3, "without a party it is less sure");
    // Of two it might be either.
    let (names, _folder) = grown(&["Zara Holm (S)"]);
    assert_eq!(names.len(), 3, "{names:?}");
}

#[test]
fn namesakes_of_two_parties_take_linear_time() {
    let of_document = |at: usize| {
        let party = ["(C)", "(S)", ""][at % 3];
        format!("Protokoll 2023-03-14\n\nNärvarande: Anna Holm {party}\n")
    };
    use klubba::formats::{
        Origin,
        tables::{Found, Table},
    };
    use klubba::link::{Across, Options, link_batches};
    let texts = Vec::from_iter((0..3).map(of_document));
    let documents = Vec::from_iter(texts.iter().map(|text| klubba::analyze(text)));
    let many = 60_000;
    let kinds =
        [Table::Documents, Table::People, Table::Speeches, Table::Decisions, Table::Items, Table::Dates];
    let mut tables = Vec::from_iter(kinds.map(|kind| (kind, Vec::new())));
    for from in (0..many).step_by(6_000) {
        let found = (from..from + 6_000).map(|at| Found {
            doc_id: at as i64,
            origin: Origin::default(),
            text: &texts[at % 3],
            keep_text: false,
            document: &documents[at % 3],
        });
        let found = Vec::from_iter(found);
        for (kind, batches) in &mut tables {
            batches.push(kind.batch(&found, &[]).unwrap());
        }
    }
    let start = std::time::Instant::now();
    let (report, linked) = link_batches(&tables, &Options::default()).unwrap();
    // Some 20,000 of them have no party: looking at each pair of those took minutes.
    assert!(start.elapsed().as_secs() < 60, "{:?}", start.elapsed());
    assert_eq!(report.people, many as u64);
    assert_eq!(linked[0].0, Across::Persons);
    assert_eq!(report.persons, 2 + many as u64 / 3, "who of the two is meant nothing tells");
}

#[test]
fn a_register_tells_who_it_was() {
    let register = "id;namn;roll;från;till;parti\n\
        i1;Anna Holm;ledamot;2019;2022;C\n\
        i2;Anna Holm;ledamot;2023;;C\n\
        i3;Karin Åberg;ordförande;2019;;M\n";
    let folder = analysed(&[
        ("a.txt", minutes("Kommunstyrelsen", "2022-03-07", &[CHAIR, "Anna Holm (C)"], "§ 1 Budget\n")),
        ("b.txt", minutes("Kommunstyrelsen", "2024-03-04", &[CHAIR, "Anna Holm (C)"], "§ 1 Budget\n")),
    ]);
    fs::write(folder.path().join("register.csv"), register).unwrap();
    let columns = ["person=id", "name=namn", "role=roll", "first=från", "last=till", "party=parti"];
    let options = columns.iter().flat_map(|column| ["--column", column]);
    let options = Vec::from_iter(["--register", "register.csv"].into_iter().chain(options));
    linked(folder.path(), &options);
    let known = column(folder.path(), "persons", "register_id").into_iter();
    let known: BTreeMap<String, String> = known.zip(column(folder.path(), "persons", "name")).collect();
    assert_eq!(known.keys().map(String::as_str).collect::<Vec<_>>(), ["i1", "i2", "i3"]);
}

#[test]
fn ids_stay_as_the_archive_grows() {
    let mut texts = vec![
        ("a.txt", minutes("Kommunstyrelsen", "2022-03-07", &[CHAIR, "Anna Holm (C)"], "§ 1 Budget\n")),
        ("b.txt", minutes("Kommunstyrelsen", "2023-03-06", &[CHAIR, "Anna Holm (C)"], "§ 1 Budget\n")),
    ];
    let short = analysed(&texts);
    texts
        .push(("c.txt", minutes("Kommunstyrelsen", "2024-03-04", &[CHAIR, "Anna Holm (C)"], "§ 1 Budget\n")));
    let long = analysed(&texts);
    let ids = |folder: &Path| {
        linked(folder, &[]);
        let mut ids = column(folder, "persons", "entity_id");
        ids.sort();
        ids
    };
    assert_eq!(ids(short.path()), ids(long.path()));
    assert_eq!(ids(short.path()).len(), 2);
}

#[test]
fn stats_count_persons_and_not_names() {
    let says = |name: &str| format!("§ 1 Budget\n\n{name} säger att budgeten är för liten.\n");
    let folder = analysed(&[
        ("a.txt", minutes("Kommunstyrelsen", "2022-03-07", &[CHAIR, "Anna Holm (C)"], &says("Anna Holm"))),
        (
            "b.txt",
            minutes("Kommunstyrelsen", "2024-03-04", &[CHAIR, "Anna Holm Berg (C)"], &says("Anna Holm Berg")),
        ),
    ]);
    let speakers = || {
        let drawn = klubba(folder.path(), &["stats", "out"]);
        let drawn = String::from_utf8(drawn.stdout).unwrap();
        let (_, speakers) = drawn.split_once("People who speak most").unwrap();
        let lines = speakers.lines().filter_map(|line| line.rsplit_once("  █"));
        Vec::from_iter(lines.map(|(name, _)| Vec::from_iter(name.split_whitespace()).join(" ")))
    };
    assert_eq!(speakers(), ["Anna Holm 1", "Anna Holm Berg 1"]);
    linked(folder.path(), &[]);
    assert_eq!(speakers(), ["Anna Holm Berg 2"]);
}

#[test]
fn bad_input_is_named() {
    let folder = analysed(&[("a.txt", minutes("Kommunstyrelsen", "2022-03-07", &[CHAIR], "§ 1 Budget\n"))]);
    let at = folder.path();
    let refused = |args: &[&str], says: &str| {
        let done = klubba(at, args);
        assert!(!done.status.success());
        assert!(said(&done).contains(says), "{}", said(&done));
        assert!(!at.join("out/persons/part-00000.parquet").exists(), "nothing half-written");
    };
    refused(&["link", "in"], "manifest.json");
    fs::write(at.join("empty.tsv"), "person\tparty\n1\tS\n").unwrap();
    refused(&["link", "out", "--register", "empty.tsv"], "without a column \"name\"");
    fs::write(at.join("nobody.tsv"), "person\tname\n").unwrap();
    refused(&["link", "out", "--register", "nobody.tsv"], "without people");
    refused(&["link", "out", "--register", "missing.tsv"], "missing.tsv");
    refused(&["link", "out", "--column", "born=född"], "no column \"born\"");
    let manifest = fs::read_to_string(at.join("out/manifest.json")).unwrap();
    fs::write(at.join("out/manifest.json"), manifest.replace("\"complete\": true", "\"complete\": false"))
        .unwrap();
    refused(&["link", "out"], "not finished");
    fs::write(at.join("out/manifest.json"), &manifest).unwrap();
    // Tables of another klubba, and one that is none.
    for (table, copied) in [("people", "documents"), ("items", "people")] {
        let place = at.join(format!("out/{table}/part-00000.parquet"));
        let whole = fs::read(&place).unwrap();
        fs::copy(at.join(format!("out/{copied}/part-00000.parquet")), &place).unwrap();
        refused(&["link", "out"], "has not the columns");
        fs::write(&place, "PAR1 no table").unwrap();
        refused(&["link", "out"], "damaged");
        fs::write(&place, whole).unwrap();
        assert!(!at.join("out/persons").exists(), "what was begun is gone");
    }
    linked(at, &[]);
    let before = fs::read(at.join("out/persons/part-00000.parquet")).unwrap();
    fs::write(at.join("out/items/part-00000.parquet"), "PAR1 no table").unwrap();
    assert!(!klubba(at, &["link", "out"]).status.success());
    assert_eq!(
        fs::read(at.join("out/persons/part-00000.parquet")).unwrap(),
        before,
        "an earlier linking stays"
    );
    assert_eq!(fs::read_dir(at.join("out/persons")).unwrap().count(), 1);
}

#[test]
fn odd_registers_are_read_as_far_as_they_go() {
    let people = [CHAIR, "Anna Holm (C)", "Per Lind (S)"];
    let folder = analysed(&[("a.txt", minutes("Kommunstyrelsen", "2022-03-07", &people, "§ 1 Budget\n"))]);
    let at = folder.path();
    let register = |rows: &str| {
        fs::write(at.join("register.tsv"), format!("person\tname\trole\tfirst\tlast\n{rows}")).unwrap();
        let said = linked(at, &["--register", "register.tsv"]);
        let ids = column(at, "persons", "register_id").into_iter().filter(|id| !id.is_empty());
        (said, Vec::from_iter(ids))
    };
    // Terms of one person that overlap, and one that ends before it begins.
    let (said, ids) = register(
        "i1\tAnna Holm\tledamot\t2019\t2022\ni1\tAnna Holm\tordförande\t2020\t2023\ni2\tPer Lind\tledamot\t2024\t2021\n",
    );
    assert_eq!(ids, ["i1"]);
    assert!(said.contains("1 terms of the register end before they begin"), "{said}");
    // Two of one name who sit at the same time are told apart by nothing.
    let (_, ids) = register("i1\tAnna Holm\tledamot\t2019\t2022\ni3\tAnna Holm\tledamot\t2020\t2023\n");
    assert!(ids.is_empty(), "{ids:?}");
    // Rows without a name.
    let (said, ids) = register("i1\tAnna Holm\tledamot\t2019\t2022\ni2\t\tledamot\t2019\t2022\n");
    assert_eq!(ids, ["i1"]);
    assert!(said.contains("1 rows of the register have no id or no name"), "{said}");
    // What is no day.
    let (said, ids) = register("i1\tAnna Holm\tledamot\t1 mars 2019\t2022\n");
    assert_eq!(ids, ["i1"]);
    assert!(
        said.contains("1 ends of terms in the register are no day or year, as \"1 mars 2019\""),
        "{said}"
    );
    // A million rows: of as many people, and terms of one.
    let many =
        (0..900_000).map(|row| row % 90_000).map(|id| format!("x{id}\tBo Ek{id}\tledamot\t1990\t2030\n"));
    let one = (0..100_000).map(|row| format!("i2\tPer Lind\tledamot {row}\t1990-01-01\t2022\n"));
    let (_, mut ids) =
        register(&(String::from_iter(many.chain(one)) + "i1\tAnna Holm\tledamot\t2019\t2022\n"));
    ids.sort();
    assert_eq!(ids, ["i1", "i2"]);
}

#[test]
fn what_a_killed_linking_left_is_passed_by() {
    let folder = analysed(&[("a.txt", minutes("Kommunstyrelsen", "2022-03-07", &[CHAIR], "§ 1 Budget\n"))]);
    let at = folder.path();
    linked(at, &[]);
    let tables = ["persons", "links", "matters", "steps", "bodies"];
    let whole = tables.map(|table| fs::read(at.join(format!("out/{table}/part-00000.parquet"))).unwrap());
    // It ended before the tables were named, or in between: links, which have their name last, are not there.
    for table in tables {
        fs::write(at.join(format!("out/{table}/.part-00000.parquet.part")), "PAR1 half").unwrap();
    }
    fs::remove_file(at.join("out/links/part-00000.parquet")).unwrap();
    let stats = klubba(at, &["stats", "out"]);
    assert!(stats.status.success(), "{}", said(&stats));
    linked(at, &[]);
    for (table, whole) in tables.into_iter().zip(whole) {
        let place = at.join("out").join(table);
        assert_eq!(fs::read(place.join("part-00000.parquet")).unwrap(), whole, "{table}");
        assert_eq!(fs::read_dir(place).unwrap().count(), 1, "{table}");
    }
}

#[test]
fn a_matter_is_shown_in_the_terminal() {
    let item = "§ 4 Ny lekplats i Ängby          Dnr KS 2022/145\n\nBeslut\n\nKommunstyrelsen beslutar att anta planen.\n";
    let folder = analysed(&[("a.txt", minutes("Kommunstyrelsen", "2023-02-06", &[CHAIR], item))]);
    let at = folder.path();
    let unlinked = klubba(at, &["show", "--matter", "KS 2022/145", "out"]);
    assert!(said(&unlinked).contains("klubba link out"), "{}", said(&unlinked));
    linked(at, &[]);
    for wanted in ["KS 2022/145", "Dnr 145/2022 KS", "2022/145", "lekplats"] {
        let shown = klubba(at, &["show", "--matter", wanted, "out"]);
        let text = String::from_utf8_lossy(&shown.stdout).into_owned();
        assert!(shown.status.success(), "{}", said(&shown));
        for part in ["Ny lekplats i Ängby", "KS 2022/145 · adopted · 2023-02-06", "att anta planen", "a.txt"]
        {
            assert!(text.contains(part), "{part}: {text}");
        }
    }
    let none = klubba(at, &["show", "--matter", "BN 2022/145", "out"]);
    assert_eq!(none.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&none.stdout).contains("no matter"));
}
