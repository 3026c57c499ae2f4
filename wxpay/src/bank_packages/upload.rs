//! The upload of files into a number package.

use super::Task;
use crate::prelude::*;

/// Uploads a file of agreement numbers into a number package (导入定向用户协议号). [`ListTasks`](super::ListTasks) returns the
/// state of its processing.
///
/// No business number makes a repeated upload safe: after an unknown outcome, look for the file's name in the list.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/marketing/bank/packages/{package_id}/tasks",
    response = Task,
    required = UploadNumbersRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/partner/4012466728"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct UploadNumbers {
    /// Package ID, as the merchant platform shows it.
    #[wxpay(label = "号码包id")]
    pub package_id: String,
    /// Bank and kind of card of the numbers, such as `ICBC_DEBIT`.
    #[wxpay(label = "银行类型")]
    pub bank_type: String,
    /// Name of the file. The client fills it in; a value that is set has to be the same name.
    #[wxpay(file_name, label = "文件名称")]
    pub filename: Option<String>,
    /// SHA-256 of the file in hex. The client fills it in.
    #[wxpay(sha256, label = "文件摘要")]
    pub sha256: Option<String>,
    /// Agreement numbers: TXT or CSV in UTF-8, at most 2 MB, one number a line, lines end with LF. Each number is encrypted for
    /// WeChat Pay.
    #[wxpay(len = 2_097_152, extensions = ["txt", "csv"], label = "快捷交易协议号文件")]
    pub file: Upload,
}
