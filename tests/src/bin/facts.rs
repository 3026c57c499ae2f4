//! Rebuilds `tests/facts`: `facts FOLDER`, a folder that contains `facts` and `vectors`; see `tests/facts/FACTS.md`.

use std::path::PathBuf;
use std::process::ExitCode;

fn main() -> std::io::Result<ExitCode> {
    let Some(folder) = std::env::args_os().nth(1).map(PathBuf::from) else {
        eprintln!("usage: facts FOLDER, a folder with `facts` and `vectors` in it");
        return Ok(ExitCode::from(2));
    };
    wxpay_tests::facts::distil::renew(&folder)?;
    Ok(ExitCode::SUCCESS)
}
