package org.liptako.node.possession.challenge;

import org.liptako.node.journal.event.CopyChallenged;
import org.liptako.node.wire.Sentence;

/** How a challenge has ended. */
public sealed interface ChallengeEnd {
    /** With a result, which is journaled. */
    record Shown(CopyChallenged result) implements ChallengeEnd {}

    /** The holder's State is cut off: that is journaled of the site, once, and nothing is concluded of the copy. */
    record Unreachable(Sentence why) implements ChallengeEnd {}

    /** The holder has asked for time, and has it. */
    record PutOff(Sentence why) implements ChallengeEnd {}

    /** Nothing was asked, for a reason on this side. */
    record NotAsked(Sentence why) implements ChallengeEnd {}
}
