package org.liptako.node.campaign;

import java.util.List;
import java.util.stream.Collectors;
import org.liptako.node.identity.Caller;
import org.liptako.node.journal.Journal;
import org.liptako.node.journal.event.CampaignClosed;
import org.liptako.node.journal.event.CampaignId;
import org.liptako.node.journal.event.CampaignPaused;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.Sentence;

/** Holds campaigns, has them go on, and closes those that are done. The same again does nothing twice. Thread-safe. */
final class CloseDesk {
    private static final int MOST_NAMED = 10;

    private final Journal journal;
    private final OpenCampaigns campaigns;

    CloseDesk(Journal journal) {
        this.journal = journal;
        this.campaigns = new OpenCampaigns(journal.state());
    }

    /**
     * Holds a campaign or has it go on; an operator only where all that is to come comes to their data centre.
     *
     * @throws Failure NOT_KNOWN, OTHER_STATE_DECIDES, SITE_NOT_ENTITLED or NOT_READY
     */
    void pause(Caller caller, CampaignId id, boolean paused) {
        journal.appendUnsaid(handle -> {
            Campaign campaign = campaigns.get(handle, id);
            campaigns.store().copies(handle, id).stream()
                    .filter(copy -> copy.sealedAt().isEmpty())
                    .flatMap(copy -> copy.plan().stream())
                    .forEach(plan -> caller.mustActFor(plan.home()));
            return campaign.paused() == paused
                    ? List.of()
                    : List.of(new CampaignPaused(
                            journal.now(), id, paused, caller.party().toString()));
        });
    }

    /** @throws Failure NOT_KNOWN, OTHER_STATE_DECIDES, or NOT_READY naming the copies that are open, and why */
    void close(Caller caller, CampaignId id) {
        journal.appendUnsaid(handle -> {
            if (!campaigns.find(handle, id).isOpen()) {
                return List.of();
            }
            List<RepatriatedCopy> open = campaigns.store().copies(handle, id).stream()
                    .filter(copy -> copy.stage() != RepatriationStage.DONE)
                    .toList();
            if (!open.isEmpty()) {
                throw refused(id, open);
            }
            return List.of(new CampaignClosed(journal.now(), id, caller.party().toString()));
        });
    }

    private static Failure refused(CampaignId id, List<RepatriatedCopy> open) {
        return Failure.of(
                ErrorCode.NOT_READY,
                "La campagne " + id + " ne peut être close ; " + open.size() + " copie(s) ouverte(s) : "
                        + named(open, true) + ".",
                "The campaign " + id + " cannot be closed; " + open.size() + " copies are open: " + named(open, false)
                        + ".");
    }

    private static String named(List<RepatriatedCopy> open, boolean french) {
        String named = open.stream()
                .limit(MOST_NAMED)
                .map(copy -> copy.dataset() + " (" + copy.site() + ", "
                        + (french ? why(copy.stage()).fr() : why(copy.stage()).en()) + ")")
                .collect(Collectors.joining(", "));
        return open.size() > MOST_NAMED ? named + ", …" : named;
    }

    private static Sentence why(RepatriationStage stage) {
        return switch (stage) {
            case NAMED -> new Sentence("sans site d'accueil", "without a site at home");
            case PLANNED -> new Sentence("ses octets ne sont pas venus", "its bytes have not come");
            case COPYING -> new Sentence("pas encore prouvée", "not proved yet");
            case PROVED -> new Sentence("pas encore scellée", "not sealed yet");
            case SEALED ->
                new Sentence(
                        "son effacement à l'étranger n'est pas signé par deux personnes",
                        "its erasure abroad is not signed by two people");
            case DONE -> new Sentence("faite", "done");
        };
    }
}
