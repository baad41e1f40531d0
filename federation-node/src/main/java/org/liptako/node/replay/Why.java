package org.liptako.node.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liptako.node.placement.FactSupplier;
import org.liptako.node.placement.JudgementWriter;
import org.liptako.node.placement.Parties;
import org.liptako.node.placement.RefusedStatementException;
import org.liptako.node.wire.Count;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.Sentence;
import org.liptako.policy.decision.Decision;
import org.liptako.policy.decision.DecisionFormatException;
import org.liptako.policy.decision.Finding;
import org.liptako.policy.explain.FactsWords;
import org.liptako.policy.explain.FindingGrounds;
import org.liptako.policy.explain.Ground;
import org.liptako.policy.explain.RuleGrounds;
import org.liptako.policy.facts.Facts;
import org.liptako.policy.vocabulary.Bilingual;
import org.liptako.policy.vocabulary.Fact;

/** Says why a decision is what it is: for each finding the chain from the facts, and who says them, through the rules' conditions to the articles. */
public final class Why {
    private final RuleShelf shelf;

    /** Explains by the rules of the day, which the shelf finds. */
    public Why(RuleShelf shelf) {
        this.shelf = shelf;
    }

    /** The chain of each finding, indented; one sentence where there is none. */
    public List<Sentence> of(DecisionRecord record) {
        Said home = record.home();
        Optional<Decision> decision = decision(record);
        if (home == null || decision.isEmpty()) {
            return List.of(new Sentence(
                    "Rien n'avait été jugé : un moteur n'a pas répondu, ou la demande n'a pas eu de suite.",
                    "Nothing was judged: an engine gave no answer, or nothing came of the request."));
        }
        try {
            return lines(Case.of(home, record.host(), shelf.of(home.content())), decision.get());
        } catch (MissingRulesException missing) {
            return List.of(missing.words());
        } catch (RefusedStatementException refused) {
            return List.of(refused.words());
        } catch (Failure failure) {
            return List.of(failure.sentence());
        }
    }

    /** Both States' together; an offer is the host's alone. */
    private static Optional<Decision> decision(DecisionRecord record) {
        Optional<JsonNode> document = record.decision()
                .or(() -> Optional.ofNullable(record.host())
                        .map(host -> host.content().decision()));
        try {
            return document.map(JudgementWriter::decision);
        } catch (DecisionFormatException malformed) {
            return Optional.empty();
        }
    }

    private static List<Sentence> lines(Case tried, Decision decision) {
        List<Sentence> lines = new ArrayList<>();
        FactSupplier suppliers = new FactSupplier(tried.rules().vocabulary());
        for (String missing : decision.findings().isEmpty() ? decision.missing() : List.<String>of()) {
            lines.add(suppliers.words(missing, tried.parties()));
        }
        for (Finding finding : decision.findings()) {
            Facts facts = tried.facts(finding);
            FindingGrounds grounds = FindingGrounds.of(finding, tried.rules(), facts);
            FactWords words = new FactWords(facts, suppliers, tried.parties());
            lines.add(sentence(grounds.sentence()));
            grounds.rules().forEach(rule -> add(rule, words, lines));
            if (grounds.unsaid() > 0) {
                lines.add(new Sentence(
                        "  et "
                                + Count.fr(
                                        grounds.unsaid(),
                                        "autre permission qui ne s'applique pas",
                                        "autres permissions qui ne s'appliquent pas"),
                        "  and "
                                + Count.en(
                                        grounds.unsaid(),
                                        "more permission that does not apply",
                                        "more permissions that do not apply")));
            }
        }
        decision.obligations()
                .forEach(duty -> lines.add(new Sentence(
                        "Obligation : " + label(duty.code(), tried).fr() + " (" + duty.rule() + ")",
                        "Obligation: " + label(duty.code(), tried).en() + " (" + duty.rule() + ")")));
        return lines;
    }

    private static Bilingual label(String code, Case tried) {
        return tried.rules()
                .vocabulary()
                .obligation(code)
                .map(known -> known.label())
                .orElse(new Bilingual(code, code));
    }

    /** What the facts of a finding are, and who says them. */
    private record FactWords(Facts facts, FactSupplier suppliers, Parties parties) {
        Bilingual value(Fact fact) {
            return FactsWords.value(fact, facts);
        }

        Sentence authority(Fact fact) {
            return suppliers.authority(fact, parties);
        }
    }

    private static void add(RuleGrounds grounds, FactWords words, List<Sentence> lines) {
        Bilingual title = grounds.rule().title();
        String id = grounds.rule().id();
        lines.add(new Sentence("  " + id + " — " + title.fr(), "  " + id + " — " + title.en()));
        lines.add(indented(2, grounds.effect()));
        grounds.when().forEach(line -> lines.add(line(line, words)));
        if (!grounds.demand().isEmpty()) {
            lines.add(indented(2, new Bilingual("Elle exige :", "It requires:")));
            grounds.demand().forEach(line -> lines.add(line(line, words)));
        }
        grounds.bases().forEach(basis -> lines.add(indented(2, basis)));
    }

    private static Sentence line(Ground ground, FactWords words) {
        StringBuilder fr = new StringBuilder();
        StringBuilder en = new StringBuilder();
        for (Fact fact : ground.facts()) {
            Bilingual value = words.value(fact);
            Sentence authority = words.authority(fact);
            fr.append(fr.isEmpty() ? " — " : " ; ")
                    .append(fact.label().fr())
                    .append(" : ")
                    .append(value.fr())
                    .append(", ")
                    .append(authority.fr());
            en.append(en.isEmpty() ? " — " : "; ")
                    .append(fact.label().en())
                    .append(": ")
                    .append(value.en())
                    .append(", ")
                    .append(authority.en());
        }
        return indented(
                3 + ground.depth(),
                new Bilingual(
                        "[" + ground.truth().words().fr() + "] "
                                + ground.words().fr() + fr,
                        "[" + ground.truth().words().en() + "] "
                                + ground.words().en() + en));
    }

    private static Sentence indented(int depth, Bilingual words) {
        return new Sentence("  ".repeat(depth) + words.fr(), "  ".repeat(depth) + words.en());
    }

    private static Sentence sentence(Bilingual words) {
        return new Sentence(words.fr(), words.en());
    }
}
