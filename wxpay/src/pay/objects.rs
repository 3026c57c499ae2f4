//! Objects of orders for every front end.

use crate::prelude::*;

/// An order's amount.
#[wxpay_object(required = AmountRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Amount {
    /// Total amount in fen, at least 1.
    #[wxpay(range = 1.., label = "总金额")]
    pub total: Fen,
    /// Currency: `CNY`, also if it is missing.
    #[wxpay(len = 16, default = "CNY", label = "货币类型")]
    pub currency: Option<String>,
}

impl From<Fen> for Amount {
    fn from(total: Fen) -> Self {
        Self::new(AmountRequired { total })
    }
}

/// Details of the goods (优惠功能).
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Detail {
    /// Original price of the order in fen. It cannot be used twice for the same discount.
    #[wxpay(label = "订单原价")]
    pub cost_price: Option<Fen>,
    /// Number on the merchant's receipt.
    #[wxpay(label = "商品小票ID")]
    pub invoice_id: Option<String>,
    /// The goods. Leave the list out if it is empty.
    #[wxpay(label = "单品列表")]
    pub goods_detail: Option<Vec<GoodsDetail>>,
}

/// One kind of goods in an order.
#[wxpay_object(required = GoodsDetailRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct GoodsDetail {
    /// The merchant's number for the goods.
    #[wxpay(label = "商户侧商品编码")]
    pub merchant_goods_id: String,
    /// WeChat Pay's number for the goods.
    #[wxpay(label = "微信侧商品编码")]
    pub wechatpay_goods_id: Option<String>,
    /// Name of the goods.
    #[wxpay(label = "商品名称")]
    pub goods_name: Option<String>,
    /// Quantity of the goods.
    #[wxpay(label = "商品数量")]
    pub quantity: i64,
    /// Unit price in fen.
    #[wxpay(label = "商品单价")]
    pub unit_price: Fen,
}

/// Scene of an order. Every member is optional, because official pages disagree on what is required.
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct SceneInfo {
    /// The user's IP address, version 4 or 6.
    #[wxpay(label = "用户终端IP")]
    pub payer_client_ip: Option<String>,
    /// The merchant's number for the device.
    #[wxpay(label = "商户端设备号")]
    pub device_id: Option<String>,
    /// Information about the store.
    #[wxpay(label = "商户门店信息")]
    pub store_info: Option<StoreInfo>,
}

/// A merchant's store (门店). Every member is optional, because official pages disagree on what is required.
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct StoreInfo {
    /// The merchant's number for the store.
    #[wxpay(label = "门店编号")]
    pub id: Option<String>,
    /// Name of the store.
    #[wxpay(label = "门店名称")]
    pub name: Option<String>,
    /// Area code of the store's district, six digits.
    #[wxpay(label = "地区编码")]
    pub area_code: Option<String>,
    /// Address of the store.
    #[wxpay(label = "详细地址")]
    pub address: Option<String>,
}

/// Settlement information of an order.
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct SettleInfo {
    /// Keeps the money frozen until it is shared (分账).
    #[wxpay(label = "是否指定分账")]
    pub profit_sharing: Option<bool>,
}

/// A payment method that an order excludes or requires (指定支付方式).
#[wxpay_enum]
pub enum LimitPay {
    /// Excludes the balance.
    #[wxpay(rename = "no_balance")]
    NoBalance,
    /// Excludes credit cards.
    #[wxpay(rename = "no_credit")]
    NoCredit,
    /// Excludes debit cards.
    #[wxpay(rename = "no_debit")]
    NoDebit,
    /// Allows only the balance.
    #[wxpay(rename = "balance_only")]
    BalanceOnly,
}

/// The only person who may pay an order (支付者).
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct NamedPayer {
    /// Identity of the person; other people's payments are refused.
    #[wxpay(label = "实名支付")]
    pub identity: Option<PayerIdentity>,
}

/// Identity of the person who has to pay (实名支付). The product has to be opened for the merchant.
#[wxpay_object(required = PayerIdentityRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct PayerIdentity {
    /// Type of `number`.
    #[wxpay(label = "证件类型")]
    pub r#type: PayerIdentityType,
    /// The identity document's number, or the phone number. Encrypted when it is sent.
    #[wxpay(label = "加密后的证件号")]
    pub number: Sensitive,
    /// The person's name. Encrypted when it is sent.
    #[wxpay(label = "加密后的姓名")]
    pub name: Sensitive,
}

/// Types of a payer's identity (证件类型).
#[wxpay_enum]
pub enum PayerIdentityType {
    /// The resident identity card.
    #[wxpay(rename = "IDCARD")]
    IdCard,
    /// The travel permit of residents of Hong Kong and Macao.
    HongkongMacao,
    /// The residence permit of residents of Hong Kong and Macao.
    HongkongMacaoResident,
    /// The residence permit of residents of Taiwan.
    TaiwanResident,
    /// The permanent residence permit of foreigners.
    ForeignResident,
    /// A foreign passport.
    OverseaPassport,
    /// The mobile phone number.
    PhoneNumber,
}

/// Instalments whose interest the merchant pays (贴息信息).
#[wxpay_object(required = SubsidyInfoRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SubsidyInfo {
    /// The schemes.
    #[wxpay(label = "贴息详情列表")]
    pub subsidy_detail: Vec<SubsidyDetail>,
}

/// A scheme of interest that the merchant pays (贴息详情).
#[wxpay_object(required = SubsidyDetailRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SubsidyDetail {
    /// Type of the scheme.
    #[wxpay(label = "贴息方案类型")]
    pub subsidy_period_type: SubsidyPeriodType,
    /// Share that the merchant pays, for each number of instalments.
    #[wxpay(label = "贴息方案列表")]
    pub subsidy_plan: Vec<SubsidyPlan>,
}

/// Types of schemes (贴息方案类型).
#[wxpay_enum]
pub enum SubsidyPeriodType {
    /// Interest by the day.
    Daily,
    /// Interest by the instalment.
    Period,
}

/// The share of an instalment plan's interest that the merchant pays (贴息方案).
#[wxpay_object(required = SubsidyPlanRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SubsidyPlan {
    /// Number of instalments: 3, 6 or 12.
    #[wxpay(label = "贴息期数")]
    pub subsidy_installment_num: i64,
    /// The merchant's share in percent: 0 or 100.
    #[wxpay(label = "贴息比例")]
    pub subsidy_percent: i64,
}
