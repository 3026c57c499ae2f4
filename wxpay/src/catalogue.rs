//! Every shipped endpoint, as data.

use wxpay_core::endpoint::{Endpoint, Operation};
use wxpay_core::payload::{Kind, Payload, Structure, Table};

/// A shipped endpoint.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Shipped {
    /// The module it is in.
    pub module: &'static str,
    /// Its request line and what goes with it.
    pub operation: Operation,
    /// Its request.
    pub request: &'static Table,
    /// Its answer.
    pub response: Kind,
}

impl Shipped {
    // Without any product there is nothing to ship.
    #[allow(dead_code)]
    pub(crate) const fn of<E: Endpoint>(module: &'static str) -> Self {
        let (operation, request) = (E::OPERATION, <E as Structure>::TABLE);
        Self { module, operation, request, response: <E::Response as Payload>::KIND }
    }
}

/// Every shipped endpoint of the products whose features are on, by product.
#[must_use]
pub fn catalogue() -> Vec<Shipped> {
    FAMILIES.concat()
}

/// Each family lists its own endpoints.
const FAMILIES: &[&[Shipped]] = &[
    #[cfg(feature = "payments")]
    crate::pay::SHIPPED,
    #[cfg(feature = "deduction")]
    crate::credit_repayment::SHIPPED,
    #[cfg(feature = "ecommerce-platform")]
    crate::individual_contracts::SHIPPED,
    #[cfg(feature = "marketing")]
    crate::favor::SHIPPED,
    #[cfg(feature = "marketing")]
    crate::busifavor::SHIPPED,
    #[cfg(feature = "marketing")]
    crate::bank_packages::SHIPPED,
    #[cfg(feature = "common")]
    crate::certificates::SHIPPED,
    #[cfg(feature = "common")]
    crate::security::SHIPPED,
];
