package org.liptako.node.exchange.cipher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.issuing.Secret;

/**
 * The PIN of a token, in a file that the node's user alone may read. One that the token has refused is not given again, for tokens lock themselves after a
 * few wrong ones; another one in the file is. Thread-safe.
 */
final class PinFile implements Secret {
    private static final long MOST_BYTES = 1024;
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final Path file;
    private char @Nullable [] given;
    private char @Nullable [] refused;

    PinFile(Path file) {
        this.file = file;
    }

    /** @throws Failure NOT_READY if there is none that may be given */
    @Override
    public synchronized char[] read() {
        char[] pin = written();
        if (Arrays.equals(pin, refused)) {
            throw Failure.of(
                    ErrorCode.NOT_READY,
                    "Le jeton PKCS#11 des clés de jeux de données a refusé ce code, qui ne lui est plus donné pour qu'il ne se"
                            + " bloque pas ; écrivez le bon dans le fichier de liptako.exchange.key-token.pin-file.",
                    "The PKCS#11 token of the datasets' keys has refused this PIN, which is given to it no more so that it does"
                            + " not lock itself; write the right one into the file of liptako.exchange.key-token.pin-file.");
        }
        given = pin.clone();
        return pin;
    }

    /** The token did not take what was given last. */
    synchronized void refuse() {
        refused = given;
    }

    private char[] written() {
        try {
            if (!OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
                throw unusable("est lisible par d'autres : chmod 600", "can be read by others: chmod 600", null);
            }
            if (Files.size(file) <= MOST_BYTES) {
                return Files.readString(file).strip().toCharArray();
            }
        } catch (IOException e) {
            throw unusable(
                    "ne se lit pas : vérifiez le chemin et les droits",
                    "cannot be read: check the path and the permissions",
                    e);
        }
        throw unusable("dépasse 1024 octets : ce n'est pas un code", "is over 1024 bytes: it is no PIN", null);
    }

    private static Failure unusable(String fr, String en, @Nullable Exception cause) {
        return new Failure(
                ErrorCode.NOT_READY,
                new Sentence(
                        "Le fichier du code du jeton (liptako.exchange.key-token.pin-file) " + fr + ".",
                        "The file of the token's PIN (liptako.exchange.key-token.pin-file) " + en + "."),
                cause);
    }
}
