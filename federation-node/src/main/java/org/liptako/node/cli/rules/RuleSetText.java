package org.liptako.node.cli.rules;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.liptako.node.cli.Language;
import org.liptako.node.cli.Table;
import org.liptako.pki.name.State;
import org.liptako.rulebook.v1.EditionSummary;
import org.liptako.rulebook.v1.GetRuleSetResponse;
import org.liptako.rulebook.v1.JurisdictionRules;
import org.liptako.rulebook.v1.PeerRuleSet;

/** What is in force at a node as a person reads it: each jurisdiction's edition, then what is to come, then the other States. */
final class RuleSetText {
    /** As much of a digest as tells two apart on a screen; {@code --json} has the whole. */
    private static final int SHOWN = 16;

    private final Language language;

    RuleSetText(Language language) {
        this.language = language;
    }

    List<String> lines(GetRuleSetResponse answer) {
        var lines = new ArrayList<String>();
        lines.add(said(
                "Règles en vigueur le %s : %s, moteur %s.",
                "Rules in force at %s: %s, engine %s.",
                Instant.parse(answer.getAt()).truncatedTo(ChronoUnit.SECONDS),
                shown(answer.getRuleSet()),
                answer.getEngine()));
        if (!answer.getSigned()) {
            lines.add(language.choose(
                    "DÉMONSTRATION : ces règles viennent d'un dossier que personne n'a signé.",
                    "DEMONSTRATION: these rules come from a directory that nobody has signed."));
        }
        lines.addAll(table(answer).lines());
        answer.getJurisdictionsList().stream().flatMap(this::remarks).forEach(lines::add);
        lines.add(said(
                "  Vocabulaire : règles lues dans la version %d ; versions connues ici : %s",
                "  Vocabulary: rules are read in version %d; versions known here: %s",
                answer.getVocabulary().getVersion(),
                answer.getVocabulariesList().stream()
                        .map(known -> known.getVersion() + " (" + shown(known.getDigest()) + ")")
                        .collect(Collectors.joining(", "))));
        answer.getPeersList().stream().map(this::peer).forEach(lines::add);
        return lines;
    }

    private Table table(GetRuleSetResponse answer) {
        var table = switch (language) {
            case FRENCH -> new Table("RECUEIL", "RÈGLES", "ÉDITION", "EMPREINTE", "DEPUIS", "SIGNÉE PAR");
            case ENGLISH -> new Table("RULES OF", "RULES", "EDITION", "DIGEST", "SINCE", "SIGNED BY");
        };
        answer.getJurisdictionsList()
                .forEach(part -> table.row(
                        part.getJurisdiction(),
                        Integer.toString(part.getRules()),
                        part.hasEdition()
                                ? Long.toString(part.getEdition().getVersion())
                                : language.choose("aucune", "none"),
                        shown(part.getDigest()),
                        part.getEdition().getInForceFrom(),
                        signers(part.getEdition())));
        return table;
    }

    private Stream<String> remarks(JurisdictionRules part) {
        var remarks = new ArrayList<String>();
        if (part.hasNext()) {
            remarks.add(said(
                    "  %s : l'édition %d attend le %s ; signée par %s",
                    "  %s: edition %d waits for %s; signed by %s",
                    part.getJurisdiction(),
                    part.getNext().getVersion(),
                    part.getNext().getInForceFrom(),
                    signers(part.getNext())));
        }
        if (part.hasLeaving()) {
            remarks.add(said(
                    "  %s : cessent d'être en vigueur le %s : %s",
                    "  %s: no longer in force from %s: %s",
                    part.getJurisdiction(),
                    part.getLeaving().getAt(),
                    String.join(", ", part.getLeaving().getRulesList())));
        }
        if (part.hasWithdrawal()) {
            remarks.add(said(
                    "  %s : dernier retrait le %s, par l'édition %d ; signée par %s",
                    "  %s: last withdrawal at %s, by edition %d; signed by %s",
                    part.getJurisdiction(),
                    part.getWithdrawal().getInForceFrom(),
                    part.getWithdrawal().getVersion(),
                    signers(part.getWithdrawal())));
        }
        return remarks.stream();
    }

    private String peer(PeerRuleSet peer) {
        var state = State.ofCode(peer.getState())
                .map(known -> language.choose(known.french(), known.english()))
                .orElse(peer.getState());
        if (peer.getRuleSet().isEmpty()) {
            return said(
                    "  %s : rien de connu, son journal ne l'a pas encore dit",
                    "  %s: nothing known, its journal has not said yet", state);
        }
        return peer.getDifferingCount() == 0
                ? said(
                        "  %s : mêmes règles depuis le %s, selon son journal",
                        "  %s: the same rules since %s, by its journal", state, peer.getSince())
                : said(
                        "  %s : AUTRES RÈGLES depuis le %s, selon son journal : %s",
                        "  %s: OTHER RULES since %s, by its journal: %s",
                        state,
                        peer.getSince(),
                        String.join(", ", peer.getDifferingList()));
    }

    private static String signers(EditionSummary edition) {
        return edition.getSignersCount() == 0 ? "—" : String.join(", ", edition.getSignersList());
    }

    private String said(String french, String english, Object... parts) {
        return language.choose(french, english).formatted(parts);
    }

    private static String shown(String digest) {
        return digest.substring(0, Math.min(SHOWN, digest.length()));
    }
}
