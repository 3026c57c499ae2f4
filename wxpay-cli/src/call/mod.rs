//! `wxpay call`: any endpoint, signed and verified.

mod file;
mod request;
mod reveal;

use std::fs;
use std::io::{IsTerminal as _, Read as _, Write};
use std::path::{Path, PathBuf};

use clap::Args;
use http::Method;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::Value;
use wxpay::catalogue;
use wxpay::client::Client;
use wxpay::payload::Message;
use wxpay::text::{escaped, quoted};
use wxpay_sandbox::paths::{documented_at, nearest};

use self::request::{Call, find};
use crate::configuration::Source;
use crate::outcome::{Exit, Failure};
use crate::{show, tell};

/// Calls an endpoint, and prints its verified answer
///
/// A shipped endpoint (`wxpay endpoints`) is validated before anything is sent; its sensitive members are encrypted on the way
/// and printed in plain text. Any other endpoint is called without these checks, unless it looks like a mistyped one. If the
/// answer is a file, it is written to the file that --output names, or to standard output.
#[derive(Args)]
#[command(after_help = "Examples:
  wxpay call GET /v3/pay/transactions/out-trade-no/20260101000001 --query mchid=1900000001
  wxpay call POST /v3/pay/transactions/native --data @order.json
  wxpay call GET /v3/merchant-service/images/ChsyOD... --output picture.jpg
  wxpay call POST /v3/security/echo --data '{\"echo_message\":\"hello\",\"encrypted_echo_message\":\"hello\"}'")]
pub(crate) struct Arguments {
    /// GET, POST, PUT, PATCH or DELETE
    method: String,
    /// The path with its values, percent-encoded where necessary, with or without a query
    path: String,
    /// The body: JSON, @FILE, or - for standard input
    #[arg(short, long, value_name = "JSON|@FILE|-")]
    data: Option<String>,
    /// A query parameter, which is percent-encoded; may be given several times
    #[arg(short, long, value_name = "NAME=VALUE", value_parser = pair)]
    query: Vec<(String, String)>,
    /// A header that the endpoint declares, such as Idempotency-Key
    #[arg(long, value_name = "NAME=VALUE", value_parser = pair)]
    header: Vec<(String, String)>,
    /// File to write the answer to, if the endpoint answers a file; an existing file is replaced
    #[arg(short, long, value_name = "FILE", conflicts_with = "raw")]
    output: Option<PathBuf>,
    /// Sends the request unchecked: without the endpoint's rules, and even if the path looks mistyped
    #[arg(long)]
    raw: bool,
    #[command(flatten)]
    source: Source,
}

pub(crate) async fn run(arguments: &Arguments, out: &mut dyn Write) -> Result<Exit, Failure> {
    let method = method(&arguments.method)?;
    let (path, query) = target(arguments)?;
    let body = body(arguments.data.as_deref())?;
    let call = Call { method: &method, path: &path, query: &query, headers: &arguments.header, body: &body };
    let client = arguments.source.client()?;
    let output = arguments.output.as_deref();
    match (find(&method, &path), arguments.raw) {
        (Ok(found), false) if found.shipped.operation.file => {
            let mut request = found.shipped.blank_request();
            call.fill(&found, &mut *request).await?;
            file::save(&client, &found.shipped.operation, &*request, output, out).await?;
        }
        _ if output.is_some() => {
            return Err(Failure::Usage(format!("{} answers no file; leave out --output", quoted(&path))));
        }
        (Ok(found), false) => {
            let (mut request, mut answer) = (found.shipped.blank_request(), found.shipped.blank_response());
            call.fill(&found, &mut *request).await?;
            let sent = client.send_dyn(&found.shipped.operation, &*request, &mut *answer).await?;
            print(sent.body(), Some(&*answer), out)?;
        }
        (found, _) => {
            if let (Err(problem), false) = (found, arguments.raw) {
                not_shipped(&problem, &method, &path)?;
            }
            raw(&client, &call, out).await?;
        }
    }
    Ok(Exit::Done)
}

