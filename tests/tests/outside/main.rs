//! Packages outside of this workspace.

mod club;
mod documents;
mod guide;
mod languages;

use std::fs;
use std::path::Path;
use std::process::Command;

/// The folder of the workspace.
fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

fn write(folder: &Path, name: &str, content: &str) {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, content).unwrap();
}

/// Runs cargo in a package elsewhere, which has to succeed, and returns its output.
fn cargo(arguments: &[&str], package: &Path) -> String {
    fs::copy(root().join("Cargo.lock"), package.join("Cargo.lock")).unwrap();
    // Uses target folder and profile of this build, so that dependencies are built once.
    let executable = std::env::current_exe().unwrap();
    let target = executable.ancestors().nth(3).unwrap();
    let mut command = Command::new(env!("CARGO"));
    command.args(arguments).current_dir(package).env("CARGO_TARGET_DIR", target);
    let output = command.env("CARGO_PROFILE_DEV_DEBUG", "line-tables-only").output().unwrap();
    let printed = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{printed}");
    printed
}
