//! The cost of compiling declared endpoints, over the same as structs with serde's derives and hardly anything else.
//!
//! `cargo check` is that of the declarations, the release build that of a program that sends each of them once. All
//! figures are user time of the compiler, or its instructions; those of a crate with one endpoint, which brings what all of
//! them share, are subtracted. Busy machines change times, so the ways are measured in turn, over several rounds, and what
//! is printed is the median of the rounds' figures. Ratios are those of the declaration over `both`, as measured and with
//! `plain` subtracted from each: smaller is better.

mod clean;
mod program;
mod table;
mod unit;
mod words;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use self::program::{Program, Way};
use self::table::{Round, Table};
use self::unit::Unit;

/// The programs to compile.
#[derive(clap::Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    part: Option<Part>,
    /// Numbers of endpoints
    #[arg(default_values_t = [10, 100, 1000], value_parser = clap::value_parser!(u32).range(2..))]
    endpoints: Vec<u32>,
    /// Measurements of each; more than 100 endpoints only once
    #[arg(long, default_value_t = 5, value_parser = clap::value_parser!(u32).range(1..))]
    rounds: u32,
    /// Counts instructions, once, in place of times; needs valgrind
    #[arg(long, conflicts_with = "rounds")]
    instructions: bool,
    /// Another checkout to measure, with these programs
    #[arg(long, global = true)]
    checkout: Option<PathBuf>,
}

#[derive(clap::Subcommand)]
enum Part {
    /// A clean build of wxpay, over one of an empty crate with reqwest
    Clean {
        /// Builds of each
        #[arg(long, default_value_t = 5, value_parser = clap::value_parser!(u32).range(1..))]
        rounds: u32,
    },
    /// Each word of a declaration and each impl of an enum by itself, in instructions; needs valgrind
    Words {
        /// Endpoints that use the word
        #[arg(long, default_value_t = 10, value_parser = clap::value_parser!(u32).range(1..))]
        endpoints: u32,
        /// Names of lines; without one, every line
        words: Vec<String>,
    },
}

/// Measures, and prints a table.
pub(crate) fn run(arguments: &Arguments) -> io::Result<()> {
    let work = Work::new(arguments.checkout.as_deref())?;
    match &arguments.part {
        Some(Part::Clean { rounds }) => clean::run(&work, *rounds),
        Some(Part::Words { endpoints, words }) => words::run(&work, *endpoints, words),
        None if arguments.instructions => endpoints(&work, &arguments.endpoints, 1, Unit::Instructions),
        None => endpoints(&work, &arguments.endpoints, arguments.rounds, Unit::Milliseconds),
    }
}

fn endpoints(work: &Work, counts: &[u32], rounds: u32, unit: Unit) -> io::Result<()> {
    Way::ALL.into_iter().try_for_each(|way| work.prepare(way))?;
    let mut table = Table::begin(unit);
    for (cargo, sends) in CARGO {
        for count in counts {
            let rounds = if *count > 100 { 1 } else { rounds };
            let measured = (0..rounds).map(|_| Round::try_new(|way| work.each(way, *count, (cargo, sends), unit)));
            table.row(&cargo.join(" "), *count, measured.collect::<io::Result<_>>()?)?;
        }
    }
    Ok(())
}

/// The folder for what is compiled.
struct Work {
    /// The checkout that is measured.
    top: PathBuf,
    folder: PathBuf,
}

impl Work {
    fn new(checkout: Option<&Path>) -> io::Result<Self> {
        // One for every checkout: of what they depend on nearly all is the same.
        let folder = crate::top()?.join("target/compile-time");
        Ok(Self { folder, top: checkout.map_or_else(crate::top, fs::canonicalize)? })
    }

    /// The dependency on the library of that checkout, whose package had another name before.
    fn library(&self) -> io::Result<String> {
        let folder = self.top.join("wxpay");
        let manifest = fs::read_to_string(folder.join("Cargo.toml"))?;
        let name = manifest.lines().find_map(|line| line.strip_prefix("name = "));
        let name = name.ok_or_else(|| io::Error::other(format!("{} has no package", folder.display())))?;
        Ok(format!("wxpay = {{ package = {name}, path = {folder:?} }}"))
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

    /// The package of a way. Whatever it depends on is compiled once, and not measured.
    fn prepare(&self, way: Way) -> io::Result<()> {
        self.package(way.name(), &way.dependencies(&self.library()?))?;
        let one = Program::new(way, 1);
        CARGO.iter().try_for_each(|(cargo, _)| self.measure(&one, cargo, Unit::Milliseconds).map(drop))
    }

    /// The cost of an endpoint, what all of them share taken off.
    fn each(&self, way: Way, count: u32, (cargo, sends): (&[&str], bool), unit: Unit) -> io::Result<f64> {
        let measure = |count| self.measure(&Program { sends, ..Program::new(way, count) }, cargo, unit);
        let shared = measure(1)?;
        Ok((measure(count)? - shared) / f64::from(count - 1))
    }

    /// The cost of compiling that program alone.
    fn measure(&self, program: &Program<'_>, cargo: &[&str], unit: Unit) -> io::Result<f64> {
        let package = self.folder.join(program.way.name());
        fs::write(package.join("src/main.rs"), program.text())?;
        unit.of(&package, &self.folder.join("target"), cargo)
    }
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
