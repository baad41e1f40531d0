package org.liptako.node.placement.duty;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.liptako.node.journal.JournalProjection;
import org.liptako.node.journal.event.CopyJudged;
import org.liptako.node.journal.event.Country;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.DutyDischarged;
import org.liptako.node.journal.event.GrantWithdrawn;
import org.liptako.node.journal.event.JournalEvent;
import org.liptako.node.journal.event.PlacementAccepted;
import org.liptako.node.journal.event.PlacementGranted;
import org.liptako.node.journal.event.PlacementTerms;
import org.liptako.node.journal.event.ReplicaErased;
import org.liptako.node.journal.event.ReplicaSealed;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;
import org.liptako.policy.decision.DecisionDocuments;
import org.liptako.policy.decision.DecisionFormatException;
import org.liptako.policy.decision.Obligation;

/**
 * Reads the journals into the register of duties.
 *
 * <p>Each row depends on one entry alone; only reading puts them together. So the order in which journals arrive changes nothing.
 */
@Singleton
public final class DutyProjection implements JournalProjection {
    private static final Pattern RULE = Pattern.compile("[!-~]{1,200}");
    private static final Pattern CODE = Pattern.compile("[a-z0-9_]{1,128}");

    private final DutyEntries entries = new DutyEntries();

    @Override
    public void apply(Handle handle, State saidBy, long index, JournalEvent event, Instant recordedAt) {
        DutyEntries.Entry entry = new DutyEntries.Entry(handle, saidBy, index, recordedAt);
        // Most of what a journal says concerns no duty.
        if (event instanceof PlacementGranted grant) {
            granted(entry, grant);
        } else if (event instanceof CopyJudged judged) {
            judged(entry, judged);
        } else if (event instanceof PlacementAccepted accepted) {
            entries.accepted(entry, accepted.serial());
        } else if (event instanceof ReplicaSealed sealed && hasLastWord(saidBy, sealed.dataset(), sealed.site())) {
            entries.copy(entry, sealed.dataset(), sealed.site(), sealed.grant(), true, sealed.at());
        } else if (event instanceof ReplicaErased erased && hasLastWord(saidBy, erased.dataset(), erased.site())) {
            entries.copy(entry, erased.dataset(), erased.site(), erased.grant(), false, erased.at());
        } else if (event instanceof GrantWithdrawn withdrawn && isBound(saidBy, withdrawn)) {
            entries.withdrawn(entry, withdrawn.grant());
        } else if (event instanceof DutyDischarged discharged && discharged.namesItsDuty()) {
            entries.discharged(entry, discharged);
        }
    }

    private void granted(DutyEntries.Entry entry, PlacementGranted grant) {
        boolean home = grant.terms().dataset().home().equals(Optional.of(entry.saidBy()))
                && grant.serial().home().equals(Optional.of(entry.saidBy()));
        if (!home) {
            return;
        }
        Ground ground = new Ground(
                entry.noLater(grant.at()),
                entry.saidBy(),
                grant.terms(),
                Optional.ofNullable(grant.requestingSite()),
                grant.terms().targetState().member().filter(state -> state != entry.saidBy()),
                grant.serial(),
                grant.versionRoot(),
                DutyEntries.Entry.within(grant.expires()));
        entries.owed(entry, ground, obligations(grant.decision()), grant.rules());
    }

    /** A copy that is judged anew, and may stay where it lies, owes what is asked of copies; what was to be done on its way is over. */
    private void judged(DutyEntries.Entry entry, CopyJudged judged) {
        Optional<State> home = judged.dataset().home();
        Optional<State> host = judged.site().state();
        Optional<State> saidBy = Optional.of(entry.saidBy());
        if (home.isEmpty() || !(saidBy.equals(home) || saidBy.equals(host))) {
            return;
        }
        PlacementTerms terms = new PlacementTerms(
                judged.dataset(),
                "STORE",
                judged.site(),
                host.map(Country::of).orElse(Country.UNKNOWN),
                null,
                null,
                null,
                null);
        Ground ground = Ground.ofCopy(entry.noLater(judged.at()), home.get(), terms);
        List<Obligation> owed = obligations(judged.decision()).stream()
                .filter(obligation -> !DutyTerms.isOnItsWay(obligation.code()))
                .toList();
        entries.owed(entry, ground, owed, judged.rules());
    }

    /** Those of a permit; another State's node may have written what is no decision, or what is no rule and no code. */
    private static List<Obligation> obligations(JsonNode decision) {
        try {
            return DecisionDocuments.read(decision.toString().getBytes(UTF_8)).obligations().stream()
                    .filter(one -> RULE.matcher(one.rule()).matches()
                            && CODE.matcher(one.code()).matches())
                    .toList();
        } catch (DecisionFormatException malformed) {
            return List.of();
        }
    }

    /** Nobody else takes a grant back. */
    private static boolean isBound(State saidBy, GrantWithdrawn withdrawn) {
        return Stream.of(withdrawn.grant().home(), withdrawn.site().state())
                .flatMap(Optional::stream)
                .anyMatch(saidBy::equals);
    }

    /** On a copy the State has it on whose soil it lies; outside the federation, the home State. */
    private static boolean hasLastWord(State saidBy, DatasetId dataset, SiteId site) {
        return site.state().or(dataset::home).equals(Optional.of(saidBy));
    }

    @Override
    public void clear(Handle handle) {
        entries.clear(handle);
    }
}
