package org.liptako.node.exchange.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import org.junit.jupiter.api.Test;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.ErrorTrailer;
import org.liptako.node.wire.Failure;
import org.liptako.pki.name.State;

class TransferBreakTest {
    @Test
    void whatAPeerSaysIsShortAndMovesNoTerminal() {
        String said = "NOT_READY: \u001b[2J\u202eplus tard\n / \u009blater" + "x".repeat(5_000);

        TransferBreak broken = TransferBreak.of(
                State.ML,
                Status.FAILED_PRECONDITION
                        .withDescription(said)
                        .asRuntimeException(ErrorTrailer.of(ErrorCode.NOT_READY)));

        assertThat(broken.reason().fr()).contains("plus tard").doesNotContainPattern("\\p{C}");
        assertThat(broken.reason().en()).contains("later").doesNotContainPattern("\\p{C}");
        assertThat(broken.reason().en()).hasSizeLessThan(1_000);
        assertThat(broken.isFinal()).isFalse();
    }

    @Test
    void anOwnTrustStateThatIsTooOldIsToldInItsOwnWordsAndMayPass() {
        Failure own = Failure.of(ErrorCode.TRUST_TOO_OLD, "trop ancien", "too old");

        TransferBreak broken = TransferBreak.of(
                State.ML, Status.FAILED_PRECONDITION.withCause(own).asRuntimeException(ErrorTrailer.of(own.code())));

        assertThat(broken.reason()).isEqualTo(own.sentence());
        assertThat(broken.isFinal()).isFalse();
    }
}
