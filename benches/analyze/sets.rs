//! The texts that are measured: made ones, and real ones where they lie beside the repository in `../shared`.

use crate::texts;
use klubba::Document;
use std::fs::{self, File};
use std::io::Read;
use std::path::Path;

/// Documents of one kind.
pub struct Set {
    pub name: &'static str,
    pub texts: Vec<String>,
    /// What was found in them.
    pub documents: Vec<Document>,
}

impl Set {
    fn new(name: &'static str, texts: Vec<String>) -> Set {
        let documents = texts.iter().map(|text| klubba::analyze(text)).collect();
        Set { name, texts, documents }
    }

    pub fn bytes(&self) -> usize {
        self.texts.iter().map(String::len).sum()
    }
}

/// Every set; a made one has so many bytes.
pub fn all(bytes: usize) -> Vec<Set> {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    let made = texts::KINDS.map(|kind| Set::new(kind, texts::make(kind, bytes)));
    let real = [
        Set::new("real records", folder(&shared.join("records"))),
        Set::new("real press", zipped(&shared.join("archive/regeringen.zip"))),
        Set::new("real minutes", folder(&shared.join("minutes"))),
    ];
    made.into_iter().chain(real.into_iter().filter(|set| !set.texts.is_empty())).collect()
}

fn folder(path: &Path) -> Vec<String> {
    let paths = fs::read_dir(path).into_iter().flatten().flatten().map(|entry| entry.path());
    let texts = paths.filter(|path| path.extension().is_some_and(|extension| extension == "txt"));
    texts.filter_map(|path| fs::read_to_string(path).ok()).collect()
}

fn zipped(path: &Path) -> Vec<String> {
    let Some(mut archive) = File::open(path).ok().and_then(|file| zip::ZipArchive::new(file).ok()) else {
        return Vec::new();
    };
    let count = archive.len();
    let read = |at| {
        let mut text = String::new();
        archive.by_index(at).ok()?.read_to_string(&mut text).ok()?;
        Some(text)
    };
    (0..count).filter_map(read).collect()
}
