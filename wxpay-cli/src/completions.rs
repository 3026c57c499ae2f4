//! `wxpay completions`: completions for a shell.

use std::io::Write;

use clap::{Args, Command};
use clap_complete::{Shell, generate};

use crate::outcome::{Exit, Failure};

/// Prints the completions for a shell
#[derive(Args)]
#[command(after_help = "Examples:
  wxpay completions bash > ~/.local/share/bash-completion/completions/wxpay
  wxpay completions zsh > ~/.zfunc/_wxpay")]
pub(crate) struct Arguments {
    shell: Shell,
}

/// Prints the completions of `whole`, the command with all of its subcommands.
pub(crate) fn run(arguments: &Arguments, mut whole: Command, out: &mut dyn Write) -> Result<Exit, Failure> {
    // clap_complete panics if it cannot write, so it writes to memory.
    let mut script = Vec::new();
    generate(arguments.shell, &mut whole, "wxpay", &mut script);
    out.write_all(&script)?;
    Ok(Exit::Done)
}
