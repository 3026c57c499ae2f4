//! The cost of compiling declared endpoints, over the same as structs with serde's derives and hardly anything else.
//!
//! `cargo check` is that of the declarations, the release build that of a program that sends each of them once. All
//! figures are user seconds of the compiler; those of a crate with one endpoint, which brings what all of them share, are
//! subtracted. Busy machines change them, so the ways are measured in turn, over several rounds, and what is printed is
//! the median of the rounds' figures. Ratios are those of the declaration over `both`, as measured and with `plain`
//! subtracted from each: smaller is better.

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
    /// Measurements of each; more than 100 endpoints only once
    #[arg(long, default_value_t = 5, value_parser = clap::value_parser!(u32).range(1..))]
    rounds: u32,
}

#[derive(clap::Subcommand)]
enum Clean {
    /// A clean build of wxpay, over one of an empty crate with reqwest
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
        // What they depend on is compiled once, and not measured.
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

/// The folder for what is compiled.
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

    /// A package of its own, with the versions of this workspace.
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

    /// Milliseconds an endpoint takes, what all of them share taken off.
    fn each(&self, way: Way, count: u32, cargo: &[&str], sends: bool) -> io::Result<f64> {
        self.write(way, 1, sends)?;
        let shared = self.measure(way, cargo)?;
        self.write(way, count, sends)?;
        Ok((self.measure(way, cargo)? - shared) / f64::from(count - 1) * 1000.0)
    }

    /// User seconds of compiling the crate alone.
    fn measure(&self, way: Way, cargo: &[&str]) -> io::Result<f64> {
        user_seconds(&self.folder.join(way.name()), &self.folder.join("target"), cargo)
    }
}

/// User seconds of a command of cargo in that package. The shell measures: the standard library cannot.
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

/// The middle one, or what is between the middle two.
fn median(mut values: Vec<f64>) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    let upper = *values.get(values.len() / 2)?;
    let is_odd = values.len() % 2 == 1;
    let lower = if is_odd { upper } else { *values.get(values.len() / 2 - 1)? };
    Some((lower + upper) / 2.0)
}

/// The commands of cargo, each with true where the program also sends what it declares.
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
