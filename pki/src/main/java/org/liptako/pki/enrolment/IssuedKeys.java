package org.liptako.pki.enrolment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.issuing.IssuingException;

/**
 * The keys that one authority has certified: a text file beside its certificate that only grows, one serial number and
 * one key digest a line.
 *
 * <p>A key is certified once. So the key of a certificate that is revoked can never come back under another, whoever
 * issued the first one: a ceremony, an enrolment or a renewal. Thread-safe.
 */
public final class IssuedKeys {
    private static final Pattern LINE = Pattern.compile("[0-9a-f]+ [0-9a-f]{64}");

    /** One for all files: a reader must not meet a line that is half written. */
    private static final Object LOCK = new Object();

    private final Path file;

    private IssuedKeys(Path file) {
        this.file = file;
    }

    /** The keys of the authority whose certificate lies in {@code NAME.pem}: they are noted in {@code NAME.issued}. */
    public static IssuedKeys of(Path authority) {
        return new IssuedKeys(fileOf(authority));
    }

    /** Where they are noted; wherever the authority's key is taken to, this file goes too. */
    public static Path fileOf(Path authority) {
        return authority.resolveSibling(
                String.valueOf(authority.getFileName()).replaceFirst("\\.pem$", "") + ".issued");
    }

    /**
     * Takes note of a certificate, unless it has; on the disk when this returns.
     *
     * @throws IssuingException if the file cannot be read or written, or is damaged
     */
    public void note(X509Certificate certificate) {
        String line = certificate.getSerialNumber().toString(16) + " " + digestOf(certificate.getPublicKey());
        synchronized (LOCK) {
            if (!hasLine(line)) {
                append(line);
            }
        }
    }

    /**
     * Whether the key was certified before.
     *
     * @throws IssuingException if the file cannot be read, or is damaged
     */
    public boolean hold(PublicKey key) {
        synchronized (LOCK) {
            return hasLine(" " + digestOf(key));
        }
    }

    private void append(String line) {
        try {
            Files.writeString(
                    file,
                    line + "\n",
                    StandardCharsets.US_ASCII,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND,
                    StandardOpenOption.SYNC);
        } catch (IOException e) {
            throw new IssuingException("The keys that were certified cannot be noted in " + file + ".", e);
        }
    }

    private boolean hasLine(String end) {
        if (!Files.exists(file)) {
            return false;
        }
        try (Stream<String> lines = Files.lines(file, StandardCharsets.US_ASCII)) {
            return lines.map(this::checked).anyMatch(line -> line.endsWith(end));
        } catch (IOException | UncheckedIOException e) {
            throw unreadable(e);
        }
    }

    private String checked(String line) {
        if (!LINE.matcher(line).matches()) {
            throw unreadable(null);
        }
        return line;
    }

    private IssuingException unreadable(@Nullable Exception cause) {
        return new IssuingException(
                "The keys that were certified cannot be read from " + file
                        + ": restore it from its copy; without it a revoked key might be certified again.",
                cause);
    }

    private static String digestOf(PublicKey key) {
        return Digest.over(key.getEncoded()).hex();
    }
}
