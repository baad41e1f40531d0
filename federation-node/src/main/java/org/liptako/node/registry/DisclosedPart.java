package org.liptako.node.registry;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.liptako.node.journal.event.Country;
import org.liptako.node.journal.event.Dataset;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.pki.name.SiteId;

/** What of the registry's lists a caller is shown. */
record DisclosedPart(Registry registry, Disclosure disclosure) {
    List<Dataset> datasets(List<Dataset> datasets) {
        return datasets.stream()
                .filter(dataset -> disclosure.shows(dataset.id(), dataset))
                .toList();
    }

    List<ReplicaStatement> copies(List<ReplicaStatement> copies) {
        return about(
                copies,
                ReplicaStatement::dataset,
                copy -> Optional.of(copy.state().country()));
    }

    List<FindingStatement> findings(List<FindingStatement> findings) {
        return about(findings, FindingStatement::dataset, finding -> countryOf(finding.site()));
    }

    List<HoldingStatement> holdings(List<HoldingStatement> holdings) {
        return about(
                holdings,
                holding -> holding.word().finding().dataset(),
                holding -> countryOf(holding.word().finding().site()));
    }

    List<ChallengeStatement> challenges(List<ChallengeStatement> challenges) {
        return about(
                challenges,
                said -> said.result().dataset(),
                said -> countryOf(said.result().site()));
    }

    /** What is about no dataset is shown to all. */
    private <T> List<T> about(
            List<T> statements, Function<T, @Nullable DatasetId> dataset, Function<T, Optional<Country>> lyingIn) {
        Map<DatasetId, Dataset> datasets =
                registry
                        .datasets(statements.stream()
                                .map(dataset)
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Dataset::id, found -> found, (one, other) -> one));
        return statements.stream()
                .filter(statement -> {
                    DatasetId id = dataset.apply(statement);
                    return id == null
                            || disclosure.shows(
                                    id,
                                    datasets.get(id),
                                    lyingIn.apply(statement).orElse(Country.UNKNOWN));
                })
                .toList();
    }

    private static Optional<Country> countryOf(SiteId site) {
        return site.state().map(Country::of);
    }
}
