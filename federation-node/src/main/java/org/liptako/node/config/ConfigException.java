package org.liptako.node.config;

import org.liptako.node.wire.Sentence;

/** The configuration cannot be used, so the node does not start. The sentence names the full key and the mend. */
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Sentence sentence;

    public ConfigException(String french, String english) {
        this(new Sentence(french, english));
    }

    private ConfigException(Sentence sentence) {
        super(sentence.toString());
        this.sentence = sentence;
    }

    public Sentence sentence() {
        return sentence;
    }
}
