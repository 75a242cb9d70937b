//! What must hold of documents that are linked.

use klubba::formats::Origin;
use klubba::formats::tables::{Found, Table};
use klubba::link::{Options, link_batches};

const READ: [Table; 6] =
    [Table::Documents, Table::People, Table::Speeches, Table::Decisions, Table::Items, Table::Dates];

/// Any texts, parted by NULs, as documents of a run that is linked.
pub fn link(data: &str) {
    let texts = Vec::from_iter(data.split('\0').take(4));
    let documents = Vec::from_iter(texts.iter().map(|text| klubba::analyze(text)));
    let each = (0..).zip(texts.iter().zip(&documents));
    let found = Vec::from_iter(each.map(|(doc_id, (text, document))| Found {
        doc_id,
        origin: Origin::default(),
        text,
        keep_text: true,
        document,
    }));
    let batch = |table: Table| (table, vec![table.batch(&found, &[]).expect("tables are made")]);
    let (report, _) =
        link_batches(&READ.map(batch), &Options::default()).expect("what was analysed is linked");
    let people: usize = documents.iter().map(|document| document.people.len()).sum();
    assert!(
        report.people == people as u64 && report.persons <= report.people,
        "{report:?} of {people} people"
    );
}
