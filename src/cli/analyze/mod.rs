//! `klubba analyze`: documents in, findings out.

mod base;
mod folder;
pub(super) mod options;
mod product;
mod report;
pub(super) mod sheet;
mod single;
pub(super) mod stop;

pub(super) use folder::Manifest;

use super::output::quiet;
use super::{Wanted, complain, say};
use crate::corpus::archive::Archive;
use crate::corpus::run::{Ordered, Plan};
use crate::document::{Error, ErrorKind};
use crate::formats::csv::Csv;
use crate::formats::tables::More;
use base::Base;
use clap::ValueEnum;
use folder::Folder;
use product::{Maker, Product};
use report::Report;
use single::Single;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::Ordering;
use stop::Stop;

/// Exit status of who is ended by Ctrl-C, as shells have it.
pub(super) const INTERRUPTED: u8 = 130;

/// Analyse files, folders and archives, and write what was found
#[derive(Debug, clap::Args)]
#[command(mut_arg("paths", |arg| arg.required_unless_present("files_from")), after_help = "Examples:
  klubba analyze *.txt > findings.jsonl
  klubba analyze mote.pdf --date 2024-03-14 --layers dates,decisions --format json
  klubba analyze archive/ -o out/ --format parquet          tables, in parts
  klubba analyze archive/ -o out/ --format parquet --resume goes on where a run was ended
  klubba analyze archive/ -o archive.db                     a database of SQLite, with full text and views
  klubba analyze protokoll.zip --include '*.pdf' -o found.jsonl.zst --errors failed.jsonl
  klubba analyze texts.parquet --text-column body --id-column nr -o out/ --format csv
  find /data -name '*.docx' | klubba analyze --files-from - -o out/ --format parquet

A PATH is a file, a folder (all in it, sorted; what begins with a dot is passed by, a link that leads out of it is an error),
a pattern ('2019/*.pdf'), or - for standard input. What a file is, its content says: text in any common encoding, HTML, DOCX, DOC, ODT, RTF, PDF; zip
or tar, also packed with gzip, bzip2, xz or Zstandard, and an archive inside an archive once; JSON Lines and Parquet with a
column of texts. A document that fails is a message (and in a folder a row of the table errors); the others are
done. Offsets count Unicode code points of the decoded text.

A folder as output holds a folder for each table with numbered parts, and manifest.json with their hashes.
docs/tables.md describes every column. Ctrl-C ends after the documents at hand, twice at once.")]
pub(super) struct Analyze {
    #[command(flatten)]
    input: options::Input,
    #[command(flatten)]
    wanted: Wanted,
    /// What is written. If nothing is said, what the name after -o says, else jsonl
    #[arg(long, value_enum)]
    format: Option<Format>,
    /// Write here instead: a file (whole or not at all, in the place of one that is there; packed if it ends in .zst), or a
    /// folder, which ends in / and has to be new or empty, as a database has to be new
    #[arg(short, long, value_name = "PATH")]
    output: Option<PathBuf>,
    /// Go on with the result in the folder or database, where a run was ended; it will be as if it had never been. Paths and
    /// options have to be those of then (also --part-size), but for --threads, --timeout and --quiet
    #[arg(long)]
    resume: bool,
    /// Write a record of each failure here, a JSON object a line (a folder has a table of errors)
    #[arg(long, value_name = "FILE")]
    errors: Option<PathBuf>,
    /// Keep each document's text, in the table documents
    #[arg(long)]
    text: bool,
    /// Put beside each row of a table what its document is, and names beside the numbers of people
    #[arg(long)]
    with_document: bool,
    /// Count the words of documents, sections, speeches and decisions: the column words of their tables
    #[arg(long)]
    counts: bool,
    /// Begin a new part of a folder, or of a database the next transaction, after so many bytes of documents; a run that goes
    /// on with --resume has to have the same
    #[arg(long, value_name = "SIZE", default_value = "64M", value_parser = options::size)]
    part_size: u64,
    /// What parts the columns of CSV; Swedish Excel wants ;
    #[arg(long, value_name = "CHAR", default_value = ",", value_parser = options::separator)]
    csv_separator: u8,
    /// Begin CSV with a byte order mark, which Excel needs to see that it is UTF-8
    #[arg(long)]
    csv_bom: bool,
    /// Put ' before a text in CSV that a spreadsheet would take for a formula: one that begins with =, +, - or @
    #[arg(long)]
    csv_no_formulas: bool,
    /// Threads (as many as there are cores, if nothing is said)
    #[arg(short = 'j', long, value_name = "N")]
    threads: Option<std::num::NonZeroUsize>,
    /// No progress and no summary
    #[arg(short, long)]
    quiet: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// klubba/1, an object a line
    Jsonl,
    /// klubba/1, indented; an object for one document, a list for several
    Json,
    /// Tables, into a folder
    Parquet,
    /// The same as CSV
    Csv,
    /// The same as a database of SQLite, into a file
    Sqlite,
    /// TEI (Parla-CLARIN); several documents are a corpus
    Tei,
    /// W3C Web Annotations: an AnnotationPage a line
    Annotations,
    /// The text of one document as XML, its dates as TIMEX3
    Timeml,
}

