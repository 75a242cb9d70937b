//! PDF: text from the places of its letters.
//!
//! The library draws each page; instead of ink, letters with their places are kept (`device`), put into words and
//! rows (`rows`), and read column by column (`columns`). What is larger than the text is marked (`sizes`), and the
//! pages are written with form feeds between them.

mod attached;
mod cells;
mod columns;
mod device;
mod fonts;
mod glyph;
mod grid;
#[cfg(feature = "ocr")]
mod ocr;
mod rows;
mod sizes;
mod streams;
mod write;

#[cfg(feature = "archive")]
use super::Attachment;
use super::limits::ExtractLimits;
use super::{Extracted, FileFormat, Recognized};
use crate::document::{Error, ErrorKind};
use device::{Kept, Stop};
use fonts::Fonts;
use hayro_interpret::hayro_syntax::page::Page;
use hayro_interpret::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use hayro_interpret::kurbo::{Affine, Rect};
use hayro_interpret::{Context, InterpreterCache, InterpreterSettings, RenderContent, interpret_page};
#[cfg(feature = "ocr")]
pub(crate) use ocr::missing as ocr_missing;
use std::panic::{AssertUnwindSafe, catch_unwind};
use write::Line;

/// Images of more dots are not drawn: A0 with 300 to an inch has 140 million.
#[cfg(feature = "ocr")]
const LARGEST_IMAGE: u64 = 150_000_000;

/// Fewer letters than this on a page with an image are no text of its own: a stamp, a page number.
const FEW: usize = 24;

pub(super) fn read(bytes: Vec<u8>, limits: &ExtractLimits) -> Result<Extracted, Error> {
    // Nothing should make the library panic. If something does, that file is lost and not the run.
    let read = catch_unwind(AssertUnwindSafe(|| read_pages(bytes, limits)));
    read.unwrap_or_else(|cause| match cause.downcast_ref::<Stop>() {
        Some(Stop) => Err(Error::new(ErrorKind::Timeout, "took longer than the time limit for one document")),
        None => {
            Err(Error::new(ErrorKind::Damaged, "the PDF is damaged in a way that its reader does not bear"))
        }
    })
}

/// The files that a PDF carries, in order.
#[cfg(feature = "archive")]
pub(crate) fn attachments(bytes: &[u8], limits: &ExtractLimits) -> Vec<Attachment> {
    // Few do, and the others need not be opened for it.
    if memchr::memmem::find(bytes, b"EmbeddedFile").is_none() || streams::check(bytes, limits).is_err() {
        return Vec::new();
    }
    let read = catch_unwind(AssertUnwindSafe(|| {
        let pdf = Pdf::new(bytes.to_vec()).ok()?;
        let files = attached::files(&pdf).into_iter();
        Some(
            files
                .filter_map(|(name, spec)| Some(Attachment { name, bytes: attached::content(&spec)? }))
                .collect(),
        )
    }));
    read.ok().flatten().unwrap_or_default()
}

fn read_pages(bytes: Vec<u8>, limits: &ExtractLimits) -> Result<Extracted, Error> {
    let tail = &bytes[bytes.len().saturating_sub(2048)..];
    let whole = memchr::memmem::find(tail, b"startxref").is_some();
    streams::check(&bytes, limits)?;
    let pdf = Pdf::new(bytes).map_err(unreadable)?;
    let cache = InterpreterCache::new();
    let mut fonts = Fonts::default();
    let (mut pages, mut images, mut facts) = (Vec::new(), Vec::new(), Facts::default());
    let mut size = 0;
    for (index, page) in pdf.pages().iter().enumerate() {
        limits.check_time()?;
        let kept = draw(page, &pdf, &cache, &mut fonts, limits);
        let letters = kept.glyphs.len();
        if letters < FEW && kept.images > 0 || letters == 0 && kept.pictures > 0 {
            images.push(index);
            facts.dots = facts.dots.max(kept.dots);
        }
        facts.add(&kept);
        let lines = columns::read(kept, limits)?;
        size += lines.iter().map(|line| line.text.len()).sum::<usize>();
        limits.check_text(size)?;
        pages.push(lines);
    }
    let recognized = recognize(&pdf, &mut images, &mut pages, &mut facts, limits)?;
    let files = attached::files(&pdf);
    if facts.letters == 0 || images.len() == pages.len() && facts.letters < FEW * pages.len() {
        return Err(no_text(pages.len(), images.len(), &facts, &attached::unseen(&pdf)));
    }
    let mut notes = notes(&facts, &images, whole);
    notes.extend(told(&recognized));
    notes.extend(attached::unseen(&pdf));
    let comments = attached::comments(&pdf);
    if comments > 0 {
        notes.push(format!("left out comments on the pages ({comments})"));
    }
    if !files.is_empty() {
        let names = Vec::from_iter(files.iter().map(|(name, _)| name.as_str()));
        notes.push(format!("carries other files ({}): {}", names.len(), names.join(", ")));
    }
    sizes::rank(&mut pages);
    let (text, marks) = write::pages(&pages);
    limits.check_text(text.len())?;
    Ok(Extracted {
        text,
        format: FileFormat::Pdf,
        encoding: None,
        guessed: false,
        notes,
        marks,
        ocr: recognized,
    })
}

