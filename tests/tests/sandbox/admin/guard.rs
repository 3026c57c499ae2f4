//! Callers that are let in.

use http::header::{COOKIE, HOST, LOCATION, ORIGIN, SET_COOKIE};
use reqwest::StatusCode;
use wxpay_sandbox::Sandbox;

use crate::admin::{Script, answered};

#[tokio::test]
async fn the_api_wants_the_token() {
    let sandbox = Sandbox::start().await.unwrap();
    let script = Script::of(&sandbox);
    let url = format!("{}/api/requests", sandbox.admin_url());
    let other = "0".repeat(sandbox.admin_token().len());
    for request in [
        script.http.get(&url),
        script.http.get(&url).bearer_auth(""),
        script.http.get(&url).bearer_auth(other),
        script.http.get(&url).bearer_auth(sandbox.admin_token().get(1..).unwrap()),
        script.http.get(format!("{url}?token={}", sandbox.admin_token())),
        script.http.get(format!("{}/api/nothing", sandbox.admin_url())),
    ] {
        assert_eq!(answered(request).await.0, StatusCode::UNAUTHORIZED);
    }
    assert_eq!(answered(script.get("/api/requests")).await.0, StatusCode::OK);
    assert_eq!(answered(script.get("/api/nothing")).await.0, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn another_host_name_is_refused() {
    let sandbox = Sandbox::start().await.unwrap();
    let script = Script::of(&sandbox);
    let port = sandbox.admin_url().rsplit_once(':').unwrap().1.to_owned();
    for (host, status) in [
        ("rebound.example:PORT", StatusCode::FORBIDDEN),
        ("127.0.0.1.rebound.example:PORT", StatusCode::FORBIDDEN),
        ("127.0.0.1", StatusCode::FORBIDDEN),
        ("127.0.0.1:1", StatusCode::FORBIDDEN),
        ("192.168.1.2:PORT", StatusCode::FORBIDDEN),
        ("localhost:PORT", StatusCode::OK),
        ("127.0.0.1:PORT", StatusCode::OK),
        ("[::1]:PORT", StatusCode::OK),
    ] {
        let request = script.get("/api/requests").header(HOST, host.replace("PORT", &port));
        assert_eq!(answered(request).await.0, status, "{host}");
    }
}

#[tokio::test]
async fn a_page_of_another_origin_is_refused() {
    let sandbox = Sandbox::start().await.unwrap();
    let script = Script::of(&sandbox);
    let own = sandbox.admin_url();
    let secure = own.replace("http:", "https:");
    let neighbour = sandbox.url();
    for origin in ["null", "https://other.example", &*secure, &*neighbour] {
        for request in [script.get("/api/requests"), script.post("/api/notifications/1/replay"), script.get("/")] {
            let response = request.header(ORIGIN, origin).send().await.unwrap();
            assert_eq!(response.status(), StatusCode::FORBIDDEN, "{origin}");
            assert!(response.headers().get("access-control-allow-origin").is_none());
        }
    }
    assert_eq!(answered(script.get("/api/requests").header(ORIGIN, &own)).await.0, StatusCode::OK);
    for (site, status) in [
        ("cross-site", StatusCode::FORBIDDEN),
        ("same-site", StatusCode::FORBIDDEN),
        ("same-origin", StatusCode::OK),
        ("none", StatusCode::OK),
    ] {
        let request = script.get("/api/requests").header("sec-fetch-site", site);
        assert_eq!(answered(request).await.0, status, "{site}");
    }
}

#[tokio::test]
async fn a_browser_shows_the_token_once_and_then_its_cookie() {
    let sandbox = Sandbox::start().await.unwrap();
    let Script { http, url, token } = Script::of(&sandbox);
    let unknown = http.get(&url).send().await.unwrap();
    assert_eq!(unknown.status(), StatusCode::UNAUTHORIZED);
    assert_eq!(http.get(format!("{url}/?token=x")).send().await.unwrap().status(), StatusCode::UNAUTHORIZED);

    let welcome = http.get(format!("{url}/?token={token}")).send().await.unwrap();
    assert_eq!(welcome.status(), StatusCode::SEE_OTHER);
    let overview = welcome.headers()[LOCATION].to_str().unwrap().to_owned();
    let cookie = welcome.headers()[SET_COOKIE].to_str().unwrap().to_owned();
    assert!(cookie.contains("; HttpOnly") && cookie.contains("; SameSite=Strict"), "{cookie}");
    assert!(!cookie.contains(&token), "the cookie is not the token");
    // Cookies ignore ports, so this one has a path that no other server uses.
    let place = overview.strip_suffix("overview").unwrap();
    assert!(cookie.contains(&format!("; Path={place};")) && place.len() == 34, "{cookie}");
    assert_ne!(place, of_another(&http).await);

    let cookie = cookie.split_once(';').unwrap().0.to_owned();
    for path in ["", "/overview", "/orders"] {
        let elsewhere = http.get(format!("{url}{path}")).header(COOKIE, &cookie).send().await.unwrap();
        assert_ne!(elsewhere.status(), StatusCode::OK, "{path}");
    }
    let page = http.get(format!("{url}{overview}")).header(COOKIE, &cookie).send().await.unwrap();
    assert_eq!(page.status(), StatusCode::OK);
    for (name, value) in
        [("cache-control", "no-store"), ("x-content-type-options", "nosniff"), ("x-frame-options", "DENY")]
    {
        assert_eq!(page.headers()[name], value);
    }
    assert!(page.text().await.unwrap().contains("orders"));

    // The cookie alone changes nothing, and the API does not accept it.
    let change = http.post(format!("{url}{place}clock")).header(COOKIE, &cookie).send().await.unwrap();
    assert_eq!(change.status(), StatusCode::FORBIDDEN);
    let api = http.get(format!("{url}/api/requests")).header(COOKIE, &cookie).send().await.unwrap();
    assert_eq!(api.status(), StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn a_merchants_page_may_lead_to_the_phone_and_not_frame_or_fetch_it() {
    let sandbox = Sandbox::start().await.unwrap();
    let Script { http, url, .. } = Script::of(&sandbox);
    for (mode, dest, status) in [
        ("navigate", "document", StatusCode::GONE),
        ("navigate", "iframe", StatusCode::FORBIDDEN),
        ("no-cors", "image", StatusCode::FORBIDDEN),
        ("cors", "empty", StatusCode::FORBIDDEN),
    ] {
        let request = http.get(format!("{url}/phone/contract?presign_token=x")).header("sec-fetch-site", "cross-site");
        let request = request.header("sec-fetch-mode", mode).header("sec-fetch-dest", dest);
        assert_eq!(request.send().await.unwrap().status(), status, "{mode} {dest}");
    }
}

/// The path of another sandbox's pages.
async fn of_another(http: &reqwest::Client) -> String {
    let other = Sandbox::start().await.unwrap();
    let welcome = http.get(format!("{}/?token={}", other.admin_url(), other.admin_token())).send().await.unwrap();
    welcome.headers()[LOCATION].to_str().unwrap().strip_suffix("overview").unwrap().to_owned()
}
