//! The parameters of front ends, signed by this client's merchant. Nothing is sent.

use std::borrow::Borrow;

use super::Client;
use crate::crypto::CryptoError;
use crate::error::{EncodeError, Error, ErrorKind, Outcome, SignError};
use crate::keys::HmacKey;
use crate::payment::{
    AppPayment, BusinessView, Coupon, CouponPlugin, DETAIL, ENABLE, JsapiPayment, MedicalInsurancePayment,
    MiniProgramPayment, TransferConfirmation, USE, hmac_signature, link, link_members, payment_message, plugin_members,
};
use crate::sign::{Scheme, nonce, sign};

impl Client {
    /// Signs the parameters with which a page inside WeChat starts the payment of `prepay_id` (JSAPI调起支付). `appid` is that of the
    /// official account in which the payment runs: the order's; in partner mode `sp_appid`, or `sub_appid` if the payer is named
    /// by `sub_openid`.
    ///
    /// ```no_run
    /// # async fn page(client: wxpay_core::client::Client) -> Result<String, Box<dyn std::error::Error>> {
    /// let payment = client.jsapi_payment("wxd678efh567hg6787", "wx201410272009395522657a690389285100").await?;
    /// # Ok(
    /// serde_json::to_string(&payment)? // for WeixinJSBridge.invoke('getBrandWCPayRequest', ..)
    /// # )
    /// # }
    /// ```
    ///
    /// # Errors
    /// The signer's error; or `appid` and `prepay_id` were mixed up, or the client is a brand's. Nothing is sent in any case.
    pub async fn jsapi_payment(&self, appid: &str, prepay_id: &str) -> Result<JsapiPayment, Error> {
        let MiniProgramPayment { time_stamp, nonce_str, package, sign_type, pay_sign } =
            self.mini_program_payment(appid, prepay_id).await?;
        Ok(JsapiPayment { app_id: appid.to_owned(), time_stamp, nonce_str, package, sign_type, pay_sign })
    }

    /// Signs the parameters with which a mini program starts the payment of `prepay_id` (小程序调起支付). `appid` is that of the mini
    /// program in which the payment runs, as for [`Client::jsapi_payment`].
    ///
    /// # Errors
    /// As [`Client::jsapi_payment`].
    pub async fn mini_program_payment(&self, appid: &str, prepay_id: &str) -> Result<MiniProgramPayment, Error> {
        let package = format!("prepay_id={}", check_session(appid, prepay_id)?);
        let Signed { timestamp, nonce, sign } = self.payment(appid, &package).await?;
        Ok(MiniProgramPayment { time_stamp: timestamp, nonce_str: nonce, package, sign_type: "RSA", pay_sign: sign })
    }

    /// Signs the parameters with which an app starts the payment of `prepay_id` (APP调起支付). `appid` is that of the app: the
    /// order's; in partner mode `sp_appid` or `sub_appid`.
    ///
    /// # Errors
    /// As [`Client::jsapi_payment`].
    pub async fn app_payment(&self, appid: &str, prepay_id: &str) -> Result<AppPayment, Error> {
        let Signed { timestamp, nonce, sign } = self.payment(appid, check_session(appid, prepay_id)?).await?;
        Ok(AppPayment {
            appid: appid.to_owned(),
            partnerid: self.mchid()?.to_owned(),
            prepayid: prepay_id.to_owned(),
            package: "Sign=WXPay",
            noncestr: nonce,
            timestamp,
            sign,
        })
    }

    /// Signs the parameters with which a page inside WeChat starts a payment by medical insurance (医保支付). `mix_trade_no` is the
    /// number of the insurance's order, `prepay_id` that of the part that the user pays, if there is one.
    ///
    /// # Errors
    /// As [`Client::jsapi_payment`].
    pub async fn jsapi_medical_insurance_payment(
        &self,
        appid: &str,
        mix_trade_no: &str,
        prepay_id: Option<&str>,
    ) -> Result<MedicalInsurancePayment, Error> {
        let payment = self.mini_program_medical_insurance_payment(appid, mix_trade_no, prepay_id).await?;
        Ok(MedicalInsurancePayment { appid: Some(appid.to_owned()), ..payment })
    }

    /// Signs the parameters with which a mini program starts a payment by medical insurance, as
    /// [`Client::jsapi_medical_insurance_payment`].
    ///
    /// # Errors
    /// As [`Client::jsapi_payment`].
    pub async fn mini_program_medical_insurance_payment(
        &self,
        appid: &str,
        mix_trade_no: &str,
        prepay_id: Option<&str>,
    ) -> Result<MedicalInsurancePayment, Error> {
        let payment = match prepay_id {
            Some(prepay_id) => Some(self.mini_program_payment(appid, prepay_id).await?),
            None => None,
        };
        Ok(MedicalInsurancePayment { appid: None, mix_trade_no: mix_trade_no.to_owned(), payment })
    }

    /// Makes the parameters that ask the user to accept a transfer (调起用户确认收款), from the transfer's `appid` and `package_info`.
    ///
    /// # Errors
    /// The client is a brand's, which makes no transfers.
    pub fn transfer_confirmation(&self, appid: &str, package_info: &str) -> Result<TransferConfirmation, Error> {
        Ok(TransferConfirmation {
            mch_id: self.mchid()?.to_owned(),
            app_id: appid.to_owned(),
            package: package_info.to_owned(),
            open_id: None,
            sub_mch_id: None,
        })
    }

