package org.liptako.pki.issuing;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** Where a credential lies: {@code NAME.pem} with the chain, {@code NAME.key.pem} with the key, side by side. */
public record CredentialFiles(Path certificate, Path key) {
    /** The two files of that name in a directory. */
    public static CredentialFiles named(Path directory, String name) {
        return new CredentialFiles(directory.resolve(name + ".pem"), directory.resolve(name + ".key.pem"));
    }

    /** Writes both; the key's file must not exist yet. */
    public void write(Credential credential) {
        KeyFiles.write(key, credential.key());
        CertificateFiles.write(certificate, credential.chain());
    }

    /**
     * Writes both, replacing what is there.
     *
     * <p>Each file changes in one step, but the two do not change together: whoever reads in the instant between, or after a power cut in it, finds the new
     * certificate beside the former one.
     */
    public void replace(Credential credential) {
        CredentialFiles next = new CredentialFiles(beside(certificate), beside(key));
        try {
            Files.deleteIfExists(next.key());
            next.write(credential);
            try (FileChannel written = FileChannel.open(next.certificate(), StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(next.key(), key, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            Files.move(
                    next.certificate(),
                    certificate,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new IssuingException(
                    "Les fichiers de " + certificate
                            + " ne peuvent être remplacés : vérifiez les droits et la place du disque.",
                    "The files of " + certificate
                            + " cannot be replaced: check the permissions and the room on the disk.",
                    e);
        }
    }

    private static Path beside(Path file) {
        return file.resolveSibling(file.getFileName() + ".next");
    }

    /**
     * Reads both.
     *
     * @throws IssuingException if a file is missing or malformed, or the key is not the certificate's
     */
    public Credential read() {
        List<X509Certificate> chain = CertificateFiles.read(certificate);
        PrivateKey privateKey = KeyFiles.read(key);
        if (matches(privateKey, chain.getFirst())) {
            return new Credential(privateKey, chain);
        }
        return replacing(privateKey)
                .orElseThrow(() -> new IssuingException(
                        "La clé " + key + " n'est pas celle du certificat " + certificate
                                + " : donnez les deux fichiers d'une même identité.",
                        "The key " + key + " does not belong to the certificate " + certificate
                                + ": give the two files of one identity."));
    }

    /** What {@link #replace} was about to put in the certificate's place, if that is this key's. */
    private Optional<Credential> replacing(PrivateKey privateKey) {
        Path next = beside(certificate);
        return Files.exists(next)
                ? Optional.of(CertificateFiles.read(next))
                        .filter(chain -> matches(privateKey, chain.getFirst()))
                        .map(chain -> new Credential(privateKey, chain))
                : Optional.empty();
    }

    private boolean matches(PrivateKey privateKey, X509Certificate leaf) {
        try {
            byte[] probe = leaf.getEncoded();
            String algorithm = leaf.getPublicKey().getAlgorithm().equals("EC") ? "SHA256withECDSA" : "Ed25519";
            Signature signer = Signature.getInstance(algorithm);
            signer.initSign(privateKey);
            signer.update(probe);
            Signature verifier = Signature.getInstance(algorithm);
            verifier.initVerify(leaf.getPublicKey());
            verifier.update(probe);
            return verifier.verify(signer.sign());
        } catch (GeneralSecurityException e) {
            throw new IssuingException(
                    "La clé " + key + " ne va pas avec le certificat " + certificate
                            + " : donnez les deux fichiers d'une même identité.",
                    "The key " + key + " does not fit the certificate " + certificate
                            + ": give the two files of one identity.",
                    e);
        }
    }
}
