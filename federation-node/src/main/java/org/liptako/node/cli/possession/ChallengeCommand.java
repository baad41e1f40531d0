package org.liptako.node.cli.possession;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.liptako.node.cli.CommandFailure;
import org.liptako.node.cli.ExitCode;
import org.liptako.node.cli.JsonLine;
import org.liptako.node.cli.Screen;
import org.liptako.node.cli.client.NodeConnection;
import org.liptako.node.cli.client.NodeOptions;
import org.liptako.possession.v1.ChallengeCopiesRequest;
import org.liptako.possession.v1.ChallengeCopiesResponse;
import org.liptako.possession.v1.ChallengeServiceGrpc;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code liptako possession challenge}: challenges the copies of a dataset that other States hold, now. */
@Command(name = "challenge")
final class ChallengeCommand implements Callable<Integer> {
    private static final int MOST_SAMPLES = 5_000;

    @Spec
    private CommandSpec spec;

    @Mixin
    private NodeOptions node;

    @Parameters(paramLabel = "DATASET", descriptionKey = "dataset")
    private String dataset;

    @Option(names = "--site", paramLabel = "SITE", descriptionKey = "site")
    private @Nullable String site;

    @Option(names = "--samples", paramLabel = "N", descriptionKey = "samples")
    private int samples;

    ChallengeCommand() {}

    @Override
    public Integer call() {
        if (samples < 0 || samples > MOST_SAMPLES) {
            throw CommandFailure.badInput(
                    "--samples " + samples + " : attendu un nombre de 1 à 5000.",
                    "--samples " + samples + ": expected a number from 1 to 5000.");
        }
        List<ChallengeCopiesResponse> copies = node.call(this::challenge);
        Screen screen = Screen.of(spec);
        if (node.json()) {
            copies.forEach(copy -> screen.line(JsonLine.of(copy)));
        } else {
            copies.forEach(copy -> ChallengeText.print(copy, screen));
        }
        boolean proved = copies.stream().allMatch(copy -> copy.getOutcome().equals("PROVED")) && !copies.isEmpty();
        return proved ? ExitCode.DONE : ExitCode.NO;
    }

    private List<ChallengeCopiesResponse> challenge(NodeConnection connection) {
        var request = ChallengeCopiesRequest.newBuilder().setDataset(dataset).setSamples(samples);
        if (site != null) {
            request.setSite(site);
        }
        List<ChallengeCopiesResponse> copies = new ArrayList<>();
        connection.stream(ChallengeServiceGrpc::newBlockingStub)
                .challengeCopies(request.build())
                .forEachRemaining(copies::add);
        return copies;
    }
}
