//! Which room imports which, and the circles among them.

use std::collections::{BTreeMap, BTreeSet};

use super::source::{Module, Place};

/// A crate's modules, and how they hang together.
pub(super) struct Plan {
    modules: BTreeMap<Place, Module>,
    /// For each module, the modules that its paths lead to.
    uses: BTreeMap<Place, BTreeSet<Place>>,
}

/// A folder's own files, or a module without a folder.
#[derive(Debug)]
pub(super) struct Room {
    pub(super) place: Place,
    pub(super) files: usize,
    pub(super) lines: usize,
    /// The rooms that its files import.
    pub(super) imports: BTreeSet<Place>,
}

/// Rooms, or modules, that lie side by side and lead in a circle.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Circle {
    pub(super) folder: Place,
    pub(super) rooms: Vec<String>,
}

impl Plan {
    pub(super) fn of(modules: BTreeMap<Place, Module>) -> Self {
        let uses = modules.iter().map(|(place, module)| {
            let paths = module.mentioned.iter().filter_map(|path| lead(&modules, place, path, 8));
            (place.clone(), paths.filter(|target| target != place).collect())
        });
        Self { uses: uses.collect(), modules }
    }

    /// Every room.
    pub(super) fn rooms(&self) -> Vec<Room> {
        let mut rooms: BTreeMap<Place, Room> = BTreeMap::new();
        for (place, module) in &self.modules {
            let at = self.room(place);
            let empty = || Room { place: at.clone(), files: 0, lines: 0, imports: BTreeSet::new() };
            let room = rooms.entry(at.clone()).or_insert_with(empty);
            room.files += 1;
            room.lines += module.lines;
            let uses = self.uses.get(place).into_iter().flatten();
            room.imports.extend(uses.map(|target| self.room(target)).filter(|target| *target != at));
        }
        rooms.into_values().collect()
    }

    /// The circles among the crate's outermost rooms, and among the folders that lie side by side in a folder: in each circle,
    /// everything leads to everything else.
    pub(super) fn circles(&self) -> Vec<Circle> {
        let folders = self.modules.iter().filter(|(place, module)| place.is_empty() || module.is_folder);
        folders.flat_map(|(place, _)| self.circles_in(place)).collect()
    }

    fn circles_in(&self, folder: &Place) -> Vec<Circle> {
        let mut edges: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for (from, to) in self.leads_in(folder) {
            edges.entry(beside(folder, from)).or_default().insert(beside(folder, to));
        }
        let leads = |from: &str, to: &str| reachable(&edges, from).contains(to);
        let mut circles: Vec<Circle> = Vec::new();
        for room in edges.keys() {
            if circles.iter().flat_map(|circle| &circle.rooms).any(|known| known == room) {
                continue;
            }
            let circle = edges.keys().filter(|other| *other == room || leads(room, other) && leads(other, room));
            let rooms: Vec<_> = circle.map(|name| (*name).to_owned()).collect();
            if rooms.len() > 1 {
                circles.push(Circle { folder: folder.clone(), rooms });
            }
        }
        circles
    }

    /// The modules of `folder` that lead from one to another of those that lie side by side in it.
    fn leads_in<'a>(&'a self, folder: &'a Place) -> impl Iterator<Item = (&'a Place, &'a Place)> {
        let within = |place: &&Place| place.starts_with(folder);
        let leads = self.uses.iter().filter(move |(from, _)| within(from));
        let leads = leads.flat_map(move |(from, targets)| targets.iter().filter(within).map(move |to| (from, to)));
        let is_room = |place: &Place| folder.is_empty() || place.len() > folder.len() && self.room(place) != *folder;
        leads.filter(move |(from, to)| beside(folder, from) != beside(folder, to) && is_room(from) && is_room(to))
    }

    /// The modules that lead from room to room of a circle.
    pub(super) fn why(&self, circle: &Circle) -> Vec<String> {
        let is_in = |place: &Place| circle.rooms.iter().any(|room| room == beside(&circle.folder, place));
        let leads = self.leads_in(&circle.folder).filter(|(from, to)| is_in(from) && is_in(to));
        leads.map(|(from, to)| format!("{} -> {}", said(from), said(to))).collect()
    }

    /// The room of a module: the innermost folder that it lies in, itself where it lies in none.
    fn room(&self, place: &[String]) -> Place {
        let is_folder = |part: &Place| self.modules.get(part).is_some_and(|module| module.is_folder);
        std::iter::successors(Some(place.to_vec()), |inner| above(inner))
            .find(is_folder)
            .unwrap_or_else(|| place.to_vec())
    }
}

/// A place as a path.
pub(super) fn said(place: &[String]) -> String {
    if place.is_empty() { ROOT.to_owned() } else { place.join("/") }
}

/// The module that holds the one at `place`.
fn above(place: &[String]) -> Option<Place> {
    place.split_last().map(|(_, above)| above.to_vec())
}

/// The name that `place`, which is in `folder` or below, has among what lies side by side there.
fn beside<'a>(folder: &[String], place: &'a [String]) -> &'a str {
    place.get(folder.len()).map_or(ROOT, String::as_str)
}

