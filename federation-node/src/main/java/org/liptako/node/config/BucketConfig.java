package org.liptako.node.config;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A bucket of an object store that speaks S3, and what of it is the node's.
 *
 * @param endpoint where the object store answers
 * @param prefix what all keys of the node begin with: empty, or ending in {@code /}
 * @param region what the object store takes for its region when it checks signatures
 * @param credentials a file with the access key; read again when it changes
 * @param pathStyle whether the bucket's name stands in the path rather than in the host name
 * @param tlsRoots the certificates, PEM, one of which must vouch for the endpoint; those of the Java platform if absent
 * @param publishPrefix below it lie the objects that an operator may publish, ending in {@code /}; none may be if absent
 */
public record BucketConfig(
        URI endpoint,
        String bucket,
        String prefix,
        String region,
        Path credentials,
        boolean pathStyle,
        @Nullable Path tlsRoots,
        @Nullable String publishPrefix) {
    /** The same bucket under another prefix. */
    public BucketConfig at(String other) {
        return new BucketConfig(endpoint, bucket, other, region, credentials, pathStyle, tlsRoots, publishPrefix);
    }
}
