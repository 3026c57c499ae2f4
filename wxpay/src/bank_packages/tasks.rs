//! The uploads of a package.

use crate::prelude::*;

/// Lists the files that were uploaded into a number package (查询上传任务列表), with what became of each.
///
/// A file is worked through some time after its upload: ask again until its task is
/// [`Finished`](TaskStatus::Finished); the counts mean nothing before.
///
/// Which errors it answers is not documented beyond the general ones.
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/marketing/bank/packages/{package_id}/tasks",
    response = Tasks,
    required = ListTasksRequired,
    doc = "https://pay.weixin.qq.com/docs/merchant/apis/marketing-bank-packages/tasks/list-task.html",
    pages(page = "offset", first = 0, limit = "limit", items = "data", total = "total_count")
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ListTasks {
    /// The package, as the merchant platform shows it.
    #[wxpay(label = "号码包id")]
    pub package_id: String,
    /// Only tasks in this state.
    #[wxpay(label = "任务状态")]
    pub status: Option<TaskStatus>,
    /// Only the uploads of this file.
    #[wxpay(label = "文件名")]
    pub filename: Option<String>,
    /// The page, from 0.
    #[wxpay(label = "分页页码")]
    pub offset: Option<i64>,
    /// How many a page holds, at most 20.
    #[wxpay(label = "分页大小")]
    pub limit: Option<i64>,
}

/// Whether an uploaded file was worked through (任务状态).
#[wxpay_enum]
pub enum TaskStatus {
    /// It is being worked through (处理中).
    Processing,
    /// It was (已完成).
    Finished,
}

/// A page of tasks.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Tasks {
    /// The tasks of this page.
    pub data: Option<Vec<Task>>,
    /// How many there are on all pages.
    pub total_count: i64,
    /// The page that was asked for, from 0.
    pub offset: i64,
    /// How many a page holds.
    pub limit: i64,
}

/// An uploaded file of agreement numbers (上传任务).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Task {
    /// The task's own number.
    pub task_id: String,
    /// The package that the file belongs to.
    pub package_id: String,
    /// The file's name, as it was uploaded.
    pub filename: String,
    /// When it was uploaded.
    pub create_time: DateTime,
    /// When something last happened to it.
    pub update_time: Option<DateTime>,
    /// Whether it was worked through.
    pub status: Option<TaskStatus>,
    /// How many agreement numbers belong to somebody, once finished.
    pub success_count: Option<i64>,
    /// How many agreement numbers belong to nobody, once finished.
    pub fail_count: Option<i64>,
    /// How many WeChat users were found, once finished: more than `success_count` where a card is bound to several
    /// accounts.
    pub success_user_count: Option<i64>,
    /// The bank and the kind of card that the numbers belong to, such as `ICBC_DEBIT`.
    pub bank_type: Option<String>,
}
