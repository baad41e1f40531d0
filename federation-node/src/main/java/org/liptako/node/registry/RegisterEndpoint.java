package org.liptako.node.registry;

import io.grpc.stub.StreamObserver;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.function.Function;
import org.liptako.node.journal.Journal;
import org.liptako.node.journal.event.AuthorisationRecorded;
import org.liptako.node.journal.event.Country;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.HoldRecorded;
import org.liptako.node.journal.event.IncidentDeclared;
import org.liptako.node.journal.event.JournalEvent;
import org.liptako.node.journal.event.Register;
import org.liptako.node.journal.event.RegisterDeclared;
import org.liptako.node.journal.event.RetentionRecorded;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.Sentence;
import org.liptako.policy.vocabulary.Fact;
import org.liptako.policy.vocabulary.FactWord;
import org.liptako.registry.v1.DeclareIncidentRequest;
import org.liptako.registry.v1.DeclareIncidentResponse;
import org.liptako.registry.v1.DeclareRegisterRequest;
import org.liptako.registry.v1.DeclareRegisterResponse;
import org.liptako.registry.v1.ImportCatalogueRequest;
import org.liptako.registry.v1.ImportCatalogueResponse;
import org.liptako.registry.v1.ImportTableRequest;
import org.liptako.registry.v1.ImportTableResponse;
import org.liptako.registry.v1.RecordAuthorisationRequest;
import org.liptako.registry.v1.RecordAuthorisationResponse;
import org.liptako.registry.v1.RecordHoldRequest;
import org.liptako.registry.v1.RecordHoldResponse;
import org.liptako.registry.v1.RecordRetentionRequest;
import org.liptako.registry.v1.RecordRetentionResponse;
import org.liptako.registry.v1.RegisterServiceGrpc;

/** What this State's own people record of its catalogue and in its registers; journaled before they are answered. */
@Singleton
public final class RegisterEndpoint extends RegisterServiceGrpc.RegisterServiceImplBase {
    private static final Sentence REGISTERS = new Sentence(
            "l'un des registres : authorisations, holds, incidents",
            "one of the registers: authorisations, holds, incidents");
    private static final Sentence LATER = new Sentence("un instant après le début", "an instant after the beginning");
    private static final Sentence PAST =
            new Sentence("un instant qui n'est pas à venir", "an instant that is not to come");

    private final Journal journal;
    private final Registry registry;
    private final CatalogueImport catalogue;
    private final WordsInUse words;

    public RegisterEndpoint(Journal journal, Registry registry, CatalogueImport catalogue, WordsInUse words) {
        this.journal = journal;
        this.registry = registry;
        this.catalogue = catalogue;
        this.words = words;
    }

    @Override
    public void importCatalogue(ImportCatalogueRequest request, StreamObserver<ImportCatalogueResponse> answer) {
        CatalogueImport.Taken taken = catalogue.take(request.getYaml());
        answer.onNext(ImportCatalogueResponse.newBuilder()
                .setSites(taken.sites())
                .setDatasets(taken.datasets())
                .setReplicas(taken.copies())
                .setLeftOut(taken.leftOut())
                .build());
        answer.onCompleted();
    }

    @Override
    public void importTable(ImportTableRequest request, StreamObserver<ImportTableResponse> answer) {
        answer.onNext(
                TableMessages.response(catalogue.takeTables(request.getFile().toByteArray(), request.getCheckOnly())));
        answer.onCompleted();
    }

    @Override
    public void declareRegister(DeclareRegisterRequest request, StreamObserver<DeclareRegisterResponse> answer) {
        Register register = switch (request.getRegister()) {
            case REGISTER_AUTHORISATIONS -> Register.AUTHORISATIONS;
            case REGISTER_HOLDS -> Register.HOLDS;
            case REGISTER_INCIDENTS -> Register.INCIDENTS;
            case REGISTER_UNSPECIFIED, UNRECOGNIZED ->
                throw RequestFields.meaningless(
                        "register", request.getRegister().name(), REGISTERS);
        };
        journaled(
                new RegisterDeclared(journal.now(), register, request.getKept()),
                index -> DeclareRegisterResponse.newBuilder()
                        .setJournalIndex(index)
                        .build(),
                answer);
    }

