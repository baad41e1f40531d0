package org.liptako.pki.issuing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;
import org.liptako.pki.profile.KeyKind;

/** Where a CA's or a person's private key is kept. */
public sealed interface KeySource {
    /**
     * Makes a key and keeps it.
     *
     * @throws IssuingException if there is one already, or it cannot be kept
     */
    KeyPair generate(KeyKind kind, SecureRandom random);

    /**
     * The key that is kept.
     *
     * @throws IssuingException if there is none, or the secret does not open it
     */
    PrivateKey open();

    /** The place, for people; nothing secret. */
    String place();

    /** An encrypted PKCS#8 file of mode 0600. */
    record InFile(Path file, Secret passphrase) implements KeySource {
        @Override
        public KeyPair generate(KeyKind kind, SecureRandom random) {
            if (Files.exists(file)) {
                throw new IssuingException(
                        "Le fichier de clé " + file + " existe, et aucune clé n'est écrasée : déplacez-le d'abord.",
                        "The key file " + file + " exists; a key is never overwritten. Move it first.");
            }
            KeyPair pair = SigningKeys.generate(kind, random);
            KeyFiles.writeEncrypted(file, pair.getPrivate(), passphrase.read(), random);
            return pair;
        }

        @Override
        public PrivateKey open() {
            KeyFiles.requirePrivate(file);
            return KeyFiles.readEncrypted(file, passphrase.read());
        }

        @Override
        public String place() {
            return "PKCS#8 " + file;
        }
    }

    /** A PKCS#8 file of mode 0600 that is not encrypted: a node's own key, or any key of a trial. */
    record InOpenFile(Path file) implements KeySource {
        @Override
        public KeyPair generate(KeyKind kind, SecureRandom random) {
            KeyPair pair = SigningKeys.generate(kind, random);
            KeyFiles.write(file, pair.getPrivate());
            return pair;
        }

        @Override
        public PrivateKey open() {
            KeyFiles.requirePrivate(file);
            return KeyFiles.read(file);
        }

        @Override
        public String place() {
            return "PKCS#8, not encrypted: " + file;
        }
    }

    /**
     * A PKCS#11 token, from which the key never comes out.
     *
     * @param label the key's label in the token
     */
    record InToken(Token token, String label, Secret pin) implements KeySource {
        @Override
        public KeyPair generate(KeyKind kind, SecureRandom random) {
            return new TokenKeys(token, pin).generate(label, kind);
        }

        @Override
        public PrivateKey open() {
            return new TokenKeys(token, pin).open(label);
        }

        @Override
        public String place() {
            return "PKCS#11 " + token.library() + " slot " + token.slotIndex() + " " + label;
        }
    }
}
