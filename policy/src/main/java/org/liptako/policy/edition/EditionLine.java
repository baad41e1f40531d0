package org.liptako.policy.edition;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The editions of one jurisdiction, as one node holds them, and the judge of what may follow.
 *
 * <p>In force at an instant is the newest edition whose day has come: one that begins sooner than an older one that still waits takes its place for good.
 * Signatures are judged elsewhere. Immutable.
 *
 * @param editions from version 1 on, without a gap
 */
public record EditionLine(List<HeldEdition> editions) {
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    /** Before the first edition. */
    public static final EditionLine EMPTY = new EditionLine(List.of());

    /** Checks that each follows the one before. */
    public EditionLine {
        editions = List.copyOf(editions);
        for (int i = 0; i < editions.size(); i++) {
            RuleEdition edition = editions.get(i).edition();
            Optional<String> before =
                    i == 0 ? Optional.empty() : Optional.of(editions.get(i - 1).digest());
            if (edition.version() != i + 1 || !edition.previous().equals(before)) {
                throw new IllegalArgumentException("edition " + edition.version() + " does not stand in its place");
            }
        }
    }

    /** The edition published last, whether in force or not yet. */
    public Optional<HeldEdition> newest() {
        return editions.isEmpty() ? Optional.empty() : Optional.of(editions.getLast());
    }

    /** The edition of that number. */
    public Optional<HeldEdition> version(long version) {
        return version < 1 || version > editions.size()
                ? Optional.empty()
                : Optional.of(editions.get((int) version - 1));
    }

    /** The edition that is law at that instant; empty before the first. */
    public Optional<HeldEdition> inForce(Instant at) {
        return inForce(editions, at);
    }

    /** When something else will be in force, if no edition is published meanwhile. */
    public Optional<Instant> nextChange(Instant after) {
        long standing = inForce(after).map(HeldEdition::version).orElse(0L);
        return editions.stream()
                .filter(held -> held.version() > standing)
                .map(held -> held.edition().inForceFrom())
                .filter(from -> from.isAfter(after))
                .min(Comparator.naturalOrder());
    }

    /** What a withdrawal of the newest edition would bring back: what was, or would have stayed, in force without it. */
    public Optional<HeldEdition> restorable(Instant at) {
        if (editions.isEmpty() || editions.getLast().edition().act() == EditionAct.WITHDRAWAL) {
            return Optional.empty();
        }
        return inForce(editions.subList(0, editions.size() - 1), at);
    }

    /**
     * Lets an edition follow, whose signatures were found good.
     *
     * @throws RefusedEditionException if it is not its turn
     */
    public EditionLine with(HeldEdition next, Instant now) throws RefusedEditionException {
        RuleEdition edition = next.edition();
        String numbers = edition.jurisdiction() + " " + edition.version() + " / " + editions.size();
        Optional<HeldEdition> same = version(edition.version());
        if (same.isPresent()) {
            throw new RefusedEditionException(
                    same.get().digest().equals(next.digest()) ? EditionRefusal.OLD : EditionRefusal.FORKED, numbers);
        }
        if (edition.version() > editions.size() + 1) {
            throw new RefusedEditionException(EditionRefusal.GAPPED, numbers);
        }
        if (!edition.previous().equals(newest().map(HeldEdition::digest))) {
            throw new RefusedEditionException(EditionRefusal.FORKED, numbers);
        }
        if (newest().filter(held -> !edition.issuedAt().isAfter(held.edition().issuedAt()))
                .isPresent()) {
            throw new RefusedEditionException(
                    EditionRefusal.BACKDATED, edition.issuedAt().toString());
        }
        if (edition.issuedAt().isAfter(now.plus(CLOCK_SKEW))) {
            throw new RefusedEditionException(
                    EditionRefusal.FROM_THE_FUTURE, edition.issuedAt().toString());
        }
        requireRestoration(edition);
        List<HeldEdition> longer = new ArrayList<>(editions);
        longer.add(next);
        return new EditionLine(longer);
    }

    /** A withdrawal may take fewer signatures than an enactment, so it brings in nothing that an enactment has not. */
    private void requireRestoration(RuleEdition edition) throws RefusedEditionException {
        if (edition.act() == EditionAct.WITHDRAWAL) {
            Optional<HeldEdition> before = restorable(edition.issuedAt());
            boolean restores = before.filter(held -> edition.restores().orElse(0) == held.version()
                            && edition.files().equals(held.edition().files())
                            && edition.vocabulary().equals(held.edition().vocabulary()))
                    .isPresent();
            if (!restores) {
                throw new RefusedEditionException(
                        EditionRefusal.NOT_A_RESTORATION,
                        edition.jurisdiction() + " "
                                + before.map(HeldEdition::version).orElse(0L));
            }
        }
    }

    private static Optional<HeldEdition> inForce(List<HeldEdition> editions, Instant at) {
        for (HeldEdition held : editions.reversed()) {
            if (!held.edition().inForceFrom().isAfter(at)) {
                return Optional.of(held);
            }
        }
        return Optional.empty();
    }
}
