package org.liptako.node.campaign;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.liptako.node.journal.event.CampaignId;
import org.liptako.pki.name.State;

/**
 * A campaign as its State's journal tells of it.
 *
 * @param statedRate bytes a second that the plan reckons with until something is measured
 * @param hold who holds it, and why; empty while it goes on
 */
public record Campaign(
        State saidBy,
        CampaignId id,
        String title,
        Instant openedAt,
        String openedBy,
        OptionalLong statedRate,
        Optional<Act> hold,
        Optional<Instant> closedAt) {

    /** Whether somebody holds it. */
    public boolean paused() {
        return hold.isPresent();
    }

    public boolean isOpen() {
        return closedAt.isEmpty();
    }
}
