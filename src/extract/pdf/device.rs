//! A page drawn, of which letters, rules and images are kept.

use super::attached::string;
use super::fonts::Fonts;
use super::glyph::{self, Glyph, Letters};
use crate::extract::limits::ExtractLimits;
use hayro_interpret::font::{Glyph as Drawn, GlyphRun, PositionedGlyph};
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::hayro_syntax::object::{Dict, String as Text};
use hayro_interpret::kurbo::{Affine, BezPath, PathEl, Point, Rect, Shape, Vec2};
use hayro_interpret::{BlendMode, ClipPath, Device, DrawMode, DrawProps, Image, ImageDrawProps, SoftMask};
use std::panic::resume_unwind;

/// A fraction of a run of letters without names that must look like words for all of them to be told by place.
const WORDS: f32 = 0.7;

/// A path of more elements is a drawing.
const CELLS: usize = 2000;

/// A picture of a word is at least so wide and high, in points.
const WIDE: f64 = 24.0;
const HIGH: f64 = 6.0;

/// Past so many signs that nothing names a letter is looked for.
const WORD: usize = 6;

/// Text whose baseline rises more than this runs aslant: a page that was scanned a little turned does not.
const SLANT: f64 = 0.25;

/// The time is up: how drawing, which cannot fail, is ended.
#[derive(Debug)]
pub(super) struct Stop;

/// A line drawn across the page, as tables have.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rule {
    pub x0: f32,
    pub x1: f32,
    pub y: f32,
}

/// A line drawn down the page.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bar {
    pub x: f32,
    pub y0: f32,
    pub y1: f32,
}

/// What is kept of a page.
#[derive(Debug, Default)]
pub(super) struct Kept {
    pub glyphs: Vec<Glyph>,
    /// Lines of text that run upwards or downwards, each as a line.
    pub upright: Vec<Vec<Glyph>>,
    pub rules: Vec<Rule>,
    /// The lines of tables alone, without the edges of what is filled: also short ones, over narrow cells.
    pub edges: Vec<Rule>,
    pub bars: Vec<Bar>,
    /// How many images cover much of the page, and how many are as large as a word.
    pub images: usize,
    pub pictures: usize,
    /// How many dots the largest of them has.
    pub dots: u64,
    pub unknown: usize,
    pub repaired: usize,
    /// Letters that only the tables of their font tell.
    pub by_font: usize,
    pub invisible: usize,
    pub outside: usize,
    /// Signs whose codes mean nothing outside of their font, and that stand in no word.
    pub signs: usize,
    /// Text that runs aslant over the page: a watermark.
    pub slanted: String,
}

/// A piece of the page whose text the file says itself (`/ActualText`), whatever is drawn.
struct Said {
    text: Option<String>,
    /// How many letters each way had when it began.
    from: [usize; 4],
}

/// Which way the letters of a run go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Right,
    Down,
    Left,
    Up,
}

pub(super) struct Reader<'f> {
    kept: Kept,
    fonts: &'f mut Fonts,
    turned: [Vec<Glyph>; 4],
    frame: Rect,
    limits: ExtractLimits,
    calls: u32,
    /// A blank came last.
    blank: bool,
    /// Letters whose font says nothing of them: which they are in `turned`, and their places in the font.
    unnamed: Vec<(usize, usize, u32)>,
    /// Signs whose codes mean nothing outside of their font: which they are in `turned`.
    signs: Vec<(usize, usize)>,
    /// The marked pieces that are open.
    said: Vec<Said>,
}

