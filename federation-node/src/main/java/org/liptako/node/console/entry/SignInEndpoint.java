package org.liptako.node.console.entry;

import io.grpc.stub.StreamObserver;
import jakarta.inject.Singleton;
import org.liptako.console.v1.OpenLinkRequest;
import org.liptako.console.v1.OpenLinkResponse;
import org.liptako.console.v1.SignInServiceGrpc;
import org.liptako.node.identity.Caller;

/** Gives a person a link into the pages. */
@Singleton
final class SignInEndpoint extends SignInServiceGrpc.SignInServiceImplBase {
    private final EntryDesk desk;
    private final ConsoleAddress address;

    SignInEndpoint(EntryDesk desk, ConsoleAddress address) {
        this.desk = desk;
        this.address = address;
    }

    @Override
    public void openLink(OpenLinkRequest request, StreamObserver<OpenLinkResponse> answer) {
        String pages = address.root();
        OpenedLink link = desk.open(Caller.current(), Caller.currentChain());
        answer.onNext(OpenLinkResponse.newBuilder()
                .setLink(pages + "/enter?link=" + link.secret().value())
                .setExpiresAt(link.expires().toString())
                .build());
        answer.onCompleted();
    }
}
