//! The rooms of each crate, and the circles among them.

mod plan;
mod source;

use std::io;

use plan::{Plan, Room, said};

/// The crates to check, and the output.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The crates; by default all that have rooms
    crates: Vec<String>,
    /// Also prints the modules that lead from room to room in a circle
    #[arg(long)]
    why: bool,
    /// Fails if there is a circle, or a room that is too large
    #[arg(long)]
    check: bool,
}

/// Prints the rooms. With `--check`, fails if there is a circle or a large room.
pub(crate) fn run(arguments: &Arguments) -> io::Result<()> {
    let top = crate::top()?;
    let asked = |name: &str| arguments.crates.is_empty() || arguments.crates.iter().any(|asked| asked == name);
    let mut broken = Vec::new();
    for (name, is_sized) in CRATES.into_iter().filter(|(name, _)| asked(name)) {
        let plan = Plan::of(source::modules(&top.join(name))?);
        let (rooms, circles) = (plan.rooms(), plan.circles());
        println!("{name}: {} rooms", rooms.len());
        rooms.iter().for_each(print);
        for circle in &circles {
            let circle_in = format!("circle in {}: {}", said(&circle.folder), circle.rooms.join(", "));
            println!("  {circle_in}");
            if arguments.why {
                plan.why(circle).iter().for_each(|lead| println!("    {lead}"));
            }
            broken.push(format!("{name}: {circle_in}"));
        }
        let large = rooms.iter().filter(|room| is_sized && (room.files > FILES || room.lines > LINES));
        broken.extend(large.map(|room| {
            let Room { place, files, lines, .. } = room;
            format!(
                "{name}'s room {} has {files} files and {lines} lines; {FILES} and {LINES} are allowed",
                said(place)
            )
        }));
    }
    if broken.is_empty() || !arguments.check { Ok(()) } else { Err(io::Error::other(broken.join("\n       "))) }
}

fn print(room: &Room) {
    let imports: Vec<_> = room.imports.iter().map(|place| said(place)).collect();
    let files = if room.files == 1 { "file " } else { "files" };
    println!("  {:<34}{:>3} {files} {:>5} lines  {}", said(&room.place), room.files, room.lines, imports.join(" "));
}

/// The crates, and true if the size of their rooms is limited. (A product of the facade has a file for each endpoint.)
const CRATES: [(&str, bool); 5] =
    [("wxpay-macros", true), ("wxpay-core", false), ("wxpay", false), ("wxpay-sandbox", true), ("wxpay-cli", true)];

/// Maximum number of files and lines of a room. A larger one should be divided.
const FILES: usize = 12;
const LINES: usize = 1_500;
