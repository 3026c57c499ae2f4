//! A clean build of wxpay, compared with a build of an empty crate with reqwest.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;
use std::{fs, io};

use super::unit::user_seconds;
use super::{Work, median};

pub(super) fn run(work: &Work, rounds: u32) -> io::Result<()> {
    let reqwest = format!("reqwest = \"={}\"", locked(&fs::read_to_string(work.top.join("Cargo.lock"))?, "reqwest")?);
    let packages = [prepare(work, "clean-wxpay", &work.library()?)?, prepare(work, "clean-reqwest", &reqwest)?];
    let mut ratios = Vec::new();
    for _ in 0..rounds {
        let build = |package: &Path| {
            let target = package.join("target");
            if target.exists() {
                fs::remove_dir_all(&target)?;
            }
            let seconds = user_seconds(package, &target, &["build"])?;
            println!("{}: {seconds} user seconds, {} crates", name(package), crates(package)? - 1);
            io::Result::Ok(seconds)
        };
        let [wxpay, reqwest] = &packages;
        let (ours, theirs) = (build(wxpay)?, build(reqwest)?);
        ratios.push(ours / theirs);
    }
    println!("ratio: {:.3}", median(ratios).ok_or_else(|| io::Error::other("nothing was built"))?);
    Ok(())
}

/// A package whose dependencies are all downloaded.
fn prepare(work: &Work, name: &str, dependency: &str) -> io::Result<std::path::PathBuf> {
    let package = work.package(name, dependency)?;
    fs::write(package.join("src/lib.rs"), "")?;
    cargo(&package, &["fetch", "-q"])?;
    Ok(package)
}

fn name(package: &Path) -> String {
    package.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// Number of crates that are built, including the package itself.
fn crates(package: &Path) -> io::Result<usize> {
    let tree = cargo(package, &["tree", "--offline", "-e", "normal,build", "--prefix", "none"])?;
    let named = |line: &str| line.split(' ').take(2).collect::<Vec<_>>().join(" ");
    Ok(tree.lines().filter(|line| !line.is_empty()).map(named).collect::<BTreeSet<_>>().len())
}

fn cargo(package: &Path, arguments: &[&str]) -> io::Result<String> {
    crate::printed(Command::new("cargo").args(arguments).current_dir(package))
}

/// The version of a package in a lock file.
fn locked<'a>(lock: &'a str, package: &str) -> io::Result<&'a str> {
    let mut lines = lock.lines().skip_while(|line| *line != format!("name = \"{package}\"")).skip(1);
    let version = lines.next().and_then(|line| line.strip_prefix("version = \"")?.strip_suffix('"'));
    version.ok_or_else(|| io::Error::other(format!("Cargo.lock has no {package}")))
}

#[cfg(test)]
mod tests {
    use super::locked;

    #[test]
    fn the_version_is_that_of_the_package_and_of_no_other() {
        let lock = "[[package]]\nname = \"reqwest-x\"\nversion = \"9\"\n\n[[package]]\nname = \"reqwest\"\nversion = \"0.13.1\"\n";
        assert_eq!(locked(lock, "reqwest").ok(), Some("0.13.1"));
        assert!(locked(lock, "hyper").is_err());
    }
}
