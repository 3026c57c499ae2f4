//! `wxpay endpoints`, as somebody calls it.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::process::{Command, Output};

use serde_json::Value;

fn wxpay(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_wxpay")).args(arguments).output().unwrap()
}

fn endpoints(arguments: &[&str]) -> Vec<Value> {
    let output = wxpay(&[&["endpoints", "--json"], arguments].concat());
    assert!(output.status.success(), "{output:?}");
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn json_has_every_shipped_endpoint_with_its_members() {
    let all = endpoints(&[]);
    assert_eq!(all.len(), wxpay::catalogue().len());
    for endpoint in &all {
        let texts = ["method", "path", "title", "module"].map(|name| endpoint[name].as_str().unwrap());
        assert!(texts.iter().all(|text| !text.is_empty()), "{endpoint}");
        endpoint["request"]
            .as_array()
            .unwrap()
            .iter()
            .chain(endpoint["response"].as_array().unwrap())
            .for_each(complete);
    }
}

/// A member and those beneath it.
fn complete(member: &Value) {
    let members: Vec<_> = member.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(members, ["fields", "name", "place", "required", "secret", "type"]);
    let object = member["type"].as_str().unwrap().contains("object");
    let fields = member["fields"].as_array().unwrap();
    assert!(object || fields.is_empty(), "{member}");
    fields.iter().for_each(complete);
}

#[test]
fn a_member_says_where_it_goes_and_whether_it_is_encrypted() {
    let found = endpoints(&["credit-repayment/partner/contracts/h5-presign"]);
    let request = found[0]["request"].as_array().unwrap();
    let identity = request.iter().find(|member| member["name"] == "real_identity").unwrap();
    let name = identity["fields"].as_array().unwrap().iter().find(|member| member["name"] == "real_name").unwrap();
    let expected = r#"{"fields":[],"name":"real_name","place":"body","required":true,"secret":true,"type":"string"}"#;
    assert_eq!(name.to_string(), expected);
    assert_eq!((&identity["type"], &identity["secret"]), (&Value::from("object"), &Value::from(false)));

    let certificates = endpoints(&["GET /v3/certificates"]);
    assert_eq!(certificates[0]["request"][0]["place"], "query");
    assert_eq!(certificates[0]["response"][0]["type"], "array<object>");
}

#[test]
fn a_filter_looks_at_request_line_title_and_module_in_any_case() {
    for filter in ["get /V3/certificates", "获取平台证书列表", "CERTIFICATES"] {
        let found = endpoints(&[filter]);
        assert!(found.iter().any(|endpoint| endpoint["path"] == "/v3/certificates"), "{filter}");
        assert!(found.len() < endpoints(&[]).len(), "{filter}");
    }
    assert_eq!(endpoints(&["no such thing"]), Vec::<Value>::new());
}

#[test]
fn people_get_a_table_by_module() {
    let output = wxpay(&["endpoints", "certificates"]);
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.starts_with("certificates\n  GET    /v3/certificates  Downloads the platform certificates"), "{text}");
}

#[test]
fn an_unknown_subcommand_is_refused() {
    let output = wxpay(&["endpionts"]);
    assert!(!output.status.success());
    assert!(String::from_utf8_lossy(&output.stderr).contains("endpoints"), "{output:?}");
}
