//! The business of a micro merchant, which has no licence.

use crate::prelude::*;

/// The business of a micro merchant (小微辅助证明材料). The type decides which of the three descriptions is needed.
#[wxpay_object(required = MicroBizInfoRequired, any_of("micro_store_info", "micro_mobile_info", "micro_online_info"))]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct MicroBizInfo {
    /// Type of the business.
    #[wxpay(label = "小微经营类型")]
    pub micro_biz_type: MicroBizType,
    /// Shop, for [`Store`](MicroBizType::Store).
    #[wxpay(label = "门店场所")]
    pub micro_store_info: Option<MicroStoreInfo>,
    /// Mobile business, for [`Mobile`](MicroBizType::Mobile).
    #[wxpay(label = "流动经营/便民服务")]
    pub micro_mobile_info: Option<MicroMobileInfo>,
    /// Online shop, for [`Online`](MicroBizType::Online).
    #[wxpay(label = "线上商品/服务交易")]
    pub micro_online_info: Option<MicroOnlineInfo>,
}

/// A type of a micro merchant's business (小微经营类型).
#[wxpay_enum]
pub enum MicroBizType {
    /// In a shop (门店场所).
    #[wxpay(rename = "MICRO_TYPE_STORE")]
    Store,
    /// Mobile, without a fixed place (流动经营/便民服务).
    #[wxpay(rename = "MICRO_TYPE_MOBILE")]
    Mobile,
    /// Online (线上商品/服务交易).
    #[wxpay(rename = "MICRO_TYPE_ONLINE")]
    Online,
}

/// A shop (门店场所).
#[wxpay_object(required = MicroStoreInfoRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct MicroStoreInfo {
    /// Name of the shop.
    #[wxpay(label = "门店名称")]
    pub micro_name: String,
    /// Code of the shop's province and city.
    #[wxpay(label = "门店省市编码")]
    pub micro_address_code: String,
    /// Address within the city.
    #[wxpay(label = "门店地址")]
    pub micro_address: String,
    /// `MediaID` of a picture of the entrance.
    #[wxpay(label = "门店门头照片")]
    pub store_entrance_pic: String,
    /// `MediaID` of a picture of the interior.
    #[wxpay(label = "店内环境照片")]
    pub micro_indoor_copy: String,
    /// `MediaID` of a picture that proves the address. Only one source has this member.
    #[wxpay(label = "经营场所证明")]
    pub address_certification: Option<String>,
    /// Longitude of the shop, in degrees.
    #[wxpay(label = "门店经度")]
    pub store_longitude: Option<String>,
    /// Latitude of the shop, in degrees.
    #[wxpay(label = "门店纬度")]
    pub store_latitude: Option<String>,
}

/// A mobile business (流动经营/便民服务).
#[wxpay_object(required = MicroMobileInfoRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct MicroMobileInfo {
    /// Name of the business.
    #[wxpay(label = "经营/服务名称")]
    pub micro_mobile_name: String,
    /// Code of the province and city.
    #[wxpay(label = "经营/服务所在地省市")]
    pub micro_mobile_city: String,
    /// Address within the city; `无` if there is no address.
    #[wxpay(label = "经营/服务所在地")]
    pub micro_mobile_address: String,
    /// `MediaID` of each picture of the business at work.
    #[wxpay(label = "经营/服务现场照片")]
    pub micro_mobile_pics: Vec<String>,
}

/// An online shop on a platform (线上商品/服务交易).
#[wxpay_object(required = MicroOnlineInfoRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct MicroOnlineInfo {
    /// Name of the shop.
    #[wxpay(label = "线上店铺名称")]
    pub micro_online_store: String,
    /// Name of the platform.
    #[wxpay(label = "电商平台名称")]
    pub micro_ec_name: String,
    /// `MediaID` of the shop's QR code, if `micro_link` is missing.
    #[wxpay(label = "店铺二维码")]
    pub micro_qrcode: Option<String>,
    /// Link of the shop, if `micro_qrcode` is missing.
    #[wxpay(label = "店铺链接")]
    pub micro_link: Option<String>,
}
