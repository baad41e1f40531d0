package org.liptako.node.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.protobuf.Message;
import io.grpc.BindableService;
import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.PrototypeMarshaller;
import io.grpc.ServerCall;
import io.grpc.ServerMethodDefinition;
import io.grpc.ServerServiceDefinition;
import io.grpc.ServiceDescriptor;
import io.grpc.Status;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.liptako.node.wire.ErrorTrailer;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;
import org.liptako.pki.profile.RoleProfile;

/** Every call of the protocol, by every role, of the node's own State and of another, over real TLS. */
class RoleMatrixIT {
    /** What a desk of this test answers: the call got as far as a desk. */
    private static final String REACHED = "REACHED";

    private static final List<ServiceDescriptor> SERVICES = ProtocolServices.all();
    private static final TrialServer MALI = new TrialServer(State.ML, Clock.systemUTC(), desks());

    @AfterAll
    static void stop() {
        MALI.close();
    }

    @TestFactory
    Stream<DynamicTest> aCallReachesItsDeskForTheRolesOfTheTableAndNoOther() {
        return Stream.of(State.ML, State.NE)
                .flatMap(state -> Stream.of(Role.values())
                        .filter(role -> RoleProfile.of(role).speaksTls())
                        .map(role -> TrialRegion.someone(state, role))
                        .map(party -> dynamicTest(party.toString(), () -> {
                            try (TrialClient client = TrialClient.of(MALI, TrialRegion.of(party))) {
                                for (MethodDescriptor<?, ?> method : methods()) {
                                    assertThat(outcome(client, method))
                                            .as("%s by %s", method.getFullMethodName(), party)
                                            .isEqualTo(expected(method, party));
                                }
                            }
                        })));
    }

    @TestFactory
    Stream<DynamicTest> aKeyThatOnlySignsOrDecryptsIsNoCaller() {
        return Stream.of(State.ML, State.NE)
                .flatMap(state -> Stream.of(Role.EVIDENCE, Role.STORAGE)
                        .map(role -> TrialRegion.someone(state, role))
                        .map(party -> dynamicTest(party.toString(), () -> {
                            // Our TLS offers no Ed25519 certificate at all: such a caller comes as nobody.
                            String refused = party.role() == Role.EVIDENCE ? "CALLER_UNTRUSTED" : "UNAVAILABLE";
                            try (TrialClient client = TrialClient.of(MALI, TrialRegion.of(party))) {
                                assertThat(outcome(client, methods().getFirst()))
                                        .isEqualTo(refused);
                            }
                        })));
    }

    @Test
    void theTableIsNotAllOrNothing() {
        List<String> expected = methods().stream()
                .map(method -> expected(method, TrialRegion.someone(State.NE, Role.OFFICER)))
                .distinct()
                .toList();
        assertThat(expected).containsExactlyInAnyOrder(REACHED, "ROLE_NOT_ENTITLED", "STATE_NOT_ENTITLED");
    }

    @Test
    void anOperatorActsForTheDataCentreOfTheirCertificateOnly() {
        Caller operator = new Caller(Party.at(new SiteId("ML-BKO-1"), Role.OPERATOR, "1"), "00", "01");
        operator.mustActFor(new SiteId("ML-BKO-1"));
        assertThat(catchThrowable(() -> operator.mustActFor(new SiteId("ML-KYS-1"))))
                .hasMessageStartingWith("SITE_NOT_ENTITLED")
                .hasMessageContaining("is for site ML-BKO-1, not for ML-KYS-1");
    }

    private static String expected(MethodDescriptor<?, ?> method, Party party) {
        CallRight right = new CallRights().of(method.getFullMethodName()).orElseThrow();
        if (!right.roles().contains(party.role())) {
            return "ROLE_NOT_ENTITLED";
        }
        return right.ownStateOnly() && party.state() != State.ML ? "STATE_NOT_ENTITLED" : REACHED;
    }

    private static <Q, A> String outcome(TrialClient client, MethodDescriptor<Q, A> method) throws Exception {
        CompletableFuture<String> outcome = new CompletableFuture<>();
        ClientCall<Q, A> call =
                client.channel().newCall(method, CallOptions.DEFAULT.withDeadlineAfter(20, TimeUnit.SECONDS));
        call.start(
                new ClientCall.Listener<>() {
                    @Override
                    public void onClose(Status status, Metadata trailers) {
                        outcome.complete(
                                status.getCode() == Status.Code.ABORTED
                                        ? REACHED
                                        : ErrorTrailer.codeOf(status.asRuntimeException(trailers))
                                                .map(Enum::name)
                                                .orElse(status.getCode().name()));
                    }
                },
                new Metadata());
        call.request(1);
        if (method.getRequestMarshaller() instanceof PrototypeMarshaller<Q> marshaller
                && marshaller.getMessagePrototype() instanceof Message) {
            call.sendMessage(marshaller.getMessagePrototype());
        }
        call.halfClose();
        return outcome.get(30, TimeUnit.SECONDS);
    }

    private static List<MethodDescriptor<?, ?>> methods() {
        List<MethodDescriptor<?, ?>> methods = new ArrayList<>();
        SERVICES.forEach(service -> methods.addAll(service.getMethods()));
        return methods;
    }

    private static List<BindableService> desks() {
        return SERVICES.stream().map(RoleMatrixIT::desk).toList();
    }

    private static BindableService desk(ServiceDescriptor service) {
        ServerServiceDefinition.Builder desk = ServerServiceDefinition.builder(service);
        service.getMethods().forEach(method -> desk.addMethod(answering(method)));
        return desk::build;
    }

    private static <Q, A> ServerMethodDefinition<Q, A> answering(MethodDescriptor<Q, A> method) {
        return ServerMethodDefinition.create(method, (call, headers) -> {
            call.close(Status.ABORTED, new Metadata());
            return new ServerCall.Listener<Q>() {};
        });
    }
}
