package org.liptako.node.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.regex.Pattern;
import org.liptako.pki.name.Role;

/**
 * Finds every kind of page by following the links of each role from its home, so that a page that nobody listed is tested too. A link to a file says that it is one
 * ({@code download}).
 */
final class PageSearch {
    private static final List<Role> READERS = List.of(Role.OFFICER, Role.OPERATOR, Role.REGULATOR, Role.ADMINISTRATOR);
    private static final String NOWHERE = "/nowhere";
    /** Where links are followed to: a place comes here with the change in which its pages were first judged. */
    private static final Pattern JUDGED = Pattern.compile("/|/nowhere|/(copies|operations)([/?].*)?");

    private static final String LINKS = """
            () => [...document.querySelectorAll('a[href]:not([download]):not([hreflang])')]
              .map(link => link.href.replace(/#.*/, ''))
            """;
    /** What a page is made of. */
    private static final String SHAPE = """
            () => [...new Set([...document.querySelectorAll('main *')].map(e => e.tagName + '.' + e.getAttribute('class')))]
              .sort().join(' ')
            """;
    /** More are a circle of links that makes ever new ones. */
    private static final int MOST = 200;

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
            while (!ahead.isEmpty()) {
                Stop stop = ahead.remove();
                if (isNew(stop)) {
                    reader.goesTo(stop.path());
                    assertThat(reader.status()).as("a link leads to %s", stop).isEqualTo(status(stop));
                    if (shapes.add(stop.kind() + reader.page().evaluate(SHAPE))) {
                        found.add(stop);
                    }
                    links(reader, pages.root(false)).forEach(path -> ahead.add(new Stop(role, path)));
                }
            }
        }
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
        return stop.path().equals(NOWHERE) ? 404 : 200;
    }

    private static List<String> links(Reader reader, String root) {
        return ((List<?>) reader.page().evaluate(LINKS))
                .stream()
                        .map(String::valueOf)
                        .filter(link -> link.startsWith(root + "/"))
                        .map(link -> link.substring(root.length()))
                        .filter(JUDGED.asMatchPredicate())
                        .toList();
    }
}
