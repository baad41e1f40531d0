package org.liptako.node.console;

/** A piece of a question's sentence: words, and the blank after them; the last piece has none. */
public record SentencePart(String text, BlankField blank) {
    /** Whether a blank follows the words. */
    public boolean open() {
        return !blank.name().isEmpty();
    }
}
