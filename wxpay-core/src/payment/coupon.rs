//! Coupons of a merchant (商家券) that a user receives on a page or in a mini program. The signature is of APIv2.

use serde::ser::{Serialize, SerializeMap as _, Serializer};

use super::query;

/// A coupon that a user is about to receive.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Coupon {
    /// The ID of its stock (批次).
    pub stock_id: String,
    /// The merchant's own number for sending this coupon, unique for a user and a stock.
    pub out_request_no: String,
    /// The coupon's code, if the merchant sets the codes of this stock when it sends the coupons.
    pub coupon_code: Option<String>,
}

impl Coupon {
    /// A coupon of the stock, with the merchant's own number for sending it.
    pub fn new(stock_id: impl Into<String>, out_request_no: impl Into<String>) -> Self {
        Self { stock_id: stock_id.into(), out_request_no: out_request_no.into(), coupon_code: None }
    }

    /// Sets the code, if the merchant sets the codes of this stock.
    #[must_use]
    pub fn with_code(self, coupon_code: Option<String>) -> Self {
        Self { coupon_code, ..self }
    }

    fn members(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let code = self.coupon_code.iter().map(|code| ("coupon_code", &**code));
        [("stock_id", &*self.stock_id), ("out_request_no", &*self.out_request_no)].into_iter().chain(code)
    }
}

impl Serialize for Coupon {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.members())
    }
}

/// The parameters that a mini program passes to the plug-in `send-coupon`
/// ([小程序发券插件](https://pay.weixin.qq.com/wiki/doc/apiv3/apis/chapter9_3_1.shtml)): `send_coupon_params`, `sign` and
/// `send_coupon_merchant`.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CouponPlugin {
    /// The coupons, 1 to 10 of them.
    pub send_coupon_params: Vec<Coupon>,
    /// The signature.
    pub sign: String,
    /// The merchant that sends the coupons.
    pub send_coupon_merchant: String,
}

impl Serialize for CouponPlugin {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut plugin = serializer.serialize_map(Some(3))?;
        plugin.serialize_entry("send_coupon_params", &self.send_coupon_params)?;
        plugin.serialize_entry("sign", &self.sign)?;
        plugin.serialize_entry(MERCHANT, &self.send_coupon_merchant)?;
        plugin.end()
    }
}

/// The members that the plug-in's signature covers: those of the coupons, each name followed by the coupon's index.
pub(crate) fn plugin_members<'a>(coupons: &'a [Coupon], merchant: &'a str) -> Vec<(String, &'a str)> {
    let numbered = |(number, coupon): (usize, &'a Coupon)| {
        coupon.members().map(move |(name, value)| (format!("{name}{number}"), value))
    };
    let coupons = coupons.iter().enumerate().flat_map(numbered);
    coupons.chain([(MERCHANT.to_owned(), merchant)]).collect()
}

/// The members that the link's signature covers.
pub(crate) fn link_members<'a>(coupon: &'a Coupon, merchant: &'a str, openid: &'a str) -> Vec<(&'static str, &'a str)> {
    coupon.members().chain([(MERCHANT, merchant), ("open_id", openid)]).collect()
}

/// The link, with its signature.
pub(crate) fn link(members: &[(&'static str, &str)], sign: &str) -> String {
    let query = query(members.iter().copied().chain([("sign", sign)]));
    format!("https://action.weixin.qq.com/busifavor/getcouponinfo?{query}#wechat_redirect")
}

const MERCHANT: &str = "send_coupon_merchant";
