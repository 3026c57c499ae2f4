//! A shipped endpoint by its request line.

use wxpay_core::server::{self, Holes};

use crate::{Shipped, catalogue};

/// Finds the shipped endpoint of a request line, and the values of its path's holes. Where several fit, it is one of those
/// with the fewest holes.
///
/// ```
/// let (shipped, holes) = wxpay::find("GET", "/v3/pay/transactions/out-trade-no/2026").unwrap();
/// assert_eq!((shipped.module, &*holes), ("pay", &[("out_trade_no", "2026".to_owned())][..]));
/// assert_eq!(wxpay::find("PUT", "/v3/pay/transactions/jsapi").unwrap_err()[0].operation.method.as_str(), "POST");
/// ```
///
/// # Errors
/// The shipped endpoints of the path that take other methods; none, where no endpoint has the path.
pub fn find(method: &str, path: &str) -> Result<(Shipped, Holes), Vec<Shipped>> {
    server::find(catalogue(), |shipped| &shipped.operation, method, path)
}
