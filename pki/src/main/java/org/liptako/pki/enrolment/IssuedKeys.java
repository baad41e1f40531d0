package org.liptako.pki.enrolment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.cert.X509Certificate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.issuing.IssuingException;

/**
 * Which key each certificate carries that one authority has issued or renewed here: a text file that only grows, one serial number and one key digest a line.
 *
 * <p>A revocation list names serial numbers. Without this nobody could tell that the key of a revoked certificate is brought again. Thread-safe.
 */
public final class IssuedKeys {
    private static final String SEPARATOR = " ";

    private final Path file;

    public IssuedKeys(Path file) {
        this.file = file;
    }

    /**
     * Takes note of a certificate, unless it has; on the disk when this returns.
     *
     * @throws IssuingException if the file cannot be read or written
     */
    public synchronized void note(X509Certificate certificate) {
        String line = certificate.getSerialNumber().toString(16)
                + SEPARATOR
                + BarredKeys.digestOf(certificate.getPublicKey()).hex();
        try {
            if (!isNoted(line)) {
                Files.writeString(
                        file,
                        line + "\n",
                        StandardCharsets.US_ASCII,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND,
                        StandardOpenOption.SYNC);
            }
        } catch (IOException e) {
            throw new IssuingException("The keys that were issued cannot be noted in " + file + ".", e);
        }
    }

    /**
     * The keys of those certificates that are noted here.
     *
     * @throws IssuingException if the file cannot be read, or is damaged
     */
    public synchronized BarredKeys of(Set<BigInteger> serials) {
        if (serials.isEmpty() || !Files.exists(file)) {
            return new BarredKeys(Set.of());
        }
        Set<String> wanted = serials.stream().map(serial -> serial.toString(16)).collect(Collectors.toSet());
        try (Stream<String> lines = Files.lines(file, StandardCharsets.US_ASCII)) {
            return new BarredKeys(lines.map(line -> line.split(SEPARATOR, -1))
                    .filter(parts -> wanted.contains(parts[0]))
                    .map(parts -> Digest.ofHex(parts[parts.length - 1]))
                    .collect(Collectors.toSet()));
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            throw new IssuingException(
                    "The keys that were issued cannot be read from " + file
                            + ": restore it from its copy; without it a revoked key might be certified again.",
                    e);
        }
    }

    private boolean isNoted(String line) throws IOException {
        if (!Files.exists(file)) {
            return false;
        }
        try (Stream<String> lines = Files.lines(file, StandardCharsets.US_ASCII)) {
            return lines.anyMatch(line::equals);
        }
    }
}
