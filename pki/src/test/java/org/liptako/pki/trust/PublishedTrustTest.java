package org.liptako.pki.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishedTrustTest {
    @TempDir
    private Path directory;

    @Test
    void aHalfThatComesLaterIsSeenToHaveCome() throws IOException {
        Path document = publish("state-2.der");
        Path list = publish("node-ca.crl");
        Path delta = publish("people-ca-delta.crl");
        assertThat(PublishedTrust.files(directory)).containsExactlyInAnyOrder(document, list, delta);
        assertThat(PublishedTrust.read(directory).states()).isEmpty();

        Path signatures = publish("state-2.p7s");
        Path issuer = publish("node-ca.pem");
        Path other = publish("people-ca.pem");

        assertThat(PublishedTrust.files(directory))
                .containsExactlyInAnyOrder(document, list, delta, signatures, issuer, other);
        assertThat(PublishedTrust.read(directory).states()).hasSize(1);
    }

    @Test
    void whatBelongsToNoDocumentIsNotLookedAt() throws IOException {
        publish("node.pem");
        publish("node.key.pem");
        publish("transcript.p7s");
        publish("transcript.der");

        assertThat(PublishedTrust.files(directory)).isEmpty();
    }

    private Path publish(String name) throws IOException {
        return Files.writeString(directory.resolve(name), "anything");
    }
}
