package org.liptako.pki.receipt;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an entry says, read from its payload; of a type that is not known here, only the type is told. */
final class EventWords {
    private static final int SHORT = 16;
    /** What rule files write for an article that nobody has looked up yet; the law keeps the name that it was published under. */
    private static final String UNVERIFIED = "article à vérifier";

    private EventWords() {}

    static List<Words> of(ProvedEntry entry) {
        List<Words> words = new ArrayList<>();
        Words said = said(entry);
        if (said != null) {
            words.add(new Words(
                    "Elle dit, le " + time(entry) + " : " + said.fr(),
                    "It says, at " + time(entry) + ": " + said.en()));
        }
        for (JsonNode rule : entry.node("rules")) {
            words.add(article(rule));
        }
        return words;
    }

    private static @Nullable Words said(ProvedEntry entry) {
        return switch (entry.type()) {
            case "REPLICA_SEALED" -> sealed(entry);
            case "COPY_RECORDED" ->
                new Words(
                        "une copie de " + dataset(entry) + " d'avant la fédération est à " + site(entry) + ", "
                                + value(entry, "standing") + ".",
                        "a copy of " + dataset(entry) + " from before the federation is at " + site(entry) + ", "
                                + value(entry, "standing") + ".");
            case "REPLICA_ERASED" ->
                new Words(
                        "la copie de " + dataset(entry) + " à " + site(entry) + " est effacée, sous l'octroi "
                                + grant(entry) + ".",
                        "the copy of " + dataset(entry) + " at " + site(entry) + " is erased, under the grant "
                                + grant(entry) + ".");
            case "REPLICA_GIVEN" ->
                new Words(
                        "une copie de " + dataset(entry) + " a été donnée à " + site(entry) + ", sous l'octroi "
                                + grant(entry) + ".",
                        "a copy of " + dataset(entry) + " was given to " + site(entry) + ", under the grant "
                                + grant(entry) + ".");
            case "GRANT" -> granted(entry);
            case "ACCEPT" ->
                new Words(
                        "l'octroi " + grant(entry) + " est accepté pour " + dataset(entry) + " à " + site(entry) + ".",
                        "the grant " + grant(entry) + " is accepted for " + dataset(entry) + " at " + site(entry)
                                + ".");
            case "GRANT_WITHDRAWN" ->
                new Words(
                        "l'octroi " + grant(entry) + " est retiré : " + Plain.line(entry.text("words", "fr")),
                        "the grant " + grant(entry) + " is withdrawn: " + Plain.line(entry.text("words", "en")));
            case "REFUSAL" -> refused(entry);
            case KindCheck.ERASED_ABROAD -> erasedAbroad(entry);
            case ErasureSigners.SIGNED ->
                new Words(
                        value(entry, "by") + " a signé, pour cet effacement, le document « " + value(entry, "title")
                                + " », SHA-256 " + value(entry, "document") + ".",
                        value(entry, "by") + " has signed, for this erasure, the document \"" + value(entry, "title")
                                + "\", SHA-256 " + value(entry, "document") + ".");
            case "ERASURE_ATTESTED" ->
                new Words(
                        "l'effacement de l'entrée " + value(entry, "statement", "erasure")
                                + " a la déclaration d'un opérateur, " + value(entry, "statement", "name") + ".",
                        "the erasure of entry " + value(entry, "statement", "erasure")
                                + " has the statement of an operator, " + value(entry, "statement", "name") + ".");
            default -> null;
        };
    }

    private static Words sealed(ProvedEntry entry) {
        boolean encrypted = entry.node("encrypted").asBoolean();
        String version = shortened(entry.text("versionRoot"));
        String chunks = value(entry, "chunks");
        boolean one = chunks.equals("1");
        return new Words(
                "la copie de " + dataset(entry) + ", version " + version + ", " + (encrypted ? "chiffrée" : "en clair")
                        + ", est scellée à " + site(entry) + " : " + chunks
                        + (one ? " bloc prouvé" : " blocs prouvés") + ", sous l'octroi " + grant(entry) + ".",
                "the copy of " + dataset(entry) + ", version " + version + ", " + (encrypted ? "encrypted" : "in clear")
                        + ", is sealed at " + site(entry) + ": " + chunks
                        + (one ? " chunk" : " chunks") + " proved, under the grant " + grant(entry) + ".");
    }

    private static Words erasedAbroad(ProvedEntry entry) {
        List<String> signers = new ArrayList<>();
        entry.node("signers").forEach(signer -> signers.add(Plain.line(signer.asText())));
        String people = String.join(", ", signers);
        String document = value(entry, "document");
        return new Words(
                people + " ont signé un même document, SHA-256 " + document + ", selon lequel la copie de "
                        + dataset(entry) + " à " + site(entry) + ", hors de la fédération, est effacée.",
                people + " have signed one document, SHA-256 " + document + ", which says that the copy of "
                        + dataset(entry) + " at " + site(entry) + ", outside the federation, is erased.");
    }

    private static Words granted(ProvedEntry entry) {
        String operation = value(entry, "terms", "operation");
        String expires = value(entry, "expires");
        String rules = shortened(entry.text("ruleSet"));
        return new Words(
                operation + " de " + dataset(entry) + " vers " + site(entry) + " est octroyé (" + grant(entry)
                        + ") jusqu'au " + expires + ", jugé par les règles " + rules + ".",
                operation + " of " + dataset(entry) + " to " + site(entry) + " is granted (" + grant(entry) + ") until "
                        + expires + ", judged by the rules " + rules + ".");
    }

    private static Words refused(ProvedEntry entry) {
        String operation = value(entry, "terms", "operation");
        String rules = shortened(entry.text("ruleSet"));
        return new Words(
                operation + " de " + dataset(entry) + " vers " + site(entry) + " est refusé (" + value(entry, "reason")
                        + ", demande " + value(entry, "request") + "), jugé par les règles " + rules + " : "
                        + Plain.line(entry.text("words", "fr")),
                operation + " of " + dataset(entry) + " to " + site(entry) + " is refused (" + value(entry, "reason")
                        + ", request " + value(entry, "request") + "), judged by the rules " + rules + ": "
                        + Plain.line(entry.text("words", "en")));
    }

    private static Words article(JsonNode rule) {
        List<String> basis = new ArrayList<>();
        rule.path("legalBasis").forEach(article -> basis.add(Plain.line(article.asText())));
        String id = Plain.line(rule.path("id").asText());
        String articles = basis.isEmpty() ? "" : " [" + String.join(" ; ", basis) + "]";
        String inEnglish = articles.replace(" ; ", "; ").replace(UNVERIFIED, "article to be verified");
        return new Words(
                "Règle citée : " + id + ", "
                        + Plain.line(rule.path("title").path("fr").asText()) + articles,
                "Rule cited: " + id + ", "
                        + Plain.line(rule.path("title").path("en").asText()) + inEnglish);
    }

    private static String dataset(ProvedEntry entry) {
        return Plain.line(entry.dataset());
    }

    private static String site(ProvedEntry entry) {
        return Plain.line(entry.site());
    }

    private static String grant(ProvedEntry entry) {
        return Plain.line(entry.grant());
    }

    private static String time(ProvedEntry entry) {
        return value(entry, "at");
    }

    private static String value(ProvedEntry entry, String... keys) {
        return Plain.line(entry.text(keys));
    }

    private static String shortened(String digest) {
        String plain = Plain.line(digest);
        return plain.length() > SHORT ? plain.substring(0, SHORT) + "…" : plain;
    }
}
