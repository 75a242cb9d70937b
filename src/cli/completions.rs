//! `klubba completions`: what a shell needs to complete words.

use super::output::{quiet, unwritable};
use crate::document::Error;
use clap::CommandFactory;
use clap_complete::Shell;
use std::io::Write;
use std::path::Path;

/// Print completions for a shell
///
/// For bash: klubba completions bash > ~/.local/share/bash-completion/completions/klubba
#[derive(Debug, clap::Args)]
pub(super) struct Completions {
    /// The shell
    shell: Shell,
}

impl Completions {
    pub fn run(&self) -> Result<u8, Error> {
        // Into memory first: the generator panics where it cannot write.
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut super::Cli::command(), "klubba", &mut script);
        let mut out = std::io::stdout().lock();
        let written = out.write_all(&script).and_then(|()| out.flush());
        quiet(written.map_err(|error| unwritable(Path::new("-"), &error)))?;
        Ok(0)
    }
}
