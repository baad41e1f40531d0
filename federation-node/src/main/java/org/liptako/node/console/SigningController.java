package org.liptako.node.console;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.function.Supplier;
import org.liptako.node.console.entry.Session;
import org.liptako.node.rulebook.RemovalDesk;
import org.liptako.node.rulebook.Signed;
import org.liptako.node.rulebook.SigningDesk;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;

/** Editions that wait for their officers: read, signed by one after the other, published by the last signature that it takes. No key ever comes here. */
@Controller("/signing")
final class SigningController {
    private final SigningReader editions;
    private final SigningDesk desk;
    private final RemovalDesk removals;
    private final HeavyGate gate;
    private final PageRights rights;
    private final Pages pages;

    SigningController(
            SigningReader editions,
            SigningDesk desk,
            RemovalDesk removals,
            HeavyGate gate,
            PageRights rights,
            Pages pages) {
        this.editions = editions;
        this.desk = desk;
        this.removals = removals;
        this.gate = gate;
        this.rights = rights;
        this.pages = pages;
    }

    @Get
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<?> all(HttpRequest<?> request) {
        Visit visit = visit(request);
        return pages.page(visit, "signings", editions.all(visit.words()));
    }

    @Get("/{digest}")
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<?> one(HttpRequest<?> request, @PathVariable String digest) {
        return shown(visit(request), digest, HttpStatus.OK, "");
    }

    @Get(value = "/{digest}/edition.json", produces = MediaType.APPLICATION_JSON)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<?> document(HttpRequest<?> request, @PathVariable String digest) {
        visit(request);
        return file(desk.get(digest).document().getBytes(StandardCharsets.UTF_8), "edition.json");
    }

    @Get(value = "/{digest}/signatures.p7s", produces = "application/pkcs7-signature")
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<?> signatures(HttpRequest<?> request, @PathVariable String digest) {
        visit(request);
        return file(desk.signatures(digest), "signatures.p7s");
    }

    @Post("/{digest}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<?> sign(HttpRequest<?> request, @PathVariable String digest, @Body Map<String, String> form) {
        Session officer = officer(request, form);
        return taken(
                request,
                digest,
                () -> desk.sign(
                        digest,
                        officer.caller().signatory(),
                        officer.chain(),
                        at(form),
                        bytes(form.getOrDefault("signature", ""))));
    }

    @Post("/{digest}/add")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<?> add(HttpRequest<?> request, @PathVariable String digest, @Body Map<String, String> form) {
        Session officer = officer(request, form);
        return taken(
                request,
                digest,
                () -> desk.add(digest, officer.caller().signatory(), bytes(form.getOrDefault("signatures", ""))));
    }

    @Post("/{digest}/publish")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<?> publish(HttpRequest<?> request, @PathVariable String digest, @Body Map<String, String> form) {
        officer(request, form);
        return taken(request, digest, () -> desk.publish(digest));
    }

    @Post("/{digest}/drop")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<?> drop(HttpRequest<?> request, @PathVariable String digest, @Body Map<String, String> form) {
        Session officer = officer(request, form);
        return told(request, digest, () -> switch (removals.remove(
                digest, officer.caller().signatory())) {
            case REMOVED -> SigningLinks.ALL;
            case ASKED -> SigningLinks.edition(digest);
        });
    }

    private HttpResponse<?> taken(HttpRequest<?> request, String digest, Supplier<Signed> act) {
        return told(request, digest, () -> address(act.get()));
    }

    private static String address(Signed signed) {
        return switch (signed) {
            case Signed.Waits waits -> SigningLinks.edition(waits.edition().digest());
            case Signed.Published published -> RuleLinks.version(published.jurisdiction(), published.version());
        };
    }

    /**
     * What was not taken is told on the page itself, so that it can be mended there.
     *
     * @param act gives where the officer goes on
     */
    private HttpResponse<?> told(HttpRequest<?> request, String digest, Supplier<String> act) {
        try {
            return HttpResponse.seeOther(URI.create(act.get()));
        } catch (Failure refused) {
            return switch (refused.code()) {
                case INVALID_REQUEST, EDITION_REFUSED -> {
                    Visit visit = Visit.of(request);
                    yield shown(
                            visit, digest, HttpStatus.BAD_REQUEST, visit.words().of(refused.sentence()));
                }
                default -> throw refused;
            };
        }
    }

    private HttpResponse<?> shown(Visit visit, String digest, HttpStatus status, String objection) {
        SigningReader.Shown shown = gate.pass(
                visit.required().caller(), () -> editions.read(digest, visit.required(), objection, visit.words()));
        return pages.page(visit, status, "signing", shown.title(), visit.words().of("lead.signing"), shown.page());
    }

    private Visit visit(HttpRequest<?> request) {
        Visit visit = Visit.of(request);
        rights.require(visit.required().caller(), Route.SIGN);
        return visit;
    }

    private Session officer(HttpRequest<?> request, Map<String, String> form) {
        Session session = visit(request).required();
        FormKeys.require(form, session);
        return session;
    }

    private static HttpResponse<?> file(byte[] bytes, String name) {
        return HttpResponse.ok(bytes).header("Content-Disposition", "attachment; filename=\"" + name + "\"");
    }

    private static Instant at(Map<String, String> form) {
        try {
            return Instant.parse(form.getOrDefault("at", ""));
        } catch (DateTimeException madeUp) {
            throw unreadable();
        }
    }

    private static byte[] bytes(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException madeUp) {
            throw unreadable();
        }
    }

    private static Failure unreadable() {
        return new Failure(ErrorCode.INVALID_REQUEST, Words.sentence("signing.unreadable"));
    }
}
