//! Downloads and reads a bill of this many megabytes (2000 by default), and prints the memory that this took.

use std::error::Error;
use std::time::Instant;

use wxpay_tests::big_bill;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let megabytes: u64 = std::env::args().nth(1).map_or(Ok(2000), |megabytes| megabytes.parse())?;
    let folder = tempfile::tempdir()?;
    let began = Instant::now();
    let report = big_bill::run(megabytes * 1_000_000, folder.path()).await;
    println!("{report:?} in {:?}", began.elapsed());
    Ok(())
}
