package org.liptako.node.journal.event;

import java.util.List;
import org.liptako.pki.evidence.Digest;

/**
 * What a signed answer to a challenge says of one chunk.
 *
 * @param chunk its number in the version
 * @param said the keyed digest that was given; zeros from a holder that says itself that the chunk is lost
 * @param path from its leaf to the signed root: RFC 6962, its index the chunk's place among those that were drawn
 */
public record SaidChunk(int chunk, Digest said, List<Digest> path) {
    public SaidChunk {
        path = List.copyOf(path);
    }
}
