//! Every shipped endpoint, as data.

use wxpay_core::endpoint::{Endpoint, Operation};
use wxpay_core::payload::{Kind, Payload, Structure, Table};

use crate::{certificates, credit_repayment, individual_contracts, mch_transfer, pay, refund, security};

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
    fn of<E: Endpoint>(module: &'static str) -> Self {
        let (operation, request) = (E::OPERATION, <E as Structure>::TABLE);
        Self { module, operation, request, response: <E::Response as Payload>::KIND }
    }
}

/// Every shipped endpoint, by product.
#[must_use]
pub fn catalogue() -> Vec<Shipped> {
    vec![
        Shipped::of::<pay::AppPrepay>("pay"),
        Shipped::of::<pay::JsapiPrepay>("pay"),
        Shipped::of::<pay::H5Prepay>("pay"),
        Shipped::of::<pay::NativePrepay>("pay"),
        Shipped::of::<pay::CodePay>("pay"),
        Shipped::of::<pay::QueryOrder>("pay"),
        Shipped::of::<pay::QueryOrderByNumber>("pay"),
        Shipped::of::<pay::CloseOrder>("pay"),
        Shipped::of::<pay::ReverseOrder>("pay"),
        Shipped::of::<refund::CreateRefund>("refund"),
        Shipped::of::<refund::QueryRefund>("refund"),
        Shipped::of::<refund::ApplyAbnormalRefund>("refund"),
        Shipped::of::<mch_transfer::CreateTransfer>("mch_transfer"),
        Shipped::of::<mch_transfer::QueryTransfer>("mch_transfer"),
        Shipped::of::<mch_transfer::QueryTransferByNumber>("mch_transfer"),
        Shipped::of::<mch_transfer::CancelTransfer>("mch_transfer"),
        Shipped::of::<mch_transfer::CreateTransferWithAuthorization>("mch_transfer"),
        Shipped::of::<mch_transfer::TransferByAuthorization>("mch_transfer"),
        Shipped::of::<mch_transfer::CreateAuthorization>("mch_transfer"),
        Shipped::of::<mch_transfer::QueryAuthorization>("mch_transfer"),
        Shipped::of::<mch_transfer::CloseAuthorization>("mch_transfer"),
        Shipped::of::<mch_transfer::ApplyReceipt>("mch_transfer"),
        Shipped::of::<mch_transfer::ApplyReceiptByNumber>("mch_transfer"),
        Shipped::of::<mch_transfer::QueryReceipt>("mch_transfer"),
        Shipped::of::<mch_transfer::QueryReceiptByNumber>("mch_transfer"),
        Shipped::of::<credit_repayment::H5Presign>("credit_repayment"),
        Shipped::of::<individual_contracts::AppPresign>("individual_contracts"),
        Shipped::of::<individual_contracts::QueryContractByCode>("individual_contracts"),
        Shipped::of::<certificates::DownloadCertificates>("certificates"),
        Shipped::of::<security::SecurityEcho>("security"),
    ]
}
