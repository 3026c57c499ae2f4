//! Orders that medical insurance pays in part.

use serde::{Serialize, Serializer};

use super::MiniProgramPayment;

/// The parameters of a payment by medical insurance and money (医保自费混合支付): for `wx.requestMedicalInsurancePay` in a
/// [mini program](https://pay.weixin.qq.com/doc/v3/merchant/4016781545), for
/// `WeixinJSBridge.invoke('requestMedicalInsurancePay', ..)` on a
/// [page](https://pay.weixin.qq.com/doc/v3/merchant/4016781549).
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct MedicalInsurancePayment {
    /// The official account, only for a page. It is spelled `appid` here.
    pub appid: Option<String>,
    /// The `mix_trade_no` of the insurance's order: `mixTradeNo`. It is not signed.
    pub mix_trade_no: String,
    /// The parameters of the user's own part; `None` if the insurance pays everything, since the members must then be absent.
    pub payment: Option<MiniProgramPayment>,
}

impl Serialize for MedicalInsurancePayment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let appid = self.appid.iter().map(|appid| ("appid", &**appid));
        let payment = self.payment.iter().flat_map(MiniProgramPayment::members);
        serializer.collect_map(appid.chain([("mixTradeNo", &*self.mix_trade_no)]).chain(payment))
    }
}
