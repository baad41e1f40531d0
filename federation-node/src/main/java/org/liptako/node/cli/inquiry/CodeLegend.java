package org.liptako.node.cli.inquiry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.liptako.inquiry.v1.AskResponse;
import org.liptako.node.cli.Language;

/** What the codes mean that stand in an answer; those that are not known here are left to speak for themselves. */
final class CodeLegend {
    /** By column, since a code may mean another thing in another; French, then English. */
    private static final Map<String, List<String>> WORDS = Map.ofEntries(
            entry("status PLANNED", "prévue, rien n'est décidé", "intended, nothing is decided"),
            entry("status PENDING", "demandée, un État n'a pas répondu", "asked for, a State has not answered"),
            entry("status GRANTED", "permise, rien n'a bougé", "allowed, nothing has moved"),
            entry("status TRANSFERRING", "en route", "on its way"),
            entry("status QUARANTINED", "là, et à ne pas utiliser", "there, and not to be used"),
            entry("status SEALED", "là, et chaque bloc prouvé", "there, and every chunk proved"),
            entry("status UNREACHABLE", "son État est coupé", "its State is cut off"),
            entry(
                    "status UNPROVEN",
                    "là, à ce que dit son État, et pas prouvée ou plus",
                    "there by what its State says, and not proved, or no longer"),
            entry("status DISPUTED", "contestée", "disputed"),
            entry("status ERASING", "à effacer", "to be erased"),
            entry("status ERASED", "effacée", "erased"),
            entry("status LOST", "n'est plus là, et personne ne l'a effacée", "no longer there, and nobody erased it"),
            entry("status EXTERNAL", "hors de la fédération", "outside the federation"),
            entry(
                    "certainty PROVED",
                    "prouvée bloc par bloc par l'État du sol",
                    "proved chunk by chunk by the State of the soil"),
            entry("certainty STATED", "seulement affirmée", "only stated"),
            entry("ruling GRANT", "accord", "grant"),
            entry("ruling REFUSAL", "refus", "refusal"),
            entry(
                    "ruling JUDGEMENT",
                    "constat sur une copie qui est déjà là",
                    "finding on a copy that is there already"),
            entry("challenge PROVED", "répondu juste", "answered rightly"),
            entry("challenge WRONG", "répondu faux", "answered wrongly"),
            entry("challenge MISSED", "pas répondu à temps", "not answered in time"),
            entry("standing AWAITED", "personne n'a encore rien signé", "nobody has signed anything yet"),
            entry("standing REMAINS", "il en reste, jusqu'au jour dit", "something remains, until the day told"),
            entry(
                    "standing OVERDUE",
                    "il en restait, et le jour dit est passé",
                    "something remained, and the day told is past"),
            entry(
                    "standing GONE",
                    "un exploitant a signé qu'il n'en reste rien",
                    "an operator has signed that nothing is left"),
            entry(
                    "standing SIGNED_ABROAD",
                    "hors de la fédération : déclaré par des signatures et un document, prouvé par aucune machine",
                    "outside the federation: stated by signatures and a document, proved by no machine"),
            entry("verdict DENY", "n'est pas permise", "is not allowed"),
            entry("verdict PERMIT", "est permise", "is allowed"),
            entry("verdict INDETERMINATE", "on ne sait pas : un fait manque", "not known: a fact is missing"));

    /** Columns whose codes are another's. */
    private static final Map<String, String> ALIKE = Map.of("before", "status", "other_status", "status");

    private CodeLegend() {}

    /** A line for each code that stands in the answer. */
    static List<String> lines(AskResponse answer, Language language) {
        TreeSet<String> lines = new TreeSet<>();
        IntStream.range(0, answer.getColumnsCount())
                .filter(column -> answer.getColumns(column).getType().equals("CODE"))
                .forEach(column -> {
                    String name = answer.getColumns(column).getName();
                    answer.getRowsList().stream()
                            .map(row -> row.getCells(column).getValue())
                            .distinct()
                            .forEach(code -> {
                                List<String> words = WORDS.get(ALIKE.getOrDefault(name, name) + " " + code);
                                if (words != null) {
                                    lines.add("  " + code + language.choose(" : ", ": ")
                                            + language.choose(words.getFirst(), words.getLast()));
                                }
                            });
                });
        return new ArrayList<>(lines);
    }

    private static Map.Entry<String, List<String>> entry(String code, String french, String english) {
        return Map.entry(code, List.of(french, english));
    }
}
