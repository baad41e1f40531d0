package org.liptako.node.exchange.bucket;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/**
 * The access key in a file, in the words of the files that S3's own tools read: {@code aws_access_key_id},
 * {@code aws_secret_access_key} and, where keys are lent for a time, {@code aws_session_token}. Read again when the file changes, so that a
 * key can be renewed under a running node. Thread-safe.
 */
final class FileCredentials implements AwsCredentialsProvider {
    private static final long MOST_BYTES = 1 << 16;
    private static final Set<PosixFilePermission> OTHERS = Set.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private final Path file;
    private @Nullable AwsCredentials read;
    private @Nullable FileTime since;

    FileCredentials(Path file) {
        this.file = file;
    }

    @Override
    public synchronized AwsCredentials resolveCredentials() {
        try {
            FileTime now = Files.getLastModifiedTime(file);
            AwsCredentials known = read;
            if (known == null || !now.equals(since)) {
                known = load();
                read = known;
                since = now;
            }
            return known;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads the file.
     *
     * @throws BucketException if there is no access key in it, or others may read it
     */
    private AwsCredentials load() throws IOException {
        if (Files.size(file) > MOST_BYTES
                || Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
            throw refused(
                    "ne doit être lisible que de l'utilisateur du nœud (chmod 600)",
                    "must be readable by the node's user only (chmod 600)");
        }
        Properties words = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            words.load(in);
        } catch (IllegalArgumentException e) {
            throw refused("n'est pas fait de lignes « mot = valeur »", "does not consist of lines \"word = value\"");
        }
        String id = words.getProperty("aws_access_key_id", "").strip();
        String secret = words.getProperty("aws_secret_access_key", "").strip();
        String token = words.getProperty("aws_session_token", "").strip();
        if (id.isEmpty() || secret.isEmpty()) {
            throw refused(
                    "doit donner aws_access_key_id et aws_secret_access_key",
                    "must give aws_access_key_id and aws_secret_access_key");
        }
        return token.isEmpty()
                ? AwsBasicCredentials.create(id, secret)
                : AwsSessionCredentials.create(id, secret, token);
    }

    private BucketException refused(String fr, String en) {
        return new BucketException(
                "Le fichier d'identifiants " + file + " (liptako.exchange.s3.credentials-file) " + fr + ".",
                "The file of credentials " + file + " (liptako.exchange.s3.credentials-file) " + en + ".");
    }
}
