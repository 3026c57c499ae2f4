//! Prints the request lines of WeChat Pay: `paths FACTS > wxpay-sandbox/src/paths/documented.txt`.

use std::path::PathBuf;
use std::process::ExitCode;

fn main() -> std::io::Result<ExitCode> {
    let Some(facts) = std::env::args_os().nth(1).map(PathBuf::from) else {
        eprintln!("usage: paths FACTS, the folder with `endpoints` and `peers.jsonl`");
        return Ok(ExitCode::from(2));
    };
    print!("{}", wxpay_tests::paths::distil(&facts)?);
    Ok(ExitCode::SUCCESS)
}
