//! Texts: values in the target of a request, and masked names.

use wxpay::credit_repayment::DisplayName;
use wxpay::prelude::*;

use super::{backends, client, each};

/// An endpoint with the same value in its path and in its query.
#[wxpay_endpoint(method = "GET", path = "/v3/vectors/{in_path}/end")]
#[derive(Debug, Clone)]
struct Target {
    in_path: String,
    in_query: String,
}

#[test]
fn url_encoding() {
    let client = client(backends()[0], "1900000001", 0);
    each("url_encoding", 13, &[], |item| {
        let raw = item.text("raw");
        let request = Target { in_path: raw.to_owned(), in_query: raw.to_owned() };
        let encoded = client.encode(&request).unwrap();
        let expected = item.text("rfc3986_unreserved");
        assert_eq!(encoded.target(), format!("/v3/vectors/{expected}/end?in_query={expected}"));
    });
}

#[test]
fn display_name_mask() {
    each("display_name_mask", 10, &[], |item| {
        assert_eq!(DisplayName::masked(item.text("name")).as_str(), item.text("display_name"));
    });
}
