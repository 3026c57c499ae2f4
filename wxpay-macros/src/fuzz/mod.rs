//! Fuzzing with damaged declarations. For any tokens under an attribute, the macros do not panic, they output Rust, each error
//! is on a token of the author, and they end in time. Compiled for tests only.
//!
//! `cargo xtask declarations fuzz` runs it longer, with these environment variables:
//!
//! | variable | |
//! |---|---|
//! | `WXPAY_FUZZ_SECONDS` | duration; without it, a thousand declarations, always the same |
//! | `WXPAY_FUZZ_SEED` | seed of the damage |
//! | `WXPAY_FUZZ_FOLDER` | folder for failures, and for a sample that rustc compiles |

#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test")]

mod corpus;
mod judge;
mod mutate;
mod tree;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use std::{env, fs, process, thread};

use fastrand::Rng;

use self::judge::{Verdict, judge};
use self::tree::{Text, Tree, size};

#[test]
fn damaged_declarations_are_refused_on_their_tokens_and_in_time() {
    let seconds = number("WXPAY_FUZZ_SECONDS");
    let seed = number("WXPAY_FUZZ_SEED").unwrap_or(SEED);
    let folder = env::var_os("WXPAY_FUZZ_FOLDER").map(PathBuf::from);
    let declarations = corpus::declarations();
    assert!(declarations.len() > 100, "{} declarations", declarations.len());
    judge::silence();
    let mut run = Run::new(seed, folder);
    run.undamaged(&declarations);
    let begun = Instant::now();
    match seconds {
        Some(seconds) => {
            while begun.elapsed() < Duration::from_secs(seconds) {
                run.one(&declarations);
            }
        }
        None => (0..TIMES).for_each(|_| run.one(&declarations)),
    }
    let Run { tried, items, accepted, failures, slowest, .. } = run;
    println!(
        "seed {seed}, {} s: {tried} tried, of which {items} are items, and {accepted} of these without a mistake; \
         the slowest took {} ms",
        begun.elapsed().as_secs(),
        slowest.as_millis()
    );
    let failures: Vec<_> = failures.iter().map(|(what, text)| format!("{what}\n{text}\n")).collect();
    assert!(failures.is_empty(), "{} failures\n{}", failures.len(), failures.join("\n"));
}

struct Run {
    random: Rng,
    folder: Option<PathBuf>,
    tried: u64,
    /// Number of those that rustc would pass to the macros.
    items: u64,
    accepted: u64,
    sampled: usize,
    slowest: Duration,
    /// The smallest declaration for each failure.
    failures: BTreeMap<String, String>,
    watched: Arc<Mutex<(Instant, String)>>,
}

impl Run {
    fn new(seed: u64, folder: Option<PathBuf>) -> Self {
        let watched = Arc::new(Mutex::new((Instant::now(), String::new())));
        let seen = Arc::clone(&watched);
        // Reports an expansion that never ends.
        thread::spawn(move || {
            loop {
                thread::sleep(Duration::from_secs(1));
                let (since, text) = &*seen.lock().expect("nobody panics while holding it");
                if !text.is_empty() && since.elapsed() > 10 * JUDGED_SLOW {
                    eprintln!("does not come to an end:\n{text}");
                    process::abort();
                }
            }
        });
        Self {
            random: Rng::with_seed(seed),
            folder,
            tried: 0,
            items: 0,
            accepted: 0,
            sampled: 0,
            slowest: Duration::ZERO,
            failures: BTreeMap::new(),
            watched,
        }
    }

    fn undamaged(&mut self, declarations: &[Vec<Tree>]) {
        for declaration in declarations {
            self.judge(declaration);
        }
    }

    fn one(&mut self, declarations: &[Vec<Tree>]) {
        let declaration = self.random.choice(declarations).expect("there are declarations");
        let damaged = mutate::mutated(declaration, declarations, &mut self.random);
        self.judge(&damaged);
    }

    fn judge(&mut self, trees: &[Tree]) {
        let text = Text(trees).to_string();
        *self.watched.lock().expect("nobody panics while holding it") = (Instant::now(), text.clone());
        let timed = || {
            let begun = Instant::now();
            (judge(&text), begun.elapsed())
        };
        let (verdict, mut took) = timed();
        if took > JUDGED_SLOW {
            // Another process may have used the processor.
            took = took.min(timed().1);
        }
        self.tried += 1;
        self.slowest = self.slowest.max(took);
        self.accepted += u64::from(verdict == Verdict::Accepted);
        self.items += u64::from(verdict != Verdict::NotShown);
        match verdict {
            Verdict::Wrong(what) => self.failed(what, trees),
            _ if took > JUDGED_SLOW => self.failed("takes more than 3 s".to_owned(), trees),
            Verdict::NotShown => {}
            Verdict::Accepted | Verdict::Refused => self.sample(&text),
        }
    }

    fn failed(&mut self, what: String, trees: &[Tree]) {
        if self.failures.contains_key(&what) || self.failures.len() >= MOST_FAILURES {
            return;
        }
        let smallest = match what.starts_with("takes") {
            true => trees.to_vec(),
            false => mutate::smallest(trees.to_vec(), |trees| {
                judge(&Text(trees).to_string()) == Verdict::Wrong(what.clone())
            }),
        };
        let text = Text(&smallest).to_string();
        println!("{what} ({} tokens)\n{text}\n", size(&smallest));
        if let Some(folder) = &self.folder {
            let file = folder.join(format!("failure-{}.rs", self.failures.len()));
            fs::write(file, format!("// {}\n{text}\n", what.replace('\n', " "))).expect("the folder is writable");
        }
        self.failures.insert(what, text);
    }

    /// Keeps some for rustc, accepted or not.
    fn sample(&mut self, text: &str) {
        let Some(folder) = &self.folder else { return };
        if self.sampled < SAMPLE && self.random.u8(..) < 16 {
            let file = folder.join(format!("sample-{:03}.rs", self.sampled));
            fs::write(file, text).expect("the folder is writable");
            self.sampled += 1;
        }
    }
}

fn number(variable: &str) -> Option<u64> {
    env::var(variable).ok().map(|text| text.parse().expect("a number"))
}

/// Enough to find frequent failures, and few enough for every run of the tests.
const TIMES: usize = 1000;

const SEED: u64 = 21;

/// An expansion that takes longer is a failure.
const JUDGED_SLOW: Duration = Duration::from_secs(3);

/// Number of declarations that are kept for rustc.
const SAMPLE: usize = 400;

/// Further failures are not kept.
const MOST_FAILURES: usize = 50;
