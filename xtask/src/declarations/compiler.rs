//! Calls rustc for one file, against a wxpay that cargo has built once.

use std::fs::{self, File};
use std::io;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus};
use std::thread::sleep;
use std::time::{Duration, Instant};

use serde_json::Value;

/// A built wxpay, and the options to compile against it.
pub(super) struct Compiler {
    /// The folder of this process for rustc's output.
    folder: PathBuf,
    dependencies: PathBuf,
    externs: Vec<String>,
}

/// The result of compiling a file.
pub(super) struct Compiled {
    /// Its messages, except the count at the end.
    pub(super) messages: Vec<Message>,
    /// Output that is not a message, such as an internal error.
    pub(super) rest: String,
    /// `None` if it was stopped.
    pub(super) status: Option<ExitStatus>,
    pub(super) took: Duration,
}

/// An error or a warning.
pub(super) struct Message {
    /// `error`, `warning` and others.
    pub(super) level: String,
    /// The code, such as `E0277` or the name of a lint.
    pub(super) code: String,
    pub(super) text: String,
    /// The first of the primary places; `None` if the message is about the whole crate.
    pub(super) place: Option<Place>,
    /// The message as rustc prints it.
    pub(super) rendered: String,
}

/// A place in a source.
pub(super) struct Place {
    pub(super) file: String,
    /// Its bytes in the file.
    pub(super) bytes: Range<usize>,
    /// The source text at that place.
    pub(super) source: String,
    /// The macro that expanded to it; empty if the author wrote it.
    pub(super) expanded_from: String,
}

impl Compiler {
    /// Builds wxpay without products, and the other crates that a declaration names.
    pub(super) fn new() -> io::Result<Self> {
        let folder = super::folder()?;
        let package = folder.join("built");
        fs::create_dir_all(package.join("src"))?;
        let top = crate::top()?;
        let manifest = format!(
            "[package]\nname = \"built\"\nedition = \"2024\"\n[dependencies]\n\
             bytes = \"1\"\nhttp = \"1\"\nwxpay-v3 = {{ path = {:?}, default-features = false, features = [\"server\"] }}\nserde_json = \"1\"\n[workspace]\n",
            top.join("wxpay")
        );
        fs::write(package.join("Cargo.toml"), manifest)?;
        fs::write(package.join("src/lib.rs"), "")?;
        fs::copy(top.join("Cargo.lock"), package.join("Cargo.lock"))?;
        let target = folder.join("target");
        let mut cargo = Command::new("cargo");
        cargo.args(["build", "-q", "--message-format=json"]).current_dir(&package);
        cargo.env("CARGO_TARGET_DIR", &target).env("CARGO_INCREMENTAL", "0");
        let said = crate::printed(&mut cargo)?;
        let externs = LIBRARIES.map(|name| {
            let library = said.lines().find_map(|line| library(line, name));
            let library = library.ok_or_else(|| io::Error::other(format!("cargo did not report {name}")));
            library.map(|library| format!("{name}={library}"))
        });
        let externs = externs.into_iter().collect::<io::Result<_>>()?;
        let folder = folder.join(format!("rustc-{}", std::process::id()));
        fs::create_dir_all(&folder)?;
        Ok(Self { folder, dependencies: target.join("debug/deps"), externs })
    }

    /// Command line of rustc or clippy, with everything that the file needs.
    pub(super) fn command(&self, program: &str, source: &Path) -> Command {
        self.command_calling("wxpay", program, source)
    }

    /// [`Self::command`], with `name` as the name of wxpay.
    pub(super) fn command_calling(&self, name: &str, program: &str, source: &Path) -> Command {
        let mut command = Command::new(program);
        command.arg(source).args(["--edition", "2024", "--error-format", "json", "-C", "debuginfo=0"]);
        command.arg("-L").arg(format!("dependency={}", self.dependencies.display()));
        command.arg("--out-dir").arg(&self.folder).args(["--crate-name", "declared"]);
        for library in &self.externs {
            let renamed = library.strip_prefix("wxpay=").map(|library| format!("{name}={library}"));
            command.arg("--extern").arg(renamed.as_ref().unwrap_or(library));
        }
        command.current_dir(&self.folder);
        command
    }

    /// Checks the file without generating code.
    pub(super) fn check(&self, source: &Path) -> io::Result<Compiled> {
        self.compile(self.command("rustc", source).args(["--crate-type", "lib", "--emit", "metadata"]))
    }

    /// Runs a [`Compiler::command`].
    pub(super) fn compile(&self, command: &mut Command) -> io::Result<Compiled> {
        let said = self.folder.join("said");
        let begun = Instant::now();
        let mut child = command.stderr(File::create(&said)?).spawn()?;
        let status = loop {
            match child.try_wait()? {
                Some(status) => break Some(status),
                None if begun.elapsed() > AT_MOST => {
                    child.kill()?;
                    child.wait()?;
                    break None;
                }
                None => sleep(Duration::from_millis(2)),
            }
        };
        let took = begun.elapsed();
        let (mut messages, mut rest) = (Vec::new(), String::new());
        for line in String::from_utf8_lossy(&fs::read(&said)?).lines() {
            match serde_json::from_str::<Value>(line).ok().as_ref().and_then(Message::of) {
                Some(message) if message.is_about_the_others() => {}
                Some(message) => messages.push(message),
                None => {
                    rest.push_str(line);
                    rest.push('\n');
                }
            }
        }
        Ok(Compiled { messages, rest, status, took })
    }
}

