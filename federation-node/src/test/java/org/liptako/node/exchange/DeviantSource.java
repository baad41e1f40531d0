package org.liptako.node.exchange;

import com.google.protobuf.ByteString;
import io.grpc.BindableService;
import io.grpc.MethodDescriptor;
import io.grpc.ServerServiceDefinition;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.liptako.exchange.v1.ChunkRange;
import org.liptako.exchange.v1.FetchRequest;
import org.liptako.exchange.v1.FetchResponse;
import org.liptako.exchange.v1.ReplicaExchangeServiceGrpc;
import org.liptako.node.exchange.store.HeldVersion;

/** A source that is honest in all but what it answers to {@code Fetch}. It answers in the generated messages. */
final class DeviantSource implements BindableService {
    private final BindableService honest;
    private final Supplier<HeldVersion> held;
    private final Deviation deviation;

    /** Makes of the chunks that a call asks for what is sent instead. */
    @FunctionalInterface
    interface Deviation {
        List<FetchResponse> of(List<FetchResponse> honest);
    }

    DeviantSource(BindableService honest, Supplier<HeldVersion> held, Deviation deviation) {
        this.honest = honest;
        this.held = held;
        this.deviation = deviation;
    }

    @Override
    public ServerServiceDefinition bindService() {
        MethodDescriptor<FetchRequest, FetchResponse> fetch = ReplicaExchangeServiceGrpc.getFetchMethod();
        ServerServiceDefinition.Builder service =
                ServerServiceDefinition.builder(ReplicaExchangeServiceGrpc.SERVICE_NAME);
        honest.bindService().getMethods().stream()
                .filter(method ->
                        !method.getMethodDescriptor().getFullMethodName().equals(fetch.getFullMethodName()))
                .forEach(service::addMethod);
        return service.addMethod(fetch, ServerCalls.asyncServerStreamingCall(this::fetch))
                .build();
    }

    private void fetch(FetchRequest request, StreamObserver<FetchResponse> receiver) {
        List<FetchResponse> chunks = new ArrayList<>();
        for (ChunkRange range : request.getRangesList()) {
            for (long number = range.getFirst(); number < range.getFirst() + range.getCount(); number++) {
                chunks.add(chunk((int) number));
            }
        }
        deviation.of(chunks).forEach(receiver::onNext);
        receiver.onCompleted();
    }

    private FetchResponse chunk(int number) {
        try {
            return FetchResponse.newBuilder()
                    .setChunk(number)
                    .setData(ByteString.copyFrom(held.get().chunk(number)))
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
