//! Every shipped endpoint, as data.

use wxpay_core::endpoint::{Endpoint, Operation};
use wxpay_core::payload::derive::Structure;
use wxpay_core::payload::{Kind, Message, Payload, Table};

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
    blank_request: fn() -> Box<dyn Message + Sync>,
    blank_response: fn() -> Box<dyn Message>,
}

impl Shipped {
    // Without any product there is nothing to ship.
    #[allow(dead_code)]
    pub(crate) const fn of<E: Endpoint<Response: 'static> + Send + 'static>(module: &'static str) -> Self {
        Self {
            module,
            operation: E::OPERATION,
            request: <E as Structure>::TABLE,
            response: <E::Response as Payload>::KIND,
            blank_request: blank_request::<E>,
            blank_response: blank_response::<E>,
        }
    }

    /// An empty request, to be filled by [`read_json`](crate::read_json) or member by member, and sent by
    /// [`Client::send_dyn`](crate::client::Client::send_dyn).
    #[must_use]
    pub fn blank_request(&self) -> Box<dyn Message + Sync> {
        (self.blank_request)()
    }

    /// The place of an answer.
    #[must_use]
    pub fn blank_response(&self) -> Box<dyn Message> {
        (self.blank_response)()
    }
}

fn blank_request<E: Endpoint + Send + 'static>() -> Box<dyn Message + Sync> {
    Box::new(E::blank())
}

fn blank_response<E: Endpoint<Response: 'static>>() -> Box<dyn Message> {
    Box::new(E::Response::blank())
}

/// Every shipped endpoint of the products whose features are on, by product.
#[must_use]
pub fn catalogue() -> Vec<Shipped> {
    FAMILIES.concat()
}

/// Each family lists its own endpoints.
const FAMILIES: &[&[Shipped]] = &[
    #[cfg(feature = "common")]
    crate::certificates::SHIPPED,
    #[cfg(feature = "common")]
    crate::media::SHIPPED,
    #[cfg(feature = "common")]
    crate::security::SHIPPED,
    #[cfg(feature = "cross-border")]
    crate::global_complaint::SHIPPED,
    #[cfg(feature = "cross-border")]
    crate::global_profit_sharing::SHIPPED,
    #[cfg(feature = "deduction")]
    crate::credit_repayment::SHIPPED,
    #[cfg(feature = "deduction")]
    crate::papay::SHIPPED,
    #[cfg(feature = "deduction")]
    crate::parking::SHIPPED,
    #[cfg(feature = "deduction")]
    crate::scan_and_ride::SHIPPED,
    #[cfg(feature = "ecommerce-platform")]
    crate::ecommerce_account_cancel::SHIPPED,
    #[cfg(feature = "ecommerce-platform")]
    crate::ecommerce_refund::SHIPPED,
    #[cfg(feature = "ecommerce-platform")]
    crate::ecommerce_subsidy::SHIPPED,
    #[cfg(feature = "ecommerce-platform")]
    crate::individual_contracts::SHIPPED,
    #[cfg(feature = "industry")]
    crate::lovefeast::SHIPPED,
    #[cfg(feature = "marketing")]
    crate::bank_packages::SHIPPED,
    #[cfg(feature = "marketing")]
    crate::busifavor::SHIPPED,
    #[cfg(feature = "marketing")]
    crate::favor::SHIPPED,
    #[cfg(feature = "marketing")]
    crate::pay_gift_activity::SHIPPED,
    #[cfg(feature = "marketing")]
    crate::product_coupon::SHIPPED,
    #[cfg(feature = "marketing")]
    crate::retail_store::SHIPPED,
    #[cfg(feature = "marketing")]
    crate::shopping_receipt::SHIPPED,
    #[cfg(feature = "onboarding")]
    crate::applyment::SHIPPED,
    #[cfg(feature = "operation")]
    crate::fapiao::SHIPPED,
    #[cfg(feature = "operation")]
    crate::gold_plan::SHIPPED,
    #[cfg(feature = "operation")]
    crate::payroll_card::SHIPPED,
    #[cfg(feature = "operation")]
    crate::taxi_invoice::SHIPPED,
    #[cfg(feature = "pay-score")]
    crate::partner_payscore::SHIPPED,
    #[cfg(feature = "pay-score")]
    crate::payscore::SHIPPED,
    #[cfg(feature = "payments")]
    crate::bill::SHIPPED,
    #[cfg(feature = "payments")]
    crate::combine_pay::SHIPPED,
    #[cfg(feature = "payments")]
    crate::partner_pay::SHIPPED,
    #[cfg(feature = "payments")]
    crate::pay::SHIPPED,
    #[cfg(feature = "payments")]
    crate::refund::SHIPPED,
    #[cfg(feature = "profit-sharing")]
    crate::brand_profit_sharing::SHIPPED,
    #[cfg(feature = "profit-sharing")]
    crate::ecommerce_profit_sharing::SHIPPED,
    #[cfg(feature = "profit-sharing")]
    crate::profit_sharing::SHIPPED,
    #[cfg(feature = "risk")]
    crate::complaint::SHIPPED,
    #[cfg(feature = "risk")]
    crate::mch_manage::SHIPPED,
    #[cfg(feature = "risk")]
    crate::mch_operation::SHIPPED,
    #[cfg(feature = "transfer")]
    crate::mch_transfer::SHIPPED,
    #[cfg(feature = "transfer")]
    crate::partner_transfer_batch::SHIPPED,
    #[cfg(feature = "transfer")]
    crate::transfer_batch::SHIPPED,
];
