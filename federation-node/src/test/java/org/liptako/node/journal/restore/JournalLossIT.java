package org.liptako.node.journal.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.liptako.node.journal.event.JournalLoss;

/** What nobody has kept is declared, and nothing that somebody may have. */
class JournalLossIT extends RestoreTrial {
    @Test
    void whatNobodyHasKeptIsDeclared() {
        Mali restored = before.backup();
        heard(before.with("d", "e"), burkina);
        before.with("f", "g").restore.remember();

        restored.restore.begin();
        assertThat(restored.restore.look()).isTrue();

        assertThat(restored.events(5)).singleElement().isInstanceOfSatisfying(JournalLoss.class, loss -> {
            assertThat(loss.first()).isEqualTo(5);
            assertThat(loss.end()).isEqualTo(7);
            assertThat(loss.part()).isEqualTo(JournalLoss.Part.ENTRY);
        });
        restored.with("h");
        burkina.hear(restored);
        Mali again = restored.backup();
        again.restore.begin();
        assertThat(again.why()).isEmpty();
    }

    @Test
    void nothingIsGivenUpWhileAPeerThatMayHaveItIsSilent() {
        Mali restored = before.backup();
        heard(before.with("d", "e"), burkina);
        niger.hear(before.with("f"));
        before.restore.remember();
        niger.answering = false;

        restored.restore.begin();
        assertThat(restored.restore.look()).isFalse();
        assertThat(restored.why()).contains("entry 5 is missing, and no answer that can be believed comes from Niger");

        niger.answering = true;
        assertThat(restored.restore.look()).isTrue();
        assertThat(restored.journal.chain()).isEqualTo(before.journal.chain());
    }

    @Test
    void aPayloadThatDoesNotComeBackIsDeclared() {
        Mali restored = before.backup();
        burkina.withholding = true;
        heard(before.with("d", "e"), burkina);

        restored.restore.begin();
        assertThat(restored.restore.look()).isTrue();

        assertThat(restored.journal.chain().length()).isEqualTo(6);
        assertThat(restored.events(3))
                .singleElement()
                .isInstanceOfSatisfying(
                        JournalLoss.class, loss -> assertThat(loss.part()).isEqualTo(JournalLoss.Part.PAYLOAD));
    }

    @Test
    void aPayloadThatDidNotComeBackAtAnEarlierLookIsDeclaredToo() {
        Mali restored = before.backup();
        burkina.withholding = true;
        heard(before.with("d", "e"), burkina);
        niger.hear(before.with("f"));
        before.restore.remember();
        niger.answering = false;

        restored.restore.begin();
        assertThat(restored.restore.look()).isFalse();
        niger.answering = true;
        assertThat(restored.restore.look()).isTrue();

        assertThat(restored.journal.chain().length()).isEqualTo(7);
        assertThat(restored.events(6)).singleElement().isInstanceOfSatisfying(JournalLoss.class, loss -> {
            assertThat(loss.first()).isEqualTo(3);
            assertThat(loss.end()).isEqualTo(5);
            assertThat(loss.part()).isEqualTo(JournalLoss.Part.PAYLOAD);
        });
    }

    @Test
    void aLossIsDeclaredBeforeTheMarkIsLowered() throws IOException {
        Mali restored = before.backup();
        before.with("d", "e").restore.remember();
        Path inTheWay = directory.resolve("data").resolve("mark.new");
        Files.createDirectory(inTheWay);

        restored.restore.begin();
        assertThatThrownBy(restored.restore::look).isInstanceOf(UncheckedIOException.class);
        assertThat(restored.why()).contains("out of 5 signed");
        assertThatThrownBy(restored.restore::look).isInstanceOf(UncheckedIOException.class);
        Files.delete(inTheWay);
        assertThat(restored.restore.look()).isTrue();

        assertThat(restored.events(3)).singleElement().isInstanceOfSatisfying(JournalLoss.class, loss -> {
            assertThat(loss.first()).isEqualTo(3);
            assertThat(loss.end()).isEqualTo(5);
        });
    }
}
