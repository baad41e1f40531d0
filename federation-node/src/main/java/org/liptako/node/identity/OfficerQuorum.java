package org.liptako.node.identity;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.pki.name.State;
import org.liptako.pki.quorum.QuorumOutcome;
import org.liptako.pki.quorum.QuorumRule;
import org.liptako.pki.quorum.SigningPeriod;
import org.liptako.pki.trust.SignedAct;

/** Counts the officers who signed an order of their State: as many as its rules take, and never fewer than two. Thread-safe. */
public final class OfficerQuorum {
    private static final int LEAST = 2;

    private final NodeTrust trust;
    private final State own;

    public OfficerQuorum(NodeTrust trust, State own) {
        this.trust = trust;
        this.own = own;
    }

    /**
     * The officers who count, by name.
     *
     * @param signatures CMS SignedData, detached
     * @param from when the document was drawn up: whoever signed before did not sign it
     * @throws Failure STATEMENT_INVALID if they are not enough
     */
    public List<String> signers(byte[] document, byte[] signatures, Instant from, Instant now) {
        int people = Math.max(LEAST, trust.rightTo(SignedAct.STATE_RULES).people());
        QuorumRule rule = QuorumRule.of(SignedAct.STATE_RULES.role(), own, people);
        return switch (trust.quorum().verify(document, signatures, rule, new SigningPeriod(from, now))) {
            case QuorumOutcome.Reached reached ->
                reached.signers().stream()
                        .map(signature -> signature.signer().toString())
                        .toList();
            case QuorumOutcome.Unreadable unreadable ->
                throw refused(unreadable.reason().french(), unreadable.reason().english());
            case QuorumOutcome.NotReached lacking ->
                throw refused(
                        lacking.signers().size() + " sur " + people + told(lacking, true),
                        lacking.signers().size() + " of " + people + told(lacking, false));
        };
    }

    private static String told(QuorumOutcome.NotReached lacking, boolean french) {
        return Stream.concat(
                        lacking.signers().stream()
                                .map(counted -> counted.signer().toString()),
                        lacking.discounted().stream().map(fault -> french ? fault.french() : fault.english()))
                .distinct()
                .collect(Collectors.joining("; ", " (", ")"));
    }

    private static Failure refused(String fr, String en) {
        return Failure.of(
                ErrorCode.STATEMENT_INVALID,
                "L'ordre n'est pas signé par assez d'agents juridiques de l'État : " + fr + ".",
                "The order is not signed by enough legal officers of the State: " + en + ".");
    }
}
