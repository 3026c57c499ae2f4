//! Counts the instructions of a step of a call, with valgrind: the figure is the same on a busy machine as on an idle one. Each
//! step is done 20 and 120 times, and the difference is divided by a hundred, so that what happens only once is not counted.
//! Needs valgrind.

use std::io;
use std::process::Command;

/// The steps to count.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Names of steps; without one, all steps are counted
    steps: Vec<String>,
}

/// Counts, and prints a line for each step.
pub(crate) fn run(arguments: &Arguments) -> io::Result<()> {
    let top = crate::top()?;
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| top.join("target"), |target| top.join(target));
    let build = ["build", "--release", "--locked", "-q", "-p", "wxpay-bench", "--bin", "steps"];
    crate::succeeds(Command::new("cargo").args(build).current_dir(&top))?;
    let program = target.join("release/steps");
    let every = crate::printed(&mut Command::new(&program))?;
    let wanted: Vec<_> = match arguments.steps.as_slice() {
        [] => every.lines().collect(),
        asked => asked.iter().map(String::as_str).collect(),
    };
    println!("{:<34} {:>12}", "step", "instructions");
    for step in wanted {
        let count = |times: u64| {
            let mut valgrind = Command::new("valgrind");
            valgrind.args(["--tool=callgrind", "--callgrind-out-file=/dev/null", "--toggle-collect=steps::repeat*"]);
            let output = valgrind.arg(&program).arg(step).arg(times.to_string()).output()?;
            let said = String::from_utf8_lossy(&output.stderr);
            let counted = collected(&said).filter(|_| output.status.success());
            counted.ok_or_else(|| io::Error::other(format!("{step}: valgrind: {said}")))
        };
        let (few, many): (u64, u64) = (count(20)?, count(120)?);
        println!("{step:<34} {:>12}", many.saturating_sub(few) / 100);
    }
    Ok(())
}

/// The count, which is the last word of valgrind's line `Collected`.
fn collected(said: &str) -> Option<u64> {
    said.lines().find(|line| line.contains("Collected"))?.split_whitespace().last()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::collected;

    #[test]
    fn the_count_is_read_from_valgrinds_summary() {
        let said = "==7== \n==7== Events    : Ir\n==7== Collected : 590200\n==7==\n";
        assert_eq!(collected(said), Some(590_200));
        assert_eq!(collected("steps [NAME N]"), None);
    }
}
