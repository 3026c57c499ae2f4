//! Runs a suite in a child process: relays what its tests print, and after its end searches everything that it emitted for
//! secrets.

use std::env;
use std::ffi::OsString;
use std::io::{self, BufRead, BufReader, IsTerminal as _, Read, Write};
use std::process::{Child, Command, Stdio};
use std::thread;

use super::Run;
use crate::capture::{self, FOLDER};

/// Has everything that a suite emits searched for secrets; it is called at the top of the suite's `main.rs`. Each named emitter
/// has to emit something when all tests run, so that a broken capture is noticed.
#[macro_export]
macro_rules! searched {
    ($($emitter:literal),*) => {
        // Runs before `main`, since the test harness calls nothing before the first test.
        #[$crate::__ctor::ctor(unsafe, crate_path = $crate::__ctor)]
        fn searched() {
            $crate::leaks::enter(&[$($emitter),*]);
        }
    };
}

/// Begins a test process. The first process runs the same program as a child, and the child records what it emits.
pub fn enter(emitters: &[&str]) {
    match env::var_os(FOLDER) {
        Some(folder) if folder.is_empty() => {}
        Some(folder) => capture::begin(folder.as_ref()),
        None if !Arguments::given().runs_tests() => {}
        None => std::process::exit(Arguments::given().run(emitters)),
    }
}

/// The arguments of the test harness.
struct Arguments(Vec<OsString>);

impl Arguments {
    fn given() -> Self {
        Self(env::args_os().skip(1).collect())
    }

    fn has(&self, names: &[&str]) -> bool {
        self.0.iter().any(|argument| names.iter().any(|name| argument == name))
    }

    fn runs_tests(&self) -> bool {
        !self.has(&["--list", "--help", "-h"])
    }

    /// Returns true if prints are shown, as they come or at the end.
    fn show_prints(&self) -> bool {
        self.has(&["--nocapture", "--no-capture", "--show-output"]) || env::var_os("RUST_TEST_NOCAPTURE").is_some()
    }

    /// Runs the tests, searches what they emitted, and returns the exit code.
    fn run(&self, emitters: &[&str]) -> i32 {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let mut command = Command::new(env::current_exe().expect("the path of this test program"));
        command.env(FOLDER, folder.path()).stdout(Stdio::piped()).stderr(Stdio::piped());
        if io::stdout().is_terminal()
            && !self.0.iter().any(|argument| argument.to_string_lossy().starts_with("--color"))
        {
            command.args(["--color", "always"]);
        }
        let hides_prints = !self.show_prints();
        if hides_prints {
            // Without this, the harness drops what passing tests print.
            command.arg("--show-output");
        }
        let mut child = command.args(&self.0).spawn().expect("a test process can be started again");
        let printed = relay(&mut child, hides_prints);
        let status = child.wait().expect("a child ends");
        if !status.success() {
            return status.code().unwrap_or_else(|| {
                eprintln!("the tests ended with {status}");
                FAILED
            });
        }
        let run = Run::read(folder.path(), printed);
        // If only some tests run, or the sandbox is not compiled in, there may be no secret and no output.
        let all = cfg!(feature = "sandbox") && self.0.is_empty();
        if let Some(problem) = run.shown().or_else(|| run.blind(emitters).filter(|_| all)) {
            eprintln!("\n{problem}");
            return FAILED;
        }
        0
    }
}

/// Relays what a child prints, and returns it.
fn relay(child: &mut Child, hides_prints: bool) -> Vec<u8> {
    let (stdout, stderr) = (child.stdout.take().expect("piped"), child.stderr.take().expect("piped"));
    thread::scope(|scope| {
        let errors = scope.spawn(|| pass_on(stderr, io::stderr(), |_| true));
        let mut prints = Prints::default();
        let mut printed = pass_on(stdout, io::stdout(), |line| !hides_prints || prints.is_of_the_harness(line));
        printed.extend(errors.join().expect("it only reads and writes"));
        printed
    })
}

fn pass_on(from: impl Read, mut to: impl Write, mut shows: impl FnMut(&[u8]) -> bool) -> Vec<u8> {
    let (mut from, mut all) = (BufReader::new(from), Vec::new());
    loop {
        let begun = all.len();
        if from.read_until(b'\n', &mut all).expect("a child's output can be read") == 0 {
            return all;
        }
        if shows(&all[begun..]) {
            // The reader may be gone; the tests and the search continue.
            let _ = to.write_all(&all[begun..]).and_then(|()| to.flush());
        }
    }
}

/// Distinguishes the test harness's own lines from the prints of passing tests, which it shows between two of its lines.
#[derive(Default)]
struct Prints {
    begun: bool,
    failures: bool,
}

impl Prints {
    fn is_of_the_harness(&mut self, line: &[u8]) -> bool {
        match line.trim_ascii_end() {
            b"successes:" if !self.failures => self.begun = true,
            b"failures:" => (self.begun, self.failures) = (false, true),
            line if line.starts_with(b"test result: ") => self.begun = false,
            _ => {}
        }
        !self.begun
    }
}

/// The exit code of a test process that has failed.
const FAILED: i32 = 101;
