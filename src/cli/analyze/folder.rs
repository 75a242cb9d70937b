//! A result as a folder: parts that are whole or not there, and a manifest that tells which are finished.
//!
//! A part's files are written under hidden names, brought to the disk, given their names; then the manifest is
//! replaced by one that lists them. Whenever a run ends in between, the manifest tells from which document to go on,
//! and the part that was begun is written anew. Parts end where batches end, which the input alone decides.

use super::super::output::unwritable;
use super::product::Product;
use super::sheet::{Finished, Form, Sheet};
use crate::document::{Error, ErrorKind};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

const MANIFEST: &str = "manifest.json";
const FORMAT: &str = "klubba-result/1";

/// What a folder holds, and of what input.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(in crate::cli) struct Manifest {
    format: String,
    klubba: String,
    /// The options of the run, which a run that goes on must share.
    run: Value,
    pub complete: bool,
    /// Documents of the input in finished parts, with those that failed.
    pub documents: u64,
    pub failed: u64,
    parts: Vec<Part>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Part {
    documents: u64,
    failed: u64,
    bytes: u64,
    /// A number for the names of all documents up to its end.
    names: String,
    files: Vec<Finished>,
}

/// A kind of file of which each part has one: `documents/part-00000.parquet`.
#[derive(Clone, Debug)]
pub(super) struct Layout {
    pub folder: &'static str,
    pub extension: &'static str,
    pub form: Form,
}

/// The folder that a run writes.
pub(super) struct Folder {
    path: PathBuf,
    layout: Vec<Layout>,
    pub manifest: Manifest,
    part_size: u64,
    open: Option<Open>,
}

/// The part that is being written.
struct Open {
    sheets: Vec<Sheet>,
    documents: u64,
    failed: u64,
    bytes: u64,
    names: u64,
}

impl Folder {
    /// Begins a result in a folder that is empty or not there, or goes on with one.
    pub fn open(
        path: &Path,
        layout: Vec<Layout>,
        run: Value,
        part_size: u64,
        resume: bool,
    ) -> Result<Folder, Error> {
        let fresh = Manifest {
            format: FORMAT.to_string(),
            klubba: env!("CARGO_PKG_VERSION").to_string(),
            run,
            complete: false,
            documents: 0,
            failed: 0,
            parts: Vec::new(),
        };
        let usage = |message: &str| Err(Error::new(ErrorKind::Usage, message).of(path.to_string_lossy()));
        let manifest = match Manifest::read(path)? {
            Some(found) if resume => {
                found.goes_on(&fresh).map_err(|error| error.of(path.to_string_lossy()))?
            }
            Some(_) => return usage("holds a result; --resume goes on with it, or name another folder"),
            None => {
                let there = fs::read_dir(path).is_ok_and(|mut entries| entries.next().is_some());
                if there {
                    return usage("is not empty and holds no result of klubba; name another folder");
                }
                fs::create_dir_all(path).map_err(|error| unwritable(path, &error))?;
                fresh
            }
        };
        let folder = Folder { path: path.to_path_buf(), layout, manifest, part_size, open: None };
        folder.sweep()?;
        // Who kills the run before its first part is done can resume it too.
        folder.manifest.write(path)?;
        Ok(folder)
    }

    /// How many documents are done, and the number for their names.
    pub fn done(&self) -> (u64, u64) {
        let names = self.manifest.parts.last().and_then(|part| u64::from_str_radix(&part.names, 16).ok());
        (self.manifest.documents, names.unwrap_or(0))
    }

    /// Takes away what a run left that was ended.
    fn sweep(&self) -> Result<(), Error> {
        let kept = |name: &str| {
            let part = name.strip_prefix("part-").and_then(|rest| rest.split('.').next()?.parse().ok());
            part.is_some_and(|part: usize| part < self.manifest.parts.len())
        };
        for layout in &self.layout {
            let Ok(entries) = fs::read_dir(self.path.join(layout.folder)) else { continue };
            for entry in entries.flatten() {
                if !kept(&entry.file_name().to_string_lossy()) {
                    fs::remove_file(entry.path()).map_err(|error| unwritable(&entry.path(), &error))?;
                }
            }
        }
        Ok(())
    }

    /// Adds a batch, and ends the part if it is large enough.
    pub fn write(&mut self, product: &Product, pool: &rayon::ThreadPool) -> Result<(), Error> {
        let mut open = match self.open.take() {
            Some(open) => open,
            None => self.begin()?,
        };
        // Each table by itself: packing them is half of the work.
        let written = pool.install(|| {
            let pairs = open.sheets.par_iter_mut().zip(&product.leaves);
            pairs.map(|(sheet, leaf)| sheet.write(leaf)).collect::<Result<(), Error>>()
        });
        written?;
        open.documents += product.documents;
        open.failed += product.failures.len() as u64;
        open.bytes += product.tally.bytes;
        open.names = product.names;
        if open.bytes >= self.part_size {
            return self.end(open, pool);
        }
        self.open = Some(open);
        Ok(())
    }

