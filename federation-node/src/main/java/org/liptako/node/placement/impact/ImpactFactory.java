package org.liptako.node.placement.impact;

import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.liptako.node.placement.PendingRequests;
import org.liptako.node.placement.held.HeldCopies;
import org.liptako.node.rulebook.ForeseenRules;
import org.liptako.node.rulebook.LoadedRules;
import org.liptako.node.rulebook.NextEditions;
import org.liptako.node.rulebook.RuleSets;
import org.liptako.node.rulebook.WritingDesk;

/** Puts the weighing together. */
@Factory
final class ImpactFactory {
    @Singleton
    @Bean(preDestroy = "close")
    ImpactDesk impactDesk(
            HeldCopies copies,
            PendingRequests requests,
            RuleSets ruleSets,
            BeanProvider<MeasuredTransfers> transfers,
            Clock clock) {
        return new ImpactDesk(copies, requests, ruleSets, () -> transfers.get().lately(), clock);
    }

    @Singleton
    DraftDesk draftDesk(
            WritingDesk writing,
            ImpactDesk desk,
            NextEditions next,
            RuleSets ruleSets,
            LoadedRules loaded,
            ForeseenRules foreseen,
            Clock clock) {
        return new DraftDesk(writing, desk, next, ruleSets, loaded, foreseen::foresee, clock);
    }

    @Singleton
    ImpactEndpoint impactEndpoint(
            ImpactDesk desk, RuleSets ruleSets, LoadedRules loaded, ForeseenRules foreseen, Clock clock) {
        return new ImpactEndpoint(desk, ruleSets, loaded, foreseen::foresee, clock);
    }
}
