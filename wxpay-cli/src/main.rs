//! WeChat Pay APIv3 on the command line: a file or a folder for each subcommand.

mod bill;
mod call;
mod certs;
mod completions;
mod configuration;
mod doctor;
mod endpoints;
mod explain;
mod log;
mod outcome;
mod sandbox;
mod show;
mod stop;
mod tell;

use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use clap::{CommandFactory as _, Parser, Subcommand};

use crate::outcome::{Exit, Failure};

/// WeChat Pay (微信支付) APIv3 on the command line
#[derive(Parser)]
#[command(name = "wxpay", version, after_help = outcome::EXIT_CODES)]
struct Arguments {
    /// For machines: JSON on standard output, and one JSON object a line on standard error
    #[arg(long, global = true)]
    json: bool,
    /// Logs to standard error; twice logs more. RUST_LOG selects more finely
    #[arg(short, long, global = true, action = clap::ArgAction::Count)]
    verbose: u8,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Bill(bill::Arguments),
    Call(call::Arguments),
    Certs(certs::Arguments),
    Completions(completions::Arguments),
    Doctor(doctor::Arguments),
    Endpoints(endpoints::Arguments),
    Explain(explain::Arguments),
    Sandbox(sandbox::Arguments),
}

fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return outcome::usage(&error),
    };
    tell::for_machines(arguments.json);
    let done = log::start(arguments.verbose).and_then(|()| {
        let mut out = BufWriter::new(io::stdout().lock());
        let exit = arguments.command.run(arguments.json, &mut out)?;
        out.flush()?;
        Ok(exit)
    });
    done.unwrap_or_else(|failure| failure.report()).into()
}

impl Command {
    fn run(self, json: bool, out: &mut dyn Write) -> Result<Exit, Failure> {
        match self {
            Self::Bill(arguments) => wait(bill::run(&arguments, json, out)),
            Self::Call(arguments) => wait(call::run(&arguments, out)),
            Self::Certs(arguments) => wait(certs::run(&arguments, json, out)),
            Self::Completions(arguments) => completions::run(&arguments, Arguments::command(), out),
            Self::Doctor(arguments) => wait(doctor::run(&arguments, json, out)),
            Self::Endpoints(arguments) => endpoints::run(&arguments, json, out),
            Self::Explain(arguments) => wait(explain::run(&arguments, json, out)),
            Self::Sandbox(arguments) => sandbox::run(arguments, json, out),
        }
    }
}

/// Runs `work` to its end, on this thread.
fn wait(work: impl Future<Output = Result<Exit, Failure>>) -> Result<Exit, Failure> {
    outcome::started(tokio::runtime::Builder::new_current_thread().enable_all().build())?.block_on(work)
}
