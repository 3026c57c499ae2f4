//! Searches everything that tests emit for secrets. The tests of a suite run in a child process, which records what they print
//! and what `tracing` and `log` emit at `TRACE`. When it has ended, the text is searched for every secret that the child used, in
//! every form.
//!
//! A suite joins by the line `wxpay_tests::searched!();`. A sandbox records the secrets that it sees; a suite with a transport of
//! its own passes its requests to [`capture::sent`](crate::capture::sent), and other secrets to
//! [`capture::secret`](crate::capture::secret).

mod form;
mod search;
mod suite;

pub use form::Form;
pub use search::{Finding, Kind, Secrets};
pub use suite::enter;

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::capture::{EMITTED, FOLDER, SECRETS};

/// A test process that has ended, and everything that it emitted.
pub struct Run {
    /// The captured text, then the printed text.
    pub emitted: Vec<u8>,
    /// The secrets that must not be in it.
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
        let executable = std::env::current_exe().expect("the path of this test program");
        let output = Command::new(executable).args(arguments).arg("--nocapture").env(FOLDER, folder.path()).output();
        let output = output.expect("a test process can be started again");
        let printed = [output.stdout, output.stderr].concat();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&printed));
        Self::read(folder.path(), printed)
    }

    /// Reads the files that a process left in its folder.
    fn read(folder: &Path, printed: Vec<u8>) -> Self {
        let read = |name| fs::read(folder.join(name)).expect("the process captured what it emitted");
        let secrets = Secrets::read(&String::from_utf8_lossy(&read(SECRETS)));
        Self { emitted: [read(EMITTED), printed].concat(), secrets }
    }

    /// The secrets that show.
    #[must_use]
    pub fn findings(&self) -> Vec<Finding> {
        self.secrets.find(&self.emitted)
    }

    /// The secrets that show and the lines that show them, as a text; `None` if no secret shows.
    #[must_use]
    pub fn shown(&self) -> Option<String> {
        let findings = self.findings();
        if findings.is_empty() {
            return None;
        }
        let emitted = String::from_utf8_lossy(&self.emitted);
        let lines = self.secrets.lines(&emitted);
        Some(format!(
            "secrets show in what these tests emit: {findings:#?} in {} lines, the first of them {:#?}",
            lines.len(),
            &lines[..lines.len().min(5)]
        ))
    }

    /// The reason why the search could not find anything; `None` if it could.
    fn blind(&self, emitters: &[&str]) -> Option<String> {
        if self.secrets.is_empty() {
            return Some("no secret of this suite is known, so none can be found".to_owned());
        }
        let emitted = String::from_utf8_lossy(&self.emitted);
        let silent = emitters.iter().find(|emitter| !emitted.contains(**emitter))?;
        Some(format!("nothing of {silent} was captured"))
    }
}
