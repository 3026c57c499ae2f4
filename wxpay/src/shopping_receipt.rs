//! Receipts that users see beside the payment (电子小票): uploaded as pictures, reviewed, then shown.
//!
//! ```
//! use wxpay::prelude::*;
//! use wxpay::shopping_receipt::{UploadReceipt, UploadReceiptRequired};
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let sandbox = wxpay_sandbox::Sandbox::builder().examples(true).start().await?;
//! # // This request is validated; its answer is an example, of which nothing is asserted.
//! # let client = sandbox.client()?;
//! let file = Upload::new("receipt.png", &b"the bytes of the file"[..]);
//! let request = UploadReceipt::new(UploadReceiptRequired {
//!     transaction_id: "4200000000202601010000000001".into(),
//!     openid: "oUpF8uN95-Ptaags6E_roPHg7AG0".into(),
//!     file,
//! });
//! let receipt = client.send(&request).await?;
//! # Ok(())
//! # }
//! ```

#![doc(alias("电子小票"))]

use crate::Shipped;
use crate::prelude::*;

pub(crate) const SHIPPED: &[Shipped] = &[Shipped::of::<UploadReceipt>()];

/// Uploads the receipt of a payment as a picture (上传电子小票). It is reviewed before the user sees it.
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 429 `FREQUENCY_LIMITED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/marketing/shopping-receipt/shoppingreceipts",
    response = UploadReceiptResponse,
    required = UploadReceiptRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012553506"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct UploadReceipt {
    /// WeChat Pay's number for the payment.
    #[wxpay(label = "微信支付订单号")]
    pub transaction_id: String,
    /// Merchant number of the order's merchant.
    #[wxpay(len = 32, label = "下单商户号")]
    pub transaction_mchid: Option<String>,
    /// Merchant number of the order's sub-merchant.
    #[wxpay(len = 32, label = "下单子商户号")]
    pub transaction_sub_mchid: Option<String>,
    /// The merchant's own order number.
    #[wxpay(label = "商户订单号")]
    pub out_trade_no: Option<String>,
    /// The payer's openid.
    #[wxpay(len = 128, label = "OpenID")]
    pub openid: String,
    /// The file's SHA-256 in hex. The client sets it.
    #[wxpay(sha256, label = "文件摘要")]
    pub sha256: Option<String>,
    /// Contact of the store for the user.
    #[wxpay(label = "用户与商家的联系渠道")]
    pub merchant_contact_information: Option<ContactInformation>,
    /// Time of the upload.
    #[wxpay(label = "上传时间")]
    pub upload_time: Option<DateTime>,
    /// The picture: PNG or JPG, at most 200 KB.
    #[wxpay(len = 204_800, extensions = ["png", "jpg", "jpeg"], label = "图片文件")]
    pub file: Upload,
}

/// Contact of a store for its users (联系渠道).
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ContactInformation {
    /// Telephone number of the brand's customer service.
    #[wxpay(label = "咨询电话")]
    pub consultation_phone_number: Option<Sensitive>,
}

/// The answer to an [`UploadReceipt`].
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct UploadReceiptResponse {
    /// The uploaded receipt.
    pub receipt: Receipt,
}

/// A receipt that was uploaded (电子小票上传信息).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Receipt {
    /// ID of the receipt.
    pub receipt_id: String,
    /// State of the review.
    pub state: ReceiptState,
    /// WeChat Pay's number for the payment.
    pub transaction_id: String,
    /// Merchant number of the order's merchant.
    pub transaction_mchid: Option<String>,
    /// Merchant number of the order's sub-merchant.
    pub transaction_sub_mchid: Option<String>,
    /// The merchant's own order number.
    pub out_trade_no: Option<String>,
    /// The payer's openid.
    pub openid: String,
    /// ID of the brand that the receipt belongs to.
    pub brand_id: Option<i64>,
    /// SHA-256 of the picture in hex.
    pub sha256: String,
    /// Format of the picture, such as `PNG`.
    pub image_type: String,
    /// Time of creation.
    pub create_time: Option<DateTime>,
    /// Time of the last change.
    pub modify_time: Option<DateTime>,
    /// Contact of the store for the user.
    pub merchant_contact_information: Option<ContactInformation>,
    /// Time of the upload, as the request gave it.
    pub upload_time: Option<DateTime>,
}

/// States of a receipt's review (审核状态).
#[wxpay_enum]
pub enum ReceiptState {
    /// Waiting for review.
    WaitReview,
    /// Rejected: the user does not see the receipt.
    NotPassReview,
    /// Passed: the user sees the receipt.
    PassReview,
}
