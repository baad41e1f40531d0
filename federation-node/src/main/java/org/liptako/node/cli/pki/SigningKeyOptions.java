package org.liptako.node.cli.pki;

import java.nio.file.Path;
import java.security.PrivateKey;
import org.jspecify.annotations.Nullable;
import org.liptako.node.cli.CommandFailure;
import org.liptako.node.cli.client.Passphrase;
import org.liptako.node.cli.client.TokenCredential;
import org.liptako.pki.issuing.CertificateFiles;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.issuing.CredentialFiles;
import org.liptako.pki.issuing.KeyFiles;
import org.liptako.pki.quorum.PersonalKeys;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Where a person's key is: a PEM file, a PKCS#12 file or a PKCS#11 token. */
public final class SigningKeyOptions {
    private static final String KEY_ENDING = ".key.pem";

    /** One of the three. */
    static final class Place {
        @Option(names = "--key", paramLabel = "PEM", required = true, descriptionKey = "signKey")
        private @Nullable Path key;

        @Option(names = "--p12", paramLabel = "P12", required = true, descriptionKey = "signP12")
        private @Nullable Path p12;

        @Option(names = "--pkcs11", paramLabel = "LIBRARY", required = true, descriptionKey = "signPkcs11")
        private @Nullable Path module;
    }

    @ArgGroup(exclusive = true, multiplicity = "1")
    private Place place = new Place();

    @Option(names = "--cert", paramLabel = "PEM", descriptionKey = "signCert")
    private @Nullable Path certificate;

    @Option(names = "--label", paramLabel = "LABEL", descriptionKey = "signLabel")
    private @Nullable String label;

    @Option(names = "--slot", paramLabel = "N", defaultValue = "0", descriptionKey = "signSlot")
    private int slot;

    @Option(names = "--passphrase-file", paramLabel = "FILE", descriptionKey = "signPassphrase")
    private @Nullable Path passphraseFile;

    SigningKeyOptions() {}

    /** The key alone, for signatures that carry no certificate: a plain PEM file then needs none beside it. */
    public PrivateKey readKey() {
        Path key = place.key;
        return key != null && passphraseFile == null ? KeyFiles.read(key) : read().key();
    }

    /** The key and its chain. */
    Credential read() {
        Path key = place.key;
        Path p12 = place.p12;
        Path module = place.module;
        if (p12 != null) {
            return PersonalKeys.ofPkcs12(p12, passphrase(p12.toString()), label);
        }
        if (module != null) {
            return new TokenCredential(module, slot, label, certificate, passphraseFile).read();
        }
        if (key == null) {
            throw CommandFailure.badInput(
                    "il manque --key, --p12 ou --pkcs11", "one of --key, --p12 or --pkcs11 is missing");
        }
        Path chain = certificate == null ? beside(key) : certificate;
        return passphraseFile == null
                ? new CredentialFiles(chain, key).read()
                : new Credential(KeyFiles.readEncrypted(key, passphrase(key.toString())), CertificateFiles.read(chain));
    }

    private static Path beside(Path key) {
        String name = String.valueOf(key.getFileName());
        if (!name.endsWith(KEY_ENDING)) {
            throw CommandFailure.badInput(
                    "--cert : donnez le certificat de la clé " + key + ".",
                    "--cert: give the certificate of the key " + key + ".");
        }
        return key.resolveSibling(name.substring(0, name.length() - KEY_ENDING.length()) + ".pem");
    }

    private char[] passphrase(String where) {
        return Passphrase.read(passphraseFile, where);
    }
}
