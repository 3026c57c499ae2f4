//! Hosts that are not public: addresses that do not belong to the internet, and names that have only a local meaning.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use crate::text::worded;

/// The reason why a host cannot be reached from the internet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum HostProblem {
    /// The address does not belong to the internet, according to IANA's registries of special-purpose addresses.
    #[error("{class} ({block})")]
    Address {
        /// The purpose of the address.
        class: AddressClass,
        /// The block that it is in.
        block: &'static str,
    },
    /// The text in brackets is not an IPv6 address.
    #[error("in brackets, but not an IPv6 address")]
    Brackets,
    /// The text is not a domain name.
    #[error("not a domain name")]
    NotAName,
    /// The text is a number that browsers and HTTP libraries read as an IPv4 address.
    #[error("a number that programs read as an address; expected four decimal numbers")]
    Number,
    /// The name is reserved for local use, or commonly used for it.
    #[error("a name of a local network")]
    Local,
    /// The name has only one label.
    #[error("a name without a domain")]
    NoDomain,
}

worded! {
    /// The purpose of an address that does not belong to the internet.
    #[non_exhaustive]
    pub enum AddressClass {
        ThisNetwork = "an address of `this network`",
        ThisMachine = "this machine",
        Unspecified = "the unspecified address",
        Private = "a private address",
        LinkLocal = "a link-local address",
        Shared = "an address that providers share",
        Protocols = "an address for protocols",
        Relays = "an address for relays",
        Measurements = "an address for measurements",
        Documentation = "an address for documentation",
        Multicast = "a multicast address",
        Reserved = "a reserved address",
    }
}

/// Tells whether `host`, as written in a URL, is this machine.
pub(crate) fn is_loopback(host: &str) -> bool {
    match bare(host).parse::<IpAddr>() {
        Ok(address) => address.is_loopback(),
        Err(_) => host.eq_ignore_ascii_case("localhost"),
    }
}

/// The host without the brackets of an IPv6 address and without a final dot.
pub(crate) fn bare(host: &str) -> &str {
    let inner = host.strip_prefix('[').and_then(|host| host.strip_suffix(']')).unwrap_or(host);
    inner.strip_suffix('.').unwrap_or(inner)
}

/// The canonical spelling of a host: names in lower case, addresses in their shortest form.
pub(crate) fn canonical(host: &str) -> String {
    let host = bare(host);
    host.parse::<IpAddr>().map_or_else(|_| host.to_ascii_lowercase(), |address| address.to_string())
}

/// The reason why `host`, as written in a URL, cannot be reached from the internet; `None` if it can.
pub(super) fn not_public(host: &str) -> Option<HostProblem> {
    let name = bare(host);
    // A host that begins with a letter is a name. One that begins with a digit may be an address or a name.
    if !host.starts_with(|first: char| first == '[' || first.is_ascii_digit()) {
        return local_name(name);
    }
    match name.parse::<IpAddr>() {
        Ok(address) => reserved(address),
        Err(_) if host.starts_with('[') => Some(HostProblem::Brackets),
        Err(_) => local_name(name),
    }
}

/// The reason why an address does not belong to the internet, according to IANA's registries of special-purpose addresses.
pub(super) fn reserved(address: IpAddr) -> Option<HostProblem> {
    match address {
        IpAddr::V4(address) => reserved_v4(address),
        IpAddr::V6(address) => reserved_v6(address),
    }
}

fn reserved_v4(address: Ipv4Addr) -> Option<HostProblem> {
    use AddressClass::{
        Documentation, LinkLocal, Measurements, Multicast, Private, Protocols, Relays, Reserved, Shared, ThisMachine,
        ThisNetwork,
    };
    match address.octets() {
        [0, ..] => at(ThisNetwork, "0.0.0.0/8"),
        [127, ..] => at(ThisMachine, "127.0.0.0/8"),
        [10, ..] => at(Private, "10.0.0.0/8"),
        [172, 16..=31, ..] => at(Private, "172.16.0.0/12"),
        [192, 168, ..] => at(Private, "192.168.0.0/16"),
        [169, 254, ..] => at(LinkLocal, "169.254.0.0/16"),
        [100, 64..=127, ..] => at(Shared, "100.64.0.0/10"),
        [192, 0, 0, _] => at(Protocols, "192.0.0.0/24"),
        [192, 88, 99, _] => at(Relays, "192.88.99.0/24"),
        [198, 18 | 19, ..] => at(Measurements, "198.18.0.0/15"),
        [192, 0, 2, _] => at(Documentation, "192.0.2.0/24"),
        [198, 51, 100, _] => at(Documentation, "198.51.100.0/24"),
        [203, 0, 113, _] => at(Documentation, "203.0.113.0/24"),
        [224..=239, ..] => at(Multicast, "224.0.0.0/4"),
        [240..=255, ..] => at(Reserved, "240.0.0.0/4"),
        _ => None,
    }
}

