//! Rows of tables, and tables that only lay a page out.

/// A cell longer than this, in bytes, holds prose: the table lays out the page.
const LONG: usize = 400;

/// What a cell holds.
#[derive(Debug)]
pub(super) enum Held {
    Line(String),
    /// A row of a table inside the cell.
    Row(String),
}

/// The cells of a row while it is read.
#[derive(Debug, Default)]
pub(super) struct Cells(Vec<Vec<Held>>);

impl Cells {
    pub fn open(&mut self) {
        self.0.push(Vec::new());
    }

    /// How many cells have begun.
    #[cfg_attr(not(feature = "html"), allow(dead_code, reason = "the web's cells reach down"))]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn add(&mut self, held: Held) {
        if self.0.is_empty() {
            self.open();
        }
        if let Some(cell) = self.0.last_mut() {
            cell.push(held);
        }
    }

    /// The row as one line, its cells parted by tabs.
    ///
    /// # Errors
    /// What its cells hold, where it is more than a table's.
    pub fn finish(self) -> Result<String, Vec<Held>> {
        let filled = self.0.iter().filter(|cell| !cell.is_empty()).count();
        let is_short = |held: &Held| matches!(held, Held::Line(line) if line.len() <= LONG);
        if filled < 2 || !self.0.iter().flatten().all(is_short) {
            return Err(self.held());
        }
        let cell =
            |cell: &Vec<Held>| Vec::from_iter(cell.iter().map(Held::text)).join(" ").replace('\n', " ");
        Ok(Vec::from_iter(self.0.iter().map(cell)).join("\t"))
    }

    /// What all cells hold, in order.
    pub fn held(self) -> Vec<Held> {
        self.0.into_iter().flatten().collect()
    }
}

impl Held {
    fn text(&self) -> &str {
        match self {
            Held::Line(text) | Held::Row(text) => text,
        }
    }
}
