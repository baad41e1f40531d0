package org.liptako.policy.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.liptako.policy.calendar.DayWords;
import org.liptako.policy.decision.Verdict;
import org.liptako.policy.explain.Explanation;
import org.liptako.policy.explain.FactsWords;
import org.liptako.policy.explain.RuleWords;
import org.liptako.policy.rules.Compendium;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.rules.Rule;
import org.liptako.policy.rules.RuleSet;
import org.liptako.policy.vocabulary.Bilingual;

/**
 * A rule set as one HTML page to print and sign: contents, the articles as the machine understood them, the decision tables, and room for signatures.
 * It needs nothing from elsewhere and runs nothing; it is well-formed XML too, so that it can be made a PDF.
 */
public final class RuleDocument {
    private static final Bilingual TITLE =
            new Bilingual("Règles de résidence des données publiques", "Residency rules for public data");
    private static final Bilingual PAGE = new Bilingual("page", "page");

    private final RuleSet rules;
    private final List<Jurisdiction> printed;
    private final LocalDate day;
    private final RuleWords words;
    private final Html html;

    private RuleDocument(
            RuleSet rules, List<Jurisdiction> printed, LocalDate day, Function<Bilingual, String> language) {
        this.rules = rules;
        this.printed = List.copyOf(printed);
        this.day = day;
        this.words = new RuleWords(rules);
        this.html = new Html(language);
    }

    /**
     * The page.
     *
     * @param printed whose rules
     * @param day on which the decision tables stand
     * @param language one of {@code Bilingual::fr} and {@code Bilingual::en}
     */
    public static String of(
            RuleSet rules, List<Jurisdiction> printed, LocalDate day, Function<Bilingual, String> language) {
        RuleDocument document = new RuleDocument(rules, printed, day, language);
        document.write();
        return document.html.toString();
    }

    private void write() {
        String lang = html.said(new Bilingual("fr", "en"));
        html.raw("<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"%s\">\n".formatted(lang));
        html.element("head", head -> {
            head.raw("<meta charset=\"utf-8\"/>\n");
            head.element("title", TITLE);
            head.element("style", style -> style.raw(styleSheet() + footer()));
        });
        html.element("body", body -> {
            cover();
            contents();
            printed.forEach(this::chapter);
            printed.stream().filter(Jurisdiction::isState).forEach(this::tables);
            signatures();
        });
        html.raw("</html>\n");
    }

    private void cover() {
        html.element("h1", TITLE);
        html.element(
                "p", new Bilingual("Tableaux de décision au %s.", "Decision tables as of %s.").with(DayWords.of(day)));
        html.element("p", p -> {
            p.text(new Bilingual(
                    "Empreinte de l'ensemble des règles (SHA-256), reprise au pied de chaque page : ",
                    "Digest of the whole rule set (SHA-256), repeated at the foot of each page: "));
            p.element("code", code -> code.plain(rules.digest()));
        });
        html.element("p", p -> {
            p.text(new Bilingual("Empreinte du vocabulaire : ", "Digest of the vocabulary: "));
            p.element("code", code -> code.plain(rules.vocabulary().digest()));
        });
        html.element(
                "p",
                new Bilingual(
                        "Sous chaque article, le texte est celui de son auteur ; les phrases qui suivent sont tirées de ce que la machine applique.",
                        "Under each article, the text is its author's; the sentences below it are made from what the machine applies."));
    }

    private void contents() {
        html.element("h3", new Bilingual("Table des matières", "Contents"));
        html.element("ul", "class", "toc", toc -> {
            for (Jurisdiction jurisdiction : printed) {
                toc.element("li", item -> {
                    item.element("a", "href", "#" + jurisdiction, link -> link.text(heading(jurisdiction)));
                    if (!rules.of(jurisdiction).rules().isEmpty()) {
                        item.element(
                                "ul",
                                list -> rules.of(jurisdiction)
                                        .rules()
                                        .forEach(rule -> list.element(
                                                "li",
                                                entry -> entry.element(
                                                        "a",
                                                        "href",
                                                        "#" + rule.id(),
                                                        link -> link.text(title(rule))))));
                    }
                });
            }
            printed.stream()
                    .filter(Jurisdiction::isState)
                    .forEach(state -> toc.element(
                            "li",
                            item -> item.element(
                                    "a", "href", "#table-" + state, link -> link.text(tableHeading(state)))));
        });
    }

    private void chapter(Jurisdiction jurisdiction) {
        Compendium compendium = rules.of(jurisdiction);
        html.element("h2", "id", jurisdiction.name(), h -> h.text(heading(jurisdiction)));
        html.element("p", p -> {
            p.text(new Bilingual("Empreinte du recueil : ", "Digest of the compendium: "));
            p.element("code", code -> code.plain(compendium.digest()));
        });
        html.element(
                "table",
                "class",
                "files",
                table -> compendium
                        .files()
                        .forEach(file -> table.element("tr", row -> {
                            row.element("td", cell -> cell.plain(file.path()));
                            row.element("td", cell -> cell.element("code", code -> code.plain(file.sha256())));
                        })));
        compendium.rules().forEach(this::article);
    }

    private void article(Rule rule) {
        Explanation explanation = words.of(rule);
        int bases = rule.legalBases().size();
        int end = explanation.lines().size() - bases;
        html.element("div", "class", "article", div -> {
            div.element("h3", "id", rule.id(), h -> h.text(title(rule)));
            div.element("p", "text", rule.text());
            sentences(explanation.lines().subList(0, end));
            explanation
                    .lines()
                    .subList(end, explanation.lines().size())
                    .forEach(basis -> div.element("p", "basis", basis));
        });
    }

