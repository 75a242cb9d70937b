//! Pages that are images, read by the program `tesseract`: drawn, recognised, and given back as letters with places.

use super::device::Kept;
use super::glyph::Glyph;
use crate::extract::limits::Ocr;
use hayro::hayro_interpret::hayro_syntax::Pdf;
use hayro::hayro_interpret::{InterpreterSettings, hayro_syntax::page::Page};
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings};
use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::process::{Child, Command, Stdio};
use std::sync::{Condvar, Mutex, OnceLock, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

/// Pages are drawn with so many dots to an inch, which tesseract does best with, if they are not larger than this.
const DOTS: f32 = 300.0;
const LARGEST: f32 = 6000.0;
/// What has no letter or figure and is less certain than this is a speck.
const SPECK: f32 = 40.0;
/// A word before a page number that is less certain than this is a row of dots.
const UNSURE: f32 = 60.0;
/// Lines one over the other are at least so many letter sizes apart.
const APART: f32 = 0.4;
/// How often it is looked whether the program has ended.
const TICK: Duration = Duration::from_millis(20);

/// A page that was read, and how certain its words are, in per cent.
pub(super) struct Recognized {
    pub kept: Kept,
    pub confidence: u32,
}

/// Programs that run at once, in all threads together.
static RUNNING: Mutex<usize> = Mutex::new(0);
static ENDED: Condvar = Condvar::new();

struct Permit;

impl Permit {
    /// Waits until fewer than `most` programs run.
    fn wait(most: usize) -> Permit {
        let mut running = RUNNING.lock().unwrap_or_else(PoisonError::into_inner);
        while *running >= most.max(1) {
            running = ENDED.wait(running).unwrap_or_else(PoisonError::into_inner);
        }
        *running += 1;
        Permit
    }
}

impl Drop for Permit {
    fn drop(&mut self) {
        *RUNNING.lock().unwrap_or_else(PoisonError::into_inner) -= 1;
        ENDED.notify_one();
    }
}

/// Why no page can be read here; nothing where they can.
pub(crate) fn missing() -> Option<&'static str> {
    static MISSING: OnceLock<Option<&str>> = OnceLock::new();
    *MISSING.get_or_init(|| {
        let ran = Command::new("tesseract").arg("--list-langs").stdin(Stdio::null()).output();
        let Ok(output) = ran else {
            return Some(
                "OCR needs the program tesseract, which is not found: install it \
                 (Debian, Ubuntu: apt install tesseract-ocr tesseract-ocr-swe)",
            );
        };
        let told = [output.stdout, output.stderr].concat();
        let swedish = String::from_utf8_lossy(&told).lines().any(|line| line.trim() == "swe");
        (!swedish).then_some(
            "tesseract has no data for Swedish: install it (Debian, Ubuntu: apt install tesseract-ocr-swe)",
        )
    })
}

/// Reads these pages, counted from 0; of each what was read, or why nothing was.
pub(super) fn read(pdf: &Pdf, pages: &[usize], ocr: &Ocr) -> Vec<Result<Recognized, String>> {
    let cores = || thread::available_parallelism().map_or(1, usize::from);
    let most = if ocr.threads > 0 { ocr.threads } else { cores() };
    thread::scope(|scope| {
        let mut running = Vec::new();
        for &number in pages {
            let permit = Permit::wait(most);
            let image = pdf.pages().get(number).map(Image::of);
            running.push(scope.spawn(move || {
                let image = image.ok_or_else(|| "it is not there".to_string())?;
                let words = image.recognize(ocr.page);
                drop(permit);
                Ok(kept(words?, &image))
            }));
        }
        let ended = |page: thread::ScopedJoinHandle<_>| page.join();
        running
            .into_iter()
            .map(|page| ended(page).unwrap_or_else(|_| Err("its reader failed".to_string())))
            .collect()
    })
}

/// A page as grey dots.
struct Image {
    width: u16,
    height: u16,
    dots: Vec<u8>,
    scale: f32,
}

