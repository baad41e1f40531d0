package org.liptako.pki.tlog;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A text and the signatures under it (C2SP signed-note, "Format"); nothing of it is believed before
 * {@link CheckpointPolicy} or {@link NoteVerifier} says so.
 *
 * @param text ends in a line feed
 * @param signatures at least one, at most {@value #MOST_SIGNATURES}, in the note's order
 */
public record SignedNote(String text, List<NoteSignature> signatures) {
    /** The longest note that is read, in bytes. */
    public static final int MOST_BYTES = 1_000_000;

    public static final int MOST_SIGNATURES = 64;

    /** @throws MalformedLogException if the text does not end in a line feed, or there are too few or many signatures */
    public SignedNote {
        signatures = List.copyOf(signatures);
        LogText.checkCharacters(text);
        if (!text.endsWith("\n")) {
            throw new MalformedLogException(
                    "Le texte d'une note finit par un saut de ligne.", "The text of a note ends in a line feed.");
        }
        if (signatures.isEmpty() || signatures.size() > MOST_SIGNATURES) {
            throw new MalformedLogException(
                    "Une note a de 1 à " + MOST_SIGNATURES + " signatures.",
                    "A note has 1 to " + MOST_SIGNATURES + " signatures.");
        }
    }

    /**
     * The note of these bytes.
     *
     * @throws MalformedLogException if they are none
     */
    public static SignedNote parse(byte[] bytes) {
        String note = LogText.decode(bytes, MOST_BYTES);
        // The text may hold empty lines: the last one ends it.
        int end = note.lastIndexOf("\n\n");
        if (end < 0 || !note.endsWith("\n")) {
            throw new MalformedLogException(
                    "Une note est un texte, une ligne vide et des lignes de signature, la dernière terminée elle aussi.",
                    "A note is a text, an empty line and signature lines, the last one ended too.");
        }
        return new SignedNote(note.substring(0, end + 1), linesOf(note.substring(end + 2)));
    }

    /**
     * The signature lines that a witness answers with (C2SP tlog-witness, "add-checkpoint").
     *
     * @throws MalformedLogException if they are none, or too many
     */
    public static List<NoteSignature> linesOf(String lines) {
        List<NoteSignature> signatures = new ArrayList<>();
        int start = 0;
        while (start < lines.length()) {
            int end = lines.indexOf('\n', start);
            if (end < 0 || signatures.size() == MOST_SIGNATURES) {
                throw new MalformedLogException(
                        "Les lignes de signature finissent par un saut de ligne, et il y en a au plus "
                                + MOST_SIGNATURES + ".",
                        "Signature lines end in a line feed, and there are at most " + MOST_SIGNATURES + ".");
            }
            signatures.add(NoteSignature.parse(lines.substring(start, end)));
            start = end + 1;
        }
        return signatures;
    }

    /** The same note with more signatures; one that it has already is not added again. */
    public SignedNote with(List<NoteSignature> more) {
        Set<NoteSignature> all = new LinkedHashSet<>(signatures);
        all.addAll(more);
        return new SignedNote(text, List.copyOf(all));
    }

    /** The note as it is stored and sent. */
    public byte[] toBytes() {
        return toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        StringBuilder note = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> note.append(signature.line()).append('\n'));
        return note.toString();
    }
}
