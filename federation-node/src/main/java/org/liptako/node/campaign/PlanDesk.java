package org.liptako.node.campaign;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.identity.Caller;
import org.liptako.node.journal.Journal;
import org.liptako.node.journal.event.CampaignId;
import org.liptako.node.journal.event.CampaignPlanned;
import org.liptako.node.journal.event.CarryingMeans;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.PlannedCopy;
import org.liptako.node.placement.Homecoming;
import org.liptako.node.registry.Registry;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.SiteId;

/**
 * Plans where copies are to lie at home and in which order they come: the earliest day first, then the smallest, so that most are home early; each at a site that the rules
 * allow and that has room. Thread-safe.
 */
final class PlanDesk {
    private static final Instant NEVER = Instant.MAX;

    private final Jdbi jdbi;
    private final Journal journal;
    private final Registry registry;
    private final Homecoming homecoming;
    private final Deadlines deadlines;
    private final OpenCampaigns campaigns;

    PlanDesk(Jdbi jdbi, Journal journal, Registry registry, Homecoming homecoming, Deadlines deadlines) {
        this.jdbi = jdbi;
        this.journal = journal;
        this.registry = registry;
        this.homecoming = homecoming;
        this.deadlines = deadlines;
        this.campaigns = new OpenCampaigns(journal.state());
    }

    /**
     * What is to be planned.
     *
     * @param datasets only these; none for all that have not begun to come
     * @param home where; empty to be chosen
     * @param bytesPerSecond what to reckon with until something is measured
     */
    record Wish(
            CampaignId campaign,
            Set<DatasetId> datasets,
            Optional<SiteId> home,
            CarryingMeans means,
            OptionalLong bytesPerSecond) {
        Wish {
            datasets = Set.copyOf(datasets);
        }
    }

    /** A copy for which there is no place, and why. */
    record Unplanned(RepatriatedCopy copy, Sentence reason) {}

    /** A plan, as it would be journaled. */
    record Draft(Campaign campaign, List<RepatriatedCopy> all, List<PlannedCopy> planned, List<Unplanned> unplanned) {
        Draft {
            all = List.copyOf(all);
            planned = List.copyOf(planned);
            unplanned = List.copyOf(unplanned);
        }

        /** The campaign's copies as they would stand. */
        List<RepatriatedCopy> copies() {
            Map<CampaignKey, CampaignPlace> places = new HashMap<>();
            planned.forEach(one -> places.put(
                    new CampaignKey(campaign.id(), one.dataset(), one.site()),
                    new CampaignPlace(one.home(), one.place(), one.means())));
            return all.stream()
                    .map(copy -> Optional.ofNullable(places.get(copy.key()))
                            .map(copy::planned)
                            .orElse(copy))
                    .sorted(Comparator.comparingInt((RepatriatedCopy copy) ->
                            copy.plan().map(CampaignPlace::place).orElse(Integer.MAX_VALUE)))
                    .toList();
        }
    }

    /** @throws Failure NOT_KNOWN, OTHER_STATE_DECIDES, NOT_READY, SITE_NOT_ENTITLED or INVALID_REQUEST */
    Draft draft(Caller caller, Wish wish) {
        Campaign campaign = jdbi.withHandle(handle -> campaigns.get(handle, wish.campaign()));
        List<RepatriatedCopy> all = jdbi.withHandle(handle -> campaigns.store().copies(handle, wish.campaign()));
        mustBeKnown(wish, all);
        List<SiteId> sites = sites(caller, wish);
        List<RepatriatedCopy> toPlan = inOrder(all.stream()
                .filter(copy -> copy.stage().compareTo(RepatriationStage.PLANNED) <= 0)
                .filter(copy -> isWished(caller, wish, copy))
                .toList());
        Set<CampaignKey> planning = new HashSet<>();
        toPlan.forEach(copy -> planning.add(copy.key()));
        SiteChoice choice = new SiteChoice(registry, homecoming);
        spokenFor(planning, choice);
        int place = all.stream()
                .filter(copy -> !planning.contains(copy.key()))
                .flatMap(copy -> copy.plan().stream())
                .mapToInt(CampaignPlace::place)
                .max()
                .orElse(0);
        List<PlannedCopy> planned = new ArrayList<>();
        List<Unplanned> unplanned = new ArrayList<>();
        for (RepatriatedCopy copy : toPlan) {
            switch (choice.among(sites, copy)) {
                case SiteChoice.Choice.Chosen home ->
                    planned.add(new PlannedCopy(copy.dataset(), copy.site(), home.site(), ++place, wish.means()));
                case SiteChoice.Choice.None none -> unplanned.add(new Unplanned(copy, none.reason()));
            }
        }
        return new Draft(campaign, all, planned, unplanned);
    }