impl Image {
    fn of(page: &Page<'_>) -> Image {
        let (width, height) = page.render_dimensions();
        let scale = (DOTS / 72.0).min(LARGEST / width.max(height).max(1.0));
        let settings = PixmapSettings { x_scale: scale, y_scale: scale, bg_color: WHITE };
        let drawn = hayro::render(
            page,
            &RenderCache::new(),
            &InterpreterSettings::default(),
            &RenderSettings::default(),
            &settings,
        );
        let grey = |dot: &[u8]| {
            let [r, g, b] = [dot[0], dot[1], dot[2]].map(u32::from);
            ((299 * r + 587 * g + 114 * b) / 1000) as u8
        };
        let dots = drawn.data_as_u8_slice().chunks_exact(4).map(grey).collect();
        Image { width: drawn.width(), height: drawn.height(), dots, scale }
    }

    /// The words that tesseract sees on the page.
    fn recognize(&self, limit: Duration) -> Result<Vec<Word>, String> {
        let failed = |error: std::io::Error| format!("tesseract cannot be run: {error}");
        let dots = format!("{:.0}", self.scale * 72.0);
        let mut program = Command::new("tesseract")
            .args(["stdin", "stdout", "-l", "swe", "--dpi", &dots, "tsv"])
            // The run's own threads are enough.
            .env("OMP_THREAD_LIMIT", "1")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(failed)?;
        let (input, output) = (program.stdin.take(), program.stdout.take());
        let table = thread::scope(|scope| {
            scope.spawn(move || {
                // A program that ends before it has read all has said why.
                let Some(mut input) = input else { return };
                let head = format!("P5\n{} {}\n255\n", self.width, self.height);
                let _ = input.write_all(head.as_bytes()).and_then(|()| input.write_all(&self.dots));
            });
            let reads = scope.spawn(move || {
                let mut table = Vec::new();
                output.map_or(Ok(0), |mut output| output.read_to_end(&mut table)).map(|_| table)
            });
            let ended = wait(&mut program, limit);
            let table = reads.join().map_err(|_| "its reader failed".to_string())?;
            ended.and(table.map_err(failed))
        })?;
        Ok(String::from_utf8_lossy(&table).lines().filter_map(Word::of).collect())
    }
}

/// Waits for a program, and ends it when its time is up.
fn wait(program: &mut Child, limit: Duration) -> Result<(), String> {
    let begun = Instant::now();
    loop {
        match program.try_wait() {
            Ok(Some(status)) if status.success() => return Ok(()),
            Ok(Some(status)) => return Err(format!("tesseract failed ({status})")),
            Ok(None) if begun.elapsed() < limit => thread::sleep(TICK),
            ended => {
                let _ = program.kill();
                let _ = program.wait();
                return Err(match ended {
                    Ok(_) => format!("tesseract took longer than {} seconds", limit.as_secs()),
                    Err(error) => format!("tesseract is lost: {error}"),
                });
            }
        }
    }
}

/// A word with its place, in dots from the top left.
#[derive(Clone, Debug)]
struct Word {
    /// The block, paragraph and line that it stands in.
    line: (u32, u32, u32),
    x: f32,
    y: f32,
    width: f32,
    height: f32,
    confidence: f32,
    text: String,
}

impl Word {
    /// A row of tesseract's table: level, page, block, paragraph, line, word, left, top, width, height, confidence, text.
    fn of(row: &str) -> Option<Word> {
        let cells = Vec::from_iter(row.split('\t'));
        let [level, _, block, paragraph, line, _, x, y, width, height, confidence, text] = cells.as_slice()
        else {
            return None;
        };
        let confidence = confidence.parse().ok()?;
        let text = text.trim();
        // The rules of tables look like strokes.
        let is_rule = text.chars().all(|c| "|_—[]".contains(c));
        let is_speck = is_rule || confidence < SPECK && !text.contains(char::is_alphanumeric);
        if *level != "5" || text.is_empty() || is_speck {
            return None;
        }
        Some(Word {
            line: (block.parse().ok()?, paragraph.parse().ok()?, line.parse().ok()?),
            x: x.parse().ok()?,
            y: y.parse().ok()?,
            width: width.parse().ok()?,
            height: height.parse().ok()?,
            confidence,
            text: text.to_string(),
        })
    }

