//! Finding a shipped endpoint by its request line.

use wxpay_core::server::{self, Holes};

use crate::{Shipped, catalogue};

/// Finds the shipped endpoint of a request line, and the values of the holes in its path. If several endpoints fit, returns one
/// with the fewest holes.
///
/// ```
/// let (shipped, holes) = wxpay::find("GET", "/v3/pay/transactions/out-trade-no/2026").unwrap();
/// assert_eq!((shipped.module, &*holes), ("pay", &[("out_trade_no", "2026".to_owned())][..]));
/// assert_eq!(wxpay::find("PUT", "/v3/pay/transactions/jsapi").unwrap_err()[0].operation.method.as_str(), "POST");
/// ```
///
/// # Errors
/// Returns the shipped endpoints that have the path with other methods; an empty list if no endpoint has the path.
pub fn find(method: &str, path: &str) -> Result<(Shipped, Holes), Vec<Shipped>> {
    server::find(catalogue(), |shipped| &shipped.operation, method, path)
}
