package org.liptako.node.rulebook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.liptako.node.identity.Signatory;
import org.liptako.policy.edition.EditionAct;
import org.liptako.policy.edition.RuleEdition;
import org.liptako.policy.vocabulary.Bilingual;

/**
 * An edition that waits for its officers' signatures: nobody judges by it.
 *
 * @param digest of its document, by which it is named
 * @param document what is signed, as text
 * @param signers who has signed so far and counts, by name
 * @param people how many people it takes
 * @param states from how many States at least
 * @param complete whether all that it takes have signed
 * @param removalAskedBy who would have it taken away, if somebody would who did not submit it
 */
public record WaitingEdition(
        String digest,
        RuleEdition edition,
        String document,
        List<String> signers,
        int people,
        int states,
        boolean complete,
        Signatory submittedBy,
        Instant submittedAt,
        Optional<Signatory> removalAskedBy) {
    public WaitingEdition {
        signers = List.copyOf(signers);
    }

    /** Whether an officer takes it away alone; otherwise it needs one more. */
    public boolean isTakenAwayBy(Signatory officer) {
        return submittedBy.isOneWith(officer)
                || removalAskedBy.filter(other -> !other.isOneWith(officer)).isPresent();
    }

    /** Whose rules they are. */
    public Bilingual book() {
        return edition.jurisdiction().label();
    }

    /** The book's code. */
    public String code() {
        return edition.jurisdiction().name();
    }

    /** The edition's number in its book. */
    public long version() {
        return edition.version();
    }

    /** From when on it would be law. */
    public Instant inForceFrom() {
        return edition.inForceFrom();
    }

    /** The version whose files it puts in force again, if it withdraws one. */
    public OptionalLong restores() {
        return edition.restores();
    }

    /** How many files of rules are signed with it. */
    public int files() {
        return edition.files().size();
    }

    /** How many annexes are. */
    public int annexes() {
        return edition.annexes().size();
    }

    /** Whether it enacts rules, whose effect on copies is to be weighed. */
    public boolean enacts() {
        return edition.act() == EditionAct.ENACTMENT;
    }

    /** What it does to copies, if that was weighed when it was drawn up. */
    public Optional<Effects> effects() {
        return edition.impact()
                .map(impact -> new Effects(
                        impact.copies(), impact.unlawful(), impact.undecided(), impact.lawful(), impact.toMoveGb()));
    }

    /** How many copies it judges otherwise, of which how many how, and the gigabytes to be moved. */
    public record Effects(long copies, long unlawful, long undecided, long lawful, long toMoveGb) {}
}