impl<'f> Reader<'f> {
    pub fn new(frame: Rect, limits: &ExtractLimits, fonts: &'f mut Fonts) -> Reader<'f> {
        let turned = [const { Vec::new() }; 4];
        Reader {
            kept: Kept::default(),
            fonts,
            turned,
            frame,
            limits: *limits,
            calls: 0,
            blank: false,
            unnamed: Vec::new(),
            signs: Vec::new(),
            said: Vec::new(),
        }
    }

    /// Ends the drawing where the time is up.
    fn tick(&mut self) {
        self.calls = self.calls.wrapping_add(1);
        if self.calls.is_multiple_of(1024) && self.limits.check_time().is_err() {
            resume_unwind(Box::new(Stop));
        }
    }

    fn glyph(&mut self, drawn: &PositionedGlyph<'_>, transform: Affine, bold: bool, seen: bool) {
        let place = transform * drawn.transform();
        let origin = place * Point::ZERO;
        let linear = |v: Vec2| place * v.to_point() - origin;
        let advance = match &**drawn {
            Drawn::Outline(outline) => outline.advance_width(),
            Drawn::Type3(own) => own.advance_width(),
        };
        let along = linear(Vec2::new(f64::from(advance.unwrap_or(500.0)), 0.0));
        let size = linear(Vec2::new(0.0, 1000.0)).hypot() as f32;
        // A letter is as wide as it is, also where its width is said to be nothing.
        let width = along.hypot().max(0.0) as f32;
        if !(size.is_finite() && width.is_finite() && origin.is_finite()) || size <= 0.5 {
            return;
        }
        let mut letters = drawn.as_unicode().map(|unicode| glyph::characters(&unicode));
        let are = |letters: &Option<Letters>, is: fn(char) -> bool| {
            letters.as_ref().is_some_and(|letters| letters.as_slice().iter().all(|&c| is(c)))
        };
        if (letters.is_none() || are(&letters, |c| c == '\0' || c == '\u{fffd}'))
            && let Some(c) = self.fonts.letter(drawn)
        {
            self.kept.by_font += usize::from(!c.is_whitespace());
            letters = Some(glyph::characters(&BfString::Char(c)));
        }
        // What the file says itself needs the place of what is drawn, whatever the font makes of it.
        let unread = letters.is_none() || are(&letters, char::is_control);
        if unread && self.said.iter().any(|said| said.text.is_some()) {
            letters = Some(glyph::characters(&BfString::Char(char::REPLACEMENT_CHARACTER)));
        }
        let is_sign = letters.as_ref().is_some_and(|letters| letters.as_slice().is_empty());
        if is_sign && Fonts::has_pictures(drawn) {
            self.kept.signs += 1;
            return;
        }
        if is_sign {
            letters = Some(glyph::characters(&BfString::Char(char::REPLACEMENT_CHARACTER)));
        }
        if are(&letters, |c| c.is_whitespace() || c.is_control()) {
            self.blank = true;
            return;
        }
        if !self.frame.inflate(2.0, 2.0).contains(origin) {
            self.kept.outside += 1;
            return;
        }
        let right = linear(Vec2::new(1000.0, 0.0));
        let (less, more) = (right.x.abs().min(right.y.abs()), right.x.abs().max(right.y.abs()));
        if less > SLANT * more {
            if self.kept.slanted.len() < 64 {
                let blank = std::mem::take(&mut self.blank) && !self.kept.slanted.is_empty();
                self.kept.slanted.extend(blank.then_some(' '));
                self.kept.slanted.extend(letters.iter().flat_map(|letters| letters.as_slice()));
            }
            return;
        }
        let way = way(right);
        let (x, y) = turn(way, origin);
        let turned = &mut self.turned[way as usize];
        self.kept.invisible += usize::from(!seen);
        if is_sign {
            // A letter of a word, or a picture: its neighbours tell at the end.
            self.signs.push((way as usize, turned.len()));
        }
        let letters = letters.unwrap_or_else(|| {
            self.unnamed.push((way as usize, turned.len(), drawn.char_code()));
            glyph::characters(&BfString::Char(char::REPLACEMENT_CHARACTER))
        });
        let count = letters.as_slice().len() as f32;
        for (i, &c) in letters.as_slice().iter().enumerate() {
            let at = |i: f32| x + width * i / count;
            let blank = std::mem::take(&mut self.blank);
            let new = Glyph { c, x0: at(i as f32), x1: at(i as f32 + 1.0), y, size, bold, blank };
            // An accent before or after its letter, in one place with it.
            if let Some(last) = turned.last_mut() {
                let onto = |accent: Glyph, letter: Glyph| {
                    let c = glyph::accented(letter.c, accent.c).filter(|_| accent.is_over(letter))?;
                    Some(Glyph { c, blank: last.blank, ..letter })
                };
                let joined = onto(new, *last).or_else(|| onto(*last, new));
                if let Some(joined) = joined {
                    *last = joined;
                    continue;
                }
            }
            turned.push(new);
        }
    }

    /// Puts what the file says in the place of what was drawn since `said` began.
    fn say(&mut self, said: Said) {
        let Some(text) = said.text else { return };
        let Some(way) = (0..4).find(|&way| self.turned[way].len() > said.from[way]) else { return };
        let from = said.from[way];
        let drawn = &self.turned[way][from..];
        let (Some(first), Some(last)) = (drawn.first().copied(), drawn.last()) else { return };
        let letters = text.chars().filter(|c| !c.is_control());
        let count = letters.clone().count() as f32;
        // No two letters stand so close that they are taken for one drawn twice.
        let width = ((last.x1 - first.x0) / count.max(1.0)).max(0.2 * first.size);
        self.unnamed.retain(|&(of, at, _)| of != way || at < from);
        self.signs.retain(|&(of, at)| of != way || at < from);
        self.turned[way].truncate(from);
        let mut blank = first.blank;
        for (i, c) in letters.enumerate() {
            if c.is_whitespace() {
                blank = true;
                continue;
            }
            let x0 = first.x0 + width * i as f32;
            self.turned[way].push(Glyph { c, x0, x1: x0 + width, blank, ..first });
            blank = false;
        }
    }

    /// What was kept, with most of the page's letters going to the right.
    pub fn finish(mut self) -> Kept {
        self.name();
        let most = (0..4).max_by_key(|&way| (self.turned[way].len(), 4 - way)).unwrap_or(0);
        self.kept.glyphs = std::mem::take(&mut self.turned[most]);
        let rest = self.turned.into_iter().filter(|glyphs| !glyphs.is_empty());
        self.kept.upright = rest.collect();
        if most != 0 {
            self.kept.rules.clear();
            self.kept.edges.clear();
            self.kept.bars.clear();
        }
        self.kept
    }

    /// Letters without names are told by their places in the font, if that makes words.
    fn name(&mut self) {
        let told =
            Vec::from_iter(self.unnamed.iter().map(|&(way, at, place)| (way, at, glyph::by_place(place))));
        let letters = told.iter().filter(|(_, _, c)| c.is_some_and(char::is_alphabetic)).count();
        let vowels = told.iter().filter(|(_, _, c)| c.is_some_and(|c| "aeiouyåäöAEIOUYÅÄÖ".contains(c)));
        let share = vowels.count() as f32 / letters.max(1) as f32;
        let reads = letters as f32 >= WORDS * told.len() as f32 && (0.25..0.6).contains(&share);
        for (way, at, c) in told {
            match c.filter(|_| reads) {
                Some(c) => {
                    // A blank among them stays a gap.
                    self.turned[way][at].c = c;
                    self.kept.repaired += 1;
                }
                None => self.kept.unknown += 1,
            }
        }
        self.tell_signs();
        for glyphs in &mut self.turned {
            glyphs.retain(|glyph| !glyph.c.is_whitespace());
        }
    }

    /// A sign inside a word is a letter that nothing names; others are pictures, and left out.
    fn tell_signs(&mut self) {
        // Beside it in the order of drawing, past other such signs, and close by.
        let beside = |glyphs: &[Glyph], at: usize, back: bool| {
            let near = |left: Glyph, right: Glyph| {
                (left.y - right.y).abs() < 0.3 * right.size
                    && !right.blank
                    && (right.x0 - left.x1).abs() < 0.12 * right.size
            };
            let (mut at, mut past) = (at, 0);
            while past < WORD {
                let next = if back { at.checked_sub(1)? } else { at + 1 };
                let (one, other) = (*glyphs.get(at)?, *glyphs.get(next)?);
                let close = if back { near(other, one) } else { near(one, other) };
                if !close || other.c != char::REPLACEMENT_CHARACTER {
                    return (close && other.c.is_alphabetic()).then_some(());
                }
                (at, past) = (next, past + 1);
            }
            None
        };
        let mut pictures = Vec::new();
        for &(way, at) in &self.signs {
            let glyphs = &self.turned[way];
            match beside(glyphs, at, true).or_else(|| beside(glyphs, at, false)) {
                Some(()) => self.kept.unknown += 1,
                None => pictures.push((way, at)),
            }
        }
        self.kept.signs += pictures.len();
        for (way, at) in pictures {
            self.turned[way][at].c = ' ';
        }
    }

    fn rule(&mut self, rect: Rect, filled: bool) {
        if rect.width() < 2.5 && rect.height() > 8.0 {
            self.bar(rect.x0, rect);
        } else if rect.height() < 2.5 && rect.width() > 8.0 {
            self.edge(rect.y0, rect);
        } else if !filled && rect.height() > 8.0 && rect.width() > 8.0 {
            [rect.x0, rect.x1].into_iter().for_each(|x| self.bar(x, rect));
            [rect.y0, rect.y1].into_iter().for_each(|y| self.edge(y, rect));
        }
        // A line, or a thin box, that is longer than a word.
        if rect.height() < 2.5 && rect.width() > 24.0 {
            let rule = Rule { x0: rect.x0 as f32, x1: rect.x1 as f32, y: rect.y0 as f32 };
            self.kept.rules.push(rule);
        } else if rect.height() > 8.0 && rect.width() > 24.0 {
            // A frame around a cell.
            for y in [rect.y0, rect.y1] {
                self.kept.rules.push(Rule { x0: rect.x0 as f32, x1: rect.x1 as f32, y: y as f32 });
            }
        }
    }

    fn edge(&mut self, y: f64, rect: Rect) {
        self.kept.edges.push(Rule { x0: rect.x0 as f32, x1: rect.x1 as f32, y: y as f32 });
    }

    fn bar(&mut self, x: f64, rect: Rect) {
        self.kept.bars.push(Bar { x: x as f32, y0: rect.y0 as f32, y1: rect.y1 as f32 });
    }
}

fn way(along: Vec2) -> Way {
    match (along.x.abs() >= along.y.abs(), along.x >= 0.0, along.y >= 0.0) {
        (true, true, _) => Way::Right,
        (true, false, _) => Way::Left,
        (false, _, true) => Way::Down,
        (false, _, false) => Way::Up,
    }
}

/// Where a letter stands if the page is turned so that its run goes to the right.
fn turn(way: Way, at: Point) -> (f32, f32) {
    let (x, y) = (at.x as f32, at.y as f32);
    match way {
        Way::Right => (x, y),
        Way::Down => (y, -x),
        Way::Left => (-x, -y),
        Way::Up => (-y, x),
    }
}

impl Device<'_> for Reader<'_> {
    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'_>, mode: &DrawMode) {
        self.tick();
        let elements = path.elements();
        let filled = matches!(mode, DrawMode::Fill(_));
        if elements.len() <= 6 {
            self.rule(props.transform.transform_rect_bbox(path.bounding_box()), filled);
        } else if elements.len() <= CELLS {
            // Several lines or boxes drawn in one go.
            let begins = |element: &PathEl| matches!(element, PathEl::MoveTo(_));
            let mut from = 0;
            while from < elements.len() {
                let len = 1 + elements[from + 1..].iter().take_while(|element| !begins(element)).count();
                let part = &elements[from..from + len];
                let curved = |element: &PathEl| matches!(element, PathEl::QuadTo(..) | PathEl::CurveTo(..));
                if (2..=6).contains(&len) && !part.iter().any(curved) {
                    let part = BezPath::from_vec(part.to_vec());
                    self.rule(props.transform.transform_rect_bbox(part.bounding_box()), filled);
                }
                from += len;
            }
        }
    }

