//! The command line: `klubba analyze`, `klubba show`.

use std::ffi::OsString;
use std::io::Write;
use std::process::ExitCode;

/// Runs the command with these arguments, the first being the program's name.
pub fn main(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for path in args.into_iter().skip(2) {
        let Ok(bytes) = std::fs::read(&path) else { continue };
        let Ok(decoded) = crate::decode(bytes) else { continue };
        let doc = crate::analyze(&decoded.text);
        let name = path.to_string_lossy();
        let origin = crate::output::json::Origin { source: Some(&name), encoding: Some(decoded.encoding) };
        let _ = crate::output::json::write(&mut out, &doc, &decoded.text, origin);
        let _ = out.write_all(b"\n");
    }
    ExitCode::SUCCESS
}
