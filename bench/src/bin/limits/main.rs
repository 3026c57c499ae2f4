//! The cost of the SDK over the lower bound of a call.
//!
//! ```text
//! cargo run --release -p wxpay-bench --bin limits                      # a table
//! cargo run --release -p wxpay-bench --bin limits -- --json            # one object: figure to ratio
//! cargo run --release -p wxpay-bench --bin limits -- --rounds 5        # shorter
//! ```
//!
//! The lower bound is [`wxpay_tests::limits::by_hand`]. Both sides call the same server, which is a process of its own. Each side
//! runs in a process of its own, one after the other, and their order alternates from round to round. A figure is the median of
//! the rounds' ratios, so other work of the machine hardly matters.

mod calls;
mod steps;
mod table;

use std::process::ExitCode;

use calls::Side;
use wxpay_tests::limits::load::Server;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["server"] => Server::run(),
        ["side", name] => match Side::named(name) {
            Some(side) => calls::side(side),
            None => return usage(),
        },
        options => {
            let Some((rounds, json)) = read(options) else { return usage() };
            let figures = [steps::measure(rounds), calls::measure(rounds)].concat();
            if json { table::json(&figures) } else { table::print(&figures, rounds) }
        }
    }
    ExitCode::SUCCESS
}

fn read(mut options: &[&str]) -> Option<(usize, bool)> {
    let (mut rounds, mut json) = (ROUNDS, false);
    loop {
        options = match options {
            [] => return Some((rounds, json)),
            ["--json", rest @ ..] => {
                json = true;
                rest
            }
            ["--rounds", number, rest @ ..] => {
                rounds = number.parse().ok().filter(|rounds| *rounds > 0)?;
                rest
            }
            _ => return None,
        };
    }
}

fn usage() -> ExitCode {
    eprintln!("limits [--rounds N] [--json]");
    ExitCode::FAILURE
}

/// Odd, so that the median is one of the measured values.
const ROUNDS: usize = 21;