impl Analyze {
    pub fn run(&self) -> Result<u8, Error> {
        let folder = self.folder();
        let format = self.format(folder.is_some())?;
        if folder.is_some() || format == Format::Sqlite {
            self.input.leads_somewhere()?;
        }
        let mut archive = self.input.archive()?.threads(self.threads.map_or(0, std::num::NonZeroUsize::get));
        archive.settings.results.clone_from(&self.output);
        let maker = Maker {
            analyzer: self.wanted.analyzer()?,
            settings: archive.settings.clone(),
            format,
            folder: folder.is_some(),
            csv: Csv { separator: self.csv_separator, mark: self.csv_bom, no_formulas: self.csv_no_formulas },
            // Full text is searched in it.
            keep_text: self.text || format == Format::Sqlite,
            more: More { document: self.with_document, words: self.counts },
        };
        match folder {
            _ if format == Format::Sqlite => self.to_base(archive, maker),
            Some(path) => self.to_folder(path, archive, maker),
            None => match self.to_file(archive, maker) {
                Ok(status) => Ok(status),
                Err(error) => quiet(Err(error)).map(|()| 0),
            },
        }
    }

    /// The folder that the result is, if it is one.
    fn folder(&self) -> Option<&Path> {
        let path = self.output.as_deref()?;
        let named = path.as_os_str().as_encoded_bytes().last().is_some_and(|&last| last == b'/');
        let tables = matches!(self.format, Some(Format::Parquet | Format::Csv));
        (named || tables || path.is_dir()).then_some(path)
    }

    fn format(&self, folder: bool) -> Result<Format, Error> {
        let usage = |message: &str| Err(Error::new(ErrorKind::Usage, message));
        let name = self.output.as_deref().map(Path::to_string_lossy).unwrap_or_default();
        let named = match name.rsplit('.').next() {
            Some("json") => Format::Json,
            Some("db" | "sqlite" | "sqlite3") if !folder => Format::Sqlite,
            // Tables go into a folder, which the message below says.
            Some("parquet") => Format::Parquet,
            Some("csv") => Format::Csv,
            _ => Format::Jsonl,
        };
        let format = self.format.unwrap_or(named);
        match format {
            Format::Parquet | Format::Csv if !folder => {
                return usage(
                    "parquet and csv are several tables: name a folder, as in -o out/ --format csv",
                );
            }
            Format::Sqlite if folder => return usage("sqlite is one file: name it with -o archive.db"),
            Format::Sqlite if self.output.is_none() || name == "-" => {
                return usage("sqlite is no text: name a file with -o archive.db");
            }
            Format::Json | Format::Timeml if folder => {
                return usage("a folder holds parquet, csv, jsonl, tei or annotations");
            }
            Format::Timeml if self.input.several() => {
                return usage("timeml is one XML document: name one PATH");
            }
            // Arrow's offsets are 32 bits wide.
            Format::Parquet | Format::Csv | Format::Sqlite if self.input.max_size > 512 << 20 => {
                return usage("a document in a table may have at most 512M (--max-size)");
            }
            _ => {}
        }
        let tables = matches!(format, Format::Parquet | Format::Csv);
        if self.resume && !folder && format != Format::Sqlite {
            return usage(
                "only a folder can be resumed, or a database: name one with -o out/ or -o archive.db",
            );
        }
        if self.errors.is_some() && (folder || format == Format::Sqlite) {
            return usage(
                "a folder and a database have a table of errors; --errors goes with a file or standard output",
            );
        }
        if self.counts && !tables && format != Format::Sqlite {
            return usage("--counts goes with parquet, csv and sqlite");
        }
        if self.with_document && !tables {
            return usage("--with-document goes with parquet and csv (a database has views for it)");
        }
        Ok(format)
    }

