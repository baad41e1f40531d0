package org.liptako.node.cli.rules;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.liptako.node.cli.CommandFailure;
import org.liptako.node.cli.ExitCode;
import org.liptako.node.cli.Screen;
import org.liptako.node.cli.client.NodeOptions;
import org.liptako.policy.Sha256;
import org.liptako.policy.edition.EditionAct;
import org.liptako.policy.edition.EditionCodec;
import org.liptako.policy.edition.EditionFormatException;
import org.liptako.policy.edition.EditionLine;
import org.liptako.policy.edition.HeldEdition;
import org.liptako.policy.edition.RuleEdition;
import org.liptako.policy.rules.Jurisdiction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code liptako rules withdraw}: draws up the withdrawal of a jurisdiction's newest edition; once signed and published, what was in force before is again, at once. */
@Command(name = "withdraw")
final class RulesWithdrawCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--jurisdiction", required = true, paramLabel = "CODE", descriptionKey = "editionJurisdiction")
    private String jurisdiction;

    @Option(names = "--out", required = true, paramLabel = "DIR", descriptionKey = "editionOut")
    private Path out;

    @Mixin
    private NodeOptions node;

    RulesWithdrawCommand() {}

    @Override
    public Integer call() {
        EditionOutput output = new EditionOutput(out);
        output.mustBeNew();
        Jurisdiction whose = EditionNode.jurisdiction(jurisdiction);
        List<EditionNode.Published> editions = node.call(connection -> new EditionNode(connection).editions(whose));
        Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS);
        EditionLine line = line(editions);
        HeldEdition restored = line.restorable(now)
                .orElseThrow(() -> CommandFailure.refused(
                        "rien à rétablir : " + whose
                                + " n'a pas d'édition antérieure en vigueur, ou la plus récente est déjà un retrait ;"
                                + " proposez une nouvelle édition.",
                        "nothing to restore: " + whose
                                + " has no edition in force before the newest one, or that is a withdrawal already;"
                                + " propose a new edition."));
        HeldEdition newest = line.newest().orElseThrow();
        RuleEdition withdrawal = new RuleEdition(
                whose,
                newest.version() + 1,
                newest.digest(),
                EditionAct.WITHDRAWAL,
                restored.version(),
                now,
                now,
                restored.edition().vocabulary(),
                restored.edition().files(),
                List.of());
        output.write(withdrawal, editions.get((int) restored.version() - 1).files(), List.of(), Screen.of(spec));
        return ExitCode.DONE;
    }

    private static EditionLine line(List<EditionNode.Published> editions) {
        try {
            List<HeldEdition> held = new ArrayList<>();
            for (EditionNode.Published edition : editions) {
                byte[] document = edition.document().toByteArray();
                held.add(new HeldEdition(EditionCodec.decode(document), Sha256.hex(document)));
            }
            return new EditionLine(held);
        } catch (EditionFormatException | IllegalArgumentException broken) {
            throw CommandFailure.down(
                    "le nœud a donné des éditions qui ne se suivent pas.",
                    "the node gave editions that do not follow each other.");
        }
    }
}
