package org.liptako.node.console;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** The rule books: each version as a law is read, how versions differ, what the rules in force decide. */
@Controller
final class RulesController {
    private final RulesReader rules;
    private final BookReader books;
    private final ComparisonReader comparisons;
    private final CoverageGridReader coverage;
    private final HeavyGate gate;
    private final PageRights rights;
    private final Pages pages;

    RulesController(
            RulesReader rules,
            BookReader books,
            ComparisonReader comparisons,
            CoverageGridReader coverage,
            HeavyGate gate,
            PageRights rights,
            Pages pages) {
        this.rules = rules;
        this.books = books;
        this.comparisons = comparisons;
        this.coverage = coverage;
        this.gate = gate;
        this.rights = rights;
        this.pages = pages;
    }

    @Get("/rules")
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<?> all(HttpRequest<?> request) {
        Visit visit = visit(request);
        return pages.page(
                visit,
                "rules",
                rules.read(visit.words(), rights.allows(visit.required().caller(), Route.SIGN)));
    }

    @Get("/rules/{code}")
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<?> book(
            HttpRequest<?> request,
            @PathVariable String code,
            @QueryValue(defaultValue = "") String version,
            @QueryValue(defaultValue = "") String article) {
        Visit visit = visit(request);
        BookReader.Shown shown = books.read(code, version, article, visit.words());
        return page(visit, "rule-book", shown.title(), shown.page());
    }

    @Get("/rules/{code}/compare")
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<?> compare(
            HttpRequest<?> request,
            @PathVariable String code,
            @QueryValue(defaultValue = "") String from,
            @QueryValue(defaultValue = "") String to,
            @QueryValue(defaultValue = "") String article) {
        Visit visit = visit(request);
        ComparisonReader.Shown shown =
                gate.pass(visit.required().caller(), () -> comparisons.read(code, from, to, article, visit.words()));
        return page(visit, "rule-compare", shown.title(), shown.page());
    }

    @Get("/rules/{code}/coverage")
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<?> coverage(
            HttpRequest<?> request, @PathVariable String code, @QueryValue(defaultValue = "") String operation) {
        Visit visit = visit(request);
        CoverageGridReader.Shown shown =
                gate.pass(visit.required().caller(), () -> coverage.read(code, operation, visit.words()));
        return page(visit, "rule-coverage", shown.title(), shown.page());
    }

    private HttpResponse<?> page(Visit visit, String view, String title, Object page) {
        return pages.page(visit, HttpStatus.OK, view, title, visit.words().of("lead." + view), page);
    }

    private Visit visit(HttpRequest<?> request) {
        Visit visit = Visit.of(request);
        rights.require(visit.required().caller(), Place.RULES);
        return visit;
    }
}
