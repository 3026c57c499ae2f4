//! Electronic invoices.

use crate::prelude::*;

/// Electronic invoices of one application (电子发票通知): the user has filled in the title, `FAPIAO.USER_APPLIED`; or they
/// were issued or reversed, or put into the user's card wallet or out of it, `FAPIAO.ISSUED`, `FAPIAO.REVERSED`,
/// `FAPIAO.CARD_INSERTED`, `FAPIAO.CARD_DISCARDED`.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Fapiao {
    /// The merchant or service provider.
    pub mchid: Option<String>,
    /// The sub-merchant.
    pub sub_mchid: Option<String>,
    /// The application: WeChat Pay's number for the payment, or what the merchant gave for a payment elsewhere.
    pub fapiao_apply_id: String,
    /// The time at which the user filled in the title.
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
    /// Its card's state.
    pub card_status: Option<FapiaoCardStatus>,
}

/// An invoice's state (发票状态).
#[wxpay_enum]
pub enum FapiaoStatus {
    /// It is being issued (开票受理中).
    IssueAccepted,
    /// Issued (已开票).
    Issued,
    /// It is being reversed (冲红受理中).
    ReverseAccepted,
    /// Reversed (已冲红).
    Reversed,
}

/// The state of an invoice's card (卡券状态).
#[wxpay_enum]
pub enum FapiaoCardStatus {
    /// It is being put into the user's card wallet (插卡受理中).
    InsertAccepted,
    /// In the user's card wallet (已插卡).
    Inserted,
    /// It is being taken out (废卡受理中).
    DiscardAccepted,
    /// Taken out (已废卡).
    Discarded,
}
