//! Commands of this repository, for whoever works on it.

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
    /// Prints each crate's rooms with their size and their imports, and the circles among them
    ///
    /// A room is a folder of modules, or a module that has no folder.
    Rooms(rooms::Arguments),
    /// Tries what declarations do: all operations of the facts, damaged and wrong ones, every lint
    Declarations(declarations::Arguments),
    /// Finds what can be counted of unclear English: comments that begin with a clause, phrases that are read twice
    English(english::Arguments),
    /// Measures what declared endpoints cost to compile, over the same by hand; takes a quarter of an hour
    CompileTime(compile_time::Arguments),
    /// Counts the instructions of each step of a call; needs valgrind
    Instructions(instructions::Arguments),
    /// Makes 200 000 calls, something wrong in every third exchange, and compares the books; takes minutes
    ///
    /// Its arguments are --calls, --concurrency and --seed.
    Soak(Passed),
    /// Measures how much the sandbox bears with its books in a file: a million orders, half an hour at most
    ///
    /// To be reached on 2 cores that nobody else uses: 1000 orders a second, and memory that does not grow.
    /// Its arguments are --orders and --concurrency.
    Load(Passed),
}

/// Arguments of a measuring program.
#[derive(clap::Args)]
struct Passed {
    /// Arguments that the program is given
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    arguments: Vec<OsString>,
}

impl Passed {
    /// Runs a program of `bench`; of two options of a name the last counts.
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

/// The folder of the repository.
fn top() -> io::Result<PathBuf> {
    let top = Path::new(env!("CARGO_MANIFEST_DIR")).parent();
    top.map(Path::to_owned).ok_or_else(|| io::Error::other("no folder above xtask"))
}

/// Runs a command, which has to succeed.
fn succeeds(command: &mut Process) -> io::Result<()> {
    let status = command.status()?;
    if status.success() { Ok(()) } else { Err(io::Error::other(format!("{command:?}: {status}"))) }
}

/// The text that a command prints, which has to succeed.
fn printed(command: &mut Process) -> io::Result<String> {
    let output = command.output()?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    Err(io::Error::other(format!("{command:?}: {}", String::from_utf8_lossy(&output.stderr))))
}
