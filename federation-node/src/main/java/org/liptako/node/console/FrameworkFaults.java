package org.liptako.node.console;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Says in the reader's language what the server refuses before any controller sees it: a form that cannot be read, a method that an address does not have, too much at once. */
@Singleton
final class FrameworkFaults implements ErrorResponseProcessor<String> {
    private final TroublePages troubles;

    FrameworkFaults(TroublePages troubles) {
        this.troubles = troubles;
    }

    @Override
    public MutableHttpResponse<String> processResponse(ErrorContext fault, MutableHttpResponse<?> answer) {
        HttpStatus status = answer.status();
        MutableHttpResponse<String> page = troubles.page(Visit.of(fault.getRequest()), status, kind(status), "");
        Optional.ofNullable(answer.getHeaders().get(HttpHeaders.ALLOW))
                .ifPresent(methods -> page.header(HttpHeaders.ALLOW, methods));
        return page;
    }

    private static String kind(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> "nowhere";
            case UNAUTHORIZED, FORBIDDEN -> "forbidden";
            case REQUEST_ENTITY_TOO_LARGE -> "too-long";
            case SERVICE_UNAVAILABLE, GATEWAY_TIMEOUT -> "away";
            default -> status.getCode() < HttpStatus.INTERNAL_SERVER_ERROR.getCode() ? "misread" : "failed";
        };
    }
}
