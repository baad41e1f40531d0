package org.liptako.node.exchange.bucket;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liptako.node.config.BucketConfig;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Asks an object store for one bucket's objects; knows nothing of what is in them. Every key is below the node's prefix and given without
 * it. Whatever goes wrong is a {@link BucketException}; what is sent is sent again a few times by itself. Thread-safe.
 */
public final class BucketClient implements AutoCloseable {
    private static final int SMALL_BYTES = 1 << 20;

    private final S3Client s3;
    private final String endpoint;
    private final String bucket;
    private final String prefix;

    BucketClient(S3Client s3, BucketConfig config) {
        this.s3 = s3;
        this.endpoint = config.endpoint().toString();
        this.bucket = config.bucket();
        this.prefix = config.prefix();
    }

    /** A question to the object store, and what it answers. */
    @FunctionalInterface
    interface Call<T> {
        T on(S3Client client) throws IOException;
    }

    <T> T ask(Call<T> call) throws IOException {
        try {
            return call.on(s3);
        } catch (SdkException | UncheckedIOException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof BucketException known) {
                    throw known;
                }
            }
            throw e instanceof SdkException sdk ? BucketFault.of(endpoint, sdk) : new IOException(e.getMessage(), e);
        }
    }

    /** As {@link #ask}, where that there is no such object is an answer. */
    <T> Optional<T> find(Call<T> call) throws IOException {
        return ask(client -> {
            try {
                return Optional.of(call.on(client));
            } catch (S3Exception e) {
                if (e.statusCode() == 404 && !(e instanceof NoSuchBucketException)) {
                    return Optional.empty();
                }
                throw e;
            }
        });
    }

    /** Where the object store answers, for who says what went wrong. */
    String endpoint() {
        return endpoint;
    }

    /** How the bucket is set up, for whoever asks about the bucket itself. */
    String bucket() {
        return bucket;
    }

    /** What the object store calls a key. */
    public String name(String key) {
        return prefix + key;
    }

    /** The key of what the object store calls so. */
    String key(String name) {
        return name.substring(prefix.length());
    }

    /** Puts an object whole: a reader sees what was there before, or this. */
    public void put(String key, Content content) throws IOException {
        put(key, content, content.sha256());
    }

    /** Puts an object of which the object store is told this digest. */
    void put(String key, Content content, String sha256) throws IOException {
        ask(client -> {
            PutObjectRequest request = PutObjectRequest.builder()
                    .bucket(bucket)
                    .key(name(key))
                    .checksumSHA256(sha256)
                    .build();
            return kept(key, sha256, client.putObject(request, content.body()).checksumSHA256());
        });
    }

    /** Removes an object; none is as good. Where the bucket keeps what is removed, {@link BucketRemoval} is what removes for good. */
    public void remove(String key) throws IOException {
        find(client -> client.deleteObject(request -> request.bucket(bucket).key(name(key))));
    }

    /** An object store that says so has other bytes than it was sent, whatever it answered besides. */
    boolean kept(String key, String sent, @Nullable String said) throws IOException {
        if (said != null && !said.equals(sent)) {
            throw new BucketException(
                    "Le stockage d'objets " + endpoint + " dit avoir gardé d'autres octets que ceux envoyés pour " + key
                            + " ; voyez son exploitant.",
                    "The object store " + endpoint + " says that it kept other bytes than were sent for " + key
                            + "; see its operator.");
        }
        return true;
    }

    /** The objects that are sent in parts. */
    public BucketUploads uploads() {
        return new BucketUploads(this);
    }

    /** What the bucket says of an object. */
    public Optional<StoredObject> head(String key) throws IOException {
        Optional<HeadObjectResponse> found = find(
                client -> client.headObject(request -> request.bucket(bucket).key(name(key))));
        return found.map(head -> new StoredObject(key, head.contentLength(), head.eTag(), head.lastModified()));
    }

    /** Who is told of each object. */
    @FunctionalInterface
    public interface Listener {
        void object(StoredObject object) throws IOException;
    }

    /** Tells of all objects below a prefix, a page at a time, in the object store's order. */
    public void list(String below, Listener listener) throws IOException {
        ask(client -> {
            var pages = client.listObjectsV2Paginator(
                    request -> request.bucket(bucket).prefix(name(below)));
            for (var object : pages.contents()) {
                listener.object(
                        new StoredObject(key(object.key()), object.size(), object.eTag(), object.lastModified()));
            }
            return true;
        });
    }

    /** The names that come next after a prefix, up to the next slash and without it. */
    public List<String> names(String below) throws IOException {
        String start = name(below);
        return ask(client -> client
                .listObjectsV2Paginator(
                        request -> request.bucket(bucket).prefix(start).delimiter("/"))
                .commonPrefixes()
                .stream()
                .map(common -> common.prefix()
                        .substring(start.length(), common.prefix().length() - 1))
                .toList());
    }

    /** Who is told what comes next after a prefix. */
    public interface Level {
        /** A name with more below it, up to the slash and without it. */
        void below(String name) throws IOException;

        /** The name of an object. */
        void object(String name) throws IOException;
    }

    /** Tells what comes next after a prefix, up to the next slash, a page at a time. */
    public void level(String below, Level told) throws IOException {
        String start = name(below);
        ask(client -> {
            for (ListObjectsV2Response page : client.listObjectsV2Paginator(
                    request -> request.bucket(bucket).prefix(start).delimiter("/"))) {
                for (CommonPrefix common : page.commonPrefixes()) {
                    told.below(common.prefix()
                            .substring(start.length(), common.prefix().length() - 1));
                }
                for (S3Object object : page.contents()) {
                    told.object(object.key().substring(start.length()));
                }
            }
            return true;
        });
    }

    /** A small object, whole. */
    public Optional<byte[]> small(String key) throws IOException {
        return new ObjectReading(this, key).small(SMALL_BYTES);
    }

    /** Writes an object out, whole. */
    public void copy(String key, OutputStream out) throws IOException {
        new ObjectReading(this, key).copy(out);
    }

    /**
     * Fills a buffer with a stretch of an object.
     *
     * @param tag what the content must be named by, where it may have changed; empty for any
     * @return false if there is no such object
     * @throws BucketException if the answer breaks off, or, as a loss, if the object is shorter or another one now
     */
    public boolean read(String key, long offset, ByteBuffer into, String tag) throws IOException {
        return new ObjectReading(this, key).fill(offset, into, tag);
    }

    @Override
    public void close() {
        s3.close();
    }
}
