//! A file that a shipped endpoint answers: downloaded, and not printed as an answer.

use std::io::{IsTerminal as _, Write};
use std::path::Path;

use wxpay::client::Client;
use wxpay::endpoint::Operation;
use wxpay::payload::Message;

use crate::outcome::Failure;
use crate::{show, tell};

/// Downloads the file into `output`, or to `out`, where all of it is written once all of it is there.
pub(super) async fn save(
    client: &Client,
    operation: &Operation,
    request: &(dyn Message + Sync),
    output: Option<&Path>,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    if output.is_none() && std::io::stdout().is_terminal() {
        return Err(Failure::Usage("the answer is a file; --output FILE says where it goes".to_owned()));
    }
    let download = client.file_dyn(operation, request).await?.without_digest().limit(LARGEST);
    match output {
        Some(path) => {
            let downloaded = client.download_file(&download, path).await?;
            tell::note(&format!("{}: {} bytes; {UNSIGNED}", show::path(path), downloaded.written));
        }
        None => {
            let mut content = Vec::new();
            client.download(&download, &mut content).await?;
            out.write_all(&content)?;
            tell::note(&format!("{} bytes; {UNSIGNED}", content.len()));
        }
    }
    Ok(())
}

const UNSIGNED: &str = "WeChat Pay signs no digest of it: only the encrypted connection proves it";

/// In bytes, since standard output gets nothing before all of it is there.
const LARGEST: u64 = 64 << 20;
