//! Bills (账单): what was paid and refunded on a day, and how the money moved.
//!
//! One asks for the bill of a day, and learns where it is: [`ApplyTradeBill`] for orders and refunds,
//! [`ApplyFundFlowBill`] for the movements of one's own money, [`ApplySubMerchantFundFlowBill`] and
//! [`ApplyEcommerceFundFlowBill`] for those of sub-merchants, which come encrypted. Then the file is downloaded within
//! 5 minutes, and proved by its digest.

pub mod codes;

mod encrypted;
mod fund_flow;
mod objects;
mod trade;

pub use encrypted::{
    ApplyEcommerceFundFlowBill, ApplyEcommerceFundFlowBillRequired, ApplySubMerchantFundFlowBill,
    ApplySubMerchantFundFlowBillRequired, BillAlgorithm, EcommerceAccountType, EncryptedBill, EncryptedBills,
    SubMerchantAccountType,
};
pub use fund_flow::{AccountType, ApplyFundFlowBill, ApplyFundFlowBillRequired};
pub use objects::{Bill, HashType, TarType};
pub use trade::{ApplyTradeBill, ApplyTradeBillRequired, BillType};

use crate::Shipped;

pub(crate) const SHIPPED: &[Shipped] = &[
    Shipped::of::<ApplyTradeBill>("bill"),
    Shipped::of::<ApplyFundFlowBill>("bill"),
    Shipped::of::<ApplySubMerchantFundFlowBill>("bill"),
    Shipped::of::<ApplyEcommerceFundFlowBill>("bill"),
];
