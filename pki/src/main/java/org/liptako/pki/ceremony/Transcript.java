package org.liptako.pki.ceremony;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.quorum.QuorumRule;

/** A transcript that was read back. */
public final class Transcript {
    static final String TITLE = "Liptako ceremony transcript 1";
    static final String WITNESSES = "Témoins / Witnesses: ";
    static final String INPUT = "   entrée / input: ";
    static final String OUTPUT = "   sortie / output: ";

    private static final int MAX_BYTES = 1024 * 1024;
    private static final int MOST_WITNESSES = QuorumRule.MOST_PEOPLE;
    private static final Pattern FILE = Pattern.compile("   (?:entrée / input|sortie / output): ([0-9a-f]{64}) (.+)");
    private static final Pattern PRESENT = Pattern.compile(Pattern.quote(WITNESSES) + "([1-9][0-9]?)");

    /** One file of a ceremony. */
    public record Entry(String file, Digest digest) {}

    private final byte[] bytes;
    private final int witnesses;
    private final List<Entry> files;

    private Transcript(byte[] bytes, int witnesses, List<Entry> files) {
        this.bytes = bytes;
        this.witnesses = witnesses;
        this.files = List.copyOf(files);
    }

    /**
     * Reads a transcript.
     *
     * @throws CeremonyException if the file is none
     */
    public static Transcript read(Path file) {
        byte[] bytes = bytes(file);
        List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
        if (lines.isEmpty() || !lines.getFirst().equals(TITLE)) {
            throw new CeremonyException(
                    file + " n'est pas le procès-verbal d'une cérémonie : donnez celui qu'elle a écrit.",
                    file + " is not the transcript of a ceremony: give the one that it wrote.");
        }
        int witnesses = 0;
        List<Entry> files = new ArrayList<>();
        for (String line : lines) {
            Matcher entry = FILE.matcher(line);
            Matcher present = PRESENT.matcher(line);
            if (entry.matches()) {
                files.add(new Entry(entry.group(2), Digest.ofHex(entry.group(1))));
            } else if (present.matches()) {
                witnesses = Integer.parseInt(present.group(1));
            }
        }
        if (witnesses == 0 || witnesses > MOST_WITNESSES) {
            throw new CeremonyException(
                    file + " ne dit aucun nombre de témoins de 1 à " + MOST_WITNESSES
                            + " : il a été changé, prenez l'original.",
                    file + " tells no number of witnesses from 1 to " + MOST_WITNESSES
                            + ": it was changed, take the original.");
        }
        return new Transcript(bytes, witnesses, files);
    }

    /** What the witnesses sign. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** How many were present. */
    public int witnesses() {
        return witnesses;
    }

    /** The digest that was read aloud. */
    public Digest digest() {
        return Digest.over(bytes);
    }

    /** Files that are missing, or are not what they were; told relative to a directory. */
    public List<String> changed(Path directory) {
        return files.stream()
                .filter(entry -> !isSame(entry, directory.resolve(entry.file())))
                .map(Entry::file)
                .distinct()
                .toList();
    }

    private static boolean isSame(Entry entry, Path file) {
        try {
            // A device has no size and no end.
            return Files.isRegularFile(file)
                    && Files.size(file) <= ActPerformer.MAX_DOCUMENT_BYTES
                    && Digest.over(Files.readAllBytes(file)).equals(entry.digest());
        } catch (IOException missing) {
            return false;
        }
    }

    private static byte[] bytes(Path file) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new CeremonyException(
                        file + " a plus de " + MAX_BYTES + " octets : donnez le procès-verbal d'une cérémonie.",
                        file + " has more than " + MAX_BYTES + " bytes: give the transcript of a ceremony.");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new CeremonyException(
                    file + " ne peut être lu : le chemin est-il juste ?",
                    file + " cannot be read: is the path right?",
                    e);
        }
    }
}
