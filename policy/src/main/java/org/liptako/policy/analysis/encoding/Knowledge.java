package org.liptako.policy.analysis.encoding;

/** Over which documents a question is asked. */
public enum Knowledge {
    /** Those that say every fact: section 7. */
    EVERY_FACT,
    /** All documents, whatever facts they leave out. */
    ANY_FACTS
}
