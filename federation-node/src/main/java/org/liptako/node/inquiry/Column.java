package org.liptako.node.inquiry;

import java.util.Locale;
import org.liptako.node.wire.Sentence;

/** The columns that answers are made of; one means the same in every answer. */
@SuppressWarnings("ImmutableEnumChecker") // A sentence and a List.of never change.
public enum Column {
    AT(ColumnType.INSTANT, "le", "at"),
    RULING(ColumnType.CODE, "décision", "ruling"),
    DATASET(ColumnType.TEXT, "jeu", "dataset"),
    NAME(ColumnType.TEXT, "nom", "name"),
    OPERATION(ColumnType.CODE, "opération", "operation"),
    SITE(ColumnType.TEXT, "site", "site"),
    COUNTRY(ColumnType.TEXT, "pays", "country"),
    STATUS(ColumnType.CODE, "statut", "status"),
    BEFORE(ColumnType.CODE, "avant", "before"),
    CERTAINTY(ColumnType.CODE, "certitude", "certainty"),
    ENCRYPTED(ColumnType.BOOLEAN, "chiffrée", "encrypted"),
    SIZE_GB(ColumnType.NUMBER, "taille (Go)", "size (GB)"),
    GRANT(ColumnType.TEXT, "accord", "grant"),
    EXPIRES(ColumnType.INSTANT, "accord valable jusqu'au", "grant valid until"),
    ALLOWED_BY(ColumnType.TEXT, "permis par", "allowed by"),
    VERDICT(ColumnType.CODE, "verdict", "verdict"),
    REASON(ColumnType.CODE, "motif", "reason"),
    RULES(ColumnType.TEXT, "règles", "rules"),
    ARTICLES(ColumnType.TEXT, "articles", "articles"),
    RULE_SET(ColumnType.TEXT, "empreinte des règles", "rule set"),
    REQUEST(ColumnType.TEXT, "demande", "request"),
    DEROGATIONS(ColumnType.TEXT, "dérogations", "derogations"),
    CONTROL(ColumnType.CODE, "exploitation", "operated by"),
    OWNER(ColumnType.TEXT, "pays du propriétaire", "owner's country"),
    REMOTE_ADMIN(ColumnType.TEXT, "administration à distance", "reachable from"),
    KEY_CUSTODIAN(ColumnType.TEXT, "pays du dépositaire des clés", "key custodian's country"),
    KEY_APPROVED(ColumnType.BOOLEAN, "dépositaire agréé", "custodian approved"),
    KEY_ENDED(ColumnType.INSTANT, "clé détruite le", "key destroyed at"),
    PROVED_AT(ColumnType.INSTANT, "dernière preuve", "last proof"),
    CHALLENGED_AT(ColumnType.INSTANT, "dernier défi", "last challenge"),
    CHALLENGE(ColumnType.CODE, "issue du défi", "outcome of the challenge"),
    CHALLENGER(ColumnType.TEXT, "mise au défi par", "challenged by"),
    AGE_DAYS(ColumnType.NUMBER, "âge de la preuve (jours)", "age of the proof (days)"),
    MOVE_BY(ColumnType.INSTANT, "à déplacer avant", "move by"),
    LATE_DAYS(ColumnType.NUMBER, "retard (jours)", "days late"),
    STANDING(ColumnType.CODE, "ce qui reste", "what remains"),
    SIGNERS(ColumnType.TEXT, "signé par", "signed by"),
    DOCUMENT(ColumnType.TEXT, "empreinte du document", "document's digest"),
    REMAINS_UNTIL(ColumnType.DAY, "reste jusqu'au", "remains until"),
    OTHER_STATE(ColumnType.TEXT, "autre État", "other State"),
    OTHER_STATUS(ColumnType.CODE, "il dit", "it says"),
    WORDS(ColumnType.LONG, "en clair", "in words"),
    AGAINST(ColumnType.LONG, "objections", "objections"),
    FACTS(ColumnType.LONG, "faits", "facts");

    private final ColumnType type;
    private final Sentence heading;

    Column(ColumnType type, String fr, String en) {
        this.type = type;
        this.heading = new Sentence(fr, en);
    }

    /** Its name, the same in every language. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What its cells hold. */
    public ColumnType type() {
        return type;
    }

    /** What stands over it. */
    public Sentence heading() {
        return heading;
    }
}
