//! 指南：从密钥到上线。每段代码都编译过，大部分还在本地的微信支付上运行过。
//!
//! 1. [密钥与证书](keys)：有哪些密钥，各有什么用，怎么核对，怎么配置客户端。
//! 2. [第一笔订单](first_order)：从空目录开始，不需要商户号。
//! 3. [调起支付](front_ends)：网页、小程序、App、浏览器、二维码。
//! 4. [付款码支付](code_payment)：扫码、输密码、撤销。
//! 5. [获取 openid](openid)：怎样得到用户的 openid。
//! 6. [回调通知](notifications)：给微信支付的通知验签，每条只处理一次。
//! 7. [主动查单、关单](timers)：什么时候查单，什么时候关单，重启之后做什么。
//! 8. [退款](refunds)：已受理，已完成，还是失败了。
//! 9. [分账](profit_sharing)：接收方、分账、回退，以及分账之后的退款。
//! 10. [商家转账](transfers)：转给用户，用户要确认收款。
//! 11. [对账](reconciliation)：把某一天的账单和自己的账目逐笔核对。
//! 12. [错误处理](errors)：查清调用有没有生效，下一步该做什么。
//! 13. [本地沙箱](testing)：沙箱怎么用，怎么模拟用户，怎么故意制造故障。
//! 14. [单元测试](mocking)：测试里替换哪一部分，能证明什么。
//! 15. [自定义接口](own_endpoints)：没有内置的接口，自己声明。
//! 16. [多商户](many_merchants)：一个进程里有多个商户，以及服务商模式。
//! 17. [数据库](database)：表和唯一键。
//! 18. [部署](deployment)：容器、密钥、进出两个方向的网络、多实例。
//! 19. [监控告警](monitoring)：日志、指标和告警规则。
//! 20. [上线检查](going_live)：官方的检查清单，逐项对照。
//! 21. [迁移](moving_over)：从 Java、Go、Python 的 SDK 换过来。
//! 22. [商户单号](numbers)：自己生成的各种单号，长度和字符有什么要求。
//! 23. [频率限制](limits)：各接口的调用频率上限，以及遇到 429 怎么办。
//! 24. [产品与功能](products)：内置了哪些接口，用哪些 feature 来编译。
//! 25. [常见问题](faq)：按报错和现象查原因。
//!
//! 其中的链接和代码需要 feature `all`、`axum`、`blocking`、`doctor`、`metrics`、`qr`、`redis` 和 `server`。启用得少一些，页面不变，但指向未编译模块的链接会失效。

// The blocks of these pages are those of the English pages, and tested there.

#[cfg(not(doctest))]
#[doc = include_str!("keys.md")]
#[doc(alias("密钥与证书"))]
pub mod keys {}

#[cfg(not(doctest))]
#[doc = include_str!("first_order.md")]
#[doc(alias("第一笔订单"))]
pub mod first_order {}

#[cfg(not(doctest))]
#[doc = include_str!("front_ends.md")]
#[doc(alias("调起支付"))]
pub mod front_ends {}

#[cfg(not(doctest))]
#[doc = include_str!("code_payment.md")]
#[doc(alias("付款码支付"))]
pub mod code_payment {}

#[cfg(not(doctest))]
#[doc = include_str!("timers.md")]
#[doc(alias("主动查单", "关单"))]
pub mod timers {}

#[cfg(not(doctest))]
#[doc = include_str!("openid.md")]
#[doc(alias("获取openid"))]
pub mod openid {}

#[cfg(not(doctest))]
#[doc = include_str!("notifications.md")]
#[doc(alias("回调通知"))]
pub mod notifications {}

#[cfg(not(doctest))]
#[doc = include_str!("refunds.md")]
#[doc(alias("退款"))]
pub mod refunds {}

#[cfg(not(doctest))]
#[doc = include_str!("profit_sharing.md")]
#[doc(alias("分账"))]
pub mod profit_sharing {}

#[cfg(not(doctest))]
#[doc = include_str!("transfers.md")]
#[doc(alias("商家转账"))]
pub mod transfers {}

#[cfg(not(doctest))]
#[doc = include_str!("reconciliation.md")]
#[doc(alias("对账"))]
pub mod reconciliation {}

#[cfg(not(doctest))]
#[doc = include_str!("errors.md")]
#[doc(alias("错误处理"))]
pub mod errors {}

#[cfg(not(doctest))]
#[doc = include_str!("testing.md")]
#[doc(alias("本地沙箱"))]
pub mod testing {}

#[cfg(not(doctest))]
#[doc = include_str!("mocking.md")]
#[doc(alias("单元测试", "mock"))]
pub mod mocking {}

#[cfg(not(doctest))]
#[doc = include_str!("own_endpoints.md")]
#[doc(alias("自定义接口"))]
pub mod own_endpoints {}

#[cfg(not(doctest))]
#[doc = include_str!("many_merchants.md")]
#[doc(alias("多商户"))]
pub mod many_merchants {}

#[cfg(not(doctest))]
#[doc = include_str!("database.md")]
#[doc(alias("数据库"))]
pub mod database {}

#[cfg(not(doctest))]
#[doc = include_str!("deployment.md")]
#[doc(alias("部署"))]
pub mod deployment {}

#[cfg(not(doctest))]
#[doc = include_str!("monitoring.md")]
#[doc(alias("监控告警"))]
pub mod monitoring {}

#[cfg(not(doctest))]
#[doc = include_str!("going_live.md")]
#[doc(alias("上线检查"))]
pub mod going_live {}

#[cfg(not(doctest))]
#[doc = include_str!("moving_over.md")]
#[doc(alias("迁移"))]
pub mod moving_over {}

#[cfg(not(doctest))]
#[doc = include_str!("numbers.md")]
#[doc(alias("商户单号"))]
pub mod numbers {}

#[cfg(not(doctest))]
#[doc = include_str!("limits.md")]
#[doc(alias("频率限制"))]
pub mod limits {}

#[cfg(not(doctest))]
#[doc = include_str!("products.md")]
#[doc(alias("产品与功能"))]
pub mod products {}

#[doc = include_str!("faq.md")]
#[doc(alias("常见问题", "FAQ", "没到账", "掉单", "验签失败", "收不到回调", "回调重复"))]
#[doc(alias("签名错误", "SIGN_ERROR", "商户证书序列号有误", "无可用的平台证书"))]
#[doc(alias("平台证书序列号Wechatpay-Serial错误", "支付验证签名失败", "当前页面的URL未注册"))]
#[doc(alias("商家参数格式有误", "商家存在未配置的参数", "此IP地址不允许调用该接口"))]
#[doc(alias("受理机构必须传入sub_mch_id", "非分账订单不支持分账", "APPID_MCHID_NOT_MATCH"))]
#[doc(alias("NO_AUTH", "OUT_TRADE_NO_USED", "NOT_ENOUGH", "USERPAYING"))]
pub mod faq {}
