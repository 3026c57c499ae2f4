//! A SoftHSM of one's own: a token in a temporary folder, which is made before the process starts that uses it.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use tempfile::TempDir;

/// Where the token is, and who may use it.
pub(crate) struct SoftHsm {
    pub(crate) module: PathBuf,
    pub(crate) label: &'static str,
    pub(crate) pin: &'static str,
}

impl SoftHsm {
    /// That of this process, if it was started with one.
    pub(crate) fn of_this_process() -> Option<Self> {
        let module = env::var_os(MODULE)?;
        Some(Self { module: module.into(), label: LABEL, pin: PIN })
    }
}

/// This program once more, without arguments and with a token, which is gone with its folder; `None` if there is no
/// SoftHSM. It finds its tokens through an environment variable, and a process should not change its own.
pub(crate) fn new_token() -> Result<Option<(Command, TempDir)>, Box<dyn Error>> {
    let Some(module) = MODULES.iter().map(Path::new).find(|path| path.exists()) else { return Ok(None) };
    let folder = tempfile::tempdir()?;
    let (tokens, configuration) = (folder.path().join("tokens"), folder.path().join("softhsm2.conf"));
    fs::create_dir(&tokens)?;
    fs::write(&configuration, format!("directories.tokendir = {}\nlog.level = ERROR\n", tokens.display()))?;
    let mut init = Command::new("softhsm2-util");
    init.args(["--init-token", "--free", "--label", LABEL, "--so-pin", "0000", "--pin", PIN]);
    match init.env(CONFIGURATION, &configuration).output() {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error.into()),
        Ok(output) if !output.status.success() => return Err(String::from_utf8_lossy(&output.stderr).into()),
        Ok(_) => {}
    }
    let mut again = Command::new(env::current_exe()?);
    again.env(CONFIGURATION, &configuration).env(MODULE, module);
    Ok(Some((again, folder)))
}

pub(crate) const MISSING: &str = "SoftHSM is not installed (Debian: softhsm2)";
/// The variable that SoftHSM reads.
const CONFIGURATION: &str = "SOFTHSM2_CONF";
/// Names the library, to the process that has a token.
const MODULE: &str = "PKCS11_MODULE";
/// Where distributions put the library.
const MODULES: [&str; 4] = [
    "/usr/lib/softhsm/libsofthsm2.so",
    "/usr/lib64/pkcs11/libsofthsm2.so",
    "/opt/homebrew/lib/softhsm/libsofthsm2.so",
    "/usr/local/lib/softhsm/libsofthsm2.so",
];
const LABEL: &str = "wxpay";
const PIN: &str = "1234";
