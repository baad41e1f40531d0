package org.liptako.node.campaign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.liptako.node.exchange.grant.SiteRecord;
import org.liptako.node.identity.Caller;
import org.liptako.node.journal.event.CampaignId;
import org.liptako.node.journal.event.CarryingMeans;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.RepatriationStarted;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.pki.name.SiteId;

/** Takes an operator's word on where the bytes of a copy are put; what follows the node does by itself. The same again only has it look at once. Thread-safe. */
final class RunDesk {
    private final SiteRecord own;
    private final Path publishDirectory;
    private final WorkStore work;
    private final CampaignRunner runner;
    private final OpenCampaigns campaigns;

    RunDesk(SiteRecord own, Path publishDirectory, WorkStore work, CampaignRunner runner) {
        this.own = own;
        this.publishDirectory = publishDirectory;
        this.work = work;
        this.runner = runner;
        this.campaigns = new OpenCampaigns(own.journal().state());
    }

    /**
     * Where bytes are put.
     *
     * @param means empty for as planned
     */
    record Word(
            CampaignId campaign,
            DatasetId dataset,
            Optional<SiteId> site,
            String origin,
            String listing,
            Optional<CarryingMeans> means) {}

    /** @throws Failure NOT_KNOWN, OTHER_STATE_DECIDES, SITE_NOT_ENTITLED, NOT_READY or INVALID_REQUEST */
    CampaignKey run(Caller caller, Word word) {
        // Whoever may not have it read learns nothing of any file.
        own.jdbi().useHandle(handle -> mustBeTheirs(handle, caller, word));
        Listing listing = listing(word.listing());
        own.journal().appendUnsaid(handle -> {
            Campaign campaign = campaigns.get(handle, word.campaign());
            campaign.hold().ifPresent(hold -> mustNotBeHeld(campaign, hold));
            RepatriatedCopy copy = campaigns.copy(handle, word.campaign(), word.dataset(), word.site());
            CampaignPlace plan = copy.plan().orElseThrow(() -> unplanned(copy));
            caller.mustActFor(plan.home());
            mustBeHere(copy, plan.home());
            RepatriationStarted started = new RepatriationStarted(
                    own.journal().now(),
                    copy.campaign(),
                    copy.dataset(),
                    copy.site(),
                    plan.home(),
                    word.means().orElse(plan.means()),
                    word.origin(),
                    word.listing(),
                    listing.digest(),
                    caller.party().toString());
            return copy.stage().compareTo(RepatriationStage.COPYING) > 0 || isSaid(copy, plan, started)
                    ? List.of()
                    : List.of(started);
        });
        CampaignKey key = own.jdbi()
                .withHandle(handle -> campaigns.copy(handle, word.campaign(), word.dataset(), word.site()))
                .key();
        own.jdbi().useHandle(handle -> work.hasten(handle, key, own.clock().instant()));
        runner.wake();
        return key;
    }

    private static void mustNotBeHeld(Campaign campaign, Act hold) {
        throw Failure.of(
                ErrorCode.NOT_READY,
                "La campagne " + campaign.id() + " est suspendue par " + hold.words()
                        + (hold.isAnOfficers()
                                ? " ; seul un agent juridique de l'État la reprend."
                                : " ; « liptako campaign pause --resume » la reprend."),
                "The campaign " + campaign.id() + " is held by " + hold.words()
                        + (hold.isAnOfficers()
                                ? "; a legal officer of the State alone has it go on."
                                : "; \"liptako campaign pause --resume\" has it go on."));
    }

    private void mustBeTheirs(Handle handle, Caller caller, Word word) {
        campaigns.get(handle, word.campaign());
        RepatriatedCopy copy = campaigns.copy(handle, word.campaign(), word.dataset(), word.site());
        CampaignPlace plan = copy.plan().orElseThrow(() -> unplanned(copy));
        caller.mustActFor(plan.home());
        mustBeHere(copy, plan.home());
    }

    private static boolean isSaid(RepatriatedCopy copy, CampaignPlace plan, RepatriationStarted started) {
        return plan.means() == started.means()
                && copy.arrival()
                        .filter(arrival -> arrival.origin().equals(started.origin())
                                && arrival.listing().equals(started.listing())
                                && arrival.listed().equals(started.listed())
                                && arrival.by().equals(started.by()))
                        .isPresent();
    }

    private Listing listing(String name) {
        try {
            return Listing.read(publishDirectory, name);
        } catch (IOException e) {
            throw new UncheckedIOException("The list of what lies abroad cannot be read.", e);
        }
    }

    private void mustBeHere(RepatriatedCopy copy, SiteId home) {
        if (!home.equals(own.site())) {
            throw Failure.of(
                    ErrorCode.NOT_READY,
                    "La copie de " + copy.dataset() + " vient au site " + home + " ; adressez-vous à son nœud, celui-ci"
                            + " est de " + own.site() + ".",
                    "The copy of " + copy.dataset() + " comes to site " + home + "; turn to its node, this one is "
                            + own.site() + "'s.");
        }
    }

    private static Failure unplanned(RepatriatedCopy copy) {
        return Failure.of(
                ErrorCode.NOT_READY,
                "La copie de " + copy.dataset() + " n'a pas encore de site d'accueil ; planifiez d'abord (liptako"
                        + " campaign plan " + copy.campaign() + ").",
                "The copy of " + copy.dataset() + " has no site at home yet; plan first (liptako campaign plan "
                        + copy.campaign() + ").");
    }
}
