//! Nothing that is emitted shows a secret: a test process is run again with everything captured, `tracing` and `log` at
//! `TRACE` and what the tests print, and the text is searched for every secret that the process used, in every form.
//!
//! A suite joins by a test of the name `nothing_leaks`, which the second run leaves out, and which calls
//! [`nothing_leaks`]. What goes to a sandbox is known to be secret from there; a suite with a transport of its own shows
//! its requests to [`capture::sent`](crate::capture::sent), and other secrets to
//! [`capture::secret`](crate::capture::secret).

mod form;
mod search;

pub use form::Form;
pub use search::{Finding, Kind, Secrets};

use std::fs;
use std::process::Command;
use std::sync::{PoisonError, RwLock, RwLockReadGuard};

use crate::capture::{EMITTED, FOLDER, SECRETS};

/// A test process that has ended, and everything that it emitted.
pub struct Run {
    /// What was captured, and then what was printed.
    pub emitted: Vec<u8>,
    /// What must not be in it.
    pub secrets: Secrets,
}

impl Run {
    /// Runs the tests of this process again, those that `arguments` select as the test harness takes them.
    ///
    /// # Panics
    /// A test fails in the second run, or nothing was captured.
    #[must_use]
    pub fn again(arguments: &[&str]) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let executable = std::env::current_exe().expect("a test process knows what it runs");
        let output = Command::new(executable).args(arguments).arg("--nocapture").env(FOLDER, folder.path()).output();
        let output = output.expect("a test process can be started again");
        let printed = [output.stdout, output.stderr].concat();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&printed));
        let read = |name| fs::read(folder.path().join(name)).expect("the process captured what it emitted");
        let secrets = Secrets::read(&String::from_utf8_lossy(&read(SECRETS)));
        Self { emitted: [read(EMITTED), printed].concat(), secrets }
    }

    /// What shows.
    #[must_use]
    pub fn findings(&self) -> Vec<Finding> {
        self.secrets.find(&self.emitted)
    }

    /// Fails if anything shows, and says where it was emitted.
    ///
    /// # Panics
    /// It does.
    pub fn assert_silent(&self) {
        let findings = self.findings();
        if !findings.is_empty() {
            let emitted = String::from_utf8_lossy(&self.emitted);
            let lines = self.secrets.lines(&emitted);
            panic!("{findings:#?} in {} lines, the first of them {:#?}", lines.len(), &lines[..lines.len().min(5)]);
        }
    }
}

/// Keeps the second run away, while it is held.
pub struct Quiet(#[allow(dead_code)] RwLockReadGuard<'static, ()>);

/// For a test that goes by the clock, which the second run would disturb: one waits for the other.
#[must_use]
pub fn quiet() -> Quiet {
    Quiet(SECOND_RUN.read().unwrap_or_else(PoisonError::into_inner))
}

/// Fails if anything that the tests of this process emit shows a secret that they use; gives what was emitted.
///
/// # Panics
/// It does, or it used no secret, or a test fails in the second run.
pub fn nothing_leaks() -> String {
    nothing_leaks_without(&[])
}

/// The same without some tests in the second run.
///
/// # Panics
/// As [`nothing_leaks`].
pub fn nothing_leaks_without(tests: &[&str]) -> String {
    let skipped = ["nothing_leaks"].iter().chain(tests).flat_map(|test| ["--skip", test]);
    let run = {
        let _alone = SECOND_RUN.write().unwrap_or_else(PoisonError::into_inner);
        Run::again(&skipped.collect::<Vec<_>>())
    };
    assert!(!run.secrets.is_empty(), "no secret of this suite is known, so none can be found");
    run.assert_silent();
    String::from_utf8_lossy(&run.emitted).into_owned()
}

static SECOND_RUN: RwLock<()> = RwLock::new(());
