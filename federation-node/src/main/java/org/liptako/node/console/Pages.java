package org.liptako.node.console;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.views.ViewsRenderer;
import io.micronaut.views.ViewsRendererLocator;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.liptako.node.config.NodeConfig;
import org.liptako.node.console.entry.Session;
import org.liptako.node.inquiry.LookBook;

/** Makes pages: a template with its own part, within the frame that all have. */
@Singleton
final class Pages {
    private static final MediaType HTML = new MediaType("text/html; charset=utf-8");

    /** Pages that tell what lies where. Answers to questions are not among them: their desk keeps who asked. */
    private static final Pattern KEPT = Pattern.compile("/(datasets|copies|differences|map|repatriation)(/.*)?");

    private final ViewsRendererLocator renderers;
    private final PageRights rights;
    private final LookBook looks;
    private final NodeConfig node;
    private final Clock clock;

    Pages(ViewsRendererLocator renderers, PageRights rights, LookBook looks, NodeConfig node, Clock clock) {
        this.renderers = renderers;
        this.looks = looks;
        this.rights = rights;
        this.node = node;
        this.clock = clock;
    }

    /**
     * A page that is there.
     *
     * @param view the template's name; {@code title.} and {@code lead.} with that name are in the bundles
     * @param page what the template shows
     */
    MutableHttpResponse<String> page(Visit visit, String view, Object page) {
        Words words = visit.words();
        return page(visit, HttpStatus.OK, view, words.of("title." + view), words.of("lead." + view), page);
    }

    /** A page under a title of its own. */
    MutableHttpResponse<String> page(
            Visit visit, HttpStatus status, String view, String title, String lead, Object page) {
        if (KEPT.matcher(visit.path()).matches()) {
            visit.session().ifPresent(session -> looks.page(session.caller(), visit.address()));
        }
        Words words = visit.words();
        Map<String, Object> model = Map.of("frame", frame(visit, title, lead), "words", words.plain(), "page", page);
        return HttpResponse.<String>status(status)
                .body(rendered(visit, view, model))
                .contentType(HTML);
    }

    /** Here and not by a filter after the controllers: a page that says that something before them failed is a page too. */
    @SuppressWarnings({"rawtypes", "unchecked"
    }) // Renderers are found by the model's class, as the library declares them.
    private String rendered(Visit visit, String view, Map<String, Object> model) {
        ViewsRenderer renderer = renderers
                .resolveViewsRenderer(view, MediaType.TEXT_HTML, model)
                .orElseThrow(() -> new IllegalStateException("There is no template " + view + "."));
        StringWriter page = new StringWriter();
        try {
            renderer.render(view, model, visit.request()).writeTo(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return page.toString();
    }

    private Frame frame(Visit visit, String title, String lead) {
        Optional<Session> session = visit.session();
        return new Frame(
                visit.words().language(),
                title,
                lead,
                Addresses.inLanguage(visit.request(), "fr"),
                Addresses.inLanguage(visit.request(), "en"),
                session.map(known -> navigation(visit, known)).orElse(List.of()),
                session.map(known -> visit.words().of(known.caller().party())).orElse(""),
                session.map(Session::formKey).orElse(""),
                visit.words().time(clock.instant()),
                node.demonstration());
    }

    /** What this reader may see. */
    private List<NavItem> navigation(Visit visit, Session session) {
        return Stream.of(Place.values())
                .filter(place -> rights.allows(session.caller(), place))
                .map(place -> new NavItem(place.path(), visit.words().of(place.words()), current(visit, place)))
                .toList();
    }

    private static String current(Visit visit, Place place) {
        if (Place.at(visit.path()).filter(place::equals).isPresent()) {
            return "page";
        }
        return place.leadsTo(visit.path()) ? "true" : "";
    }
}
