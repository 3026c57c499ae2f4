//! The imports of rooms, and the circles among them.

use std::collections::{BTreeMap, BTreeSet};

use super::source::{Module, Place};

/// A crate's modules and their dependencies.
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

/// Sibling rooms or modules that depend on each other in a circle.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Circle {
    pub(super) folder: Place,
    pub(super) rooms: Vec<String>,
}

impl Plan {
    pub(super) fn of(modules: BTreeMap<Place, Module>) -> Self {
        let uses = modules.iter().map(|(place, module)| {
            let paths = module.mentioned.iter().filter_map(|path| Search::of(&modules).lead(place, path));
            (place.clone(), paths.filter(|target| target != place).collect())
        });
        Self { uses: uses.collect(), modules }
    }

    /// All rooms.
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

    /// The circles among the crate's outermost rooms, and among the subfolders of each folder. In a circle, each room leads to
    /// every other.
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

    /// The dependencies between siblings in `folder`, as pairs of modules.
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

    /// The room of a module: the innermost folder around it, or the module itself if there is no folder.
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

/// The parent of the module at `place`.
fn above(place: &[String]) -> Option<Place> {
    place.split_last().map(|(_, above)| above.to_vec())
}

/// The name of the sibling in `folder` that `place` is in or below.
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

/// Finds the module that a path leads to, through re-exports to the definition.
struct Search<'a> {
    modules: &'a BTreeMap<Place, Module>,
    /// The names that were looked up, each with its module: none is looked up twice.
    asked: BTreeSet<(Place, String)>,
}

impl<'a> Search<'a> {
    fn of(modules: &'a BTreeMap<Place, Module>) -> Self {
        Self { modules, asked: BTreeSet::new() }
    }

    /// The module that `path` leads to, as written in the module `at`.
    fn lead(&mut self, at: &[String], path: &[String]) -> Option<Place> {
        let (first, rest) = path.split_first()?;
        match (first.as_str(), rest) {
            // Alone they do not name an item.
            ("crate" | "self", []) => None,
            ("super", []) => above(at),
            ("crate", rest) => self.within(Vec::new(), rest),
            ("self", rest) => self.within(at.to_vec(), rest),
            ("super", rest) => self.within(above(at)?, rest),
            (_, []) => self.passed_on(at, first, &[]),
            (_, rest) => match self.child(at, first) {
                Some(child) => self.within(child, rest),
                // A name from `use` was counted at that `use`; the rest of the path belongs to the name's target, not to this
                // module.
                None => self.passed_on(at, first, rest),
            },
        }
    }

    /// The module that `path` leads to, seen from the module at `place`.
    fn within(&mut self, mut place: Place, path: &[String]) -> Option<Place> {
        let mut rest = path;
        while let Some((next, beyond)) = rest.split_first() {
            if next == "super" {
                place = above(&place)?;
            } else if let Some(child) = self.child(&place, next) {
                place = child;
            } else {
                return Some(self.passed_on(&place, next, beyond).unwrap_or(place));
            }
            rest = beyond;
        }
        Some(place)
    }

    /// The module that defines `name`, if the module at `place` only re-exports it.
    fn passed_on(&mut self, place: &[String], name: &str, beyond: &[String]) -> Option<Place> {
        if !self.asked.insert((place.to_vec(), name.to_owned())) {
            return None;
        }
        let module = self.modules.get(place)?;
        if let Some(path) = module.names.get(name) {
            // `use shop;` means another crate.
            return (path.first().map(String::as_str) != Some(name))
                .then(|| self.lead(place, &[path, beyond].concat()))?;
        }
        module.globs.iter().find_map(|glob| {
            let from = self.lead(place, glob)?;
            match self.child(&from, name) {
                Some(child) => self.within(child, beyond),
                None if self.modules.get(&from)?.items.contains(name) => Some(from),
                None => self.passed_on(&from, name, beyond),
            }
        })
    }

