package org.liptako.node.campaign;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.Printable;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.evidence.Digest;

/**
 * What lies abroad, by the SHA-256 of each file: the lines that {@code sha256sum} writes.
 *
 * @param files by name
 * @param digest SHA-256 over the list itself
 */
record Listing(Map<String, Digest> files, Digest digest) {
    private static final Pattern LINE = Pattern.compile("([0-9a-fA-F]{64}) [ *](?:\\./)?(.+)");
    private static final int MOST_FILES = 1_000_000;
    private static final int LONGEST_LINE = 4_096;
    private static final long MOST_BYTES = 256L << 20;
    private static final int SHOWN = 80;

    Listing {
        files = Map.copyOf(files);
    }

    /**
     * Reads a list. Of a line that is none nothing is told: the name may be that of any file that is published.
     *
     * @param name below the publishing directory
     * @throws Failure INVALID_REQUEST if there is none, or with the line that is none
     */
    static Listing read(Path publishDirectory, String name) throws IOException {
        Path file = inside(publishDirectory, name);
        if (Files.size(file) > MOST_BYTES) {
            throw refused(name, "dépasse 256 Mio", "is more than 256 MiB");
        }
        MessageDigest sha256 = sha256();
        Map<String, Digest> files = new HashMap<>();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), sha256);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, UTF_8.newDecoder()))) {
            int number = 0;
            for (String line = line(lines); line != null; line = line(lines)) {
                number++;
                if (!line.isEmpty()) {
                    add(files, name, number, line);
                }
            }
        } catch (MalformedInputException e) {
            throw refused(name, "n'est pas en UTF-8", "is not UTF-8");
        }
        if (files.isEmpty()) {
            throw refused(name, "ne nomme aucun fichier", "names no file");
        }
        return new Listing(files, Digest.of(sha256.digest()));
    }

    /** The next line, or as much of it as tells that it is too long; null at the end. */
    private static @Nullable String line(BufferedReader lines) throws IOException {
        int read = lines.read();
        if (read < 0) {
            return null;
        }
        StringBuilder line = new StringBuilder();
        while (read >= 0 && read != '\n') {
            if (line.length() <= LONGEST_LINE) {
                line.append((char) read);
            }
            read = lines.read();
        }
        int last = line.length() - 1;
        return last >= 0 && line.charAt(last) == '\r' ? line.substring(0, last) : line.toString();
    }

    private static void add(Map<String, Digest> files, String name, int number, String line) {
        Matcher parts = LINE.matcher(line.length() > LONGEST_LINE ? "" : line);
        if (!parts.matches()) {
            throw refused(
                    name,
                    "ligne " + number
                            + " : attendu une empreinte SHA-256, deux espaces et un nom ; faites-la avec « sha256sum »",
                    "line " + number
                            + ": expected a SHA-256 digest, two spaces and a name; make it with \"sha256sum\"");
        }
        Digest digest = Digest.ofHex(parts.group(1).toLowerCase(Locale.ROOT));
        if (files.put(parts.group(2), digest) != null) {
            String shown = Printable.line(parts.group(2), SHOWN);
            throw refused(
                    name,
                    "ligne " + number + " : le fichier « " + shown + " » est nommé deux fois",
                    "line " + number + ": the file \"" + shown + "\" is named twice");
        }
        if (files.size() > MOST_FILES) {
            throw refused(
                    name, "nomme plus de " + MOST_FILES + " fichiers", "names more than " + MOST_FILES + " files");
        }
    }

    /** Links are followed before the check, so that none leads out. */
    private static Path inside(Path publishDirectory, String name) throws IOException {
        try {
            Path allowed = publishDirectory.toRealPath();
            Path file = allowed.resolve(name).toRealPath();
            if (file.startsWith(allowed) && Files.isRegularFile(file)) {
                return file;
            }
        } catch (IOException | InvalidPathException e) {
            throw missing(name, e);
        }
        throw missing(name, null);
    }

    private static Failure missing(String name, @Nullable Exception cause) {
        String shown = Printable.line(name, SHOWN);
        return new Failure(
                ErrorCode.INVALID_REQUEST,
                new Sentence(
                        "La liste « " + shown
                                + " » n'existe pas sous le répertoire de publication (liptako.exchange.publish-dir).",
                        "There is no list \"" + shown
                                + "\" below the publishing directory (liptako.exchange.publish-dir)."),
                cause);
    }

    private static Failure refused(String name, String fr, String en) {
        String shown = Printable.line(name, SHOWN);
        return Failure.of(
                ErrorCode.INVALID_REQUEST,
                "La liste « " + shown + " » " + fr + ".",
                "The list \"" + shown + "\" " + en + ".");
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256, which every Java must have.", e);
        }
    }
}
