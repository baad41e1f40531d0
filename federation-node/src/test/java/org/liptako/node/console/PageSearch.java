package org.liptako.node.console;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import org.liptako.pki.name.Role;

/** Finds every kind of page by following the links of each role from its home, so that a page that nobody listed is tested too. A link to a file says that it is one ({@code download}). */
final class PageSearch {
    private static final List<Role> READERS =
            List.of(Role.OFFICER, Role.OPERATOR, Role.REGULATOR, Role.ADMINISTRATOR);
    private static final String LINKS = """
            () => [...document.querySelectorAll('a[href]:not([download]):not([hreflang])')]
              .map(link => link.href.replace(/#.*/, ''))
            """;
    /** More are a circle of links that makes ever new ones. */
    private static final int MOST = 200;

    private final List<Stop> found = new ArrayList<>();
    private final Set<String> kinds = new HashSet<>();

    private PageSearch() {}

    /** One page of each kind for each role, and those that are shown to all. */
    static List<Stop> in(TrialPages pages) {
        PageSearch search = new PageSearch();
        for (String open : List.of("/sign-in", "/sign-in?why=LINK_USED", Stop.LINK, "/enter?link=unknown", "/copies")) {
            search.isNew(new Stop(null, open));
        }
        for (Role role : READERS) {
            search.follow(pages, role);
        }
        return List.copyOf(search.found);
    }

    private void follow(TrialPages pages, Role role) {
        Queue<Stop> ahead = new ArrayDeque<>(List.of(new Stop(role, "/"), new Stop(role, "/nowhere")));
        try (Reader reader = pages.reader(role, Look.in("fr"))) {
            while (!ahead.isEmpty()) {
                Stop stop = ahead.remove();
                if (isNew(stop)) {
                    reader.goesTo(stop.path());
                    links(reader, pages.root()).forEach(path -> ahead.add(new Stop(role, path)));
                }
            }
        }
    }

    private boolean isNew(Stop stop) {
        if (!kinds.add(stop.kind())) {
            return false;
        }
        found.add(stop);
        if (found.size() > MOST) {
            throw new AssertionError("The links of the pages lead to ever new kinds of pages: " + found);
        }
        return true;
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
