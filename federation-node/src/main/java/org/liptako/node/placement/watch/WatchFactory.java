package org.liptako.node.placement.watch;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.journal.Journal;
import org.liptako.node.placement.Grants;
import org.liptako.node.placement.held.HeldCopies;
import org.liptako.node.registry.CopyReader;
import org.liptako.node.registry.Registry;
import org.liptako.node.rulebook.RuleSets;

/** Puts the watch together. */
@Factory
final class WatchFactory {
    @Singleton
    WatchMeter meter(MeterRegistry meters) {
        return new WatchMeter(meters);
    }

    @Singleton
    WatchedGrants watchedGrants(Journal journal) {
        return new WatchedGrants(journal.state());
    }

    @Singleton
    GrantJudge grantJudge(
            Jdbi jdbi,
            Journal journal,
            Grants accepted,
            WatchedGrants grants,
            Registry registry,
            Clock clock,
            WatchMeter meter) {
        GrantGround ground = new GrantGround(registry, new CopyReader(jdbi, clock));
        return new GrantJudge(jdbi, journal, accepted, ground, grants, meter);
    }

    @Singleton
    @Bean(preDestroy = "close")
    Watch watch(
            Jdbi jdbi,
            Journal journal,
            Clock clock,
            RuleSets ruleSets,
            HeldCopies held,
            WatchedGrants grants,
            GrantJudge grantJudge,
            WatchMeter meter) {
        WatchedCopies copies = new WatchedCopies(journal.state());
        Changes changes = new Changes(jdbi, ruleSets, new LawChange(journal.state()), copies, grants);
        CopyJudge copyJudge = new CopyJudge(jdbi, journal, held, copies, meter);
        return new Watch(
                jdbi, journal, clock, ruleSets, new Watch.Judges(changes, grantJudge, copyJudge, copies, meter));
    }

    @Singleton
    Withdrawals withdrawals(Jdbi jdbi) {
        return new Withdrawals(jdbi);
    }
}
