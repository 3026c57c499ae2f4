//! Commands for people who work on this repository.

mod compile_time;
mod declarations;
mod english;
mod instructions;
mod rooms;

use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command as Process, ExitCode};

use clap::Parser;

/// Commands of this repository.
#[derive(Parser)]
#[command(bin_name = "cargo xtask")]
enum Command {
    /// Prints the rooms of each crate with their sizes, their imports and the circles among them
    ///
    /// A room is a folder of modules, or a module that has no folder.
    Rooms(rooms::Arguments),
    /// Tries declarations: all operations of the facts, damaged and wrong ones, every lint
    Declarations(declarations::Arguments),
    /// Finds faults of the English that a program can find: comments that begin with a clause, and unclear phrases
    English(english::Arguments),
    /// Measures the cost of compiling declared endpoints, compared with code by hand; takes a quarter of an hour
    CompileTime(compile_time::Arguments),
    /// Counts the instructions of each step of a call; needs valgrind
    Instructions(instructions::Arguments),
    /// Makes 200 000 calls, with a fault in every third exchange, and compares the books; takes minutes
    ///
    /// Its arguments are --calls, --concurrency and --seed.
    Soak(Passed),
    /// Measures the sandbox under load, with its books in a file: a million orders, half an hour at most
    ///
    /// The targets, on 2 cores without other work, are 1000 orders a second and memory that does not grow. Its arguments are
    /// --orders and --concurrency.
    Load(Passed),
}

/// Arguments of a measuring program.
#[derive(clap::Args)]
struct Passed {
    /// Arguments that are passed to the program
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    arguments: Vec<OsString>,
}

impl Passed {
    /// Runs a program of `bench`. If an option is given twice, the last one counts.
    fn to(&self, program: &str, usual: &[&str]) -> io::Result<()> {
        let run = ["run", "--release", "--locked", "-p", "wxpay-bench", "--bin", program, "--"];
        succeeds(Process::new("cargo").args(run).args(usual).args(&self.arguments).current_dir(top()?))
    }
}

fn main() -> ExitCode {
    let result = match Command::parse() {
        Command::Rooms(arguments) => rooms::run(&arguments),
        Command::Declarations(arguments) => declarations::run(&arguments),
        Command::English(arguments) => english::run(arguments),
        Command::CompileTime(arguments) => compile_time::run(&arguments),
        Command::Instructions(arguments) => instructions::run(&arguments),
        Command::Soak(passed) => passed.to("soak", &["--calls", "200000", "--concurrency", "64"]),
        Command::Load(passed) => passed.to("load", &["--orders", "1000000"]),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

/// The repository's folder.
fn top() -> io::Result<PathBuf> {
    let top = Path::new(env!("CARGO_MANIFEST_DIR")).parent();
    top.map(Path::to_owned).ok_or_else(|| io::Error::other("no folder above xtask"))
}

/// Runs a command that has to succeed.
fn succeeds(command: &mut Process) -> io::Result<()> {
    let status = command.status()?;
    if status.success() { Ok(()) } else { Err(io::Error::other(format!("{command:?}: {status}"))) }
}

/// Runs a command that has to succeed, and returns its output.
fn printed(command: &mut Process) -> io::Result<String> {
    let output = command.output()?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    Err(io::Error::other(format!("{command:?}: {}", String::from_utf8_lossy(&output.stderr))))
}
