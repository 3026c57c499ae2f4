//! Electronic invoices.

use crate::prelude::*;

/// A notification about the electronic invoices of one application (电子发票通知): the user has filled in the title,
/// `FAPIAO.USER_APPLIED`; or the invoices were issued or reversed, or added to the user's card wallet or removed from it,
/// `FAPIAO.ISSUED`, `FAPIAO.REVERSED`, `FAPIAO.CARD_INSERTED`, `FAPIAO.CARD_DISCARDED`.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Fapiao {
    /// Merchant number of the merchant or service provider.
    pub mchid: Option<String>,
    /// The sub-merchant's merchant number.
    pub sub_mchid: Option<String>,
    /// ID of the application: WeChat Pay's number for the payment, or the merchant's number for a payment made elsewhere.
    pub fapiao_apply_id: String,
    /// Time at which the user filled in the title.
    pub apply_time: Option<DateTime>,
    /// The invoices.
    pub fapiao_information: Option<Vec<FapiaoInformation>>,
}

/// An invoice of an application (发票信息).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct FapiaoInformation {
    /// The merchant's own number for the invoice.
    pub fapiao_id: Option<String>,
    /// The invoice's state.
    pub fapiao_status: Option<FapiaoStatus>,
    /// State of the invoice's card.
    pub card_status: Option<FapiaoCardStatus>,
}

/// An invoice's state (发票状态).
#[wxpay_enum]
pub enum FapiaoStatus {
    /// Being issued (开票受理中).
    IssueAccepted,
    /// Issued (已开票).
    Issued,
    /// Being reversed (冲红受理中).
    ReverseAccepted,
    /// Reversed (已冲红).
    Reversed,
}

/// The state of an invoice's card (卡券状态).
#[wxpay_enum]
pub enum FapiaoCardStatus {
    /// Being added to the user's card wallet (插卡受理中).
    InsertAccepted,
    /// In the user's card wallet (已插卡).
    Inserted,
    /// Being removed from the user's card wallet (废卡受理中).
    DiscardAccepted,
    /// Removed from the user's card wallet (已废卡).
    Discarded,
}
