package org.liptako.node.cli.possession;

import org.jspecify.annotations.Nullable;
import org.liptako.node.cli.Screen;
import org.liptako.node.cli.client.NodeConnection;
import org.liptako.node.cli.client.NodeQuestion;
import org.liptako.registry.v1.ListChallengesRequest;
import org.liptako.registry.v1.ListChallengesResponse;
import org.liptako.registry.v1.RegistryServiceGrpc;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code liptako possession status}: what the last challenge of each copy has shown, and which sites cannot be reached. */
@Command(name = "status")
final class PossessionStatusCommand extends NodeQuestion<ListChallengesResponse> {
    private static final int PAGE = 1_000;

    @Option(names = "--home", paramLabel = "STATE", descriptionKey = "home")
    private @Nullable String home;

    PossessionStatusCommand() {}

    @Override
    protected ListChallengesResponse ask(NodeConnection node) {
        var request = ListChallengesRequest.newBuilder().setPageSize(PAGE);
        if (home != null) {
            request.setHome(home);
        }
        var all = ListChallengesResponse.newBuilder();
        do {
            var page = node.service(RegistryServiceGrpc::newBlockingStub).listChallenges(request.build());
            all.clearCoverage().clearUnreachable().mergeFrom(page).clearNextPageToken();
            request.setPageToken(page.getNextPageToken());
        } while (!request.getPageToken().isEmpty());
        return all.build();
    }

    @Override
    protected void show(ListChallengesResponse answer, Screen screen) {
        ChallengeText.print(answer, screen);
    }
}
