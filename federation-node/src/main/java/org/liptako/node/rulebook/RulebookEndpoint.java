package org.liptako.node.rulebook;

import com.google.protobuf.ByteString;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.PacedAnswer;
import org.liptako.pki.evidence.Digest;
import org.liptako.policy.edition.EditionLine;
import org.liptako.policy.edition.HeldEdition;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.rules.SourceFile;
import org.liptako.rulebook.v1.GetEditionsRequest;
import org.liptako.rulebook.v1.GetEditionsResponse;
import org.liptako.rulebook.v1.GetRuleSetRequest;
import org.liptako.rulebook.v1.GetRuleSetResponse;
import org.liptako.rulebook.v1.GetRulesRequest;
import org.liptako.rulebook.v1.GetRulesResponse;
import org.liptako.rulebook.v1.GetVocabularyRequest;
import org.liptako.rulebook.v1.GetVocabularyResponse;
import org.liptako.rulebook.v1.PublishEditionRequest;
import org.liptako.rulebook.v1.PublishEditionResponse;
import org.liptako.rulebook.v1.RulebookServiceGrpc;

/** Publishes the rules: those in force, so that every State can recompute what another has decided, and the signed editions that they come from. */
final class RulebookEndpoint extends RulebookServiceGrpc.RulebookServiceImplBase {
    /** Under the message limit of 4 MiB, with room for the path. */
    private static final int PART = 1 << 20;

    private final RuleSets ruleSets;
    private final Editions editions;
    private final SigningDesk signing;
    private final RuleArchive archive;
    private final RuleSetMessages standing;
    private final Clock clock;

    RulebookEndpoint(
            RuleSets ruleSets,
            Editions editions,
            SigningDesk signing,
            RuleArchive archive,
            PeerRules peers,
            Clock clock) {
        this.ruleSets = ruleSets;
        this.editions = editions;
        this.signing = signing;
        this.archive = archive;
        this.standing = new RuleSetMessages(editions, peers, ruleSets::vocabularies);
        this.clock = clock;
    }

    @Override
    public void getRuleSet(GetRuleSetRequest request, StreamObserver<GetRuleSetResponse> answer) {
        Instant now = clock.instant();
        answer.onNext(standing.of(ruleSets.inForce(now), now));
        answer.onCompleted();
    }

    @Override
    public void getRules(GetRulesRequest request, StreamObserver<GetRulesResponse> answer) {
        List<SourceFile> files = Jurisdiction.of(request.getJurisdiction())
                .flatMap(jurisdiction -> files(jurisdiction, Digest.ofHex(request.getDigest())))
                .orElseThrow(() -> Failure.of(
                        ErrorCode.NOT_KNOWN,
                        "Ce nœud n'a jamais eu de règles de « " + request.getJurisdiction() + " » sous l'empreinte "
                                + request.getDigest() + " ; demandez-les à un nœud de l'État qui a jugé d'après elles.",
                        "This node never had rules of \"" + request.getJurisdiction() + "\" under the digest "
                                + request.getDigest() + "; ask a node of the State that judged by them."));
        PacedAnswer.begin(
                files.stream().flatMap(RulebookEndpoint::parts).iterator(),
                (ServerCallStreamObserver<GetRulesResponse>) answer);
    }

    /** Those in force are at hand; others are looked for among all that there ever were. */
    private Optional<List<SourceFile>> files(Jurisdiction jurisdiction, Digest digest) {
        RulesInForce rules = ruleSets.inForce();
        return rules.ruleSet().of(jurisdiction).digest().equals(digest.hex())
                ? Optional.of(rules.files(jurisdiction).stream()
                        .map(file -> new SourceFile(file.path(), file.bytes()))
                        .toList())
                : archive.find(jurisdiction, digest);
    }

    @Override
    public void getVocabulary(GetVocabularyRequest request, StreamObserver<GetVocabularyResponse> answer) {
        byte[] file = archive.vocabulary(Digest.ofHex(request.getDigest()))
                .orElseThrow(() -> Failure.of(
                        ErrorCode.NOT_KNOWN,
                        "Aucune édition de l'AES connue ici n'a publié de vocabulaire sous l'empreinte "
                                + request.getDigest() + " ; « liptako rules status » nomme les versions connues, et la"
                                + " version 1 est livrée avec le produit.",
                        "No edition of the AES known here has published a vocabulary under the digest "
                                + request.getDigest() + "; \"liptako rules status\" names the versions that are known,"
                                + " and version 1 comes with the product."));
        answer.onNext(GetVocabularyResponse.newBuilder()
                .setContent(ByteString.copyFrom(file))
                .build());
        answer.onCompleted();
    }

    @Override
    public void getEditions(GetEditionsRequest request, StreamObserver<GetEditionsResponse> answer) {
        EditionLines lines = editions.lines();
        Map<String, org.liptako.rulebook.v1.HeldEdition> held = new HashMap<>();
        request.getHeldList().forEach(one -> held.put(one.getJurisdiction(), one));
        PacedAnswer.begin(
                // The AES's first: they may bring the words that a State's are written in.
                Jurisdiction.all().reversed().stream()
                        .flatMap(jurisdiction -> missing(lines.of(jurisdiction), held.get(jurisdiction.name())))
                        .flatMap(missing -> EditionMessages.parts(editions.signed(missing)))
                        .map(part ->
                                GetEditionsResponse.newBuilder().setPart(part).build())
                        .iterator(),
                (ServerCallStreamObserver<GetEditionsResponse>) answer);
    }

    @Override
    public StreamObserver<PublishEditionRequest> publishEdition(StreamObserver<PublishEditionResponse> answer) {
        return new EditionUploadEndpoint(editions, signing, answer);
    }

    /** What the caller lacks, and our own of the version where it holds another: so a fork does not stay hidden. */
    private static Stream<HeldEdition> missing(EditionLine line, org.liptako.rulebook.v1.@Nullable HeldEdition held) {
        if (held == null) {
            return line.editions().stream();
        }
        return line.editions().stream()
                .filter(ours -> ours.version() > held.getVersion()
                        || (ours.version() == held.getVersion()
                                && !ours.digest().equals(held.getDigest())));
    }

    /** A file longer than a message comes in parts: the same path again, in order. */
    private static Stream<GetRulesResponse> parts(SourceFile file) {
        int parts = Math.max(1, Math.ceilDiv(file.bytes().length, PART));
        return Stream.iterate(0, part -> part < parts, part -> part + 1).map(part -> {
            int from = part * PART;
            return GetRulesResponse.newBuilder()
                    .setPath(file.path())
                    .setContent(ByteString.copyFrom(file.bytes(), from, Math.min(PART, file.bytes().length - from)))
                    .build();
        });
    }
}
