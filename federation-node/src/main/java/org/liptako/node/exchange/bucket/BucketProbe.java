package org.liptako.node.exchange.bucket;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Finds out whether a bucket is fit for copies before the first one comes: that it keeps what is written, refuses other bytes than were
 * sent, gives them back, and removes them for good.
 */
public final class BucketProbe {
    private static final Logger LOG = LoggerFactory.getLogger(BucketProbe.class);
    private static final String BELOW = "probe/";

    private final BucketClient bucket;

    public BucketProbe(BucketClient bucket) {
        this.bucket = bucket;
    }

    /**
     * Tries the bucket.
     *
     * @return what removes from it for good
     * @throws BucketException if it is not fit, or does not answer
     */
    public BucketRemoval check() throws IOException {
        BucketTerms terms = new BucketTerms(bucket);
        terms.mustNotLock();
        BucketRemoval removal = new BucketRemoval(bucket);
        String key = BELOW + UUID.randomUUID();
        writeAndRead(key);
        mustRefuseOtherBytes(key + "-damaged");
        bucket.uploads().begin(key + "-unfinished");
        removal.remove(key, any -> true);
        if (terms.isVersioned()) {
            LOG.warn(
                    "The bucket {} keeps earlier versions of its objects: the node removes those too when it erases, but not"
                            + " what a rule has copied elsewhere.",
                    bucket.bucket());
        }
        return removal;
    }

    private void writeAndRead(String key) throws IOException {
        byte[] written = key.getBytes(UTF_8);
        bucket.put(key, Content.of(written));
        ByteBuffer read = ByteBuffer.allocate(written.length - 1);
        if (!bucket.read(key, 1, read, "") || !read.flip().equals(ByteBuffer.wrap(written, 1, written.length - 1))) {
            throw new BucketException(
                    "Le stockage d'objets ne rend pas ce qui vient d'être écrit dans " + bucket.name(key)
                            + " ; voyez son exploitant.",
                    "The object store does not give back what was just written to " + bucket.name(key)
                            + "; see its operator.");
        }
    }

    /** What is damaged on its way must not be kept: the node claims what was confirmed. */
    private void mustRefuseOtherBytes(String key) throws IOException {
        String another = Content.of(new byte[] {1}).sha256();
        boolean refused = false;
        try {
            bucket.put(key, Content.of(new byte[] {2}), another);
        } catch (BucketException e) {
            if (!(e.getCause() instanceof S3Exception answer) || answer.statusCode() != 400) {
                // It did not come to judge these bytes.
                throw e;
            }
            refused = true;
        }
        if (!refused) {
            throw new BucketException(
                    "Le stockage d'objets ne vérifie pas l'empreinte SHA-256 de ce qu'il reçoit (x-amz-checksum-sha256) ;"
                            + " mettez-le à jour ou prenez-en un autre.",
                    "The object store does not check the SHA-256 of what it gets (x-amz-checksum-sha256); update it or take"
                            + " another one.");
        }
    }
}