    fn child(&self, place: &[String], name: &str) -> Option<Place> {
        let child = [place, &[name.to_owned()]].concat();
        self.modules.contains_key(&child).then_some(child)
    }
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
    fn a_circle_is_found_however_its_paths_are_written() {
        let circle = |shop: &str, books: &str| {
            let plan = plan(&[
                ("lib.rs", "mod shop; mod books; mod till;"),
                ("shop.rs", shop),
                ("books.rs", books),
                ("till.rs", "pub use crate::shop::*; pub use crate::shop::sell as sold;"),
            ]);
            plan.circles().iter().any(|circle| circle.rooms.contains(&"books".to_owned()))
        };
        let shop = "pub fn sell() { crate::books::write(); }";
        for books in [
            "pub fn write() { super::shop::sell(); }",
            "pub fn write() { self::super::shop::sell(); }",
            "use super::*; pub fn write() { shop::sell(); }",
            // A name that is re-exported and used here.
            "pub(crate) use crate::shop::sell; pub fn write() { sell(); }",
            "pub use super::shop; pub fn write() { shop::sell(); }",
            // Names from a glob, and from a glob that re-exports them.
            "pub use crate::shop::*; pub fn write() { sell(); }",
            "use crate::till::*; pub fn write() { sell(); }",
            "use crate::till::*; pub fn write() { sold(); }",
            "use crate::till; pub fn write() { till::sell(); }",
            // A module without a file.
            "mod inner { pub(super) fn write() { super::super::shop::sell(); } }",
            "mod inner { use super::super::shop; fn write() { shop::sell(); } }",
            "mod inner { use super::*; } use crate::shop::sell;",
            "pub fn write() { { use super::shop::sell as s; s(); } }",
            "#[derive(crate::shop::Sold)] pub struct Book;",
            "#[book(check = super::shop::sell)] pub struct Book;",
            "pub fn write() -> impl Sized { vec![crate::shop::sell()] }",
            "pub type Sold = super::shop::Sold;",
            "pub const SELL: fn() = <super::shop::Sold as Sell>::sell;",
        ] {
            assert!(circle(shop, books), "{books}");
        }
        for books in [
            "mod inner { use super::write; } pub fn write() {}",
            "mod shop { pub fn sell() {} } pub fn write() { let sell = 1; self::shop::sell(); drop(sell); }",
            "pub(in crate::shop) fn write() {}",
            "use ::shop::sell; pub fn write() { sell(); }",
            "#[cfg(all(test, unix))] mod tests { use crate::shop::sell; }",
        ] {
            assert!(!circle(shop, books), "{books}");
        }
    }

    #[test]
    fn a_circle_through_a_long_row_of_re_exports_is_found() {
        let files: Vec<_> =
            (1..20).map(|at| (format!("m{at}.rs"), format!("pub use crate::m{}::sell;", at - 1))).collect();
        let root: String = (0..20).map(|at| format!("mod m{at};")).collect();
        let mut all = vec![("lib.rs", &*root), ("m0.rs", "pub fn sell() { crate::books::write(); }")];
        let (root, books) = (format!("{root} mod books;"), "pub fn write() { crate::m19::sell(); }");
        all[0].1 = &root;
        all.push(("books.rs", books));
        all.extend(files.iter().map(|(name, text)| (name.as_str(), text.as_str())));
        let rooms = ["books", "m0"].map(str::to_owned).to_vec();
        assert_eq!(plan(&all).circles(), [Circle { folder: Vec::new(), rooms }]);
    }

    #[test]
    fn re_exports_in_a_circle_end() {
        let plan = plan(&[
            ("lib.rs", "mod a; mod b;"),
            ("a.rs", "pub use crate::b::*; pub use crate::b::x; fn f() { y(); x(); }"),
            ("b.rs", "pub use crate::a::*; pub use crate::a::x;"),
        ]);
        assert!(plan.circles().is_empty());
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
