package org.liptako.node.registry;

import org.liptako.node.journal.event.CopyChallenged;

/** What a State's last challenge of a copy has shown. */
public record ChallengeStatement(CopyChallenged result, Source source) {
    static ChallengeStatement of(Stated<CopyChallenged> stated) {
        return new ChallengeStatement(stated.value(), stated.source());
    }

    /** Whether it is about this copy, in the version that lies there. */
    boolean concerns(ReplicaStatement copy) {
        return copy.dataset().equals(result.dataset())
                && copy.site().equals(result.site())
                && result.versionRoot().equals(copy.state().versionRoot())
                && copy.state().status().isThere();
    }
}
