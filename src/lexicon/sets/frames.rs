//! What a site prints round the text of a page.

use super::sets;

sets! { FRAMES_FILE in "../data/frames.txt":
    /// Lines that are a button or a notice wherever they stand.
    set BUTTONS = "buttons";
    /// The same at the head of a page: what stands above them there is the site's.
    set TOPS = "tops";
    /// How a line begins that leads past the frame or reports what the site did.
    list NOTICES = "notices";
    /// What a picture at the head of a page shows, behind whose it is.
    list LOGOS = "logos";
    /// Words of a sentence that tells what a site needs of its reader.
    set BROWSERS = "browsers";
    /// How a line begins that tells of the page or of a picture.
    list REMARKS = "remarks";
    /// How a line ends that is a picture with its link.
    list LINKS = "links";
    /// Lines that are an entry of a menu where others stand beside them.
    set ENTRIES = "entries";
    /// Lines that are a tool of the page where others stand beside them.
    set TOOLS = "tools";
    /// What a page counts: the last word of *Post 1 av 12 träffar*.
    set COUNTED = "counted";
    /// How a line begins in the frame of a host that shows files of others.
    list HOSTS = "hosts";
    /// Below these lines such a host prints the text of the file.
    set TRANSCRIPTS = "transcripts";
}
