package org.liptako.node.rulebook.reading;

/** Words that follow each other, all of them changed or none. */
public record Run(String words, boolean changed) {}
