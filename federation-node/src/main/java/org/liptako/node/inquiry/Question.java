package org.liptako.node.inquiry;

import static org.liptako.node.inquiry.Blank.DATASET;
import static org.liptako.node.inquiry.Blank.DAYS;
import static org.liptako.node.inquiry.Blank.KNOWN;
import static org.liptako.node.inquiry.Blank.ON;
import static org.liptako.node.inquiry.Blank.SINCE;
import static org.liptako.node.inquiry.Blank.SITE;
import static org.liptako.node.inquiry.Blank.STATE;
import static org.liptako.node.inquiry.Blank.STATUS;
import static org.liptako.node.inquiry.Blank.UNTIL;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.liptako.node.wire.Sentence;

/** The questions that can be asked, in the order in which people are shown them. */
@SuppressWarnings("ImmutableEnumChecker") // A sentence and a List.of never change.
public enum Question {
    COPIES(
            "Où est chaque copie de {dataset} ?",
            "Where is every copy of {dataset}?",
            List.of(DATASET),
            List.of(STATUS),
            Columns.COPY),
    COPIES_THEN(
            "Où était chaque copie de {dataset} le {on}, tel qu'on le savait le {known} ?",
            "Where was every copy of {dataset} on {on}, as known on {known}?",
            List.of(DATASET, ON, KNOWN),
            List.of(STATUS),
            Columns.COPY),
    ABROAD(
            "Quelles copies de {state} sont hors de son sol, sous quel accord et jusqu'à quand ?",
            "Which copies of {state} lie outside its soil, under which grant and until when?",
            List.of(STATE),
            List.of(ON, KNOWN, STATUS),
            Columns.COPY),
    SITE_HOLDS(
            "Que détient le site {site} ?",
            "What does the site {site} hold?",
            List.of(SITE),
            List.of(ON, KNOWN, STATUS),
            Columns.COPY),
    RULINGS(
            "Qui a décidé de {dataset}, sous quelles règles, sur quels faits ?",
            "Who ruled on {dataset}, under which rules, on which facts?",
            List.of(DATASET),
            List.of(SINCE, UNTIL, KNOWN),
            Columns.RULING),
    REFUSALS(
            "Qu'est-ce qui a été refusé du {since} au {until} ?",
            "What was refused from {since} to {until}?",
            List.of(SINCE, UNTIL),
            List.of(STATE, KNOWN),
            Columns.RULING),
    FOREIGN_OPERATORS(
            "Quelles copies de {state} sont chez un exploitant étranger, ou accessibles de l'étranger ?",
            "Which copies of {state} lie with a foreign operator, or can be reached from abroad?",
            List.of(STATE),
            List.of(ON, KNOWN, STATUS),
            List.of(
                    Column.DATASET,
                    Column.NAME,
                    Column.SITE,
                    Column.COUNTRY,
                    Column.STATUS,
                    Column.CONTROL,
                    Column.OWNER,
                    Column.REMOTE_ADMIN,
                    Column.GRANT,
                    Column.EXPIRES)),
    KEYS(
            "Qui tient les clés des jeux de {state} ?",
            "Who holds the keys of the datasets of {state}?",
            List.of(STATE),
            List.of(ON, KNOWN),
            List.of(Column.DATASET, Column.NAME, Column.KEY_CUSTODIAN, Column.KEY_APPROVED, Column.KEY_ENDED)),
    DEROGATIONS(
            "Quelles copies de {state} ne sont permises que par dérogation ?",
            "Which copies of {state} are allowed by derogation only?",
            List.of(STATE),
            List.of(),
            List.of(
                    Column.DATASET,
                    Column.SITE,
                    Column.STATUS,
                    Column.DEROGATIONS,
                    Column.GRANT,
                    Column.EXPIRES,
                    Column.AT,
                    Column.RULES)),
    OVERDUE(
            "Quelles copies de {state} auraient déjà dû être déplacées ?",
            "Which copies of {state} should have been moved already?",
            List.of(STATE),
            List.of(ON, KNOWN),
            List.of(
                    Column.DATASET,
                    Column.NAME,
                    Column.SITE,
                    Column.VERDICT,
                    Column.MOVE_BY,
                    Column.LATE_DAYS,
                    Column.RULES,
                    Column.WORDS)),
    ERASURES(
            "Quelles copies de {state} sont effacées, et qu'en reste-t-il ?",
            "Which copies of {state} are erased, and what remains of them?",
            List.of(STATE),
            List.of(ON, KNOWN),
            List.of(
                    Column.DATASET,
                    Column.NAME,
                    Column.SITE,
                    Column.GRANT,
                    Column.STANDING,
                    Column.SIGNERS,
                    Column.DOCUMENT,
                    Column.REMAINS_UNTIL)),
    PROOFS(
            "Quelles copies de {state} n'ont pas été prouvées depuis {days} jours ?",
            "Which copies of {state} have not been proved for {days} days?",
            List.of(STATE, DAYS),
            List.of(),
            List.of(
                    Column.DATASET,
                    Column.NAME,
                    Column.SITE,
                    Column.STATUS,
                    Column.PROVED_AT,
                    Column.CHALLENGED_AT,
                    Column.CHALLENGE,
                    Column.CHALLENGER,
                    Column.AGE_DAYS)),
    CHANGES(
            "Qu'est-ce qui a changé pour les copies de {state} du {since} au {until} ?",
            "What changed for the copies of {state} from {since} to {until}?",
            List.of(STATE, SINCE, UNTIL),
            List.of(),
            List.of(Column.DATASET, Column.NAME, Column.SITE, Column.BEFORE, Column.STATUS, Column.GRANT)),
    DISAGREEMENTS(
            "Sur quelles copies de {state} les nœuds ne sont-ils pas d'accord ?",
            "On which copies of {state} do the nodes disagree?",
            List.of(STATE),
            List.of(),
            List.of(Column.DATASET, Column.NAME, Column.SITE, Column.STATUS, Column.OTHER_STATE, Column.OTHER_STATUS));

