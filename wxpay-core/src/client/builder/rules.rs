//! Rules for requests, and exceptions to them.

use super::Builder;

impl Builder {
    /// Allows characters above U+FFFF (emoji), which the live service refuses.
    pub fn allow_supplementary_characters(mut self, allow: bool) -> Self {
        self.supplementary = allow;
        self
    }

    /// Refuses a text that is too long in bytes, for members where the live service counts bytes although the documentation says
    /// characters: `attach` (128), and an order's `out_trade_no` and `description` (127). By default the client only warns, since
    /// the documentation is what WeChat Pay promises.
    ///
    /// The report: [a `description` of 69 characters and 135 bytes](https://github.com/JeffreySu/WeiXinMPSDK/issues/3217) was
    /// refused with `"value": 135`.
    pub fn count_bytes(mut self, count: bool) -> Self {
        self.bytes = count;
        self
    }

    /// Allows a request whose `mchid`, `sp_mchid` or `combine_mchid` names another merchant than the caller. WeChat Pay refuses
    /// such a request; by default the client does not send it.
    pub fn allow_other_callers(mut self, allow: bool) -> Self {
        self.other_callers = allow;
        self
    }

    /// Allows a host that is not public, such as `web` or `192.168.1.5`, in a `notify_url` and similar members, also with `http`.
    /// May be given several times. The host is named without scheme and port; other hosts stay refused.
    ///
    /// WeChat Pay on the internet calls public hosts only, by `https`. This setting is for merchants that WeChat Pay calls over a
    /// leased line (专线), where it accepts `http`, and for a sandbox (`wxpay-sandbox`) in another container, which needs the same
    /// setting. Notifications over `http` are as authentic as others, since they are signed and encrypted, but anybody on the way
    /// sees when one is sent, and can stop it.
    pub fn notify_to(mut self, host: impl Into<String>) -> Self {
        self.notify_to.push(host.into());
        self
    }
}
