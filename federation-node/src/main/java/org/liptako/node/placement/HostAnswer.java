package org.liptako.node.placement;

import java.util.Optional;
import org.liptako.node.identity.StateDistrust;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.signature.SignedStatement;

/** What came back from another State's node. */
sealed interface HostAnswer {
    /** It answered. */
    record Said(SignedStatement statement) implements HostAnswer {}

    /** It was not asked: nothing that its State's CAs stand for is believed here. */
    record Distrusted(StateDistrust why) implements HostAnswer {}

    /** It did not answer, or could not for now; the call may be repeated. */
    record Silent(String why) implements HostAnswer {}

    /** What binds two States is awaited, here or there: a newer trust state, a witness of the journal, a journal that was restored. It passes. */
    record NotYet(Sentence words) implements HostAnswer {}

    /**
     * It refused the call, and will again.
     *
     * @param code why, if it said so in a word that is known here
     */
    record Declined(Optional<ErrorCode> code, Sentence words) implements HostAnswer {}
}
