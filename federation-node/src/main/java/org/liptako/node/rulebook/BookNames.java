package org.liptako.node.rulebook;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.liptako.node.registry.RequestFields;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.Printable;
import org.liptako.node.wire.Sentence;
import org.liptako.policy.edition.EditionLine;
import org.liptako.policy.edition.HeldEdition;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.vocabulary.FactWord;
import org.liptako.policy.vocabulary.Nearest;

/** By what a reader names a book, a version and an article; one that there is not is told in one sentence. */
final class BookNames {
    private static final int SHOWN = 40;
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");
    private static final Sentence NUMBERS =
            new Sentence("un numéro de version, comme 3", "a version's number, such as 3");

    private BookNames() {}

    static Jurisdiction jurisdiction(String code) {
        return Jurisdiction.of(code)
                .orElseThrow(() -> unknown(
                        "Il n'y a pas de recueil « " + shown(code) + " » : écrivez ML, BF, NE ou AES.",
                        "There are no rules of \"" + shown(code) + "\": write ML, BF, NE or AES."));
    }

    /** A maker of rules that has data of its own. */
    static Jurisdiction state(String code) {
        Jurisdiction jurisdiction = jurisdiction(code);
        if (!jurisdiction.isState()) {
            throw unknown(
                    "L'Alliance n'a pas de données à elle : lisez ce qui est décidé des données de chaque État.",
                    "The Alliance has no data of its own: read what is decided of the data of each State.");
        }
        return jurisdiction;
    }

    /** An operation by its code; the first for an empty one. */
    static FactWord operation(List<FactWord> operations, String code) {
        return operations.stream()
                .filter(operation -> code.isEmpty() || operation.code().equals(code))
                .findFirst()
                .orElseThrow(() -> unknown(
                        "Il n'y a pas d'opération « " + shown(code) + " » ; il y a " + codes(operations) + ".",
                        "There is no operation \"" + shown(code) + "\"; there are " + codes(operations) + "."));
    }

    private static String codes(List<FactWord> operations) {
        return operations.stream().map(FactWord::code).collect(Collectors.joining(", "));
    }

    /** Empty for an empty text. */
    static OptionalLong number(String field, String text) {
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        if (!NUMBER.matcher(text).matches()) {
            throw RequestFields.meaningless(field, text, NUMBERS);
        }
        return OptionalLong.of(Long.parseLong(text));
    }

    static HeldEdition version(Jurisdiction jurisdiction, EditionLine line, long number) {
        return line.version(number).orElseThrow(() -> {
            HeldEdition newest = newest(jurisdiction, line);
            return unknown(
                    "Le recueil " + jurisdiction + " n'a pas de version " + number
                            + " connue de ce nœud ; la plus récente est la " + newest.version() + ".",
                    "The rules of " + jurisdiction + " have no version " + number
                            + " that this node knows; the newest is " + newest.version() + ".");
        });
    }

    static HeldEdition newest(Jurisdiction jurisdiction, EditionLine line) {
        return line.newest()
                .orElseThrow(() -> unknown(
                        "Ce nœud ne connaît encore aucune version du recueil " + jurisdiction
                                + " ; elle y viendra d'elle-même une fois publiée par ses juristes.",
                        "This node knows no version of the rules of " + jurisdiction
                                + " yet; it will come by itself once their officers have published one."));
    }

    static Failure unsigned() {
        return unknown(
                "Ce nœud de démonstration juge d'après des fichiers que personne n'a signés, et qui n'ont pas de versions"
                        + " ; lisez le recueil sans en nommer une.",
                "This demonstration node judges by files that nobody has signed and that have no versions; read the"
                        + " rules without naming one.");
    }

    /** The place of an article, from 0; the first for an empty name. */
    static int place(List<String> ids, String article) {
        if (article.isEmpty()) {
            return 0;
        }
        int place = ids.indexOf(article);
        if (place < 0) {
            Optional<String> nearest = Nearest.to(article, ids);
            throw unknown(
                    "Il n'y a pas ici d'article « " + shown(article) + " »"
                            + nearest.map(id -> " ; vouliez-vous dire " + id + " ?")
                                    .orElse(" ; cherchez-le dans une autre version."),
                    "There is no article \"" + shown(article) + "\" here"
                            + nearest.map(id -> "; did you mean " + id + "?")
                                    .orElse("; look for it in another version."));
        }
        return place;
    }

    private static String shown(String text) {
        return Printable.line(text, SHOWN);
    }

    private static Failure unknown(String fr, String en) {
        return Failure.of(ErrorCode.NOT_KNOWN, fr, en);
    }
}
