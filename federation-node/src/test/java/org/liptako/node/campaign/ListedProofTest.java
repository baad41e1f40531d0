package org.liptako.node.campaign;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.liptako.node.exchange.publication.ArrivedFiles;
import org.liptako.pki.evidence.Digest;

/** What has arrived, in a directory or a bucket, is what the list names: before anything is published of it. */
class ListedProofTest {
    private static final Map<String, byte[]> ABROAD =
            Map.of("a", "registre".getBytes(UTF_8), "b/c", "annexe".getBytes(UTF_8));

    private final AtomicInteger told = new AtomicInteger();
    private final ListedProof proof = new ListedProof(
            new Listing(
                    Map.of("a", Digest.over("registre".getBytes(UTF_8)), "b/c", Digest.over("annexe".getBytes(UTF_8))),
                    Digest.over(new byte[0])),
            told::incrementAndGet);

    @Test
    void takesWhatTheListNamesAndTellsItsProgress() throws IOException {
        proof.arrived(arrived(ABROAD));

        assertThat(told.get()).isGreaterThanOrEqualTo(4);
    }

    @Test
    void refusesOtherBytesUnderTheNamesOfTheListAndNamesTheFile() {
        assertThatThrownBy(() -> proof.arrived(
                        arrived(Map.of("a", "registre".getBytes(UTF_8), "b/c", "autre chose".getBytes(UTF_8)))))
                .hasMessageStartingWith("NOT_READY")
                .hasMessageContaining("Files without the digest of the list, 1 of 2: b/c.");
    }

    @Test
    void refusesWhatIsMissingOrTooMuch() {
        assertThatThrownBy(() -> proof.arrived(arrived(Map.of("a", "registre".getBytes(UTF_8)))))
                .hasMessageContaining("Files of the list that have not come, 1 of 2: b/c.");
    }

    private static ArrivedFiles arrived(Map<String, byte[]> files) {
        return new ArrivedFiles(files.keySet(), (name, taker) -> {
            byte[] bytes = files.getOrDefault(name, new byte[0]);
            taker.accept(ByteBuffer.wrap(bytes, 0, 2));
            taker.accept(ByteBuffer.wrap(bytes, 2, bytes.length - 2));
        });
    }
}
