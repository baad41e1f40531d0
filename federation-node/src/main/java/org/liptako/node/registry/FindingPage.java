package org.liptako.node.registry;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A page of what States have against copies.
 *
 * @param findings of copies that are there; both States' words on one copy stand on one page
 * @param next where to go on; empty on the last page
 */
record FindingPage(List<FindingStatement> findings, Optional<Page> next) {
    /** Home and host may each have a word on a copy. */
    private static final int WORDS = 2;

    FindingPage {
        findings = List.copyOf(findings);
    }

    static FindingPage of(Registry registry, Page page) {
        int most = Math.max(WORDS, page.most());
        List<FindingStatement> read = registry.findings(page.upTo(most));
        List<FindingStatement> whole = read.size() < most ? read : withoutACutCopy(read);
        List<ReplicaStatement> copies = registry.replicasOf(
                whole.stream().map(FindingStatement::dataset).distinct().toList());
        Predicate<FindingStatement> isThere = finding -> copies.stream().anyMatch(finding::concerns);
        Optional<Page> next =
                read.size() < most ? Optional.empty() : Optional.of(place(page).apply(whole.getLast()));
        return new FindingPage(whole.stream().filter(isThere).toList(), next);
    }

    /** Where a page goes on after a copy. */
    static Function<FindingStatement, Page> place(Page page) {
        return last -> page.after(last.dataset().value(), last.site().value());
    }

    private static List<FindingStatement> withoutACutCopy(List<FindingStatement> read) {
        FindingStatement last = read.getLast();
        List<FindingStatement> before = read.stream()
                .filter(finding -> !finding.dataset().equals(last.dataset())
                        || !finding.site().equals(last.site()))
                .toList();
        return before.isEmpty() ? read : before;
    }
}
