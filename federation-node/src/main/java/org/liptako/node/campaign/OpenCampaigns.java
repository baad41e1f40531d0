package org.liptako.node.campaign;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.liptako.node.journal.event.CampaignId;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/** This State's campaigns that are not closed: what steps may be taken in. */
record OpenCampaigns(State own, CampaignStore store) {
    OpenCampaigns(State own) {
        this(own, new CampaignStore());
    }

    /** @throws Failure NOT_KNOWN, OTHER_STATE_DECIDES, or NOT_READY where it is closed */
    Campaign get(Handle handle, CampaignId id) {
        Campaign campaign = find(handle, id);
        if (!campaign.isOpen()) {
            throw Failure.of(
                    ErrorCode.NOT_READY,
                    "La campagne " + id + " est close ; ouvrez-en une autre.",
                    "The campaign " + id + " is closed; open another.");
        }
        return campaign;
    }

    /** @throws Failure NOT_KNOWN or OTHER_STATE_DECIDES */
    Campaign find(Handle handle, CampaignId id) {
        Campaign campaign = store.find(handle, id).orElseThrow(() -> CampaignBook.unknown(id));
        if (campaign.saidBy() != own) {
            throw Failure.of(
                    ErrorCode.OTHER_STATE_DECIDES,
                    "La campagne " + id + " est de l'État " + campaign.saidBy().french()
                            + " : adressez-vous à son nœud.",
                    "The campaign " + id + " is " + campaign.saidBy().english() + "'s: turn to its node.");
        }
        return campaign;
    }

    /**
     * The copy of a dataset that is in a campaign.
     *
     * @param site where it lies abroad; empty where the campaign has one copy of the dataset
     * @throws Failure NOT_KNOWN, NOT_READY where it was taken out, or INVALID_REQUEST where there are several
     */
    RepatriatedCopy copy(Handle handle, CampaignId id, DatasetId dataset, Optional<SiteId> site) {
        List<RepatriatedCopy> named = named(handle, id, dataset, site);
        List<RepatriatedCopy> in =
                named.stream().filter(copy -> copy.withdrawal().isEmpty()).toList();
        mustNotAllBeWithdrawn(named);
        return only(in, id, dataset, site);
    }

    /**
     * The same where it does not matter whether it was taken out.
     *
     * @throws Failure NOT_KNOWN, or INVALID_REQUEST where there are several
     */
    RepatriatedCopy everNamed(Handle handle, CampaignId id, DatasetId dataset, Optional<SiteId> site) {
        return only(named(handle, id, dataset, site), id, dataset, site);
    }

    private List<RepatriatedCopy> named(Handle handle, CampaignId id, DatasetId dataset, Optional<SiteId> site) {
        return store.copies(handle, id, dataset).stream()
                .filter(copy -> site.filter(one -> !one.equals(copy.site())).isEmpty())
                .toList();
    }

    private static RepatriatedCopy only(
            List<RepatriatedCopy> found, CampaignId id, DatasetId dataset, Optional<SiteId> site) {
        if (found.isEmpty()) {
            throw Failure.of(
                    ErrorCode.NOT_KNOWN,
                    "La campagne " + id + " ne nomme pas de copie de " + dataset
                            + site.map(one -> " à " + one).orElse("") + " ; « liptako campaign status " + id
                            + " » donne celles qu'elle nomme.",
                    "The campaign " + id + " names no copy of " + dataset
                            + site.map(one -> " at " + one).orElse("") + "; \"liptako campaign status " + id
                            + "\" gives those that it names.");
        }
        if (found.size() > 1) {
            throw Failure.of(
                    ErrorCode.INVALID_REQUEST,
                    "La campagne " + id + " nomme " + found.size() + " copies de " + dataset + " ; dites à quel site.",
                    "The campaign " + id + " names " + found.size() + " copies of " + dataset + "; say at which site.");
        }
        return found.getFirst();
    }

    /** @throws Failure NOT_READY if there are copies, and each was taken out of its campaign */
    static void mustNotAllBeWithdrawn(List<RepatriatedCopy> named) {
        if (!named.isEmpty()
                && named.stream().allMatch(copy -> copy.withdrawal().isPresent())) {
            throw withdrawn(named.getFirst());
        }
    }

    private static Failure withdrawn(RepatriatedCopy copy) {
        String words = copy.withdrawal().map(Act::words).orElseThrow();
        return Failure.of(
                ErrorCode.NOT_READY,
                "La copie de " + copy.dataset() + " à " + copy.site() + " a été retirée de la campagne "
                        + copy.campaign() + " par " + words + " ; nommez-la dans une autre campagne.",
                "The copy of " + copy.dataset() + " at " + copy.site() + " was withdrawn from the campaign "
                        + copy.campaign() + " by " + words + "; name it in another campaign.");
    }
}