    fn to_folder(&self, path: &Path, archive: Archive, maker: Maker) -> Result<u8, Error> {
        let mut folder =
            Folder::open(path, maker.layout(), self.identity(&maker), self.part_size, self.resume)?;
        let (skip, names) = folder.done();
        let stop = Stop::listen()?;
        let plan = Plan { skip, names, stop: stop.flag(), ..Plan::default() };
        let mut report = Report::new(self.quiet, Arc::clone(&plan.progress), self.input.named());
        if folder.manifest.complete {
            report.summary(skip);
            return Ok(u8::from(folder.manifest.failed > 0));
        }
        let mut products = Ordered::start(archive, plan, move |batch| maker.make(batch))?;
        let pool = products.pool();
        let written = products.by_ref().try_for_each(|product| {
            let product = product??;
            report.add(&product);
            folder.write(&product, &pool)
        });
        drop(products);
        report.end();
        written?;
        report.nothing(skip, &self.input.named());
        if stop.asked() {
            let message =
                format!("stopped; {} documents are done, --resume goes on", folder.manifest.documents);
            complain(&Error::new(ErrorKind::Read, message));
            return Ok(INTERRUPTED);
        }
        let manifest = folder.finish(&pool)?;
        report.summary(skip);
        Ok(u8::from(manifest.failed > 0))
    }

    fn to_base(&self, archive: Archive, maker: Maker) -> Result<u8, Error> {
        let path = self.output.as_deref().unwrap_or(Path::new("-"));
        let mut base = Base::open(
            path,
            maker.tables(),
            maker.more,
            &self.identity(&maker),
            self.part_size,
            self.resume,
        )?;
        let (skip, names) = base.done();
        let stop = Stop::listen()?;
        let plan = Plan { skip, names, stop: stop.flag(), ..Plan::default() };
        let mut report = Report::new(self.quiet, Arc::clone(&plan.progress), self.input.named());
        if base.complete {
            base.describe()?;
            report.summary(skip);
            return Ok(u8::from(base.failed > 0));
        }
        let mut products = Ordered::start(archive, plan, move |batch| maker.make(batch))?;
        let written = products.by_ref().try_for_each(|product| {
            let product = product??;
            report.add(&product);
            base.write(&product)
        });
        drop(products);
        report.end();
        written?;
        report.nothing(skip, &self.input.named());
        if stop.asked() {
            base.end()?;
            let message = format!("stopped; {} documents are done, --resume goes on", base.documents);
            complain(&Error::new(ErrorKind::Read, message));
            return Ok(INTERRUPTED);
        }
        let failed = base.finish()?;
        report.summary(skip);
        Ok(u8::from(failed > 0))
    }

    fn to_file(&self, archive: Archive, maker: Maker) -> Result<u8, Error> {
        let list = maker.format == Format::Json && self.input.several();
        let older = self
            .output
            .as_deref()
            .filter(|path| std::fs::metadata(path).is_ok_and(|meta| meta.is_file() && meta.len() > 0));
        let mut out = Single::open(self.output.as_deref(), self.errors.as_deref(), maker.format, list)?;
        // Who reads along ends the run by leaving, and Ctrl-C by ending the process, unless a file is to be ended.
        let stop = if self.output.is_some() { Stop::listen()? } else { Stop::default() };
        let plan = Plan { stop: stop.flag(), ..Plan::default() };
        let mut report = Report::new(self.quiet, Arc::clone(&plan.progress), self.input.named());
        let mut products = Ordered::start(archive, plan, move |batch| maker.make(batch))?;
        let written = products.by_ref().try_for_each(|product| {
            let product: Product = product??;
            report.add(&product);
            out.write(product)
        });
        drop(products);
        report.end();
        written?;
        report.nothing(0, &self.input.named());
        if stop.asked() {
            complain(&Error::new(ErrorKind::Read, "stopped; nothing was written"));
            return Ok(INTERRUPTED);
        }
        out.finish()?;
        if self.output.is_some() && std::io::IsTerminal::is_terminal(&std::io::stderr()) {
            report.summary(0);
            if let Some(path) = older.filter(|_| !self.quiet) {
                say(&format!("klubba: {}: an older file was replaced", path.display()));
            }
        }
        Ok(u8::from(report.tally.failed > 0))
    }

    /// What must be the same in a run that goes on with another.
    fn identity(&self, maker: &Maker) -> serde_json::Value {
        let mut identity = self.input.identity();
        let of = |value: Option<String>| value.map_or(serde_json::Value::Null, serde_json::Value::from);
        let mut add = |key: &str, value| identity.insert(key.to_string(), value);
        add("format", of(maker.format.to_possible_value().map(|value| value.get_name().to_string())));
        add("date", of(self.wanted.date.map(|date| date.to_string())));
        add("layers", self.wanted.layer_names().into());
        let [patterns, lexicon] = self.wanted.own();
        add("patterns", of(patterns));
        add("lexicon", of(lexicon));
        add("text", maker.keep_text.into());
        add("with-document", of(self.with_document.then(|| "yes".to_string())));
        add("counts", of(self.counts.then(|| "yes".to_string())));
        add("part-size", self.part_size.into());
        add("csv", of((maker.format == Format::Csv).then(|| format!("{:?}", maker.csv))));
        serde_json::Value::Object(identity)
    }
}

impl Stop {
    pub(super) fn asked(&self) -> bool {
        self.flag().load(Ordering::Relaxed)
    }
}
