package org.liptako.node.registry;

import io.grpc.stub.StreamObserver;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
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
import org.liptako.policy.vocabulary.Vocabulary;
import org.liptako.registry.v1.DeclareIncidentRequest;
import org.liptako.registry.v1.DeclareIncidentResponse;
import org.liptako.registry.v1.DeclareRegisterRequest;
import org.liptako.registry.v1.DeclareRegisterResponse;
import org.liptako.registry.v1.ImportCatalogueRequest;
import org.liptako.registry.v1.ImportCatalogueResponse;
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
    private final Journal journal;
    private final Registry registry;
    private final CatalogueImport catalogue;

    public RegisterEndpoint(Journal journal, Registry registry, CatalogueImport catalogue) {
        this.journal = journal;
        this.registry = registry;
        this.catalogue = catalogue;
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
    public void declareRegister(DeclareRegisterRequest request, StreamObserver<DeclareRegisterResponse> answer) {
        Register register = switch (request.getRegister()) {
            case REGISTER_AUTHORISATIONS -> Register.AUTHORISATIONS;
            case REGISTER_HOLDS -> Register.HOLDS;
            case REGISTER_INCIDENTS -> Register.INCIDENTS;
            case REGISTER_UNSPECIFIED, UNRECOGNIZED ->
                throw meaningless("register", request.getRegister().name());
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
        Instant from = instant("from", request.getFrom()).orElse(now);
        Instant until = instant("until", request.getUntil()).orElse(null);
        if (until != null && !from.isBefore(until)) {
            throw meaningless("until", request.getUntil());
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
        Instant since = instant("since", request.getSince()).orElse(now);
        if (since.isAfter(now)) {
            throw meaningless("since", request.getSince());
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
        Instant until = instant("until", request.getUntil()).orElseThrow(() -> meaningless("until", ""));
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
        DatasetId id;
        try {
            id = new DatasetId(text);
        } catch (IllegalArgumentException e) {
            throw meaningless("dataset", text);
        }
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

    private static String code(String field, String text, String fact) {
        if (Vocabulary.standard().theFact(fact).wordByCode(text).isEmpty()) {
            throw meaningless(field, text);
        }
        return text;
    }

    private static Optional<Instant> instant(String field, String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException e) {
            throw meaningless(field, text);
        }
    }

    private static Failure meaningless(String field, String value) {
        return Failure.of(
                ErrorCode.INVALID_REQUEST,
                "Le champ " + field + " n'a pas de sens ici : « " + value + " ».",
                "The field " + field + " has no meaning here: \"" + value + "\".");
    }
}
