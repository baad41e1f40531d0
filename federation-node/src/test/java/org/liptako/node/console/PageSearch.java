package org.liptako.node.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import org.liptako.pki.name.Role;

/**
 * Finds every kind of page by following the links of each role from its home, so that a page that nobody listed is tested too. A link to a file says that it is one
 * ({@code download}). What only forms ask is listed here.
 */
final class PageSearch {
    private static final List<Role> READERS = List.of(Role.OFFICER, Role.OPERATOR, Role.REGULATOR, Role.ADMINISTRATOR);
    private static final String NOWHERE = "/nowhere";
    private static final String UNKNOWN_TRANSFER = "/transfers/ML-" + "0".repeat(32);
    private static final String UNKNOWN_DATASET = "/questions/copies?dataset=ML-DS-999";
    private static final String REPLICATE = "/place?dataset=ML-DS-008&operation=REPLICATE&target=BF-OUA-1";
    /** What is asked by forms, to which no link leads: one of each kind of answer. */
    private static final List<String> ASKED = List.of(
            "/datasets?q=none-of-that-name",
            "/datasets/ML-DS-008?held=2026-03-03T00:00:00",
            "/questions/copies?dataset=ML-DS-008",
            UNKNOWN_DATASET,
            "/questions/rulings?dataset=ML-DS-008",
            "/questions/abroad?state=ML",
            "/questions/refusals?since=2020-01-01&until=2020-01-02",
            "/place?target=BF-OUA-1",
            REPLICATE,
            REPLICATE + "&encrypted=true&return=true",
            REPLICATE + "&encrypted=false&return=true",
            UNKNOWN_TRANSFER,
            "/rules/ML?article=ML-SOL-1");
    /** How what cannot be answered is answered: with an HTTP status, and a page all the same. */
    private static final Map<String, Integer> UNANSWERED =
            Map.of(NOWHERE, 404, UNKNOWN_TRANSFER, 404, UNKNOWN_DATASET, 400);

    private static final String LINKS = """
            () => [...document.querySelectorAll('a[href]:not([download]):not([hreflang])')]
              .map(link => new URL(link.getAttribute('href'), document.baseURI).href.replace(/#.*/, ''))
            """;
    /** What a page is made of. */
    private static final String SHAPE = """
            () => [...new Set([...document.querySelectorAll('main *')].map(e => e.tagName + '.' + e.getAttribute('class')))]
              .sort().join(' ')
            """;
    /** More are a circle of links that makes ever new ones. */
    private static final int MOST = 240;

    private final List<Stop> found = new ArrayList<>();
    private final Set<String> kinds = new HashSet<>();
    private final Set<String> shapes = new HashSet<>();

    private PageSearch() {}

    /** One page of each kind, once more for each role to which it looks different, and those that are shown to all. */
    static List<Stop> in(TrialPages pages) {
        PageSearch search = new PageSearch();
        for (String open : List.of("/sign-in", "/sign-in?why=LINK_USED", Stop.LINK, "/enter?link=unknown", "/copies")) {
            search.found.add(new Stop(null, open));
        }
        for (Role role : READERS) {
            search.follow(pages, role);
        }
        return List.copyOf(search.found);
    }

    private void follow(TrialPages pages, Role role) {
        Queue<Stop> ahead = new ArrayDeque<>(List.of(new Stop(role, "/"), new Stop(role, NOWHERE)));
        try (Reader reader = pages.reader(role, Look.in("fr"))) {
            if (role == Role.OPERATOR) {
                ASKED.forEach(path -> ahead.addAll(look(new Stop(role, path), reader, pages.root(false))));
            }
            while (!ahead.isEmpty()) {
                Stop stop = ahead.remove();
                if (isNew(stop)) {
                    ahead.addAll(look(stop, reader, pages.root(false)));
                }
            }
        }
    }

    /** Keeps a page that looks like none of its place, and says where it leads. */
    private List<Stop> look(Stop stop, Reader reader, String root) {
        reader.goesTo(stop.path());
        assertThat(reader.status()).as("a link leads to %s", stop).isEqualTo(status(stop));
        if (shapes.add(stop.place() + reader.page().evaluate(SHAPE))) {
            found.add(stop);
        }
        return links(reader, root).stream()
                .map(path -> new Stop(stop.role(), path))
                .toList();
    }

    private boolean isNew(Stop stop) {
        if (!kinds.add(stop.reader() + stop.kind())) {
            return false;
        }
        if (kinds.size() > MOST) {
            throw new AssertionError("The links of the pages lead to ever new kinds of pages: " + kinds);
        }
        return true;
    }

    private static int status(Stop stop) {
        return UNANSWERED.getOrDefault(stop.path(), 200);
    }

    private static List<String> links(Reader reader, String root) {
        return ((List<?>) reader.page().evaluate(LINKS))
                .stream()
                        .map(String::valueOf)
                        .filter(link -> link.startsWith(root + "/"))
                        .map(link -> link.substring(root.length()))
                        .toList();
    }
}
