//! Load on the sandbox: `load --orders 100000 --concurrency 32` places that many orders, each once, with real signatures on both
//! sides, and with the books in a file. Prints the speed and the memory. The exit code is 1 if an order failed or is missing in
//! the books.

use std::error::Error;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use wxpay::client::{Client, RetryPolicy};
use wxpay_sandbox::Sandbox;
use wxpay_tests::order;

type Failed = Box<dyn Error + Send + Sync>;

#[tokio::main]
async fn main() -> Result<ExitCode, Failed> {
    let (orders, concurrency) = asked()?;
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("books.db");
    let sandbox = Sandbox::builder().database(&path).start().await?;
    let client = sandbox.client_builder().retry(RetryPolicy::OFF).build()?;
    let next = Arc::new(AtomicU64::new(0));
    let begun = Instant::now();
    let says = tokio::spawn(progress(next.clone(), begun));
    let workers: Vec<_> = (0..concurrency).map(|_| tokio::spawn(place(client.clone(), next.clone(), orders))).collect();
    let mut failures = Vec::new();
    for worker in workers {
        failures.extend(worker.await?);
    }
    says.abort();
    let (seconds, placed) = (begun.elapsed().as_secs_f64(), sandbox.count("orders")?);
    println!("{orders} orders in {seconds:.1} s: {:.0} a second", orders as f64 / seconds);
    println!("{} s of processor time, {} at most", cpu()?, status("VmHWM")?);
    println!("{placed} orders in the books, which take {} MB", path.metadata()?.len() / 1_000_000);
    println!("{} failed", failures.len());
    failures.iter().take(3).for_each(|failure| println!("  {failure}"));
    Ok(if failures.is_empty() && placed == orders { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Places orders until all are placed.
async fn place(client: Client, next: Arc<AtomicU64>, orders: u64) -> Vec<String> {
    let mut failures = Vec::new();
    loop {
        let number = next.fetch_add(1, Ordering::Relaxed);
        if number >= orders {
            return failures;
        }
        if let Err(error) = client.send(&order(&client, &format!("LOAD{number:010}"))).await {
            failures.push(error.to_string());
        }
    }
}

/// Prints the progress and the resident memory every ten seconds, so that growth shows.
async fn progress(next: Arc<AtomicU64>, begun: Instant) {
    loop {
        tokio::time::sleep(Duration::from_secs(10)).await;
        let memory = status("VmRSS").unwrap_or_default();
        println!("{:>4} s  {:>8} orders  {memory}", begun.elapsed().as_secs(), next.load(Ordering::Relaxed));
    }
}

/// A line of Linux's status of this process.
fn status(name: &str) -> Result<String, Failed> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'));
    Ok(line.ok_or_else(|| format!("no {name}"))?.trim().to_owned())
}

/// Processor time of this process so far, in seconds.
fn cpu() -> Result<u64, Failed> {
    let stat = std::fs::read_to_string("/proc/self/stat")?;
    let fields: Vec<_> = stat.rsplit_once(')').ok_or("no name")?.1.split_whitespace().collect();
    let ticks = |index: usize| fields.get(index).ok_or("no ticks")?.parse::<u64>().map_err(Failed::from);
    // Linux reports hundredths of a second, whatever its own tick is.
    Ok((ticks(11)? + ticks(12)?) / 100)
}

fn asked() -> Result<(u64, usize), Failed> {
    let (mut orders, mut concurrency) = (100_000, 32);
    let mut arguments = std::env::args().skip(1);
    while let Some(name) = arguments.next() {
        let value = arguments.next().ok_or_else(|| format!("`{name}` needs a number"))?;
        match name.as_str() {
            "--orders" => orders = value.parse()?,
            "--concurrency" => concurrency = value.parse()?,
            _ => return Err(format!("unknown argument `{name}`; expected --orders or --concurrency").into()),
        }
    }
    Ok((orders, concurrency))
}
