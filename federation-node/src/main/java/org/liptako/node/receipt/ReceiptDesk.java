package org.liptako.node.receipt;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.RequestId;
import org.liptako.node.journal.tree.JournalTree;
import org.liptako.node.registry.Disclosure;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;
import org.liptako.pki.receipt.Receipt;
import org.liptako.pki.receipt.ReceiptBody;
import org.liptako.pki.receipt.ReceiptEntry;
import org.liptako.pki.receipt.ReceiptJournal;
import org.liptako.pki.receipt.ReceiptKind;
import org.liptako.pki.receipt.ReceiptQuestion;
import org.liptako.pki.signature.StatementSigner;
import org.liptako.pki.tlog.Checkpoint;

/** Makes receipts from what the journals say, and seals them. Thread-safe. */
public final class ReceiptDesk {
    private final ShownEntries entries;
    private final SignedJournals journals;
    private final JournalTree tree;
    private final ReceiptTrust trust;
    private final StatementSigner signer;
    private final Clock clock;

    ReceiptDesk(
            ShownEntries entries,
            SignedJournals journals,
            JournalTree tree,
            ReceiptTrust trust,
            StatementSigner signer,
            Clock clock) {
        this.entries = entries;
        this.journals = journals;
        this.tree = tree;
        this.trust = trust;
        this.signer = signer;
        this.clock = clock;
    }

    /** The receipt of a copy, for a reader. */
    public Receipt copy(DatasetId dataset, SiteId site, Disclosure reader) {
        return about(ReceiptKind.COPY, entries.copy(dataset, site, reader));
    }

    /** The receipt of an erasure, for a reader. */
    public Receipt erasure(DatasetId dataset, SiteId site, Disclosure reader) {
        return about(ReceiptKind.ERASURE, entries.erasure(dataset, site, reader));
    }

    /** The receipt of a refusal. */
    public Receipt refusal(RequestId request) {
        return about(ReceiptKind.REFUSAL, entries.refusal(request));
    }

    /** The state of a dataset for a reader, by every journal of which a signed checkpoint is held here. */
    public Receipt state(DatasetId dataset, Instant at, Disclosure reader) {
        Map<State, ReceiptJournal> signed = new EnumMap<>(State.class);
        List<KnownEntry> found = entries.state(dataset, at, reader);
        for (State state : State.values()) {
            journals.of(state, needed(found, state)).ifPresent(journal -> signed.put(state, journal));
        }
        List<KnownEntry> covered = found.stream()
                .filter(entry -> signed.containsKey(entry.state()))
                .toList();
        return seal(ReceiptKind.STATE, new ReceiptQuestion(dataset.value(), at), signed, covered);
    }

    private Receipt about(ReceiptKind kind, List<KnownEntry> found) {
        Map<State, ReceiptJournal> signed = new EnumMap<>(State.class);
        for (State state : State.values()) {
            long least = needed(found, state);
            if (least > 0) {
                signed.put(state, journals.of(state, least).orElseThrow(() -> unsigned(state)));
            }
        }
        List<KnownEntry> ordered = new ArrayList<>(found.subList(0, 1));
        found.stream()
                .skip(1)
                .sorted(Comparator.comparing(KnownEntry::state).thenComparingLong(KnownEntry::index))
                .forEach(ordered::add);
        return seal(kind, null, signed, ordered);
    }

    /** How many entries of a State's journal a checkpoint must cover. */
    private static long needed(List<KnownEntry> found, State state) {
        return found.stream()
                .filter(entry -> entry.state() == state)
                .mapToLong(entry -> entry.index() + 1)
                .max()
                .orElse(0);
    }

    private Receipt seal(
            ReceiptKind kind,
            @Nullable ReceiptQuestion question,
            Map<State, ReceiptJournal> signed,
            List<KnownEntry> found) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        List<ReceiptEntry> proved = found.stream()
                .map(entry -> proved(
                        entry, Optional.ofNullable(signed.get(entry.state())).orElseThrow()))
                .toList();
        ReceiptTrust.Carried carried = trust.carried(now);
        List<ReceiptJournal> checkpoints = List.copyOf(signed.values());
        Receipt receipt = Receipt.sealed(
                new ReceiptBody(kind, now, question, checkpoints, proved, carried.line(), carried.lists()), signer);
        int bytes = receipt.toBytes().length;
        if (bytes > Receipt.MOST_BYTES) {
            throw Failure.of(
                    ErrorCode.TOO_MUCH,
                    "Le reçu aurait " + bytes + " octets, au plus " + Receipt.MOST_BYTES
                            + " : demandez-en un par copie.",
                    "The receipt would have " + bytes + " bytes, at most " + Receipt.MOST_BYTES
                            + ": ask for one for each copy.");
        }
        return receipt;
    }

    private ReceiptEntry proved(KnownEntry entry, ReceiptJournal journal) {
        long size = Checkpoint.parse(journal.checkpoint().text()).size();
        return new ReceiptEntry(
                entry.state(),
                entry.index(),
                entry.opening().salt(),
                entry.opening().payload(),
                tree.inclusion(entry.state(), entry.index(), size).path());
    }

    private static Failure unsigned(State state) {
        return Failure.of(
                ErrorCode.NOT_READY,
                "Aucun point de contrôle signé connu ici ne couvre encore cette entrée du journal du " + state.french()
                        + " : réessayez dans un instant, ou demandez le reçu à un nœud de cet État.",
                "No signed checkpoint known here covers that entry of the journal of " + state.english()
                        + " yet: try again in a moment, or ask a node of that State for the receipt.");
    }
}
