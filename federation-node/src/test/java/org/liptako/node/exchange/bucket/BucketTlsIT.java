package org.liptako.node.exchange.bucket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real object store over TLS, and a node that knows, or does not know, who may vouch for it. */
@Timeout(60)
class BucketTlsIT {
    @TempDir
    private static Path directory;

    private static TrialCertificates certificates;
    private static TrialBucket objects;

    @BeforeAll
    static void start() throws IOException, InterruptedException, GeneralSecurityException {
        certificates = new TrialCertificates(directory);
        objects = TrialBucket.startWith(certificates);
    }

    @AfterAll
    static void stop() throws IOException {
        if (objects != null) {
            objects.close();
        }
    }

    @Test
    void takesABucketThatARootOfItsOwnVouchesFor() throws IOException {
        try (BucketClient bucket = BucketConnection.open(objects.configOverTls("127.0.0.1", certificates.root()))) {
            new BucketProbe(bucket).check();
            bucket.put("kept", Content.of(new byte[] {1, 2}));

            assertThat(bucket.small("kept")).hasValue(new byte[] {1, 2});
        }
    }

    @Test
    void refusesAStoreThatNoneOfItsRootsVouchesFor() throws IOException {
        BucketException refused = refused("127.0.0.1", certificates.stranger());

        assertThat(refused.sentence().en())
                .startsWith("The certificate of the object store https://127.0.0.1:" + objects.port())
                .contains("is vouched for by none of the roots (liptako.exchange.s3.tls-roots)")
                .doesNotContain("\n");
        assertThat(refused.sentence().fr()).contains("liptako.exchange.s3.tls-roots");
    }

    @Test
    void refusesAStoreThatThePlatformDoesNotKnowWhereNoRootsAreNamed() throws IOException {
        assertThat(refused("127.0.0.1", null).sentence().en()).contains("none of the roots");
    }

    @Test
    void refusesAStoreWhoseCertificateIsForAnotherName() throws IOException {
        BucketException refused = refused("localhost", certificates.root());

        assertThat(refused.sentence().en())
                .startsWith("The certificate of the object store https://localhost:" + objects.port())
                .contains("is for another name", "liptako.exchange.s3.endpoint")
                .doesNotContain("\n");
        assertThat(refused.sentence().fr()).contains("autre nom", "liptako.exchange.s3.endpoint");
    }

    @Test
    void refusesAFileOfRootsWithoutAny() throws IOException {
        Path none = Files.writeString(directory.resolve("none.pem"), "no certificate\n");

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> BucketConnection.open(objects.configOverTls("127.0.0.1", none)))
                .withMessageContaining("liptako.exchange.s3.tls-roots");
    }

    private static BucketException refused(String host, @Nullable Path roots) throws IOException {
        try (BucketClient bucket = BucketConnection.open(objects.configOverTls(host, roots))) {
            return catchThrowableOfType(BucketException.class, () -> new BucketProbe(bucket).check());
        }
    }
}
