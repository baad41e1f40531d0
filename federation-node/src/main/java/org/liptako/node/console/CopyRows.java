package org.liptako.node.console;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.liptako.node.journal.event.Site;
import org.liptako.node.registry.GrantSummary;
import org.liptako.node.registry.Registry;
import org.liptako.node.registry.ReplicaStatement;
import org.liptako.node.registry.ReplicaStatus;
import org.liptako.pki.name.SiteId;

/** Puts copies into words. */
final class CopyRows {
    private final Registry registry;
    private final Map<SiteId, Site> sites;
    private final Words words;

    CopyRows(Registry registry, Map<SiteId, Site> sites, Words words) {
        this.registry = registry;
        this.sites = sites;
        this.words = words;
    }

    CopyRow row(ReplicaStatement copy) {
        ReplicaStatus status = copy.state().status();
        String encrypted = copy.state().encrypted() ? words.of("and") + words.of("encrypted") : "";
        return new CopyRow(
                copy.dataset().value(),
                registry.dataset(copy.dataset())
                        .map(dataset -> words.of(dataset.name()))
                        .orElseGet(() -> words.of("unknown")),
                copy.site().value(),
                place(copy),
                words.of("status." + status.name()) + encrypted,
                tone(status),
                copy.source().heldFrom().toString(),
                words.of(copy.source().heldFrom()),
                allowed(copy),
                words.of(
                        "said.entry",
                        words.of(copy.source().saidBy()),
                        Long.toString(copy.source().journalIndex())));
    }

    private String place(ReplicaStatement copy) {
        String country = words.of(copy.state().country());
        Site site = sites.get(copy.site());
        return site == null ? country : site.city() + words.of("and") + country;
    }

    private String allowed(ReplicaStatement copy) {
        return Optional.ofNullable(copy.state().grant())
                .flatMap(registry::grant)
                .map(this::allowed)
                .orElseGet(() -> words.of("allowed.before"));
    }

    private String allowed(GrantSummary grant) {
        String states = grant.allowedBy().stream().map(words::of).collect(Collectors.joining(words.of("and")));
        String rules = grant.rules().stream()
                .map(rule -> rule.id() + " (" + words.of(rule.title()) + ")")
                .collect(Collectors.joining(words.of("and")));
        return words.of("allowed.by", states, rules);
    }

    private static String tone(ReplicaStatus status) {
        return switch (status) {
            case SEALED, ERASED -> "good";
            case EXTERNAL, UNREACHABLE, DISPUTED, LOST, QUARANTINED -> "bad";
            case PLANNED, PENDING, GRANTED, TRANSFERRING, UNPROVEN, ERASING -> "open";
        };
    }
}