fn reserved_v6(address: Ipv6Addr) -> Option<HostProblem> {
    use AddressClass::{Documentation, LinkLocal, Multicast, Private, Protocols, Reserved, ThisMachine, Unspecified};
    match address.segments() {
        [0, 0, 0, 0, 0, 0, 0, 0] => at(Unspecified, "::"),
        [0, 0, 0, 0, 0, 0, 0, 1] => at(ThisMachine, "::1"),
        // IPv4 addresses inside IPv6 addresses: compatible, mapped, translated, NAT64, 6to4.
        [0, 0, 0, 0, 0, 0, high, low]
        | [0, 0, 0, 0, 0, 0xffff, high, low]
        | [0, 0, 0, 0, 0xffff, 0, high, low]
        | [0x64, 0xff9b, 0, 0, 0, 0, high, low]
        | [0x2002, high, low, ..] => reserved_v4(embedded(high, low)),
        [0xfc00..=0xfdff, ..] => at(Private, "fc00::/7"),
        [0xfe80..=0xfebf, ..] => at(LinkLocal, "fe80::/10"),
        [0xff00..=0xffff, ..] => at(Multicast, "ff00::/8"),
        [0x2001, 0xdb8, ..] => at(Documentation, "2001:db8::/32"),
        [0x3fff, 0..=0xfff, ..] => at(Documentation, "3fff::/20"),
        [0x2001, 0..=0x1ff, ..] => at(Protocols, "2001::/23"),
        [0x2000..=0x3fff, ..] => None,
        _ => at(Reserved, "outside of 2000::/3"),
    }
}

#[allow(clippy::unnecessary_wraps)] // the tables above need an `Option`
fn at(class: AddressClass, block: &'static str) -> Option<HostProblem> {
    Some(HostProblem::Address { class, block })
}

fn embedded(high: u16, low: u16) -> Ipv4Addr {
    Ipv4Addr::from_bits(u32::from(high) << 16 | u32::from(low))
}

fn local_name(name: &str) -> Option<HostProblem> {
    let Some(last) = last_label(name) else { return Some(HostProblem::NotAName) };
    if is_number(last) {
        return Some(HostProblem::Number);
    }
    if LOCAL.iter().any(|local| local.eq_ignore_ascii_case(last)) {
        return Some(HostProblem::Local);
    }
    (last.len() == name.len()).then_some(HostProblem::NoDomain)
}

/// The top-level label of a domain name; `None` if `name` is not a domain name.
fn last_label(name: &str) -> Option<&str> {
    let mut begin = 0;
    for (index, byte) in name.bytes().enumerate() {
        match byte {
            b'.' if is_label(index - begin) => begin = index + 1,
            b'-' | b'_' => {}
            byte if byte.is_ascii_alphanumeric() => {}
            _ => return None,
        }
    }
    name.get(begin..).filter(|last| is_label(last.len()) && name.len() <= LONGEST_NAME)
}

fn is_label(length: usize) -> bool {
    (1..=LONGEST_LABEL).contains(&length)
}

/// Tells whether a label is a number. If the last label is one, browsers and HTTP libraries read the whole text as an IPv4
/// address, however short it is.
fn is_number(label: &str) -> bool {
    let (prefix, digits) = label.split_at_checked(2).unwrap_or_default();
    let hex = prefix.eq_ignore_ascii_case("0x") && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    hex || label.bytes().all(|byte| byte.is_ascii_digit())
}

