//! Identity documents of the persons behind the merchant.

use crate::prelude::*;

/// The identity document of the owner or legal representative (经营者/法人身份证件).
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct IdentityInfo {
    /// Role of the document's holder. Only government offices and public institutions, which may appoint an agent, give it.
    #[wxpay(label = "证件持有人类型")]
    pub id_holder_type: Option<PersonRole>,
    /// Kind of document of the legal representative. An agent gives `authorize_letter_copy` instead.
    #[wxpay(label = "证件类型")]
    pub id_doc_type: Option<IdentificationType>,
    /// `MediaID` of the letter that explains why the legal representative's document is missing.
    #[wxpay(label = "法定代表人说明函")]
    pub authorize_letter_copy: Option<String>,
    /// Identity card, if the document is an identity card.
    #[wxpay(label = "经营者/法人身份证信息")]
    pub id_card_info: Option<IdCardInfo>,
    /// Document, if it is of another kind.
    #[wxpay(label = "经营者/法人其他类型证件信息")]
    pub id_doc_info: Option<IdDocInfo>,
    /// True if this person is also a beneficial owner of the company.
    #[wxpay(label = "经营者/法人是否为受益人")]
    pub owner: Option<bool>,
}

/// The role of a person: legal representative, or agent of the merchant (超级管理员类型, 证件持有人类型).
#[wxpay_enum]
pub enum PersonRole {
    /// The owner or legal representative (经营者/法人).
    Legal,
    /// An agent of the merchant (经办人).
    Super,
}

/// A kind of identity document (证件类型).
#[wxpay_enum]
pub enum IdentificationType {
    /// Identity card of mainland China (中国大陆居民身份证).
    #[wxpay(rename = "IDENTIFICATION_TYPE_IDCARD")]
    IdCard,
    /// Passport of another country or region (其他国家或地区居民护照).
    #[wxpay(rename = "IDENTIFICATION_TYPE_OVERSEA_PASSPORT")]
    OverseaPassport,
    /// Travel permit of Hong Kong residents (中国香港居民来往内地通行证).
    #[wxpay(rename = "IDENTIFICATION_TYPE_HONGKONG_PASSPORT")]
    HongkongPassport,
    /// Travel permit of Macao residents (中国澳门居民来往内地通行证).
    #[wxpay(rename = "IDENTIFICATION_TYPE_MACAO_PASSPORT")]
    MacaoPassport,
    /// Travel permit of Taiwan residents (中国台湾居民来往大陆通行证).
    #[wxpay(rename = "IDENTIFICATION_TYPE_TAIWAN_PASSPORT")]
    TaiwanPassport,
    /// Residence permit of foreigners (外国人居留证).
    #[wxpay(rename = "IDENTIFICATION_TYPE_FOREIGN_RESIDENT")]
    ForeignResident,
    /// Residence permit of Hong Kong and Macao residents (港澳居民证).
    #[wxpay(rename = "IDENTIFICATION_TYPE_HONGKONG_MACAO_RESIDENT")]
    HongkongMacaoResident,
    /// Residence permit of Taiwan residents (台湾居民证).
    #[wxpay(rename = "IDENTIFICATION_TYPE_TAIWAN_RESIDENT")]
    TaiwanResident,
}

/// An identity card (身份证信息).
#[wxpay_object(required = IdCardInfoRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct IdCardInfo {
    /// `MediaID` of the portrait side.
    #[wxpay(label = "身份证人像面照片")]
    pub id_card_copy: String,
    /// `MediaID` of the side with the national emblem.
    #[wxpay(label = "身份证国徽面照片")]
    pub id_card_national: String,
    /// Name on the card. Encrypted in the request.
    #[wxpay(label = "身份证姓名")]
    pub id_card_name: Sensitive,
    /// Number of the card. Encrypted in the request.
    #[wxpay(label = "身份证号码")]
    pub id_card_number: Sensitive,
    /// Address on the card; companies have to give it. Encrypted in the request.
    #[wxpay(label = "身份证居住地址")]
    pub id_card_address: Option<Sensitive>,
    /// First day of validity, such as `2026-06-06`.
    #[wxpay(label = "身份证有效期开始时间")]
    pub card_period_begin: Date,
    /// Last day of validity, such as `2036-06-06`, or `长期` if the card does not expire.
    #[wxpay(label = "身份证有效期结束时间")]
    pub card_period_end: String,
}

/// An identity document other than an identity card (其他类型证件信息).
#[wxpay_object(required = IdDocInfoRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct IdDocInfo {
    /// `MediaID` of the front.
    #[wxpay(label = "证件正面照片")]
    pub id_doc_copy: String,
    /// `MediaID` of the back; not needed for a passport.
    #[wxpay(label = "证件反面照片")]
    pub id_doc_copy_back: Option<String>,
    /// Name on the document. Encrypted in the request.
    #[wxpay(label = "证件姓名")]
    pub id_doc_name: Sensitive,
    /// Number of the document. Encrypted in the request.
    #[wxpay(label = "证件号码")]
    pub id_doc_number: Sensitive,
    /// Address of the holder; companies have to give it. Encrypted in the request.
    #[wxpay(label = "证件居住地址")]
    pub id_doc_address: Option<Sensitive>,
    /// First day of validity, such as `2026-06-06`.
    #[wxpay(label = "证件有效期开始时间")]
    pub doc_period_begin: Date,
    /// Last day of validity, such as `2036-06-06`, or `长期` if the document does not expire.
    #[wxpay(label = "证件有效期结束时间")]
    pub doc_period_end: String,
}

/// A beneficial owner of a company (最终受益人).
#[wxpay_object(required = UboInfoRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct UboInfo {
    /// Kind of identity document.
    #[wxpay(label = "证件类型")]
    pub ubo_id_doc_type: IdentificationType,
    /// `MediaID` of the front, or of the portrait side.
    #[wxpay(label = "身份证人像面照片")]
    pub ubo_id_doc_copy: String,
    /// `MediaID` of the back; not needed for a passport.
    #[wxpay(label = "身份证国徽面照片")]
    pub ubo_id_doc_copy_back: Option<String>,
    /// Name on the document. Encrypted in the request.
    #[wxpay(label = "受益人姓名")]
    pub ubo_id_doc_name: Sensitive,
    /// Number of the document. Encrypted in the request.
    #[wxpay(label = "证件号码")]
    pub ubo_id_doc_number: Sensitive,
    /// Address of the holder. Encrypted in the request.
    #[wxpay(label = "证件居住地址")]
    pub ubo_id_doc_address: Sensitive,
    /// First day of validity, such as `2026-06-06`.
    #[wxpay(label = "证件有效期开始时间")]
    pub ubo_period_begin: Date,
    /// Last day of validity, such as `2036-06-06`, or `长期` if the document does not expire.
    #[wxpay(label = "证件有效期结束时间")]
    pub ubo_period_end: String,
}
