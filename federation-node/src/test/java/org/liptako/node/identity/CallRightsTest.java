package org.liptako.node.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.grpc.MethodDescriptor;
import io.grpc.ServiceDescriptor;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.liptako.pki.name.Role;

class CallRightsTest {
    private final CallRights rights = new CallRights();

    @Test
    void listsEveryCallOfTheProtocolAndNoOther() {
        assertThat(rights.methods()).isEqualTo(callsOfTheProtocol());
    }

    @Test
    void opensAnUnlistedCallToNobody() {
        assertThat(rights.of("liptako.placement.v1.PlacementService/DropEverything"))
                .isEmpty();
    }

    @Test
    void letsNoKeyThatOnlySignsOrDecryptsCall() {
        assertThat(rights.methods())
                .noneMatch(method -> rights.of(method).orElseThrow().roles().stream()
                        .anyMatch(Set.of(Role.EVIDENCE, Role.STORAGE)::contains));
    }

    @Test
    void keepsBindingActsToTheStatesOwnPeople() {
        Map<String, CallRight> acts = rights.methods().stream()
                .filter(method ->
                        method.matches(".*/(Request|Publish|Start|Erase|Record|Declare|Import|ExportDisk|Discharge).*"))
                .collect(Collectors.toMap(
                        Function.identity(), method -> rights.of(method).orElseThrow()));
        assertThat(acts).hasSize(16).allSatisfy((method, right) -> {
            assertThat(right.ownStateOnly()).isTrue();
            assertThat(right.roles()).doesNotContain(Role.NODE, Role.REGULATOR);
        });
        assertThat(acts)
                .contains(entry("liptako.registry.v1.RegisterService/RecordHold", CallRight.ofOwnState(Role.OFFICER)));
    }

    private static Set<String> callsOfTheProtocol() {
        return ProtocolServices.all().stream()
                .map(ServiceDescriptor::getMethods)
                .flatMap(Collection::stream)
                .map(MethodDescriptor::getFullMethodName)
                .collect(Collectors.toSet());
    }
}
