//! One connection of the proxy, exchange by exchange.

use std::io::{Error, ErrorKind, Result};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

use super::message::{message, middle};
use super::{Accident, Exchange, Line, TcpStream};

impl Line {
    /// Forwards exchanges until one side closes, or an accident ends the connection.
    pub(super) async fn carry(&self, mut client: TcpStream) -> Result<()> {
        client.set_nodelay(true)?;
        let (connection, mut server) = (self.connected(), None);
        let mut arrived = vec![0; PEEKED];
        loop {
            let count = client.peek(&mut arrived).await?;
            if count == 0 {
                return Ok(());
            }
            let (number, accident) = self.begin();
            let asked = |request| {
                self.asked(Exchange { number, connection, accident, request, answer: Vec::new(), over: false })
            };
            if accident == Some(Accident::ResetUnread) {
                let _over = asked(arrived.iter().take(count).copied().collect());
                return reset(client);
            }
            let Some(request) = message(&mut client).await? else { return Ok(()) };
            let open = asked(request.clone());
            match accident {
                Some(Accident::ResetRead) => return reset(client),
                Some(Accident::StallBefore) => return stall(client).await,
                Some(Accident::Garbage) => return client.write_all(b"\x16\x03\x01 this is no HTTP\r\n\r\n").await,
                _ => {}
            }
            let server = match &mut server {
                Some(server) => server,
                none => {
                    let server = none.insert(TcpStream::connect(self.upstream).await?);
                    server.set_nodelay(true)?;
                    server
                }
            };
            let Some(mut answer) = forward(&mut client, server, &request).await? else { return Ok(()) };
            open.answered(&answer);
            (self.change)(&mut answer);
            match accident {
                Some(Accident::ResetProcessed) => return reset(client),
                Some(Accident::StallAfter) => return stall(client).await,
                Some(Accident::ResetInAnswer) => {
                    client.write_all(beginning(&answer)).await?;
                    return reset(client);
                }
                Some(Accident::Closed) => return client.write_all(&answer).await,
                Some(Accident::Truncated) => return client.write_all(beginning(&answer)).await,
                Some(Accident::Drip(pause)) => {
                    for byte in &answer {
                        client.write_all(&[*byte]).await?;
                        tokio::time::sleep(pause).await;
                    }
                }
                _ => client.write_all(&answer).await?,
            }
        }
    }
}

/// The sandbox's answer; `None` if the sandbox closes, or if the client leaves first.
async fn forward(client: &mut TcpStream, server: &mut TcpStream, request: &[u8]) -> Result<Option<Vec<u8>>> {
    server.write_all(request).await?;
    let mut more = [0; 1];
    tokio::select! {
        biased;
        answer = message(server) => answer,
        gone = client.peek(&mut more) => match gone? {
            0 => Ok(None),
            _ => Err(Error::new(ErrorKind::InvalidData, "a request came before the last was answered")),
        },
    }
}

/// Closes with a reset, whatever is left to read or write.
fn reset(client: TcpStream) -> Result<()> {
    client.set_zero_linger()
}

/// Holds the connection until the client gives up.
async fn stall(mut client: TcpStream) -> Result<()> {
    let mut ignored = [0; 64];
    while client.read(&mut ignored).await? > 0 {}
    Ok(())
}

fn beginning(answer: &[u8]) -> &[u8] {
    answer.get(..middle(answer)).unwrap_or(answer)
}

/// Length of an unread request that is stored, in bytes.
const PEEKED: usize = 16 * 1024;
