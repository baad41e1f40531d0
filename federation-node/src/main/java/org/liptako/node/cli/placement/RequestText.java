package org.liptako.node.cli.placement;

import java.util.ArrayList;
import java.util.List;
import org.liptako.node.cli.ExitCode;
import org.liptako.node.cli.Language;
import org.liptako.node.cli.LocalTime;
import org.liptako.placement.v1.PlacementRecord;
import org.liptako.placement.v1.PlacementStatus;

/** A request as a person reads it: how it stands and why, the decision, the grant. */
public final class RequestText {
    private final Language language;
    private final DecisionText decisions;

    public RequestText(Language language) {
        this.language = language;
        this.decisions = new DecisionText(language);
    }

    /** The lines, the status first. */
    public List<String> lines(PlacementRecord placement) {
        var lines = new ArrayList<String>();
        lines.add(language.choose("Demande ", "Request ")
                + placement.getRequestId()
                + language.choose(" : ", ": ")
                + status(placement.getStatus()));
        if (placement.hasStatusReason()) {
            lines.add("  " + decisions.words(placement.getStatusReason()));
        }
        if (placement.hasDecision()) {
            lines.addAll(decisions.lines(placement.getDecision()));
        }
        if (placement.hasGrant()) {
            var grant = placement.getGrant();
            lines.add(language.choose("Autorisation ", "Grant ")
                    + grant.getSerial()
                    + language.choose(", jusqu'au ", ", until ")
                    + LocalTime.toTheSecond(grant.getExpires()));
        }
        return lines;
    }

    /** The status in a word. */
    public String status(PlacementStatus status) {
        return switch (status) {
            case PLACEMENT_STATUS_PENDING -> language.choose("EN ATTENTE", "PENDING");
            case PLACEMENT_STATUS_REFUSED -> language.choose("REFUSÉE", "REFUSED");
            case PLACEMENT_STATUS_GRANTED -> language.choose("ACCORDÉE PAR L'ORIGINE", "GRANTED");
            case PLACEMENT_STATUS_ACCEPTED -> language.choose("ACCORDÉE ET ACCEPTÉE", "ACCEPTED");
            case PLACEMENT_STATUS_WITHDRAWN -> language.choose("RETIRÉE", "WITHDRAWN");
            case PLACEMENT_STATUS_UNSPECIFIED, UNRECOGNIZED -> "?";
        };
    }

    /** The exit code of a command that asked for this request: a request that waits for a State is something down. */
    static int exitCode(PlacementRecord placement) {
        return switch (placement.getStatus()) {
            case PLACEMENT_STATUS_ACCEPTED, PLACEMENT_STATUS_GRANTED -> ExitCode.DONE;
            case PLACEMENT_STATUS_REFUSED, PLACEMENT_STATUS_WITHDRAWN -> ExitCode.NO;
            case PLACEMENT_STATUS_PENDING, PLACEMENT_STATUS_UNSPECIFIED, UNRECOGNIZED -> ExitCode.DOWN;
        };
    }
}
