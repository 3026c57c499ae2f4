//! Uploads. Validation has already compared the name and the digest with the file; here the file gets its ID or URL.

use serde_json::{Value, json};
use wxpay::prelude::*;
use wxpay::{
    bank_packages, complaint, ecommerce_account_cancel, fapiao, global_complaint, global_profit_sharing, mch_manage,
    mch_operation, media, product_coupon, shopping_receipt, taxi_invoice,
};

use crate::endpoint::{Desk, Refusal, Route, Rules};
use crate::json::{present, time};
use crate::keys::credentials::hex;

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::ruled::<media::UploadImage>(),
        Route::ruled::<media::UploadVideo>(),
        Route::ruled::<media::UploadMarketingImage>(),
        Route::ruled::<complaint::UploadImage>(),
        Route::ruled::<ecommerce_account_cancel::UploadImage>(),
        Route::ruled::<fapiao::UploadInvoiceFile>(),
        Route::ruled::<global_complaint::UploadImage>(),
        Route::ruled::<global_profit_sharing::UploadFile>(),
        Route::ruled::<mch_manage::UploadFile>(),
        Route::ruled::<mch_operation::UploadFile>(),
        Route::ruled::<product_coupon::UploadImage>(),
        Route::ruled::<product_coupon::UploadBrandImage>(),
        Route::ruled::<taxi_invoice::UploadInvoiceFile>(),
        Route::ruled::<bank_packages::UploadNumbers>(),
        Route::ruled::<shopping_receipt::UploadReceipt>(),
    ]
}

macro_rules! named {
    ($($request:ty => $member:literal,)*) => {$(
        impl Rules for $request {
            fn answer(&self, _: &Desk<'_>) -> Result<Value, Refusal> {
                Ok(json!({ $member: hex(32)? }))
            }
        }
    )*};
}

named! {
    media::UploadImage => "media_id",
    media::UploadVideo => "media_id",
    complaint::UploadImage => "media_id",
    global_complaint::UploadImage => "media_id",
    fapiao::UploadInvoiceFile => "fapiao_media_id",
    taxi_invoice::UploadInvoiceFile => "fapiao_media_id",
    global_profit_sharing::UploadFile => "file_id",
    mch_manage::UploadFile => "file_id",
    mch_operation::UploadFile => "file_id",
}

/// The live service checks the media type of this part: <https://github.com/wechatpay-apiv3/wechatpay-go/issues/221>.
impl Rules for ecommerce_account_cancel::UploadImage {
    fn answer(&self, _: &Desk<'_>) -> Result<Value, Refusal> {
        if !self.file.mime().starts_with("image/") {
            return Err(Refusal::invalid_request("图片Content-Type非法"));
        }
        Ok(json!({ "media_id": hex(32)? }))
    }
}

macro_rules! addressed {
    ($($request:ty => $member:literal,)*) => {$(
        impl Rules for $request {
            fn answer(&self, _: &Desk<'_>) -> Result<Value, Refusal> {
                Ok(json!({ $member: format!("https://qpic.example/{}", hex(16)?) }))
            }
        }
    )*};
}

addressed! {
    media::UploadMarketingImage => "media_url",
    product_coupon::UploadImage => "image_url",
    product_coupon::UploadBrandImage => "image_url",
}

impl Rules for bank_packages::UploadNumbers {
    fn answer(&self, desk: &Desk<'_>) -> Result<Value, Refusal> {
        Ok(json!({
            "task_id": hex(8)?,
            "package_id": self.package_id,
            "filename": self.filename,
            "create_time": time(desk.now()),
            "status": "PROCESSING",
            "bank_type": self.bank_type,
        }))
    }
}

impl Rules for shopping_receipt::UploadReceipt {
    fn answer(&self, desk: &Desk<'_>) -> Result<Value, Refusal> {
        let contact = self.merchant_contact_information.as_ref();
        let number = contact.and_then(|contact| contact.consultation_phone_number.as_ref()).and_then(Sensitive::expose);
        let sealed = number.map(|plain| desk.seal(plain)).transpose()?;
        let (_, form) = self.file.mime().split_once('/').unwrap_or_default();
        let receipt = json!({
            "receipt_id": hex(8)?,
            "state": "WAIT_REVIEW",
            "transaction_id": self.transaction_id,
            "transaction_mchid": self.transaction_mchid,
            "transaction_sub_mchid": self.transaction_sub_mchid,
            "out_trade_no": self.out_trade_no,
            "openid": self.openid,
            "sha256": self.sha256,
            "image_type": form.to_uppercase(),
            "create_time": time(desk.now()),
            "modify_time": time(desk.now()),
            "merchant_contact_information": sealed.map(|sealed| json!({ "consultation_phone_number": sealed })),
            "upload_time": self.upload_time.map(|time| time.to_string()),
        });
        Ok(json!({ "receipt": present(receipt) }))
    }
}
