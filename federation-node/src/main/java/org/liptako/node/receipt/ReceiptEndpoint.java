package org.liptako.node.receipt;

import com.google.protobuf.ByteString;
import io.grpc.stub.StreamObserver;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import org.liptako.node.identity.Caller;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.RequestId;
import org.liptako.node.registry.Disclosure;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.Printable;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.receipt.Receipt;
import org.liptako.receipt.v1.CopyAtSite;
import org.liptako.receipt.v1.DatasetAtDate;
import org.liptako.receipt.v1.MakeReceiptRequest;
import org.liptako.receipt.v1.MakeReceiptResponse;
import org.liptako.receipt.v1.ReceiptServiceGrpc;

/** Makes receipts for the State's own people. */
final class ReceiptEndpoint extends ReceiptServiceGrpc.ReceiptServiceImplBase {
    private static final int SHOWN = 40;

    private final ReceiptDesk desk;
    private final Clock clock;

    ReceiptEndpoint(ReceiptDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    @Override
    public void makeReceipt(MakeReceiptRequest request, StreamObserver<MakeReceiptResponse> answer) {
        answer.onNext(MakeReceiptResponse.newBuilder()
                .setReceipt(ByteString.copyFrom(receipt(request).toBytes()))
                .build());
        answer.onCompleted();
    }

    private Receipt receipt(MakeReceiptRequest request) {
        return switch (request.getWhichCase()) {
            case COPY -> desk.copy(dataset(request.getCopy()), site(request.getCopy()), reader());
            case ERASURE -> desk.erasure(dataset(request.getErasure()), site(request.getErasure()), reader());
            case REFUSED_REQUEST -> desk.refusal(field("refused_request", request.getRefusedRequest(), RequestId::new));
            case STATE -> state(request.getState());
            case WHICH_NOT_SET ->
                throw Failure.of(
                        ErrorCode.INVALID_REQUEST,
                        "Dites quel reçu : copy, refused_request, erasure ou state.",
                        "Say which receipt: copy, refused_request, erasure or state.");
        };
    }

    private Receipt state(DatasetAtDate asked) {
        Instant at = asked.getAt().isEmpty()
                ? clock.instant()
                : field("at", asked.getAt(), text -> OffsetDateTime.parse(text).toInstant());
        return desk.state(
                field("dataset", asked.getDataset(), DatasetId::new), at.truncatedTo(ChronoUnit.SECONDS), reader());
    }

    private static Disclosure reader() {
        return new Disclosure(Caller.current().state());
    }

    private static DatasetId dataset(CopyAtSite asked) {
        return field("dataset", asked.getDataset(), DatasetId::new);
    }

    private static SiteId site(CopyAtSite asked) {
        return field("site", asked.getSite(), SiteId::new);
    }

    private static <T> T field(String name, String text, Function<String, T> type) {
        try {
            return type.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            String shown = Printable.line(text, SHOWN);
            throw Failure.of(
                    ErrorCode.INVALID_REQUEST,
                    "Le champ " + name + " ne peut valoir « " + shown
                            + " » : un jeu s'écrit ML-DS-008, un site ML-BKO-1, un instant 2026-03-01T06:00:00Z.",
                    "The field " + name + " cannot be \"" + shown
                            + "\": a dataset is written ML-DS-008, a site ML-BKO-1, an instant 2026-03-01T06:00:00Z.");
        }
    }
}
