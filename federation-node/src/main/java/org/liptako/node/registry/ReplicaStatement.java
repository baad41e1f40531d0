package org.liptako.node.registry;

import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.pki.name.SiteId;

/**
 * A copy at a site, as one State states it.
 *
 * @param authoritative whether that State has the last word: the one on whose soil the site stands, or the home State for a place outside the federation
 */
public record ReplicaStatement(
        DatasetId dataset, SiteId site, ReplicaState state, boolean authoritative, Source source) {
    /** Whether the home State's challenge of this very copy has failed, by its own word among these; it counts for no proved copy then. */
    public boolean isDoubtedAtHome(Collection<ReplicaStatement> words) {
        return words.stream()
                .filter(word -> word.dataset.equals(dataset) && word.site.equals(site))
                .filter(word -> dataset.home().equals(Optional.of(word.source.saidBy())))
                .anyMatch(word -> word.state.status() == ReplicaStatus.UNPROVEN
                        && Objects.equals(word.state.versionRoot(), state.versionRoot()));
    }

    static ReplicaStatement of(Stated<ReplicaState> stated) {
        return new ReplicaStatement(
                new DatasetId(stated.subject()),
                new SiteId(stated.place()),
                stated.value(),
                stated.authoritative(),
                stated.source());
    }
}
