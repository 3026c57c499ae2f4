//! Transfers that the user has to accept.

use serde::{Serialize, Serializer};

use super::QueryView;

/// The parameters of the page on which the user accepts a transfer: for `wx.requestMerchantTransfer` in a mini program and
/// `WeixinJSBridge.invoke('requestMerchantTransfer', ..)` on a page
/// ([JSAPI调起用户确认收款](https://pay.weixin.qq.com/doc/v3/merchant/4012716430)). The merchant signs nothing.
///
/// The page's result does not prove a transfer: query the transfer.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct TransferConfirmation {
    /// The merchant that transfers: `mchId`.
    pub mch_id: String,
    /// The `appid` of the transfer: `appId`.
    pub app_id: String,
    /// The transfer's `package_info`, which it has while it waits for the user.
    pub package: String,
    /// The user's openid under that `appid`: `openId`. If it is set, WeChat shows the page only to this user.
    pub open_id: Option<String>,
    /// The sub-merchant, if a service provider transfers: `subMchId`.
    pub sub_mch_id: Option<String>,
}

impl TransferConfirmation {
    /// Sets the user who has to accept.
    #[must_use]
    pub fn open_id(mut self, open_id: impl Into<String>) -> Self {
        self.open_id = Some(open_id.into());
        self
    }

    /// Sets the sub-merchant, if a service provider transfers.
    #[must_use]
    pub fn sub_mch_id(mut self, sub_mch_id: impl Into<String>) -> Self {
        self.sub_mch_id = Some(sub_mch_id.into());
        self
    }

    /// For an app, which passes `businessType` and `query` to the OpenSDK's `WXOpenBusinessView`
    /// ([APP调起用户确认收款](https://pay.weixin.qq.com/doc/v3/merchant/4012719576)).
    #[must_use]
    pub fn app(&self) -> QueryView {
        QueryView::app("requestMerchantTransfer", self.members())
    }

    fn members(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let optional = [("openId", &self.open_id), ("subMchId", &self.sub_mch_id)];
        let optional = optional.into_iter().filter_map(|(name, value)| Some((name, value.as_deref()?)));
        [("mchId", &*self.mch_id), ("appId", &*self.app_id), ("package", &*self.package)].into_iter().chain(optional)
    }
}

impl Serialize for TransferConfirmation {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.members())
    }
}
