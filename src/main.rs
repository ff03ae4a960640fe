//! The command line: arguments in, exit code out.

fn main() -> std::process::ExitCode {
    guidepost::command::run(std::env::args_os())
}
