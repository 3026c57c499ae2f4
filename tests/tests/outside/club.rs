//! A library that depends on `wxpay` only declares an endpoint, and a test crate beside it calls the sandbox with it.

use crate::{cargo, root, write};

const LIBRARY: &str = r#"
//! A product that wxpay does not ship.

use wxpay::prelude::*;

/// Finds a member of a club.
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/clubs/{club_id}/members",
    response = Members,
    required = FindMembersRequired
)]
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct FindMembers {
    /// The club.
    #[wxpay(len = 1..=8)]
    pub club_id: String,
    /// A member's name.
    pub name: Sensitive,
    /// Any of these tags.
    #[wxpay(items = 1..=3)]
    pub tags: Option<Vec<String>>,
    /// Maximum number of members.
    #[wxpay(range = 1..=50)]
    pub limit: Option<u32>,
}

/// The members that were found.
#[wxpay_object]
#[derive(Debug, Clone)]
pub struct Members {
    /// The members.
    pub members: Vec<Member>,
}

/// A member of the club.
#[wxpay_object]
#[derive(Debug, Clone)]
pub struct Member {
    /// The name.
    pub name: Sensitive,
    /// The tags of the request, as the server read them.
    pub tags: Vec<String>,
}
"#;

const TEST: &str = r#"
use club::{FindMembers, FindMembersRequired, Member, Members};
use wxpay_sandbox::Sandbox;

#[tokio::test]
async fn a_declaration_is_all_it_takes() {
    let answer = |request: &FindMembers| Members {
        members: vec![Member { name: request.name.clone(), tags: request.tags.clone().unwrap_or_default() }],
    };
    let sandbox = Sandbox::builder().endpoint(answer).start().await.unwrap();
    let request = FindMembers::new(FindMembersRequired { club_id: "a/b c".into(), name: "王小明".into() })
        .tags(["x&y".to_owned(), "数据".to_owned()])
        .limit(5_u32);
    let found = sandbox.client().unwrap().send(&request).await.unwrap();
    assert_eq!(found.members[0].name.expose(), Some("王小明"));
    assert_eq!(found.members[0].tags, ["x&y", "数据"]);

    let mut broken = request.clone();
    broken.club_id = "more than eight".into();
    let error = sandbox.client().unwrap().send(&broken).await.unwrap_err();
    assert_eq!(error.violations()[0].to_string(), "path /club_id: has 15 characters, allowed are 1 to 8");
}
"#;

#[test]
fn a_crate_outside_declares_an_endpoint_with_wxpay_alone() {
    let root = root();
    let folder = tempfile::tempdir().unwrap();
    let (library, test) = (folder.path().join("club"), folder.path().join("club-test"));
    let at = |krate: &str| format!("{{ path = {:?} }}", root.join(krate).to_str().unwrap());
    let manifest = |name: &str, rest: &str| {
        format!("[package]\nname = {name:?}\nversion = \"0.1.0\"\nedition = \"2024\"\n{rest}\n[workspace]\n")
    };
    write(&library, "Cargo.toml", &manifest("club", &format!("[dependencies]\nwxpay-v3 = {}", at("wxpay"))));
    write(&library, "src/lib.rs", LIBRARY);
    let dependencies = format!(
        "[dependencies]\nclub = {{ path = \"../club\" }}\n[dev-dependencies]\nwxpay-sandbox = {}\n\
         tokio = {{ version = \"1\", features = [\"macros\", \"rt\"] }}",
        at("wxpay-sandbox")
    );
    write(&test, "Cargo.toml", &manifest("club-test", &dependencies));
    write(&test, "src/lib.rs", "");
    write(&test, "tests/club.rs", TEST);
    let printed = cargo(&["test", "--quiet"], &test);
    assert!(printed.contains("1 passed"), "{printed}");
}
