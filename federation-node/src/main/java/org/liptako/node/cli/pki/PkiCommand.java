package org.liptako.node.cli.pki;

import picocli.CommandLine.Command;

/** {@code liptako pki}: certificates. */
@Command(
        name = "pki",
        subcommands = {
            InitCommand.class,
            RolesCommand.class,
            TrustCommand.class,
            AdmitCommand.class,
            EnrolCommand.class,
            RenewCommand.class,
            ValidateCommand.class,
            CeremonyCommand.class,
            TranscriptCommand.class,
            LintCommand.class,
            RevokeCommand.class,
            CrlCommand.class
        })
public final class PkiCommand {
    PkiCommand() {}
}
