package org.liptako.pki.issuing;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.liptako.pki.profile.Revocation;
import org.liptako.pki.profile.RevocationReason;

/**
 * What one CA has revoked, and the number of its latest list: a text file that only grows.
 *
 * <pre>
 * revoked 1f3c… 2026-11-21T10:00:00Z KEY_COMPROMISE
 * list 7 2026-11-21T10:05:00Z
 * </pre>
 *
 * <p>A line is written before the list that it leads to, so that a crash skips a number and never uses one twice.
 */
public final class RevocationRegister {
    private static final Set<String> KINDS = Set.of("revoked", "list");
    private static final int REVOKED_WORDS = 4;
    private static final int LIST_WORDS = 3;
    private static final long MAX_BYTES = 16 * 1024 * 1024;

    private final Path file;

    public RevocationRegister(Path file) {
        this.file = file;
    }

    /** Revokes; a serial that is revoked already stays as it is, and the answer is false. */
    public boolean add(Revocation revocation) {
        if (revocations().stream().anyMatch(known -> known.serial().equals(revocation.serial()))) {
            return false;
        }
        append("revoked " + revocation.serial().toString(16) + " " + revocation.at() + " " + revocation.reason());
        return true;
    }

    /** All that was revoked, in the order of revoking. */
    public List<Revocation> revocations() {
        List<Revocation> revocations = new ArrayList<>();
        for (String[] words : lines("revoked", REVOKED_WORDS)) {
            revocations.add(new Revocation(
                    new BigInteger(words[1], 16), Instant.parse(words[2]), RevocationReason.valueOf(words[3])));
        }
        return revocations;
    }

    /** Takes the next number for a list of this CA, full or delta. */
    public long nextNumber(Instant now) {
        long last = 0;
        for (String[] words : lines("list", LIST_WORDS)) {
            last = Math.max(last, Long.parseLong(words[1]));
        }
        append("list " + (last + 1) + " " + now);
        return last + 1;
    }

    private List<String[]> lines(String kind, int words) {
        List<String[]> found = new ArrayList<>();
        try {
            if (!Files.exists(file)) {
                return found;
            }
            if (Files.size(file) > MAX_BYTES) {
                throw new IssuingException(
                        "Le registre " + file + " a plus de " + MAX_BYTES + " octets : donnez le bon fichier.",
                        "The register " + file + " has more than " + MAX_BYTES + " bytes: give the right file.");
            }
            for (String line : Files.readAllLines(file, StandardCharsets.US_ASCII)) {
                String[] parts = line.split(" ", -1);
                if (!KINDS.contains(parts[0])) {
                    throw damaged(parts, null);
                }
                if (parts[0].equals(kind)) {
                    found.add(checked(parts, words));
                }
            }
            return found;
        } catch (IOException e) {
            throw new IssuingException(
                    "Le registre " + file + " ne peut être lu : vérifiez le chemin et les droits.",
                    "The register " + file + " cannot be read: check the path and the permissions.",
                    e);
        }
    }

    private String[] checked(String[] parts, int words) {
        try {
            if (parts.length == words) {
                Instant.parse(parts[2]);
                boolean positive = new BigInteger(parts[1], words == LIST_WORDS ? 10 : 16).signum() > 0;
                if (positive && (words < REVOKED_WORDS || isReason(parts[REVOKED_WORDS - 1]))) {
                    return parts;
                }
            }
        } catch (DateTimeException | NumberFormatException damaged) {
            throw damaged(parts, damaged);
        }
        throw damaged(parts, null);
    }

    private static boolean isReason(String word) {
        return Arrays.stream(RevocationReason.values())
                .anyMatch(reason -> reason.name().equals(word));
    }

    private IssuingException damaged(String[] parts, @Nullable Exception cause) {
        return new IssuingException(
                "Le registre " + file + " a une ligne abîmée (" + String.join(" ", parts)
                        + ") : restaurez-le de sa copie ; une liste à laquelle il manque une entrée ferait croire un certificat révoqué.",
                "The register " + file + " has a damaged line (" + String.join(" ", parts)
                        + "): restore it from its copy; a list without an entry would believe a revoked certificate.",
                cause);
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
                    "Le registre " + file + " ne peut être écrit : vérifiez les droits et la place du disque.",
                    "The register " + file + " cannot be written: check the permissions and the room on the disk.",
                    e);
        }
    }
}
