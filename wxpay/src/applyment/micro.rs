//! What somebody without licence sells, and where.

use crate::prelude::*;

/// What somebody without licence sells, and where (小微辅助证明材料). One of the three ways goes with the type.
#[wxpay_object(required = MicroBizInfoRequired, any_of("micro_store_info", "micro_mobile_info", "micro_online_info"))]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct MicroBizInfo {
    /// How they sell.
    #[wxpay(label = "小微经营类型")]
    pub micro_biz_type: MicroBizType,
    /// The shop.
    #[wxpay(label = "门店场所")]
    pub micro_store_info: Option<MicroStoreInfo>,
    /// The round.
    #[wxpay(label = "流动经营/便民服务")]
    pub micro_mobile_info: Option<MicroMobileInfo>,
    /// The shop on a platform.
    #[wxpay(label = "线上商品/服务交易")]
    pub micro_online_info: Option<MicroOnlineInfo>,
}

/// How somebody without licence sells (小微经营类型).
#[wxpay_enum]
pub enum MicroBizType {
    /// In a shop (门店场所).
    #[wxpay(rename = "MICRO_TYPE_STORE")]
    Store,
    /// On the move (流动经营/便民服务).
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
    /// Its name.
    #[wxpay(label = "门店名称")]
    pub micro_name: String,
    /// The code of its place, from the list of provinces and cities.
    #[wxpay(label = "门店省市编码")]
    pub micro_address_code: String,
    /// Its address within that place.
    #[wxpay(label = "门店地址")]
    pub micro_address: String,
    /// The `MediaID` of a picture of its entrance.
    #[wxpay(label = "门店门头照片")]
    pub store_entrance_pic: String,
    /// The `MediaID` of a picture of its inside.
    #[wxpay(label = "店内环境照片")]
    pub micro_indoor_copy: String,
    /// The `MediaID` of a picture of the proof of its address. Only one source has it.
    #[wxpay(label = "经营场所证明")]
    pub address_certification: Option<String>,
    /// Its longitude, in degrees.
    #[wxpay(label = "门店经度")]
    pub store_longitude: Option<String>,
    /// Its latitude, in degrees.
    #[wxpay(label = "门店纬度")]
    pub store_latitude: Option<String>,
}

/// A trade on the move (流动经营/便民服务).
#[wxpay_object(required = MicroMobileInfoRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct MicroMobileInfo {
    /// Its name.
    #[wxpay(label = "经营/服务名称")]
    pub micro_mobile_name: String,
    /// The code of its place, from the list of provinces and cities.
    #[wxpay(label = "经营/服务所在地省市")]
    pub micro_mobile_city: String,
    /// Its address within that place; `无` if there is none.
    #[wxpay(label = "经营/服务所在地")]
    pub micro_mobile_address: String,
    /// The `MediaID` of each picture of the work.
    #[wxpay(label = "经营/服务现场照片")]
    pub micro_mobile_pics: Vec<String>,
}

/// A shop on a platform (线上商品/服务交易).
#[wxpay_object(required = MicroOnlineInfoRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct MicroOnlineInfo {
    /// Its name.
    #[wxpay(label = "线上店铺名称")]
    pub micro_online_store: String,
    /// The platform.
    #[wxpay(label = "电商平台名称")]
    pub micro_ec_name: String,
    /// The `MediaID` of its QR code, if it has no address.
    #[wxpay(label = "店铺二维码")]
    pub micro_qrcode: Option<String>,
    /// Its address, if it has no QR code.
    #[wxpay(label = "店铺链接")]
    pub micro_link: Option<String>,
}
