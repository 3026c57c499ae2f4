//! A sandbox leaves alone what is not its own: folders, files in its folder, databases.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use wxpay_sandbox::{Keys, Sandbox, SandboxError};
use wxpay_tests::order;

/// The reason why a sandbox does not start.
async fn refused(builder: wxpay_sandbox::Builder) -> String {
    let error = builder.start().await.err().unwrap();
    assert!(matches!(error, SandboxError::Path { .. }), "{error:?}");
    error.to_string()
}

/// Every file of a folder, with its content and its mode.
fn seen(folder: &Path) -> BTreeMap<String, (Vec<u8>, u32)> {
    let entries = fs::read_dir(folder).unwrap().map(Result::unwrap);
    let seen = entries.filter(|entry| entry.file_type().unwrap().is_file());
    let seen = seen.map(|entry| {
        let name = entry.file_name().into_string().unwrap();
        (name, (fs::read(entry.path()).unwrap(), mode(&entry.path())))
    });
    seen.collect()
}

#[cfg(unix)]
fn mode(path: &Path) -> u32 {
    use std::os::unix::fs::PermissionsExt as _;
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

#[cfg(not(unix))]
fn mode(_: &Path) -> u32 {
    0
}

#[tokio::test]
async fn a_folder_with_somebodys_files_is_refused_and_stays_as_it_is() {
    for names in [
        &["apiclient_key.pem", "apiclient_cert.pem", "pub_key.pem"][..],
        &["sandbox.json"],
        &["ca_key.pem", "ca.pem"],
        &["keys.json"],
        &["keys.json", "sandbox.json", "apiclient_key.pem"],
        &["Cargo.toml"],
    ] {
        let folder = tempfile::tempdir().unwrap();
        for name in names {
            fs::write(folder.path().join(name), format!("{{\"real\": \"{name}\"}}")).unwrap();
        }
        let before = seen(folder.path());
        let problem = refused(Sandbox::builder().directory(folder.path()).tls(true)).await;
        assert!(names.iter().any(|name| problem.contains(&format!("`{name}`"))), "{problem}");
        assert!(problem.contains("name ") && problem.contains("folder"), "{problem}");
        assert_eq!(seen(folder.path()), before, "{names:?}");
    }
}

#[tokio::test]
async fn a_folder_that_is_empty_but_for_git_is_taken_and_its_gitignore_kept() {
    let folder = tempfile::tempdir().unwrap();
    let ignored = folder.path().join(".gitignore");
    Sandbox::builder().directory(folder.path()).start().await.unwrap().stop().await;
    assert_eq!(fs::read_to_string(&ignored).unwrap(), "*\n", "also where the folder was there before");
    for entry in fs::read_dir(folder.path()).unwrap() {
        fs::remove_file(entry.unwrap().path()).unwrap();
    }
    fs::write(&ignored, "*.pem\n").unwrap();
    fs::write(folder.path().join(".gitkeep"), "").unwrap();
    // A killed sandbox leaves this file if it was writing its first keys.
    fs::write(folder.path().join(".keys.json.new"), "{").unwrap();
    Sandbox::builder().directory(folder.path()).start().await.unwrap().stop().await;
    assert_eq!(fs::read_to_string(&ignored).unwrap(), "*.pem\n");
}

#[tokio::test]
async fn a_file_that_was_replaced_is_named_and_not_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    let begun = || Sandbox::builder().directory(folder.path()).keys(Keys::Both).tls(true);
    begun().start().await.unwrap().stop().await;
    for name in
        ["apiclient_key.pem", "apiclient_cert.pem", "pub_key.pem", "wechatpay_cert.pem", "sandbox.json", "ca.pem"]
    {
        let path = folder.path().join(name);
        let own = fs::read(&path).ok();
        fs::write(&path, "somebody's").unwrap();
        let before = seen(folder.path());
        let problem = refused(begun()).await;
        assert!(problem.contains(&format!("`{name}`")), "{name}: {problem}");
        assert_eq!(seen(folder.path()), before, "{name}");
        match own {
            Some(own) => fs::write(&path, own).unwrap(),
            None => fs::remove_file(&path).unwrap(),
        }
    }
}

#[tokio::test]
async fn a_file_that_is_missing_is_written_again() {
    let folder = tempfile::tempdir().unwrap();
    let begun = || Sandbox::builder().directory(folder.path());
    begun().start().await.unwrap().stop().await;
    let before = seen(folder.path());
    fs::remove_file(folder.path().join("apiclient_key.pem")).unwrap();
    begun().start().await.unwrap().stop().await;
    assert_eq!(seen(folder.path()), before);
}

#[tokio::test]
async fn facts_that_somebody_puts_there_meanwhile_are_not_deleted() {
    let folder = tempfile::tempdir().unwrap();
    let sandbox = Sandbox::builder().directory(folder.path()).start().await.unwrap();
    let facts = folder.path().join("sandbox.json");
    fs::write(&facts, "{\"mine\": true}").unwrap();
    sandbox.stop().await;
    assert_eq!(fs::read_to_string(&facts).unwrap(), "{\"mine\": true}");
}

