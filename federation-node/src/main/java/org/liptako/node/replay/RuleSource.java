package org.liptako.node.replay;

import java.util.List;
import java.util.Optional;
import org.liptako.pki.evidence.Digest;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.rules.SourceFile;

/** Where rules of old come from: a node, or a directory. What it gives is not believed but checked against the digest. */
@FunctionalInterface
public interface RuleSource {
    /** A jurisdiction's files under the digest over them, none in the list for one that had no rules; empty if there are none of that digest. */
    Optional<List<SourceFile>> files(Jurisdiction jurisdiction, Digest digest);

    /** The file of a version of the vocabulary that came after the first; empty if there is none of that digest. */
    default Optional<byte[]> vocabulary(Digest digest) {
        return Optional.empty();
    }
}
