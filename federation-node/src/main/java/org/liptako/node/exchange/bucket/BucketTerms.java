package org.liptako.node.exchange.bucket;

import java.io.IOException;
import software.amazon.awssdk.services.s3.model.GetObjectLockConfigurationResponse;
import software.amazon.awssdk.services.s3.model.ObjectLockEnabled;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What a bucket does with objects that are overwritten or removed. Its operator may change it at any time, so it is asked each time. */
record BucketTerms(BucketClient bucket) {
    /** Whether the bucket keeps, or once kept, what was overwritten or removed. */
    boolean isVersioned() throws IOException {
        return bucket.ask(client -> {
            try {
                return client.getBucketVersioning(request -> request.bucket(bucket.bucket()))
                                .status()
                        != null;
            } catch (S3Exception e) {
                return absent(e);
            }
        });
    }

    /** A lock would keep what the node has erased. */
    void mustNotLock() throws IOException {
        boolean locked = bucket.ask(client -> {
            try {
                GetObjectLockConfigurationResponse found =
                        client.getObjectLockConfiguration(request -> request.bucket(bucket.bucket()));
                return found.objectLockConfiguration() != null
                        && found.objectLockConfiguration().objectLockEnabled() == ObjectLockEnabled.ENABLED;
            } catch (S3Exception e) {
                return absent(e);
            }
        });
        if (locked) {
            throw new BucketException(
                    "Le compartiment " + bucket.bucket()
                            + " verrouille ses objets (Object Lock) : un effacement n'y serait pas vrai ; donnez au nœud un"
                            + " compartiment sans verrou (liptako.exchange.s3.bucket).",
                    "The bucket " + bucket.bucket()
                            + " locks its objects (Object Lock): an erasure would not be true there; give the node a bucket"
                            + " without locks (liptako.exchange.s3.bucket).");
        }
    }

    /** An object store that does not know a thing does not do it; any other refusal is one. */
    private static boolean absent(S3Exception e) {
        String code = e.awsErrorDetails() == null ? "" : e.awsErrorDetails().errorCode();
        boolean unknown = e.statusCode() == 501
                || "NotImplemented".equals(code)
                || "ObjectLockConfigurationNotFoundError".equals(code)
                || "VersioningNotConfigured".equals(code);
        if (!unknown) {
            throw e;
        }
        return false;
    }
}
