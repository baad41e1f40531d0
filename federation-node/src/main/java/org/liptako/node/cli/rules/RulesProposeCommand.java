package org.liptako.node.cli.rules;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.liptako.node.cli.CommandFailure;
import org.liptako.node.cli.ExitCode;
import org.liptako.node.cli.Screen;
import org.liptako.node.cli.client.NodeOptions;
import org.liptako.placement.v1.ImpactTally;
import org.liptako.placement.v1.ImpactTotals;
import org.liptako.placement.v1.WeighRulesResponse;
import org.liptako.placement.v1.WeighingTerms;
import org.liptako.policy.edition.EditionAct;
import org.liptako.policy.edition.EditionFile;
import org.liptako.policy.edition.EditionImpact;
import org.liptako.policy.edition.RuleEdition;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.rules.LoadResult;
import org.liptako.policy.rules.RuleFile;
import org.liptako.policy.rules.RuleLoader;
import org.liptako.policy.rules.RuleSet;
import org.liptako.policy.rules.SourceFile;
import org.liptako.policy.vocabulary.Vocabulary;
import org.liptako.rulebook.v1.EditionSummary;
import org.liptako.rulebook.v1.JurisdictionRules;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code liptako rules propose}: draws up the next edition of a jurisdiction's rules, checked, tried, analysed, compared with what is in force and weighed on the copies there are. */
@Command(name = "propose")
final class RulesProposeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", descriptionKey = "rulesDirectory")
    private Path directory;

    @Option(names = "--jurisdiction", required = true, paramLabel = "CODE", descriptionKey = "editionJurisdiction")
    private String jurisdiction;

    @Option(names = "--from", required = true, paramLabel = "DATE", descriptionKey = "editionFrom")
    private String from;

    @Option(names = "--out", required = true, paramLabel = "DIR", descriptionKey = "editionOut")
    private Path out;

    @Mixin
    private NodeOptions node;

    RulesProposeCommand() {}

    @Override
    public Integer call() {
        EditionOutput output = new EditionOutput(out);
        output.mustBeNew();
        Jurisdiction whose = EditionNode.jurisdiction(jurisdiction);
        Instant issuedAt = Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS);
        Instant inForceFrom = StartOption.read("--from", from, whose, issuedAt);
        RulesDirectory rules = new RulesDirectory("DIR", directory);
        RuleSet proposed = rules.ruleSet();
        SourceFile tried = EditionAnnexes.scenarios(proposed, directory);
        List<SourceFile> files = new ArrayList<>();
        for (RuleFile file : proposed.of(whose).files()) {
            files.add(new SourceFile(file.path(), read(file.path())));
        }
        List<SourceFile> words = rules.vocabularyFiles();
        InForce standing = node.call(connection -> standing(new EditionNode(connection), whose, proposed));
        List<SourceFile> next = new ArrayList<>(standing.others());
        next.addAll(files);
        Vocabulary common = newer(proposed.vocabulary(), standing.words());
        RuleSet now = load(next, common);
        List<SourceFile> before = new ArrayList<>(standing.others());
        before.addAll(standing.own());
        List<WeighRulesResponse> weighing = weigh(whose, inForceFrom, together(files, words));
        List<SourceFile> annexes = new ArrayList<>(List.of(
                tried,
                EditionAnnexes.analysis(now, inForceFrom),
                EditionAnnexes.comparison(load(before, common), now, inForceFrom)));
        annexes.addAll(EditionAnnexes.impact(weighing));
        EditionSummary newest = standing.rules().getNewest();
        boolean first = !standing.rules().hasNewest();
        // The words are the AES's to publish; a State only names those that it writes in.
        List<SourceFile> published = whose == Jurisdiction.AES ? together(files, words) : files;
        RuleEdition edition = new RuleEdition(
                whose,
                first ? 1 : newest.getVersion() + 1,
                first ? null : newest.getDigest(),
                EditionAct.ENACTMENT,
                null,
                issuedAt,
                inForceFrom,
                proposed.vocabulary().digest(),
                published.stream().map(EditionFile::of).toList(),
                annexes.stream().map(EditionFile::of).toList(),
                impact(weighing.getLast().getTotals()));
        output.write(edition, published, annexes, Screen.of(spec));
        return ExitCode.DONE;
    }

    private static List<SourceFile> together(List<SourceFile> some, List<SourceFile> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    private static Vocabulary newer(Vocabulary one, Vocabulary other) {
        return one.version() < other.version() ? other : one;
    }

    private List<WeighRulesResponse> weigh(Jurisdiction whose, Instant inForceFrom, List<SourceFile> files) {
        WeighingTerms terms = WeighingTerms.newBuilder()
                .addJurisdictions(whose.name())
                .setFrom(inForceFrom.toString())
                .build();
        return node.call(connection -> new ImpactNode(connection).weigh(terms, files));
    }

    private static EditionImpact impact(ImpactTotals totals) {
        ImpactTally all = totals.getAll();
        return new EditionImpact(
                totals.getCopies(), all.getUnlawful(), all.getUndecided(), all.getLawful(), all.getToMoveGb());
    }

    /**
     * What the edition would change.
     *
     * @param rules the jurisdiction's in force
     * @param own its files
     * @param others those of the other jurisdictions
     * @param words in which all these are read
     */
    private record InForce(JurisdictionRules rules, List<SourceFile> own, List<SourceFile> others, Vocabulary words) {}

    private InForce standing(EditionNode asked, Jurisdiction whose, RuleSet proposed) {
        JurisdictionRules rules = JurisdictionRules.getDefaultInstance();
        List<SourceFile> own = List.of();
        List<SourceFile> others = new ArrayList<>();
        for (JurisdictionRules one : asked.inForce().getJurisdictionsList()) {
            List<SourceFile> files = asked.files(one);
            if (one.getJurisdiction().equals(whose.name())) {
                rules = one;
                own = files.isEmpty() ? silent(whose) : files;
            } else if (files.isEmpty()) {
                // Before that jurisdiction's first edition, what lies beside is the best that is known of it.
                Jurisdiction.of(one.getJurisdiction())
                        .ifPresent(other -> proposed.of(other).files().stream()
                                .map(file -> new SourceFile(other + "/" + file.path(), read(file.path())))
                                .forEach(others::add));
            } else {
                files.stream()
                        .map(file -> new SourceFile(one.getJurisdiction() + "/" + file.path(), file.bytes()))
                        .forEach(others::add);
            }
        }
        return new InForce(rules, own, others, asked.vocabulary());
    }

    private static List<SourceFile> silent(Jurisdiction whose) {
        return List.of(new SourceFile(whose + ".yaml", ("recueil: " + whose + "\nregles: []\n").getBytes(UTF_8)));
    }

    private static RuleSet load(List<SourceFile> files, Vocabulary words) {
        return switch (new RuleLoader(words).load(files)) {
            case LoadResult.Loaded loaded -> loaded.ruleSet();
            case LoadResult.Rejected rejected ->
                throw CommandFailure.refused(
                        rejected.errors().getFirst().where() + " : "
                                + rejected.errors().getFirst().wording().fr(),
                        rejected.errors().getFirst().where() + ": "
                                + rejected.errors().getFirst().wording().en());
        };
    }

    private byte[] read(String path) {
        try {
            return Files.readAllBytes(directory.resolve(path));
        } catch (IOException unreadable) {
            throw CommandFailure.badInput(
                    path + " : illisible ; vérifiez le dossier.", path + ": cannot be read; check the directory.");
        }
    }
}
