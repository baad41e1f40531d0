package org.liptako.node.exchange.bucket;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liptako.node.wire.Sentence;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Reads one object; an answer that breaks off is never taken for the whole. */
record ObjectReading(BucketClient bucket, String key) {
    private static final int BLOCK_BYTES = 1 << 16;

    /** Its first bytes, all of them if it is small; empty if there is no such object. */
    Optional<byte[]> small(int most) throws IOException {
        return bucket.find(client -> {
            try (ResponseInputStream<GetObjectResponse> in = open(client)) {
                return first(in, most);
            }
        });
    }

    /** Writes it out, whole. */
    void copy(OutputStream out) throws IOException {
        bucket.ask(client -> {
            try (ResponseInputStream<GetObjectResponse> in = open(client)) {
                long copied = 0;
                for (byte[] some = first(in, BLOCK_BYTES); some.length > 0; some = first(in, BLOCK_BYTES)) {
                    out.write(some);
                    copied += some.length;
                }
                Long announced = in.response().contentLength();
                if (announced != null && announced != copied) {
                    throw shorter(null);
                }
                return copied;
            }
        });
    }

    private ResponseInputStream<GetObjectResponse> open(S3Client client) {
        return client.getObject(request -> request.bucket(bucket.bucket()).key(bucket.name(key)));
    }

    /** Fills a buffer with a stretch of it, as {@link BucketClient#read} says. */
    boolean fill(long offset, ByteBuffer into, String tag) throws IOException {
        String range = "bytes=" + offset + "-" + (offset + into.remaining() - 1);
        int start = into.position();
        return bucket.find(client -> {
                    into.position(start);
                    try (ResponseInputStream<GetObjectResponse> in =
                            client.getObject(request -> request.bucket(bucket.bucket())
                                    .key(bucket.name(key))
                                    .range(range)
                                    .ifMatch(tag.isEmpty() ? null : tag))) {
                        Long given = in.response().contentLength();
                        if (given != null && given < into.remaining()) {
                            throw tooShort();
                        }
                        fill(in, into);
                        return true;
                    } catch (S3Exception e) {
                        if (e.statusCode() == 412 || e.statusCode() == 416) {
                            throw tag.isEmpty() ? tooShort() : changed();
                        }
                        throw e;
                    }
                })
                .isPresent();
    }

    private byte[] first(InputStream in, int most) throws IOException {
        try {
            return in.readNBytes(most);
        } catch (IOException e) {
            throw shorter(e);
        }
    }

    private void fill(InputStream in, ByteBuffer into) throws IOException {
        try {
            ReadableByteChannel bytes = Channels.newChannel(in);
            int read = 0;
            while (into.hasRemaining() && read >= 0) {
                read = bytes.read(into);
            }
        } catch (IOException e) {
            throw shorter(e);
        }
        if (into.hasRemaining()) {
            throw shorter(null);
        }
    }

    /** An answer that broke off. */
    private BucketException shorter(@Nullable Exception cause) {
        return new BucketException(
                new Sentence(
                        "Le stockage d'objets " + bucket.endpoint() + " donne moins de " + bucket.name(key)
                                + " qu'il n'en faut ; vérifiez le réseau et l'objet.",
                        "The object store " + bucket.endpoint() + " gives less of " + bucket.name(key)
                                + " than there should be; check the network and the object."),
                true,
                cause);
    }

    private BucketException tooShort() {
        return BucketException.lost(
                "L'objet " + bucket.name(key) + " est plus court qu'il ne doit.",
                "The object " + bucket.name(key) + " is shorter than it must be.");
    }

    private BucketException changed() {
        return BucketException.lost(
                "L'objet " + bucket.name(key) + " a changé depuis que le nœud l'a lu ; publiez-le de nouveau.",
                "The object " + bucket.name(key) + " has changed since the node read it; publish it again.");
    }
}
