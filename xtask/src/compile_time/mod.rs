//! The cost of compiling declared endpoints, compared with structs that have serde's derives and hardly anything else.
//!
//! `cargo check` compiles the declarations; the release build compiles a program that sends each of them once. All figures are
//! user seconds of the compiler, less those of a crate with one endpoint, which contains what all share. Busy machines change the
//! figures, so the ways are measured in turn over several rounds, and the medians are printed. The ratios are the declaration
//! over `both`, as measured, and with `plain` subtracted from each: smaller is better.

mod clean;
mod program;
mod table;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

use self::program::Way;
use self::table::{Round, Table};

/// The programs to compile.
#[derive(clap::Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    clean: Option<Clean>,
    /// Numbers of endpoints
    #[arg(default_values_t = [10, 100, 1000], value_parser = clap::value_parser!(u32).range(2..))]
    endpoints: Vec<u32>,
    /// Rounds of each measurement; more than 100 endpoints are measured once
    #[arg(long, default_value_t = 5, value_parser = clap::value_parser!(u32).range(1..))]
    rounds: u32,
}

#[derive(clap::Subcommand)]
enum Clean {
    /// A clean build of wxpay, compared with a build of an empty crate with reqwest
    Clean {
        /// Builds of each
        #[arg(long, default_value_t = 5, value_parser = clap::value_parser!(u32).range(1..))]
        rounds: u32,
    },
}

/// Measures, and prints a table.
pub(crate) fn run(arguments: &Arguments) -> io::Result<()> {
    let work = Work::new()?;
    match arguments.clean {
        Some(Clean::Clean { rounds }) => clean::run(&work, rounds),
        None => endpoints(&work, &arguments.endpoints, arguments.rounds),
    }
}

fn endpoints(work: &Work, counts: &[u32], rounds: u32) -> io::Result<()> {
    for way in Way::ALL {
        work.package(way.name(), &way.dependencies(&work.top))?;
        // The dependencies are compiled once, and not measured.
        work.write(way, 1, true)?;
        CARGO.iter().try_for_each(|(cargo, _)| work.measure(way, cargo).map(drop))?;
    }
    let mut table = Table::begin();
    for (cargo, sends) in CARGO {
        for count in counts {
            let rounds = if *count > 100 { 1 } else { rounds };
            let measured = (0..rounds).map(|_| Round::try_new(|way| work.each(way, *count, cargo, sends)));
            table.row(&cargo.join(" "), *count, measured.collect::<io::Result<_>>()?)?;
        }
    }
    Ok(())
}

/// The folder of the compiled packages.
struct Work {
    top: PathBuf,
    folder: PathBuf,
}

impl Work {
    fn new() -> io::Result<Self> {
        let top = crate::top()?;
        let folder = top.join("target/compile-time");
        Ok(Self { folder, top })
    }

    /// A separate package, with the versions of this workspace.
    fn package(&self, name: &str, dependencies: &str) -> io::Result<PathBuf> {
        let package = self.folder.join(name);
        fs::create_dir_all(package.join("src"))?;
        let manifest =
            format!("[package]\nname = \"{name}\"\nedition = \"2024\"\n[dependencies]\n{dependencies}\n[workspace]\n");
        fs::write(package.join("Cargo.toml"), manifest)?;
        fs::copy(self.top.join("Cargo.lock"), package.join("Cargo.lock"))?;
        Ok(package)
    }

    fn write(&self, way: Way, count: u32, sends: bool) -> io::Result<()> {
        fs::write(self.folder.join(way.name()).join("src/main.rs"), program::of(way, count, sends))
    }

    /// Milliseconds per endpoint, without the part that all share.
    fn each(&self, way: Way, count: u32, cargo: &[&str], sends: bool) -> io::Result<f64> {
        self.write(way, 1, sends)?;
        let shared = self.measure(way, cargo)?;
        self.write(way, count, sends)?;
        Ok((self.measure(way, cargo)? - shared) / f64::from(count - 1) * 1000.0)
    }

    /// User seconds of compiling the crate without its dependencies.
    fn measure(&self, way: Way, cargo: &[&str]) -> io::Result<f64> {
        user_seconds(&self.folder.join(way.name()), &self.folder.join("target"), cargo)
    }
}

/// User seconds of a cargo command in that package. The shell measures, because the standard library cannot.
fn user_seconds(package: &Path, target: &Path, cargo: &[&str]) -> io::Result<f64> {
    let mut timed = Command::new("bash");
    timed.args(["-c", "TIMEFORMAT=%U; time cargo \"$@\" -q --offline 2>errors", "bash"]).args(cargo);
    timed.current_dir(package).env("CARGO_TARGET_DIR", target).env("CARGO_INCREMENTAL", "0").env("LC_ALL", "C");
    let output = timed.output()?;
    let said = String::from_utf8_lossy(&output.stderr);
    if !output.status.success() {
        let errors = fs::read_to_string(package.join("errors"))?;
        return Err(io::Error::other(format!("{}: cargo {}: {errors}", package.display(), cargo.join(" "))));
    }
    said.trim().parse().map_err(|error| io::Error::other(format!("the shell's time: {error}: {said}")))
}

/// The middle value, or the mean of the two middle ones.
fn median(mut values: Vec<f64>) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    let upper = *values.get(values.len() / 2)?;
    let is_odd = values.len() % 2 == 1;
    let lower = if is_odd { upper } else { *values.get(values.len() / 2 - 1)? };
    Some((lower + upper) / 2.0)
}

/// The cargo commands; true if the program also sends what it declares.
const CARGO: [(&[&str], bool); 2] = [(&["check"], false), (&["build", "--release"], true)];

#[cfg(test)]
mod tests {
    use super::median;

    #[test]
    fn the_median_is_the_middle_of_what_is_sorted() {
        assert_eq!(median(vec![3.0, 1.0, 2.0]), Some(2.0));
        assert_eq!(median(vec![4.0, 1.0, 3.0, 2.0]), Some(2.5));
        assert_eq!(median(Vec::new()), None);
    }
}
