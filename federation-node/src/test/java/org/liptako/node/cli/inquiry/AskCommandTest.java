package org.liptako.node.cli.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.liptako.inquiry.v1.AskRequest;
import org.liptako.inquiry.v1.Blank;
import org.liptako.node.cli.CommandFailure;

class AskCommandTest {
    private static final AskRequest KEPT = AskRequest.newBuilder()
            .setQuestion("abroad")
            .addBlanks(Blank.newBuilder().setName("state").setValue("ML"))
            .addBlanks(Blank.newBuilder().setName("status").setValue("SEALED"))
            .build();

    @Test
    void whatIsFilledInReplacesWhatWasKeptFromTheFirstWordOn() {
        assertThat(AskCommand.filled(KEPT, "state=BF", Map.of("on", "2026-03-01T00:00:00Z")))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("state", "BF", "status", "SEALED", "on", "2026-03-01T00:00:00Z"));
        assertThat(AskCommand.filled(KEPT, null, Map.of())).containsEntry("state", "ML");
    }

    @Test
    void aQuestionThatIsNamedTwiceIsRefused() {
        assertThatThrownBy(() -> AskCommand.filled(KEPT, "refusals", Map.of()))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("--saved")
                .hasMessageContaining("refusals");
    }
}
