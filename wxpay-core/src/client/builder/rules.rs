//! Rules that requests are held to, and what is let through.

use super::Builder;

impl Builder {
    /// Lets characters above U+FFFF (emoji) pass, which the live service refuses.
    pub fn allow_supplementary_characters(mut self, allow: bool) -> Self {
        self.supplementary = allow;
        self
    }

    /// Refuses a text that is too long in bytes where the live service was seen to count bytes, although the documentation
    /// says characters: `attach` (128), and an order's `out_trade_no` and `description` (127). By default the client only
    /// warns of it, since the documentation is what WeChat Pay promises.
    ///
    /// The reports: [a `description` of 69 characters and 135
    /// bytes](https://github.com/JeffreySu/WeiXinMPSDK/issues/3217) was refused with `"value": 135`.
    pub fn count_bytes(mut self, count: bool) -> Self {
        self.bytes = count;
        self
    }

    /// Lets a request name another merchant than the one that signs as its `mchid`, `sp_mchid` or `combine_mchid`. WeChat
    /// Pay refuses such a request; without this it is not sent.
    pub fn allow_other_callers(mut self, allow: bool) -> Self {
        self.other_callers = allow;
        self
    }

    /// Lets a host stand in a `notify_url` and its like though it is not public, such as `web` or `192.168.1.5`, and
    /// there with `http` too. May be given several times. The host is named without scheme and port, and nothing but it
    /// is let through.
    ///
    /// WeChat Pay on the internet calls public hosts by `https` only. This is for merchants whom it calls over a leased
    /// line (专线), where it takes `http`, and for a [sandbox](https://docs.rs/wxpay-sandbox) in another container, which
    /// has to be told the same. Notifications that come by `http` are as authentic as others, since they are signed and
    /// encrypted, but anybody on the way sees that and when one came, and can keep it from arriving.
    pub fn notify_to(mut self, host: impl Into<String>) -> Self {
        self.notify_to.push(host.into());
        self
    }
}
