package org.liptako.node.registry;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.liptako.node.journal.event.Dataset;
import org.liptako.pki.name.SiteId;

/** The registry's lists in full pages of what a caller is shown. */
record ShownLists(Registry registry, DisclosedPart disclosed) {
    ShownPage<Dataset, Page> datasets(Page start) {
        return filled(
                start,
                page -> registry.datasets(page),
                disclosed::datasets,
                last -> start.after(last.id().value(), ""));
    }

    ShownPage<ReplicaStatement, Page> copies(Page start) {
        return readAs(start, page -> registry.replicas(page));
    }

    ShownPage<ReplicaStatement, Page> copiesAt(SiteId site, Page start) {
        return readAs(start, page -> registry.replicasAt(site, page));
    }

    private ShownPage<ReplicaStatement, Page> readAs(Page start, Function<Page, List<ReplicaStatement>> list) {
        return filled(
                start,
                list,
                disclosed::copies,
                last -> start.after(last.dataset().value(), last.site().value()));
    }

    ShownPage<FindingStatement, Page> findings(Page start) {
        return ShownPage.filled(start, start.most(), (after, most) -> {
            FindingPage read = FindingPage.of(registry, after.upTo(most));
            return ShownPage.of(disclosed.findings(read.findings()), read.next(), FindingPage.place(start));
        });
    }

    ShownPage<HoldingStatement, Page> holdings(Page start) {
        return ShownPage.filled(start, start.most(), (after, most) -> {
            HoldingPage read = registry.holdings().page(after.upTo(most));
            return ShownPage.of(disclosed.holdings(read.statements()), read.next(), HoldingPage.place(start));
        });
    }

    ShownPage<ChallengeStatement, Page> challenges(Page start) {
        ChallengeStatements challenges = registry.challenges();
        return filled(
                start,
                challenges::page,
                disclosed::challenges,
                last -> start.after(
                        last.result().dataset().value(),
                        ChallengeStatements.place(
                                last.result().site(), last.source().saidBy())));
    }

    private static <T> ShownPage<T, Page> filled(
            Page start, Function<Page, List<T>> list, UnaryOperator<List<T>> shown, Function<T, Page> place) {
        return ShownPage.filled(start, start.most(), (after, most) -> {
            List<T> read = list.apply(after.upTo(most));
            Optional<Page> next = read.size() < most ? Optional.empty() : Optional.of(place.apply(read.getLast()));
            return ShownPage.of(shown.apply(read), next, place);
        });
    }
}
