package org.liptako.pki.quorum;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.liptako.pki.CryptoProvider;
import org.liptako.pki.issuing.Credential;

/** A person's key and chain in one PKCS#12 file (RFC 7292), as browsers and mail programs export and take it. */
public final class PersonalKeys {
    private static final long MAX_BYTES = 256 * 1024;

    private PersonalKeys() {}

    /**
     * The key of a PKCS#12 file.
     *
     * @param label which one, where the file holds several; null for the only one
     * @throws QuorumException if the file cannot be opened, or holds no such key with its certificate
     */
    public static Credential ofPkcs12(Path file, char[] passphrase, @Nullable String label) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new QuorumException(
                        file + " est plus grand que tout fichier PKCS#12 d'ici : donnez le fichier de votre clé.",
                        file + " is larger than any PKCS#12 file of ours: give the file of your key.");
            }
            KeyStore keys = KeyStore.getInstance("PKCS12", CryptoProvider.BOUNCY_CASTLE);
            try (InputStream in = Files.newInputStream(file)) {
                keys.load(in, passphrase);
            }
            return credential(keys, passphrase, label, file.toString());
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            throw e instanceof QuorumException known
                    ? known
                    : new QuorumException(
                            file + " ne s'ouvre pas : est-ce un fichier PKCS#12, et est-ce sa phrase secrète ?",
                            file + " does not open: is it a PKCS#12 file, and is this its passphrase?",
                            e);
        }
    }

    /**
     * Puts a key and its chain into a new PKCS#12 file, readable by its owner alone.
     *
     * @throws QuorumException if the file exists or cannot be written
     */
    public static void writePkcs12(Path file, Credential credential, char[] passphrase) {
        try (OutputStream out = Channels.newOutputStream(Files.newByteChannel(
                file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))))) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(null, null);
            keys.setKeyEntry(
                    "liptako", credential.key(), passphrase, credential.chain().toArray(X509Certificate[]::new));
            keys.store(out, passphrase);
        } catch (IOException | GeneralSecurityException e) {
            throw new QuorumException(
                    file + " ne peut être écrit : y a-t-il déjà un tel fichier ?",
                    file + " cannot be written: is there such a file already?",
                    e);
        }
    }

    private static Credential credential(KeyStore keys, char[] passphrase, @Nullable String label, String place)
            throws GeneralSecurityException {
        String alias = alias(keys, label, place);
        Certificate[] chain = keys.getCertificateChain(alias);
        if (!(keys.getKey(alias, passphrase) instanceof PrivateKey key) || chain == null) {
            throw new QuorumException(
                    place + " ne contient aucune clé avec son certificat sous cette étiquette : donnez-en une autre.",
                    place + " holds no key with its certificate under that label: give another.");
        }
        List<X509Certificate> shown = new ArrayList<>();
        for (Certificate certificate : chain) {
            X509Certificate next = (X509Certificate) certificate;
            // A root is what the reader believes already, and must not take from a signer.
            if (shown.isEmpty() || !next.getSubjectX500Principal().equals(next.getIssuerX500Principal())) {
                shown.add(next);
            }
        }
        return new Credential(key, shown);
    }

    private static String alias(KeyStore keys, @Nullable String label, String place) throws GeneralSecurityException {
        if (label != null) {
            return label;
        }
        List<String> aliases = new ArrayList<>();
        for (String alias : Collections.list(keys.aliases())) {
            if (keys.isKeyEntry(alias)) {
                aliases.add(alias);
            }
        }
        if (aliases.size() != 1) {
            throw new QuorumException(
                    place + " contient " + aliases.size() + " clés : nommez-en une par son étiquette.",
                    place + " holds " + aliases.size() + " keys: name one by its label.");
        }
        return aliases.getFirst();
    }
}
