//! The end of a command: exit codes, and failures in words.

use std::fmt;
use std::io;
use std::process::ExitCode;

use http::{Method, StatusCode};
use serde_json::{Value, json};
use tokio::runtime::Runtime;
use wxpay::client::ConfigError;
use wxpay::error::{Error, ErrorKind, Outcome};
use wxpay::text::{LIKE_A_KEY, escaped, looks_like_a_key};

use crate::tell;

/// The exit codes, as in the help and the README.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Exit {
    Done = 0,
    /// The command line, the configuration, the request or a file here is wrong.
    Usage = 1,
    NotSent = 2,
    Refused = 3,
    Unknown = 4,
    /// `doctor` and `explain`: something is wrong. `bill`: rows cannot be read, or do not fit the sums.
    Wrong = 5,
    /// `bill`: nothing happened on that day.
    Nothing = 6,
    /// `bill`: it is being made.
    NotYet = 7,
    /// `doctor --notify-url`: nothing is wrong, but the notification is not proven.
    Unproven = 8,
    /// Ctrl-C, or SIGTERM.
    Interrupted = 130,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

/// The reason that a command failed.
pub(crate) enum Failure {
    /// The command line, the configuration, or a file here is wrong; the text has the problem and the remedy.
    Usage(String),
    /// A call to WeChat Pay failed.
    Call(Box<Error>),
    /// The output cannot be written.
    Output(io::Error),
    /// The process was told to end.
    Interrupted,
}

impl Failure {
    /// Reports the failure on standard error, and returns the exit code.
    pub(crate) fn report(self) -> Exit {
        let exit = match &self {
            // The reader of the output has seen enough.
            Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => return Exit::Done,
            Self::Usage(_) | Self::Output(_) => Exit::Usage,
            Self::Interrupted => Exit::Interrupted,
            Self::Call(error) => match error.outcome() {
                // A request that breaks a rule will break it again.
                Outcome::NotSent if is_callers(error.kind()) => Exit::Usage,
                Outcome::NotSent => Exit::NotSent,
                Outcome::Refused => Exit::Refused,
                Outcome::Unknown => Exit::Unknown,
            },
        };
        tell::failure(&self.json(exit), &format!("wxpay: {self}"));
        exit
    }

    fn json(&self, exit: Exit) -> Value {
        let mut object = json!({ "exit": exit as u8, "error": self.to_string() });
        if let (Self::Call(error), Some(members)) = (self, object.as_object_mut()) {
            let api = error.api();
            let of_call = json!({
                "outcome": match error.outcome() {
                    Outcome::NotSent => "not_sent",
                    Outcome::Refused => "refused",
                    Outcome::Unknown => "unknown",
                },
                "status": error.status().map(|status| status.as_u16()),
                "code": api.map(|api| api.code().as_str()),
                "message": api.map(wxpay::error::ApiError::message),
                "detail": api.and_then(|api| api.detail()),
                "request_id": error.request_id(),
                "number": error.number(),
            });
            members.extend(of_call.as_object().cloned().unwrap_or_default());
        }
        object
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage(problem) => f.write_str(problem),
            Self::Interrupted => f.write_str("interrupted; no file was left"),
            Self::Output(error) => write!(f, "the output cannot be written: {error}"),
            Self::Call(error) if !error.violations().is_empty() => {
                f.write_str("the request is not valid, and nothing was sent:")?;
                error.violations().iter().try_for_each(|violation| write!(f, "\n  {violation}"))
            }
            Self::Call(error) => {
                write!(f, "{error}")?;
                if let Some(detail) = error.api().and_then(|api| api.detail()) {
                    write!(f, "\n  detail: {}", escaped(detail))?;
                }
                remedy(error).map_or(Ok(()), |remedy| write!(f, "\n  {remedy}"))
            }
        }
    }
}

