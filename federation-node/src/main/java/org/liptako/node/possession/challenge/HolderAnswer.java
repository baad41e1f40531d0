package org.liptako.node.possession.challenge;

import java.time.Duration;
import java.util.List;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.signature.SignedStatement;

/** What came back from a holder. */
sealed interface HolderAnswer {
    /** An answer in time, right or not, that the holder has signed; a digest for each chunk that was drawn, unless the holder sent another number. */
    record Given(List<Digest> digests, SignedStatement signed, Duration took) implements HolderAnswer {}

    /** Its node can be reached, and has not answered in time. */
    record Late(Duration took) implements HolderAnswer {}

    /** Its node says that it does not answer, or not now; or ends this call alone as if it could not be reached. */
    record Declined(ErrorCode code, Sentence why, Duration took) implements HolderAnswer {}

    /** There is no connection to its node, or none that can be trusted: nothing is known of the copy. */
    record Silent(Sentence why) implements HolderAnswer {}

    /** Its node says that it knows nothing of challenges: true of one of before; of one that was challenged already, it is a way to decline. */
    record NotUnderstood(Declined declined) implements HolderAnswer {}
}
