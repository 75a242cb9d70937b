//! `klubba text`: the text that offsets count in.

use super::input::Input;
use super::output::{Output, quiet, unwritable};
use crate::document::Error;
use std::io::Write;
use std::path::{Path, PathBuf};

/// Write the text of a file, as the analysis reads it and its offsets count it
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  klubba text protokoll.pdf > protokoll.txt
  klubba text - < sida.html

Pages are parted by form feeds. What was lost or repaired is said on standard error.")]
pub(super) struct Text {
    /// A file: text in any encoding, HTML, DOCX, DOC, ODT, RTF, PDF, XML or e-mail; - reads standard input
    file: PathBuf,
    /// Read pages of a PDF that are images, with the program tesseract
    #[arg(long)]
    ocr: bool,
    /// Write here instead, whole or not at all, in the place of a file that is there
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

impl Text {
    pub fn run(&self) -> Result<u8, Error> {
        let input = Input(&self.file);
        let file = input.read(self.ocr)?;
        for note in &file.notes {
            let _ = writeln!(std::io::stderr(), "klubba: {}: {note}", input.name());
        }
        let target = self.output.as_deref().unwrap_or(Path::new("-"));
        let mut out = Output::open(self.output.as_deref())?;
        let written = out.write_all(file.text.as_bytes()).map_err(|error| unwritable(target, &error));
        quiet(written.and_then(|()| out.finish()))?;
        Ok(0)
    }
}
