//! What orders are made of, whatever the way they are paid.

use crate::prelude::*;

/// An order's amount.
#[wxpay_object(required = AmountRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Amount {
    /// The whole amount in fen, at least 1.
    #[wxpay(range = 1.., label = "总金额")]
    pub total: Fen,
    /// `CNY`, which is also what a missing one means.
    #[wxpay(len = 16, default = "CNY", label = "货币类型")]
    pub currency: Option<String>,
}

impl From<Fen> for Amount {
    fn from(total: Fen) -> Self {
        Self::new(AmountRequired { total })
    }
}

/// What is sold in detail (优惠功能).
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Detail {
    /// The original price of the order in fen; it cannot be used twice for the same reduction.
    #[wxpay(label = "订单原价")]
    pub cost_price: Option<Fen>,
    /// The number on the merchant's receipt.
    #[wxpay(label = "商品小票ID")]
    pub invoice_id: Option<String>,
    /// The single goods. Without any, leave the list out.
    #[wxpay(label = "单品列表")]
    pub goods_detail: Option<Vec<GoodsDetail>>,
}

/// One kind of goods in an order.
#[wxpay_object(required = GoodsDetailRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct GoodsDetail {
    /// The merchant's number for it.
    #[wxpay(label = "商户侧商品编码")]
    pub merchant_goods_id: String,
    /// WeChat Pay's number for it.
    #[wxpay(label = "微信侧商品编码")]
    pub wechatpay_goods_id: Option<String>,
    /// Its name.
    #[wxpay(label = "商品名称")]
    pub goods_name: Option<String>,
    /// How many.
    #[wxpay(label = "商品数量")]
    pub quantity: i64,
    /// The price of one in fen.
    #[wxpay(label = "商品单价")]
    pub unit_price: Fen,
}

/// Where an order is made. Official pages disagree on what is required here, so nothing is.
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
    /// The shop.
    #[wxpay(label = "商户门店信息")]
    pub store_info: Option<StoreInfo>,
}

/// A merchant's shop (门店). Official pages disagree on what is required here, so nothing is.
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct StoreInfo {
    /// The merchant's number for it.
    #[wxpay(label = "门店编号")]
    pub id: Option<String>,
    /// Its name.
    #[wxpay(label = "门店名称")]
    pub name: Option<String>,
    /// The six digits of its district.
    #[wxpay(label = "地区编码")]
    pub area_code: Option<String>,
    /// Its address.
    #[wxpay(label = "详细地址")]
    pub address: Option<String>,
}

/// How an order is settled.
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct SettleInfo {
    /// Whether the money stays frozen until it is shared (分账).
    #[wxpay(label = "是否指定分账")]
    pub profit_sharing: Option<bool>,
}

/// A way to pay that an order excludes or insists on (指定支付方式).
#[wxpay_enum]
pub enum LimitPay {
    /// Not from the balance.
    #[wxpay(rename = "no_balance")]
    NoBalance,
    /// Not by credit card.
    #[wxpay(rename = "no_credit")]
    NoCredit,
    /// Not by debit card.
    #[wxpay(rename = "no_debit")]
    NoDebit,
    /// From the balance and nothing else.
    #[wxpay(rename = "balance_only")]
    BalanceOnly,
}

/// Who has to pay, where it must not be anybody (支付者).
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct NamedPayer {
    /// The person; somebody else's payment is refused.
    #[wxpay(label = "实名支付")]
    pub identity: Option<PayerIdentity>,
}

/// The person who has to pay (实名支付). The product has to be opened for the merchant.
#[wxpay_object(required = PayerIdentityRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct PayerIdentity {
    /// What `number` is the number of.
    #[wxpay(label = "证件类型")]
    pub r#type: PayerIdentityType,
    /// The number. Encrypted when it is sent.
    #[wxpay(label = "加密后的证件号")]
    pub number: Sensitive,
    /// The name. Encrypted when it is sent.
    #[wxpay(label = "加密后的姓名")]
    pub name: Sensitive,
}

/// What a payer is known by (证件类型).
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
    /// The mobile phone's number.
    PhoneNumber,
}

/// Instalments whose interest the merchant pays (贴息信息).
#[wxpay_object(required = SubsidyInfoRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SubsidyInfo {
    /// What is paid for whom.
    #[wxpay(label = "贴息详情列表")]
    pub subsidy_detail: Vec<SubsidyDetail>,
}

/// One scheme of interest that the merchant pays (贴息详情).
#[wxpay_object(required = SubsidyDetailRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SubsidyDetail {
    /// How its interest is reckoned.
    #[wxpay(label = "贴息方案类型")]
    pub subsidy_period_type: SubsidyPeriodType,
    /// How much of it the merchant pays.
    #[wxpay(label = "贴息方案列表")]
    pub subsidy_plan: Vec<SubsidyPlan>,
}

/// How interest is reckoned (贴息方案类型).
#[wxpay_enum]
pub enum SubsidyPeriodType {
    /// By the day.
    Daily,
    /// By the instalment.
    Period,
}

/// How much of an instalment plan's interest the merchant pays (贴息方案).
#[wxpay_object(required = SubsidyPlanRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SubsidyPlan {
    /// The number of instalments: 3, 6 or 12.
    #[wxpay(label = "贴息期数")]
    pub subsidy_installment_num: i64,
    /// The share in percent: 0 or 100.
    #[wxpay(label = "贴息比例")]
    pub subsidy_percent: i64,
}
