package org.liptako.node.placement;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.liptako.node.journal.Journal;
import org.liptako.node.journal.event.CitedRule;
import org.liptako.node.journal.event.JournalEvent;
import org.liptako.node.journal.event.PlacementGranted;
import org.liptako.node.journal.event.PlacementRefused;
import org.liptako.node.rulebook.RuleSets;
import org.liptako.node.rulebook.RulesInForce;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.signature.SignedStatement;
import org.liptako.policy.decision.Decision;

/**
 * Writes the steps of a binding request: the journal's entry, where the step binds, and the request's row in one transaction. Whoever finds that another has changed the
 * row writes nothing, and goes on from what is there.
 */
final class Binding {
    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(2);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final Jdbi jdbi;
    private final Journal journal;
    private final PlacementStore store;
    private final RuleSets ruleSets;
    private final Statements statements;
    private final GrantWriter grants;
    private final GrantAnnouncer announcer;

    Binding(
            Jdbi jdbi,
            Journal journal,
            PlacementStore store,
            RuleSets ruleSets,
            Statements statements,
            GrantWriter grants,
            GrantAnnouncer announcer) {
        this.jdbi = jdbi;
        this.journal = journal;
        this.store = store;
        this.ruleSets = ruleSets;
        this.statements = statements;
        this.grants = grants;
        this.announcer = announcer;
    }

    /** The instant of a step, as the journal keeps time. */
    Instant now() {
        return journal.now();
    }

    /** Nothing is bound; it is tried again after a while. */
    Placement pend(Placement before, Ruling ruling, Standing standing) {
        return write(before, before.ruled(ruling).standing(standing), null);
    }

    /** As {@link #pend}, with the last ruling and the grant as they are. */
    Placement pend(Placement before, Standing standing) {
        return write(before, before.standing(standing), null);
    }

    /** The host did not take the grant, and nothing has moved under it: judged anew after a while. */
    Placement lapse(Placement before, Sentence why) {
        Standing standing = Reasons.lapsed(before.host().orElseThrow(), why);
        return write(before, before.granted(Optional.empty()).standing(standing), null);
    }

    Placement refuse(Placement before, Optional<Ruling> ruling, Standing standing) {
        Placement now = ruling.map(before::ruled)
                .orElse(before)
                .granted(Optional.empty())
                .standing(standing);
        return write(before, now, () -> refusal(now));
    }

    /** Grants on home's last word and the merged decision; accepted with that where no host is concerned. */
    Placement grant(Placement before, Opinion last, Ruling ruling, Decision merged) {
        GrantStatement content = grants.write(last, merged);
        SignedStatement signed = statements.sign(GrantStatement.CONTEXT, content);
        Standing standing = before.host()
                .map(Reasons::granted)
                .orElseGet(() -> Reasons.accepted(last.question().parties()));
        Placement now = before.ruled(ruling).granted(Optional.of(signed)).standing(standing);
        return announced(write(before, now, () -> granted(content, signed, ruling, now.site())));
    }

    /** The host has journaled that it accepts. */
    Placement accept(Placement before, SignedStatement acceptance) {
        Standing standing = Reasons.accepted(before.parties(journal.state()));
        return announced(write(before, before.accepted(acceptance).standing(standing), null));
    }

    private Placement write(Placement before, Placement now, @Nullable Supplier<JournalEvent> event) {
        return jdbi.inTransaction(handle -> {
            if (store.update(handle, before, now, nextTry(now))) {
                if (event != null) {
                    journal.append(handle, event.get());
                }
                return now;
            }
            return store.find(handle, before.request()).orElseThrow();
        });
    }

    /** The longer a request has waited, the longer until the next try; a host that is heard again makes it due at once. */
    private Instant nextTry(Placement placement) {
        Instant now = now();
        Duration wait = Duration.between(placement.askedAt(), now).dividedBy(4);
        if (wait.compareTo(SHORTEST_WAIT) < 0) {
            wait = SHORTEST_WAIT;
        }
        return now.plus(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
    }

    private PlacementRefused refusal(Placement refused) {
        Optional<Ruling> ruling = refused.ruling();
        Optional<Decision> decision = ruling.flatMap(last -> Optional.ofNullable(last.decision()));
        return new PlacementRefused(
                now(),
                refused.request(),
                refused.terms(),
                refused.standing().reason(),
                refused.standing().words(),
                ruling.map(Ruling::ruleSet).orElseGet(() -> ruleSets.inForce().digest()),
                decision.map(JudgementWriter::document).orElse(null),
                decision.map(decided -> words(decided, ruling.orElseThrow())).orElse(List.of()),
                ruling.map(Ruling::homeStatement).orElse(null),
                ruling.flatMap(last -> Optional.ofNullable(last.hostStatement()))
                        .orElse(null));
    }

    private PlacementGranted granted(
            GrantStatement content, SignedStatement signed, Ruling ruling, SiteId requestingSite) {
        return new PlacementGranted(
                now(),
                content.serial(),
                content.home().request(),
                content.home().terms(),
                content.versionRoot(),
                content.expires(),
                content.home().ruleSet(),
                content.decision(),
                words(JudgementWriter.decision(content.decision()), ruling),
                ruling.homeStatement(),
                ruling.hostStatement(),
                signed,
                requestingSite);
    }

    /** In the words of the rules that it was judged under, whatever came into force since. */
    private List<CitedRule> words(Decision decision, Ruling ruling) {
        RulesInForce rules = ruleSets.of(ruling.ruleSet()).orElseGet(ruleSets::inForce);
        return RuleWords.journaled(decision, rules.ruleSet());
    }

    private Placement announced(Placement placement) {
        if (placement.state() == PlacementState.ACCEPTED) {
            placement.grant().map(Grants::read).ifPresent(announcer::announce);
        }
        return placement;
    }
}
