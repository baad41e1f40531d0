package org.liptako.node.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusException;
import io.grpc.StatusRuntimeException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeerFailureTest {
    @Test
    void keepsThePeersCodeAndItsWordsInBothLanguages() {
        Failure failure = PeerFailure.of("BF", said("NOT_KNOWN: Pas de site. / No site.", "NOT_KNOWN"));

        assertThat(failure.code()).isEqualTo(ErrorCode.NOT_KNOWN);
        assertThat(failure.sentence().fr()).isEqualTo("Le nœud de BF n'a pas donné suite : Pas de site.");
        assertThat(failure.sentence().en()).isEqualTo("The node of BF did not do it: No site.");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "   ", " / ", "  / x", "NOT_KNOWN: ", "NOT_KNOWN:  / ", "one language"})
    void thereAreWordsWhateverThePeerSays(@Nullable String description) {
        Sentence words = PeerFailure.words(said(description, "NOT_KNOWN"));

        assertThat(words.fr()).isNotBlank();
        assertThat(words.en()).isNotBlank();
    }

    @Test
    void aPeersWordsAreShortAndMoveNoTerminal() {
        Sentence words = PeerFailure.words(said("\u001b[2J\r\n\u202e" + "x".repeat(100_000), null));

        assertThat(words.en()).startsWith("?[2J???xxx").hasSizeLessThan(1000);
    }

    /** A status writes out its cause, trace and all. */
    @Test
    void theEndOfAStreamIsOneLineWhateverCausedIt() {
        Failure cause = Failure.of(ErrorCode.PEER_UNTRUSTED, "Révoquée.", "Revoked.");
        StatusException ended = Status.UNAUTHENTICATED
                .withDescription(cause.getMessage())
                .withCause(cause)
                .asException(ErrorTrailer.of(ErrorCode.PEER_UNTRUSTED));

        assertThat(PeerFailure.words(ended)).isEqualTo(new Sentence("Révoquée.", "Revoked."));
    }

    private static StatusRuntimeException said(@Nullable String description, @Nullable String code) {
        Metadata trailers = new Metadata();
        if (code != null) {
            trailers.put(ErrorTrailer.KEY, code);
        }
        return Status.NOT_FOUND.withDescription(description).asRuntimeException(trailers);
    }
}
