package org.liptako.node.exchange.bucket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An object store that refuses, lies or hangs up, over real HTTP. */
@Timeout(60)
class BucketFaultIT {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({
        "503, SlowDown, true, is overloaded",
        "500, InternalError, true, is overloaded",
        "400, ExpiredToken, false, credentials-file",
        "403, SignatureDoesNotMatch, false, credentials-file",
        "400, BadDigest, true, other bytes than were sent",
        "403, QuotaExceeded, false, is full",
        "404, NoSuchBucket, false, liptako.exchange.s3.bucket",
        "400, MalformedXML, false, as the test wants"
    })
    void saysInOneSentenceWhatARefusalMeans(int status, String code, boolean passing, String words) throws IOException {
        try (DeviantBucket deviant = new DeviantBucket(directory, DeviantBucket.refusing(status, code));
                BucketClient bucket = BucketConnection.open(deviant.config())) {
            BucketException refused =
                    catchThrowableOfType(BucketException.class, () -> bucket.put("object", Content.of(new byte[] {1})));

            assertThat(refused.sentence().en()).contains(code, words).doesNotContain("\n");
            assertThat(refused.sentence().fr()).contains(code);
            assertThat(refused.isPassing()).isEqualTo(passing);
        }
    }

    @Test
    void believesNoStoreThatConfirmsOtherBytes() throws IOException {
        try (DeviantBucket deviant = new DeviantBucket(directory, DeviantBucket::confirmsAnother);
                BucketClient bucket = BucketConnection.open(deviant.config())) {
            assertThatExceptionOfType(BucketException.class)
                    .isThrownBy(() -> bucket.put("object", Content.of(new byte[] {1})))
                    .withMessageContaining("kept other bytes than were sent");
        }
    }

    @Test
    void givesNothingOfAnAnswerThatBreaksOff() throws IOException {
        try (DeviantBucket deviant = new DeviantBucket(directory, DeviantBucket::breaksOff);
                BucketClient bucket = BucketConnection.open(deviant.config())) {
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> bucket.read("object", 0, ByteBuffer.allocate(100), ""));
        }
    }

    @Test
    void saysThatNobodyAnswers() throws IOException {
        DeviantBucket gone = new DeviantBucket(directory, DeviantBucket.refusing(503, "SlowDown"));
        try (BucketClient bucket = BucketConnection.open(gone.config())) {
            gone.close();
            BucketException silent =
                    catchThrowableOfType(BucketException.class, () -> bucket.put("object", Content.of(new byte[] {1})));
            assertThat(silent.sentence().en()).contains("does not answer").contains("127.0.0.1");
            assertThat(silent.isPassing()).isTrue();
        }
    }
}
