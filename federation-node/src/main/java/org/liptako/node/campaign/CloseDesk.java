package org.liptako.node.campaign;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.liptako.node.identity.Caller;
import org.liptako.node.journal.Journal;
import org.liptako.node.journal.event.CampaignClosed;
import org.liptako.node.journal.event.CampaignId;
import org.liptako.node.journal.event.CampaignPaused;
import org.liptako.node.wire.Count;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.Role;

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
     * Holds a campaign; an operator only where all that is to come comes to their data centre. An officer's hold takes the place of an operator's.
     *
     * @throws Failure NOT_KNOWN, OTHER_STATE_DECIDES, SITE_NOT_ENTITLED or NOT_READY
     */
    void hold(Caller caller, CampaignId id, String reason) {
        journal.appendUnsaid(handle -> {
            Optional<Act> before = theirs(handle, caller, id).hold();
            boolean held = before.filter(hold -> hold.isAnOfficers() || caller.role() != Role.OFFICER)
                    .isPresent();
            return held ? List.of() : List.of(said(caller, id, true, reason));
        });
    }

    /**
     * Has a campaign go on. What a legal officer holds, no operator releases: they may not know why.
     *
     * @throws Failure NOT_KNOWN, OTHER_STATE_DECIDES, SITE_NOT_ENTITLED, ROLE_NOT_ENTITLED or NOT_READY
     */
    void release(Caller caller, CampaignId id) {
        journal.appendUnsaid(handle -> {
            Optional<Act> before = theirs(handle, caller, id).hold();
            before.filter(hold -> hold.isAnOfficers() && caller.role() != Role.OFFICER)
                    .ifPresent(hold -> {
                        throw Failure.of(
                                ErrorCode.ROLE_NOT_ENTITLED,
                                "La campagne " + id + " est suspendue par " + hold.words()
                                        + " ; seul un agent juridique de l'État la reprend.",
                                "The campaign " + id + " is held by " + hold.words()
                                        + "; a legal officer of the State alone has it go on.");
                    });
            return before.isEmpty() ? List.of() : List.of(said(caller, id, false, null));
        });
    }

    private Campaign theirs(Handle handle, Caller caller, CampaignId id) {
        Campaign campaign = campaigns.get(handle, id);
        campaigns.store().copies(handle, id).stream()
                .filter(RepatriatedCopy::isToCome)
                .flatMap(copy -> copy.plan().stream())
                .forEach(plan -> caller.mustActFor(plan.home()));
        return campaign;
    }

    private CampaignPaused said(Caller caller, CampaignId id, boolean paused, @Nullable String reason) {
        return new CampaignPaused(journal.now(), id, paused, caller.party().toString(), reason);
    }

    /** @throws Failure NOT_KNOWN, OTHER_STATE_DECIDES, or NOT_READY naming the copies that are open, and why */
    void close(Caller caller, CampaignId id) {
        journal.appendUnsaid(handle -> {
            if (!campaigns.find(handle, id).isOpen()) {
                return List.of();
            }
            List<RepatriatedCopy> open = campaigns.store().copies(handle, id).stream()
                    .filter(copy ->
                            copy.stage() != RepatriationStage.DONE && copy.stage() != RepatriationStage.WITHDRAWN)
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
                "La campagne " + id + " ne peut être close ; "
                        + Count.fr(open.size(), "copie ouverte", "copies ouvertes") + " : " + named(open, true) + ".",
                "The campaign " + id + " cannot be closed; " + Count.en(open.size(), "copy is open", "copies are open")
                        + ": " + named(open, false) + ".");
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
            case WITHDRAWN -> new Sentence("retirée", "withdrawn");
        };
    }
}
