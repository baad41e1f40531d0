package org.liptako.node.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liptako.node.journal.event.JournalJson;
import org.liptako.node.journal.event.PlacementAccepted;
import org.liptako.node.journal.event.PlacementDecided;
import org.liptako.node.journal.event.PlacementGranted;
import org.liptako.node.journal.event.PlacementOffered;
import org.liptako.node.journal.event.PlacementRefused;
import org.liptako.node.placement.GrantStatement;
import org.liptako.node.placement.JudgementStatement;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.State;
import org.liptako.pki.signature.ExpectedSigner;
import org.liptako.pki.signature.SignedStatement;
import org.liptako.pki.signature.StatementException;
import org.liptako.pki.signature.StatementVerifier;

/** Looks whether a record can have been journaled so: every signature, and every field that stands in it twice. Thread-safe. */
public final class DecisionInspection {
    private final StatementVerifier verifier;

    /**
     * An inspection that believes whom the verifier believes.
     *
     * @param verifier believes the nodes of the three States, as of the day of each statement
     */
    public DecisionInspection(StatementVerifier verifier) {
        this.verifier = verifier;
    }

    /** What is wrong with a record; nothing, for one that is as it was journaled. */
    public List<Flaw> flaws(DecisionRecord record) {
        Findings findings = new Findings();
        signatures(record, findings);
        Said home = record.home();
        if (home == null) {
            if (record.decision().isPresent()) {
                findings.add(
                        "homeStatement",
                        "elle manque, alors que l'entrée porte une décision",
                        "it is missing, though the entry has a decision");
            }
            return findings.list;
        }
        grounds(record, home, findings);
        entry(record, home.content(), findings);
        return findings.list;
    }

    private void signatures(DecisionRecord record, Findings findings) {
        Optional<DecisionRecord.Grant> grant = record.grant();
        Said home = record.home();
        if (home != null) {
            State state = home.content().state();
            Instant at = home.content().at();
            grant.ifPresent(signed -> signature("grant", signed.signed(), GrantStatement.CONTEXT, state, at, findings));
            boolean isTheGrant = grant.map(DecisionRecord.Grant::signed)
                    .filter(home.signed()::equals)
                    .isPresent();
            if (!isTheGrant) {
                signature(home.field(), home.signed(), JudgementStatement.CONTEXT, state, at, findings);
            }
        }
        Said host = record.host();
        if (host != null) {
            JudgementStatement content = host.content();
            signature(host.field(), host.signed(), JudgementStatement.CONTEXT, content.state(), content.at(), findings);
        }
    }

    private void signature(
            String field, SignedStatement signed, String context, State state, Instant at, Findings findings) {
        try {
            verifier.verify(signed, context, ExpectedSigner.nodeOf(state), at);
        } catch (StatementException e) {
            findings.list.add(new Flaw(field, new Sentence(e.french(), String.valueOf(e.getMessage()))));
        }
    }

    /** Each side's statement names the other's that it builds on, or answers. */
    private static void grounds(DecisionRecord record, Said home, Findings findings) {
        boolean builds = home.content().answers() != null;
        boolean told = record.host() != null;
        if (record.entry() instanceof PlacementOffered) {
            Said host = record.host();
            if (host == null || !host.isAnAnswerTo(home)) {
                findings.add("hostStatement", "elle ne répond pas à homeStatement", "it does not answer homeStatement");
            }
        } else if (builds && !told && !(record.entry() instanceof PlacementAccepted)) {
            findings.add(
                    "hostStatement",
                    "ce n'est pas la déclaration sur laquelle l'État d'origine s'est fondé",
                    "it is not the statement that the home State built on");
        }
    }

    private static void entry(DecisionRecord record, JudgementStatement home, Findings findings) {
        PlacementDecided entry = record.entry();
        findings.same("request", entry.request(), home.request());
        findings.same("terms", entry.terms(), home.terms());
        Said host = record.host();
        findings.same("ruleSet", entry.ruleSet(), home.ruleSet());
        if (host != null) {
            findings.same("hostStatement.ruleSet", host.content().ruleSet(), home.ruleSet());
        }
        record.grant().map(DecisionRecord.Grant::content).ifPresent(grant -> grant(entry, home, grant, findings));
    }

    private static void grant(
            PlacementDecided entry, JudgementStatement home, GrantStatement grant, Findings findings) {
        findings.equal(
                "grant.home",
                JournalJson.mapper().valueToTree(grant.home()),
                JournalJson.mapper().valueToTree(home));
        switch (entry) {
            case PlacementGranted said -> {
                findings.same("serial", said.serial(), grant.serial());
                findings.same("versionRoot", said.versionRoot(), grant.versionRoot());
                findings.same("expires", said.expires(), grant.expires());
                findings.equal("decision", said.decision(), grant.decision());
            }
            case PlacementAccepted said -> {
                findings.same("serial", said.serial(), grant.serial());
                findings.same("versionRoot", said.versionRoot(), grant.versionRoot());
                findings.same("expires", said.expires(), grant.expires());
            }
            case PlacementOffered said -> throw new IllegalStateException("An offer holds no grant.");
            case PlacementRefused said -> throw new IllegalStateException("A refusal holds no grant.");
        }
    }

    /** What was found. */
    private static final class Findings {
        private final List<Flaw> list = new ArrayList<>();

        void add(String field, String fr, String en) {
            list.add(new Flaw(field, new Sentence(fr, en)));
        }

        void same(String field, @Nullable Object here, @Nullable Object signed) {
            if (!Objects.equals(here, signed)) {
                differ(field, String.valueOf(here), String.valueOf(signed));
            }
        }

        void equal(String field, JsonNode here, JsonNode signed) {
            Difference.between(field, here, signed)
                    .ifPresent(found -> differ(found.field(), found.recorded(), found.again()));
        }

        private void differ(String field, String here, String signed) {
            add(
                    field,
                    "l'entrée dit « " + here + " », ce qui est signé dit « " + signed + " »",
                    "the entry says \"" + here + "\", what is signed says \"" + signed + "\"");
        }
    }
}
