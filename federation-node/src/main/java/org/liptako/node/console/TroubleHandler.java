package org.liptako.node.console;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.liptako.node.wire.DatabaseOutage;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what a page throws into a page. What is inside stays in the log, under a number that the page shows. */
@Singleton
final class TroubleHandler implements ExceptionHandler<RuntimeException, HttpResponse<?>> {
    private static final Logger LOG = LoggerFactory.getLogger(TroubleHandler.class);

    private final TroublePages troubles;

    TroubleHandler(TroublePages troubles) {
        this.troubles = troubles;
    }

    @Override
    @SuppressWarnings("rawtypes") // As Micronaut declares it.
    public HttpResponse<?> handle(HttpRequest request, RuntimeException thrown) {
        Visit visit = Visit.of(request);
        if (thrown instanceof ForeignFormException) {
            return troubles.page(visit, HttpStatus.FORBIDDEN, "foreign", "");
        }
        if (thrown instanceof BusyException busy) {
            return troubles.page(visit, busy.status(), "busy", visit.words().of(busy.words()))
                    .header(HttpHeaders.RETRY_AFTER, BusyException.RETRY_AFTER);
        }
        return thrown instanceof Failure failure ? failed(visit, failure) : broken(visit, thrown);
    }

    private HttpResponse<?> failed(Visit visit, Failure failure) {
        String words = visit.words().of(failure.sentence());
        return switch (failure.code().status()) {
            case NOT_FOUND -> troubles.page(visit, HttpStatus.NOT_FOUND, "nowhere", words);
            case PERMISSION_DENIED, UNAUTHENTICATED -> troubles.page(visit, HttpStatus.FORBIDDEN, "forbidden", words);
            case UNAVAILABLE -> troubles.page(visit, HttpStatus.SERVICE_UNAVAILABLE, "away", words);
            case INVALID_ARGUMENT, FAILED_PRECONDITION, ALREADY_EXISTS, RESOURCE_EXHAUSTED ->
                troubles.page(visit, HttpStatus.BAD_REQUEST, "refused", words);
            default -> broken(visit, failure);
        };
    }

    private HttpResponse<?> broken(Visit visit, RuntimeException thrown) {
        if (DatabaseOutage.isBehind(thrown)) {
            return troubles.page(
                    visit, HttpStatus.SERVICE_UNAVAILABLE, "away", visit.words().of(ErrorCode.DATABASE_DOWN.meaning()));
        }
        String number = UUID.randomUUID().toString();
        LOG.error("A page failed; reference {}.", number, thrown);
        return troubles.page(
                visit, HttpStatus.INTERNAL_SERVER_ERROR, "broken", visit.words().of("reference", number));
    }
}
