package org.liptako.pki.tlog;

import java.util.ArrayList;
import java.util.List;
import org.liptako.pki.evidence.Digest;

/**
 * A log's size and root, as it signs them (C2SP tlog-checkpoint, "Note text").
 *
 * @param origin which log: one line, not empty
 * @param size how many entries it has
 * @param root the Merkle root over them (RFC 6962 section 2.1)
 * @param extensions further lines, not empty ones; kept, never interpreted
 */
public record Checkpoint(String origin, long size, Digest root, List<String> extensions) {
    private static final int LEAST_LINES = 3;
    private static final int MOST_LINES = 64;

    /** @throws MalformedLogException if it could not be written as a checkpoint */
    public Checkpoint {
        extensions = List.copyOf(extensions);
        checkLine(origin);
        extensions.forEach(Checkpoint::checkLine);
        if (size < 0 || extensions.size() > MOST_LINES - LEAST_LINES) {
            throw new MalformedLogException(
                    "Un journal n'a pas moins de 0 entrée, ni un point de contrôle plus de " + MOST_LINES + " lignes.",
                    "A log has no fewer than 0 entries, and a checkpoint no more than " + MOST_LINES + " lines.");
        }
    }

    public Checkpoint(String origin, long size, Digest root) {
        this(origin, size, root, List.of());
    }

    /**
     * The checkpoint that is this text.
     *
     * @throws MalformedLogException if the text is none, to the letter
     */
    public static Checkpoint parse(String text) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            if (end < 0 || lines.size() == MOST_LINES) {
                throw new MalformedLogException(
                        "Les lignes d'un point de contrôle finissent par un saut de ligne, et il y en a au plus "
                                + MOST_LINES + ".",
                        "Lines of a checkpoint end in a line feed, and there are at most " + MOST_LINES + ".");
            }
            lines.add(text.substring(start, end));
            start = end + 1;
        }
        if (lines.size() < LEAST_LINES) {
            throw new MalformedLogException(
                    "Un point de contrôle a une ligne pour son origine, une pour sa taille, une pour sa racine.",
                    "A checkpoint has a line each for its origin, size and root.");
        }
        return new Checkpoint(
                lines.get(0),
                LogText.decimal(lines.get(1)),
                LogText.digest(lines.get(2)),
                lines.subList(LEAST_LINES, lines.size()));
    }

    /** What is signed. */
    public String text() {
        StringBuilder text = new StringBuilder(origin)
                .append('\n')
                .append(size)
                .append('\n')
                .append(LogText.base64(root))
                .append('\n');
        extensions.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    /** The checkpoint with this signer's signature. */
    public SignedNote signedBy(NoteSigner signer) {
        return new SignedNote(text(), List.of(signer.sign(this)));
    }

    private static void checkLine(String line) {
        LogText.checkCharacters(line);
        if (line.isEmpty() || line.indexOf('\n') >= 0) {
            throw new MalformedLogException(
                    "Une ligne d'un point de contrôle n'est pas vide, et n'en fait qu'une.",
                    "A line of a checkpoint is not empty, and is one line.");
        }
    }
}
