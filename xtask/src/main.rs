//! Commands of this repository, for whoever works on it.

mod rooms;

use std::process::ExitCode;

use clap::Parser;

/// Commands of this repository.
#[derive(Parser)]
#[command(bin_name = "cargo xtask")]
enum Command {
    /// Prints each crate's rooms with their size and their imports, and the circles among them
    ///
    /// A room is a folder of modules, or a module that has no folder.
    Rooms(rooms::Arguments),
}

fn main() -> ExitCode {
    let result = match Command::parse() {
        Command::Rooms(arguments) => rooms::run(&arguments),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}
