//! Request lines: those that WeChat Pay documents, and the one that was perhaps meant by one that there is not.

mod nearest;

pub use nearest::{Nearest, nearest};

use wxpay::server::match_path;

/// An endpoint that WeChat Pay documents, whether it is declared and played here or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Documented {
    /// The HTTP method.
    pub method: &'static str,
    /// The path with its holes.
    pub path: &'static str,
    /// The official page, where one is known.
    pub page: Option<&'static str>,
}

/// Every endpoint that was documented when this list was made, by path.
pub fn documented() -> impl Iterator<Item = Documented> {
    DOCUMENTED.lines().filter_map(|line| {
        let mut words = line.split(' ');
        Some(Documented { method: words.next()?, path: words.next()?, page: words.next() })
    })
}

/// The documented endpoints that a path fits, whatever their methods. One with fewer holes comes first.
#[must_use]
pub fn documented_at(path: &str) -> Vec<Documented> {
    let mut found: Vec<_> = documented().filter(|one| match_path(one.path, path).is_some()).collect();
    found.sort_by_key(|one| one.path.matches('{').count());
    found
}

/// Made by `cargo run -p wxpay-tests --bin paths`.
const DOCUMENTED: &str = include_str!("documented.txt");