    /// How high its letters reach and how deep, in sizes of their font.
    fn extent(&self) -> (f32, f32) {
        let deep = |c: char| "gjpqyçQ,;()[]|§/".contains(c);
        let high =
            |c: char| c.is_uppercase() || c.is_ascii_digit() || "bdfhijkltåäö()[]|§/!?%&”\"".contains(c);
        let above = if self.text.contains(high) { 0.72 } else { 0.52 };
        (above, if self.text.contains(deep) { 0.21 } else { 0.0 })
    }

    fn size(&self) -> f32 {
        let (above, below) = self.extent();
        self.height / (above + below)
    }

    fn baseline(&self) -> f32 {
        self.y + self.height - self.extent().1 * self.size()
    }

    fn letters(&self) -> usize {
        self.text.chars().count()
    }
}

/// A word without what tesseract's Swedish always gets wrong: it knows no § and sees a $, also in *(S)*; and the dots that
/// lead to a page number are letters to it.
fn mended(line: &[Word], at: usize, word: &Word) -> Word {
    let is_number = |word: &Word| !word.text.is_empty() && word.text.chars().all(|c| c.is_ascii_digit());
    let next = line.get(at + 1).filter(|next| next.text.starts_with(|c: char| c.is_ascii_digit()));
    let signs = word.text.trim_start_matches('$');
    let mut text = word.text.clone();
    if signs.len() < word.text.len() && (signs.is_empty() && next.is_some() || signs.parse::<u32>().is_ok()) {
        text = format!("§{signs}");
    } else if let Some(party) =
        word.text.strip_prefix("($").filter(|rest| rest.starts_with(char::is_uppercase))
    {
        text = format!("({party}");
    }
    // Much wider than so many letters are: a row of dots.
    let leads = at > 0 && at + 2 == line.len() && line.last().is_some_and(is_number);
    if leads && (word.text.contains("..") || word.confidence < UNSURE) {
        text = "...".to_string();
    }
    Word { text, ..word.clone() }
}

/// The value in the middle.
fn median(mut values: Vec<f32>) -> Option<f32> {
    values.sort_by(f32::total_cmp);
    values.get(values.len() / 2).copied()
}

/// A line that has its place: its baseline, its size, and where each of its words begins and ends.
struct Placed {
    y: f32,
    size: f32,
    words: Vec<(f32, f32)>,
}

/// Where a line goes, so that no letters of another line come between its own: two that tesseract tells apart may lie so near
/// that they would be one.
fn apart(placed: &mut Vec<Placed>, line: &[Word], y: f32, size: f32) -> f32 {
    let words = Vec::from_iter(line.iter().map(|word| (word.x, word.x + word.width)));
    let meets = |other: &Placed| other.words.iter().any(|a| words.iter().any(|b| a.0 < b.1 && b.0 < a.1));
    let mut place = y;
    for _ in 0..4 {
        let near = |other: &&Placed| (other.y - place).abs() < APART * other.size.max(size) && meets(other);
        let Some(other) = placed.iter().find(near) else { break };
        let gap = 1.05 * APART * other.size.max(size);
        // Where both are about as high, the one that tesseract names later is the lower one.
        place = if y < other.y - 0.2 * size { other.y - gap } else { other.y + gap };
    }
    placed.push(Placed { y: place, size, words });
    place
}