    fn begin(&self) -> Result<Open, Error> {
        let number = self.manifest.parts.len();
        let sheet = |layout: &Layout| {
            let path = format!("{}/part-{number:05}.{}", layout.folder, layout.extension);
            Sheet::create(&self.path, path, &layout.form)
        };
        let sheets = self.layout.iter().map(sheet).collect::<Result<_, _>>()?;
        Ok(Open { sheets, documents: 0, failed: 0, bytes: 0, names: 0 })
    }

    fn end(&mut self, open: Open, pool: &rayon::ThreadPool) -> Result<(), Error> {
        let Open { sheets, documents, failed, bytes, names } = open;
        let closed =
            pool.install(|| sheets.into_par_iter().map(Sheet::close).collect::<Result<Vec<_>, _>>())?;
        let files = closed.into_iter().map(|closed| closed.name(&self.path)).collect::<Result<_, _>>()?;
        for layout in &self.layout {
            sync(&self.path.join(layout.folder))?;
        }
        let names = format!("{names:016x}");
        self.manifest.documents += documents;
        self.manifest.failed += failed;
        self.manifest.parts.push(Part { documents, failed, bytes, names, files });
        self.manifest.write(&self.path)
    }

    /// Ends the last part and says in the manifest that all is done.
    pub fn finish(mut self, pool: &rayon::ThreadPool) -> Result<Manifest, Error> {
        // A result without a document has tables all the same.
        let open = match self.open.take() {
            None if self.manifest.parts.is_empty() => Some(self.begin()?),
            open => open,
        };
        if let Some(open) = open {
            self.end(open, pool)?;
        }
        self.manifest.complete = true;
        self.manifest.write(&self.path)?;
        Ok(self.manifest)
    }
}

impl Manifest {
    /// That of a folder; `None` where there is none.
    pub fn read(folder: &Path) -> Result<Option<Manifest>, Error> {
        let path = folder.join(MANIFEST);
        let name = path.to_string_lossy();
        let text = match fs::read(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => {
                return Err(Error::new(ErrorKind::Read, format!("cannot be read: {error}")).of(name));
            }
        };
        let manifest: Manifest = serde_json::from_slice(&text)
            .map_err(|error| Error::new(ErrorKind::Damaged, format!("is no manifest: {error}")).of(&*name))?;
        if manifest.format != FORMAT {
            let message = format!("is of the format {:?}, which this klubba does not know", manifest.format);
            return Err(Error::new(ErrorKind::Damaged, message).of(name));
        }
        Ok(Some(manifest))
    }

    /// The paths of the finished files of a table, in order.
    pub fn files<'a>(&'a self, table: &'a str) -> impl Iterator<Item = &'a str> {
        let files = self.parts.iter().flat_map(|part| &part.files);
        files
            .map(|file| file.path.as_str())
            .filter(move |path| path.strip_prefix(table).is_some_and(|rest| rest.starts_with('/')))
    }

    /// Itself, if a run with the options of `other` may go on with it.
    fn goes_on(self, other: &Manifest) -> Result<Manifest, Error> {
        goes_on((&self.klubba, &self.run), (&other.klubba, &other.run)).map(|()| self)
    }

    fn write(&self, folder: &Path) -> Result<(), Error> {
        let path = folder.join(MANIFEST);
        let hidden = folder.join(format!(".{MANIFEST}.part"));
        let replace = || {
            let mut text = serde_json::to_vec_pretty(self)?;
            text.push(b'\n');
            let mut file = File::create(&hidden)?;
            file.write_all(&text)?;
            file.sync_all()?;
            fs::rename(&hidden, &path)
        };
        replace().map_err(|error| unwritable(&path, &error))?;
        sync(folder)
    }
}

/// Whether a run of this klubba and these options may go on with another one.
pub(super) fn goes_on(old: (&str, &Value), new: (&str, &Value)) -> Result<(), Error> {
    let differs = |what: &str, old: &Value, new: &Value| {
        let message = format!("was begun with {what} {old}, not {new}; begin anew in another place");
        Err(Error::new(ErrorKind::Usage, message))
    };
    if old.0 != new.0 {
        return differs("klubba", &Value::from(old.0), &Value::from(new.0));
    }
    for (what, value) in new.1.as_object().into_iter().flatten() {
        let was = old.1.get(what).unwrap_or(&Value::Null);
        if was != value {
            return differs(what, was, value);
        }
    }
    Ok(())
}

/// Brings the names in a folder to the disk.
fn sync(folder: &Path) -> Result<(), Error> {
    if cfg!(unix) {
        File::open(folder).and_then(|file| file.sync_all()).map_err(|error| unwritable(folder, &error))?;
    }
    Ok(())
}