/// Refuses a mistyped path; for any other unknown path, notes that it is not checked.
fn not_shipped(problem: &str, method: &Method, path: &str) -> Result<(), Failure> {
    if let Some(documented) = documented_at(path).into_iter().find(|one| one.method == method.as_str()) {
        let page = documented.page.map(|page| format!(" ({page})")).unwrap_or_default();
        tell::note(&format!("{problem}; WeChat Pay has this endpoint{page}; it is sent unchecked"));
        return Ok(());
    }
    let shipped = catalogue();
    let lines: Vec<_> = shipped.iter().map(|one| (one.operation.method.as_str(), one.operation.path)).collect();
    match nearest(method.as_str(), path, &lines) {
        Some(nearest) if nearest.is_mistyped => {
            let question = format!("{problem}; did you mean `{}`? --raw sends it unchecked", nearest.line);
            return Err(Failure::Usage(escaped(question).to_string()));
        }
        Some(nearest) => {
            tell::note(&format!("{problem}; the nearest is {}; it is sent unchecked", nearest.line));
        }
        None => tell::note(&format!("{problem}; it is sent unchecked")),
    }
    Ok(())
}

async fn raw(client: &Client, call: &Call<'_>, out: &mut dyn Write) -> Result<(), Failure> {
    if !call.headers.is_empty() {
        return Err(Failure::Usage("only a shipped endpoint declares headers".to_owned()));
    }
    let target = match call.query {
        "" => call.path.to_owned(),
        query => format!("{}?{query}", call.path),
    };
    let answer = client.send_raw(call.method.clone(), &target, call.body.to_vec()).await?;
    print(answer.body(), None, out)
}

/// Prints the verified bytes. Opened members are in plain text.
fn print(body: &[u8], answer: Option<&dyn Message>, out: &mut dyn Write) -> Result<(), Failure> {
    match serde_json::from_slice::<Value>(body) {
        Ok(mut json) => {
            if let Some(answer) = answer {
                reveal::into(&mut json, answer.node());
            }
            writeln!(out, "{}", show::pretty(&json)?)?;
        }
        Err(_) => show::bytes(body, std::io::stdout().is_terminal(), out)?,
    }
    Ok(())
}

fn method(text: &str) -> Result<Method, Failure> {
    let known = [Method::GET, Method::POST, Method::PUT, Method::PATCH, Method::DELETE];
    let method = known.into_iter().find(|method| method.as_str().eq_ignore_ascii_case(text));
    method.ok_or_else(|| Failure::Usage(format!("expected GET, POST, PUT, PATCH or DELETE, found {}", quoted(text))))
}

/// Path and query.
fn target(arguments: &Arguments) -> Result<(String, String), Failure> {
    let (path, query) = arguments.path.split_once('?').unwrap_or((&arguments.path, ""));
    let problem = if !path.starts_with('/') {
        Some("begins with a slash, without scheme and host")
    } else if path.contains(['{', '}']) {
        Some("has values, not the names of its holes")
    } else {
        None
    };
    if let Some(problem) = problem {
        return Err(Failure::Usage(format!("{}: a path {problem}, as in /v3/certificates", quoted(path))));
    }
    let encoded = |text: &str| utf8_percent_encode(text, RESERVED).to_string();
    let given = arguments.query.iter().map(|(name, value)| format!("{}={}", encoded(name), encoded(value)));
    let pairs = Some(query.to_owned()).filter(|query| !query.is_empty()).into_iter().chain(given);
    Ok((path.to_owned(), pairs.collect::<Vec<_>>().join("&")))
}

fn body(data: Option<&str>) -> Result<Vec<u8>, Failure> {
    let unreadable = |what: &str, error: std::io::Error| Failure::Usage(format!("{what} cannot be read: {error}"));
    let body = match data {
        None => return Ok(Vec::new()),
        Some("-") => {
            let mut body = Vec::new();
            std::io::stdin().read_to_end(&mut body).map_err(|error| unreadable("standard input", error))?;
            body
        }
        Some(data) => match data.strip_prefix('@') {
            Some(path) => {
                fs::read(path).map_err(|error| unreadable(&show::path(Path::new(path)).to_string(), error))?
            }
            None => data.as_bytes().to_vec(),
        },
    };
    match serde_json::from_slice::<Value>(&body) {
        Ok(Value::Object(_)) => Ok(body),
        Ok(_) => Err(Failure::Usage("--data is not a JSON object".to_owned())),
        Err(error) => Err(Failure::Usage(format!("--data is not JSON: {error}"))),
    }
}

fn pair(text: &str) -> Result<(String, String), String> {
    let (name, value) = text.split_once('=').ok_or("expected NAME=VALUE")?;
    Ok((name.to_owned(), value.to_owned()))
}

const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');