/// Words as letters on the page: upright, and in few sizes.
fn kept(words: Vec<Word>, image: &Image) -> Recognized {
    let letters = words.iter().map(Word::letters).sum::<usize>();
    let sum = words.iter().map(|word| word.confidence * word.letters() as f32).sum::<f32>();
    let confidence = (sum / letters.max(1) as f32).round() as u32;
    let mut lines: BTreeMap<_, Vec<Word>> = BTreeMap::new();
    words.into_iter().for_each(|word| lines.entry(word.line).or_default().push(word));
    // A page that was scanned a little turned: how much its lines fall to the right.
    let fall = |line: &Vec<Word>| {
        let (first, last) = (line.first()?, line.last()?);
        let along = last.x + last.width - first.x;
        (along > 0.25 * f32::from(image.width)).then(|| (last.baseline() - first.baseline()) / along)
    };
    let fall = median(lines.values().filter_map(fall).collect()).unwrap_or(0.0);
    let size_of = |line: &Vec<Word>| median(line.iter().map(Word::size).collect()).unwrap_or(1.0);
    let sizes = lines.values().flat_map(|line| vec![size_of(line); line.iter().map(Word::letters).sum()]);
    let usual = median(sizes.collect()).unwrap_or(1.0);
    let mut kept = Kept::default();
    let mut placed: Vec<Placed> = Vec::new();
    for line in lines.values() {
        let own = size_of(line);
        // What is nearly as large as the text is the text.
        let size = if (0.8..1.25).contains(&(own / usual)) { usual } else { own };
        let size = (size / image.scale).round().max(1.0);
        let upright = |word: &Word| word.baseline() - fall * (word.x + word.width / 2.0);
        let y = median(line.iter().map(upright).collect()).unwrap_or(0.0) / image.scale;
        let y = apart(&mut placed, line, y, size);
        for (at, word) in line.iter().enumerate() {
            let word = &mended(line, at, word);
            let wide = word.width / word.letters().max(1) as f32;
            for (at, c) in word.text.chars().filter(|_| wide > 0.0).enumerate() {
                let x = |at: usize| (word.x + wide * at as f32) / image.scale;
                let glyph = Glyph { c, x0: x(at), x1: x(at + 1), y, size, bold: false, blank: at == 0 };
                kept.glyphs.push(glyph);
            }
        }
    }
    Recognized { kept, confidence }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_of_the_table() {
        let word = Word::of("5\t1\t2\t1\t3\t4\t100\t200\t80\t30\t91.5\tfrån").unwrap();
        assert_eq!((word.line, word.text.as_str(), word.confidence), ((2, 1, 3), "från", 91.5));
        assert!(Word::of("5\t1\t2\t1\t3\t4\t100\t200\t80\t30\t12\t~").is_none());
        assert!(Word::of("4\t1\t2\t1\t3\t0\t100\t200\t80\t30\t-1\t").is_none());
        assert!(Word::of("level\tpage_num").is_none());
    }

    fn word(line: u32, x: f32, y: f32, text: &str) -> Word {
        Word {
            line: (1, 1, line),
            x,
            y,
            width: 100.0,
            height: 30.0,
            confidence: 90.0,
            text: text.to_string(),
        }
    }

    #[test]
    fn lines_that_lie_near_are_not_mixed() {
        let words = vec![
            word(1, 0.0, 100.0, "Datum"),
            word(2, 0.0, 106.0, "Torsdag"),
            word(3, 400.0, 103.0, "Plats"),
        ];
        let image = Image { width: 1000, height: 1000, dots: Vec::new(), scale: 1.0 };
        let glyphs = kept(words, &image).kept.glyphs;
        let (first, second, third) = (glyphs[0], glyphs[5], glyphs[12]);
        assert!(second.y - first.y > 0.3 * first.size, "{} {}", first.y, second.y);
        assert!((third.y - first.y).abs() < 0.3 * first.size, "{} {}", first.y, third.y);
    }

    #[test]
    fn lines_of_a_turned_page_are_level() {
        let words = vec![
            word(1, 0.0, 100.0, "Beslut"),
            word(1, 800.0, 108.0, "Beslut"),
            word(2, 0.0, 160.0, "Till"),
            word(2, 800.0, 168.0, "slut"),
        ];
        let image = Image { width: 1000, height: 1000, dots: Vec::new(), scale: 1.0 };
        let read = kept(words, &image);
        assert_eq!(read.confidence, 90);
        let ys = Vec::from_iter(read.kept.glyphs.iter().map(|glyph| glyph.y));
        assert!(ys[..12].iter().all(|y| (y - ys[0]).abs() < 1.0) && ys[12] > ys[0] + 50.0, "{ys:?}");
    }
}
