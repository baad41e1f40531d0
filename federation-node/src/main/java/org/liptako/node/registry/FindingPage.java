package org.liptako.node.registry;

import java.util.List;
import java.util.function.Predicate;

/**
 * A page of what States have against copies.
 *
 * @param findings of copies that are there; both States' words on one copy stand on one page
 * @param next where to go on: a dataset, a slash and a site; empty on the last page
 */
record FindingPage(List<FindingStatement> findings, String next) {
    /** Home and host may each have a word on a copy. */
    private static final int WORDS = 2;

    static FindingPage of(Registry registry, Page page) {
        int most = Math.max(WORDS, page.most());
        List<FindingStatement> read =
                registry.findings(new Page(page.afterSubject(), page.afterPlace(), page.prefix(), most));
        List<FindingStatement> whole = read.size() < most ? read : withoutACutCopy(read);
        List<ReplicaStatement> copies = registry.replicasOf(
                whole.stream().map(FindingStatement::dataset).distinct().toList());
        Predicate<FindingStatement> isThere = finding -> copies.stream().anyMatch(finding::concerns);
        return new FindingPage(
                whole.stream().filter(isThere).toList(), read.size() < most ? "" : token(whole.getLast()));
    }

    private static List<FindingStatement> withoutACutCopy(List<FindingStatement> read) {
        String last = token(read.getLast());
        List<FindingStatement> before =
                read.stream().filter(finding -> !token(finding).equals(last)).toList();
        return before.isEmpty() ? read : before;
    }

    private static String token(FindingStatement finding) {
        return finding.dataset() + "/" + finding.site();
    }
}
