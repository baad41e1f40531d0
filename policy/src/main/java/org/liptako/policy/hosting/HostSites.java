package org.liptako.policy.hosting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liptako.policy.decision.Decision;
import org.liptako.policy.engine.CompiledEngine;
import org.liptako.policy.engine.Judgement;
import org.liptako.policy.facts.Facts;
import org.liptako.policy.facts.FactsBuilder;
import org.liptako.policy.facts.FactsException;
import org.liptako.policy.rules.Findings;
import org.liptako.policy.rules.RuleSet;
import org.liptako.policy.rules.Shapes;
import org.liptako.policy.rules.SourceFile;
import org.liptako.policy.vocabulary.Bilingual;
import org.liptako.policy.vocabulary.Countries;
import org.liptako.policy.vocabulary.Fact;
import org.liptako.policy.yaml.YamlNode;
import org.liptako.policy.yaml.YamlReader;

/** Asks of each site of a catalogue, the file that {@code register import} takes, whether it may host what a facts document says. */
public final class HostSites {
    /** The keys of a site that are facts; the catalogue has others, which are not for rules. */
    private static final Map<String, String> FACTS = Map.of(
            "id",
            "target.site",
            "state",
            "target.state",
            "control",
            "target.control",
            "owner_state",
            "target.owner_state",
            "remote_admin_state",
            "target.remote_admin_state",
            "tier",
            "target.tier",
            "tier_evidence",
            "target.tier_evidence",
            "mutualised",
            "target.mutualised");

    private HostSites() {}

    /** The answer of each site, in written order; the findings have errors where the catalogue cannot be read. */
    public static List<HostPlace> answers(RuleSet rules, Facts facts, SourceFile catalogue, Findings findings) {
        Findings.OfFile mistakes = findings.in(catalogue.path());
        Shapes shapes = new Shapes(mistakes);
        CompiledEngine engine = new CompiledEngine(rules);
        List<HostPlace> answers = new ArrayList<>();
        new YamlReader()
                .read(catalogue.bytes(), mistakes::error)
                .flatMap(root -> shapes.map(root, "sites"))
                .map(root -> root.entries().stream()
                        .filter(entry -> entry.key().text().equals("sites"))
                        .flatMap(entry -> shapes.list(entry.value(), "sites").orElse(List.of()).stream())
                        .toList())
                .orElse(List.of())
                .forEach(site -> shapes.map(site, "sites")
                        .flatMap(map -> at(facts, map, mistakes))
                        .ifPresent(there -> answers.add(place(there, decide(engine, there)))));
        return answers;
    }

    static Decision decide(CompiledEngine engine, Facts facts) {
        return switch (engine.judge(facts)) {
            case Judgement.Decided decided -> decided.decision();
            case Judgement.Undecided undecided ->
                throw new IllegalStateException("the embedded engine always decides: " + undecided.detail());
        };
    }

    private static HostPlace place(Facts there, Decision decision) {
        Fact state = there.vocabulary().theFact("target.state");
        Fact site = there.vocabulary().theFact("target.site");
        String name = there.isKnown(site) ? there.text(site) : "?";
        return new HostPlace(
                there.isKnown(state) ? List.of(Countries.unpack(there.bits(state))) : List.of(),
                new Bilingual(name, name),
                HostAnswer.of(decision));
    }

    private static Optional<Facts> at(Facts facts, YamlNode.Mapping site, Findings.OfFile mistakes) {
        FactsBuilder builder = facts.toBuilder();
        for (YamlNode.Entry entry : site.entries()) {
            String code = FACTS.get(entry.key().text());
            if (code != null && entry.value() instanceof YamlNode.Scalar value) {
                set(builder, facts.vocabulary().theFact(code), value.text());
            }
        }
        try {
            return Optional.of(builder.build());
        } catch (FactsException refused) {
            mistakes.error(site.place(), HostMistake.NO_SITE, refused.wording());
            return Optional.empty();
        }
    }

    private static void set(FactsBuilder builder, Fact fact, String text) {
        switch (fact.type()) {
            case INTEGER -> {
                if (text.matches("[0-9]{1,9}")) {
                    builder.set(fact, Long.parseLong(text));
                } else {
                    builder.set(fact, text);
                }
            }
            case BOOLEAN -> {
                if (text.equals("true") || text.equals("false")) {
                    builder.set(fact, Boolean.parseBoolean(text));
                } else {
                    builder.set(fact, text);
                }
            }
            case ENUM, ORDERED, SET, COUNTRY, IDENTIFIER -> builder.set(fact, text);
        }
    }
}
