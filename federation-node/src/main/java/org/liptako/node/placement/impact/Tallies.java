package org.liptako.node.placement.impact;

import java.util.EnumSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.liptako.node.journal.event.Dataset;
import org.liptako.node.registry.ReplicaStatus;

/** All tallies of a weighing: together, by home State, by who answers for the dataset, by the article that the change rests on. */
final class Tallies {
    private final Tally all = new Tally();
    private final NavigableMap<String, Tally> byState = new TreeMap<>();
    private final NavigableMap<String, Tally> byOwner = new TreeMap<>();
    private final NavigableMap<String, Tally> byArticle = new TreeMap<>();

    /** Counts one copy, with all the times for which it is judged otherwise; at least one. */
    void add(List<AffectedCopy> ofOneCopy) {
        AffectedCopy copy = ofOneCopy.getFirst();
        Dataset dataset = copy.dataset();
        ReplicaStatus status = copy.statement().state().status();
        boolean leaves = status.isCopy() && status != ReplicaStatus.ERASING;
        Set<ImpactKind> kinds = kinds(ofOneCopy);
        all.add(kinds, dataset, leaves);
        of(byState, dataset.home().name()).add(kinds, dataset, leaves);
        of(byOwner, dataset.owner()).add(kinds, dataset, leaves);
        for (String article : articles(ofOneCopy)) {
            List<AffectedCopy> onIt = ofOneCopy.stream()
                    .filter(one -> articles(List.of(one)).contains(article))
                    .toList();
            of(byArticle, article).add(kinds(onIt), dataset, leaves);
        }
    }

    Tally all() {
        return all;
    }

    NavigableMap<String, Tally> byState() {
        return byState;
    }

    NavigableMap<String, Tally> byOwner() {
        return byOwner;
    }

    NavigableMap<String, Tally> byArticle() {
        return byArticle;
    }

    private static Tally of(NavigableMap<String, Tally> tallies, String key) {
        return tallies.computeIfAbsent(key, unseen -> new Tally());
    }

    private static Set<ImpactKind> kinds(List<AffectedCopy> ofOneCopy) {
        return ofOneCopy.stream()
                .map(one -> one.change().kind())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ImpactKind.class)));
    }

    private static Set<String> articles(List<AffectedCopy> ofOneCopy) {
        return ofOneCopy.stream()
                .flatMap(one -> one.change().grounds().stream())
                .flatMap(ground -> ground.rule().legalBases().stream())
                .map(basis -> basis.instrument() + ", " + basis.article())
                .collect(Collectors.toSet());
    }
}
