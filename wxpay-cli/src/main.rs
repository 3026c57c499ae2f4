//! WeChat Pay APIv3 on the command line: a file for each subcommand.

mod endpoints;

use std::io::{self, BufWriter, ErrorKind, Write as _};
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// WeChat Pay (微信支付) APIv3 on the command line.
#[derive(Parser)]
#[command(name = "wxpay", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Endpoints(endpoints::Arguments),
}

fn main() -> ExitCode {
    let Arguments { command } = Arguments::parse();
    let mut out = BufWriter::new(io::stdout().lock());
    let done = match command {
        Command::Endpoints(arguments) => endpoints::run(&arguments, &mut out),
    };
    match done.and_then(|()| out.flush()) {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever reads has seen enough.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("wxpay: {error}");
            ExitCode::FAILURE
        }
    }
}
