package org.liptako.node.config;

import org.jspecify.annotations.Nullable;

/**
 * How the State's journal is signed, witnessed and published.
 *
 * @param evidence the evidence key and its certificate; null = this node signs no checkpoints
 * @param witnesses how many other States must have cosigned what this State tells another
 * @param publication where it lies as files
 */
public record JournalConfig(@Nullable EvidenceConfig evidence, int witnesses, PublicationConfig publication) {
    /** With one State cut off for days the other two go on: each is the other's witness. */
    public static final int WITNESSES = 1;

    /** One that is published nowhere. */
    public JournalConfig(@Nullable EvidenceConfig evidence, int witnesses) {
        this(evidence, witnesses, PublicationConfig.NONE);
    }
}
