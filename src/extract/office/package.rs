//! The parts of an office document: a zip of XML files that point to each other.

use super::broken;
use super::xml::{self, Piece, attribute};
use crate::document::Error;
use crate::extract::limits::ExtractLimits;
use std::cell::{Cell, OnceCell};
use std::collections::HashMap;
use std::io::{self, BufReader, Cursor, Read};
use zip::ZipArchive;

/// The parts of a document, with a count of what was unpacked.
pub(super) struct Package<'b, 'l> {
    zip: ZipArchive<Cursor<&'b [u8]>>,
    pub limits: &'l ExtractLimits,
    left: Cell<u64>,
    /// The places of all parts by their names in small letters, with slashes; made when a name is not found as it is.
    places: OnceCell<HashMap<String, usize>>,
}

impl<'b, 'l> Package<'b, 'l> {
    pub fn open(bytes: &'b [u8], limits: &'l ExtractLimits) -> Result<Package<'b, 'l>, Error> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
        Ok(Package { zip, limits, left: Cell::new(limits.unpacked), places: OnceCell::new() })
    }

    /// The part's place in the zip: its names are told apart neither by case nor, as some programs write them, by which
    /// slash parts them.
    fn place(&self, part: &str) -> Option<usize> {
        self.zip.index_for_name(part).or_else(|| {
            let places = self.places.get_or_init(|| {
                let names = self.zip.file_names().enumerate();
                names.filter_map(|(place, name)| Some((plain_name(&name.ok()?), place))).collect()
            });
            places.get(&plain_name(part)).copied()
        })
    }

    /// The bytes of a part; `None` if there is no such part.
    pub fn bytes(&mut self, part: &str) -> Result<Option<Vec<u8>>, Error> {
        let Some(place) = self.place(part) else { return Ok(None) };
        let file = self.zip.by_index(place).map_err(|error| broken(&error))?;
        let mut bytes = Vec::new();
        match (Bounded { inner: file, left: &self.left }).read_to_end(&mut bytes) {
            Ok(_) => Ok(Some(bytes)),
            Err(error) => Err(xml::failed(part, &error.to_string(), self.limits)),
        }
    }

    /// How much more may be unpacked.
    pub fn left(&self) -> u64 {
        self.left.get()
    }

    /// What the part points to. The package itself (`""`) points to its main part.
    pub fn relations(&mut self, part: &str) -> Result<Vec<Relation>, Error> {
        let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
        let slash = if folder.is_empty() { "" } else { "/" };
        let mut all = Vec::new();
        self.walk(&format!("{folder}{slash}_rels/{name}.rels"), |piece| {
            if let Piece::Open("Relationship", tag) = piece {
                let target = attribute(tag, "Target").unwrap_or_default();
                let outside = attribute(tag, "TargetMode").as_deref() == Some("External");
                let kind = attribute(tag, "Type").unwrap_or_default();
                let id = attribute(tag, "Id").unwrap_or_default();
                if !outside {
                    let kind = kind.rsplit('/').next().unwrap_or_default().to_string();
                    all.push(Relation { id, kind, part: resolve(folder, &target) });
                }
            }
            Ok(())
        })?;
        Ok(all)
    }

    /// The first part whose content type ends in one of `types`.
    pub fn part_of_type(&mut self, types: &[&str]) -> Result<Option<String>, Error> {
        let mut found = None;
        self.walk("[Content_Types].xml", |piece| {
            if let Piece::Open("Override", tag) = piece
                && found.is_none()
                && attribute(tag, "ContentType")
                    .is_some_and(|kind| types.iter().any(|end| kind.ends_with(end)))
            {
                found = attribute(tag, "PartName").map(|part| resolve("", &part));
            }
            Ok(())
        })?;
        Ok(found)
    }

    /// Hands each piece of a part's XML to `take`. Says whether there is such a part.
    pub fn walk(&mut self, part: &str, take: impl FnMut(Piece) -> Result<(), Error>) -> Result<bool, Error> {
        let Some(place) = self.place(part) else { return Ok(false) };
        let file = self.zip.by_index(place).map_err(|error| broken(&error))?;
        let reader = BufReader::new(Bounded { inner: file, left: &self.left });
        xml::walk(reader, part, self.limits, take)?;
        Ok(true)
    }
}

/// A part's name as others may write it.
pub(super) fn plain_name(name: &str) -> String {
    name.replace('\\', "/").to_ascii_lowercase()
}

/// Unpacks no more than it may.
struct Bounded<'c, R> {
    inner: R,
    left: &'c Cell<u64>,
}

/// What [`Bounded`] says at its end; known again by [`xml::walk`].
pub(super) const BOMB: &str = "unpacks to more than the limit";

impl<R: Read> Read for Bounded<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(buffer)?;
        let left = self.left.get().checked_sub(count as u64).ok_or_else(|| io::Error::other(BOMB))?;
        self.left.set(left);
        Ok(count)
    }
}

/// One part's pointer to another.
#[derive(Clone, Debug)]
pub(super) struct Relation {
    pub id: String,
    /// The last word of its type: `officeDocument`, `header`, `aFChunk`.
    pub kind: String,
    /// The name of the part that it points to.
    pub part: String,
}

/// The name of a part that another part, in `folder`, calls `target`.
fn resolve(folder: &str, target: &str) -> String {
    if let Some(whole) = target.strip_prefix('/') {
        return whole.to_string();
    }
    let mut names: Vec<&str> = folder.split('/').filter(|name| !name.is_empty()).collect();
    for name in target.split('/') {
        match name {
            "." | "" => {}
            ".." => {
                names.pop();
            }
            name => names.push(name),
        }
    }
    names.join("/")
}

#[cfg(test)]
mod tests {
    use super::resolve;

    #[test]
    fn names_of_parts() {
        assert_eq!(resolve("word", "header1.xml"), "word/header1.xml");
        assert_eq!(resolve("word", "/word/header1.xml"), "word/header1.xml");
        assert_eq!(resolve("word", "../customXml/item1.xml"), "customXml/item1.xml");
        assert_eq!(resolve("", "word/document2.xml"), "word/document2.xml");
    }
}