    /// Makes the parameters that open the page of a pay-score order (`wxpayScoreDetail`,
    /// [调起支付分订单详情页](https://pay.weixin.qq.com/doc/v3/merchant/4012587984)), signed with the APIv2 key. They are valid for 5
    /// minutes.
    ///
    /// # Errors
    /// The crypto library's error, or no library is compiled in; or the client is a brand's.
    pub fn pay_score_detail(&self, service_id: &str, out_order_no: &str, key: &HmacKey) -> Result<BusinessView, Error> {
        self.score(DETAIL, [("service_id", service_id), ("out_order_no", out_order_no)], key)
    }

    /// Makes the signed parameters of the page on which the user confirms a pay-score order, as in older documentation. The
    /// current documentation needs only the `package`: [`BusinessView::pay_score_use`].
    ///
    /// # Errors
    /// As [`Client::pay_score_detail`].
    pub fn signed_pay_score_use(&self, package: &str, key: &HmacKey) -> Result<BusinessView, Error> {
        self.score(USE, [("package", package)], key)
    }

    /// Makes the signed parameters of the page on which the user permits a service, as in older documentation, with the
    /// merchant's own number of the permission. The current documentation needs a token: [`BusinessView::pay_score_enable`].
    ///
    /// # Errors
    /// As [`Client::pay_score_detail`].
    pub fn signed_pay_score_enable(
        &self,
        service_id: &str,
        out_request_no: &str,
        key: &HmacKey,
    ) -> Result<BusinessView, Error> {
        self.score(ENABLE, [("service_id", service_id), ("out_request_no", out_request_no)], key)
    }

    /// Makes the link with which the user `openid` receives a coupon of this merchant
    /// ([H5发券](https://pay.weixin.qq.com/doc/v3/merchant/4012285783)), signed with the APIv2 key. It opens inside WeChat.
    ///
    /// # Errors
    /// As [`Client::pay_score_detail`].
    pub fn coupon_link(&self, coupon: &Coupon, openid: &str, key: &HmacKey) -> Result<String, Error> {
        let members = link_members(coupon, self.mchid()?, openid);
        Ok(link(&members, &self.hmac(&members, key)?))
    }

    /// Signs the parameters with which a mini program's plug-in gives the user 1 to 10 coupons of this merchant, with the APIv2
    /// key.
    ///
    /// # Errors
    /// As [`Client::pay_score_detail`]; or there are fewer than 1 or more than 10 coupons.
    pub fn coupon_plugin(&self, coupons: Vec<Coupon>, key: &HmacKey) -> Result<CouponPlugin, Error> {
        if !(1..=10).contains(&coupons.len()) {
            return Err(EncodeError::Coupons(coupons.len()).not_sent());
        }
        let merchant = self.mchid()?.to_owned();
        let sign = self.hmac(&plugin_members(&coupons, &merchant), key)?;
        Ok(CouponPlugin { send_coupon_params: coupons, sign, send_coupon_merchant: merchant })
    }

    async fn payment(&self, appid: &str, fourth: &str) -> Result<Signed, Error> {
        self.mchid()?;
        let (timestamp, nonce) = (self.now().to_string(), nonce().map_err(not_signed)?);
        let message = payment_message(appid, &timestamp, &nonce, fourth);
        let sign = sign(&*self.inner.merchant.signer, &message).await.map_err(not_signed)?;
        Ok(Signed { timestamp, nonce, sign })
    }

    fn score<const N: usize>(
        &self,
        business_type: &'static str,
        own: [(&'static str, &str); N],
        key: &HmacKey,
    ) -> Result<BusinessView, Error> {
        let (timestamp, nonce) = (self.now().to_string(), nonce().map_err(not_signed)?);
        let mut members = vec![("mch_id", self.mchid()?)];
        members.extend(own);
        members.extend([("timestamp", &*timestamp), ("nonce_str", &nonce), ("sign_type", "HMAC-SHA256")]);
        let sign = self.hmac(&members, key)?;
        members.push(("sign", &sign));
        let extra_data = members.into_iter().map(|(name, value)| (name, value.to_owned())).collect();
        Ok(BusinessView { business_type, extra_data })
    }

    fn hmac<N: Borrow<str>>(&self, members: &[(N, &str)], key: &HmacKey) -> Result<String, Error> {
        let backend = self.inner.backend.ok_or_else(|| EncodeError::NoBackend.not_sent())?;
        let members: Vec<_> = members.iter().map(|(name, value)| (name.borrow(), *value)).collect();
        hmac_signature(backend, &members, key).map_err(not_signed)
    }

    /// The merchant number; fails for a brand.
    fn mchid(&self) -> Result<&str, Error> {
        let merchant = &self.inner.merchant;
        if merchant.scheme == Scheme::MERCHANT {
            return Ok(&merchant.id);
        }
        Err(EncodeError::ForMerchants.not_sent())
    }
}

/// A signature, with the timestamp and the nonce that it covers.
struct Signed {
    timestamp: String,
    nonce: String,
    sign: String,
}

/// Returns `prepay_id`, unless the two texts cannot be what they should be. They are easily mixed up, since both begin with `wx`,
/// and the phone refuses a wrong signature without a reason.
pub(super) fn check_session<'a>(appid: &str, prepay_id: &'a str) -> Result<&'a str, Error> {
    let plain = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_graphic());
    let wrong = if appid.len() > LONGEST_APPID || !plain(appid) {
        EncodeError::Appid
    } else if prepay_id.contains('=') || !plain(prepay_id) {
        EncodeError::PrepayId
    } else {
        return Ok(prepay_id);
    };
    Err(wrong.not_sent())
}

fn not_signed(error: CryptoError) -> Error {
    Error::new(ErrorKind::Sign(SignError::Signer(error)), Outcome::NotSent)
}

/// Shorter than a `prepay_id`, which has 36 characters.
const LONGEST_APPID: usize = 32;
