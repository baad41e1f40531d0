package org.liptako.node.replay;

import com.google.protobuf.ByteString;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.liptako.node.journal.JournalEntry;
import org.liptako.node.journal.Opening;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.journal.event.RequestId;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.PacedAnswer;
import org.liptako.node.wire.Sentence;
import org.liptako.placement.v1.DecisionPeriod;
import org.liptako.placement.v1.DecisionServiceGrpc;
import org.liptako.placement.v1.ReadDecisionsRequest;
import org.liptako.placement.v1.ReadDecisionsResponse;

/** Gives the State's own people its decisions, as journaled. */
final class DecisionEndpoint extends DecisionServiceGrpc.DecisionServiceImplBase {
    private final DecisionArchive archive;

    DecisionEndpoint(DecisionArchive archive) {
        this.archive = archive;
    }

    @Override
    public void readDecisions(ReadDecisionsRequest request, StreamObserver<ReadDecisionsResponse> answer) {
        PacedAnswer.begin(messages(entries(request)), (ServerCallStreamObserver<ReadDecisionsResponse>) answer);
    }

    private Iterator<JournalEntry> entries(ReadDecisionsRequest request) {
        return switch (request.getWhichCase()) {
            case REQUEST_ID -> {
                String id = request.getRequestId();
                yield known(id, archive.of(new RequestId(id)));
            }
            case GRANT_SERIAL -> {
                String serial = request.getGrantSerial();
                yield known(serial, archive.of(new GrantSerial(serial)));
            }
            case PERIOD -> {
                DecisionPeriod period = request.getPeriod();
                yield archive.between(
                        instant("period.since", period.getSince(), Instant.EPOCH),
                        instant("period.until", period.getUntil(), DecisionArchive.END));
            }
            case WHICH_NOT_SET ->
                throw Failure.of(
                        ErrorCode.INVALID_REQUEST,
                        "Dites de quelles décisions il s'agit : request_id, grant_serial ou period.",
                        "Say which decisions: request_id, grant_serial or period.");
        };
    }

    private static Iterator<JournalEntry> known(String name, List<JournalEntry> entries) {
        if (entries.isEmpty()) {
            throw Failure.of(
                    ErrorCode.NOT_KNOWN,
                    "Le journal de cet État ne contient aucune décision sur " + name
                            + " ; adressez-vous au nœud de l'État qui l'a prise.",
                    "This State's journal has no decision on " + name + "; ask the node of the State that made it.");
        }
        return entries.iterator();
    }

    private static Instant instant(String field, String text, Instant otherwise) {
        try {
            Instant instant =
                    text.isEmpty() ? otherwise : OffsetDateTime.parse(text).toInstant();
            if (!instant.isBefore(Instant.EPOCH) && !instant.isAfter(DecisionArchive.END)) {
                return instant;
            }
        } catch (DateTimeParseException e) {
            throw new Failure(ErrorCode.INVALID_REQUEST, wanted(field), e);
        }
        throw new Failure(ErrorCode.INVALID_REQUEST, wanted(field));
    }

    private static Sentence wanted(String field) {
        return new Sentence(
                "Le champ " + field + " prend un instant depuis 1970, comme 2026-03-01T06:00:00Z.",
                "The field " + field + " takes an instant since 1970, such as 2026-03-01T06:00:00Z.");
    }

    private static Iterator<ReadDecisionsResponse> messages(Iterator<JournalEntry> entries) {
        return Stream.generate(() -> entries)
                .takeWhile(Iterator::hasNext)
                .map(Iterator::next)
                .map(DecisionEndpoint::message)
                .iterator();
    }

    private static ReadDecisionsResponse message(JournalEntry entry) {
        Opening opening = entry.opened().orElseThrow();
        return ReadDecisionsResponse.newBuilder()
                .setIndex(entry.index())
                .setCommitment(ByteString.copyFrom(entry.commitment().digest().toBytes()))
                .setSalt(ByteString.copyFrom(opening.salt().toBytes()))
                .setPayload(ByteString.copyFromUtf8(opening.payload()))
                .build();
    }
}
