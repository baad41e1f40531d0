package org.liptako.node.cli.client;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.liptako.node.cli.CommandFailure;
import org.liptako.pki.issuing.CertificateFiles;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.issuing.KeySource;
import org.liptako.pki.issuing.Token;

/**
 * A person's key in a PKCS#11 token, as options name it: the key stays there; its chain is public and lies in a file.
 *
 * @param label the key's, in the token
 * @param chain PEM
 * @param passphraseFile holds the PIN; null to ask for it
 */
public record TokenCredential(
        Path module,
        int slot,
        @Nullable String label,
        @Nullable Path chain,
        @Nullable Path passphraseFile) {
    /**
     * Opens the token and finds the key in it.
     *
     * @throws CommandFailure if an option is missing
     */
    public Credential read() {
        String named = label;
        Path certificates = chain;
        if (named == null || certificates == null) {
            throw CommandFailure.badInput(
                    "--pkcs11 " + module + " : donnez aussi --label (la clé) et --cert (sa chaîne).",
                    "--pkcs11 " + module + ": give --label (the key) and --cert (its chain) too.");
        }
        KeySource token = new KeySource.InToken(
                new Token(module.toAbsolutePath(), slot),
                named,
                () -> Passphrase.read(passphraseFile, module.toString()));
        return new Credential(token.open(), CertificateFiles.read(certificates));
    }
}
