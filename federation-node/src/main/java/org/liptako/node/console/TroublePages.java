package org.liptako.node.console;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;

/** The pages that say that something is not there, not allowed, broken or out of reach, and what to do. */
@Singleton
final class TroublePages {
    private final Pages pages;

    TroublePages(Pages pages) {
        this.pages = pages;
    }

    /**
     * A page of trouble.
     *
     * @param kind {@code title.}, {@code lead.} and {@code mend.} with it are in the bundles
     * @param detail what the node says of it, in the reader's language; may be empty
     */
    MutableHttpResponse<String> page(Visit visit, HttpStatus status, String kind, String detail) {
        Words words = visit.words();
        return pages.page(
                visit,
                status,
                "trouble",
                words.of("title." + kind),
                words.of("lead." + kind),
                new TroublePage(words.of("mend." + kind), detail));
    }
}