fn reachable<'a>(edges: &BTreeMap<&'a str, BTreeSet<&'a str>>, from: &str) -> BTreeSet<&'a str> {
    let mut found = BTreeSet::new();
    let mut open: Vec<&str> = edges.get(from).into_iter().flatten().copied().collect();
    while let Some(next) = open.pop() {
        if found.insert(next) {
            open.extend(edges.get(next).into_iter().flatten());
        }
    }
    found
}

/// The module that `path`, as it stands in the module `at`, leads to: through re-exports, to where the thing is.
fn lead(modules: &BTreeMap<Place, Module>, at: &[String], path: &[String], fuel: usize) -> Option<Place> {
    let fuel = fuel.checked_sub(1)?;
    let (first, rest) = path.split_first()?;
    let (mut place, mut rest) = match first.as_str() {
        "crate" => (Vec::new(), rest),
        "self" => (at.to_vec(), rest),
        "super" => (above(at)?, rest),
        _ => {
            let child = [at, std::slice::from_ref(first)].concat();
            if modules.contains_key(&child) {
                (child, rest)
            } else {
                // A name that `use` brought is accounted for where it stands, and what it leads to is not its owner's.
                let known = modules.get(at)?.names.get(first)?;
                (known.first() != Some(first)).then_some(())?;
                return lead(modules, at, &[known, rest].concat(), fuel);
            }
        }
    };
    while let Some((next, beyond)) = rest.split_first() {
        if next == "super" {
            place = above(&place)?;
        } else {
            let child = [&place[..], std::slice::from_ref(next)].concat();
            if modules.contains_key(&child) {
                place = child;
            } else {
                return Some(passed_on(modules, &place, next, beyond, fuel).unwrap_or(place));
            }
        }
        rest = beyond;
    }
    Some(place)
}

/// The module that has `name`, which the module at `place` only passes on.
fn passed_on(
    modules: &BTreeMap<Place, Module>,
    place: &[String],
    name: &str,
    beyond: &[String],
    fuel: usize,
) -> Option<Place> {
    let path = modules.get(place)?.names.get(name)?;
    lead(modules, place, &[path, beyond].concat(), fuel)
}

const ROOT: &str = "(root)";

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::rooms::source;

    #[test]
    fn a_circle_through_a_macro_and_a_re_export_is_found() {
        let plan = plan(&[
            ("lib.rs", "mod shop; mod books; pub use books::Order;"),
            ("shop.rs", "pub fn sell() { crate::books::write(); }"),
            ("books/mod.rs", "mod order; pub use order::Order;"),
            ("books/order.rs", "pub struct Order; fn f() { println!(\"{:?}\", [crate::shop::sell()]); }"),
        ]);
        let circle = Circle { folder: Vec::new(), rooms: ["books", "shop"].map(str::to_owned).to_vec() };
        assert_eq!(plan.why(&circle), ["books/order -> shop", "shop -> books"]);
        assert_eq!(plan.circles(), [circle]);
    }

    #[test]
    fn what_is_only_passed_on_and_what_only_tests_use_is_no_import() {
        let plan = plan(&[
            ("lib.rs", "mod shop; mod books;"),
            ("shop.rs", "use crate::books::Order; fn f(_: Order) {}"),
            (
                "books.rs",
                "pub use crate::shop::sell; pub struct Order; #[cfg(test)] mod tests { use crate::shop::sell; }",
            ),
        ]);
        assert!(plan.circles().is_empty());
    }

    #[test]
    fn a_circle_within_a_folder_is_found() {
        let plan = plan(&[
            ("lib.rs", "mod books;"),
            ("books/mod.rs", "mod order; mod refund;"),
            ("books/order/mod.rs", "use super::refund::Refund; pub struct Order;"),
            ("books/refund/mod.rs", "use super::order::Order; pub struct Refund;"),
        ]);
        let rooms = ["order", "refund"].map(str::to_owned).to_vec();
        assert_eq!(plan.circles(), [Circle { folder: vec!["books".to_owned()], rooms }]);
    }

    #[test]
    fn a_folder_in_a_folder_is_a_room() {
        let plan = plan(&[
            ("lib.rs", "mod books;"),
            ("books/mod.rs", "mod view;\nmod orders;"),
            ("books/view.rs", ""),
            ("books/orders/mod.rs", "use super::view::Rows;"),
        ]);
        let rooms: Vec<_> = plan.rooms().iter().map(|room| (said(&room.place), room.files, room.lines)).collect();
        let expected = [("(root)", 1, 1), ("books", 2, 2), ("books/orders", 1, 1)];
        assert_eq!(rooms, expected.map(|(name, files, lines)| (name.to_owned(), files, lines)));
    }

    fn plan(files: &[(&str, &str)]) -> Plan {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in files {
            let file = folder.path().join("src").join(name);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, text).unwrap();
        }
        Plan::of(source::modules(folder.path()).unwrap())
    }
}
