package org.liptako.node.exchange.bucket;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import javax.net.ssl.TrustManager;
import org.liptako.node.config.BucketConfig;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** Makes the client of a configured bucket; nothing is asked of the object store yet. */
public final class BucketConnection {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    /** An object store that is silent for so long is as good as gone. */
    private static final Duration SILENT = Duration.ofSeconds(60);

    private static final Duration ATTEMPT = Duration.ofMinutes(5);

    private BucketConnection() {}

    /**
     * The client of a bucket.
     *
     * @throws IOException if the file of TLS roots cannot be used
     */
    public static BucketClient open(BucketConfig config) throws IOException {
        UrlConnectionHttpClient.Builder http =
                UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(SILENT);
        Path roots = config.tlsRoots();
        if (roots != null) {
            TrustManager[] trusted = TlsRoots.read(roots);
            http.tlsTrustManagersProvider(() -> trusted);
        }
        S3Client s3 = S3Client.builder()
                .httpClientBuilder(http)
                .endpointOverride(config.endpoint())
                .region(Region.of(config.region()))
                .credentialsProvider(new FileCredentials(config.credentials()))
                .forcePathStyle(config.pathStyle())
                // Every content carries the SHA-256 that the node has computed; no other checksum is asked for.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .serviceConfiguration(
                        settings -> settings.chunkedEncodingEnabled(false).expectContinueEnabled(false))
                .overrideConfiguration(
                        calls -> calls.apiCallAttemptTimeout(ATTEMPT).retryStrategy(RetryMode.STANDARD))
                .build();
        return new BucketClient(s3, config);
    }
}
