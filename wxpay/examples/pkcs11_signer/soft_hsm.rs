//! A SoftHSM token in a temporary folder. It is made before the process that uses it starts.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use tempfile::TempDir;

/// The token of this process: the PKCS#11 library, the token's label and its PIN.
pub(crate) struct SoftHsm {
    pub(crate) module: PathBuf,
    pub(crate) label: &'static str,
    pub(crate) pin: &'static str,
}

impl SoftHsm {
    /// Returns the token if this process was started with one.
    pub(crate) fn of_this_process() -> Option<Self> {
        let module = env::var_os(MODULE)?;
        Some(Self { module: module.into(), label: LABEL, pin: PIN })
    }
}

/// Makes a token, and the command that starts this program again with it; `None` if SoftHSM is not installed. The token is
/// deleted with its folder. A second process is needed because SoftHSM reads an environment variable to find its tokens,
/// and a process should not change its own variables.
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
/// The variable that names SoftHSM's configuration file.
const CONFIGURATION: &str = "SOFTHSM2_CONF";
/// The variable that names the library for the process with a token.
const MODULE: &str = "PKCS11_MODULE";
/// Paths of the library in different distributions.
const MODULES: [&str; 4] = [
    "/usr/lib/softhsm/libsofthsm2.so",
    "/usr/lib64/pkcs11/libsofthsm2.so",
    "/opt/homebrew/lib/softhsm/libsofthsm2.so",
    "/usr/local/lib/softhsm/libsofthsm2.so",
];
const LABEL: &str = "wxpay";
const PIN: &str = "1234";
