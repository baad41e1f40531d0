package org.liptako.node.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostFilterTest {
    private final HostFilter filter = new HostFilter("node-1.ml-bko-1.ml.aes.internal");

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.1:8080", "localhost:8080", "[::1]:8080"})
    void answersWhoAsksForThisMachine(String host) {
        assertThat(filter.refuseOtherNames(HttpRequest.GET("/").header("Host", host)))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:8080",
                "127.0.0.1.evil.example",
                "localhost.evil.example:1",
                "node-1.ml-bko-1.ml.aes.internal",
                ""
            })
    void refusesAPageOfAStrangerWhoseNameLeadsHere(String host) {
        assertThat(filter.refuseOtherNames(HttpRequest.GET("/").header("Host", host)))
                .isNotNull()
                .extracting(HttpResponse::getStatus)
                .isEqualTo(HttpStatus.MISDIRECTED_REQUEST);
    }

    @Test
    void refusesWhoNamesNobody() {
        assertThat(filter.refuseOtherNames(HttpRequest.GET("/"))).isNotNull();
    }
}
