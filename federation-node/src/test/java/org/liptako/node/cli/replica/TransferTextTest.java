package org.liptako.node.cli.replica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.liptako.exchange.v1.Transfer;
import org.liptako.exchange.v1.TransferHolder;
import org.liptako.exchange.v1.TransferPriority;
import org.liptako.exchange.v1.TransferStatus;
import org.liptako.federation.v1.Sentence;
import org.liptako.node.cli.Language;
import org.liptako.node.cli.Screen;

class TransferTextTest {
    private static final String GRANT = "ML-0123456789abcdef0123456789abcdef";
    private static final Transfer RUNNING = Transfer.newBuilder()
            .setGrant(GRANT)
            .setDataset("ML-DS-008")
            .setSourceState("ML")
            .setTargetSite("BF-OUA-1")
            .setStatus(TransferStatus.TRANSFER_STATUS_RUNNING)
            .setPriority(TransferPriority.TRANSFER_PRIORITY_HIGH)
            .setBytes(4L << 30)
            .setBytesDurable(1L << 30)
            .setRate(10_000_000)
            .setAttempts(3)
            .setBytesTwice(5 << 20)
            .build();

    @Test
    void aTransferThatRunsSaysHowFarHowFastHowOftenResumedAndWhatCameTwice() {
        assertThat(printed(RUNNING, Language.ENGLISH))
                .contains("RUNNING  ML-DS-008  ML → BF-OUA-1  high", GRANT + System.lineSeparator())
                .contains("25 %, 1.0 GiB of 4.0 GiB, 80.0 Mbit/s", "resumed 2 times", "5.0 MiB received twice");
        assertThat(printed(RUNNING, Language.FRENCH))
                .contains("EN COURS  ML-DS-008  ML → BF-OUA-1  haute")
                .contains("25 %, 1,0 Gio sur 4,0 Gio, 80,0 Mbit/s", "repris 2 fois", "5,0 Mio reçus deux fois");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void oneThatWaitsSaysForWhatAndWhatToDoInLinesOfEightyLetters(Language language) {
        Transfer waiting = RUNNING.toBuilder()
                .setStatus(TransferStatus.TRANSFER_STATUS_WAITING)
                .setStatusReason(
                        Sentence.newBuilder()
                                .setFr(
                                        "La source (Mali) ne répond pas ; le transfert reprendra de lui-même dès qu'elle répondra.")
                                .setEn(
                                        "The source (Mali) does not answer; the transfer goes on by itself as soon as it answers."))
                .setWhatToDo(Sentence.newBuilder()
                        .setFr("Vérifiez la liaison, le pare-feu et que le nœud de la source tourne, puis patientez.")
                        .setEn("Check the link, the firewall, and that the node of the source runs, and then wait."))
                .build();

        String printed = printed(waiting, language);

        assertThat(printed).contains("Mali", language.choose("→ Vérifiez", "→ Check"));
        assertThat(printed.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
    }

    @Test
    void aSizeThatIsNotKnownIsNotZero() {
        Transfer unknown =
                RUNNING.toBuilder().setBytes(0).setBytesDurable(0).setRate(0).build();

        assertThat(printed(unknown, Language.ENGLISH))
                .contains("size not known yet")
                .doesNotContain("0 %");
        assertThat(printed(unknown.toBuilder().setBytesLeft(3L << 20).build(), Language.ENGLISH))
                .contains("announced size 3.0 MiB");
    }

    @Test
    void whoeverBringsBesideTheSourceIsNamedWithWhatItBroughtAndWhoIsLeftAlone() {
        TransferHolder source =
                TransferHolder.newBuilder().setState("ML").setBytes(768L << 20).build();
        TransferHolder other = TransferHolder.newBuilder()
                .setState("NE")
                .setBytes(256L << 20)
                .setWrongChunks(4)
                .setLeftAlone(true)
                .build();

        Transfer shared =
                RUNNING.toBuilder().addHolders(source).addHolders(other).build();
        assertThat(printed(shared, Language.ENGLISH))
                .contains("  brought by ML 768.0 MiB, NE 256.0 MiB (wrong chunks: 4, left alone)");
        assertThat(printed(shared, Language.FRENCH))
                .contains("  apporté par ML 768,0 Mio, NE 256,0 Mio (blocs faux : 4, laissé de côté)");
        assertThat(printed(RUNNING.toBuilder().addHolders(source).build(), Language.ENGLISH))
                .doesNotContain("brought by");
    }

    @Test
    void prioritiesAreReadInBothLanguages() {
        assertThat(PriorityWord.of("urgente")).isEqualTo(PriorityWord.URGENT);
        assertThat(PriorityWord.of("LOW")).isEqualTo(PriorityWord.LOW);
        assertThatThrownBy(() -> PriorityWord.of("soon")).isInstanceOf(IllegalArgumentException.class);
    }

    private static String printed(Transfer transfer, Language language) {
        var out = new StringWriter();
        TransferText.print(transfer, new Screen(new PrintWriter(out), new PrintWriter(new StringWriter()), language));
        return out.toString();
    }
}
