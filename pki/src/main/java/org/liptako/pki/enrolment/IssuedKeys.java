package org.liptako.pki.enrolment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.issuing.IssuingException;
import org.liptako.pki.name.SpiffeName;

/**
 * The keys that one authority has certified: a text file beside its certificate that only grows, a line for each certificate:
 * its serial number, its key's digest, its end and its party.
 *
 * <p>A key is certified once. So the key of a certificate that is revoked can never come back under another, whoever
 * issued the first one: a ceremony, an enrolment or a renewal. And who revokes a party finds all that its key was renewed to.
 *
 * <p>A certificate without a party's name, or noted before names were, has the first two only. Thread-safe.
 */
public final class IssuedKeys {
    private static final Pattern LINE =
            Pattern.compile("([0-9a-f]+) ([0-9a-f]{64})(?: ([0-9]{4}-[0-9T:-]+Z) (spiffe://\\S+))?");

    private static final int SERIAL = 1;
    private static final int KEY = 2;
    private static final int END = 3;
    private static final int PARTY = 4;

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
        String name = FormerLeaf.nameOf(certificate)
                .map(party -> " " + certificate.getNotAfter().toInstant() + " " + party)
                .orElse("");
        String line = certificate.getSerialNumber().toString(16) + " " + digestOf(certificate.getPublicKey()) + name;
        synchronized (LOCK) {
            if (lines().stream().noneMatch(known -> known.group().equals(line))) {
                append(line);
            }
        }
    }

    /**
     * Takes note of a new certificate, unless its key was certified before: then it must not be handed out. Of two that are asked for at once for one key, one is
     * noted.
     *
     * @return whether it was noted, and is on the disk
     * @throws IssuingException if the file cannot be read or written, or is damaged
     */
    boolean noteFirst(X509Certificate certificate) {
        synchronized (LOCK) {
            if (hold(certificate.getPublicKey())) {
                return false;
            }
            note(certificate);
            return true;
        }
    }

    /**
     * Whether the key was certified before.
     *
     * @throws IssuingException if the file cannot be read, or is damaged
     */
    public boolean hold(PublicKey key) {
        String digest = digestOf(key);
        synchronized (LOCK) {
            return lines().stream().anyMatch(line -> line.group(KEY).equals(digest));
        }
    }

    /**
     * The serial numbers of a party's certificates that end after an instant, in the order of issuing.
     *
     * @throws IssuingException if the file cannot be read, or is damaged
     */
    public List<BigInteger> serialsOf(SpiffeName party, Instant end) {
        String name = party.toString();
        synchronized (LOCK) {
            return lines().stream()
                    .filter(line ->
                            name.equals(line.group(PARTY)) && endOf(line).isAfter(end))
                    .map(line -> new BigInteger(line.group(SERIAL), 16))
                    .toList();
        }
    }

    private Instant endOf(MatchResult line) {
        try {
            return Instant.parse(line.group(END));
        } catch (DateTimeException e) {
            throw unreadable(e);
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
            throw new IssuingException(
                    "Les clés certifiées ne peuvent être notées dans " + file
                            + " : vérifiez les droits et la place du disque.",
                    "The keys that were certified cannot be noted in " + file
                            + ": check the permissions and the room on the disk.",
                    e);
        }
    }

    private List<MatchResult> lines() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try (Stream<String> lines = Files.lines(file, StandardCharsets.US_ASCII)) {
            return lines.map(this::checked).toList();
        } catch (IOException | UncheckedIOException e) {
            throw unreadable(e);
        }
    }

    private MatchResult checked(String line) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            throw unreadable(null);
        }
        return matcher.toMatchResult();
    }

    private IssuingException unreadable(@Nullable Exception cause) {
        return new IssuingException(
                "Les clés certifiées ne peuvent être lues dans " + file
                        + " : restaurez-le de sa copie ; sans lui, une clé révoquée pourrait être certifiée de nouveau.",
                "The keys that were certified cannot be read from " + file
                        + ": restore it from its copy; without it a revoked key might be certified again.",
                cause);
    }

    private static String digestOf(PublicKey key) {
        return Digest.over(key.getEncoded()).hex();
    }
}
