//! Where hits go: lines for people, or rows of a table.

use super::draw::Drawn;
use super::{Find, Format, Searched};
use crate::cli::analyze::sheet::{Form, Leaf, Sheet};
use crate::cli::output::Output;
use crate::document::{Error, ErrorKind};
use crate::formats::cells;
use crate::formats::tables::{self, Found};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// So many rows are made at once.
const ROWS: usize = 10_000;

pub(super) struct Writer<'f> {
    find: &'f Find,
    groups: Vec<Arc<str>>,
    sink: Sink<'f>,
}

enum Sink<'f> {
    Text(Drawn<'f>),
    Lines(Output),
    Parquet(Box<Sheet>, PathBuf),
}

impl<'f> Writer<'f> {
    pub fn open(find: &'f Find, groups: Vec<Arc<str>>, several: bool) -> Result<Writer<'f>, Error> {
        let output = || Output::open(find.output.as_deref());
        let sink = match find.format {
            Format::Text => Sink::Text(Drawn::open(find, output()?, several)),
            Format::Jsonl => Sink::Lines(output()?),
            Format::Csv => {
                let mut out = output()?;
                let head = find.csv().head(&tables::hits_schema(&groups));
                out.write_all(&head).map_err(|error| find.unwritable()(&error))?;
                Sink::Lines(out)
            }
            Format::Parquet => {
                let target = find.output.as_deref().filter(|path| path.as_os_str() != "-");
                let name = target.and_then(Path::file_name).map(|name| name.to_string_lossy().into_owned());
                let (Some(target), Some(name)) = (target, name) else {
                    return Err(Error::new(
                        ErrorKind::Usage,
                        "parquet is no text: name a file with -o hits.parquet",
                    ));
                };
                let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty());
                let folder = folder.unwrap_or(Path::new(".")).to_path_buf();
                let form = Form::Parquet(tables::hits_schema(&groups));
                Sink::Parquet(Box::new(Sheet::create(&folder, name, &form)?), folder)
            }
        };
        Ok(Writer { find, groups, sink })
    }

    /// Writes the hits of a document.
    pub fn write(&mut self, one: &Searched) -> Result<(), Error> {
        let Searched { doc_id, found, hits } = one;
        if let Sink::Text(drawn) = &mut self.sink {
            return drawn.draw(found, &hits.matches).map_err(|error| self.find.unwritable()(&error));
        }
        let of = Found {
            doc_id: *doc_id,
            origin: found.origin(),
            text: &found.text,
            keep_text: false,
            document: &found.document,
        };
        let rows = tables::hits(of, &hits.matches, &self.groups, ROWS);
        for rows in rows {
            let rows =
                rows.map_err(|error| Error::new(ErrorKind::TooLarge, error.to_string()).of(&*found.source))?;
            match &mut self.sink {
                Sink::Lines(out) => {
                    let bytes = match self.find.format {
                        Format::Csv => self.find.csv().rows(&rows)?,
                        _ => cells::lines(&rows),
                    };
                    out.write_all(&bytes).map_err(|error| self.find.unwritable()(&error))?;
                }
                Sink::Parquet(sheet, _) => sheet.write(&Leaf::Rows(rows))?,
                Sink::Text(_) => {}
            }
        }
        Ok(())
    }

    pub fn finish(self) -> Result<(), Error> {
        match self.sink {
            Sink::Text(drawn) => drawn.finish().finish(),
            Sink::Lines(out) => out.finish(),
            Sink::Parquet(sheet, folder) => sheet.close()?.name(&folder).map(drop),
        }
    }
}
