//! The cost of compiling the one crate of a package: what it depends on is compiled already.

use std::fs;
use std::io;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::{Command, Output};

/// A measure of what a compiler does.
#[derive(Clone, Copy)]
pub(super) enum Unit {
    /// User time. What else the machine does changes it.
    Milliseconds,
    /// Millions of instructions that rustc executes, as valgrind counts them: the same on a busy machine as on an idle one,
    /// and fifty times slower.
    Instructions,
}

impl Unit {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Milliseconds => "milliseconds",
            Self::Instructions => "million instructions",
        }
    }

    /// The cost of a command of cargo in that package.
    pub(super) fn of(self, package: &Path, target: &Path, cargo: &[&str]) -> io::Result<f64> {
        match self {
            Self::Milliseconds => Ok(user_seconds(package, target, cargo)? * 1000.0),
            Self::Instructions => instructions(package, target, cargo),
        }
    }
}

/// User seconds of a command of cargo in that package. The shell measures: the standard library cannot.
pub(super) fn user_seconds(package: &Path, target: &Path, cargo: &[&str]) -> io::Result<f64> {
    let mut timed = Command::new("bash");
    timed.args(["-c", "TIMEFORMAT=%U; time cargo \"$@\" -q --offline 2>errors", "bash"]).args(cargo).env("LC_ALL", "C");
    let output = succeeds(&mut timed, package, target)?;
    let said = String::from_utf8_lossy(&output.stderr);
    said.trim().parse().map_err(|error| io::Error::other(format!("the shell's time: {error}: {said}")))
}

fn instructions(package: &Path, target: &Path, cargo: &[&str]) -> io::Result<f64> {
    let [wrapper, log] = ["counted", "counted.log"].map(|name| package.join(name));
    // cargo asks rustc for its version first, which is counted too: the crate's count is the last to be written.
    let counting = "exec valgrind --tool=cachegrind --cache-sim=no --cachegrind-out-file=/dev/null";
    fs::write(&wrapper, format!("#!/bin/sh\n{counting} --log-file='{}' \"$@\"\n", log.display()))?;
    fs::set_permissions(&wrapper, fs::Permissions::from_mode(0o755))?;
    let sysroot = crate::printed(Command::new("rustc").args(["--print", "sysroot"]))?;
    let mut counted = Command::new("bash");
    counted.args(["-c", "cargo \"$@\" -q --offline 2>errors", "bash"]).args(cargo);
    // The `rustc` of rustup starts the compiler as another process, which valgrind does not follow.
    counted.env("RUSTC", Path::new(sysroot.trim()).join("bin/rustc"));
    counted.env("RUSTC_WORKSPACE_WRAPPER", wrapper);
    succeeds(&mut counted, package, target)?;
    let said = fs::read_to_string(log)?;
    let count = counted_in(&said).ok_or_else(|| io::Error::other(format!("valgrind: {said}")))?;
    Ok(count / 1e6)
}

fn succeeds(command: &mut Command, package: &Path, target: &Path) -> io::Result<Output> {
    command.current_dir(package).env("CARGO_TARGET_DIR", target).env("CARGO_INCREMENTAL", "0");
    let output = command.output()?;
    if !output.status.success() {
        let errors = fs::read_to_string(package.join("errors"))?;
        return Err(io::Error::other(format!("{}: {command:?}: {errors}", package.display())));
    }
    Ok(output)
}

/// The number in the line in which valgrind says how many instructions it saw.
fn counted_in(said: &str) -> Option<f64> {
    let digits = said.lines().find(|line| line.contains("I   refs:"))?.rsplit(' ').next()?;
    digits.replace(',', "").parse().ok()
}

#[cfg(test)]
mod tests {
    use super::counted_in;

    #[test]
    fn the_count_is_read_from_valgrinds_summary() {
        assert_eq!(counted_in("==7== Cachegrind\n==7== \n==7== I   refs:      1,254,567,890\n"), Some(1_254_567_890.0));
        assert_eq!(counted_in("==7== Cachegrind\n"), None);
    }
}