    fn push_clip_path(&mut self, _: &ClipPath) {
        self.tick();
    }

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'_>>, _: BlendMode) {}

    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, '_>, props: DrawProps<'_>, mode: &DrawMode) {
        self.tick();
        let bold = run.glyphs().first().is_some_and(|first| is_bold(first));
        let seen = !matches!(mode, DrawMode::Invisible);
        for glyph in run.glyphs() {
            self.glyph(glyph, props.transform, bold, seen);
        }
    }

    fn draw_image(&mut self, image: Image<'_, '_>, props: ImageDrawProps<'_>) {
        self.tick();
        let rect = props.transform.transform_rect_bbox(Rect::new(
            0.0,
            0.0,
            f64::from(image.width()),
            f64::from(image.height()),
        ));
        // A logotype is no scan, but it may be all that a page has.
        let seen = rect.intersect(self.frame);
        self.kept.pictures += usize::from(seen.width() > WIDE && seen.height() > HIGH);
        self.kept.images += usize::from(seen.area() > 0.4 * self.frame.area());
        let dots = u64::from(image.width()) * u64::from(image.height());
        self.kept.dots = self.kept.dots.max(dots);
    }

    fn begin_marked_content(&mut self, _: &[u8], properties: Option<&Dict<'_>>) {
        self.tick();
        // Dots drawn for a tab, a hyphen that a line's end brings: what is drawn says more.
        let readable = |text: &String| !text.contains('\u{fffd}') && text.contains(char::is_alphanumeric);
        let text = properties.and_then(|properties| properties.get::<Text>("ActualText"));
        let from = [0, 1, 2, 3].map(|way| self.turned[way].len());
        self.said.push(Said { text: text.map(|text| string(text.as_bytes())).filter(readable), from });
    }

    fn end_marked_content(&mut self) {
        if let Some(said) = self.said.pop() {
            self.say(said);
        }
    }

    fn pop_clip(&mut self) {}

    fn pop_transparency_group(&mut self) {}
}

fn is_bold(glyph: &Drawn) -> bool {
    let Drawn::Outline(outline) = glyph else { return false };
    outline.font_data().is_some_and(|font| {
        font.weight.is_some_and(|weight| weight >= 600)
            || font.postscript_name.is_some_and(|name| {
                let name = name.to_ascii_lowercase();
                ["bold", "black", "heavy", "semibold", "demi", "cmbx", "fet"]
                    .iter()
                    .any(|word| name.contains(word))
            })
    })
}
