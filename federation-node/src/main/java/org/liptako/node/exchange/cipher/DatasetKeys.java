package org.liptako.node.exchange.cipher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys of this State's datasets, one file each, readable by the node alone, and by nobody without the token where there is one. They never leave the home
 * State: whoever loses one loses what the encrypted copies hold. Thread-safe.
 */
public final class DatasetKeys {
    private static final Logger LOG = LoggerFactory.getLogger(DatasetKeys.class);

    private final KeyDirectory directory;
    private final Optional<KeyToken> token;
    private final Set<DatasetId> ended = ConcurrentHashMap.newKeySet();

    /** Keys that lie open in their files. */
    public DatasetKeys(Path directory) {
        this(directory, Optional.empty());
    }

    /** @param token wraps new keys, and those that lay open before; unwraps what it has wrapped */
    public DatasetKeys(Path directory, Optional<KeyToken> token) {
        this.directory = new KeyDirectory(directory);
        this.token = token;
    }

    /**
     * The cipher of a dataset; its key is made, and durable, the first time.
     *
     * @throws Failure KEY_DESTROYED once it was destroyed: what its copies hold is then nobody's, and the dataset gets no other key; NOT_READY if the token does not
     *     give it
     */
    public synchronized ChunkCipher cipher(DatasetId dataset) {
        try {
            mustNotBeDestroyed(dataset);
            if (!directory.has(dataset)) {
                directory.create(dataset, fresh(dataset));
                mustNotBeDestroyed(dataset);
            }
            return cipher(dataset, key(dataset, directory.read(dataset)));
        } catch (IOException e) {
            throw unreadable(dataset, e);
        }
    }

    /** The cipher of a dataset whose key was made before; empty if none was. */
    public synchronized Optional<ChunkCipher> existing(DatasetId dataset) {
        try {
            mustNotBeDestroyed(dataset);
            return directory.has(dataset) ? Optional.of(cipher(dataset)) : Optional.empty();
        } catch (IOException e) {
            throw unreadable(dataset, e);
        }
    }

    /** Which key a dataset has, as {@link ChunkCipher#keyCheck} tells; empty if none was made. The token is not needed: a key can end after its token is lost. */
    public synchronized Optional<String> check(DatasetId dataset) {
        try {
            mustNotBeDestroyed(dataset);
            if (!directory.has(dataset)) {
                return Optional.empty();
            }
            String text = directory.read(dataset);
            Optional<WrappedKey> wrapped = wrapped(dataset, text);
            return Optional.of(
                    wrapped.isPresent()
                            ? wrapped.get().keyCheck()
                            : cipher(dataset, key(dataset, text)).keyCheck());
        } catch (IOException e) {
            throw unreadable(dataset, e);
        }
    }

    /**
     * Writes over the key and removes it, for good: the mark that stays keeps the dataset from another key, and a key file that somebody brings back from being
     * used. May be repeated.
     */
    public synchronized void destroy(DatasetId dataset) {
        try {
            ended.add(dataset);
            directory.end(dataset);
        } catch (IOException e) {
            throw unreadable(dataset, e);
        }
    }

    /**
     * Wraps the keys that lie open, where there is a token. One that cannot be wrapped now goes on as it is, and is tried again at the next start.
     */
    public synchronized void start() {
        try {
            if (token.isPresent()) {
                token.get().mustWrap();
                directory.alone(() -> wrapOpen(token.get()));
            }
        } catch (Failure e) {
            LOG.warn("Keys of datasets cannot be opened, made or put under the token: {}", e.sentence());
        } catch (IOException e) {
            LOG.warn("Keys of datasets that lie open are not under the token.", e);
        }
    }

    private void wrapOpen(KeyToken guard) throws IOException {
        for (DatasetId dataset : directory.datasets()) {
            try {
                if (!directory.isMarked(dataset)) {
                    wrapOpen(dataset, guard);
                }
            } catch (Failure | IOException e) {
                LOG.warn("The key of {} is not under the token.", dataset, e);
            }
        }
    }

    private void wrapOpen(DatasetId dataset, KeyToken guard) throws IOException {
        String text = directory.read(dataset);
        Optional<WrappedKey> before = wrapped(dataset, text);
        if (before.isEmpty()) {
            byte[] plain = key(dataset, text);
            WrappedKey wrapped = wrap(dataset, plain, guard);
            // What a token has made is believed once it has given it back.
            if (!Arrays.equals(guard.unwrap(dataset, wrapped), plain)) {
                throw new IOException("The token gives back another key than it was given.");
            }
            directory.replace(dataset, wrapped.toJson());
            LOG.info("The key of {} is under the token from now on.", dataset);
        } else if (directory.hasReplaced(dataset)) {
            guard.unwrap(dataset, before.get());
            directory.forget(dataset);
        }
    }

    private String fresh(DatasetId dataset) throws IOException {
        String open = TinkKeyset.fresh();
        return token.isPresent()
                ? wrap(dataset, key(dataset, open), token.get()).toJson()
                : open;
    }

    private WrappedKey wrap(DatasetId dataset, byte[] plain, KeyToken guard) {
        return guard.wrap(dataset, plain, cipher(dataset, plain).keyCheck());
    }

    private byte[] key(DatasetId dataset, String text) throws IOException {
        Optional<WrappedKey> wrapped = wrapped(dataset, text);
        if (wrapped.isPresent()) {
            return token.orElseThrow(() -> noToken(dataset)).unwrap(dataset, wrapped.get());
        }
        try {
            return TinkKeyset.key(text);
        } catch (GeneralSecurityException e) {
            throw new IOException("It holds no AES-SIV key.", e);
        }
    }

    /** Empty for a key that lies open. A file that names another dataset is refused: which key it holds must not pass for this dataset's. */
    private static Optional<WrappedKey> wrapped(DatasetId dataset, String text) {
        Optional<WrappedKey> wrapped = WrappedKey.parse(text);
        if (wrapped.isPresent() && !wrapped.get().dataset().equals(dataset)) {
            throw KeyToken.otherFile(dataset);
        }
        return wrapped;
    }

    private ChunkCipher cipher(DatasetId dataset, byte[] key) {
        return new ChunkCipher(new BulkAesSiv(key), dataset, () -> ended.contains(dataset));
    }

    private void mustNotBeDestroyed(DatasetId dataset) throws IOException {
        if (directory.isMarked(dataset)) {
            throw Failure.of(
                    ErrorCode.KEY_DESTROYED,
                    "La clé de " + dataset
                            + " a été détruite : ses copies chiffrées ne se lisent plus, et il n'en aura pas"
                            + " d'autre. Publiez ses versions en clair (--clear-only).",
                    "The key of " + dataset
                            + " was destroyed: its encrypted copies can be read no more, and it gets no other"
                            + " one. Publish its versions in clear (--clear-only).");
        }
    }

    private static Failure noToken(DatasetId dataset) {
        return Failure.of(
                ErrorCode.NOT_READY,
                "La clé de " + dataset
                        + " est gardée par un jeton PKCS#11, et la configuration n'en nomme pas ; remettez-y"
                        + " liptako.exchange.key-token.",
                "The key of " + dataset + " is guarded by a PKCS#11 token, and the configuration names none; put"
                        + " liptako.exchange.key-token back.");
    }

    private UncheckedIOException unreadable(DatasetId dataset, IOException cause) {
        return new UncheckedIOException(
                "The key file " + directory.file(dataset) + " cannot be read or written.", cause);
    }
}
