package org.liptako.node.campaign;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.journal.event.CampaignId;
import org.liptako.node.journal.event.Dataset;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.registry.Disclosure;
import org.liptako.node.registry.Registry;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.State;

/** Campaigns as they stand now: what the journals say, with the days that the rules set, what keeps copies, and when they will be home. Thread-safe. */
public final class CampaignBook {
    private final Jdbi jdbi;
    private final State own;
    private final Registry registry;
    private final Deadlines deadlines;
    private final HomeEnds ends;
    private final WorkStore work;
    private final Clock clock;
    private final CampaignStore store = new CampaignStore();

    CampaignBook(
            Jdbi jdbi, State own, Registry registry, Deadlines deadlines, HomeEnds ends, WorkStore work, Clock clock) {
        this.jdbi = jdbi;
        this.own = own;
        this.registry = registry;
        this.deadlines = deadlines;
        this.ends = ends;
        this.work = work;
        this.clock = clock;
    }

    /**
     * A campaign.
     *
     * @throws Failure NOT_KNOWN if no journal known here has opened it
     */
    public CampaignView get(CampaignId id) {
        StateCampaigns all = read(id.state().orElseThrow(() -> unknown(id)));
        // Out of the same reading: whoever holds it a moment later would have it there twice.
        Campaign campaign = all.campaigns().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> unknown(id));
        return views(all, List.of(campaign)).getFirst();
    }

    /** A State's campaigns, those that are open first. */
    public List<CampaignView> of(State state) {
        StateCampaigns all = read(state);
        return views(all, all.campaigns());
    }

    /** As it would stand with these copies. */
    CampaignView view(Campaign campaign, List<RepatriatedCopy> copies) {
        return views(read(campaign.saidBy()).with(campaign, copies), List.of(campaign))
                .getFirst();
    }

    private StateCampaigns read(State state) {
        return jdbi.withHandle(handle -> StateCampaigns.read(handle, store, state));
    }

    private List<CampaignView> views(StateCampaigns all, List<Campaign> wanted) {
        List<Campaign> goingOn = all.campaigns().stream()
                .filter(campaign -> campaign.isOpen() && !campaign.paused())
                .toList();
        List<Campaign> concerned =
                Stream.concat(goingOn.stream(), wanted.stream()).distinct().toList();
        List<RepatriatedCopy> copies = concerned.stream()
                .flatMap(campaign -> all.of(campaign).stream())
                .toList();
        Map<DatasetId, Dataset> known = known(copies);
        Disclosure disclosure = new Disclosure(own);
        List<RepatriatedCopy> shown = copies.stream()
                .filter(copy -> disclosure.shows(copy.dataset(), known.get(copy.dataset())))
                .toList();
        Instant now = clock.instant();
        Map<CampaignKey, DueBy> due = deadlines.of(shown);
        Map<CampaignId, HomeRate> rates = HomeRate.of(all.all(), concerned);
        Map<CampaignKey, Instant> expected = ends.of(inTurn(shown, goingOn, due), rates, now);
        Map<CampaignId, List<RepatriatedCopy>> shownOf =
                shown.stream().collect(Collectors.groupingBy(RepatriatedCopy::campaign));
        Outlook outlook = new Outlook(known, due, expected, now);
        return wanted.stream()
                .map(campaign -> new CampaignView(
                        campaign,
                        views(campaign, shownOf.getOrDefault(campaign.id(), List.of()), outlook),
                        Objects.requireNonNull(rates.get(campaign.id()))))
                .toList();
    }

    private Map<DatasetId, Dataset> known(List<RepatriatedCopy> copies) {
        return registry
                .datasets(
                        copies.stream().map(RepatriatedCopy::dataset).distinct().toList())
                .stream()
                .collect(Collectors.toMap(Dataset::id, Function.identity(), (one, other) -> one));
    }

    /** The order in which copies come, whichever campaign is theirs: the earliest day first, then by the plan. */
    private static List<RepatriatedCopy> inTurn(
            List<RepatriatedCopy> copies, List<Campaign> goingOn, Map<CampaignKey, DueBy> due) {
        Set<CampaignId> ids = goingOn.stream().map(Campaign::id).collect(Collectors.toSet());
        return copies.stream()
                .filter(copy -> ids.contains(copy.campaign()))
                .sorted(Comparator.comparing((RepatriatedCopy copy) -> Optional.ofNullable(due.get(copy.key()))
                                .map(DueBy::day)
                                .orElse(Instant.MAX))
                        .thenComparingInt(
                                copy -> copy.plan().map(CampaignPlace::place).orElse(Integer.MAX_VALUE))
                        .thenComparing(copy -> copy.campaign().value())
                        .thenComparing(copy -> copy.dataset().value())
                        .thenComparing(copy -> copy.site().value()))
                .toList();
    }

    /** What was found out of all copies at once. */
    private record Outlook(
            Map<DatasetId, Dataset> known,
            Map<CampaignKey, DueBy> due,
            Map<CampaignKey, Instant> expected,
            Instant now) {}

    private List<CopyView> views(Campaign campaign, List<RepatriatedCopy> copies, Outlook outlook) {
        Map<CampaignKey, Sentence> waiting = jdbi.withHandle(handle -> work.words(handle, campaign.id()));
        Map<CampaignKey, List<ErasureSignature>> signatures =
                jdbi.withHandle(handle -> store.signatures(handle, campaign.id())).stream()
                        .collect(Collectors.groupingBy(
                                signature -> new CampaignKey(campaign.id(), signature.dataset(), signature.site())));
        return copies.stream()
                .map(copy -> new CopyView(
                        copy,
                        Optional.ofNullable(outlook.known().get(copy.dataset())).map(Dataset::name),
                        Optional.ofNullable(outlook.due().get(copy.key())),
                        isOverdue(copy, outlook),
                        Optional.ofNullable(outlook.expected().get(copy.key())),
                        Optional.ofNullable(waiting.get(copy.key())).filter(words -> copy.isToCome()),
                        signatures.getOrDefault(copy.key(), List.of())))
                .toList();
    }

    private static boolean isOverdue(RepatriatedCopy copy, Outlook outlook) {
        return copy.erasedAt().isEmpty()
                && copy.withdrawal().isEmpty()
                && Optional.ofNullable(outlook.due().get(copy.key()))
                        .filter(day -> day.isPast(outlook.now()))
                        .isPresent();
    }

    static Failure unknown(CampaignId id) {
        return Failure.of(
                ErrorCode.NOT_KNOWN,
                "Aucune campagne " + id + " n'est connue ici ; « liptako campaign list » donne celles qui le sont.",
                "No campaign " + id + " is known here; \"liptako campaign list\" gives those that are.");
    }
}
