//! Rows of tables, and tables that only lay a page out.

/// A cell longer than this, in bytes, holds prose: the table lays out the page.
const LONG: usize = 400;

/// The cells of a row while it is read; each is a list of lines.
#[derive(Debug, Default)]
pub(super) struct Cells(Vec<Vec<String>>);

impl Cells {
    pub fn open(&mut self) {
        self.0.push(Vec::new());
    }

    pub fn add(&mut self, line: String) {
        if self.0.is_empty() {
            self.open();
        }
        if let Some(cell) = self.0.last_mut() {
            cell.push(line);
        }
    }

    /// The row as one line, its cells parted by tabs.
    ///
    /// # Errors
    /// The lines of its cells, where they are more than a table's.
    pub fn finish(self) -> Result<String, Vec<String>> {
        let filled = self.0.iter().filter(|cell| !cell.is_empty()).count();
        if filled < 2 || self.0.iter().flatten().any(|line| line.len() > LONG) {
            return Err(self.lines());
        }
        Ok(Vec::from_iter(self.0.iter().map(|cell| cell.join(" ").replace('\n', " "))).join("\t"))
    }

    /// The lines of all cells.
    pub fn lines(self) -> Vec<String> {
        self.0.into_iter().flatten().collect()
    }
}
