//! Pay score (支付分): the pages of WeChat on which a user agrees to pay after use.

use serde::ser::{Serialize, SerializeMap as _, Serializer};

use super::query;

/// A page of WeChat that a front end opens. It serialises as `businessType` and `extraData`, for `wx.openBusinessView` in a
/// mini program; [`BusinessView::jsapi`] and [`BusinessView::app`] have the spellings of the other front ends.
///
/// The front end's result does not prove the user's consent: query the order.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct BusinessView {
    /// The page, such as `wxpayScoreUse`.
    pub business_type: &'static str,
    /// Names and values, in this order.
    pub extra_data: Vec<(&'static str, String)>,
}

impl BusinessView {
    /// The page on which the user confirms a pay-score order (`wxpayScoreUse`,
    /// [调起支付分确认订单页](https://pay.weixin.qq.com/doc/v3/merchant/4012587949)). `package` comes from the answer to the order
    /// and has WeChat's own proof: nothing is signed here.
    ///
    /// ```
    /// # use wxpay_core::payment::BusinessView;
    /// let view = BusinessView::pay_score_use("AAQTnZoAAAAB-_");
    /// let json = serde_json::to_string(&view)?;
    /// assert_eq!(json, r#"{"businessType":"wxpayScoreUse","extraData":{"package":"AAQTnZoAAAAB-_"}}"#);
    /// let json = serde_json::to_string(&view.jsapi())?;
    /// assert_eq!(json, r#"{"businessType":"wxpayScoreUse","queryString":"package=AAQTnZoAAAAB-_"}"#);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn pay_score_use(package: impl Into<String>) -> Self {
        Self { business_type: USE, extra_data: vec![("package", package.into())] }
    }

    /// The page on which the user permanently permits a merchant's service (`wxpayScoreEnable`,
    /// [调起支付分授权](https://pay.weixin.qq.com/wiki/doc/apiv3/apis/chapter6_1_9.shtml)). `apply_permissions_token` comes from the
    /// answer to the pre-authorisation and is valid for an hour; nothing is signed here.
    #[must_use]
    pub fn pay_score_enable(apply_permissions_token: impl Into<String>) -> Self {
        Self { business_type: ENABLE, extra_data: vec![("apply_permissions_token", apply_permissions_token.into())] }
    }

    /// For a page inside WeChat: `businessType` and `queryString` of `openBusinessView`.
    #[must_use]
    pub fn jsapi(&self) -> QueryView {
        QueryView::new(self.business_type, "queryString", self.members())
    }

    /// For an app: `businessType` and `query` of the OpenSDK's `WXOpenBusinessView`.
    #[must_use]
    pub fn app(&self) -> QueryView {
        QueryView::app(self.business_type, self.members())
    }

    fn members(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.extra_data.iter().map(|(name, value)| (*name, value.as_str()))
    }
}

impl Serialize for BusinessView {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut view = serializer.serialize_map(Some(2))?;
        view.serialize_entry(BUSINESS_TYPE, self.business_type)?;
        view.serialize_entry("extraData", &Members(&self.extra_data))?;
        view.end()
    }
}

struct Members<'a>(&'a [(&'static str, String)]);

impl Serialize for Members<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name, value)))
    }
}

/// A page of WeChat with its data as a query, for front ends that need it in this form.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct QueryView {
    /// The page.
    pub business_type: &'static str,
    /// `name=value&..`, with the values percent-encoded.
    pub query: String,
    member: &'static str,
}

impl QueryView {
    pub(super) fn app<'a>(business_type: &'static str, members: impl Iterator<Item = (&'static str, &'a str)>) -> Self {
        Self::new(business_type, "query", members)
    }

    fn new<'a>(
        business_type: &'static str,
        member: &'static str,
        members: impl Iterator<Item = (&'static str, &'a str)>,
    ) -> Self {
        Self { business_type, query: query(members), member }
    }
}

impl Serialize for QueryView {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map([(BUSINESS_TYPE, self.business_type), (self.member, &*self.query)])
    }
}

const BUSINESS_TYPE: &str = "businessType";
pub(crate) const USE: &str = "wxpayScoreUse";
pub(crate) const DETAIL: &str = "wxpayScoreDetail";
pub(crate) const ENABLE: &str = "wxpayScoreEnable";
