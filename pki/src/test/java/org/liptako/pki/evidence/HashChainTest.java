package org.liptako.pki.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HashChainTest {
    @Test
    void aHeadIsTheHashOfItsPartsInOrder() {
        Salt salt = Salt.of(new byte[Salt.LENGTH]);
        byte[] payload = "{}".getBytes(StandardCharsets.US_ASCII);
        EntryCommitment commitment = EntryCommitment.to(salt, payload);

        HashChain chain = HashChain.EMPTY.append(commitment);

        ByteArrayOutputStream parts = new ByteArrayOutputStream();
        parts.write(2);
        parts.writeBytes(new byte[32]);
        parts.writeBytes(new byte[8]);
        parts.writeBytes(commitment.digest().toBytes());
        assertThat(chain.head()).isEqualTo(Digest.over(parts.toByteArray()));
        assertThat(chain.length()).isEqualTo(1);
    }

    @Test
    void aSaltNeverShowsItselfInLogs() {
        assertThat(Salt.of(new byte[Salt.LENGTH])).asString().doesNotContain("00");
    }
}
