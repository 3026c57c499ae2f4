//! The merchant's business and places of sale.

use crate::prelude::*;

/// The merchant's business and places of sale (经营资料).
#[wxpay_object(required = BusinessInfoRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct BusinessInfo {
    /// Name that users see after payment; it has to suit the trade.
    #[wxpay(label = "商户简称")]
    pub merchant_shortname: String,
    /// Customer service telephone number that users see in their payment records.
    #[wxpay(label = "客服电话")]
    pub service_phone: String,
    /// Places of sale.
    #[wxpay(label = "经营场景")]
    pub sales_info: SalesInfo,
}

/// The merchant's places of sale (经营场景). Each scene in `sales_scenes_type` needs its description.
#[wxpay_object(required = SalesInfoRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SalesInfo {
    /// Scenes, at least one; they decide which payment methods are enabled.
    #[wxpay(label = "经营场景类型")]
    pub sales_scenes_type: Vec<SalesScene>,
    /// Physical place, for [`Store`](SalesScene::Store).
    #[wxpay(label = "线下场所场景")]
    pub biz_store_info: Option<BizStoreInfo>,
    /// Official account, for [`Mp`](SalesScene::Mp).
    #[wxpay(label = "公众号场景")]
    pub mp_info: Option<MpInfo>,
    /// Mini program, for [`MiniProgram`](SalesScene::MiniProgram).
    #[wxpay(label = "小程序场景")]
    pub mini_program_info: Option<MiniProgramInfo>,
    /// App, for [`App`](SalesScene::App).
    #[wxpay(label = "App场景")]
    pub app_info: Option<AppInfo>,
    /// Web site, for [`Web`](SalesScene::Web).
    #[wxpay(label = "互联网网站场景")]
    pub web_info: Option<WebInfo>,
    /// WeCom account, for [`Wework`](SalesScene::Wework).
    #[wxpay(label = "企业微信场景")]
    pub wework_info: Option<WeworkInfo>,
}

/// A kind of place where a merchant sells (经营场景类型).
#[wxpay_enum]
pub enum SalesScene {
    /// At a physical place (线下场所).
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

/// A physical place (线下场所场景).
#[wxpay_object(required = BizStoreInfoRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct BizStoreInfo {
    /// Name of the place.
    #[wxpay(label = "线下场所名称")]
    pub biz_store_name: String,
    /// Code of the place's province and city.
    #[wxpay(label = "线下场所省市编码")]
    pub biz_address_code: String,
    /// Address within the city.
    #[wxpay(label = "线下场所地址")]
    pub biz_store_address: String,
    /// `MediaID` of each picture of the entrance.
    #[wxpay(label = "线下场所门头照片")]
    pub store_entrance_pic: Vec<String>,
    /// `MediaID` of each picture of the interior.
    #[wxpay(label = "线下场所内部照片")]
    pub indoor_pic: Vec<String>,
    /// App ID of the merchant, which will be bound to the sub-merchant.
    #[wxpay(len = 32, label = "线下场所对应的商家AppID")]
    pub biz_sub_appid: Option<String>,
}

/// An official account (公众号场景): the service provider's or the merchant's.
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct MpInfo {
    /// App ID of an official account that is bound to the service provider.
    #[wxpay(len = 32, label = "服务商公众号AppID")]
    pub mp_appid: Option<String>,
    /// App ID of the merchant's official account, which will be bound to the sub-merchant.
    #[wxpay(len = 32, label = "商家公众号AppID")]
    pub mp_sub_appid: Option<String>,
    /// `MediaID` of each screenshot of the pages.
    #[wxpay(label = "公众号页面截图")]
    pub mp_pics: Option<Vec<String>>,
}

/// A mini program (小程序场景): the service provider's or the merchant's.
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct MiniProgramInfo {
    /// App ID of a mini program that is bound to the service provider.
    #[wxpay(len = 32, label = "服务商小程序APPID")]
    pub mini_program_appid: Option<String>,
    /// App ID of the merchant's mini program, which will be bound to the sub-merchant.
    #[wxpay(len = 32, label = "商家小程序APPID")]
    pub mini_program_sub_appid: Option<String>,
    /// `MediaID` of each screenshot of the pages.
    #[wxpay(label = "小程序截图")]
    pub mini_program_pics: Option<Vec<String>>,
}

/// An app (App场景): the service provider's or the merchant's.
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct AppInfo {
    /// App ID of an app that is bound to the service provider.
    #[wxpay(len = 32, label = "服务商应用APPID")]
    pub app_appid: Option<String>,
    /// App ID of the merchant's app, which will be bound to the sub-merchant.
    #[wxpay(len = 32, label = "商家应用APPID")]
    pub app_sub_appid: Option<String>,
    /// `MediaID` of each screenshot: the first page, the last page, one in between and the payment page.
    #[wxpay(label = "App截图")]
    pub app_pics: Option<Vec<String>>,
}

/// A web site (互联网网站场景).
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct WebInfo {
    /// Domain of the site, which has to be registered (ICP备案).
    #[wxpay(label = "互联网网站域名")]
    pub domain: Option<String>,
    /// `MediaID` of the domain owner's permission, if the merchant does not own the domain.
    #[wxpay(label = "网站授权函")]
    pub web_authorisation: Option<String>,
    /// App ID of the merchant, which will be bound to the sub-merchant.
    #[wxpay(len = 32, label = "互联网网站对应的商家APPID")]
    pub web_appid: Option<String>,
}

/// A WeCom account (企业微信场景).
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct WeworkInfo {
    /// `CorpID` in addition to `sub_corp_id`. Only one source has this member.
    #[wxpay(label = "企业微信CorpID")]
    pub corp_id: Option<String>,
    /// `CorpID` of the merchant, which will be bound to the sub-merchant.
    #[wxpay(label = "商家企业微信CorpID")]
    pub sub_corp_id: Option<String>,
    /// `MediaID` of each screenshot of the pages.
    #[wxpay(label = "企业微信页面截图")]
    pub wework_pics: Option<Vec<String>>,
}
