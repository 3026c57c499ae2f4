//! The uploads into a number package.

use crate::prelude::*;

/// Lists the files that were uploaded into a number package, with the state of each (查询上传任务列表).
///
/// A file is processed some time after its upload: query again until its task is [`Finished`](TaskStatus::Finished); the counts
/// are meaningless before.
///
/// The official page documents only the general error codes.
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
    /// Package ID, as the merchant platform shows it.
    #[wxpay(label = "号码包id")]
    pub package_id: String,
    /// State of the tasks to list.
    #[wxpay(label = "任务状态")]
    pub status: Option<TaskStatus>,
    /// Name of the uploaded file to list.
    #[wxpay(label = "文件名")]
    pub filename: Option<String>,
    /// Page number, from 0.
    #[wxpay(label = "分页页码")]
    pub offset: Option<i64>,
    /// Number of tasks on a page, at most 20.
    #[wxpay(label = "分页大小")]
    pub limit: Option<i64>,
}

/// The state of an upload's processing (任务状态).
#[wxpay_enum]
pub enum TaskStatus {
    /// In progress (处理中).
    Processing,
    /// Finished (已完成).
    Finished,
}

/// A page of tasks.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Tasks {
    /// The tasks of this page.
    pub data: Option<Vec<Task>>,
    /// Number of tasks on all pages.
    pub total_count: i64,
    /// Page number of the request, from 0.
    pub offset: i64,
    /// Number of tasks on a page.
    pub limit: i64,
}

/// An uploaded file of agreement numbers (上传任务).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Task {
    /// Task ID.
    pub task_id: String,
    /// Package ID.
    pub package_id: String,
    /// Name of the uploaded file.
    pub filename: String,
    /// Time of the upload.
    pub create_time: DateTime,
    /// Time of the last change.
    pub update_time: Option<DateTime>,
    /// State of the processing.
    pub status: Option<TaskStatus>,
    /// Number of agreement numbers that belong to a user, once finished.
    pub success_count: Option<i64>,
    /// Number of agreement numbers that belong to no user, once finished.
    pub fail_count: Option<i64>,
    /// Number of WeChat users that were found, once finished. It is larger than `success_count` if a card is bound to several
    /// accounts.
    pub success_user_count: Option<i64>,
    /// Bank and kind of card of the numbers, such as `ICBC_DEBIT`.
    pub bank_type: Option<String>,
}
