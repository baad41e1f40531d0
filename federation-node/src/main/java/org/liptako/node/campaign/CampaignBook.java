package org.liptako.node.campaign;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
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
final class CampaignBook {
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
    CampaignView get(CampaignId id) {
        return view(
                jdbi.withHandle(handle -> store.find(handle, id)).orElseThrow(() -> unknown(id)),
                jdbi.withHandle(handle -> store.copies(handle, id)));
    }

    /** A State's campaigns, those that are open first. */
    List<CampaignView> of(State state) {
        Map<CampaignId, List<RepatriatedCopy>> copies = jdbi.withHandle(handle -> store.copies(handle, state)).stream()
                .collect(Collectors.groupingBy(RepatriatedCopy::campaign));
        return jdbi.withHandle(handle -> store.of(handle, state)).stream()
                .map(campaign -> view(campaign, copies.getOrDefault(campaign.id(), List.of())))
                .toList();
    }

    /** As it would stand with these copies. */
    CampaignView view(Campaign campaign, List<RepatriatedCopy> copies) {
        Map<DatasetId, Dataset> known =
                registry
                        .datasets(copies.stream()
                                .map(RepatriatedCopy::dataset)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Dataset::id, Function.identity(), (one, other) -> one));
        Disclosure disclosure = new Disclosure(own);
        List<RepatriatedCopy> shown = copies.stream()
                .filter(copy -> disclosure.shows(copy.dataset(), known.get(copy.dataset())))
                .toList();
        HomeRate rate = HomeRate.of(jdbi.withHandle(handle -> store.copies(handle, campaign.saidBy())), campaign);
        Instant now = clock.instant();
        boolean goesOn = campaign.isOpen() && !campaign.paused();
        Map<CampaignKey, Instant> expected = goesOn ? ends.of(shown, rate, now) : Map.of();
        Map<CampaignKey, DueBy> due = deadlines.of(shown);
        Map<CampaignKey, Sentence> waiting = jdbi.withHandle(handle -> work.words(handle, campaign.id()));
        Map<CampaignKey, List<ErasureSignature>> signatures =
                jdbi.withHandle(handle -> store.signatures(handle, campaign.id())).stream()
                        .collect(Collectors.groupingBy(
                                signature -> new CampaignKey(campaign.id(), signature.dataset(), signature.site())));
        return new CampaignView(
                campaign,
                shown.stream()
                        .map(copy -> new CopyView(
                                copy,
                                Optional.ofNullable(known.get(copy.dataset())).map(Dataset::name),
                                Optional.ofNullable(due.get(copy.key())),
                                copy.erasedAt().isEmpty()
                                        && copy.withdrawal().isEmpty()
                                        && Optional.ofNullable(due.get(copy.key()))
                                                .filter(day -> day.isPast(now))
                                                .isPresent(),
                                Optional.ofNullable(expected.get(copy.key())),
                                Optional.ofNullable(waiting.get(copy.key())).filter(words -> copy.isToCome()),
                                signatures.getOrDefault(copy.key(), List.of())))
                        .toList(),
                rate);
    }

    static Failure unknown(CampaignId id) {
        return Failure.of(
                ErrorCode.NOT_KNOWN,
                "Aucune campagne " + id + " n'est connue ici ; « liptako campaign list » donne celles qui le sont.",
                "No campaign " + id + " is known here; \"liptako campaign list\" gives those that are.");
    }
}
