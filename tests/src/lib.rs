//! Shared by the suites: valid requests, and the `openssl` command line as a witness.

#[cfg(feature = "sandbox")]
pub mod big_bill;
pub mod capture;
pub mod facts;
#[cfg(feature = "sandbox")]
pub mod genuine;
pub mod guards;
pub mod instances;
pub mod keys;
pub mod leaks;
#[cfg(feature = "aws-lc")]
pub mod limits;
pub mod products;
#[cfg(feature = "sandbox")]
pub mod soak;
pub mod unsealed;
pub mod wire;

/// Tests the README's examples.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
pub struct Readme;

/// Tests the worked example of CONTRIBUTING.
#[cfg(doctest)]
#[doc = include_str!("../../CONTRIBUTING.md")]
pub struct Contributing;

/// Used by the macro [`searched`].
#[doc(hidden)]
pub use ctor as __ctor;

use std::io::Write as _;
use std::process::{Command, Stdio};

use wxpay::client::Client;
use wxpay::credit_repayment::{
    DisplayName, H5Presign, H5PresignRequired, RealIdentity, RealIdentityRequired, RealIdentityType,
};
use wxpay::individual_contracts::{AppPresign, AppPresignRequired, QueryContractByCode, QueryContractByCodeRequired};
use wxpay::mch_transfer::{CreateTransfer, CreateTransferRequired, SceneReport, SceneReportRequired};
use wxpay::pay::{
    Amount, AmountRequired, AppPrepay, AppPrepayRequired, CloseOrder, CloseOrderRequired, QueryOrderByNumber,
    QueryOrderByNumberRequired,
};
use wxpay::prelude::*;
use wxpay::refund::{self, CreateRefund, CreateRefundRequired};

/// A command that runs an ignored test of this program in a process of its own; `test` is its full name.
///
/// # Panics
/// The path of this program is unknown.
#[must_use]
pub fn in_a_process_of_its_own(test: &str) -> Command {
    let mut command = Command::new(std::env::current_exe().expect("a test process knows what it runs"));
    command.args(["--ignored", "--exact", test, "--nocapture"]);
    capture::off(&mut command);
    command
}

/// An order of 1 yuan.
#[must_use]
pub fn order(client: &Client, out_trade_no: &str) -> AppPrepay {
    AppPrepay::new(AppPrepayRequired {
        appid: "wxd678efh567hg6787".into(),
        mchid: client.merchant().id().into(),
        description: "A teapot".into(),
        out_trade_no: out_trade_no.into(),
        notify_url: "https://shop.example.com/wechat/notify".into(),
        amount: Amount::new(AmountRequired { total: Fen::new(100) }),
    })
}

/// The query for the order.
#[must_use]
pub fn order_query(client: &Client, out_trade_no: &str) -> QueryOrderByNumber {
    QueryOrderByNumber::new(QueryOrderByNumberRequired {
        out_trade_no: out_trade_no.into(),
        mchid: client.merchant().id().into(),
    })
}

/// The request that closes the order.
#[must_use]
pub fn closing(client: &Client, out_trade_no: &str) -> CloseOrder {
    CloseOrder::new(CloseOrderRequired { out_trade_no: out_trade_no.into(), mchid: client.merchant().id().into() })
}

/// A refund of `fen` for an order of 1 yuan.
#[must_use]
pub fn refund(out_trade_no: &str, out_refund_no: &str, fen: i64) -> CreateRefund {
    CreateRefund::new(CreateRefundRequired {
        out_refund_no: out_refund_no.into(),
        amount: refund::Amount::new(refund::AmountRequired {
            refund: Fen::new(fen),
            total: Fen::new(100),
            currency: "CNY".into(),
        }),
    })
    .out_trade_no(out_trade_no)
}