/// Top-level names that are reserved for local use (RFC 6761, 6762, and ICANN's `internal`), or commonly used for it.
const LOCAL: [&str; 17] = [
    "localhost",
    "local",
    "internal",
    "localdomain",
    "lan",
    "intranet",
    "private",
    "home",
    "corp",
    "docker",
    "consul",
    "svc",
    "arpa",
    "test",
    "invalid",
    "onion",
    "alt",
];
/// Maximum length of a label in bytes.
const LONGEST_LABEL: usize = 63;
/// Maximum length of a name in bytes.
const LONGEST_NAME: usize = 253;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_class_of_address_that_is_not_of_the_internet_is_refused_with_its_name() {
        for (class, hosts) in [
            ("this network", &["0.0.0.0", "0.1.2.3"][..]),
            ("this machine", &["127.0.0.1", "127.255.255.254", "127.0.0.1.", "[::1]", "[::ffff:127.0.0.1]"]),
            ("unspecified", &["[::]"]),
            ("private", &["10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.7", "[fc00::1]", "[fdff::1]"]),
            (
                "private",
                &["[::ffff:10.0.0.1]", "[::10.0.0.1]", "[::ffff:0:10.0.0.1]", "[64:ff9b::10.0.0.1]", "[2002:a00:1::]"],
            ),
            ("link-local", &["169.254.169.254", "[fe80::1]", "[febf::1]", "[::ffff:169.254.169.254]"]),
            ("providers share", &["100.64.0.1", "100.127.255.255"]),
            ("protocols", &["192.0.0.8", "[2001::1]", "[2001:1ff::1]"]),
            ("relays", &["192.88.99.1"]),
            ("measurements", &["198.18.0.1", "198.19.255.255"]),
            ("documentation", &["192.0.2.1", "198.51.100.1", "203.0.113.1", "[2001:db8::1]", "[3fff::1]"]),
            ("multicast", &["224.0.0.1", "239.255.255.255", "[ff02::1]"]),
            ("reserved", &["240.0.0.1", "255.255.255.255", "[64:ff9b:1::1]", "[100::1]", "[5f00::1]", "[4000::1]"]),
            ("brackets", &["[fe80::1%25eth0]", "[::g]", "[127.1]", "[localhost]"]),
            (
                "read as an address",
                &["127.1", "2130706433", "0x7f000001", "0X7F.1", "0177.0.0.1", "127.0.0.01", "1.2.3.4.5", "a.1"],
            ),
            ("read as an address", &["0x", "017700000001.", "256.1.1.1"]),
            ("local network", &["localhost", "LOCALHOST.", "a.localhost", "printer.local", "metadata.google.internal"]),
            (
                "local network",
                &["localhost.localdomain", "nas.lan", "a.home.arpa", "home.arpa", "shop.test", "a.onion"],
            ),
            ("local network", &["router.home", "nas.corp", "web.default.svc", "1.2.3.4.in-addr.arpa", "db.docker"]),
            ("without a domain", &["web", "shop-1", "host_2."]),
            ("not a domain name", &["", ".", "a..b", "-%6c.com", "a.b..", "ａ.com", "a b.com"]),
        ] {
            for host in hosts {
                let reason = not_public(host);
                assert!(
                    reason.is_some_and(|reason| reason.to_string().contains(class)),
                    "{host}: {reason:?}, not {class}"
                );
            }
        }
    }

    #[test]
    fn what_the_internet_has_is_public() {
        for host in [
            "shop.example.com",
            "SHOP.example.com.",
            "a.cn",
            "xn--fiqs8s.xn--fiqs8s",
            "internal.example.com",
            "localhost.example.com",
            "myhome.arpa.cn",
            "1.a.cn",
            "0x7f.cn",
            "101.226.103.106",
            "172.15.0.1",
            "172.32.0.1",
            "100.63.0.1",
            "100.128.0.1",
            "192.0.1.1",
            "223.255.255.255",
            "[2408:4001:200::1]",
            "[2606:4700::1111]",
            "[::ffff:8.8.8.8]",
            "[64:ff9b::8.8.8.8]",
            "[2002:808:808::1]",
            "[2001:200::1]",
        ] {
            assert_eq!(not_public(host), None, "{host}");
        }
    }

    #[test]
    fn this_machine_is_known_by_its_names() {
        for (host, loopback) in [
            ("127.0.0.1", true),
            ("127.8.9.10", true),
            ("[::1]", true),
            ("::1", true),
            ("LocalHost", true),
            ("127.1", false),
            ("[::ffff:127.0.0.1]", false),
            ("a.localhost", false),
            ("10.0.0.1", false),
        ] {
            assert_eq!(is_loopback(host), loopback, "{host}");
        }
    }
}
