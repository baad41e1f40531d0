package org.liptako.node.rulebook;

import java.util.List;
import org.liptako.pki.evidence.Digest;
import org.liptako.policy.rules.SourceFile;

/**
 * An edition as it travels: its document, the signatures over it, and its files. None of it is believed until {@link EditionJudge} has accepted it.
 *
 * <p>Immutable as long as whoever made it leaves its bytes alone.
 */
final class SignedEdition {
    private final byte[] content;
    private final byte[] signatures;
    private final List<SourceFile> files;

    SignedEdition(byte[] content, byte[] signatures, List<SourceFile> files) {
        this.content = content;
        this.signatures = signatures;
        this.files = List.copyOf(files);
    }

    byte[] content() {
        return content;
    }

    byte[] signatures() {
        return signatures;
    }

    List<SourceFile> files() {
        return files;
    }

    /** What the next edition names, in lower-case hex. The signatures are no part of it: more may be added. */
    String digest() {
        return Digest.over(content).hex();
    }
}
