package org.liptako.pki.ceremony;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.State;
import org.liptako.pki.quorum.QuorumOutcome;
import org.liptako.pki.quorum.QuorumRule;
import org.liptako.pki.quorum.QuorumVerifier;
import org.liptako.pki.quorum.SigningPeriod;

/**
 * Whether a transcript is its witnesses', and its files are still what they were.
 *
 * @param outcome whether as many distinct people of the role signed as the transcript names witnesses
 * @param changed files that are missing or changed
 */
public record TranscriptCheck(QuorumOutcome outcome, List<String> changed) {
    public TranscriptCheck {
        changed = List.copyOf(changed);
    }

    /** Checks a transcript against its signatures and the files in a directory. */
    public static TranscriptCheck of(
            Transcript transcript, byte[] signatures, Path directory, QuorumVerifier verifier, Instant now) {
        QuorumRule rule = new QuorumRule(Role.ADMINISTRATOR, Set.of(State.values()), transcript.witnesses(), 1);
        return new TranscriptCheck(
                verifier.verify(transcript.bytes(), signatures, rule, SigningPeriod.until(now)),
                transcript.changed(directory));
    }

    /** Whether all of it holds. */
    public boolean holds() {
        return outcome.isReached() && changed.isEmpty();
    }
}