    @Override
    public void recordAuthorisation(
            RecordAuthorisationRequest request, StreamObserver<RecordAuthorisationResponse> answer) {
        Instant now = journal.now();
        Instant from = RequestFields.instant("from", request.getFrom()).orElse(now);
        Instant until = RequestFields.instant("until", request.getUntil()).orElse(null);
        if (until != null && !from.isBefore(until)) {
            throw RequestFields.meaningless("until", request.getUntil(), LATER);
        }
        journaled(
                new AuthorisationRecorded(
                        now,
                        dataset(request.getDataset()),
                        code("operation", request.getOperation(), "operation"),
                        new Country(request.getDestination()),
                        code("status", request.getStatus(), "authorisation.APDP"),
                        from,
                        until,
                        request.getReference()),
                index -> RecordAuthorisationResponse.newBuilder()
                        .setJournalIndex(index)
                        .build(),
                answer);
    }

    @Override
    public void recordHold(RecordHoldRequest request, StreamObserver<RecordHoldResponse> answer) {
        journaled(
                new HoldRecorded(
                        journal.now(), ownDataset(request.getDataset()), request.getHeld(), request.getReference()),
                index -> RecordHoldResponse.newBuilder().setJournalIndex(index).build(),
                answer);
    }

    @Override
    public void declareIncident(DeclareIncidentRequest request, StreamObserver<DeclareIncidentResponse> answer) {
        Instant now = journal.now();
        Instant since = RequestFields.instant("since", request.getSince()).orElse(now);
        if (since.isAfter(now)) {
            throw RequestFields.meaningless("since", request.getSince(), PAST);
        }
        journaled(
                new IncidentDeclared(now, request.getDeclared(), since, request.getReference()),
                index -> DeclareIncidentResponse.newBuilder()
                        .setJournalIndex(index)
                        .build(),
                answer);
    }

    @Override
    public void recordRetention(RecordRetentionRequest request, StreamObserver<RecordRetentionResponse> answer) {
        Instant until = RequestFields.instant("until", request.getUntil()).orElseThrow();
        journaled(
                new RetentionRecorded(journal.now(), ownDataset(request.getDataset()), until),
                index -> RecordRetentionResponse.newBuilder()
                        .setJournalIndex(index)
                        .build(),
                answer);
    }

    private <R> void journaled(JournalEvent event, Function<Long, R> response, StreamObserver<R> answer) {
        answer.onNext(response.apply(journal.append(event)));
        answer.onCompleted();
    }

    /** A dataset of whichever State, once the registry knows it. */
    private DatasetId dataset(String text) {
        DatasetId id = RequestFields.dataset(text);
        if (registry.dataset(id).isEmpty()) {
            throw Failure.of(
                    ErrorCode.NOT_KNOWN,
                    "Le registre ne connaît pas le jeu de données " + id + " ; son État doit d'abord l'inscrire.",
                    "The registry does not know the dataset " + id + "; its State must record it first.");
        }
        return id;
    }

    private DatasetId ownDataset(String text) {
        DatasetId id = dataset(text);
        if (id.home().filter(home -> home == journal.state()).isEmpty()) {
            throw Failure.of(
                    ErrorCode.OTHER_STATE_DECIDES,
                    "Le jeu de données " + id + " relève d'un autre État ; adressez-vous à son nœud.",
                    "The dataset " + id + " is another State's; turn to its node.");
        }
        return id;
    }

    private String code(String field, String text, String fact) {
        Fact known = words.now().theFact(fact);
        if (known.wordByCode(text).isEmpty()) {
            String codes =
                    String.join(", ", known.words().stream().map(FactWord::code).toList());
            throw RequestFields.meaningless(field, text, new Sentence("l'un de " + codes, "one of " + codes));
        }
        return text;
    }
}
