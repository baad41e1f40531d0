package org.liptako.node.exchange.erasure;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.VersionRoot;
import org.liptako.node.registry.PublishedVersion;
import org.liptako.node.registry.Registry;
import org.liptako.node.registry.ReplicaStatement;
import org.liptako.node.registry.ReplicaStatus;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/**
 * Keeps the last proved copy of a dataset from being erased, whatever asks for it.
 *
 * <p>Another copy counts if the State on whose soil it lies says that it is sealed, the home State knows of it too, and it is of this
 * copy's version or of the latest one. Two holders must not each count on the other: of copies that are all to be erased, the home State's
 * journal says which goes first, and that one may count on those that go after it.
 */
final class LastProvedCopy {
    private final Registry registry;

    LastProvedCopy(Registry registry) {
        this.registry = registry;
    }

    /** @throws Failure NOT_READY unless another proved copy would remain */
    void check(DatasetId dataset, SiteId site) {
        State home = dataset.home().orElseThrow();
        List<ReplicaStatement> statements = registry.replicas(dataset);
        Optional<Long> ownTurn = turn(statements, site, home);
        Set<VersionRoot> versions = versions(dataset, statements, site);
        boolean another = statements.stream()
                .filter(copy -> !copy.site().equals(site) && copy.authoritative())
                .filter(copy -> versions.contains(copy.state().versionRoot()))
                .anyMatch(copy -> remains(copy, statements, home, ownTurn));
        if (!another) {
            throw Failure.of(
                    ErrorCode.NOT_READY,
                    "La copie de " + dataset + " sur le site " + site
                            + " est la dernière prouvée ; scellez-en une autre avant de l'effacer.",
                    "The copy of " + dataset + " at site " + site
                            + " is the last proved one; seal another before it is erased.");
        }
    }

    private static boolean remains(
            ReplicaStatement copy, List<ReplicaStatement> statements, State home, Optional<Long> ownTurn) {
        Optional<ReplicaStatement> saidByHome = by(home, statements, copy.site());
        if (saidByHome.isEmpty() || !isThere(copy) || !isThere(saidByHome.get())) {
            return false;
        }
        boolean leaving = isLeaving(copy) || isLeaving(saidByHome.get());
        Optional<Long> turn = turn(statements, copy.site(), home);
        return !leaving || (ownTurn.isPresent() && turn.isPresent() && turn.get() > ownTurn.get());
    }

    private static boolean isThere(ReplicaStatement copy) {
        return copy.state().status() == ReplicaStatus.SEALED || isLeaving(copy);
    }

    private static boolean isLeaving(ReplicaStatement copy) {
        return copy.state().status() == ReplicaStatus.ERASING;
    }

    /** The place of a copy's erasure in the home State's journal; empty where home has not said that it is to be erased. */
    private static Optional<Long> turn(List<ReplicaStatement> statements, SiteId site, State home) {
        return by(home, statements, site)
                .filter(LastProvedCopy::isLeaving)
                .map(copy -> copy.source().journalIndex());
    }

    private static Optional<ReplicaStatement> by(State state, List<ReplicaStatement> statements, SiteId site) {
        return statements.stream()
                .filter(copy -> copy.site().equals(site) && copy.source().saidBy() == state)
                .findFirst();
    }

    /** The versions that another copy may have to stand for this one. */
    private Set<VersionRoot> versions(DatasetId dataset, List<ReplicaStatement> statements, SiteId site) {
        Set<VersionRoot> versions = new HashSet<>();
        for (ReplicaStatement copy : statements) {
            VersionRoot root = copy.state().versionRoot();
            if (copy.site().equals(site) && copy.authoritative() && root != null) {
                versions.add(root);
            }
        }
        registry.latestVersion(dataset).ifPresent(latest -> addBothForms(latest, versions));
        return versions;
    }

    private static void addBothForms(PublishedVersion version, Set<VersionRoot> versions) {
        versions.add(version.root());
        VersionRoot encrypted = version.encryptedRoot();
        if (encrypted != null) {
            versions.add(encrypted);
        }
    }
}