/// A transfer of 4000 yuan to 王小明.
#[must_use]
pub fn transfer(out_bill_no: &str) -> CreateTransfer {
    CreateTransfer::new(CreateTransferRequired {
        appid: "wxf636efh567hg4356".into(),
        out_bill_no: out_bill_no.into(),
        openid: "o-MYE42l80oelYMDE34nYD456Xoy".into(),
        transfer_amount: Fen::new(400_000),
        transfer_remark: "Travel expenses".into(),
        transfer_scene_id: "1000".into(),
        transfer_scene_report_infos: marketing(),
    })
    .user_name("王小明")
}

/// The report on a transfer of the scene `1000` (现金营销).
#[must_use]
pub fn marketing() -> Vec<SceneReport> {
    let report = |(info_type, info_content): (&str, &str)| {
        SceneReport::new(SceneReportRequired { info_type: info_type.into(), info_content: info_content.into() })
    };
    [("活动名称", "新会员有礼"), ("奖励说明", "注册会员抽奖一等奖")].map(report).into()
}

/// A pre-sign of automatic repayment by 王小明.
#[must_use]
pub fn repayment(out_contract_code: &str) -> H5Presign {
    H5Presign::new(H5PresignRequired {
        appid: "wxd678efh567hg6787".into(),
        plan_id: "WxCreditRepaymentPlan12345678".into(),
        out_contract_code: out_contract_code.into(),
        display_name: DisplayName::masked("王小明"),
        contract_notify_url: "https://shop.example.com/notify".into(),
        repayment_amount_limit: FenText::new(10_000),
        real_identity: RealIdentity::new(RealIdentityRequired {
            identity_type: RealIdentityType::IdCard,
            identity_id: "11010519491231002X".into(),
            real_name: "王小明".into(),
        }),
    })
}

/// A pre-sign of a C2C contract.
#[must_use]
pub fn contract(out_contract_code: &str) -> AppPresign {
    AppPresign::new(AppPresignRequired {
        appid: "wxd678efh567h23787".into(),
        out_contract_code: out_contract_code.into(),
    })
}

/// The query for the contract.
#[must_use]
pub fn contract_query(out_contract_code: &str) -> QueryContractByCode {
    QueryContractByCode::new(QueryContractByCodeRequired {
        out_contract_code: out_contract_code.into(),
        appid: "wxd678efh567h23787".into(),
    })
}

/// Runs `openssl` with these arguments and this input, and returns its output.
///
/// # Errors
/// `openssl` is missing or fails; the text says which.
pub fn openssl(arguments: &[&str], input: &[u8]) -> Result<Vec<u8>, String> {
    let mut child = Command::new("openssl")
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| format!("openssl is needed for this test: {error}"))?;
    if let Some(mut stdin) = child.stdin.take() {
        stdin.write_all(input).map_err(|error| error.to_string())?;
    }
    let output = child.wait_with_output().map_err(|error| error.to_string())?;
    if output.status.success() {
        return Ok(output.stdout);
    }
    Err(format!("openssl {arguments:?}: {}", String::from_utf8_lossy(&output.stderr)))
}

/// Encodes in Base64 with `openssl`.
///
/// # Panics
/// `openssl` is missing.
#[must_use]
pub fn base64(bytes: &[u8]) -> String {
    let text = openssl(&["base64", "-A"], bytes).unwrap_or_else(|error| panic!("{error}"));
    String::from_utf8_lossy(&text).into_owned()
}

/// The result of a future that never waits, such as those of the backends.
pub fn ready<T>(future: impl Future<Output = T>) -> T {
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    match std::pin::pin!(future).poll(&mut context) {
        std::task::Poll::Ready(value) => value,
        std::task::Poll::Pending => unreachable!("a future of a local key waited for something"),
    }
}

/// Writes a line that shows although the test passes, since the test harness does not capture it.
pub fn report(line: &str) {
    let _ = std::io::Write::write_all(&mut std::io::stderr(), format!("{line}\n").as_bytes());
}
