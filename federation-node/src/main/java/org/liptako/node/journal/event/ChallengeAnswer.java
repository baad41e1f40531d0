package org.liptako.node.journal.event;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.signature.SignedStatement;

/**
 * What the holder's node has answered to a challenge, as it signed it.
 *
 * @param digest SHA-256 of the payload that was signed
 * @param statement the answer that was signed, with the signer's chain; null where it was right
 * @param said what it says of the first wrong chunks
 */
public record ChallengeAnswer(Digest digest, @Nullable SignedStatement statement, List<SaidChunk> said) {
    public ChallengeAnswer {
        said = List.copyOf(said);
    }
}
