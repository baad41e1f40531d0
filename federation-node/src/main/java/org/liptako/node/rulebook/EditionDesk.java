package org.liptako.node.rulebook;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.journal.Journal;
import org.liptako.node.journal.event.AlarmRaised;
import org.liptako.node.journal.event.RuleSetPublished;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.State;
import org.liptako.policy.edition.EditionRefusal;
import org.liptako.policy.edition.HeldEdition;
import org.liptako.policy.edition.RefusedEditionException;
import org.liptako.policy.edition.RuleEdition;
import org.liptako.policy.rules.Jurisdiction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes editions: from the State's own officers, and from peers. One is stored, journaled and put on the timeline, or refused with its reason. Thread-safe. */
final class EditionDesk implements Editions {
    private static final Logger LOG = LoggerFactory.getLogger(EditionDesk.class);

    private final Jdbi jdbi;
    private final EditionStore store;
    private final EditionJudge judge;
    private final Journal journal;
    private final RuleKeeper keeper;
    private final EditionCopies copies;
    private final Set<String> alarmed = new HashSet<>();

    EditionDesk(
            Jdbi jdbi,
            EditionStore store,
            EditionJudge judge,
            Journal journal,
            RuleKeeper keeper,
            EditionCopies copies) {
        this.jdbi = jdbi;
        this.store = store;
        this.judge = judge;
        this.journal = journal;
        this.keeper = keeper;
        this.copies = copies;
    }

    /**
     * An edition that stands.
     *
     * @param signers the officers who count; none for one that stood before
     */
    record Published(HeldEdition held, List<String> signers) {}

    @Override
    public boolean areSigned() {
        return true;
    }

    @Override
    public EditionLines lines() {
        return jdbi.withHandle(store::lines);
    }

    @Override
    public List<String> signers(HeldEdition held) {
        return jdbi.withHandle(handle -> store.signers(handle, held));
    }

    @Override
    public SignedEdition signed(HeldEdition held) {
        return jdbi.withHandle(handle -> store.signed(handle, held));
    }

    /**
     * Publishes an edition of the State's own rules, or of the AES's; again has no effect.
     *
     * @throws RefusedEditionException if it may not stand
     */
    @Override
    public Published publish(SignedEdition signed) throws RefusedEditionException {
        RuleEdition edition = EditionJudge.read(signed).edition();
        if (edition.jurisdiction() != Jurisdiction.AES
                && !edition.jurisdiction().name().equals(journal.state().name())) {
            throw new RefusedEditionException(
                    EditionRefusal.OTHER_JURISDICTION, edition.jurisdiction().name());
        }
        Published published = jdbi.inTransaction(handle -> {
            Published taken = take(handle, signed, EditionQuorum.Origin.PUBLISHED);
            if (!taken.signers().isEmpty()) {
                journal.append(handle, said(taken));
            }
            return taken;
        });
        taken(signed, published);
        return published;
    }

    /** Takes an edition that a peer hands on; what is refused is logged, and a rival of one that is held is an alarm. */
    void take(SignedEdition signed, State from) {
        try {
            taken(signed, jdbi.inTransaction(handle -> take(handle, signed, EditionQuorum.Origin.HANDED_ON)));
        } catch (RefusedEditionException refused) {
            LOG.warn("{}: {}", from, refused.getMessage());
            if (refused.refusal() == EditionRefusal.FORKED) {
                alarm(signed, from, refused);
            }
        }
    }

    private Published take(Handle handle, SignedEdition signed, EditionQuorum.Origin origin)
            throws RefusedEditionException {
        store.lock(handle);
        EditionLines lines = store.lines(handle);
        HeldEdition offered = EditionJudge.read(signed);
        Optional<HeldEdition> newest =
                lines.of(offered.edition().jurisdiction()).newest().filter(offered::equals);
        if (newest.isPresent()) {
            return new Published(offered, List.of());
        }
        EditionJudge.Accepted accepted = judge.judge(signed, origin, lines, store.words(handle, lines), journal.now());
        store.put(handle, accepted, signed, journal.now());
        return new Published(accepted.held(), accepted.signers());
    }

    private void taken(SignedEdition signed, Published published) {
        if (!published.signers().isEmpty()) {
            LOG.info(
                    "Edition {} {} ({}) is signed by {} and in force from {}.",
                    published.held().edition().jurisdiction(),
                    published.held().version(),
                    published.held().edition().act(),
                    published.signers(),
                    published.held().edition().inForceFrom());
            keeper.keep();
            copies.write(published.held(), signed);
        }
    }

    private RuleSetPublished said(Published taken) {
        RuleEdition edition = taken.held().edition();
        return new RuleSetPublished(
                journal.now(),
                edition.jurisdiction().name(),
                edition.version(),
                Digest.ofHex(taken.held().digest()),
                edition.act().name(),
                edition.inForceFrom(),
                taken.signers());
    }

    /** Once for each rival: the peer that has it will hand it on again and again. */
    private void alarm(SignedEdition signed, State from, RefusedEditionException refused) {
        synchronized (alarmed) {
            if (!alarmed.add(signed.digest())) {
                return;
            }
        }
        journal.append(new AlarmRaised(
                journal.now(),
                "EDITION_" + refused.refusal(),
                from,
                new Sentence(refused.wording().fr(), refused.wording().en())));
    }
}
