//! [中文](zh)
//!
//! The guide: from the keys to going live. Every snippet is compiled, and most are run, against a local WeChat Pay.
//!
//! 1. [Keys](keys) (密钥与证书): the keys and their uses, how to check them, and how to configure a client.
//! 2. [The first order](first_order) (第一笔订单): in an empty folder, without an account.
//! 3. [Front ends](front_ends) (调起支付): pages, mini programs, apps, browsers, codes.
//! 4. [Payment at the till](code_payment) (付款码支付): scanned codes, passwords, and reversals.
//! 5. [The openid](openid) (获取openid): how to get a user's openid.
//! 6. [Notifications](notifications) (回调通知): verify WeChat Pay's messages, and handle each of them once.
//! 7. [Timers](timers) (主动查单、关单): when to query, when to close, and what runs after a restart.
//! 8. [Refunds](refunds) (退款): accepted, completed, or failed.
//! 9. [Profit sharing](profit_sharing) (分账): receivers, shares, returns, and a refund between them.
//! 10. [Transfers](transfers) (商家转账): to users, who have to accept them.
//! 11. [Reconciliation](reconciliation) (对账): compare a day's bill with your own books.
//! 12. [Errors](errors) (错误处理): find out whether a call took effect, and what to do next.
//! 13. [Testing](testing) (本地沙箱): the sandbox, its users, and faults on purpose.
//! 14. [Mocking](mocking) (单元测试): which part to replace in a test, and what that proves.
//! 15. [Your own endpoints](own_endpoints) (自定义接口): declare endpoints that are not shipped.
//! 16. [Many merchants](many_merchants) (多商户): several in one process, and partner mode (服务商模式).
//! 17. [Database](database) (数据库): tables and unique keys.
//! 18. [Deployment](deployment) (部署): containers, secrets, the network in both directions, several instances.
//! 19. [Monitoring](monitoring) (监控告警): logs, metrics, and alerts.
//! 20. [Going live](going_live) (上线检查): the official checklist, item by item.
//! 21. [Moving over](moving_over) (迁移): from the Java, Go and Python SDKs.
//! 22. [Numbers](numbers) (商户单号): length and characters of the numbers that you assign.
//! 23. [Limits](limits) (频率限制): how often each endpoint may be called.
//! 24. [Products and features](products) (产品与功能): the shipped endpoints, and the features that compile them.
//! 25. [Common questions](zh::faq) (常见问题): in Chinese, by error message and symptom.
//!
//! Its links and snippets need the features `all`, `axum`, `blocking`, `doctor`, `metrics`, `qr`, `redis` and `server`. With fewer
//! features the pages are the same, but links to modules that are not compiled are broken.

// With every feature, a broken link is an error of the page.
#![cfg_attr(
    not(all(
        feature = "all",
        feature = "axum",
        feature = "blocking",
        feature = "doctor",
        feature = "metrics",
        feature = "qr",
        feature = "redis",
        feature = "reqwest",
        feature = "server"
    )),
    allow(rustdoc::broken_intra_doc_links)
)]

#[doc = include_str!("keys.md")]
#[doc(alias("密钥与证书"))]
pub mod keys {}

#[doc = include_str!("first_order.md")]
#[doc(alias("第一笔订单"))]
pub mod first_order {}

#[doc = include_str!("front_ends.md")]
#[doc(alias("调起支付"))]
pub mod front_ends {}

#[doc = include_str!("code_payment.md")]
#[doc(alias("付款码支付"))]
pub mod code_payment {}

#[doc = include_str!("timers.md")]
#[doc(alias("主动查单", "关单"))]
pub mod timers {}

#[doc = include_str!("openid.md")]
#[doc(alias("获取openid"))]
pub mod openid {}

#[doc = include_str!("notifications.md")]
#[doc(alias("回调通知"))]
pub mod notifications {}

#[doc = include_str!("refunds.md")]
#[doc(alias("退款"))]
pub mod refunds {}

#[doc = include_str!("profit_sharing.md")]
#[doc(alias("分账"))]
pub mod profit_sharing {}

#[doc = include_str!("transfers.md")]
#[doc(alias("商家转账"))]
pub mod transfers {}

#[doc = include_str!("reconciliation.md")]
#[doc(alias("对账"))]
pub mod reconciliation {}

#[doc = include_str!("errors.md")]
#[doc(alias("错误处理"))]
pub mod errors {}

#[doc = include_str!("testing.md")]
#[doc(alias("本地沙箱"))]
pub mod testing {}

#[doc = include_str!("mocking.md")]
#[doc(alias("单元测试", "mock"))]
pub mod mocking {}

#[doc = include_str!("own_endpoints.md")]
#[doc(alias("自定义接口"))]
pub mod own_endpoints {}

#[doc = include_str!("many_merchants.md")]
#[doc(alias("多商户"))]
pub mod many_merchants {}

#[doc = include_str!("database.md")]
#[doc(alias("数据库"))]
pub mod database {}

#[doc = include_str!("deployment.md")]
#[doc(alias("部署"))]
pub mod deployment {}

#[doc = include_str!("monitoring.md")]
#[doc(alias("监控告警"))]
pub mod monitoring {}

#[doc = include_str!("going_live.md")]
#[doc(alias("上线检查"))]
pub mod going_live {}

#[doc = include_str!("moving_over.md")]
#[doc(alias("迁移"))]
pub mod moving_over {}

#[doc = include_str!("numbers.md")]
#[doc(alias("商户单号"))]
pub mod numbers {}

#[doc = include_str!("limits.md")]
#[doc(alias("频率限制"))]
pub mod limits {}

#[doc = include_str!("products.md")]
#[doc(alias("产品与功能"))]
pub mod products {}

#[doc(alias("指南", "教程", "文档"))]
pub mod zh;