/// Reads the pages that are images by OCR, if it is asked for; `images` are then those that still have no text.
#[cfg(feature = "ocr")]
fn recognize(
    pdf: &Pdf,
    images: &mut Vec<usize>,
    pages: &mut [Vec<Line>],
    facts: &mut Facts,
    limits: &ExtractLimits,
) -> Result<Recognized, Error> {
    let mut recognized = Recognized::default();
    let Some(ocr) = limits.ocr.filter(|_| !images.is_empty()) else { return Ok(recognized) };
    if let Some(why) = ocr_missing() {
        facts.unread.push(why.to_string());
        return Ok(recognized);
    }
    if facts.dots > LARGEST_IMAGE {
        facts
            .unread
            .push(format!("an image has {} million dots, more than are drawn", facts.dots / 1_000_000));
        return Ok(recognized);
    }
    // The pages have a time limit of their own.
    let begun = std::time::Instant::now();
    let read = ocr::read(pdf, images, &ocr);
    let until = limits.until.and_then(|until| until.checked_add(begun.elapsed()));
    let limits = ExtractLimits { until, ..*limits };
    let mut left = Vec::new();
    for (index, page) in std::mem::take(images).into_iter().zip(read) {
        match page {
            Ok(page) if page.kept.glyphs.is_empty() => left.push(index),
            Ok(page) => {
                facts.letters += page.kept.glyphs.len();
                recognized.pages.push(index as u32 + 1);
                recognized.confidence.push(page.confidence);
                if let Some(lines) = pages.get_mut(index) {
                    *lines = columns::read(page.kept, &limits)?;
                }
            }
            Err(why) => {
                facts.unread.push(format!("page {}: {why}", index + 1));
                left.push(index);
            }
        }
    }
    *images = left;
    Ok(recognized)
}

#[cfg(not(feature = "ocr"))]
fn recognize(
    _: &Pdf,
    images: &mut Vec<usize>,
    _: &mut [Vec<Line>],
    facts: &mut Facts,
    limits: &ExtractLimits,
) -> Result<Recognized, Error> {
    if limits.ocr.is_some() && !images.is_empty() {
        facts.unread.push("klubba was built without OCR".to_string());
    }
    Ok(Recognized::default())
}

/// Which pages OCR read, and how certain it is of them.
fn told(recognized: &Recognized) -> Option<String> {
    let pages = recognized.pages.iter().zip(&recognized.confidence);
    let pages = Vec::from_iter(pages.take(20).map(|(page, confidence)| format!("{page} ({confidence} %)")));
    let more = if recognized.pages.len() > 20 { " …" } else { "" };
    let count = recognized.pages.len();
    (count > 0)
        .then(|| format!("read by OCR, with what certainty ({count}): page {}{more}", pages.join(", ")))
}

/// What a page shows, upright and from the top.
fn draw<'a>(
    page: &Page<'a>,
    pdf: &'a Pdf,
    cache: &InterpreterCache<'a>,
    fonts: &mut Fonts,
    limits: &ExtractLimits,
) -> Kept {
    let settings =
        InterpreterSettings { render_content: RenderContent::all(), ..InterpreterSettings::default() };
    let transform = Affine::new(page.initial_transform(true).as_coeffs());
    let (width, height) = page.render_dimensions();
    let frame = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
    let mut context = Context::new(transform, frame, cache, pdf.xref(), settings);
    let mut device = device::Reader::new(frame, limits, fonts);
    interpret_page(page, &mut context, &mut device);
    device.finish()
}

