package org.liptako.node.wire;

/** {@link Sentence} as the protocol writes it. */
public final class SentenceMessages {
    private SentenceMessages() {}

    public static org.liptako.federation.v1.Sentence toMessage(Sentence sentence) {
        return org.liptako.federation.v1.Sentence.newBuilder()
                .setFr(sentence.fr())
                .setEn(sentence.en())
                .build();
    }
}
