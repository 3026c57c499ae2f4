//! An object of twelve members, one of them an object of four: once declared, once with serde's derives.

/// Declared with `#[wxpay_object]`.
pub mod declared {
    use wxpay::prelude::*;

    /// The object.
    #[wxpay_object]
    #[derive(Debug)]
    #[allow(missing_docs)] // the names are the API's
    pub struct Twelve {
        pub appid: String,
        pub mchid: String,
        pub description: String,
        pub out_trade_no: String,
        pub notify_url: String,
        pub attach: Option<String>,
        pub goods_tag: Option<String>,
        pub time_expire: Option<String>,
        pub support_fapiao: Option<bool>,
        pub quantity: i64,
        pub limit: Option<i64>,
        pub amount: Amount,
    }

    /// The nested object.
    #[wxpay_object]
    #[derive(Debug)]
    #[allow(missing_docs)] // the names are the API's
    pub struct Amount {
        pub total: i64,
        pub refund: Option<i64>,
        pub currency: Option<String>,
        pub account: Option<String>,
    }
}

/// The same with serde's derives.
pub mod derived {
    use serde::{Deserialize, Serialize};

    /// The object.
    #[derive(Debug, Serialize, Deserialize)]
    #[allow(missing_docs)] // the names are the API's
    pub struct Twelve {
        pub appid: String,
        pub mchid: String,
        pub description: String,
        pub out_trade_no: String,
        pub notify_url: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub attach: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub goods_tag: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub time_expire: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub support_fapiao: Option<bool>,
        pub quantity: i64,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub limit: Option<i64>,
        pub amount: Amount,
    }

    /// The nested object.
    #[derive(Debug, Serialize, Deserialize)]
    #[allow(missing_docs)] // the names are the API's
    pub struct Amount {
        pub total: i64,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub refund: Option<i64>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub currency: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub account: Option<String>,
    }
}

/// The object as JSON.
pub const JSON: &str = concat!(
    r#"{"appid":"wxd678efh567hg6787","mchid":"1900000001","description":"A teapot","out_trade_no":"20260101000001","#,
    r#""notify_url":"https://shop.example.com/wechat/notify","attach":"shop 7","time_expire":"#,
    r#""2026-01-01T10:34:56+08:00","support_fapiao":true,"quantity":2,"amount":{"total":100,"currency":"CNY"}}"#
);
