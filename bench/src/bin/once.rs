//! A process that makes one call and ends, as a command line or a function in a cloud does: CPU of the whole process.
//!
//! ```text
//! cargo run --release -p wxpay-bench --bin once                    # times; --rounds N
//! cargo run --release -p wxpay-bench --bin once -- --instructions  # needs valgrind
//! ```
//!
//! The random generator of aws-lc is most of it, unless `AWS_LC_SYS_NO_JITTER_ENTROPY` was set when it was compiled.

use std::process::{Command, ExitCode};

use wxpay_tests::limits::by_hand::{ByHand, Order};
use wxpay_tests::limits::load::{Server, Told, line, spawn, start, told};
use wxpay_tests::limits::{OUT_TRADE_NO, process};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["server"] => Server::run(),
        [side @ (BY_HAND | SDK)] => {
            call(side);
            println!("{}", process::cpu().as_secs_f64() * 1e3);
        }
        [side @ (BY_HAND | SDK), SILENTLY] => call(side),
        [] => times(21),
        ["--rounds", rounds] => match rounds.parse() {
            Ok(rounds) if rounds > 0 => times(rounds),
            _ => return usage(),
        },
        ["--instructions"] => instructions(),
        _ => return usage(),
    }
    ExitCode::SUCCESS
}

fn usage() -> ExitCode {
    eprintln!("once [--rounds N | --instructions]");
    ExitCode::FAILURE
}

/// The process of a side: makes one call, and ends.
fn call(side: &str) {
    let Told { parties, host } = told();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let prepay_id = runtime.block_on(async {
        if side == BY_HAND {
            return ByHand::new(&parties, &host).call(&Order::new()).await.expect("an answer").prepay_id;
        }
        let client = parties.client_builder(&host).build().expect("a client");
        client.send(&wxpay_tests::order(&client, OUT_TRADE_NO)).await.expect("an answer").prepay_id
    });
    std::hint::black_box(prepay_id);
}

/// Prints the median of the CPU time that the processes say they have used. The sides take turns.
fn times(rounds: usize) {
    let server = Server::start();
    let mut times = SIDES.map(|_| Vec::new());
    for _ in 0..rounds {
        for (side, times) in SIDES.iter().zip(&mut times) {
            let mut child = spawn(&[side], &server.told);
            times.push(line(&mut child).parse::<f64>().expect("a number"));
            child.wait().expect("a side ends");
        }
    }
    for (side, mut times) in SIDES.into_iter().zip(times) {
        times.sort_by(f64::total_cmp);
        let at = |quarter: usize| times[(times.len() - 1) * quarter / 4];
        println!("{side:<8} {:>7.2} ms of CPU ({:.2}..{:.2})", at(2), at(1), at(3));
    }
}

/// Prints the instructions of a process of each side, as valgrind counts them.
fn instructions() {
    let (server, program) = (Server::start(), std::env::current_exe().expect("this program"));
    let log = tempfile::NamedTempFile::new().expect("a file");
    for side in SIDES {
        let mut valgrind = Command::new("valgrind");
        valgrind.args(["--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null"]);
        valgrind.arg(format!("--log-file={}", log.path().display())).arg(&program).args([side, SILENTLY]);
        let ended = start(&mut valgrind, &server.told).wait().expect("valgrind");
        let said = std::fs::read_to_string(log.path()).expect("what valgrind says");
        let count = said.lines().find_map(|line| line.split("I   refs:").nth(1)).filter(|_| ended.success());
        println!("{side:<8} {} instructions", count.expect("a number of instructions").trim());
    }
}

const BY_HAND: &str = "by-hand";
const SDK: &str = "sdk";
/// valgrind has no clock of a process as this machine has.
const SILENTLY: &str = "silently";
const SIDES: [&str; 2] = [BY_HAND, SDK];
