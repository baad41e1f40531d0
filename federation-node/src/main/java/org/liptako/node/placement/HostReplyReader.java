package org.liptako.node.placement;

import java.util.Optional;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.State;
import org.liptako.pki.signature.SignedStatement;
import org.liptako.policy.facts.Facts;

/** Believes the host's judgement only if it verifies, answers the question, keeps to the host's facts, and is what the host's published rules give. */
final class HostReplyReader {
    private final Statements statements;
    private final PlacementAlarms alarms;

    HostReplyReader(Statements statements, PlacementAlarms alarms) {
        this.statements = statements;
        this.alarms = alarms;
    }

    HostReply read(Opinion asked, SignedStatement said) {
        State host = asked.question().parties().target();
        try {
            PeerJudgement peer = open(asked, said, host);
            Facts joint = PlacementFacts.in(asked.homes().vocabulary())
                    .joint(asked.question().terms(), asked.question().parties(), asked.homes(), peer.facts());
            return weigh(asked, peer, joint);
        } catch (RefusedStatementException e) {
            Sentence words = Reasons.statement(host, e.words());
            alarms.raise(RefusalReason.STATEMENT_INVALID.name(), host, words);
            return new HostReply.Useless(RefusalReason.STATEMENT_INVALID, words);
        }
    }

    private PeerJudgement open(Opinion asked, SignedStatement said, State host) {
        JudgementStatement content = statements.open(said, JudgementStatement.CONTEXT, host, JudgementStatement.class);
        Question question = asked.question();
        boolean answers = content.request().equals(question.request())
                && content.terms().equals(question.terms())
                && content.at().equals(question.at())
                && content.isAnAnswerTo(asked.signed());
        if (!answers) {
            throw new RefusedStatementException(
                    "Elle ne répond pas à la question posée.", "It does not answer the question that was asked.");
        }
        return new PeerJudgementReader(asked.homes().vocabulary()).read(content, host, question.parties());
    }

    private HostReply weigh(Opinion asked, PeerJudgement peer, Facts joint) {
        Optional<Objection> objection = Optional.ofNullable(peer.statement().objection());
        if (objection.isPresent()) {
            return object(objection.get(), peer.state(), peer.state());
        }
        objection = new Recomputation(asked.rules()).objection(peer, joint);
        if (objection.isPresent()) {
            return object(objection.get(), asked.question().parties().home(), peer.state());
        }
        return peer.decision()
                .<HostReply>map(decision -> new HostReply.Believed(decision, joint))
                .orElseGet(() -> noAnswer(peer));
    }

    private HostReply object(Objection objection, State objector, State about) {
        Sentence words = Reasons.objection(objection, objector);
        if (objection.isAlarming()) {
            alarms.raise(objection.name(), about, words);
        }
        return new HostReply.Useless(Reasons.of(objection), words);
    }

    private static HostReply noAnswer(PeerJudgement peer) {
        String failure = String.valueOf(peer.statement().engineFailure());
        return new HostReply.Useless(Reasons.ofEngine(failure), Reasons.engine(failure, peer.state()));
    }
}
