//! Trials of declarations: all operations of the facts, damaged ones, wrong ones, and under every lint.

mod compiler;
mod facts;
mod fuzz;
mod lints;
mod mistakes;

use std::io;
use std::path::PathBuf;

/// The trial to make.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    trial: Trial,
}

#[derive(clap::Subcommand)]
enum Trial {
    /// Declares every operation of tests/facts, encodes it, reads it as a server does, and compares
    Facts(facts::Arguments),
    /// Damages declarations and expands them; compiles a sample
    Fuzz(fuzz::Arguments),
    /// Compiles declarations under every lint of rustc and clippy
    Lints,
    /// Compiles wrong declarations, and checks that each gets one error on the right token
    Mistakes(mistakes::Arguments),
}

/// Runs the trial, and fails if a declaration behaves wrongly.
pub(crate) fn run(arguments: &Arguments) -> io::Result<()> {
    match &arguments.trial {
        Trial::Facts(arguments) => facts::run(arguments),
        Trial::Fuzz(arguments) => fuzz::run(arguments),
        Trial::Lints => lints::run(),
        Trial::Mistakes(arguments) => mistakes::run(arguments),
    }
}

/// The folder for generated files and builds.
fn folder() -> io::Result<PathBuf> {
    Ok(crate::top()?.join("target/declarations"))
}
