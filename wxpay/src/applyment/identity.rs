//! Who stands behind the merchant.

use crate::prelude::*;

/// The owner or legal representative (经营者/法人身份证件).
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct IdentityInfo {
    /// Whose document it is: for offices of government and public institutions, which may send somebody.
    #[wxpay(label = "证件持有人类型")]
    pub id_holder_type: Option<PersonRole>,
    /// What document the legal representative has. Somebody who was sent brings `authorize_letter_copy` instead.
    #[wxpay(label = "证件类型")]
    pub id_doc_type: Option<IdentificationType>,
    /// The `MediaID` of the letter that says why the legal representative's document is missing.
    #[wxpay(label = "法定代表人说明函")]
    pub authorize_letter_copy: Option<String>,
    /// The identity card, if it is one.
    #[wxpay(label = "经营者/法人身份证信息")]
    pub id_card_info: Option<IdCardInfo>,
    /// The document, if it is another.
    #[wxpay(label = "经营者/法人其他类型证件信息")]
    pub id_doc_info: Option<IdDocInfo>,
    /// Whether this is also who the company belongs to in the end.
    #[wxpay(label = "经营者/法人是否为受益人")]
    pub owner: Option<bool>,
}

/// Whether somebody is the legal representative, or acts for the merchant (超级管理员类型, 证件持有人类型).
#[wxpay_enum]
pub enum PersonRole {
    /// The owner or legal representative (经营者/法人).
    Legal,
    /// Somebody who acts for the merchant (经办人).
    Super,
}

/// A document of identity (证件类型).
#[wxpay_enum]
pub enum IdentificationType {
    /// The identity card of the mainland (中国大陆居民身份证).
    #[wxpay(rename = "IDENTIFICATION_TYPE_IDCARD")]
    IdCard,
    /// A passport of another country (其他国家或地区居民护照).
    #[wxpay(rename = "IDENTIFICATION_TYPE_OVERSEA_PASSPORT")]
    OverseaPassport,
    /// The travel permit of residents of Hong Kong (中国香港居民来往内地通行证).
    #[wxpay(rename = "IDENTIFICATION_TYPE_HONGKONG_PASSPORT")]
    HongkongPassport,
    /// The travel permit of residents of Macao (中国澳门居民来往内地通行证).
    #[wxpay(rename = "IDENTIFICATION_TYPE_MACAO_PASSPORT")]
    MacaoPassport,
    /// The travel permit of residents of Taiwan (中国台湾居民来往大陆通行证).
    #[wxpay(rename = "IDENTIFICATION_TYPE_TAIWAN_PASSPORT")]
    TaiwanPassport,
    /// The residence permit of foreigners (外国人居留证).
    #[wxpay(rename = "IDENTIFICATION_TYPE_FOREIGN_RESIDENT")]
    ForeignResident,
    /// The residence permit of people from Hong Kong and Macao (港澳居民证).
    #[wxpay(rename = "IDENTIFICATION_TYPE_HONGKONG_MACAO_RESIDENT")]
    HongkongMacaoResident,
    /// The residence permit of people from Taiwan (台湾居民证).
    #[wxpay(rename = "IDENTIFICATION_TYPE_TAIWAN_RESIDENT")]
    TaiwanResident,
}

/// An identity card (身份证信息).
#[wxpay_object(required = IdCardInfoRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct IdCardInfo {
    /// The `MediaID` of the side with the portrait.
    #[wxpay(label = "身份证人像面照片")]
    pub id_card_copy: String,
    /// The `MediaID` of the side with the national emblem.
    #[wxpay(label = "身份证国徽面照片")]
    pub id_card_national: String,
    /// The name on it. Encrypted when it is sent.
    #[wxpay(label = "身份证姓名")]
    pub id_card_name: Sensitive,
    /// The number on it. Encrypted when it is sent.
    #[wxpay(label = "身份证号码")]
    pub id_card_number: Sensitive,
    /// The address on it; companies give it. Encrypted when it is sent.
    #[wxpay(label = "身份证居住地址")]
    pub id_card_address: Option<Sensitive>,
    /// Since when it is valid, such as `2026-06-06`.
    #[wxpay(label = "身份证有效期开始时间")]
    pub card_period_begin: Date,
    /// Until when, such as `2036-06-06`, or `长期` if it does not end.
    #[wxpay(label = "身份证有效期结束时间")]
    pub card_period_end: String,
}

/// A document that is no identity card (其他类型证件信息).
#[wxpay_object(required = IdDocInfoRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct IdDocInfo {
    /// The `MediaID` of its front.
    #[wxpay(label = "证件正面照片")]
    pub id_doc_copy: String,
    /// The `MediaID` of its back; a passport needs none.
    #[wxpay(label = "证件反面照片")]
    pub id_doc_copy_back: Option<String>,
    /// The name on it. Encrypted when it is sent.
    #[wxpay(label = "证件姓名")]
    pub id_doc_name: Sensitive,
    /// The number on it. Encrypted when it is sent.
    #[wxpay(label = "证件号码")]
    pub id_doc_number: Sensitive,
    /// Where its holder lives; companies give it. Encrypted when it is sent.
    #[wxpay(label = "证件居住地址")]
    pub id_doc_address: Option<Sensitive>,
    /// Since when it is valid, such as `2026-06-06`.
    #[wxpay(label = "证件有效期开始时间")]
    pub doc_period_begin: Date,
    /// Until when, such as `2036-06-06`, or `长期` if it does not end.
    #[wxpay(label = "证件有效期结束时间")]
    pub doc_period_end: String,
}

/// Somebody whom a company belongs to in the end (最终受益人).
#[wxpay_object(required = UboInfoRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct UboInfo {
    /// What document it is.
    #[wxpay(label = "证件类型")]
    pub ubo_id_doc_type: IdentificationType,
    /// The `MediaID` of its front, or of the side with the portrait.
    #[wxpay(label = "身份证人像面照片")]
    pub ubo_id_doc_copy: String,
    /// The `MediaID` of its back; a passport needs none.
    #[wxpay(label = "身份证国徽面照片")]
    pub ubo_id_doc_copy_back: Option<String>,
    /// The name on it. Encrypted when it is sent.
    #[wxpay(label = "受益人姓名")]
    pub ubo_id_doc_name: Sensitive,
    /// The number on it. Encrypted when it is sent.
    #[wxpay(label = "证件号码")]
    pub ubo_id_doc_number: Sensitive,
    /// Where its holder lives. Encrypted when it is sent.
    #[wxpay(label = "证件居住地址")]
    pub ubo_id_doc_address: Sensitive,
    /// Since when it is valid, such as `2026-06-06`.
    #[wxpay(label = "证件有效期开始时间")]
    pub ubo_period_begin: Date,
    /// Until when, such as `2036-06-06`, or `长期` if it does not end.
    #[wxpay(label = "证件有效期结束时间")]
    pub ubo_period_end: String,
}
