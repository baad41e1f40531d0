package org.liptako.node.placement.duty;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liptako.node.journal.event.CitedObligation;
import org.liptako.node.journal.event.CitedRule;
import org.liptako.node.journal.event.PlacementTerms;
import org.liptako.node.wire.Sentence;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.vocabulary.Obligation;
import org.liptako.policy.vocabulary.Vocabulary;

/**
 * What an obligation's code means for those who owe it.
 *
 * <p>The vocabulary of the decision's day gives the label and the days, which the journal has where they are newer than the product; the table here says the
 * rest, with the reason for each choice of debtor. A code that it does not know is owed once by the data centre that asked for the placement: it has accepted
 * the terms.
 *
 * @param term null where the law sets no day
 * @param withCopy whether it lasts only as long as the copy lies there
 * @param people how many different people must discharge it
 * @param keeper how the node sees to it; null unless it does
 */
record DutyTerms(
        Rhythm rhythm,
        DebtorKind debtor,
        @Nullable Term term,
        boolean withCopy,
        int people,
        @Nullable Keeper keeper) {
    /** A hundred years. */
    private static final int MOST_DAYS = 36_525;

    private static final DutyTerms UNKNOWN = once(DebtorKind.REQUESTING_SITE);

    private static final Map<String, DutyTerms> TABLE = Map.ofEntries(
            // Double entry: no copy is sealed without an entry of both States that names its site.
            Map.entry("inscrire_le_site_de_chaque_copie", kept(Keeper.DOUBLE_ENTRY)),
            Map.entry("journaliser_les_deux_decisions", kept(Keeper.JOURNALS)),
            Map.entry("chiffrer_avant_l_envoi", kept(Keeper.ENCRYPTION)),
            // The node cannot make two people agree; it can count them.
            Map.entry("double_signature", once(DebtorKind.HOME_OFFICERS).by(2)),
            // Only who runs the place can say that the copy stands in it.
            Map.entry("attestation_trimestrielle_du_lieu", recurring(DebtorKind.TARGET_SITE, Period.ofMonths(3))),
            Map.entry("conserver_le_certificat", standing()),
            Map.entry("aucun_acces_de_l_hebergeur_aux_donnees", standing()),
            Map.entry("journaliser_chaque_acces", standing()),
            Map.entry("aucune_communication_ulterieure", standing()),
            Map.entry("restituer_et_effacer", once(DebtorKind.TARGET_SITE).asLongAsTheCopy()),
            // Whoever removes the bytes witnesses it.
            Map.entry("proces_verbal_d_effacement", once(DebtorKind.TARGET_SITE)),
            Map.entry("proces_verbal_d_effacement_sous_30_jours", once(DebtorKind.TARGET_SITE)),
            // A State speaks to authorities, its own and others', through its legal officers.
            Map.entry("aviser_les_deux_autorites", once(DebtorKind.HOME_OFFICERS)),
            Map.entry(
                    "aviser_l_autorite_sous_72_heures",
                    once(DebtorKind.HOME_OFFICERS).within(new Term.Hours(Duration.ofDays(3)))),
            // The State whose data it is calls the inspection; the host's people come to it.
            Map.entry("inspection_annuelle_conjointe", recurring(DebtorKind.HOME_OFFICERS, Period.ofDays(365))),
            // The keys never leave home: they are kept where the version was published.
            Map.entry("rotation_annuelle_des_cles", recurring(DebtorKind.REQUESTING_SITE, Period.ofDays(365))),
            // Who asked for the copy filed for it, and moves it.
            Map.entry("joindre_la_reference_de_l_autorisation", once(DebtorKind.REQUESTING_SITE)),
            Map.entry("plan_de_migration", once(DebtorKind.REQUESTING_SITE)));

    /**
     * What a code means in a placement on these terms.
     *
     * @param cited the rule as the decision tells of it; empty where it does not
     */
    static DutyTerms of(String code, PlacementTerms placement, Optional<CitedRule> cited) {
        DutyTerms known = TABLE.getOrDefault(code, UNKNOWN);
        if (known.keeper != null && !known.keeper.keeps(placement)) {
            return UNKNOWN;
        }
        return known.term != null
                ? known
                : days(code, cited)
                        .map(days -> known.within(new Term.Days(Period.ofDays(days))))
                        .orElse(known);
    }

    /** Whether a code speaks of the way to the place, not of the copy that lies there: that is what the node keeps by itself. */
    static boolean isOnItsWay(String code) {
        return TABLE.getOrDefault(code, UNKNOWN).keeper != null;
    }

    /** The end of the next period of a duty that recurs, once it was discharged; empty for one that does not. */
    static Optional<Instant> next(String code, Instant doneAt, Jurisdiction law) {
        DutyTerms known = TABLE.getOrDefault(code, UNKNOWN);
        return known.rhythm == Rhythm.RECURRING
                ? Optional.ofNullable(known.term).map(term -> term.end(doneAt, law))
                : Optional.empty();
    }

    /** The obligation in words; the code itself where nobody has any for it. */
    static Sentence label(String code, Optional<CitedRule> cited) {
        return Vocabulary.standard()
                .obligation(code)
                .map(known -> new Sentence(known.label().fr(), known.label().en()))
                .or(() -> cited.flatMap(rule -> rule.word(code)).map(CitedObligation::label))
                .orElseGet(() -> new Sentence(code, code));
    }

    /** What the product knows itself nobody says otherwise; another State's node writes what it likes. */
    private static Optional<Integer> days(String code, Optional<CitedRule> cited) {
        Optional<Obligation> known = Vocabulary.standard().obligation(code);
        return known.isPresent()
                ? known.map(Obligation::days)
                : cited.flatMap(rule -> rule.word(code))
                        .map(CitedObligation::days)
                        .filter(days -> days > 0 && days <= MOST_DAYS);
    }

    private static DutyTerms once(DebtorKind debtor) {
        return new DutyTerms(Rhythm.ONCE, debtor, null, false, 1, null);
    }

    private static DutyTerms recurring(DebtorKind debtor, Period period) {
        return new DutyTerms(Rhythm.RECURRING, debtor, new Term.Days(period), true, 1, null);
    }

    private static DutyTerms standing() {
        return new DutyTerms(Rhythm.STANDING, DebtorKind.TARGET_SITE, null, true, 1, null);
    }

    private static DutyTerms kept(Keeper keeper) {
        return new DutyTerms(Rhythm.KEPT, DebtorKind.REQUESTING_SITE, null, true, 1, keeper);
    }

    private DutyTerms within(Term other) {
        return new DutyTerms(rhythm, debtor, other, withCopy, people, keeper);
    }

    private DutyTerms by(int howMany) {
        return new DutyTerms(rhythm, debtor, term, withCopy, howMany, keeper);
    }

    private DutyTerms asLongAsTheCopy() {
        return new DutyTerms(rhythm, debtor, term, true, people, keeper);
    }
}
