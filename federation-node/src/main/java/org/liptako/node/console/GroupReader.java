package org.liptako.node.console;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Set;
import org.liptako.node.config.NodeConfig;
import org.liptako.node.identity.Caller;
import org.liptako.node.journal.event.Site;
import org.liptako.node.registry.CopyGroup;
import org.liptako.node.registry.Disclosure;
import org.liptako.node.registry.Page;
import org.liptako.node.registry.Registry;
import org.liptako.node.registry.ReplicaStatement;
import org.liptako.node.registry.ShownPage;
import org.liptako.node.registry.Tallies;

/** Reads the list behind what a reader's home counts: by the same condition. */
@Singleton
final class GroupReader {
    private static final int COPIES_A_PAGE = 100;

    private final Tallies tallies;
    private final Registry registry;
    private final CoverageRows coverage;
    private final NodeConfig node;
    private final Clock clock;

    GroupReader(Tallies tallies, Registry registry, CoverageRows coverage, NodeConfig node, Clock clock) {
        this.tallies = tallies;
        this.registry = registry;
        this.coverage = coverage;
        this.node = node;
        this.clock = clock;
    }

    GroupPage read(Caller reader, GroupQuery query, CopyPlace place, Words words) {
        Disclosure disclosure = new Disclosure(reader.state());
        CopyGroup group = group(query);
        ShownPage<ReplicaStatement, Page> page = tallies.page(group, place.page(COPIES_A_PAGE), disclosure);
        long until = place.before() + page.rows().size();
        return new GroupPage(
                words.of("as.of", node.site().value(), words.of(node.state()), words.of(clock.instant())),
                title(query, words),
                coverage.rows(words),
                words.of("group.count", tallies.count(group, disclosure), Math.min(place.before() + 1, until), until),
                CopyRows.of(
                        registry,
                        page.rows(),
                        registry.sites().stream().collect(toUnmodifiableMap(Site::id, identity())),
                        words),
                page.next()
                        .map(next -> query.address() + "&" + CopyPlace.fields(next, until))
                        .orElse(""));
    }

    private CopyGroup group(GroupQuery query) {
        return switch (query) {
            case GroupQuery.Found found -> new CopyGroup.Found(found.kind(), found.home(), found.site());
            case GroupQuery.Standing standing -> new CopyGroup.Standing(standing.site(), Set.of(standing.status()));
            case GroupQuery.Disputed disputed ->
                new CopyGroup.LyingWith(registry.disputes().stream()
                        .filter(dispute -> dispute.source().saidBy() == disputed.by())
                        .map(dispute -> dispute.custody().state())
                        .collect(toUnmodifiableSet()));
        };
    }

    private static String title(GroupQuery query, Words words) {
        return switch (query) {
            case GroupQuery.Found found ->
                found.home()
                        .map(home -> words.of("group." + found.kind() + ".home", words.of(home)))
                        .or(() -> found.site().map(site -> words.of("group." + found.kind() + ".site", site.value())))
                        .orElseGet(() -> words.of("group." + found.kind()));
            case GroupQuery.Standing standing ->
                words.of("group.standing", standing.site().value(), words.of("status." + standing.status()));
            case GroupQuery.Disputed disputed -> words.of("group.disputed", words.of(disputed.by()));
        };
    }
}
