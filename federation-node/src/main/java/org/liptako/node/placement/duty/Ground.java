package org.liptako.node.placement.duty;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liptako.node.journal.event.GrantSerial;
import org.liptako.node.journal.event.PlacementTerms;
import org.liptako.node.journal.event.VersionRoot;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/**
 * The act from which duties follow: a grant, or a judgement anew of a copy that is there.
 *
 * @param act since when they are owed
 * @param home the State whose data it is
 * @param requestingSite the data centre that asked; empty where none did
 * @param host the State that must have accepted; empty where none must, or where the copy lies there already
 * @param serial the grant; null where there is none
 * @param versionRoot what may be moved under it; null where nothing is
 * @param expires when the grant is void; null where there is none
 */
record Ground(
        Instant act,
        State home,
        PlacementTerms terms,
        Optional<SiteId> requestingSite,
        Optional<State> host,
        @Nullable GrantSerial serial,
        @Nullable VersionRoot versionRoot,
        @Nullable Instant expires) {

    /** A copy that lies where the terms say, whatever it came under. */
    static Ground ofCopy(Instant act, State home, PlacementTerms terms) {
        return new Ground(act, home, terms, Optional.empty(), Optional.empty(), null, null, null);
    }

    /** What founds a duty: the copy, for one that lasts as long as that, so that the next grant for the copy goes on with it; else the grant. */
    String source(boolean withCopy) {
        return withCopy || serial == null ? terms.dataset() + "@" + terms.targetSite() : serial.value();
    }

    /** Who owes a duty of a kind. */
    Debtor debtor(DebtorKind kind) {
        return switch (kind) {
            case HOME_OFFICERS -> Debtor.officers(home);
            case REQUESTING_SITE -> requesting();
            case TARGET_SITE ->
                terms.targetSite()
                        .state()
                        .map(state -> new Debtor(state, Optional.of(terms.targetSite())))
                        .orElseGet(this::requesting);
        };
    }

    private Debtor requesting() {
        return requestingSite.map(site -> new Debtor(home, Optional.of(site))).orElseGet(() -> Debtor.officers(home));
    }
}
