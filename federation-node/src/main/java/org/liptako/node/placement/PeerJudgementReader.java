package org.liptako.node.placement;

import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.liptako.pki.name.State;
import org.liptako.policy.decision.Decision;
import org.liptako.policy.decision.DecisionFormatException;
import org.liptako.policy.decision.Role;
import org.liptako.policy.facts.Facts;
import org.liptako.policy.facts.FactsException;
import org.liptako.policy.facts.FactsReader;
import org.liptako.policy.vocabulary.Fact;
import org.liptako.policy.vocabulary.Vocabulary;

/** Reads what another State's node has judged, and refuses what it has no say in. Thread-safe. */
public final class PeerJudgementReader {
    private final Vocabulary vocabulary;
    private final FactsReader facts;

    public PeerJudgementReader(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.facts = new FactsReader(vocabulary);
    }

    /**
     * Reads a judgement whose signature was checked before.
     *
     * @param signer the State whose node signed it
     * @throws RefusedStatementException if it speaks for another State, in another role, or of facts that it is not the authority for
     */
    public PeerJudgement read(JudgementStatement statement, State signer, Parties parties) {
        Role role = signer == parties.home() ? Role.HOME : Role.HOST;
        if (statement.state() != signer || statement.role() != role) {
            throw new RefusedStatementException(
                    "Un nœud de l'État " + signer.french() + " s'y prononce pour " + statement.state()
                            + " en qualité de " + statement.role() + ", au lieu de " + signer + " en qualité de " + role
                            + ".",
                    "A node of " + signer.english() + " speaks in it for " + statement.state() + " as "
                            + statement.role() + ", instead of " + signer + " as " + role + ".");
        }
        Facts said = facts(statement);
        mustBeItsOwn(said, signer, parties);
        return new PeerJudgement(statement, said, decision(statement, role));
    }

    private Facts facts(JudgementStatement statement) {
        try {
            Facts said = facts.read(statement.facts().toString());
            if (!said.at().equals(statement.at())) {
                throw new RefusedStatementException(
                        "Ses faits sont d'un autre instant que sa conclusion.",
                        "Its facts are of another instant than its finding.");
            }
            return said;
        } catch (FactsException e) {
            throw unreadable(statement.means(), e);
        }
    }

    /** A word that is only missing here is told apart from one that there is not. */
    private RefusedStatementException unreadable(@Nullable JudgingMeans means, FactsException e) {
        if (means != null && means.vocabularyVersion() > vocabulary.version()) {
            long theirs = means.vocabularyVersion();
            return new RefusedStatementException(
                    "Ses faits sont écrits dans la version " + theirs
                            + " du vocabulaire, dont ce nœud, qui juge d'après la"
                            + " version " + vocabulary.version() + ", ne connaît pas « " + e.fact()
                            + " » tel qu'il y est dit ; mettez ce nœud à jour.",
                    "Its facts are written in version " + theirs
                            + " of the vocabulary, of which this node, which judges by"
                            + " version " + vocabulary.version() + ", does not know \"" + e.fact()
                            + "\" as it is said there; update this node.",
                    e);
        }
        return new RefusedStatementException(
                "Ses faits sont illisibles : " + e.wording().fr(),
                "Its facts cannot be read: " + e.wording().en(),
                e);
    }

    private void mustBeItsOwn(Facts said, State signer, Parties parties) {
        String others = vocabulary.facts().stream()
                .filter(said::isKnown)
                .filter(fact -> !FactAuthority.mayAssert(signer, fact, parties))
                .map(Fact::code)
                .collect(Collectors.joining(", "));
        if (!others.isEmpty()) {
            throw new RefusedStatementException(
                    "L'État " + signer.french() + " y affirme des faits qui ne relèvent pas de lui : " + others + ".",
                    signer.english() + " asserts facts in it that are not its own to assert: " + others + ".");
        }
    }

    private static Optional<Decision> decision(JudgementStatement statement, Role role) {
        if (statement.decision() == null) {
            if (statement.engineFailure() == null) {
                throw new RefusedStatementException(
                        "Elle ne contient ni conclusion ni défaillance du moteur.",
                        "It holds neither a finding nor a failure of the engine.");
            }
            return Optional.empty();
        }
        try {
            Decision decision = JudgementWriter.decision(statement.decision());
            if (decision.findings().stream()
                    .anyMatch(finding -> finding.role() != role && finding.role() != Role.REGION)) {
                throw new RefusedStatementException(
                        "Elle conclut dans un rôle qui n'est pas le sien.", "It finds in a role that is not its own.");
            }
            return Optional.of(decision);
        } catch (DecisionFormatException e) {
            throw new RefusedStatementException(
                    "Sa conclusion est illisible.", "Its finding cannot be read: " + e.getMessage(), e);
        }
    }
}
