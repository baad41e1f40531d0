package org.liptako.node.console;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.liptako.node.console.entry.ConsoleAddress;
import org.liptako.node.console.entry.Entry;
import org.liptako.node.console.entry.Entry.Entered;
import org.liptako.node.console.entry.Entry.Refused;
import org.liptako.node.console.entry.EntryDesk;
import org.liptako.node.console.entry.EntryRefusal;
import org.liptako.node.console.entry.Network;
import org.liptako.node.console.entry.Secret;
import org.liptako.node.console.entry.Sessions;
import org.liptako.pki.name.Party;

/** The ways in, by a one-time link and by certificate, and the way out. */
@Controller
final class SignInController {
    private static final String LINK = "link";

    private final EntryDesk desk;
    private final Sessions sessions;
    private final ConsoleCookies cookies;
    private final Pages pages;
    private final ConsoleAddress address;

    SignInController(EntryDesk desk, Sessions sessions, ConsoleCookies cookies, Pages pages, ConsoleAddress address) {
        this.desk = desk;
        this.sessions = sessions;
        this.cookies = cookies;
        this.pages = pages;
        this.address = address;
    }

    @Get("/sign-in")
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<?> signIn(HttpRequest<?> request, @QueryValue(defaultValue = "") String why) {
        Visit visit = Visit.of(request);
        return signIn(
                visit,
                HttpStatus.OK,
                EnumNames.of(EntryRefusal.class, why)
                        .map(refusal -> words(visit, refusal))
                        .orElse(""));
    }

    /** Nothing is used up by looking at an address: a program that looks at links before people do lets nobody in. */
    @Get("/enter")
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<?> show(HttpRequest<?> request, @QueryValue(defaultValue = "") String link) {
        Visit visit = Visit.of(request);
        if (!address.admits(request.isSecure())) {
            return signIn(visit, HttpStatus.FORBIDDEN, "");
        }
        Optional<Party> party = desk.party(link);
        if (party.isEmpty()) {
            return signIn(visit, HttpStatus.FORBIDDEN, words(visit, EntryRefusal.LINK_UNKNOWN));
        }
        Secret entry = cookies.entry(request).orElseGet(Secret::fresh);
        return pages.page(visit, "enter", new EnterPage(visit.words().of(party.get()), link, entry.formKey()))
                .cookie(cookies.entry(request, entry));
    }

    @Post("/enter")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<?> enter(HttpRequest<?> request, @Body Map<String, String> form) {
        Visit visit = Visit.of(request);
        if (!address.admits(request.isSecure())) {
            return signIn(visit, HttpStatus.FORBIDDEN, "");
        }
        FormKeys.require(form, cookies.entry(request).orElseThrow(ForeignFormException::new));
        return entered(visit, desk.enter(form.getOrDefault(LINK, ""), whence(request)));
    }

    @Post("/enter-by-certificate")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<?> enterByCertificate(HttpRequest<?> request, @Body Map<String, String> form) {
        FormKeys.require(form, cookies.entry(request).orElseThrow(ForeignFormException::new));
        return entered(Visit.of(request), desk.enter(ShownCertificate.of(request), whence(request)));
    }

    private HttpResponse<?> entered(Visit visit, Entry entry) {
        HttpRequest<?> request = visit.request();
        return switch (entry) {
            case Entered entered -> {
                // Whoever was signed in here before is not any more.
                cookies.session(request).ifPresent(sessions::leave);
                yield HttpResponse.seeOther(URI.create("/"))
                        .cookie(cookies.session(request, entered.cookie()))
                        .cookie(cookies.noEntry(request));
            }
            case Refused refused ->
                signIn(
                        visit,
                        refused.why() == EntryRefusal.TOO_MANY ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.FORBIDDEN,
                        words(visit, refused.why()));
        };
    }

    @Post("/leave")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<?> leave(HttpRequest<?> request, @Body Map<String, String> form) {
        String cookie = cookies.session(request).orElseThrow(ForeignFormException::new);
        FormKeys.require(form, Secret.shown(cookie).orElseThrow(ForeignFormException::new));
        sessions.leave(cookie);
        return HttpResponse.seeOther(URI.create("/sign-in")).cookie(cookies.noSession(request));
    }

    private HttpResponse<?> signIn(Visit visit, HttpStatus status, String why) {
        HttpRequest<?> request = visit.request();
        Words words = visit.words();
        String who = desk.party(ShownCertificate.of(request)).map(words::of).orElse("");
        Secret entry = cookies.entry(request).orElseGet(Secret::fresh);
        MutableHttpResponse<?> page = pages.page(
                visit,
                status,
                "sign-in",
                words.of("title.sign-in"),
                words.of("lead.sign-in"),
                new SignInPage(why, address.admits(request.isSecure()), request.isSecure(), who, entry.formKey()));
        return who.isEmpty() ? page : page.cookie(cookies.entry(request, entry));
    }

    private static String words(Visit visit, EntryRefusal why) {
        return visit.words().of("refused." + why.name());
    }

    private static String whence(HttpRequest<?> request) {
        return Network.of(request.getRemoteAddress().getAddress());
    }
}