fn is_callers(kind: &ErrorKind) -> bool {
    matches!(kind, ErrorKind::Invalid(_) | ErrorKind::Encode(_) | ErrorKind::Seal(_))
}

fn remedy(error: &Error) -> Option<&'static str> {
    if error.status() == Some(StatusCode::UNAUTHORIZED) {
        return Some("`wxpay doctor` checks keys, serial and clock");
    }
    let asks_only = error.encoded().is_some_and(|encoded| encoded.method() == Method::GET);
    match (error.outcome(), error.number()) {
        (Outcome::Unknown, _) if asks_only => None,
        (Outcome::Unknown, Some(_)) => Some("query that number, or repeat the same call; never use a new number"),
        (Outcome::Unknown, None) => Some("find out whether it was done before you repeat it"),
        _ => None,
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::Call(Box::new(error))
    }
}

/// The runtime, or the reason that the system does not provide one.
pub(crate) fn started(runtime: io::Result<Runtime>) -> Result<Runtime, Failure> {
    let remedy = "a few more file descriptors are needed (`ulimit -n`)";
    runtime.map_err(|error| Failure::Usage(format!("the process cannot start: {error}; {remedy}")))
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

impl From<ConfigError> for Failure {
    fn from(error: ConfigError) -> Self {
        let problems =
            error.problems.iter().map(|problem| format!("\n  {}: {}", problem.setting, escaped(&problem.fault)));
        let remedy = "\nA setting is given in wxpay.toml, in the environment (WXPAY_MCHID) or on the command line \
                      (--mchid); `wxpay doctor` checks them all";
        Self::Usage(format!("the configuration is incomplete:{}{remedy}", problems.collect::<String>()))
    }
}

/// Prints clap's output: help, the version, or an error. An error may contain a value, which may be a key.
pub(crate) fn usage(error: &clap::Error) -> ExitCode {
    let told = error.render().to_string();
    if error.use_stderr() {
        let is_key = given().any(|value| is_repeated(&value, &told));
        let hidden = format!("error: {}: {LIKE_A_KEY} in the wrong place; give the path of its file", error.kind());
        let told = if is_key { hidden } else { told.trim_end().to_owned() };
        // The arguments were not parsed.
        tell::for_machines(std::env::args_os().any(|argument| argument == "--json"));
        tell::failure(&json!({ "exit": Exit::Usage as u8, "error": told }), &told);
        return Exit::Usage.into();
    }
    // An error means that the reader has seen enough.
    let _ = error.print();
    Exit::Done.into()
}

/// All given values: each argument, the part behind its `=`, and the values in the environment.
fn given() -> impl Iterator<Item = String> {
    let arguments = std::env::args_os().skip(1).flat_map(|argument| {
        let argument = argument.to_string_lossy().into_owned();
        let value = argument.split_once('=').map(|(_, value)| value.to_owned());
        [Some(argument), value]
    });
    let set = std::env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("WXPAY_"));
    arguments.flatten().chain(set.map(|(_, value)| value.to_string_lossy().into_owned()))
}

/// Clap may repeat only a part: a line, or the part before a `=`.
fn is_repeated(value: &str, told: &str) -> bool {
    let mut parts = value.split(['\r', '\n', '=']).filter(|part| !part.is_empty());
    looks_like_a_key(value) && parts.any(|part| told.contains(part))
}

pub(crate) const EXIT_CODES: &str = "\
Exit codes:
  0  done
  1  the command line, the configuration, the request or a file here is wrong; nothing was sent
  2  nothing reached WeChat Pay: it can be tried again as it is
  3  WeChat Pay refused, and nothing was done
  4  the outcome is unknown: ask before you repeat
  5  doctor, explain: something is wrong; bill --json: rows cannot be read, or do not fit the sums
  6  bill: nothing happened on that day
  7  bill: it is being made; ask again in half an hour
  8  doctor --notify-url: nothing is wrong, but nobody has seen the notification arrive
  130  bill: interrupted, and no file was left";
