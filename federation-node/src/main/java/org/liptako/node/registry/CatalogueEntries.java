package org.liptako.node.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liptako.node.journal.event.AlarmRaised;
import org.liptako.node.journal.event.Country;
import org.liptako.node.journal.event.DatasetKeyDestroyed;
import org.liptako.node.journal.event.DatasetRecorded;
import org.liptako.node.journal.event.PlacementGranted;
import org.liptako.node.journal.event.RuleSetInForce;
import org.liptako.node.journal.event.SiteRecorded;
import org.liptako.node.journal.event.VersionPublished;
import org.liptako.node.registry.Timeline.Stretch;
import org.liptako.pki.name.State;

/** Entries on sites, datasets, versions, grants, rule sets and alarms. One by a State that has no say in the matter is passed over. */
final class CatalogueEntries {
    private final Timeline timeline;

    CatalogueEntries(Timeline timeline) {
        this.timeline = timeline;
    }

    void site(Reading reading, SiteRecorded event) {
        Country country = event.site().state();
        Optional<State> soil = event.site().id().state();
        boolean own = country.is(reading.saidBy())
                && soil.filter(reading.saidBy()::equals).isPresent();
        boolean outside = country.member().isEmpty() && soil.isEmpty();
        if (own || outside) {
            state(reading, StatementKind.SITE, event.site().id().value(), event.site());
        }
    }

    void dataset(Reading reading, DatasetRecorded event) {
        if (event.dataset().home() == reading.saidBy()
                && reading.isHomeOf(event.dataset().id())) {
            state(reading, StatementKind.DATASET, event.dataset().id().value(), event.dataset());
        }
    }

    void keyDestroyed(Reading reading, DatasetKeyDestroyed event) {
        if (reading.isHomeOf(event.dataset())) {
            state(
                    reading,
                    StatementKind.KEY_END,
                    event.dataset().value(),
                    new KeyEnd(event.dataset(), event.keyCheck(), event.at()));
        }
    }

    void version(Reading reading, VersionPublished event) {
        if (reading.isHomeOf(event.dataset())) {
            state(
                    reading,
                    StatementKind.VERSION,
                    event.dataset().value(),
                    new PublishedVersion(
                            event.dataset(),
                            event.site(),
                            event.versionRoot(),
                            event.encryptedRoot(),
                            event.files(),
                            event.bytes(),
                            event.chunks(),
                            event.at()));
        }
    }

    /** Only under a serial of the State's own: another's may stand for a grant of that State, which this must not be taken for. */
    void grant(Reading reading, PlacementGranted event) {
        boolean ownSerial =
                event.serial().home().filter(reading.saidBy()::equals).isPresent();
        if (ownSerial && reading.isHomeOf(event.terms().dataset())) {
            state(reading, StatementKind.GRANT, event.serial().value(), summary(reading.saidBy(), event));
        }
    }

    void rules(Reading reading, RuleSetInForce event) {
        state(reading, StatementKind.RULE_SET, reading.saidBy().name(), event);
    }

    void alarm(Reading reading, AlarmRaised event) {
        Alarm alarm = new Alarm(event.at(), event.code(), event.about(), event.words());
        StatementKey key = new StatementKey(
                StatementKind.ALARM, event.about().name(), Long.toString(reading.index()), reading.saidBy());
        timeline.state(reading.handle(), key, Stretch.from(reading.since()), reading.lastWord(alarm));
    }

    private void state(Reading reading, StatementKind kind, String subject, Object value) {
        timeline.state(
                reading.handle(),
                new StatementKey(kind, subject, reading.saidBy()),
                Stretch.from(reading.since()),
                reading.lastWord(value));
    }

    private static GrantSummary summary(State home, PlacementGranted grant) {
        List<State> allowedBy = new ArrayList<>(List.of(home));
        if (grant.hostStatement() != null) {
            grant.terms().targetSite().state().ifPresent(allowedBy::add);
        }
        return new GrantSummary(
                grant.serial(),
                grant.request(),
                home,
                grant.terms(),
                grant.versionRoot(),
                grant.at(),
                grant.expires(),
                grant.ruleSet(),
                grant.rules(),
                allowedBy);
    }
}
