//! Measures the memory that a large bill takes: downloads it over a real connection, verifies its digest and reads all of it. The
//! bill is made while it is sent.

use std::io::{self, BufRead as _, BufReader, BufWriter, Read as _, Write};
use std::net::TcpListener;
use std::path::Path;
use std::thread;

use flate2::Compression;
use flate2::write::GzEncoder;
use wxpay::bill::{BillReader, TradeRow};
use wxpay::client::RetryPolicy;
use wxpay::crypto::{Backend, DigestAlgorithm, Digester};
use wxpay::download::Download;
use wxpay::prelude::*;
use wxpay_sandbox::Sandbox;

/// The result of a run.
#[derive(Debug)]
pub struct Report {
    /// Number of bytes, unpacked.
    pub bytes: u64,
    /// Number of bytes on the wire.
    pub received: u64,
    /// Number of rows that were read.
    pub rows: u64,
    /// Sum of the payments.
    pub total: Fen,
    /// Peak memory of the process in KiB, before the download and after the reading; `None` if the system does not report it.
    pub peak: Option<(u64, u64)>,
}

/// Downloads a bill of about `bytes` bytes into `folder`, compressed on the wire, and reads it.
///
/// # Panics
/// The bill that was read differs from the bill that was made.
pub async fn run(bytes: u64, folder: &Path) -> Report {
    let rows = bytes / ROW;
    let mut hashed = Hashed { digester: Backend::preferred().unwrap().digester(DigestAlgorithm::Sha1), bytes: 0 };
    write(&mut hashed, rows).unwrap();
    let (bytes, hash) = (hashed.bytes, hashed.digester.finish());
    let hash: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();

    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let server = thread::spawn(move || serve(&listener, rows));
    let sandbox = Sandbox::start().await.unwrap();
    let client = sandbox.credentials().client_builder().hosts([&url]).retry(RetryPolicy::STANDARD).build().unwrap();
    let before = peak();
    let download = Download::new(format!("{url}/v3/billdownload/file?token=big"), "SHA1", hash).gunzip(true);
    let path = folder.join("big.csv");
    let downloaded = client.download_file(&download, &path).await.unwrap();
    server.join().unwrap().unwrap();
    assert_eq!(downloaded.written, bytes);

    let mut reader = BillReader::<TradeRow, _>::open(&path).unwrap();
    let (mut read, mut total) = (0, Fen::new(0));
    for row in reader.by_ref() {
        read += 1;
        total = total.checked_add(row.unwrap().total.unwrap()).unwrap();
    }
    assert_eq!((reader.summary().unwrap().count, read), (Some(rows), rows));
    Report { bytes, received: downloaded.received, rows: read, total, peak: before.zip(peak()) }
}

/// Answers one request with a bill of `rows` rows.
fn serve(listener: &TcpListener, rows: u64) -> io::Result<()> {
    let (connection, _) = listener.accept()?;
    let mut request = BufReader::new(&connection).lines();
    while !request.next().transpose()?.unwrap_or_default().is_empty() {}
    let mut connection = BufWriter::new(&connection);
    connection.write_all(b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: application/x-gzip\r\n\r\n")?;
    let mut packed = GzEncoder::new(connection, Compression::fast());
    write(&mut packed, rows)?;
    packed.finish()?.flush()
}

fn write(to: &mut impl Write, rows: u64) -> io::Result<()> {
    to.write_all(
        "\u{feff}交易时间,商户号,微信订单号,商户订单号,交易状态,商品名称,手续费,费率,订单金额\r\n".as_bytes(),
    )?;
    for row in 0..rows {
        // Each row has the same length, whatever its number.
        let line = format!(
            "`2026-01-01 12:34:56,`1900000001,`4200{row:024},`ORDER{row:027},`SUCCESS,`A teapot, blue, with its lid, \
             number {row:012},`0.00600,`0.60%,`1.00\r\n"
        );
        to.write_all(line.as_bytes())?;
    }
    write!(to, "总交易单数,订单总金额\r\n`{rows},`{rows}.00\r\n")
}

struct Hashed {
    digester: Box<dyn Digester>,
    bytes: u64,
}

impl Write for Hashed {
    fn write(&mut self, piece: &[u8]) -> io::Result<usize> {
        self.digester.update(piece);
        self.bytes += piece.len() as u64;
        Ok(piece.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The peak memory of this process in KiB, as Linux reports it.
fn peak() -> Option<u64> {
    let mut status = String::new();
    std::fs::File::open("/proc/self/status").ok()?.read_to_string(&mut status).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().trim_end_matches(" kB").parse().ok()
}

/// Approximate number of bytes of a row.
const ROW: u64 = 180;
