package org.liptako.pki.enrolment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.issuing.IssuingException;
import org.liptako.pki.name.MalformedNameException;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.SpiffeName;
import org.liptako.pki.name.Zone;

/**
 * Tickets as files in one directory: the token's digest is the name, the SPIFFE name and the expiry its two lines.
 *
 * <p>A ticket is taken by renaming its file, which succeeds once, whichever process asks.
 */
public final class DirectoryTicketStore implements TicketStore {
    private static final long MAX_BYTES = 4 * 1024;

    private final Path directory;
    private final Zone zone;

    public DirectoryTicketStore(Path directory, Zone zone) {
        this.directory = directory;
        this.zone = zone;
    }

    @Override
    public void add(EnrolmentTicket ticket) {
        String lines = ticket.party().nameIn(zone) + "\n" + ticket.expiry() + "\n";
        try {
            Files.createDirectories(directory);
            Path draft = Files.createTempFile(directory, "draft", ".ticket");
            Files.writeString(draft, lines, StandardCharsets.US_ASCII, StandardOpenOption.SYNC);
            Files.move(draft, file(ticket.token()), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new IssuingException(
                    "Le jeton d'enrôlement ne peut être gardé dans " + directory
                            + " : vérifiez les droits et la place du disque.",
                    "The enrolment ticket cannot be kept in " + directory
                            + ": check the permissions and the room on the disk.",
                    e);
        }
    }

    @Override
    public Optional<EnrolmentTicket> take(Digest token) {
        Path taken = directory.resolve(token.hex() + ".taken");
        try {
            Files.move(file(token), taken, StandardCopyOption.ATOMIC_MOVE);
            Optional<EnrolmentTicket> ticket = read(token, taken);
            Files.deleteIfExists(taken);
            return ticket;
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new IssuingException(
                    "Les jetons d'enrôlement de " + directory
                            + " ne peuvent être lus : vérifiez le chemin et les droits.",
                    "The enrolment tickets in " + directory + " cannot be read: check the path and the permissions.",
                    e);
        }
    }

    private Optional<EnrolmentTicket> read(Digest token, Path file) throws IOException {
        if (Files.size(file) > MAX_BYTES) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file, StandardCharsets.US_ASCII);
        if (lines.size() != 2) {
            return Optional.empty();
        }
        try {
            Party party = Party.of(SpiffeName.parse(lines.getFirst()), zone);
            return Optional.of(new EnrolmentTicket(token, party, Instant.parse(lines.getLast())));
        } catch (MalformedNameException | DateTimeException damaged) {
            return Optional.empty();
        }
    }

    private Path file(Digest token) {
        return directory.resolve(token.hex() + ".ticket");
    }
}
