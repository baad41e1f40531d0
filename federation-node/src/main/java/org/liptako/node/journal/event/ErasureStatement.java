package org.liptako.node.journal.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.liptako.pki.name.SiteId;

/**
 * What an operator signs after a copy was erased: what they did about everything that a node cannot see. It has one form in bytes, so that what is signed on one
 * machine is what is read on another.
 *
 * @param erasure the index of the entry REPLICA_ERASED in the State's journal
 * @param lookups one for each medium, in the order of the media; only that of others may be left out
 * @param name the operator's, as people write it
 * @param at when it was drawn up; whoever signed before did not sign it
 */
public record ErasureStatement(
        String format,
        GrantSerial grant,
        DatasetId dataset,
        SiteId site,
        long erasure,
        List<ErasureLookup> lookups,
        String name,
        Instant at) {
    public static final int LONGEST_NAME = 120;

    private static final String FORMAT = "liptako-erasure-statement/v1";

    /** @throws IllegalArgumentException if this is of another form, or does not speak of each medium once */
    public ErasureStatement {
        if (!FORMAT.equals(format)) {
            throw new IllegalArgumentException("This is no statement of the form " + FORMAT + ".");
        }
        Objects.requireNonNull(grant, "grant");
        Objects.requireNonNull(dataset, "dataset");
        Objects.requireNonNull(site, "site");
        Objects.requireNonNull(at, "at");
        lookups = List.copyOf(lookups);
        checkMedia(lookups);
        ErasureLookup.checkWords("name", name, LONGEST_NAME);
    }

    /** A statement on an erasure. */
    public static ErasureStatement of(
            ReplicaErased erased, long erasure, List<ErasureLookup> lookups, String name, Instant at) {
        return new ErasureStatement(
                FORMAT, erased.grant(), erased.dataset(), erased.site(), erasure, lookups, name, at);
    }

    private static void checkMedia(List<ErasureLookup> lookups) {
        Set<ErasureMedium> owed = EnumSet.allOf(ErasureMedium.class);
        owed.removeIf(medium -> !medium.mustBeLookedAt());
        List<ErasureMedium> media = lookups.stream().map(ErasureLookup::medium).toList();
        boolean inOrder = media.stream().sorted().distinct().toList().equals(media);
        if (!inOrder || !media.containsAll(owed)) {
            throw new IllegalArgumentException(
                    "A statement speaks once of snapshots, tapes and array replicas, in this order, then of others.");
        }
    }

    /** The bytes to be signed. */
    public byte[] toJson() {
        return JournalJson.write(this).getBytes(UTF_8);
    }

    /**
     * The statement in these bytes.
     *
     * @throws IllegalArgumentException unless they are one in its one form
     */
    public static ErasureStatement parse(byte[] json) {
        ErasureStatement statement = JournalJson.read(new String(json, UTF_8), ErasureStatement.class);
        if (!Arrays.equals(statement.toJson(), json)) {
            throw new IllegalArgumentException("A statement has one form in bytes, and this is another.");
        }
        return statement;
    }

    /** Until when something remains, as was known when it was signed; empty if nothing did. */
    public Optional<LocalDate> remainsUntil() {
        LocalDate signed = LocalDate.ofInstant(at, ZoneOffset.UTC);
        return lookups.stream()
                .flatMap(lookup -> Optional.ofNullable(lookup.by()).stream())
                .filter(day -> day.isAfter(signed))
                .max(LocalDate::compareTo);
    }
}
