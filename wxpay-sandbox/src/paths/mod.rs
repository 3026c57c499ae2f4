//! Documented request lines, and the nearest one to an unknown request line.

mod nearest;

pub use nearest::{Nearest, nearest};

use wxpay::server::match_path;

/// An endpoint that WeChat Pay documents. It need not be declared or played here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Documented {
    /// The HTTP method.
    pub method: &'static str,
    /// The path template.
    pub path: &'static str,
    /// The official page, if it is known.
    pub page: Option<&'static str>,
}

/// All endpoints that were documented when this list was made, by path.
pub fn documented() -> impl Iterator<Item = Documented> {
    DOCUMENTED.lines().filter_map(|line| {
        let mut words = line.split(' ');
        Some(Documented { method: words.next()?, path: words.next()?, page: words.next() })
    })
}

/// The documented endpoints that match a path, with any method. Templates with fewer holes come first.
#[must_use]
pub fn documented_at(path: &str) -> Vec<Documented> {
    let mut found: Vec<_> = documented().filter(|one| match_path(one.path, path).is_some()).collect();
    found.sort_by_key(|one| one.path.matches('{').count());
    found
}

/// Written by `cargo run -p wxpay-tests --bin paths`.
const DOCUMENTED: &str = include_str!("documented.txt");
