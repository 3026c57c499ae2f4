//! Requests that the sandbox accepts although the documentation says otherwise, because clients that work with the live service
//! send them. This is inferred, not observed. The request's page shows it, so that nobody relies on it unknowingly.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

use serde::Serialize;

/// A remark about an accepted deviation, or another fact about the answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Remark {
    /// The deviation or the fact.
    pub text: &'static str,
    /// A client that sends it, a report of it, or a page that does not rule it out; `None` if it is not a deviation.
    pub source: Option<&'static str>,
}

/// The remarks of one request.
#[derive(Default)]
pub(crate) struct Remarks {
    list: Mutex<Vec<Remark>>,
    signature_holds: AtomicBool,
}

impl Remarks {
    pub(crate) fn note(&self, remark: Remark) {
        self.list.lock().unwrap_or_else(PoisonError::into_inner).push(remark);
    }

    /// Records that the signature was verified and is valid.
    pub(crate) fn note_signature(&self) {
        self.signature_holds.store(true, Ordering::Relaxed);
    }

    pub(crate) fn signature_holds(&self) -> bool {
        self.signature_holds.load(Ordering::Relaxed)
    }

    pub(crate) fn into_list(self) -> Vec<Remark> {
        self.list.into_inner().unwrap_or_else(PoisonError::into_inner)
    }
}

pub(crate) const EMPTY_SERIAL: Remark = Remark {
    text: "Wechatpay-Serial is empty, and counts as absent",
    source: Some("https://github.com/wechatpay-apiv3/wechatpay-java/issues/354"),
};
pub(crate) const OTHER_SERIAL: Remark = Remark {
    text: "Wechatpay-Serial names no key of WeChat Pay that the merchant has, and counts as absent, since nothing in the request is encrypted",
    source: Some("https://github.com/klover2/wechatpay-node-v3-ts/issues/63"),
};
pub(crate) const SERIAL_CASE: Remark = Remark {
    text: "the serial_no in Authorization is not in upper case, as certificates are named",
    source: Some("https://github.com/klover2/wechatpay-node-v3-ts"),
};
pub(crate) const NO_BOUNDARY: Remark = Remark {
    text: "the Content-Type of the form names no boundary; it was taken from the body",
    source: Some("https://github.com/minibear2021/wechatpayv3"),
};
pub(crate) const OTHER_FILE_NAME: Remark = Remark {
    text: "the form's file has another name than `filename` says",
    source: Some("https://pay.weixin.qq.com/doc/v3/partner/4012760509"),
};
pub(crate) const MADE_UP: Remark =
    Remark { text: "this answer is made up: the sandbox has no rules for the endpoint", source: None };
