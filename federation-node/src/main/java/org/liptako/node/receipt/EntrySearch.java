package org.liptako.node.receipt;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.journal.PeerJournals;
import org.liptako.node.journal.event.CopyRecorded;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.ErasureAttested;
import org.liptako.node.journal.event.ExternalCopyErased;
import org.liptako.node.journal.event.ExternalErasureSigned;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.journal.event.JournalJson;
import org.liptako.node.journal.event.PlacementAccepted;
import org.liptako.node.journal.event.PlacementGranted;
import org.liptako.node.journal.event.PlacementRefused;
import org.liptako.node.journal.event.ReplicaErased;
import org.liptako.node.journal.event.ReplicaGiven;
import org.liptako.node.journal.event.ReplicaSealed;
import org.liptako.node.journal.event.RequestId;
import org.liptako.node.registry.CopyTrail;
import org.liptako.node.replay.DecisionIndex;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;
import org.liptako.pki.receipt.ReceiptBody;

/** Finds the entries that a receipt is made of, the one that it is for first. Thread-safe. */
final class EntrySearch {
    private final Jdbi jdbi;
    private final State own;
    private final PeerJournals journals;
    private final CopyTrail copies;
    private final DecisionIndex decisions;
    private final SignedErasures signatures;

    EntrySearch(
            Jdbi jdbi,
            State own,
            PeerJournals journals,
            CopyTrail copies,
            DecisionIndex decisions,
            SignedErasures signatures) {
        this.jdbi = jdbi;
        this.own = own;
        this.journals = journals;
        this.copies = copies;
        this.decisions = decisions;
        this.signatures = signatures;
    }

    /** That a copy lies at a site: what its State says last of it, and what gave and accepted the grant. */
    List<KnownEntry> copy(DatasetId dataset, SiteId site) {
        List<KnownEntry> told = told(dataset, Optional.of(site));
        KnownEntry last = last(told, dataset, site);
        List<KnownEntry> found = new ArrayList<>(List.of(last));
        switch (last.event()) {
            case ReplicaSealed sealed -> {
                found.addAll(granted(sealed.grant()));
                told.stream()
                        .filter(entry -> entry.event() instanceof ReplicaGiven given
                                && given.grant().equals(sealed.grant()))
                        .forEach(found::add);
            }
            case CopyRecorded recorded -> {
                // It was there before anyone granted anything.
            }
            default ->
                throw unknown(
                        "copie de " + dataset + " à " + site
                                + " : elle a été effacée, demandez le reçu de l'effacement",
                        "copy of " + dataset + " at " + site + ": it was erased, ask for the receipt of the erasure");
        }
        return found;
    }

    /** That a copy was erased: the entry, the grant for it, and what an operator has signed; abroad, the entry that tells of it, and what people have signed. */
    List<KnownEntry> erasure(DatasetId dataset, SiteId site) {
        List<KnownEntry> told = told(dataset, Optional.of(site));
        KnownEntry last = last(told, dataset, site);
        List<KnownEntry> found = new ArrayList<>(List.of(last));
        switch (last.event()) {
            case ReplicaErased erased -> {
                found.addAll(granted(erased.grant()));
                told.stream()
                        .filter(entry -> entry.state() == last.state()
                                && entry.event() instanceof ErasureAttested attested
                                && attested.statement().erasure() == last.index())
                        .forEach(found::add);
            }
            // No node held it: nobody granted it, and no operator of a node's has looked.
            case ExternalCopyErased signed -> found.addAll(signed(signed, last));
            default ->
                throw unknown(
                        "effacement de " + dataset + " à " + site + " : la copie y est encore, disent les journaux",
                        "erasure of " + dataset + " at " + site + ": the copy is still there, say the journals");
        }
        return found;
    }

    /** What people have signed, of all whom the entry names, or nothing: then the receipt repeats the node's word, where with some of them it would be refused. */
    private List<KnownEntry> signed(ExternalCopyErased erased, KnownEntry last) {
        List<KnownEntry> found = signatures.entries(erased).stream()
                .filter(index -> index < last.index())
                .flatMap(index -> known(last.state(), index).stream())
                .toList();
        Set<String> people = found.stream()
                .map(KnownEntry::event)
                .filter(ExternalErasureSigned.class::isInstance)
                .map(event -> ((ExternalErasureSigned) event).by())
                .collect(Collectors.toSet());
        return people.containsAll(erased.signers()) ? found : List.of();
    }

