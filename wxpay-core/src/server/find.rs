//! Finds an endpoint by its request line.

use super::match_path;
use crate::endpoint::Operation;

/// The values of a path's parameters, with their names.
pub type Holes = Vec<(&'static str, String)>;

/// Finds the route of a request line among `routes`, each of which has an operation. If several match, it returns the first of
/// those with the fewest path parameters.
///
/// # Errors
/// The routes that have the path with another method; empty if no route has the path.
pub fn find<T>(
    routes: impl IntoIterator<Item = T>,
    operation: impl Fn(&T) -> &Operation,
    method: &str,
    path: &str,
) -> Result<(T, Holes), Vec<T>> {
    let (mut best, mut others) = (None::<(T, Holes)>, Vec::new());
    for route in routes {
        let Some(holes) = match_path(operation(&route).path, path) else { continue };
        if operation(&route).method.as_str() != method {
            others.push(route);
        } else if best.as_ref().is_none_or(|(_, known)| holes.len() < known.len()) {
            best = Some((route, holes));
        }
    }
    best.ok_or(others)
}