impl Drop for Compiler {
    fn drop(&mut self) {
        // Leftovers are in cargo's target folder.
        let _ = fs::remove_dir_all(&self.folder);
    }
}

impl Compiled {
    pub(super) fn errors(&self) -> impl Iterator<Item = &Message> {
        self.messages.iter().filter(|message| message.level.starts_with("error"))
    }

    /// A failure of the compiler itself, which no source may cause.
    pub(super) fn breakdown(&self) -> Option<String> {
        let internal = |text: &str| text.contains("internal compiler error") || text.contains("panicked");
        let message =
            self.messages.iter().find(|message| internal(&message.text) || message.level.contains("internal"));
        match (self.status, message) {
            (None, _) => Some(format!("does not end within {} s", AT_MOST.as_secs())),
            (_, Some(message)) => Some(message.text.clone()),
            (Some(status), _) if !matches!(status.code(), Some(0 | 1)) => Some(format!("{status}: {}", self.rest)),
            _ if internal(&self.rest) => Some(self.rest.clone()),
            _ => None,
        }
    }
}

impl Message {
    fn of(json: &Value) -> Option<Self> {
        let text = |name: &str| Some(json.get(name)?.as_str()?.to_owned());
        let places = json.get("spans")?.as_array()?;
        let primary = places.iter().find(|place| place.get("is_primary").and_then(Value::as_bool) == Some(true));
        Some(Self {
            level: text("level")?,
            code: json.pointer("/code/code").and_then(Value::as_str).unwrap_or_default().to_owned(),
            text: text("message")?,
            place: primary.and_then(Place::of),
            rendered: text("rendered").unwrap_or_default(),
        })
    }

    /// Returns true for "aborting due to 2 previous errors" and the like.
    fn is_about_the_others(&self) -> bool {
        self.place.is_none()
            && self.code.is_empty()
            && (self.level == "failure-note"
                || self.text.contains(" emitted")
                || self.text.starts_with("aborting due to"))
    }
}

impl Place {
    fn of(json: &Value) -> Option<Self> {
        let number = |of: &Value, name: &str| of.get(name)?.as_u64();
        let lines = json.get("text")?.as_array()?;
        let part = |line: &Value| {
            let text: Vec<char> = line.get("text")?.as_str()?.chars().collect();
            let end = |name| Some(usize::try_from(number(line, name)?).ok()?.saturating_sub(1));
            Some(text.get(end("highlight_start")?..end("highlight_end")?)?.iter().collect::<String>())
        };
        let source: Vec<_> = lines.iter().filter_map(part).collect();
        let byte = |name| usize::try_from(number(json, name)?).ok();
        Some(Self {
            bytes: byte("byte_start")?..byte("byte_end")?,
            file: json.get("file_name")?.as_str()?.to_owned(),
            source: source.join("\n"),
            expanded_from: json
                .pointer("/expansion/macro_decl_name")
                .and_then(Value::as_str)
                .unwrap_or_default()
                .to_owned(),
        })
    }
}

/// The library with that name, if the line of cargo's output reports it.
fn library(line: &str, name: &str) -> Option<String> {
    let artifact: Value = serde_json::from_str(line).ok()?;
    if artifact.pointer("/target/name")?.as_str()? != name {
        return None;
    }
    let files = artifact.get("filenames")?.as_array()?.iter();
    files.filter_map(Value::as_str).find(|file| file.ends_with(".rlib")).map(str::to_owned)
}

const LIBRARIES: [&str; 4] = ["wxpay", "bytes", "http", "serde_json"];

/// Longer than any compilation, even on a busy machine.
const AT_MOST: Duration = Duration::from_secs(3600);

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::Message;

    #[test]
    fn a_message_is_read_with_what_stands_at_its_place() {
        let place = json!({
            "file_name": "a.rs", "is_primary": true, "expansion": null, "byte_start": 13, "byte_end": 18,
            "text": [{"text": "    pub 数: Strin,", "highlight_start": 12, "highlight_end": 17}],
        });
        let message = json!({
            "level": "error", "message": "cannot find type `Strin`", "code": {"code": "E0425"}, "spans": [place],
            "rendered": "error[E0425]",
        });
        let read = Message::of(&message).map(|message| {
            let place = message.place.map(|place| (place.source, place.bytes, place.expanded_from));
            (message.level, message.code, place)
        });
        let place = Some(("Strin".to_owned(), 13..18, String::new()));
        assert_eq!(read, Some(("error".to_owned(), "E0425".to_owned(), place)));
    }

    #[test]
    fn the_count_at_the_end_is_no_message() {
        let end = json!({"level": "error", "message": "aborting due to 2 previous errors", "code": null, "spans": []});
        assert_eq!(Message::of(&end).map(|message| message.is_about_the_others()), Some(true));
    }
}
