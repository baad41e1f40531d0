package org.liptako.node.config;

import java.time.Duration;

/**
 * What the node keeps of the questions it was asked.
 *
 * @param keptFor how long it remembers who asked what
 */
public record InquiryConfig(Duration keptFor) {
    /** A shorter time would let a question be forgotten before anybody has looked who asked it. */
    public static final Duration LEAST = Duration.ofDays(30);

    /** Five years: a choice, not a rule of law; a State that has such a rule sets it. */
    public static final InquiryConfig USUAL = new InquiryConfig(Duration.ofDays(1_827));
}
