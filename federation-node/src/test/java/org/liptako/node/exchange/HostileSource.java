package org.liptako.node.exchange;

import io.grpc.BindableService;
import io.grpc.ServerServiceDefinition;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.util.Iterator;
import java.util.function.Supplier;
import org.liptako.exchange.v1.GetManifestRequest;
import org.liptako.exchange.v1.GetManifestResponse;
import org.liptako.exchange.v1.ManifestFiles;
import org.liptako.exchange.v1.ReplicaExchangeServiceGrpc;
import org.liptako.node.exchange.store.HeldVersion;
import org.liptako.node.exchange.stream.ManifestMessages;

/** A source that is honest in all but what files its manifests name, under a header that is truly signed. */
final class HostileSource implements BindableService {
    private final BindableService honest;
    private final Supplier<HeldVersion> held;
    private final Supplier<ManifestFiles> hostile;

    HostileSource(BindableService honest, Supplier<HeldVersion> held, Supplier<ManifestFiles> hostile) {
        this.honest = honest;
        this.held = held;
        this.hostile = hostile;
    }

    @Override
    public ServerServiceDefinition bindService() {
        var manifest = ReplicaExchangeServiceGrpc.getGetManifestMethod();
        ServerServiceDefinition.Builder service =
                ServerServiceDefinition.builder(ReplicaExchangeServiceGrpc.SERVICE_NAME);
        honest.bindService().getMethods().stream()
                .filter(method ->
                        !method.getMethodDescriptor().getFullMethodName().equals(manifest.getFullMethodName()))
                .forEach(service::addMethod);
        return service.addMethod(manifest, ServerCalls.asyncServerStreamingCall(this::manifest))
                .build();
    }

    private void manifest(GetManifestRequest request, StreamObserver<GetManifestResponse> receiver) {
        Iterator<GetManifestResponse> messages =
                ManifestMessages.toMessages(held.get().signed());
        receiver.onNext(messages.next());
        receiver.onNext(GetManifestResponse.newBuilder().setFiles(hostile.get()).build());
        messages.forEachRemaining(message -> {
            if (message.hasDigests()) {
                receiver.onNext(message);
            }
        });
        receiver.onCompleted();
    }
}
