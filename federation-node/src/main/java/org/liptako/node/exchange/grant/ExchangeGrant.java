package org.liptako.node.exchange.grant;

import java.time.Instant;
import java.util.Optional;
import org.liptako.node.exchange.manifest.DatasetVersion;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.journal.event.PlacementTerms;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/**
 * What an accepted grant lets the exchange do.
 *
 * @param version what may be moved; empty where nothing is
 * @param encrypted whether the copy must be encrypted before it leaves
 * @param expires the first instant at which it is void
 */
public record ExchangeGrant(
        GrantSerial serial,
        State home,
        DatasetId dataset,
        String operation,
        SiteId targetSite,
        Optional<DatasetVersion> version,
        boolean encrypted,
        Instant expires) {
    private static final String ERASE = "ERASE";

    /** Whether the grant is for removing a copy. */
    public boolean erases() {
        return operation.equals(ERASE);
    }

    /** Whether the grant is for a copy that comes to its site. */
    public boolean bringsACopy() {
        return PlacementTerms.bringsACopy(operation);
    }

    public boolean isVoidAt(Instant instant) {
        return !instant.isBefore(expires);
    }

    /**
     * The version that moves under this grant.
     *
     * @throws Failure GRANT_NOT_USABLE if it names none
     */
    public DatasetVersion moved() {
        return version.orElseThrow(() -> bringsACopy()
                ? unpublished()
                : Failure.of(
                        ErrorCode.GRANT_NOT_USABLE,
                        "L'autorisation " + serial + " ne déplace aucune copie.",
                        "The grant " + serial + " moves no copy."));
    }

    private Failure unpublished() {
        return Failure.of(
                ErrorCode.GRANT_NOT_USABLE,
                "L'autorisation " + serial + " ne nomme aucune version : quand elle a été donnée, " + dataset
                        + (encrypted
                                ? " n'était pas publié sous forme chiffrée ; publiez-le sans --clear-only"
                                : " n'était pas publié ; publiez-le")
                        + ", puis demandez-en une nouvelle.",
                "The grant " + serial + " names no version: when it was given, " + dataset
                        + (encrypted
                                ? " was not published encrypted; publish it without --clear-only"
                                : " was not published; publish it")
                        + ", then ask for a new one.");
    }
}
