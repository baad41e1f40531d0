package org.liptako.node.exchange.attest;

import com.google.protobuf.ByteString;
import io.grpc.stub.StreamObserver;
import java.time.LocalDate;
import org.liptako.exchange.v1.AttestErasureRequest;
import org.liptako.exchange.v1.AttestErasureResponse;
import org.liptako.exchange.v1.DrawUpErasureStatementRequest;
import org.liptako.exchange.v1.DrawUpErasureStatementResponse;
import org.liptako.exchange.v1.ErasureStatementServiceGrpc;
import org.liptako.exchange.v1.GetErasureRequest;
import org.liptako.exchange.v1.GetErasureResponse;
import org.liptako.node.exchange.grant.GrantMessages;
import org.liptako.node.identity.Caller;
import org.liptako.pki.name.SiteId;

/** What operators say of copies that this data centre has erased. */
public final class ErasureStatementEndpoint extends ErasureStatementServiceGrpc.ErasureStatementServiceImplBase {
    private final SiteId site;
    private final AttestDesk desk;

    ErasureStatementEndpoint(SiteId site, AttestDesk desk) {
        this.site = site;
        this.desk = desk;
    }

    @Override
    public void getErasure(GetErasureRequest request, StreamObserver<GetErasureResponse> observer) {
        AttestDesk.Erasure erasure = desk.erasure(GrantMessages.serial(request.getGrant()));
        observer.onNext(GetErasureResponse.newBuilder()
                .setDataset(erasure.erased().dataset().value())
                .setSite(erasure.erased().site().value())
                .setErasedAt(erasure.erased().at().toString())
                .setJournalIndex(erasure.index())
                .setStatedAt(erasure.word()
                        .map(word -> word.statement().at().toString())
                        .orElse(""))
                .build());
        observer.onCompleted();
    }

    @Override
    public void drawUpErasureStatement(
            DrawUpErasureStatementRequest request, StreamObserver<DrawUpErasureStatementResponse> observer) {
        Caller.current().mustActFor(site);
        byte[] statement = desk.drawUp(
                GrantMessages.serial(request.getGrant()),
                request.getLookupsList().stream().map(AttestMessages::lookup).toList(),
                request.getName());
        observer.onNext(DrawUpErasureStatementResponse.newBuilder()
                .setStatement(ByteString.copyFrom(statement))
                .build());
        observer.onCompleted();
    }

    @Override
    public void attestErasure(AttestErasureRequest request, StreamObserver<AttestErasureResponse> observer) {
        Caller.current().mustActFor(site);
        AttestDesk.Attested attested = desk.attest(
                request.getStatement().toByteArray(), request.getSignatures().toByteArray());
        observer.onNext(AttestErasureResponse.newBuilder()
                .setJournalIndex(attested.index())
                .addAllSigners(attested.signers())
                .setRemainsUntil(attested.statement()
                        .remainsUntil()
                        .map(LocalDate::toString)
                        .orElse(""))
                .build());
        observer.onCompleted();
    }
}
