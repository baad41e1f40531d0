package org.liptako.node.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.liptako.node.exchange.repair.CopyVerdict;
import org.liptako.node.journal.event.ReplicaDamaged;
import org.liptako.node.journal.event.ReplicaProved;
import org.liptako.node.registry.ReplicaStatus;
import org.liptako.pki.name.State;

/** Niger's disk damages what says what the bytes of a sealed copy are to be: nothing wrong is said of the bytes, and it is fetched anew. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class RottedManifestIT extends CopyAtNiamey {
    private static final int MEBIBYTES = 4;

    RottedManifestIT() {
        super(MEBIBYTES);
    }

    @Test
    void eachPartIsFetchedAnewHoweverItRotsAndTheSoundBytesStay() throws Exception {
        for (String part : List.of("header.json", "files", "digests")) {
            flip(part);
            withdrawnAndMended();
            cut(part);
            withdrawnAndMended();
            Files.delete(kept(part));
            withdrawnAndMended();
        }
        assertThat(niger.record.journaled(ReplicaDamaged.class))
                .hasSize(9)
                .allSatisfy(entry -> assertThat(entry.damaged()).isZero());
        assertThat(niger.record.journaled(ReplicaProved.class))
                .hasSize(9)
                .allSatisfy(entry -> assertThat(entry.repaired()).isZero());
        assertThat(verify()).containsExactly(new CopyVerdict.Sound(version, MEBIBYTES, false));
    }

    @Test
    void aHeaderWhoseSignatureTheDiskHasAlteredIsFetchedAnew() throws Exception {
        byte[] right = Files.readAllBytes(kept("header.json"));
        JsonMapper json = JsonMapper.builder().build();
        ObjectNode header = (ObjectNode) json.readTree(right);
        byte[] signature = Base64.getDecoder().decode(header.get("signature").asText());
        signature[signature.length - 1] ^= 1;
        header.put("signature", Base64.getEncoder().encodeToString(signature));
        Files.write(kept("header.json"), json.writeValueAsBytes(header));

        withdrawnAndMended();

        assertThat(kept("header.json")).hasBinaryContent(right);
    }

    @Test
    void bytesThatAreDamagedBesideARottedManifestAreFoundByTheNewOne() throws Exception {
        flip("digests");
        try (RandomAccessFile file =
                new RandomAccessFile(niger.sealed(nigers).resolve("large.bin").toFile(), "rw")) {
            file.write(file.read() ^ 1);
        }
        withdrawnAndMended();

        assertThat(niger.record.journaled(ReplicaDamaged.class))
                .extracting(ReplicaDamaged::damaged)
                .containsExactly(0L);
        assertThat(niger.record.journaled(ReplicaProved.class))
                .extracting(ReplicaProved::chunks, ReplicaProved::repaired)
                .containsExactly(tuple((long) MEBIBYTES, 1L));
    }

    @Test
    void aManifestIsGivenAnewForACopyWhoseGrantHasEnded() throws Exception {
        cut("files");
        verify();
        theGrantHasEnded();
        assertThat(niger.repairDesk().repair(version))
                .hasValueSatisfying(why -> assertThat(why.reason().en()).contains("has ended"));

        mali.record.hear(niger.record);
        niger.record.journaled(ReplicaDamaged.class).forEach(entry -> mali.record.hear(State.NE, entry));

        assertThat(niger.repairDesk().repair(version)).isEmpty();
        assertThat(status()).isEqualTo(ReplicaStatus.SEALED);
    }

    @Test
    void aDigestThatRotsWhileItIsServedBySaysNothingAgainstTheBytes() throws Exception {
        // In memory, and mapped, from here on.
        assertThat(niger.held(nigers).proved(0, ByteBuffer.allocate(1 << 20))).isPresent();
        rotInPlace();
        burkinaFetchesFromBoth();
        assertThat(niger.record.journaled(ReplicaDamaged.class))
                .extracting(ReplicaDamaged::damaged)
                .containsExactly(0L);
        assertThat(niger.repairDesk().repair(version)).isEmpty();
        isWhatMaliPublished();
    }

    private void withdrawnAndMended() throws Exception {
        assertThat(verify()).singleElement().isInstanceOfSatisfying(CopyVerdict.Unread.class, unread -> {
            assertThat(unread.why()).isEqualTo(CopyVerdict.Why.MANIFEST);
            assertThat(unread.words().en()).contains("manifest", "Mali (ML)");
            assertThat(unread.words().fr()).contains("manifeste", "Mali (ML)");
        });
        assertThat(status()).isEqualTo(ReplicaStatus.UNPROVEN);
        assertThatThrownBy(() -> niger.held(nigers)).isInstanceOf(RuntimeException.class);
        assertThat(niger.repairDesk().repair(version)).isEmpty();
        assertThat(status()).isEqualTo(ReplicaStatus.SEALED);
        isWhatMaliPublished();
        assertThat(niger.held(nigers).manifest().header().version()).isEqualTo(version);
    }

    private Path kept(String part) {
        return niger.sealed(nigers).resolveSibling(part);
    }

    private void flip(String part) throws IOException {
        byte[] bytes = Files.readAllBytes(kept(part));
        bytes[bytes.length / 2] ^= 1;
        Files.write(kept(part), bytes);
    }

    private void cut(String part) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(kept(part).toFile(), "rw")) {
            file.setLength(file.length() / 2);
        }
    }

    /** Every digest, so that whichever chunk is asked for first meets it. */
    private void rotInPlace() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(kept("digests").toFile(), "rw")) {
            byte[] bytes = new byte[(int) file.length()];
            file.readFully(bytes);
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] ^= 1;
            }
            file.seek(0);
            file.write(bytes);
        }
    }
}
