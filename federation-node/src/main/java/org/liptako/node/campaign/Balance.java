package org.liptako.node.campaign;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.liptako.node.journal.event.CitedRule;

/**
 * What is done and left of some copies.
 *
 * @param owner the ministry; empty where it is for all
 * @param copies how many, those that were taken out of their campaign not among them; nor are they in what follows
 * @param home how many are home, those that are done among them
 * @param overdueUnder the rules under which some are overdue
 * @param expectedEnd when the last is home; empty if that cannot be said, or all are
 * @param withdrawn how many were taken out
 */
public record Balance(
        String owner,
        int copies,
        int done,
        int home,
        long bytes,
        long bytesLeft,
        int overdue,
        List<CitedRule> overdueUnder,
        Optional<Instant> expectedEnd,
        int withdrawn) {
    public Balance {
        overdueUnder = List.copyOf(overdueUnder);
    }

    /** Of all of them. */
    public static Balance of(String owner, List<CopyView> all) {
        List<CopyView> views =
                all.stream().filter(view -> view.copy().withdrawal().isEmpty()).toList();
        List<RepatriatedCopy> copies = views.stream().map(CopyView::copy).toList();
        List<CopyView> overdue = views.stream().filter(CopyView::overdue).toList();
        return new Balance(
                owner,
                copies.size(),
                (int) copies.stream()
                        .filter(copy -> copy.stage() == RepatriationStage.DONE)
                        .count(),
                (int) copies.stream()
                        .filter(copy -> copy.sealedAt().isPresent())
                        .count(),
                copies.stream().mapToLong(RepatriatedCopy::bytes).reduce(0L, Balance::plus),
                copies.stream().mapToLong(RepatriatedCopy::bytesLeft).reduce(0L, Balance::plus),
                overdue.size(),
                overdue.stream()
                        .flatMap(view -> view.due().stream())
                        .flatMap(due -> due.rules().stream())
                        .collect(Collectors.toMap(CitedRule::id, rule -> rule, (one, other) -> one, TreeMap::new))
                        .values()
                        .stream()
                        .toList(),
                end(views),
                all.size() - views.size());
    }

    /** A size that was registered in the wrong unit makes a sum too large, and not one that is less. */
    private static long plus(long one, long other) {
        return one > Long.MAX_VALUE - other ? Long.MAX_VALUE : one + other;
    }

    /** For each owner, by name. */
    public static List<Balance> ofOwners(List<CopyView> views) {
        return views.stream()
                .collect(Collectors.groupingBy(view -> view.copy().owner(), TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(owner -> of(owner.getKey(), owner.getValue()))
                .toList();
    }

    /** Not of some: one copy whose end cannot be said leaves the end of all unsaid. */
    private static Optional<Instant> end(List<CopyView> views) {
        List<CopyView> toCome =
                views.stream().filter(view -> view.copy().isToCome()).toList();
        return toCome.stream().allMatch(view -> view.expectedEnd().isPresent())
                ? toCome.stream().flatMap(view -> view.expectedEnd().stream()).max(Comparator.naturalOrder())
                : Optional.empty();
    }
}
