//! The command `klubba`; all it does lies in `klubba::cli`.

fn main() -> std::process::ExitCode {
    klubba::cli::main(std::env::args_os())
}
