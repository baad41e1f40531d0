package org.liptako.node.console;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.liptako.node.config.NodeConfig;
import org.liptako.node.exchange.recognition.RecognisedStore;
import org.liptako.node.identity.NodeIdentity;
import org.liptako.node.identity.NodeTrust;
import org.liptako.node.journal.Journal;
import org.liptako.node.journal.witness.WitnessStanding;
import org.liptako.node.journal.witness.Witnesses;
import org.liptako.node.operations.Drain;
import org.liptako.node.rulebook.EngineFailures;
import org.liptako.node.rulebook.RuleSets;

/** Puts into words how each part of the node does, and what to do where one does not: the same that its health page tells programs. */
@Singleton
final class PartRows {
    /** Below a tenth an operator should know, for a transfer is refused where its copy has no room. */
    private static final double LEAST_FREE = 0.1;

    private final RuleSets rules;
    private final EngineFailures engines;
    private final Journal journal;
    private final RecognisedStore store;
    private final Witnesses witnesses;
    private final NodeIdentity identity;
    private final NodeTrust trust;
    private final Drain drain;
    private final NodeConfig node;
    private final Clock clock;

    PartRows(
            RuleSets rules,
            EngineFailures engines,
            Journal journal,
            RecognisedStore store,
            Witnesses witnesses,
            NodeIdentity identity,
            NodeTrust trust,
            Drain drain,
            NodeConfig node,
            Clock clock) {
        this.rules = rules;
        this.engines = engines;
        this.journal = journal;
        this.store = store;
        this.witnesses = witnesses;
        this.identity = identity;
        this.trust = trust;
        this.drain = drain;
        this.node = node;
        this.clock = clock;
    }

    List<PartRow> rows(Words words) {
        List<PartRow> rows = new ArrayList<>();
        rows.add(
                drain.isUnderWay()
                        ? bad("drain", words.of("part.drain.leaves"), words)
                        : good("drain", words.of("part.drain.stays"), words));
        rows.add(engine(words));
        rows.add(journal(words));
        rows.add(store(words));
        rows.add(disk(words));
        rows.add(certificate(words));
        rows.add(trust(words));
        rows.addAll(witnesses(words));
        return rows;
    }

    /** Those of which one is wrong now, but the certificate and the trust state. */
    List<PartRow> troubles(Words words) {
        return Stream.concat(
                        Stream.of(engine(words), journal(words), store(words), disk(words)), witnesses(words).stream())
                .filter(part -> part.tone().equals("bad"))
                .toList();
    }

    private PartRow engine(Words words) {
        if (engines.haveLatelyDisagreed()) {
            return bad("rules", words.of("part.rules.disagree", rules.engine()), words);
        }
        return rules.engineAnswers()
                ? good("rules", words.of("part.rules.answers", rules.engine()), words)
                : bad("rules", words.of("part.rules.silent", rules.engine()), words);
    }

    private PartRow journal(Words words) {
        String length =
                words.of("part.journal.entries", Long.toString(journal.chain().length()));
        return journal.hold()
                .why()
                .map(why -> bad("journal", words.of(why), words))
                .orElseGet(() -> good("journal", length, words));
    }

    private PartRow store(Words words) {
        try {
            return store.refusal()
                    .map(why -> bad("store", words.of(why), words))
                    .orElseGet(() -> good("store", words.of("part.store.known"), words));
        } catch (IOException e) {
            return bad("store", words.of("part.store.unreadable"), words);
        }
    }

    private PartRow disk(Words words) {
        try {
            FileStore disk = Files.getFileStore(node.dataDir());
            long free = disk.getUsableSpace();
            long all = disk.getTotalSpace();
            String told = words.of("part.disk.free", Amounts.bytes(free, words), Amounts.bytes(all, words));
            return free < LEAST_FREE * all ? bad("disk", told, words) : good("disk", told, words);
        } catch (IOException e) {
            return bad("disk", words.of("part.store.unreadable"), words);
        }
    }

    private PartRow certificate(Words words) {
        Instant ends = identity.credential().certificate().getNotAfter().toInstant();
        String told = words.of("part.certificate.ends", words.of(ends));
        return ends.isBefore(clock.instant().plus(NodeMatters.LEAST_LEFT))
                ? bad("certificate", told, words)
                : good("certificate", told, words);
    }

    private PartRow trust(Words words) {
        Optional<Instant> issued = trust.issuedAt();
        if (issued.isEmpty()) {
            return new PartRow(words.of("part.trust"), "open", words.of("trust.none"), words.of("part.trust.mend"));
        }
        String told = words.of("trust.state", Long.toString(trust.number()), words.of(issued.get()));
        return trust.nextUpdate()
                        .filter(next -> !clock.instant().isBefore(next))
                        .isPresent()
                ? bad("trust", told, words)
                : good("trust", told, words);
    }

    private List<PartRow> witnesses(Words words) {
        WitnessStanding standing = witnesses.standing();
        List<PartRow> rows = new ArrayList<>();
        String told = words.of("part.witnesses.cover", Long.toString(standing.size()), standing.needed());
        rows.add(standing.isStalled() ? bad("witnesses", told, words) : good("witnesses", told, words));
        standing.witnesses()
                .forEach(witness -> witness.missing()
                        .ifPresent(missing -> rows.add(new PartRow(
                                words.of("part.witness", words.of(witness.state())),
                                "open",
                                words.of("part.witness.missing", words.of(missing.since())),
                                words.of(missing.why())))));
        return rows;
    }

    private static PartRow good(String part, String status, Words words) {
        return new PartRow(words.of("part." + part), "good", status, "");
    }

    private static PartRow bad(String part, String status, Words words) {
        return new PartRow(words.of("part." + part), "bad", status, words.of("part." + part + ".mend"));
    }
}