fn unreadable(error: LoadPdfError) -> Error {
    match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => {
            Error::new(ErrorKind::Encrypted, "the PDF is protected by a password")
        }
        LoadPdfError::Decryption(_) => {
            Error::new(ErrorKind::Encrypted, "the PDF is encrypted in a way that is not known")
        }
        LoadPdfError::Invalid => {
            Error::new(ErrorKind::Damaged, "the PDF is damaged or cut off: no page can be found")
        }
    }
}

fn no_text(pages: usize, images: usize, facts: &Facts, unseen: &[String]) -> Error {
    let signs = facts.signs;
    // Why OCR gave nothing says more.
    let advice = facts.unread.first().map_or("run OCR first", String::as_str);
    let message = match (pages, images) {
        (_, 0) if signs > 0 => {
            format!("no text layer: {signs} letters are unknown, for their font does not say what they are")
        }
        (0, _) => "the PDF has no pages".to_string(),
        (1, 1) => format!("no text layer: its page is an image ({advice})"),
        (_, 0) if !unseen.is_empty() => format!("no text on the pages: {}", unseen.join("; ")),
        (_, 0) => "no text layer: its pages are empty or drawn without letters".to_string(),
        (_, images) if images == pages => format!("no text layer: {pages} pages are images ({advice})"),
        _ => format!("no text layer: {images} of {pages} pages are images ({advice})"),
    };
    Error::new(ErrorKind::NoText, message)
}

/// What was met on the pages.
#[derive(Debug, Default)]
struct Facts {
    letters: usize,
    unknown: usize,
    repaired: usize,
    by_font: usize,
    invisible: usize,
    outside: usize,
    signs: usize,
    slanted: String,
    /// How many dots the largest image has.
    dots: u64,
    /// Why OCR gave nothing, of each page.
    unread: Vec<String>,
}

impl Facts {
    fn add(&mut self, kept: &Kept) {
        self.letters += kept.glyphs.len();
        self.unknown += kept.unknown;
        self.repaired += kept.repaired;
        self.by_font += kept.by_font;
        self.invisible += kept.invisible;
        self.outside += kept.outside;
        self.signs += kept.signs;
        if self.slanted.is_empty() {
            self.slanted.clone_from(&kept.slanted);
        }
    }
}

fn notes(facts: &Facts, images: &[usize], whole: bool) -> Vec<String> {
    let mut notes = Vec::new();
    if !whole {
        notes.push("the file is cut off or damaged: what could be found was read".to_string());
    }
    if facts.unknown > 0 {
        notes.push(format!(
            "{} letters are unknown: their font does not say what they are (U+FFFD)",
            facts.unknown
        ));
    }
    if facts.repaired > 0 {
        notes.push(format!("{} letters were told from their place in a font without names", facts.repaired));
    }
    if facts.by_font > 0 {
        notes.push(format!("{} letters were told by the tables of their font", facts.by_font));
    }
    if facts.invisible * 2 > facts.letters {
        notes.push("the text lies unseen behind images: it comes from OCR".to_string());
    }
    if facts.outside > 0 {
        notes.push(format!("left out {} letters outside the pages", facts.outside));
    }
    if facts.signs > 0 {
        notes.push(format!("left out {} signs of fonts that do not say what they are", facts.signs));
    }
    if !facts.slanted.is_empty() {
        notes.push(format!("left out what runs aslant over the pages: “{}”", facts.slanted));
    }
    if !images.is_empty() {
        let numbers =
            images.iter().take(20).map(|index| (index + 1).to_string()).collect::<Vec<_>>().join(", ");
        let more = if images.len() > 20 { " …" } else { "" };
        notes.push(format!("{} pages are images without text: {numbers}{more}", images.len()));
    }
    notes.extend(facts.unread.iter().take(20).map(|why| format!("not read by OCR: {why}")));
    notes
}
