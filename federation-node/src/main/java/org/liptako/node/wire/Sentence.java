package org.liptako.node.wire;

/** One sentence in the two languages that people read here; neither is ever empty. */
public record Sentence(String fr, String en) {

    public Sentence {
        if (fr.isBlank() || en.isBlank()) {
            throw new IllegalArgumentException("A sentence needs both its French and its English text.");
        }
    }

    /** Both languages on one line, French first: for logs and status descriptions. */
    @Override
    public String toString() {
        return fr + " / " + en;
    }
}
