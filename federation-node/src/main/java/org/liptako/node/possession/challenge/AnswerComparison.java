package org.liptako.node.possession.challenge;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.liptako.node.journal.event.ChallengeAnswer;
import org.liptako.node.journal.event.SaidChunk;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.evidence.InclusionProof;

/**
 * An answer held against the right one.
 *
 * @param drawn the chunks' numbers
 * @param expected the right digest of each
 */
record AnswerComparison(BitSet drawn, List<Optional<Digest>> expected, HolderAnswer.Given given) {
    /** One is enough to show that an answer was wrong; a few more show how. */
    private static final int MOST_SAID = 3;

    /** The chunks that were not answered rightly: all of them where another number of digests came. */
    List<Integer> wrong() {
        return places().stream()
                .filter(place -> !isRight(place))
                .map(this::chunk)
                .toList();
    }

    /** What the holder has signed; of a wrong answer all that a third needs to see that it was signed, and what it says of the first wrong chunks. */
    ChallengeAnswer answer() {
        Digest digest = Digest.over(given.signed().payload());
        List<Integer> wrong = places().stream().filter(place -> !isRight(place)).toList();
        if (wrong.isEmpty()) {
            return new ChallengeAnswer(digest, null, List.of());
        }
        List<Digest> leaves = AnswerStatement.leaves(given.digests());
        return new ChallengeAnswer(
                digest,
                given.signed(),
                wrong.stream()
                        .filter(place -> place < leaves.size())
                        .limit(MOST_SAID)
                        .map(place -> new SaidChunk(
                                chunk(place),
                                given.digests().get(place),
                                InclusionProof.of(leaves, place).path()))
                        .toList());
    }

    private boolean isRight(int place) {
        return given.digests().size() == expected.size()
                && expected.get(place).equals(Optional.of(given.digests().get(place)));
    }

    private List<Integer> places() {
        List<Integer> places = new ArrayList<>(expected.size());
        for (int place = 0; place < expected.size(); place++) {
            places.add(place);
        }
        return places;
    }

    private int chunk(int place) {
        return drawn.stream().skip(place).findFirst().orElseThrow();
    }
}
