package org.liptako.node.peer;

import io.grpc.stub.StreamObserver;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.liptako.federation.v1.FederationServiceGrpc.FederationServiceImplBase;
import org.liptako.federation.v1.GetNodeRequest;
import org.liptako.federation.v1.GetNodeResponse;
import org.liptako.federation.v1.JournalStanding;
import org.liptako.federation.v1.KnownVocabulary;
import org.liptako.federation.v1.PeerStatus;
import org.liptako.node.config.NodeConfig;
import org.liptako.node.config.PeerConfig;
import org.liptako.node.identity.NodeIdentity;
import org.liptako.node.identity.NodeTrust;
import org.liptako.node.journal.JournalStatus;
import org.liptako.node.journal.PeerJournals;
import org.liptako.node.journal.tree.Checkpoints;
import org.liptako.node.journal.witness.WitnessStanding;
import org.liptako.node.journal.witness.Witnesses;
import org.liptako.node.wire.SentenceMessages;

/** The node's own card, and how it sees its peers. */
final class FederationEndpoint extends FederationServiceImplBase {
    private final NodeIdentity identity;
    private final NodeConfig node;
    private final RunningNode.Source running;
    private final PeerDirectory directory;
    private final PeerJournals journals;
    private final Checkpoints checkpoints;
    private final Witnesses witnesses;
    private final NodeTrust trust;
    private final Clock clock;

    FederationEndpoint(
            NodeIdentity identity,
            NodeConfig node,
            RunningNode.Source running,
            PeerDirectory directory,
            PeerJournals journals,
            Checkpoints checkpoints,
            Witnesses witnesses,
            NodeTrust trust,
            Clock clock) {
        this.identity = identity;
        this.node = node;
        this.running = running;
        this.directory = directory;
        this.journals = journals;
        this.checkpoints = checkpoints;
        this.witnesses = witnesses;
        this.trust = trust;
        this.clock = clock;
    }

    @Override
    public void getNode(GetNodeRequest request, StreamObserver<GetNodeResponse> answer) {
        RunningNode told = running.now();
        GetNodeResponse.Builder response = GetNodeResponse.newBuilder()
                .setState(identity.state().name())
                .setSite(identity.site().value())
                .setName(identity.name())
                .setVersion(told.version())
                .setDemonstration(node.demonstration())
                .setEngine(told.engine())
                .setRuleSet(told.ruleSet())
                .setJournal(standing())
                .setTrust(TrustStandingMessages.of(trust.believed(), clock.instant()))
                .setCertificateEnds(identity.credential()
                        .certificate()
                        .getNotAfter()
                        .toInstant()
                        .toString());
        told.vocabularies()
                .forEach(known -> response.addVocabularies(
                        KnownVocabulary.newBuilder().setVersion(known.version()).setDigest(known.digest())));
        for (JournalStatus status : journals.statuses()) {
            if (status.state() == identity.state()) {
                response.setJournalSize(status.chain().length());
            } else {
                directory.of(status.state()).ifPresent(peer -> response.addPeers(status(peer, status)));
            }
        }
        answer.onNext(response.build());
        answer.onCompleted();
    }

    private static void add(WitnessStanding.Witness witness, JournalStanding.Builder standing) {
        org.liptako.federation.v1.WitnessStanding.Builder one = org.liptako.federation.v1.WitnessStanding.newBuilder()
                .setState(witness.state().name())
                .setSize(witness.size());
        witness.missing()
                .ifPresent(missing -> one.setMissingSince(missing.since().toString())
                        .setWhy(SentenceMessages.toMessage(missing.why())));
        standing.addWitnesses(one);
    }

    private JournalStanding standing() {
        JournalStanding.Builder standing = JournalStanding.newBuilder();
        checkpoints.key().ifPresent(key -> standing.setSigns(true).setKey(key.toString()));
        checkpoints
                .last()
                .ifPresent(last -> standing.setCheckpointSize(last.size())
                        .setSignedAt(last.at().toString()));
        WitnessStanding seen = witnesses.standing();
        standing.setWitnessesNeeded(seen.needed()).setWitnessedSize(seen.size());
        seen.witnesses().forEach(witness -> add(witness, standing));
        return standing.build();
    }

    private static PeerStatus status(PeerConfig peer, JournalStatus journal) {
        Optional<String> heard = journal.lastHeard().map(Instant::toString);
        return PeerStatus.newBuilder()
                .setState(peer.state().name())
                .setSite(peer.site().value())
                .setReachable(journal.reachable())
                .setLastHeard(heard.orElse(""))
                .setJournalSize(journal.chain().length())
                .build();
    }
}
