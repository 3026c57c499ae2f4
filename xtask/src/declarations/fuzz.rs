//! Damaged declarations. A test of wxpay-macros, which explains the damage, expands them in process; a sample is compiled.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};
use std::{fs, io};

use super::compiler::Compiler;

/// Time limit and seed.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Seconds in total, without the build; a quarter of them is for rustc
    #[arg(long, default_value_t = 60)]
    seconds: u64,
    /// The seed: another number gives other damage
    #[arg(long, default_value_t = 21)]
    seed: u64,
}

/// Tries, prints the number of declarations, and fails if there is a failure.
pub(crate) fn run(arguments: &Arguments) -> io::Result<()> {
    let folder = super::folder()?.join("fuzz");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    let compiling = Duration::from_secs(arguments.seconds / 4);
    let expanded = expand(arguments, Duration::from_secs(arguments.seconds).saturating_sub(compiling), &folder);
    let broken = compile(compiling, &folder)?;
    match expanded {
        Ok(()) if broken == 0 => Ok(()),
        Ok(()) => Err(io::Error::other(format!("rustc failed on {broken} of them; see {}", folder.display()))),
        Err(error) => Err(io::Error::other(format!("{error}; see {}", folder.display()))),
    }
}

fn expand(arguments: &Arguments, time: Duration, folder: &Path) -> io::Result<()> {
    let mut cargo = Command::new("cargo");
    cargo.args(["test", "-q", "--release", "--locked", "-p", "wxpay-macros", "--lib", "damaged", "--", "--nocapture"]);
    cargo.env("WXPAY_FUZZ_SECONDS", time.as_secs().to_string()).env("WXPAY_FUZZ_SEED", arguments.seed.to_string());
    cargo.env("WXPAY_FUZZ_FOLDER", folder).current_dir(crate::top()?);
    crate::succeeds(&mut cargo)
}

/// Number of samples that rustc failed on. These stay in the folder.
fn compile(time: Duration, folder: &Path) -> io::Result<usize> {
    let compiler = Compiler::new()?;
    let (mut compiled, mut accepted, mut broken, mut slowest) = (0, 0, 0, Duration::ZERO);
    let begun = Instant::now();
    let mut samples: Vec<PathBuf> = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?;
    samples.retain(|path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("sample-")));
    samples.sort();
    for sample in samples.iter().take_while(|_| begun.elapsed() < time) {
        // Types of other files are missing, which is one more error.
        let text = format!("#![allow(unused)]\nuse wxpay::prelude::*;\n{}\n", fs::read_to_string(sample)?);
        fs::write(sample, text)?;
        let mut result = compiler.check(sample)?;
        if result.took > SLOW {
            // Another process may have had the processor.
            result.took = result.took.min(compiler.check(sample)?.took);
        }
        compiled += 1;
        accepted += usize::from(result.errors().next().is_none());
        slowest = slowest.max(result.took);
        let slow = (result.took > SLOW).then(|| format!("takes {} ms", result.took.as_millis()));
        if let Some(what) = result.breakdown().or(slow) {
            broken += 1;
            println!("{}: {what}", sample.display());
        }
    }
    println!(
        "rustc compiled {compiled} of {} samples, {accepted} of them without an error; the slowest took {} ms",
        samples.len(),
        slowest.as_millis()
    );
    Ok(broken)
}

/// Limit of a declaration's compile time.
const SLOW: Duration = Duration::from_secs(3);
