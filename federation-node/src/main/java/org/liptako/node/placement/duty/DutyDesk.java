package org.liptako.node.placement.duty;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.liptako.node.identity.Caller;
import org.liptako.node.identity.Signatory;
import org.liptako.node.journal.Journal;
import org.liptako.node.journal.event.DutyDischarged;
import org.liptako.node.journal.event.DutyEvidence;
import org.liptako.node.journal.event.DutyId;
import org.liptako.node.registry.Disclosure;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;

/**
 * Takes the word of those who owe duties that they have discharged them, and journals it. The same document from the same person again does nothing twice.
 * Thread-safe.
 */
final class DutyDesk {
    private final Jdbi jdbi;
    private final Journal journal;
    private final Duties duties;

    DutyDesk(Jdbi jdbi, Journal journal, Duties duties) {
        this.jdbi = jdbi;
        this.journal = journal;
        this.duties = duties;
    }

    /**
     * What a person says.
     *
     * @param doneAt null for now
     */
    record Word(
            DutyId duty,
            DutyEvidence evidence,
            @Nullable Instant doneAt,
            @Nullable String note) {}

    /**
     * The duty as it stands once the word is journaled.
     *
     * @throws Failure NOT_KNOWN, OTHER_STATE_DECIDES, ROLE_NOT_ENTITLED, SITE_NOT_ENTITLED, INVALID_REQUEST or DUTY_NOT_OWED
     */
    Duty discharge(Caller caller, Word word) {
        // Of what is not for them to know, they are told that there is none.
        Duties shown = duties.shownTo(new Disclosure(caller.state()));
        journal.appendUnsaid(handle -> {
            Duty duty = find(shown, handle, word.duty());
            mustOwe(caller, duty);
            List<Signatory> people = duties.people(handle, duty, word.evidence().sha256());
            if (people.stream().anyMatch(caller.signatory()::isOneWith)) {
                return List.of();
            }
            mustBeOpen(duty);
            mustBeNew(people, duty);
            return List.of(event(caller, duty, word));
        });
        return jdbi.withHandle(handle -> find(shown, handle, word.duty()));
    }

    private DutyDischarged event(Caller caller, Duty duty, Word word) {
        Instant now = journal.now();
        Instant doneAt = word.doneAt() == null ? now : word.doneAt();
        if (doneAt.isBefore(duty.act()) || doneAt.isAfter(now)) {
            throw Failure.of(
                    ErrorCode.INVALID_REQUEST,
                    "Le champ done_at ne peut valoir " + doneAt + " ; le devoir date du " + duty.act() + " et il est "
                            + now + ".",
                    "The field done_at cannot be " + doneAt + "; the duty dates from " + duty.act() + " and it is "
                            + now + ".");
        }
        return new DutyDischarged(
                now,
                duty.id(),
                duty.about().dataset(),
                duty.about().source(),
                duty.rule(),
                duty.code(),
                doneAt,
                caller.party().toString(),
                caller.fingerprint(),
                caller.key(),
                word.evidence(),
                word.note());
    }

    private void mustOwe(Caller caller, Duty duty) {
        Debtor debtor = duty.debtor();
        if (debtor.state() != journal.state()) {
            throw Failure.of(
                    ErrorCode.OTHER_STATE_DECIDES,
                    "Ce devoir est dû par " + debtor.words().fr() + " ; il s'acquitte au nœud de l'État "
                            + debtor.state().french() + ".",
                    "This duty is owed by " + debtor.words().en() + "; it is discharged at the node of "
                            + debtor.state().english() + ".");
        }
        if (caller.role() != debtor.role()) {
            throw Failure.of(
                    ErrorCode.ROLE_NOT_ENTITLED,
                    "Ce devoir est dû par " + debtor.words().fr() + " : il faut un certificat de rôle "
                            + debtor.role().segment() + ".",
                    "This duty is owed by " + debtor.words().en() + ": it takes a certificate of the role "
                            + debtor.role().segment() + ".");
        }
        debtor.site().ifPresent(caller::mustActFor);
    }

    private static void mustBeOpen(Duty duty) {
        switch (duty.status()) {
            case OVERDUE, OPEN -> {}
            case KEPT ->
                throw notOwed(
                        "le nœud le tient lui-même ("
                                + duty.keptBy().orElseThrow().fr() + ")",
                        "the node keeps it itself ("
                                + duty.keptBy().orElseThrow().en() + ")");
            case STANDING ->
                throw notOwed(
                        "il s'observe en permanence, tant que la copie est là",
                        "it is observed at all times, as long as the copy lies there");
            case DISCHARGED ->
                throw notOwed("il l'a déjà été, par un autre document", "it has been already, by another document");
        }
    }

    /** One document shows one discharge, and no later one. */
    private static void mustBeNew(List<Signatory> people, Duty duty) {
        if (people.size() >= duty.people()) {
            throw notOwed(
                    "ce document l'a déjà acquitté ; le suivant demande le sien",
                    "this document has discharged it already; the next discharge takes its own");
        }
    }

    private static Failure notOwed(String fr, String en) {
        return Failure.of(
                ErrorCode.DUTY_NOT_OWED,
                "Ce devoir n'est pas à acquitter : " + fr + ".",
                "This duty is not to be discharged: " + en + ".");
    }

    private static Duty find(Duties shown, Handle handle, DutyId id) {
        return shown.find(handle, id)
                .orElseThrow(() -> Failure.of(
                        ErrorCode.NOT_KNOWN,
                        "Aucun devoir " + id + " n'est dû ; « liptako duties list » donne ceux qui le sont.",
                        "No duty " + id + " is owed; \"liptako duties list\" gives those that are."));
    }
}
