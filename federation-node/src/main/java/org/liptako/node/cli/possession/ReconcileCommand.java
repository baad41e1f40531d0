package org.liptako.node.cli.possession;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.liptako.node.cli.CommandFailure;
import org.liptako.node.cli.ExitCode;
import org.liptako.node.cli.JsonLine;
import org.liptako.node.cli.ProgressLine;
import org.liptako.node.cli.Screen;
import org.liptako.node.cli.client.NodeConnection;
import org.liptako.node.cli.client.NodeOptions;
import org.liptako.possession.v1.HoldingFinding;
import org.liptako.possession.v1.ReconcileProgress;
import org.liptako.possession.v1.ReconcileRequest;
import org.liptako.possession.v1.ReconcileSum;
import org.liptako.possession.v1.ReconciliationServiceGrpc;
import org.liptako.registry.v1.ListHoldingFindingsRequest;
import org.liptako.registry.v1.ListHoldingFindingsResponse;
import org.liptako.registry.v1.RegistryServiceGrpc;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code liptako reconcile}: holds what lies in a data centre's store against the journals, now; or tells what the journals say of every site. */
@Command(name = "reconcile")
public final class ReconcileCommand implements Callable<Integer> {
    private static final int PAGE = 1_000;
    private static final int MOST = 100_000;

    @Spec
    private CommandSpec spec;

    @Mixin
    private NodeOptions node;

    @Option(names = "--deep", descriptionKey = "deep")
    private boolean deep;

    @Option(names = "--most", paramLabel = "N", descriptionKey = "most")
    private int most;

    @Option(names = "--recorded", descriptionKey = "recorded")
    private boolean recorded;

    @Option(names = "--home", paramLabel = "STATE", descriptionKey = "home")
    private @Nullable String home;

    ReconcileCommand() {}

    /** What a look brought. */
    private record Found(List<HoldingFinding> findings, ReconcileSum sum) {}

    @Override
    public Integer call() {
        if (most < 0 || most > MOST) {
            throw CommandFailure.badInput(
                    "--most " + most + " : attendu un nombre de 1 à 100000.",
                    "--most " + most + ": expected a number from 1 to 100000.");
        }
        return recorded ? tellRecorded() : tellFound();
    }

    private int tellFound() {
        Found found = node.call(this::look);
        Screen screen = Screen.of(spec);
        if (node.json()) {
            found.findings().forEach(finding -> screen.line(JsonLine.of(finding)));
            screen.line(JsonLine.of(found.sum()));
        } else {
            HoldingText.print(found.findings(), found.sum(), screen);
        }
        return HoldingText.isClean(found.sum()) ? ExitCode.DONE : ExitCode.NO;
    }

    private Found look(NodeConnection connection) {
        var responses = connection.stream(ReconciliationServiceGrpc::newBlockingStub)
                .reconcile(ReconcileRequest.newBuilder()
                        .setDeep(deep)
                        .setMost(most)
                        .build());
        List<HoldingFinding> findings = new ArrayList<>();
        var sum = ReconcileSum.getDefaultInstance();
        try (var bar = ProgressLine.start("reconcile")) {
            while (responses.hasNext()) {
                var response = responses.next();
                switch (response.getItemCase()) {
                    case PROGRESS -> show(response.getProgress(), bar);
                    case FINDING -> findings.add(response.getFinding());
                    case SUM -> sum = response.getSum();
                    case ITEM_NOT_SET -> {
                        // A newer node tells more than this program knows of.
                    }
                }
            }
        }
        return new Found(findings, sum);
    }

    private static void show(ReconcileProgress progress, ProgressLine bar) {
        if (progress.getReading().isEmpty()) {
            bar.show(progress.getCompared(), progress.getListed());
        } else {
            bar.show(progress.getChunksDone(), progress.getChunks(), progress.getReading());
        }
    }

    private int tellRecorded() {
        ListHoldingFindingsResponse answer = node.call(this::ask);
        Screen screen = Screen.of(spec);
        if (node.json()) {
            screen.line(JsonLine.of(answer));
        } else {
            HoldingText.print(answer, screen);
        }
        return ExitCode.DONE;
    }

    private ListHoldingFindingsResponse ask(NodeConnection connection) {
        var request = ListHoldingFindingsRequest.newBuilder().setPageSize(PAGE);
        if (home != null) {
            request.setHome(home);
        }
        var all = ListHoldingFindingsResponse.newBuilder();
        do {
            var page = connection.service(RegistryServiceGrpc::newBlockingStub).listHoldingFindings(request.build());
            all.clearCoverage().mergeFrom(page).clearNextPageToken();
            request.setPageToken(page.getNextPageToken());
        } while (!request.getPageToken().isEmpty());
        return all.build();
    }
}