    /** That this State refused a request. */
    List<KnownEntry> refusal(RequestId request) {
        return jdbi.withHandle(handle -> decisions.of(handle, own, request)).stream()
                .flatMap(index -> known(own, index).stream())
                .filter(entry -> entry.event() instanceof PlacementRefused)
                .reduce((earlier, later) -> later)
                .map(List::of)
                .orElseThrow(() -> unknown("refus de la demande " + request, "refusal of the request " + request));
    }

    /** What the journals say of a dataset's copies up to a date; of one of which they never said anything there is no state. */
    List<KnownEntry> state(DatasetId dataset, Instant at) {
        List<KnownEntry> told = told(dataset, Optional.empty());
        if (told.isEmpty()) {
            throw unknownState(dataset);
        }
        return told.stream().filter(entry -> !entry.event().at().isAfter(at)).toList();
    }

    private List<KnownEntry> told(DatasetId dataset, Optional<SiteId> site) {
        List<CopyTrail.Step> steps = copies.of(dataset, site, ReceiptBody.MOST_ENTRIES + 1);
        if (steps.size() > ReceiptBody.MOST_ENTRIES) {
            throw Failure.of(
                    ErrorCode.TOO_MUCH,
                    "Plus de " + ReceiptBody.MOST_ENTRIES + " entrées portent sur " + dataset
                            + " : demandez un reçu par copie.",
                    "More than " + ReceiptBody.MOST_ENTRIES + " entries are about " + dataset
                            + ": ask for a receipt for each copy.");
        }
        return steps.stream()
                .flatMap(step -> known(step.journal(), step.index()).stream())
                .toList();
    }

    /** What the State that answers for a copy has said last of whether it is there. */
    private static KnownEntry last(List<KnownEntry> told, DatasetId dataset, SiteId site) {
        Optional<State> answers = site.state().or(dataset::home);
        return told.stream()
                .filter(entry -> Optional.of(entry.state()).equals(answers))
                .filter(entry -> entry.event() instanceof ReplicaSealed
                        || entry.event() instanceof CopyRecorded
                        || entry.event() instanceof ReplicaErased
                        || entry.event() instanceof ExternalCopyErased)
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> unknownCopy(dataset, site));
    }

    private List<KnownEntry> granted(GrantSerial serial) {
        List<KnownEntry> found = new ArrayList<>();
        for (State state : State.values()) {
            jdbi.withHandle(handle -> decisions.bearing(handle, state, serial)).stream()
                    .flatMap(index -> known(state, index).stream())
                    .filter(EntrySearch::counts)
                    .forEach(found::add);
        }
        return found;
    }

    /** Whoever grants another State's dataset, or accepts a copy on another's soil, has said nothing, and no verifier takes it. */
    private static boolean counts(KnownEntry entry) {
        Optional<State> teller = Optional.of(entry.state());
        return switch (entry.event()) {
            case PlacementGranted given ->
                given.terms().dataset().home().equals(teller)
                        && given.serial().home().equals(teller);
            case PlacementAccepted accepted ->
                accepted.terms().targetSite().state().equals(teller);
            default -> true;
        };
    }

    private Optional<KnownEntry> known(State state, long index) {
        return journals.entry(state, index)
                .flatMap(entry -> entry.opened()
                        .flatMap(opening -> JournalJson.event(opening.payload())
                                .map(event -> new KnownEntry(state, index, opening, event))));
    }

    static Failure unknownCopy(DatasetId dataset, SiteId site) {
        return unknown("copie de " + dataset + " à " + site, "copy of " + dataset + " at " + site);
    }

    static Failure unknownState(DatasetId dataset) {
        return unknown("copies de " + dataset, "copies of " + dataset);
    }

    private static Failure unknown(String french, String english) {
        return Failure.of(
                ErrorCode.NOT_KNOWN,
                "Aucune entrée connue ici ne permet ce reçu : " + french + ".",
                "No entry known here allows this receipt: " + english + ".");
    }
}
