//! What the merchant sells, and where.

use crate::prelude::*;

/// What the merchant sells, and where (经营资料).
#[wxpay_object(required = BusinessInfoRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct BusinessInfo {
    /// The name that users see when they have paid; it has to suit the trade.
    #[wxpay(label = "商户简称")]
    pub merchant_shortname: String,
    /// The telephone that users see in their record of payments.
    #[wxpay(label = "客服电话")]
    pub service_phone: String,
    /// Where it sells.
    #[wxpay(label = "经营场景")]
    pub sales_info: SalesInfo,
}

/// Where the merchant sells (经营场景). Each scene that is named has to be described.
#[wxpay_object(required = SalesInfoRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SalesInfo {
    /// The scenes, at least one; they decide which ways to pay are opened.
    #[wxpay(label = "经营场景类型")]
    pub sales_scenes_type: Vec<SalesScene>,
    /// The place, for [`Store`](SalesScene::Store).
    #[wxpay(label = "线下场所场景")]
    pub biz_store_info: Option<BizStoreInfo>,
    /// The official account, for [`Mp`](SalesScene::Mp).
    #[wxpay(label = "公众号场景")]
    pub mp_info: Option<MpInfo>,
    /// The mini program, for [`MiniProgram`](SalesScene::MiniProgram).
    #[wxpay(label = "小程序场景")]
    pub mini_program_info: Option<MiniProgramInfo>,
    /// The app, for [`App`](SalesScene::App).
    #[wxpay(label = "App场景")]
    pub app_info: Option<AppInfo>,
    /// The web site, for [`Web`](SalesScene::Web).
    #[wxpay(label = "互联网网站场景")]
    pub web_info: Option<WebInfo>,
    /// The WeCom account, for [`Wework`](SalesScene::Wework).
    #[wxpay(label = "企业微信场景")]
    pub wework_info: Option<WeworkInfo>,
}

/// Where a merchant sells (经营场景类型).
#[wxpay_enum]
pub enum SalesScene {
    /// At a place (线下场所).
    #[wxpay(rename = "SALES_SCENES_STORE")]
    Store,
    /// In an official account (公众号).
    #[wxpay(rename = "SALES_SCENES_MP")]
    Mp,
    /// In a mini program (小程序).
    #[wxpay(rename = "SALES_SCENES_MINI_PROGRAM")]
    MiniProgram,
    /// On a web site (互联网网站).
    #[wxpay(rename = "SALES_SCENES_WEB")]
    Web,
    /// In an app.
    #[wxpay(rename = "SALES_SCENES_APP")]
    App,
    /// In WeCom (企业微信).
    #[wxpay(rename = "SALES_SCENES_WEWORK")]
    Wework,
}

/// A place (线下场所场景).
#[wxpay_object(required = BizStoreInfoRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct BizStoreInfo {
    /// Its name.
    #[wxpay(label = "线下场所名称")]
    pub biz_store_name: String,
    /// Its code, from the list of provinces and cities.
    #[wxpay(label = "线下场所省市编码")]
    pub biz_address_code: String,
    /// Its address within that place.
    #[wxpay(label = "线下场所地址")]
    pub biz_store_address: String,
    /// The `MediaID` of each picture of its entrance.
    #[wxpay(label = "线下场所门头照片")]
    pub store_entrance_pic: Vec<String>,
    /// The `MediaID` of each picture of its inside.
    #[wxpay(label = "线下场所内部照片")]
    pub indoor_pic: Vec<String>,
    /// An app ID of the merchant, to be bound to it.
    #[wxpay(len = 32, label = "线下场所对应的商家AppID")]
    pub biz_sub_appid: Option<String>,
}

/// An official account (公众号场景): the provider's or the merchant's.
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct MpInfo {
    /// One that is bound to the service provider.
    #[wxpay(len = 32, label = "服务商公众号AppID")]
    pub mp_appid: Option<String>,
    /// The merchant's own, to be bound to it.
    #[wxpay(len = 32, label = "商家公众号AppID")]
    pub mp_sub_appid: Option<String>,
    /// The `MediaID` of each picture of its pages.
    #[wxpay(label = "公众号页面截图")]
    pub mp_pics: Option<Vec<String>>,
}

/// A mini program (小程序场景): the provider's or the merchant's.
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct MiniProgramInfo {
    /// One that is bound to the service provider.
    #[wxpay(len = 32, label = "服务商小程序APPID")]
    pub mini_program_appid: Option<String>,
    /// The merchant's own, to be bound to it.
    #[wxpay(len = 32, label = "商家小程序APPID")]
    pub mini_program_sub_appid: Option<String>,
    /// The `MediaID` of each picture of its pages.
    #[wxpay(label = "小程序截图")]
    pub mini_program_pics: Option<Vec<String>>,
}

/// An app (App场景): the provider's or the merchant's.
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct AppInfo {
    /// One that is bound to the service provider.
    #[wxpay(len = 32, label = "服务商应用APPID")]
    pub app_appid: Option<String>,
    /// The merchant's own, to be bound to it.
    #[wxpay(len = 32, label = "商家应用APPID")]
    pub app_sub_appid: Option<String>,
    /// The `MediaID` of each picture of its pages: the first, the last, one between, the one with the payment.
    #[wxpay(label = "App截图")]
    pub app_pics: Option<Vec<String>>,
}

/// A web site (互联网网站场景).
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct WebInfo {
    /// Its domain, which has to be registered (ICP备案).
    #[wxpay(label = "互联网网站域名")]
    pub domain: Option<String>,
    /// The `MediaID` of its owner's permission, if that is somebody else.
    #[wxpay(label = "网站授权函")]
    pub web_authorisation: Option<String>,
    /// An app ID of the merchant, to be bound to it.
    #[wxpay(len = 32, label = "互联网网站对应的商家APPID")]
    pub web_appid: Option<String>,
}

/// A WeCom account (企业微信场景).
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct WeworkInfo {
    /// A `CorpID` beside `sub_corp_id`. Only one source has it.
    #[wxpay(label = "企业微信CorpID")]
    pub corp_id: Option<String>,
    /// The merchant's `CorpID`, to be bound to it.
    #[wxpay(label = "商家企业微信CorpID")]
    pub sub_corp_id: Option<String>,
    /// The `MediaID` of each picture of its pages.
    #[wxpay(label = "企业微信页面截图")]
    pub wework_pics: Option<Vec<String>>,
}
