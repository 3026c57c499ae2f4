//! Orders of which medical insurance pays a part.

use serde::{Serialize, Serializer};

use super::MiniProgramPayment;

/// What starts a payment by medical insurance and money (医保自费混合支付): for `wx.requestMedicalInsurancePay` in a
/// [mini program](https://pay.weixin.qq.com/doc/v3/merchant/4016781545), for
/// `WeixinJSBridge.invoke('requestMedicalInsurancePay', ..)` on a
/// [page](https://pay.weixin.qq.com/doc/v3/merchant/4016781549).
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct MedicalInsurancePayment {
    /// The official account, for a page alone. Here it is spelled `appid`.
    pub appid: Option<String>,
    /// The `mix_trade_no` of the insurance's order: `mixTradeNo`. It is not signed.
    pub mix_trade_no: String,
    /// The user's own part; `None` where the insurance pays all, when its members must not be there.
    pub payment: Option<MiniProgramPayment>,
}

impl Serialize for MedicalInsurancePayment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let appid = self.appid.iter().map(|appid| ("appid", &**appid));
        let payment = self.payment.iter().flat_map(MiniProgramPayment::members);
        serializer.collect_map(appid.chain([("mixTradeNo", &*self.mix_trade_no)]).chain(payment))
    }
}