#[tokio::test]
async fn a_file_that_is_not_a_sandboxs_books_is_refused_and_stays_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("app.db");
    let database = |statements: &str| {
        let file = rusqlite::Connection::open(&path).unwrap();
        file.execute_batch(statements).unwrap();
    };
    let cases: [(&str, &dyn Fn()); 5] = [
        ("it is not a database", &|| fs::write(&path, "dear diary").unwrap()),
        ("it is not a database", &|| fs::write(&path, [0; 5000]).unwrap()),
        ("another program's", &|| database("CREATE TABLE orders (id INTEGER)")),
        ("another program's", &|| database("PRAGMA user_version = 7")),
        ("another program's", &|| database("PRAGMA application_id = 1; CREATE TABLE notes (id INTEGER)")),
    ];
    for (problem, make) in cases {
        make();
        set_mode(&path, 0o644);
        let before = seen(folder.path());
        let refused = refused(Sandbox::builder().database(&path)).await;
        assert!(refused.contains(problem) && refused.contains("name a new file"), "{refused}");
        assert_eq!(seen(folder.path()), before, "{problem}");
        fs::remove_file(&path).unwrap();
    }
    // An empty file counts as a missing one.
    fs::write(&path, "").unwrap();
    Sandbox::builder().database(&path).start().await.unwrap();
}

#[cfg(unix)]
#[tokio::test]
async fn books_and_what_sqlite_has_beside_them_are_their_owners_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("books.db");
    let sandbox = Sandbox::builder().database(&path).start().await.unwrap();
    let client = sandbox.client().unwrap();
    client.send(&order(&client, "Mode01")).await.unwrap();
    let wal = folder.path().join("books.db-wal");
    assert!(wal.exists());
    assert!(seen(folder.path()).values().all(|(_, mode)| *mode == 0o600), "{:?}", seen(folder.path()).keys());

    // A killed sandbox leaves these files.
    let killed = tempfile::tempdir().unwrap();
    let copy = |name: &str| {
        let path = killed.path().join(name);
        fs::copy(folder.path().join(name), &path).unwrap();
        set_mode(&path, 0o666);
        path
    };
    let (path, wal) = (copy("books.db"), copy("books.db-wal"));
    let again = Sandbox::builder().database(&path).start().await.unwrap();
    assert_eq!(again.orders().unwrap().len(), 1);
    assert_eq!((mode(&path), mode(&wal)), (0o600, 0o600));
}

#[cfg(unix)]
fn set_mode(path: &Path, mode: u32) {
    use std::os::unix::fs::PermissionsExt as _;
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

#[cfg(not(unix))]
fn set_mode(_: &Path, _: u32) {}

/// SQLite takes files beside a new database for the database's own, and deletes them.
#[tokio::test]
async fn what_another_database_has_left_stays() {
    let folder = tempfile::tempdir().unwrap();
    for end in ["-wal", "-shm", "-journal"] {
        let left = folder.path().join(format!("books.db{end}"));
        fs::write(&left, "committed rows").unwrap();
        let problem = refused(Sandbox::builder().database(folder.path().join("books.db"))).await;
        assert!(problem.contains(end) && problem.contains("without its database"), "{problem}");
        fs::write(folder.path().join("books.db"), "").unwrap();
        refused(Sandbox::builder().database(folder.path().join("books.db"))).await;
        assert_eq!(fs::read_to_string(&left).unwrap(), "committed rows");
        fs::remove_file(left).unwrap();
        fs::remove_file(folder.path().join("books.db")).unwrap();
    }
}

#[cfg(unix)]
#[tokio::test]
async fn what_is_no_file_is_refused_and_keeps_its_mode() {
    let folder = tempfile::tempdir().unwrap();
    let pipe = folder.path().join("pipe");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let before = mode(&pipe);
    for path in [&*pipe, folder.path()] {
        let problem = refused(Sandbox::builder().database(path)).await;
        assert!(problem.contains("not a regular file"), "{problem}");
    }
    assert_eq!(mode(&pipe), before);
    for name in ["keys.json", ".lock", "apiclient_key.pem"] {
        let keys = tempfile::tempdir().unwrap();
        if name != "keys.json" {
            Sandbox::builder().directory(keys.path()).start().await.unwrap().stop().await;
            fs::remove_file(keys.path().join(name)).unwrap();
        }
        assert!(std::process::Command::new("mkfifo").arg(keys.path().join(name)).status().unwrap().success());
        refused(Sandbox::builder().directory(keys.path())).await;
        fs::remove_file(keys.path().join(name)).unwrap();
        // A link to nothing is refused too.
        std::os::unix::fs::symlink("/nowhere/at/all", keys.path().join(name)).unwrap();
        if name != ".lock" {
            refused(Sandbox::builder().directory(keys.path())).await;
        }
    }
}

#[cfg(unix)]
#[tokio::test]
async fn a_name_that_sqlite_reads_otherwise_is_the_name_of_a_file() {
    // The name is relative, because an absolute path does not begin a URI.
    let name = format!("file:kept-{}.db", std::process::id());
    let made = std::env::current_dir().unwrap().join(&name);
    Sandbox::builder().database(&name).start().await.unwrap().stop().await;
    let found = made.exists().then(|| mode(&made));
    fs::remove_file(&made).unwrap();
    assert_eq!(found, Some(0o600));
}
