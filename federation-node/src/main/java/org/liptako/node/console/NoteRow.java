package org.liptako.node.console;

/** Something that is told beside a copy; its tone is {@code good}, {@code bad} or {@code open}. */
public record NoteRow(String words, String tone) {}
