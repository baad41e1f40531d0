package org.liptako.node.cli.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.liptako.node.cli.CommandFailure;
import org.liptako.node.cli.ExitCode;
import org.liptako.node.cli.Screen;
import org.liptako.node.wire.Citation;
import org.liptako.policy.explain.FrenchText;
import org.liptako.policy.facts.Facts;
import org.liptako.policy.facts.FactsException;
import org.liptako.policy.facts.FactsReader;
import org.liptako.policy.hosting.HostAnswer;
import org.liptako.policy.hosting.HostPlace;
import org.liptako.policy.hosting.HostSites;
import org.liptako.policy.hosting.KindsOfPlaces;
import org.liptako.policy.rules.Findings;
import org.liptako.policy.rules.LegalBasis;
import org.liptako.policy.rules.NamedCountries;
import org.liptako.policy.rules.RuleSet;
import org.liptako.policy.rules.SourceFile;
import org.liptako.policy.vocabulary.Bilingual;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code liptako rules hosts}: who may host a dataset, and for every other place the article that bars it. */
@Command(name = "hosts")
final class RulesHostsCommand implements Callable<Integer> {
    private static final int MOST_CATALOGUE = 1 << 24;
    private static final List<String> PLACE = List.of("target.state", "target.control", "target.site");

    @Spec
    private CommandSpec spec;

    private static final Bilingual EVERY_OTHER = new Bilingual("tout autre pays", "every other country");

    @Mixin
    private RulesOptions rules;

    @Option(names = "--facts", required = true, paramLabel = "FILE", descriptionKey = "hostsFacts")
    private Path facts;

    @Option(names = "--sites", paramLabel = "FILE", descriptionKey = "hostsSites")
    private @Nullable Path sites;

    @Option(names = "--json", descriptionKey = "hostsJson")
    private boolean json;

    RulesHostsCommand() {}

    @Override
    public Integer call() {
        var ruleSet = rules.ruleSet();
        var asked = facts(ruleSet);
        // Only kinds of places have one country that stands for all that nothing names; a catalogue's site lies where
        // it says.
        var stranger = sites == null ? NamedCountries.of(ruleSet).stranger() : "";
        answers(ruleSet, asked).forEach(place -> {
            if (json) {
                Screen.of(spec).line(HostPlaceLine.of(place, stranger));
            } else {
                print(place, stranger, ruleSet);
            }
        });
        return ExitCode.DONE;
    }

    private List<HostPlace> answers(RuleSet ruleSet, Facts asked) {
        if (sites == null) {
            return new KindsOfPlaces(ruleSet, asked).answers();
        }
        var findings = new Findings();
        var catalogue = new SourceFile(sites.toString(), read("--sites", sites, MOST_CATALOGUE));
        var answers = HostSites.answers(ruleSet, asked, catalogue, findings);
        if (findings.hasErrors()) {
            var first = findings.errors().getFirst();
            throw CommandFailure.badInput(
                    first.where() + " : " + first.wording().fr(),
                    first.where() + ": " + first.wording().en());
        }
        return answers;
    }

    private Facts facts(RuleSet ruleSet) {
        try {
            var read = new FactsReader(ruleSet.vocabulary()).read(read("--facts", facts, FactsReader.MOST_BYTES));
            for (var code : PLACE) {
                if (read.isKnown(ruleSet.vocabulary().theFact(code))) {
                    throw CommandFailure.badInput(
                            "--facts : " + facts + " nomme déjà un lieu ; ôtez " + code + ".",
                            "--facts: " + facts + " names a place already; take out " + code + ".");
                }
            }
            return read;
        } catch (FactsException refused) {
            throw CommandFailure.badInput(
                    "--facts : " + facts + " : " + refused.wording().fr(),
                    "--facts: " + facts + ": " + refused.wording().en());
        }
    }

    private static byte[] read(String option, Path file, int most) {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(most + 1);
        } catch (IOException unreadable) {
            throw CommandFailure.badInput(
                    option + " : " + file + " ne peut pas être lu ; vérifiez le chemin.",
                    option + ": " + file + " cannot be read; check the path.");
        }
    }

    private void print(HostPlace place, String stranger, RuleSet ruleSet) {
        var where = place.countries().stream()
                .map(code -> code.equals(stranger) ? EVERY_OTHER : country(code))
                .collect(Collectors.collectingAndThen(Collectors.toList(), RulesHostsCommand::together));
        say(new Bilingual("%s, %s : %s", "%s, %s: %s").with(where, place.name(), verdict(place.answer())));
        switch (place.answer()) {
            case HostAnswer.Always always -> articles(always.rules(), ruleSet);
            case HostAnswer.Depends depends -> {
                for (var code : depends.facts()) {
                    say(new Bilingual("  ? %s", "  ? %s")
                            .with(ruleSet.vocabulary().theFact(code).label()));
                }
                articles(depends.rules(), ruleSet);
            }
            case HostAnswer.Never never -> {
                articles(never.rules(), ruleSet);
                if (never.rules().isEmpty()) {
                    say(new Bilingual("  aucune règle ne permet", "  no rule permits it"));
                }
            }
        }
    }

    private static Bilingual verdict(HostAnswer answer) {
        return switch (answer) {
            case HostAnswer.Always always -> new Bilingual("permis", "permitted");
            case HostAnswer.Depends depends -> new Bilingual("selon d'autres faits", "depends on other facts");
            case HostAnswer.Never never -> new Bilingual("refusé", "refused");
        };
    }

    private void articles(List<String> ids, RuleSet ruleSet) {
        ids.stream()
                .flatMap(id -> ruleSet.rule(id).stream())
                .forEach(rule -> say(new Bilingual("  %s « %s » (%s)", "  %s \"%s\" (%s)")
                        .with(rule.id(), rule.title(), cited(rule.legalBases()))));
    }

    private static Bilingual cited(List<LegalBasis> bases) {
        String texts = bases.stream()
                .map(basis -> basis.instrument() + ", article " + basis.article())
                .collect(Collectors.joining(" ; "));
        return new Bilingual(texts, Citation.english(texts));
    }

    private static Bilingual country(String code) {
        var country = new Locale.Builder().setRegion(code).build();
        return new Bilingual(country.getDisplayCountry(Locale.FRENCH), country.getDisplayCountry(Locale.ENGLISH));
    }

    private static Bilingual together(List<Bilingual> countries) {
        return new Bilingual(
                countries.stream().map(Bilingual::fr).collect(Collectors.joining(", ")),
                countries.stream().map(Bilingual::en).collect(Collectors.joining(", ")));
    }

    private void say(Bilingual line) {
        Screen.of(spec).line(FrenchText.of(line.fr()), line.en());
    }
}
