package org.liptako.node.exchange.attest;

import java.time.Instant;
import java.util.List;
import org.liptako.node.identity.NodeTrust;
import org.liptako.node.journal.event.ErasureStatement;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.State;
import org.liptako.pki.quorum.QuorumOutcome;
import org.liptako.pki.quorum.QuorumRule;
import org.liptako.pki.quorum.SignatureVerdict;
import org.liptako.pki.quorum.SigningPeriod;

/** Tells which operators of the data centre have signed a statement: one is enough, for it is their own word. */
final class OperatorSignature {
    private final NodeTrust trust;
    private final QuorumRule rule;

    OperatorSignature(NodeTrust trust, State own) {
        this.trust = trust;
        this.rule = QuorumRule.of(Role.OPERATOR, own, 1);
    }

    /**
     * The operators who count, by name.
     *
     * @throws Failure STATEMENT_INVALID if there is none
     */
    List<String> signers(ErasureStatement statement, byte[] document, byte[] signatures, Instant now) {
        SigningPeriod period = new SigningPeriod(statement.at(), now);
        return switch (trust.quorum().verify(document, signatures, rule, period)) {
            case QuorumOutcome.Reached reached -> ofTheSite(statement, reached.signers());
            case QuorumOutcome.Unreadable unreadable ->
                throw refused(unreadable.reason().french(), unreadable.reason().english());
            case QuorumOutcome.NotReached lacking -> throw refused(lacking.french(), lacking.english());
        };
    }

    private static List<String> ofTheSite(ErasureStatement statement, List<SignatureVerdict.Counted> counted) {
        List<String> here = counted.stream()
                .map(SignatureVerdict.Counted::signer)
                .filter(signer ->
                        signer.dataCentre().filter(statement.site()::equals).isPresent())
                .map(Party::toString)
                .toList();
        if (here.isEmpty()) {
            String named = counted.getFirst().signer().toString();
            throw refused(
                    named + " n'exploite pas le site " + statement.site() + ".",
                    named + " does not run the site " + statement.site() + ".");
        }
        return here;
    }

    private static Failure refused(String fr, String en) {
        return Failure.of(
                ErrorCode.STATEMENT_INVALID,
                "La déclaration n'est pas signée par un exploitant du centre de données : " + fr,
                "The statement is not signed by an operator of the data centre: " + en);
    }
}
