//! The soundness soak: `soak --calls 200000 --concurrency 64 --seed 1`. The exit code is 1 if it finds a contradiction.

use std::process::ExitCode;

use wxpay_tests::soak::{Failed, Soak};

#[tokio::main]
async fn main() -> Result<ExitCode, Failed> {
    let report = asked()?.run().await?;
    println!("{report}");
    Ok(if report.contradictions.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn asked() -> Result<Soak, Failed> {
    let mut soak = Soak { calls: 200_000, concurrency: 64, seed: 1 };
    let mut arguments = std::env::args().skip(1);
    while let Some(name) = arguments.next() {
        let value = arguments.next().ok_or_else(|| format!("`{name}` needs a number"))?;
        match name.as_str() {
            "--calls" => soak.calls = value.parse()?,
            "--concurrency" => soak.concurrency = value.parse()?,
            "--seed" => soak.seed = value.parse()?,
            _ => return Err(format!("unknown argument `{name}`; expected --calls, --concurrency or --seed").into()),
        }
    }
    Ok(soak)
}
