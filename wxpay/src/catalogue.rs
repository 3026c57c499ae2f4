//! The shipped endpoints, as data.

use wxpay_core::endpoint::{Endpoint, FileEndpoint, Operation};
use wxpay_core::payload::derive::Structure;
use wxpay_core::payload::{Kind, Message, Payload, Table};

/// A shipped endpoint.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Shipped {
    /// The endpoint's module.
    pub module: &'static str,
    /// The endpoint's request line and properties.
    pub operation: Operation,
    /// Table of the request's members.
    pub request: &'static Table,
    /// Kind of the answer; [`Kind::File`] if [`Operation::file`] says that the answer is downloaded.
    pub response: Kind,
    blank_request: fn() -> Box<dyn Message + Sync>,
    blank_response: fn() -> Box<dyn Message>,
}

impl Shipped {
    // Unused if no product is compiled.
    #[allow(dead_code)]
    pub(crate) const fn of<E: Endpoint<Response: 'static> + Send + 'static>() -> Self {
        Self {
            // Filled in by `Product::endpoints`.
            module: "",
            operation: E::OPERATION,
            request: <E as Structure>::TABLE,
            response: <E::Response as Payload>::KIND,
            blank_request: blank_request::<E>,
            blank_response: blank_response::<E>,
        }
    }

    /// An endpoint that answers a file.
    #[allow(dead_code)] // only some products have such endpoints
    pub(crate) const fn of_file<E: FileEndpoint + Send + 'static>() -> Self {
        Self {
            module: "",
            operation: E::OPERATION,
            request: <E as Structure>::TABLE,
            response: Kind::File,
            blank_request: blank_request::<E>,
            blank_response: || Box::new(()),
        }
    }

    /// Returns an empty request, to be filled by [`read_json`](crate::read_json) or member by member, and sent by
    /// [`Client::send_dyn`](crate::client::Client::send_dyn), or by [`Client::file_dyn`](crate::client::Client::file_dyn) if the
    /// endpoint answers a file.
    #[must_use]
    pub fn blank_request(&self) -> Box<dyn Message + Sync> {
        (self.blank_request)()
    }

    /// Returns an empty answer, to be filled by [`Client::send_dyn`](crate::client::Client::send_dyn). It stays empty for a file.
    #[must_use]
    pub fn blank_response(&self) -> Box<dyn Message> {
        (self.blank_response)()
    }
}

fn blank_request<E: Payload + Send + Sync + 'static>() -> Box<dyn Message + Sync> {
    Box::new(E::blank())
}

fn blank_response<E: Endpoint<Response: 'static>>() -> Box<dyn Message> {
    Box::new(E::Response::blank())
}

/// A product: a module of this crate, which is compiled if its feature is on.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Product {
    /// Name of the module.
    pub module: &'static str,
    /// Name of the product in the official documentation.
    pub name: &'static str,
    /// The Cargo feature.
    pub feature: &'static str,
    endpoints: &'static [Shipped],
}

impl Product {
    /// Returns the product's shipped endpoints.
    pub fn endpoints(&self) -> impl Iterator<Item = Shipped> {
        self.endpoints.iter().map(|shipped| Shipped { module: self.module, ..*shipped })
    }
}

/// Returns the shipped endpoints of all products whose features are on, by product.
#[must_use]
pub fn catalogue() -> Vec<Shipped> {
    products().iter().flat_map(Product::endpoints).collect()
}

/// Returns the products whose features are on, by feature.
#[must_use]
pub fn products() -> &'static [Product] {
    PRODUCTS
}

/// Defines the products by feature, each with its module and its name. Each module lists its own endpoints.
macro_rules! products {
    ($($feature:literal => { $($module:ident: $name:literal,)* })*) => {
        const PRODUCTS: &[Product] = &[$($(
            #[cfg(feature = $feature)]
            Product {
                module: stringify!($module),
                name: $name,
                feature: $feature,
                endpoints: crate::$module::SHIPPED,
            },
        )*)*];
    };
}

products! {
    "payments" => {
        pay: "基础支付",
        partner_pay: "基础支付·服务商模式",
        combine_pay: "合单支付",
        refund: "退款",
        bill: "账单",
    }
    "common" => {
        certificates: "平台证书",
        security: "签名验签／加解密测试",
        media: "图片上传, 视频上传",
    }
    "cross-border" => {
        global_profit_sharing: "跨境·分账",
        global_complaint: "跨境·消费者投诉",
    }
    "deduction" => {
        papay: "委托代扣",
        credit_repayment: "自动还款",
        parking: "停车服务",
        scan_and_ride: "乘车服务",
    }
    "ecommerce-platform" => {
        individual_contracts: "收付通·个人收款",
        ecommerce_refund: "收付通·退款",
        ecommerce_subsidy: "收付通·补差",
        ecommerce_account_cancel: "收付通·注销",
    }
    "industry" => {
        lovefeast: "爱心餐",
    }
    "marketing" => {
        favor: "代金券",
        busifavor: "商家券",
        pay_gift_activity: "支付有礼",
        retail_store: "品牌小店营销",
        bank_packages: "银行营销·号码包",
        product_coupon: "商品券",
        shopping_receipt: "电子小票",
    }
    "onboarding" => {
        applyment: "特约商户进件",
    }
    "operation" => {
        gold_plan: "点金计划",
        payroll_card: "用工卡",
        fapiao: "电子发票",
        taxi_invoice: "出租车电子发票",
    }
    "pay-score" => {
        payscore: "支付分",
        partner_payscore: "支付分·服务商模式",
    }
    "profit-sharing" => {
        profit_sharing: "分账",
        ecommerce_profit_sharing: "收付通分账",
        brand_profit_sharing: "连锁品牌分账",
    }
    "risk" => {
        complaint: "消费者投诉",
        mch_manage: "商户管理记录",
        mch_operation: "商户尽职调查",
    }
    "transfer" => {
        mch_transfer: "商家转账",
        transfer_batch: "商家转账到零钱",
        partner_transfer_batch: "服务商批量转账",
    }
}
