//! The authorities that a connection trusts, and the protocols that it speaks.

use http::Version;
use wxpay::client::Builder;
use wxpay::error::{ErrorKind, Outcome};
use wxpay::transport::Stage;
use wxpay_tests::wire::Scripted;

use crate::transport::numbered;
use crate::transport::secure::{Secure, assert_works, authority};

#[tokio::test]
async fn a_server_of_an_unknown_authority_gets_nothing() {
    let server = Secure::offering(&["h2", "http/1.1"]).await;
    for client in [server.client(), server.client().root_certificate_pem(authority().0)] {
        let error = client.build().unwrap().send(&numbered("A1")).await.unwrap_err();
        assert_eq!(error.outcome(), Outcome::NotSent, "{error}");
        assert!(matches!(error.kind(), ErrorKind::Transport(failure) if failure.stage == Stage::Connecting));
        assert!(error.to_string().contains("certificate"), "{error}");
    }
    assert!(server.seen().is_empty());
}

#[tokio::test]
async fn further_authorities_are_believed_alone_in_a_bundle_and_from_a_file() {
    let server = Secure::offering(&["h2", "http/1.1"]).await;
    let bundle = format!("# a corporate proxy\n{}\n{}", authority().0, server.authority);
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("roots.pem");
    std::fs::write(&file, &bundle).unwrap();
    assert_works(server.client().root_certificate_pem(&server.authority)).await;
    assert_works(server.client().root_certificate_pem(bundle)).await;
    assert_works(server.client().root_certificate_file(&file)).await;
    assert_works(server.client().root_certificate_pem(authority().0).root_certificate_pem(&server.authority)).await;
}

#[tokio::test]
async fn http_2_is_spoken_where_the_server_offers_it() {
    for (offered, spoken) in
        [(&["h2", "http/1.1"][..], Version::HTTP_2), (&["http/1.1"], Version::HTTP_11), (&[], Version::HTTP_11)]
    {
        let server = Secure::offering(offered).await;
        assert_works(server.client().root_certificate_pem(&server.authority)).await;
        let versions: Vec<_> = server.seen().iter().map(|(version, _)| *version).collect();
        assert_eq!(versions, [spoken], "{offered:?}");
    }
}

#[tokio::test]
async fn calls_at_once_share_the_connection_of_http_2() {
    let server = Secure::offering(&["h2"]).await;
    let client = server.client().root_certificate_pem(&server.authority).build().unwrap();
    client.send(&numbered("A0")).await.unwrap();
    let numbers: Vec<_> = (1..20).map(|number| format!("A{number}")).collect();
    let calls = numbers.iter().map(|number| {
        let client = client.clone();
        async move { client.send(&numbered(number)).await.unwrap().text }
    });
    assert_eq!(futures_util::future::join_all(calls).await, numbers);
    assert_eq!((server.seen().len(), server.connections()), (20, 1));
}

#[tokio::test]
async fn settings_that_are_wrong_are_refused_when_the_client_is_built() {
    let server = Secure::offering(&["h2"]).await;
    let key = &server.sandbox.credentials().merchant_private_key;
    let truncated = &server.authority[..200];
    let damaged = server.authority.replace('M', "A");
    for (client, expected) in [
        (server.client().root_certificate_pem(key), "root_certificate: expected certificates, found a private key"),
        (server.client().root_certificate_pem(""), "root_certificate: expected a PEM block"),
        (server.client().root_certificate_pem(truncated), "root_certificate: "),
        (server.client().root_certificate_pem(damaged), "root_certificate: "),
        (server.client().root_certificate_file("no/such/roots.pem"), "root_certificate: no/such/roots.pem"),
        (server.client().proxy("http://us/er:secret@proxy:3128"), "proxy: "),
        (server.client().proxy("http://user:se#cret@proxy:3128"), "proxy: "),
        (server.client().proxy("http://user:12#cret@proxy:3128"), "proxy: has something behind the port"),
        (server.client().proxy("http://user:12/cret@proxy:3128"), "proxy: has something behind the port"),
        (server.client().proxy("ftp://user:secret@proxy"), "proxy: is not `http` or `https`"),
        (server.client().proxy("user:secret@proxy:3128"), "proxy: is not `http` or `https`"),
        (server.client().proxy("proxy"), "proxy: does not parse as a URL"),
    ] {
        let problems = problems(client);
        assert!(problems.len() == 1 && problems[0].starts_with(expected), "{problems:?} for {expected:?}");
        assert!(!problems[0].contains("cret") && !problems[0].contains("user:"), "{problems:?}");
    }
}

#[tokio::test]
async fn settings_of_the_ready_made_transport_are_refused_beside_another() {
    let server = Secure::offering(&["h2"]).await;
    let client = || server.client().transport(Scripted::unreachable());
    client().build().unwrap();
    let client =
        client().root_certificate_pem(&server.authority).proxy("http://proxy:3128").timeouts(Default::default());
    let for_another = "this is for the ready-made transport, but another was given with `transport`";
    let expected = ["timeouts", "proxy", "root_certificate"].map(|setting| format!("{setting}: {for_another}"));
    assert_eq!(problems(client), expected);
}

fn problems(builder: Builder) -> Vec<String> {
    let error = builder.build().unwrap_err();
    error.problems.iter().map(|problem| format!("{}: {}", problem.setting, problem.fault)).collect()
}
