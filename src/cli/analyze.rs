//! `klubba analyze`: texts in, klubba/1 or TimeML out.

use super::input::Input;
use super::output::{Output, quiet, unwritable};
use super::{Wanted, complain};
use crate::Analyzer;
use crate::error::{Error, ErrorKind};
use crate::output::json::{self, Origin};
use clap::ValueEnum;
use rayon::prelude::*;
use std::io::Write;
use std::panic::catch_unwind;
use std::path::{Path, PathBuf};

/// A batch is full at this many bytes for each thread. Together with its results it is what memory holds.
const BATCH_BYTES: u64 = 4 << 20;
/// Or at this many texts for each thread, so that many small ones are not held back for long.
const BATCH_TEXTS: usize = 256;

/// Write what was found as JSON (or TimeML): one object (klubba/1) a line, in the order of the arguments
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  klubba analyze *.txt > findings.jsonl
  klubba analyze mote.txt --date 2024-03-14 --layers dates,decisions --format json
  cat mote.txt | klubba analyze -

A file may be text in any common encoding (the key `encoding` names the one that was assumed), HTML, DOCX, ODT,
RTF or PDF; what it is shows in its content, not its name. Offsets count Unicode code points of the text:
klubba text FILE prints it.")]
pub(super) struct Analyze {
    /// Files to read; - reads standard input
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    wanted: Wanted,
    /// jsonl: an object a line. json: indented; an object for one PATH, a list for several. timeml: the text
    /// of one PATH as XML, its dates as TIMEX3
    #[arg(long, value_enum, default_value_t = Format::Jsonl)]
    format: Format,
    /// Write here instead, whole or not at all
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Threads (as many as there are cores, if nothing is said)
    #[arg(short = 'j', long, value_name = "N")]
    threads: Option<std::num::NonZeroUsize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    Jsonl,
    Json,
    Timeml,
}

impl Analyze {
    pub fn run(&self) -> Result<u8, Error> {
        if self.paths.iter().filter(|path| Input(path).is_stdin()).count() > 1 {
            return Err(Error::new(ErrorKind::Usage, "- (standard input) can be read only once"));
        }
        if self.format == Format::Timeml && self.paths.len() > 1 {
            return Err(Error::new(ErrorKind::Usage, "timeml is one XML document: name one PATH"));
        }
        let threads = self.threads.map_or(0, std::num::NonZeroUsize::get);
        let pool = rayon::ThreadPoolBuilder::new()
            .num_threads(threads)
            .build()
            .map_err(|error| Error::new(ErrorKind::Usage, format!("cannot start threads: {error}")))?;
        let mut out = Output::open(self.output.as_deref())?;
        let failed = self.write(&mut out, &pool);
        match failed.and_then(|failed| out.finish().map(|()| failed)) {
            Ok(failed) => Ok(u8::from(failed)),
            Err(error) => quiet(Err(error)).map(|()| 0),
        }
    }

    /// Analyses batch by batch, each in parallel, and writes in order. Says whether any input failed.
    fn write(&self, out: &mut Output, pool: &rayon::ThreadPool) -> Result<bool, Error> {
        let analyzer = self.wanted.analyzer();
        let target = self.output.as_deref().unwrap_or(Path::new("-"));
        let list = self.format == Format::Json && self.paths.len() > 1;
        let (mut failed, mut first) = (false, true);
        let mut emit = |bytes: &[u8]| out.write_all(bytes).map_err(|error| unwritable(target, &error));
        for batch in Batches::new(&self.paths, pool.current_num_threads()) {
            let results: Vec<_> =
                pool.install(|| batch.par_iter().map(|path| self.one(&analyzer, path, list)).collect());
            for result in results {
                match result {
                    Ok(found) => {
                        if list {
                            emit(if first { b"[\n  " } else { b",\n  " })?;
                        }
                        emit(&found)?;
                        if !list && self.format != Format::Timeml {
                            emit(b"\n")?;
                        }
                        first = false;
                    }
                    Err(error) => {
                        complain(&error);
                        failed = true;
                    }
                }
            }
        }
        if list {
            emit(if first { b"[]\n" } else { b"\n]\n" })?;
        }
        Ok(failed)
    }

    fn one(&self, analyzer: &Analyzer, path: &Path, list: bool) -> Result<Vec<u8>, Error> {
        let input = Input(path);
        let name = input.name();
        let file = input.read()?;
        // No text should make a layer panic. If one does, that text is lost and not the run.
        let document = catch_unwind(|| analyzer.analyze_marked(&file.text, &file.marks))
            .unwrap_or_else(|_| {
                Err(Error::new(ErrorKind::Bug, "klubba failed on this text; please report it"))
            })
            .map_err(|error| error.of(&name))?;
        let origin = Origin { source: Some(&name), encoding: file.encoding };
        if self.format == Format::Timeml {
            return Ok(document.to_timeml(&file.text).into_bytes());
        }
        let mut found = Vec::new();
        let write = if self.format == Format::Json { json::write_pretty } else { json::write };
        write(&mut found, &document, &file.text, origin)
            .map_err(|error| Error::new(ErrorKind::Write, error.to_string()).of(&name))?;
        Ok(if list { indented(&found) } else { found })
    }
}

/// One level deeper. Line breaks stand only between JSON's tokens, never in its strings.
fn indented(json: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(json.len() + json.len() / 8);
    for &byte in json {
        out.push(byte);
        if byte == b'\n' {
            out.extend_from_slice(b"  ");
        }
    }
    out
}

/// Cuts a list of paths into batches of bounded size; a large file is a batch of its own.
struct Batches<'a> {
    paths: &'a [PathBuf],
    bytes: u64,
    texts: usize,
}

impl<'a> Batches<'a> {
    fn new(paths: &'a [PathBuf], threads: usize) -> Batches<'a> {
        Batches { paths, bytes: BATCH_BYTES * threads as u64, texts: BATCH_TEXTS * threads }
    }
}

impl<'a> Iterator for Batches<'a> {
    type Item = &'a [PathBuf];

    fn next(&mut self) -> Option<&'a [PathBuf]> {
        let (mut bytes, mut count) = (0, 0);
        for path in self.paths.iter().take(self.texts) {
            bytes += Input(path).size();
            if count > 0 && bytes > self.bytes {
                break;
            }
            count += 1;
        }
        let (batch, rest) = self.paths.split_at(count);
        self.paths = rest;
        (count > 0).then_some(batch)
    }
}