    private final Sentence sentence;
    private final List<Blank> required;
    private final List<Blank> filters;
    private final List<Column> columns;

    Question(String fr, String en, List<Blank> required, List<Blank> filters, List<Column> columns) {
        this.sentence = new Sentence(fr, en);
        this.required = required;
        this.filters = filters;
        this.columns = columns;
    }

    /** Its name, as callers write it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The question in words; a blank stands as its key in braces. */
    public Sentence sentence() {
        return sentence;
    }

    /** What must be filled in. */
    public List<Blank> required() {
        return required;
    }

    /** What may be filled in. */
    public List<Blank> filters() {
        return filters;
    }

    /** The columns of its answer. */
    public List<Column> columns() {
        return columns;
    }

    /** Whether it is about decisions, which only the people of the node's own State and the three regulators may read. */
    public boolean isRestricted() {
        return this == RULINGS || this == REFUSALS || this == DEROGATIONS;
    }

    /** Whether each row of its answer is a copy, with all that is known of it. */
    public boolean isOnCopies() {
        return columns.equals(Columns.COPY);
    }

    /** The question of a name; empty if there is none. */
    public static Optional<Question> ofKey(String key) {
        return Stream.of(values())
                .filter(question -> question.key().equals(key))
                .findFirst();
    }

    /** The columns that several questions share. */
    private static final class Columns {
        static final List<Column> COPY = List.of(
                Column.DATASET,
                Column.NAME,
                Column.SITE,
                Column.COUNTRY,
                Column.STATUS,
                Column.CERTAINTY,
                Column.ENCRYPTED,
                Column.SIZE_GB,
                Column.GRANT,
                Column.EXPIRES,
                Column.ALLOWED_BY,
                Column.RULES,
                Column.AGAINST);
        static final List<Column> RULING = List.of(
                Column.AT,
                Column.RULING,
                Column.DATASET,
                Column.OPERATION,
                Column.SITE,
                Column.REASON,
                Column.ALLOWED_BY,
                Column.RULES,
                Column.ARTICLES,
                Column.RULE_SET,
                Column.REQUEST,
                Column.GRANT,
                Column.WORDS,
                Column.FACTS);
    }
}