    /** An operator takes nothing from the plan of another data centre. */
    private static boolean isWished(Caller caller, Wish wish, RepatriatedCopy copy) {
        Optional<SiteId> home = copy.plan().map(CampaignPlace::home);
        if (wish.datasets().isEmpty()) {
            return home.isEmpty() || caller.site().isEmpty() || caller.site().equals(home);
        }
        boolean named = wish.datasets().contains(copy.dataset());
        if (named) {
            home.ifPresent(caller::mustActFor);
        }
        return named;
    }

    /** What is planned for sites already, and has not come. */
    private void spokenFor(Set<CampaignKey> planning, SiteChoice choice) {
        jdbi.withHandle(handle -> campaigns.store().copies(handle, journal.state())).stream()
                .filter(copy -> copy.isToCome() && !planning.contains(copy.key()))
                .forEach(copy -> copy.plan()
                        .ifPresent(
                                plan -> choice.take(plan.home(), copy.sizeGb().orElse(0))));
    }

    /** Journals a plan. */
    void plan(Caller caller, Wish wish, Draft draft) {
        if (draft.planned().isEmpty() && wish.bytesPerSecond().isEmpty()) {
            return;
        }
        journal.appendUnsaid(handle -> {
            campaigns.get(handle, wish.campaign());
            return List.of(new CampaignPlanned(
                    journal.now(),
                    wish.campaign(),
                    draft.planned(),
                    wish.bytesPerSecond().isPresent() ? wish.bytesPerSecond().getAsLong() : null,
                    caller.party().toString()));
        });
    }

    private static void mustBeKnown(Wish wish, List<RepatriatedCopy> all) {
        for (DatasetId dataset : wish.datasets()) {
            List<RepatriatedCopy> named =
                    all.stream().filter(copy -> copy.dataset().equals(dataset)).toList();
            OpenCampaigns.mustNotAllBeWithdrawn(named);
            if (named.isEmpty()) {
                throw Failure.of(
                        ErrorCode.NOT_KNOWN,
                        "La campagne " + wish.campaign() + " ne nomme pas de copie de " + dataset + ".",
                        "The campaign " + wish.campaign() + " names no copy of " + dataset + ".");
            }
        }
    }

    /** An operator plans for the data centre of their certificate; an officer for all of the State. */
    private List<SiteId> sites(Caller caller, Wish wish) {
        if (wish.home().isPresent()) {
            SiteId home = wish.home().get();
            caller.mustActFor(home);
            if (!home.state().equals(Optional.of(journal.state()))
                    || registry.site(home).isEmpty()) {
                throw Failure.of(
                        ErrorCode.INVALID_REQUEST,
                        "Le site " + home + " n'est pas un site inscrit de l'État "
                                + journal.state().french() + ".",
                        "Site " + home + " is no registered site of "
                                + journal.state().english() + ".");
            }
            return List.of(home);
        }
        return registry.sites().stream()
                .map(site -> site.id())
                .filter(site -> site.state().equals(Optional.of(journal.state())))
                .filter(site -> caller.site().filter(own -> !own.equals(site)).isEmpty())
                .sorted(Comparator.comparing(SiteId::value))
                .toList();
    }

    private List<RepatriatedCopy> inOrder(List<RepatriatedCopy> copies) {
        Map<CampaignKey, DueBy> due = deadlines.of(copies);
        return copies.stream()
                .sorted(Comparator.comparing((RepatriatedCopy copy) -> Optional.ofNullable(due.get(copy.key()))
                                .map(DueBy::day)
                                .orElse(NEVER))
                        .thenComparingLong(RepatriatedCopy::bytes)
                        .thenComparing(copy -> copy.dataset().value())
                        .thenComparing(copy -> copy.site().value()))
                .toList();
    }
}
