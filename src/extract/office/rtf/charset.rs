//! The encodings that RTF names by numbers of its own.

use crate::text::letters::OneByte;
use encoding_rs::{BIG5, EUC_KR, Encoding, GBK, MACINTOSH, SHIFT_JIS, UTF_8, WINDOWS_874, WINDOWS_1252};

/// How bytes are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Charset {
    Web(&'static Encoding),
    /// Code page 850, which the web does not know.
    Dos,
}

impl Charset {
    pub const WINDOWS: Charset = Charset::Web(WINDOWS_1252);
    pub const MAC: Charset = Charset::Web(MACINTOSH);

    /// By the number of a code page (`\ansicpg`).
    pub fn of_page(page: i32) -> Charset {
        match page {
            437 | 850 | 858 => Charset::Dos,
            932 => Charset::Web(SHIFT_JIS),
            936 => Charset::Web(GBK),
            949 => Charset::Web(EUC_KR),
            950 => Charset::Web(BIG5),
            874 => Charset::Web(WINDOWS_874),
            10000 => Charset::MAC,
            65001 => Charset::Web(UTF_8),
            page => {
                let label = format!("windows-{page}");
                Encoding::for_label(label.as_bytes()).map_or(Charset::WINDOWS, Charset::Web)
            }
        }
    }

    /// By the number of a font's character set (`\fcharset`); `None` for the document's own.
    pub fn of_font(number: i32) -> Option<Charset> {
        Some(match number {
            0 => Charset::WINDOWS,
            77 => Charset::MAC,
            128 => Charset::of_page(932),
            129 => Charset::of_page(949),
            134 => Charset::of_page(936),
            136 => Charset::of_page(950),
            161 => Charset::of_page(1253),
            162 => Charset::of_page(1254),
            163 => Charset::of_page(1258),
            177 => Charset::of_page(1255),
            178 => Charset::of_page(1256),
            186 => Charset::of_page(1257),
            204 => Charset::of_page(1251),
            222 => Charset::of_page(874),
            238 => Charset::of_page(1250),
            255 => Charset::Dos,
            _ => return None,
        })
    }

    pub fn decode(self, bytes: &[u8]) -> String {
        match self {
            Charset::Web(encoding) => encoding.decode_without_bom_handling(bytes).0.into_owned(),
            Charset::Dos => OneByte::dos().decode(bytes),
        }
    }
}