    /** Sentences; those that begin with a dash are a list. */
    private void sentences(List<Bilingual> lines) {
        boolean listed = false;
        for (Bilingual line : lines) {
            boolean item = line.fr().startsWith("– ");
            if (item != listed) {
                html.raw(item ? "<ul>\n" : "</ul>\n");
                listed = item;
            }
            html.element(
                    item ? "li" : "p",
                    item ? new Bilingual(line.fr().substring(2), line.en().substring(2)) : line);
        }
        if (listed) {
            html.raw("</ul>\n");
        }
    }

    private void tables(Jurisdiction home) {
        html.element("h2", "id", "table-" + home, h -> h.text(tableHeading(home)));
        html.element(
                "p",
                new Bilingual(
                                "Chaque case est la réponse du moteur de règles, avec les règles qui la donnent. P : permis. R : refusé ; sans règle, rien ne permet. C : conflit entre une obligation et un refus, qui vaut refus. I : dépend d'autres faits, et vaut refus tant qu'ils manquent.",
                                "Each cell is the rule engine's answer, with the rules that give it. P: permitted. R: refused; without a rule, nothing permits. C: a conflict between a duty and a refusal, enforced as a refusal. I: depends on other facts, and is refused while they are missing.")
                        .with());
        html.element(
                "p",
                new Bilingual(
                                "Partout, il est supposé que : %s ; que le lieu est de niveau 3, certifié, non mutualisé, et que la copie y tient. Les autres faits sont inconnus.",
                                "It is assumed throughout that: %s; that the place is of certified tier 3, not shared, and has room for the copy. Other facts are unknown.")
                        .with(FactsWords.of(DecisionTable.assumed(rules, home, home.startOf(day)))));
        DecisionTable.all(rules, home, home.startOf(day)).forEach(this::table);
    }

    private void table(DecisionTable table) {
        html.element("table", t -> {
            t.element("caption", table.operation().label());
            t.element(
                    "thead",
                    head -> head.element("tr", row -> {
                        row.element("th", new Bilingual("Données", "Data"));
                        table.places().forEach(place -> row.element("th", place.label()));
                    }));
            t.element("tbody", body -> {
                for (int i = 0; i < table.classes().size(); i++) {
                    DataClass data = table.classes().get(i);
                    List<DecisionTable.Cell> cells = table.rows().get(i);
                    body.element("tr", row -> {
                        row.element("th", data.label());
                        cells.forEach(cell -> cell(cell, row));
                    });
                }
            });
        });
    }

    private static void cell(DecisionTable.Cell cell, Html row) {
        String letter = letter(cell.verdict());
        row.element("td", "class", letter, td -> {
            td.element("b", b -> b.plain(letter));
            for (String rule : cell.rules()) {
                td.plain(" ");
                td.element("span", "class", "id", id -> id.plain(rule));
            }
        });
    }

    private static String letter(Verdict verdict) {
        return switch (verdict) {
            case PERMIT -> "P";
            case DENY -> "R";
            case CONFLICT -> "C";
            case INDETERMINATE -> "I";
        };
    }

    private void signatures() {
        html.element("h2", new Bilingual("Signatures", "Signatures"));
        html.element(
                "p",
                new Bilingual(
                        "Les soussignés ont lu les articles et les tableaux ci-dessus, sous l'empreinte imprimée au pied de chaque page.",
                        "The undersigned have read the articles and tables above, under the digest printed at the foot of each page."));
        html.element("table", "class", "signatures", table -> {
            table.element(
                    "tr",
                    row -> List.of(
                                    new Bilingual("Nom", "Name"),
                                    new Bilingual("Qualité", "Office"),
                                    new Bilingual("Date", "Date"),
                                    new Bilingual("Signature", "Signature"))
                            .forEach(heading -> row.element("th", heading)));
            for (int i = 0; i < 3; i++) {
                table.element("tr", row -> row.raw("<td></td><td></td><td></td><td></td>"));
            }
        });
    }

    private static Bilingual heading(Jurisdiction jurisdiction) {
        return new Bilingual("Recueil %s : %s", "Compendium %s: %s").with(jurisdiction, jurisdiction.label());
    }

    private static Bilingual tableHeading(Jurisdiction state) {
        return new Bilingual("Ce qui est décidé des données de : %s", "What is decided of the data of: %s")
                .with(state.label());
    }

    private static Bilingual title(Rule rule) {
        return new Bilingual(
                "Article " + rule.id() + ". " + rule.title().fr(),
                "Article " + rule.id() + ". " + rule.title().en());
    }

    /** The digest and the page number at the foot of each page; the digest has hexadecimal digits only, and cannot break out of its string. */
    private String footer() {
        return """
                @page { @bottom-left { content: "SHA-256 %s"; font-family: "Liberation Mono", monospace; font-size: 6.5pt; }
                        @bottom-right { content: "%s " counter(page) " / " counter(pages); font-family: "Liberation Serif", serif; font-size: 8pt; } }
                """.formatted(rules.digest(), html.said(PAGE));
    }

    private static String styleSheet() {
        try (InputStream in = RuleDocument.class.getResourceAsStream("print.css")) {
            if (in == null) {
                throw new IllegalStateException("the style sheet is missing from this jar");
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
