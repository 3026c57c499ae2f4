//! `wxpay explain payment`: the reason that a payment does not start (支付验证签名失败).

use std::io::Write;
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use wxpay::crypto::Backend;
use wxpay::prelude::DateTime;
use wxpay::server::explain::payment::{self, Handed, diagnose};

use super::keys::{Key, own, private};
use super::{read, time, told};
use crate::configuration::Source;
use crate::outcome::{Exit, Failure};

/// The parameters of a front end (调起支付参数), if WeChat says 支付验证签名失败
///
/// They can be JSON, a JavaScript object, assignments or a query, as copied from a log or a debugger; text around them is
/// ignored. The output has the string that should be signed, and the string that was signed instead.
#[derive(Args)]
#[command(after_help = "Examples:
  wxpay explain payment parameters.json
  wxpay explain payment parameters.json --appid wxd678efh567hg6787 --appid wx2421b1c4370ec43b
  pbpaste | wxpay explain payment - --front-end mini-program --appid wxd678efh567hg6787")]
pub(super) struct Arguments {
    /// The parameters, or - for standard input
    file: PathBuf,
    /// The appid of the client in which the payment runs; more appids that may have been signed can follow
    ///
    /// A mini program's parameters do not name it. In partner mode give `sp_appid` and `sub_appid`.
    #[arg(long, value_name = "APPID")]
    appid: Vec<String>,
    /// The front end, if the parameters do not show it
    #[arg(long)]
    front_end: Option<FrontEnd>,
    /// Certificates of other merchants that may have signed
    #[arg(long, value_name = "FILE")]
    certificate: Vec<PathBuf>,
    /// The time at which the payment was started, in seconds since 1970 or RFC 3339; by default now
    #[arg(long, value_name = "TIME", value_parser = time)]
    at: Option<i64>,
    #[command(flatten)]
    source: Source,
}

#[derive(Clone, Copy, ValueEnum)]
enum FrontEnd {
    /// WeixinJSBridge in a page inside WeChat
    Page,
    /// wx.chooseWXPay in a page inside WeChat
    ChooseWxPay,
    /// wx.requestPayment in a mini program
    MiniProgram,
    /// requestMedicalInsurancePay on a page or in a mini program
    MedicalInsurance,
    /// The OpenSDK in an app, with lower-case names
    App,
    /// The OpenSDK in an app, with the names of its PayReq
    PayReq,
}

impl From<FrontEnd> for payment::FrontEnd {
    fn from(front_end: FrontEnd) -> Self {
        match front_end {
            FrontEnd::Page => Self::Page,
            FrontEnd::ChooseWxPay => Self::ChooseWxPay,
            FrontEnd::MiniProgram => Self::MiniProgram,
            FrontEnd::MedicalInsurance => Self::MedicalInsurance,
            FrontEnd::App => Self::App,
            FrontEnd::PayReq => Self::PayReq,
        }
    }
}

/// Name of the front end on the command line.
pub(super) fn name(front_end: payment::FrontEnd) -> Option<String> {
    let known = FrontEnd::value_variants().iter().find(|known| payment::FrontEnd::from(**known) == front_end)?;
    Some(known.to_possible_value()?.get_name().to_owned())
}

pub(super) fn run(arguments: &Arguments, backend: Backend, json: bool, out: &mut dyn Write) -> Result<Exit, Failure> {
    let text = String::from_utf8(read(&arguments.file)?);
    let text = text.map_err(|_| Failure::Usage("the parameters are not UTF-8".to_owned()))?;
    let configuration = arguments.source.load()?;
    let (mut own, private) = (own(&configuration, backend)?, private(&configuration, backend)?);
    let mut others =
        arguments.certificate.iter().map(|path| Key::of_certificate("", path)).collect::<Result<Vec<_>, _>>()?;
    match private {
        Some(private) if own.is_empty() => own.push(private),
        private => others.extend(private),
    }
    if own.is_empty() {
        let needed =
            "no key to compare with: give the merchant's certificate (`merchant_certificate`) or its private key";
        return Err(Failure::Usage(format!("{needed} ({})", configuration.origin)));
    }
    let appids: Vec<_> = arguments.appid.iter().map(String::as_str).collect();
    let now = arguments.at.unwrap_or_else(|| DateTime::now().unix_timestamp());
    let front_end = arguments.front_end.map(Into::into);
    let handed = Handed::new(&text).with_front_end(front_end).with_appids(&appids).with_now(Some(now));
    let own: Vec<_> = own.iter().map(|key| key.signatory("")).collect();
    let others: Vec<_> = others.iter().map(|key| key.signatory("")).collect();
    let diagnosis = diagnose(&handed, &own, &others, backend).map_err(|error| Failure::Usage(error.to_string()))?;
    told::payment(&diagnosis, json, out)?;
    Ok(if diagnosis.is_right() { Exit::Done } else { Exit::Wrong })
}
