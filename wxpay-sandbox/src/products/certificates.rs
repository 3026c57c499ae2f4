//! The download of platform certificates.

use serde_json::{Value, json};
use wxpay::certificates::DownloadCertificates;
use wxpay::prelude::DateTime;

use crate::endpoint::{Desk, Refusal, Route, Rules};
use crate::keys::envelope;

pub(super) fn routes() -> Vec<Route> {
    vec![Route::ruled::<DownloadCertificates>()]
}

impl Rules for DownloadCertificates {
    fn answer(&self, desk: &Desk<'_>) -> Result<Value, Refusal> {
        let certificates = desk.keyring.certificates_of(desk.keys);
        if certificates.is_empty() {
            return Err(Refusal::resource_not_exists(NONE).breaking(MODE));
        }
        let key = desk.merchants.api_v3_key(desk.mchid)?;
        let mut data = Vec::new();
        for issued in certificates {
            let sealed = envelope::seal(&key, "certificate", issued.certificate.as_bytes())?;
            let time = |seconds| DateTime::from_unix_timestamp(seconds).map(|time| time.to_string());
            data.push(json!({
                "serial_no": issued.serial,
                "effective_time": time(issued.validity.0),
                "expire_time": time(issued.validity.1),
                "encrypt_certificate": sealed,
            }));
        }
        Ok(json!({ "data": data }))
    }
}

/// The remedy for a merchant without certificates.
const MODE: &str = "the merchant has only WeChat Pay's public key (微信支付公钥), which has no certificate; \
    `--keys certificate` or `--keys both` (`Builder::keys`) gives it platform certificates (平台证书)";
/// In the words of the live service: <https://github.com/wechatpay-apiv3/wechatpay-java/issues/354>.
const NONE: &str = "无可用的平台证书，请在商户平台-API安全申请使用微信支付公钥。可查看指引https://pay.weixin.qq.com/docs/merchant/products/platform-certificate/wxp-pub-key-guide.html";
