package org.liptako.node.cli.client;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.liptako.node.cli.CommandFailure;
import org.liptako.node.cli.Reason;
import org.liptako.pki.issuing.Credential;
import org.liptako.pki.issuing.CredentialFiles;
import org.liptako.pki.issuing.IssuingException;
import org.liptako.pki.quorum.PersonalKeys;
import org.liptako.pki.quorum.QuorumException;
import picocli.CommandLine.Option;

/** Who calls: a chain and its key in two PEM files, or both in one PKCS#12 file, as people are given them, or a chain whose key is in a PKCS#11 token. */
public final class CallerOptions {
    @Option(names = "--cert", paramLabel = "PEM", descriptionKey = "cert")
    private @Nullable Path certificate;

    @Option(names = "--key", paramLabel = "PEM", descriptionKey = "key")
    private @Nullable Path key;

    @Option(names = "--p12", paramLabel = "P12", descriptionKey = "p12")
    private @Nullable Path p12;

    @Option(names = "--pkcs11", paramLabel = "LIBRARY", descriptionKey = "signPkcs11")
    private @Nullable Path module;

    @Option(names = "--label", paramLabel = "LABEL", descriptionKey = "signLabel")
    private @Nullable String label;

    @Option(names = "--slot", paramLabel = "N", defaultValue = "0", descriptionKey = "signSlot")
    private int slot;

    @Option(names = "--passphrase-file", paramLabel = "FILE", descriptionKey = "signPassphrase")
    private @Nullable Path passphraseFile;

    private @Nullable Credential known;

    CallerOptions() {}

    /** The caller's key and chain; whoever is asked for a passphrase is asked once. */
    public Credential read() {
        Credential before = known;
        Credential credential = before == null ? readFiles() : before;
        known = credential;
        return credential;
    }

    private Credential readFiles() {
        Path personal = p12;
        Path library = module;
        if (library != null) {
            return inToken(library);
        }
        if (personal == null) {
            return readPem(files());
        }
        if (certificate != null || key != null) {
            throw CommandFailure.badInput(
                    "--p12 tient lieu de --cert et de --key : ôtez l'un ou les autres.",
                    "--p12 stands for --cert and --key: take out the one or the others.");
        }
        try {
            return PersonalKeys.ofPkcs12(
                    readable("--p12", personal), Passphrase.read(passphraseFile, personal.toString()), null);
        } catch (QuorumException closed) {
            throw CommandFailure.badInput(
                    "--p12 " + personal
                            + " ne s'ouvre pas : est-ce un fichier PKCS#12 avec une seule clé, et sa phrase secrète ?",
                    "--p12 " + personal
                            + " does not open: is it a PKCS#12 file with one key, and is this its passphrase?");
        }
    }

    private Credential inToken(Path library) {
        if (p12 != null || key != null) {
            throw CommandFailure.badInput(
                    "--pkcs11 tient lieu de --p12 et de --key : ôtez l'un ou les autres.",
                    "--pkcs11 stands for --p12 and --key: take out the one or the others.");
        }
        try {
            return new TokenCredential(library, slot, label, certificate, passphraseFile).read();
        } catch (IssuingException | IllegalArgumentException closed) {
            throw CommandFailure.badInput(
                    "--pkcs11 " + library
                            + " ne donne pas votre clé : vérifiez le jeton, son code, --slot, --label et --cert ("
                            + Reason.of(closed).fr() + ").",
                    "--pkcs11 " + library
                            + " does not give your key: check the token, its PIN, --slot, --label and --cert ("
                            + Reason.of(closed).en() + ").");
        }
    }

    /** The two PEM files, for a command that replaces them. */
    public CredentialFiles files() {
        if (certificate == null || key == null) {
            throw CommandFailure.badInput(
                    "dites qui vous êtes : --p12 VOTRE_FICHIER.p12, ou --cert et --key ensemble, ou --pkcs11, --label et"
                            + " --cert.",
                    "say who you are: --p12 YOUR_FILE.p12, or --cert and --key together, or --pkcs11, --label and"
                            + " --cert.");
        }
        return new CredentialFiles(certificate, key);
    }

    private static Credential readPem(CredentialFiles files) {
        readable("--cert", files.certificate());
        readable("--key", files.key());
        try {
            return files.read();
        } catch (IssuingException | IllegalArgumentException unusable) {
            throw CommandFailure.badInput(
                    "--cert et --key ne vont pas ensemble : attendu une chaîne PEM et sa clé PKCS#8 ("
                            + Reason.of(unusable).fr() + ").",
                    "--cert and --key will not do together: expected a PEM chain and its PKCS#8 key ("
                            + Reason.of(unusable).en() + ").");
        }
    }

    private static Path readable(String option, Path file) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw CommandFailure.badInput(
                    option + " : le fichier " + file + " ne peut pas être lu ; vérifiez le chemin et les droits.",
                    option + ": the file " + file + " cannot be read; check the path and the permissions.");
        }
        return file;
    }
}
