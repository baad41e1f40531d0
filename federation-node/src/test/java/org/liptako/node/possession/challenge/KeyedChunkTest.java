package org.liptako.node.possession.challenge;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.SeedCheckpoint;
import org.liptako.node.journal.event.VersionRoot;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

class KeyedChunkTest {
    private static final byte[] KEY = HexFormat.of().parseHex("0b".repeat(32));
    private static final Digest DRAW = Digest.over(new byte[] {1});
    private static final byte[] BYTES = "Niamey".getBytes(US_ASCII);

    @Test
    void itIsTheHmacThatTheDocumentationSays() throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
        mac.update("liptako-possession/v2\n".getBytes(US_ASCII));
        mac.update(DRAW.toBytes());
        mac.update(new byte[] {0, 0, 1, 2});
        assertThat(new KeyedChunk(KEY, DRAW).of(258, ByteBuffer.wrap(BYTES)).toBytes())
                .isEqualTo(mac.doFinal(BYTES));
    }

    @Test
    void anotherKeyDrawNumberOrByteGivesAnother() {
        KeyedChunk keyed = new KeyedChunk(KEY, DRAW);
        var right = keyed.of(1, ByteBuffer.wrap(BYTES));
        assertThat(keyed.of(1, ByteBuffer.wrap(BYTES))).isEqualTo(right);
        assertThat(keyed.of(2, ByteBuffer.wrap(BYTES))).isNotEqualTo(right);
        assertThat(keyed.of(1, ByteBuffer.wrap(BYTES, 0, 5))).isNotEqualTo(right);
        assertThat(new KeyedChunk(new byte[32], DRAW).of(1, ByteBuffer.wrap(BYTES)))
                .isNotEqualTo(right);
        assertThat(new KeyedChunk(KEY, Digest.over(BYTES)).of(1, ByteBuffer.wrap(BYTES)))
                .isNotEqualTo(right);
    }

    @Test
    void whatTheChallengerOrAnotherHolderMakesUnderTheSameKeyIsNotTheHoldersAnswer() {
        Digest asked = keyed("NE-NIM-1", State.ML);

        assertThat(keyed("ML-BKO-1", State.NE)).isNotEqualTo(asked);
        assertThat(keyed("BF-OUA-1", State.NE)).isNotEqualTo(asked);
        assertThat(keyed("NE-NIM-2", State.ML)).isNotEqualTo(asked);
        assertThat(keyed("NE-NIM-1", State.BF)).isNotEqualTo(asked);
    }

    private static Digest keyed(String site, State challenger) {
        SiteId asked = new SiteId(site);
        List<SeedCheckpoint> seeds = ChallengeDraw.others(asked).stream()
                .map(state -> new SeedCheckpoint(state, 1, DRAW))
                .toList();
        DatasetVersion version = new DatasetVersion(new DatasetId("ML-DS-008"), new VersionRoot("ab".repeat(32)));
        ChallengeDraw draw = new ChallengeDraw(version, asked, challenger, 1, seeds);
        return new KeyedChunk(KEY, draw.seed()).of(0, ByteBuffer.wrap(BYTES));
    }

    @Test
    void theBufferIsLeftAsItWas() {
        ByteBuffer bytes = ByteBuffer.wrap(BYTES);
        new KeyedChunk(KEY, DRAW).of(0, bytes);
        assertThat(bytes.remaining()).isEqualTo(BYTES.length);
    }

    @Test
    void aKeyOfAnotherLengthIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new KeyedChunk(new byte[16], DRAW));
    }
}
