//! Declares every operation of the facts by a generator, and tests the declarations. No declaration is adapted by hand.
//!
//! ```text
//! tests/facts -> operation -> declaration, values -> rustc -> runner: build, encode, look at the wire, read, compare
//! ```
//!
//! An operation that does not compile is left out, and rustc's error is printed. The runner is a program of its own
//! (`runner.rs`, not a module of this one). It compares with the facts, not with the tables of the declarations.

mod declaration;
mod operation;
// Reads the files of facts, and documents their form. It was written for tests, and panics if the data is invalid.
#[path = "../../../../tests/src/facts/outline.rs"]
#[allow(dead_code, clippy::expect_used, reason = "only half of it is needed here")]
mod outline;
mod together;
mod values;
mod words;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;
use std::{fs, io};

use serde_json::json;

use self::operation::Operation;
use super::compiler::{Compiled, Compiler, Message};

/// The operations to declare.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Only these products, by the names of their files
    families: Vec<String>,
    /// Only every Nth operation
    #[arg(long, default_value_t = 1, value_parser = clap::value_parser!(u16).range(1..))]
    every: u16,
}

/// Declares the operations, compiles and runs them. Prints the ones that could not be declared, the failures, and the times.
pub(crate) fn run(arguments: &Arguments) -> io::Result<()> {
    let operations: Vec<_> = operations(&arguments.families)?.into_iter().step_by(arguments.every.into()).collect();
    let compiler = Compiler::new()?;
    let mut program = Program::write(&operations)?;
    let begun = Instant::now();
    let built = program.build(&compiler)?;
    let compiled_in = begun.elapsed();
    for (operation, error) in &program.refused {
        println!("cannot be declared: {operation}: {error}");
    }
    let mut unsaid = BTreeMap::<_, Vec<_>>::new();
    for operation in &operations {
        for demand in words::unsaid(operation) {
            unsaid.entry(demand).or_default().push(&operation.endpoint);
        }
    }
    for (demand, endpoints) in &unsaid {
        let some: Vec<_> = endpoints.iter().take(3).map(|endpoint| endpoint.as_str()).collect();
        println!("not said: {demand}: {} operations, such as {}", endpoints.len(), some.join(", "));
    }
    println!(
        "{} operations, {} declared; compiled in {:.1} s, {:.1} s for the last of {} builds",
        operations.len(),
        operations.len() - program.refused.len(),
        compiled_in.as_secs_f64(),
        built.took.as_secs_f64(),
        program.builds
    );
    let begun = Instant::now();
    crate::succeeds(Command::new(program.executable()).arg(program.folder.join(CASES)))?;
    println!("run in {:.1} s", begun.elapsed().as_secs_f64());
    let refused: Vec<_> = program.refused.keys().collect();
    if refused.is_empty() { Ok(()) } else { Err(io::Error::other(format!("not declared: {refused:?}"))) }
}

/// The source of an operation's declaration.
pub(super) fn declaration(operation: &Operation) -> String {
    declaration::of(operation)
}

/// The operations of these products, or of all.
pub(super) fn operations(families: &[String]) -> io::Result<Vec<Operation>> {
    let folder = crate::top()?.join("tests/facts/operations");
    let mut files: Vec<PathBuf> = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?;
    files.sort();
    let mut operations = Vec::new();
    for file in files {
        let family = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        if families.is_empty() || families.contains(&family) {
            let lines = outline::read(&fs::read_to_string(&file)?);
            let read = lines.iter().map(|line| Operation::of_line(line, &family)).collect::<Result<Vec<_>, _>>();
            operations.extend(read.map_err(|error| io::Error::other(format!("{}: {error}", file.display())))?);
        }
    }
    if operations.is_empty() {
        return Err(io::Error::other("no operations; the products are the files of tests/facts/operations"));
    }
    Ok(operations)
}

/// The program with the declarations, one file for each.
struct Program<'a> {
    folder: PathBuf,
    operations: &'a [Operation],
    /// The error of rustc, by the operation's endpoint.
    refused: BTreeMap<String, String>,
    builds: usize,
}

impl<'a> Program<'a> {
    fn write(operations: &'a [Operation]) -> io::Result<Self> {
        let folder = super::folder()?.join("facts");
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        fs::create_dir_all(folder.join("operations"))?;
        fs::write(folder.join("main.rs"), RUNNER)?;
        let mut cases = Vec::new();
        for (number, operation) in operations.iter().enumerate() {
            fs::write(folder.join(file(number)), declaration::of(operation))?;
            cases.push(json!({
                "endpoint": operation.endpoint,
                "requests": values::requests(operation),
                "answers": values::answers(operation),
            }));
        }
        fs::write(folder.join(CASES), json!(cases).to_string())?;
        Ok(Self { folder, operations, refused: BTreeMap::new(), builds: 0 })
    }

    /// Builds the program, without the refused operations, until rustc refuses no other.
    fn build(&mut self, compiler: &Compiler) -> io::Result<Compiled> {
        loop {
            self.list()?;
            let mut rustc = compiler.command("rustc", &self.folder.join("main.rs"));
            rustc.args(["--crate-type", "bin", "-o"]).arg(self.executable());
            let compiled = compiler.compile(&mut rustc)?;
            self.builds += 1;
            if let Some(breakdown) = compiled.breakdown() {
                return Err(io::Error::other(breakdown));
            }
            let before = self.refused.len();
            for error in compiled.errors() {
                let number = error.place.as_ref().and_then(|place| number(Path::new(&place.file)));
                let Some(operation) = number.and_then(|number| self.operations.get(number)) else {
                    return Err(io::Error::other(format!("an error elsewhere: {}", error.rendered)));
                };
                self.refused.entry(operation.endpoint.clone()).or_insert_with(|| said(error));
            }
            if self.refused.len() == before {
                return Ok(compiled);
            }
        }
    }

    /// Writes the modules and the table of the declared operations.
    fn list(&self) -> io::Result<()> {
        let (mut modules, mut cases) = (String::new(), String::new());
        for (number, operation) in self.operations.iter().enumerate() {
            if !self.refused.contains_key(&operation.endpoint) {
                modules.push_str(&format!("#[path = {:?}] mod o{number};\n", file(number)));
                let case = if operation.file { "file" } else { "case" };
                cases.push_str(&format!("    {case}::<o{number}::Request>({:?}),\n", operation.endpoint));
            }
        }
        let table = format!("{modules}\nconst CASES: &[Case] = &[\n{cases}];\n");
        fs::write(self.folder.join("cases.rs"), table)
    }

    fn executable(&self) -> PathBuf {
        self.folder.join("run")
    }
}

/// The error, and its token.
fn said(error: &Message) -> String {
    let source = error.place.as_ref().map_or("", |place| place.source.as_str());
    format!("`{source}`: {}", error.text.lines().next().unwrap_or_default())
}

fn file(number: usize) -> String {
    format!("operations/o{number}.rs")
}

/// The number in the name of an operation's file.
fn number(file: &Path) -> Option<usize> {
    file.file_stem()?.to_str()?.strip_prefix('o')?.parse().ok()
}

const RUNNER: &str = include_str!("runner.rs");

const CASES: &str = "cases.json";
