package org.liptako.pki.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedNoteTest {
    private static final String LINE = "\u2014 a AAAAAAA=\n";

    @Test
    void theLastEmptyLinePartsTextAndSignatures() {
        SignedNote note = parse("one\n\ntwo\n\n" + LINE);

        assertThat(note.text()).isEqualTo("one\n\ntwo\n");
        assertThat(note.signatures()).containsExactly(new NoteSignature("a", "AAAAAAA="));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n\n",
                "text\n",
                "text\n\n",
                "text\n" + LINE,
                "text\n\n\u2014 a AAAAAAA=",
                "text\n\n\u2014 a AAAAAAB=\n",
                "text\n\n\u2014 a AAAAAAA\n",
                "text\n\n\u2014 a AAAAAA==\n",
                "text\n\n\u2014 a+b AAAAAAA=\n",
                "text\n\n\u2014  AAAAAAA=\n",
                "text\n\n- a AAAAAAA=\n",
                "text\n\n\u2014 a\u00a0b AAAAAAA=\n",
                "te\txt\n\n" + LINE,
                "text\r\n\r\n" + LINE
            })
    void whatIsNoNoteIsRefused(String note) {
        assertThatThrownBy(() -> parse(note)).isInstanceOf(MalformedLogException.class);
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        assertThatThrownBy(() -> SignedNote.parse(new byte[] {(byte) 0xff, '\n', '\n'}))
                .isInstanceOf(MalformedLogException.class);
    }

    @Test
    void aNoteHasUpTo64SignaturesAndAMillionBytes() {
        assertThat(parse("text\n\n" + LINE.repeat(64)).signatures()).hasSize(64);
        assertThatThrownBy(() -> parse("text\n\n" + LINE.repeat(65))).isInstanceOf(MalformedLogException.class);
        assertThatThrownBy(() -> parse("t".repeat(1_000_000) + "\n\n" + LINE))
                .isInstanceOf(MalformedLogException.class);
    }

    @Test
    void aSignatureOfAnUnknownKeyIsPassedOver() {
        SignedNote note = SignedNote.parse(Vectors.bytes("Note"));
        SignedNote more = note.with(List.of(NoteSignature.parse("\u2014 stranger.example AAAAAAA=")));

        assertThat(Vectors.policy().verify(more).cosignatures()).hasSize(1);
    }

    @Test
    void aWitnessCountsOnceHoweverOftenItSigned() {
        Checkpoint checkpoint =
                Checkpoint.parse(SignedNote.parse(Vectors.bytes("Note")).text());
        NoteSigner later =
                new NoteSigner(Vectors.witness(), SampleLog.secret("witness"), () -> SampleLog.TIME.plusSeconds(9));
        SignedNote twice = SignedNote.parse(Vectors.bytes("Note")).with(List.of(later.sign(checkpoint)));

        assertThat(Vectors.policy().verify(twice).cosignatures()).hasSize(1);
        assertThatThrownBy(() -> CheckpointPolicy.of(Vectors.log(), List.of(Vectors.witness()), 2)
                        .verify(twice))
                .isInstanceOfSatisfying(
                        RefusedNoteException.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(NoteRefusal.TOO_FEW_WITNESSES));
    }

    @Test
    void aWitnessWithTwoKeysCountsOnce() throws NoSuchAlgorithmException {
        KeyPair second = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        NoteKey key = NoteKey.of(Vectors.witness().name(), NoteKeyType.WITNESS, second.getPublic());
        SignedNote note = SignedNote.parse(Vectors.bytes("Note"));
        SignedNote twice = note.with(List.of(
                new NoteSigner(key, second.getPrivate(), () -> SampleLog.TIME).sign(Checkpoint.parse(note.text()))));
        List<NoteKey> witnesses = List.of(Vectors.witness(), key);

        assertThat(CheckpointPolicy.of(Vectors.log(), witnesses, 1)
                        .verify(twice)
                        .cosignatures())
                .hasSize(2);
        assertThatThrownBy(
                        () -> CheckpointPolicy.of(Vectors.log(), witnesses, 2).verify(twice))
                .isInstanceOfSatisfying(
                        RefusedNoteException.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(NoteRefusal.TOO_FEW_WITNESSES));
    }

    @Test
    void aLogsKeyNeverPassesForAWitness() {
        assertThatThrownBy(() -> CheckpointPolicy.of(Vectors.log(), List.of(Vectors.log()), 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CheckpointPolicy.of(Vectors.witness(), List.of(), 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aCheckpointOfAnotherLogIsRefusedThoughTheKeySignedIt() {
        SignedNote note = new Checkpoint("bf.aes.internal/evidence/journal", 1, Vectors.root(1))
                .signedBy(SampleLog.signer(Vectors.log(), "log"));

        assertThatThrownBy(
                        () -> CheckpointPolicy.of(Vectors.log(), List.of(), 0).verify(note))
                .isInstanceOfSatisfying(
                        RefusedNoteException.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(NoteRefusal.OTHER_LOG));
    }

    @Test
    void theProofOfOneEntryIsNoneForAnother() {
        TlogProof proof = TlogProof.parse(Vectors.bytes("Proof"));

        assertThatThrownBy(() -> proof.verify(SampleLog.entry(12_346).leafHash(), Vectors.policy()))
                .isInstanceOfSatisfying(
                        RefusedNoteException.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(NoteRefusal.NOT_INCLUDED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tile/0/067.p/0",
                "tile/0/067.p/256",
                "tile/0/067.p/01",
                "tile/0/67",
                "tile/0/x000/067",
                "tile/8/000",
                "tile/7/001",
                "tile/00/000",
                "/tile/0/000",
                "tile/data/000",
                "tile/0/x999/x999/x999/x999/x999/999"
            })
    void whatIsNoPathIsRefused(String path) {
        assertThatThrownBy(() -> TilePath.parse(path)).isInstanceOf(MalformedLogException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "origin\n01\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
                "origin\n+1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
                "origin\n9223372036854775808\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
                "origin\n1\nAAAA\n",
                "origin\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "origin\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n\n",
                "\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
                "origin\n1\n"
            })
    void whatIsNoCheckpointIsRefused(String text) {
        assertThatThrownBy(() -> Checkpoint.parse(text)).isInstanceOf(MalformedLogException.class);
    }

    private static SignedNote parse(String note) {
        return SignedNote.parse(note.getBytes(StandardCharsets.UTF_8));
    }
}
