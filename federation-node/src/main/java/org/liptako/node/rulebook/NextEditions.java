package org.liptako.node.rulebook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.liptako.node.identity.Signatory;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.pki.name.State;
import org.liptako.policy.edition.EditionAct;
import org.liptako.policy.edition.EditionCodec;
import org.liptako.policy.edition.EditionFile;
import org.liptako.policy.edition.EditionImpact;
import org.liptako.policy.edition.EditionLine;
import org.liptako.policy.edition.HeldEdition;
import org.liptako.policy.edition.RefusedEditionException;
import org.liptako.policy.edition.RuleEdition;
import org.liptako.policy.rules.Jurisdiction;

/** Draws up the next edition of the State's own rules and puts it before the officers. Thread-safe. */
public final class NextEditions {
    private final Editions editions;
    private final EditionQuorum quorum;
    private final SigningDesk signing;
    private final RuleSets ruleSets;
    private final State own;

    NextEditions(Editions editions, EditionQuorum quorum, SigningDesk signing, RuleSets ruleSets, State own) {
        this.editions = editions;
        this.quorum = quorum;
        this.signing = signing;
        this.ruleSets = ruleSets;
        this.own = own;
    }

    /**
     * The number of the edition that may follow now.
     *
     * @throws Failure EDITION_REFUSED where nobody signs, for rules of others, and while a version waits for its day
     */
    public long version(Jurisdiction whose, Instant now) {
        return newest(whose, now).map(HeldEdition::version).orElse(0L) + 1;
    }

    /** How many officers must sign it. */
    public int people(WrittenRules rules, EditionImpact impact, Instant now, Instant from) {
        return quorum.people(edition(rules, impact, now, from));
    }

    /**
     * Puts the edition before the officers; gives the digest under which it waits.
     *
     * @throws Failure EDITION_REFUSED with the reason why it could not be published, whoever signed it
     */
    public String submit(WrittenRules rules, EditionImpact impact, Instant now, Instant from, Signatory by) {
        byte[] document = EditionCodec.encode(edition(rules, impact, now, from));
        try {
            return signing.submit(new SignedEdition(document, new byte[0], rules.files()), by)
                    .edition()
                    .digest();
        } catch (RefusedEditionException refused) {
            throw Failure.of(
                    ErrorCode.EDITION_REFUSED,
                    refused.wording().fr(),
                    refused.wording().en());
        }
    }

    /** It has no annexes: nobody would keep them, and the pages show what they would say. */
    private RuleEdition edition(WrittenRules rules, EditionImpact impact, Instant now, Instant from) {
        Optional<HeldEdition> before = newest(rules.whose(), now);
        return new RuleEdition(
                rules.whose(),
                before.map(HeldEdition::version).orElse(0L) + 1,
                before.map(HeldEdition::digest).orElse(null),
                EditionAct.ENACTMENT,
                null,
                now,
                from,
                ruleSets.inForce(now).ruleSet().vocabulary().digest(),
                rules.files().stream().map(EditionFile::of).toList(),
                List.of(),
                impact);
    }

    private Optional<HeldEdition> newest(Jurisdiction whose, Instant now) {
        if (!editions.areSigned()) {
            throw Failure.of(
                    ErrorCode.EDITION_REFUSED,
                    "Ce nœud de démonstration juge d'après des fichiers que personne n'a signés et n'a pas d'éditions : ajoutez le texte au fichier.",
                    "This demonstration node judges by files that nobody has signed and has no editions: add the text to the file.");
        }
        if (!whose.name().equals(own.name())) {
            throw Failure.of(
                    ErrorCode.EDITION_REFUSED,
                    "Une édition de l'AES se signe dans les trois États : ajoutez le texte de la règle à vos fichiers, puis préparez-la par « liptako rules propose ».",
                    "An edition of the AES is signed in all three States: add the text of the rule to your files, then draw it up by \"liptako rules propose\".");
        }
        EditionLine line = editions.lines().of(whose);
        Optional<HeldEdition> newest = line.newest();
        if (newest.isPresent() && !newest.equals(line.inForce(now))) {
            throw Failure.of(
                    ErrorCode.EDITION_REFUSED,
                    "La version " + newest.get().version()
                            + " attend encore son jour, et une édition écrite ici la déferait : attendez-le, ou préparez la suivante par « liptako rules propose ».",
                    "Version " + newest.get().version()
                            + " still waits for its day, and an edition written here would undo it: wait for that, or draw up the next one by \"liptako rules propose\".");
        }
        return newest;
    }
}
