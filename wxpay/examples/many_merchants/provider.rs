//! A service provider (服务商): one merchant number, one key and one client for many sub-merchants. Each order and each
//! verified notification names its sub-merchant.

use std::collections::HashMap;

use wxpay::notify::{Ordered, PartnerPayment};
use wxpay::partner_pay::{NativePrepay, NativePrepayRequired};
use wxpay::prelude::Fen;

/// The provider's books. An order's number is unique among all orders of the provider, whichever sub-merchant it belongs to.
#[derive(Default)]
pub(crate) struct Provider {
    orders: HashMap<String, NativePrepay>,
    /// Amounts that each sub-merchant was paid, by `sub_mchid` and by the order's number.
    accounts: HashMap<String, HashMap<String, Fen>>,
    /// Payments that do not match their order, in words.
    pub(crate) doubts: Vec<String>,
}

impl Provider {
    pub(crate) fn ordered(&mut self, order: &NativePrepay) {
        self.orders.insert(order.out_trade_no.clone(), order.clone());
    }

    /// Books a payment for the sub-merchant of its order. The notification has to name the same sub-merchant.
    pub(crate) fn paid(&mut self, payment: &PartnerPayment) {
        let number = &payment.out_trade_no;
        let Some(order) = self.orders.get(number) else {
            return self.doubts.push(format!("{number} was never ordered"));
        };
        match payment.check(&Ordered::from(order)) {
            // A repetition changes nothing: the order's number is the key.
            Ok(()) => {
                let account = self.accounts.entry(order.sub_mchid.clone()).or_default();
                account.insert(number.clone(), order.amount.total);
            }
            Err(differences) => {
                let differences: Vec<_> = differences.iter().map(ToString::to_string).collect();
                self.doubts.push(differences.join("; "));
            }
        }
    }

    /// Number of paid orders of all sub-merchants.
    pub(crate) fn paid_orders(&self) -> usize {
        self.accounts.values().map(HashMap::len).sum()
    }

    /// Number of a sub-merchant's paid orders, and their sum.
    pub(crate) fn account(&self, sub_mchid: &str) -> (usize, Fen) {
        let account = self.accounts.get(sub_mchid);
        let total = account.map(|orders| orders.values().map(|fen| fen.get()).sum()).unwrap_or_default();
        (account.map_or(0, HashMap::len), Fen::new(total))
    }
}

/// An order for a sub-merchant, which the provider signs.
pub(crate) fn order(sp_mchid: &str, sub_mchid: &str, out_trade_no: &str, fen: i64, notify_url: String) -> NativePrepay {
    NativePrepay::new(NativePrepayRequired {
        sp_appid: "wxd678efh567hg6787".into(),
        sp_mchid: sp_mchid.into(),
        sub_mchid: sub_mchid.into(),
        description: "A teapot".into(),
        out_trade_no: out_trade_no.into(),
        notify_url,
        amount: Fen::new(fen).into(),
    })
}
