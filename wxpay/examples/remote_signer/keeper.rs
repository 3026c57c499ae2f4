//! The keeper of the key: the only process that reads the key. It signs for every process that may open its socket.

use std::error::Error;
use std::fs::{self, Permissions};
use std::io::{self, Read as _, Write as _};
use std::os::unix::fs::{OpenOptionsExt as _, PermissionsExt as _};
use std::path::Path;

use aws_lc_rs::encoding::{AsDer, Pkcs8V1Der};
use aws_lc_rs::rsa::{KeyPair, KeySize};
use pem::Pem;
use tokio::net::{UnixListener, UnixStream};
use wxpay::crypto::{Backend, PrivateKey, Zeroizing};
use wxpay::keys::private_key_der;

use super::frame::{self, DECRYPT, DONE, FAILED, PUBLIC_KEY, SIGN};

/// Reads the key in `folder`, or makes one on the first start. Answers on the socket in `folder` until standard input ends,
/// because then the parent process has ended.
pub(crate) async fn run(folder: &Path) -> Result<(), Box<dyn Error>> {
    let key = key(&folder.join(KEY))?;
    let listener = listen(&folder.join(SOCKET))?;
    let (gone, orphaned) = tokio::sync::oneshot::channel();
    std::thread::spawn(move || {
        // End or error: in both cases the parent process has gone.
        let _ = io::stdin().read_to_end(&mut Vec::new());
        let _ = gone.send(());
    });
    tokio::select! {
        result = serve(listener, key) => Ok(result?),
        _ = orphaned => Ok(()),
    }
}

/// Listens on `socket`, and lets only this user open it, whatever the permissions of its folder are.
pub(crate) fn listen(socket: &Path) -> io::Result<UnixListener> {
    match fs::remove_file(socket) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let listener = UnixListener::bind(socket)?;
    fs::set_permissions(socket, Permissions::from_mode(0o600))?;
    Ok(listener)
}

/// Answers questions until the listener fails.
pub(crate) async fn serve(listener: UnixListener, key: PrivateKey) -> io::Result<()> {
    loop {
        let (stream, _) = listener.accept().await?;
        let key = key.clone();
        tokio::spawn(async move {
            if let Err(error) = answer(stream, &key).await {
                eprintln!("keeper: a connection failed: {error}");
            }
        });
    }
}

async fn answer(mut stream: UnixStream, key: &PrivateKey) -> io::Result<()> {
    while let Some((kind, content)) = frame::read(&mut stream).await? {
        let answer = match kind {
            SIGN => key.signer.sign(&content).await.map(Zeroizing::new).map_err(|error| error.to_string()),
            DECRYPT => key.decryptor.decrypt(&content).await.map_err(|error| error.to_string()),
            PUBLIC_KEY => Ok(Zeroizing::new(key.spki.clone())),
            _ => Err(format!("unknown question {kind}")),
        };
        match answer {
            Ok(answer) => frame::write(&mut stream, DONE, &answer).await?,
            Err(reason) => frame::write(&mut stream, FAILED, reason.as_bytes()).await?,
        }
    }
    Ok(())
}

fn key(path: &Path) -> Result<PrivateKey, Box<dyn Error>> {
    if !path.exists() {
        make_key(path)?;
    }
    let pem = Zeroizing::new(fs::read_to_string(path)?);
    let backend = Backend::preferred().ok_or("no crypto library is compiled in")?;
    Ok(backend.private_key(&private_key_der(&pem)?)?)
}

/// Makes a key. A merchant gets a certificate for it from the merchant platform, with a certificate request from
/// `openssl req`.
fn make_key(path: &Path) -> Result<(), Box<dyn Error>> {
    let der = AsDer::<Pkcs8V1Der<'_>>::as_der(&KeyPair::generate(KeySize::Rsa2048)?)?;
    let pem = Zeroizing::new(pem::encode(&Pem::new("PRIVATE KEY", der.as_ref())));
    let mut file = fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
    Ok(file.write_all(pem.as_bytes())?)
}

/// Name of the key's file in the folder.
const KEY: &str = "apiclient_key.pem";
/// Name of the socket in the folder.
pub(crate) const SOCKET: &str = "signer.sock";
