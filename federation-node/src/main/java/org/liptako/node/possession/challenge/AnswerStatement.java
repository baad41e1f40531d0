package org.liptako.node.possession.challenge;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;
import java.util.List;
import org.liptako.node.journal.event.JournalJson;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.evidence.MerkleHash;
import org.liptako.pki.evidence.MerkleTree;

/**
 * A holder's word on what it has answered: its node signs it, in the context {@link #CONTEXT}, so that a challenger can show a third whose answer was wrong.
 *
 * @param draw by which the chunks are drawn, see {@link ChallengeDraw#seed}: it names copy, site, challenger and number
 * @param key of this asking, hexadecimal
 * @param chunks how many digests were given
 * @param root of the tree (RFC 6962) over the digests, in the order of the chunks
 */
record AnswerStatement(String format, Digest draw, String key, int chunks, Digest root) {
    static final String CONTEXT = "possession-answer";

    private static final String FORMAT = "liptako-possession-answer/v1";

    static AnswerStatement of(ChallengeQuestion question, List<Digest> given) {
        return new AnswerStatement(
                FORMAT,
                question.draw().seed(),
                HexFormat.of().formatHex(question.key()),
                given.size(),
                MerkleTree.rootOf(leaves(given)));
    }

    static List<Digest> leaves(List<Digest> given) {
        return given.stream().map(digest -> MerkleHash.leaf(digest.toBytes())).toList();
    }

    byte[] toJson() {
        return JournalJson.write(this).getBytes(UTF_8);
    }
}
