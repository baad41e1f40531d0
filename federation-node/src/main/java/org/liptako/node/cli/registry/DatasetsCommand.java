package org.liptako.node.cli.registry;

import org.jspecify.annotations.Nullable;
import org.liptako.node.cli.Screen;
import org.liptako.node.cli.Table;
import org.liptako.node.cli.client.NodeConnection;
import org.liptako.node.cli.client.NodeQuestion;
import org.liptako.registry.v1.ListDatasetsRequest;
import org.liptako.registry.v1.ListDatasetsResponse;
import org.liptako.registry.v1.RegistryServiceGrpc;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code liptako registry datasets}: every dataset, or those of one State. */
@Command(name = "datasets")
final class DatasetsCommand extends NodeQuestion<ListDatasetsResponse> {
    private static final int PAGE = 1_000;

    @Option(names = "--home", paramLabel = "STATE", descriptionKey = "home")
    private @Nullable String home;

    DatasetsCommand() {}

    @Override
    protected ListDatasetsResponse ask(NodeConnection node) {
        var request = ListDatasetsRequest.newBuilder().setPageSize(PAGE);
        if (home != null) {
            request.setHome(home);
        }
        var all = ListDatasetsResponse.newBuilder();
        do {
            var page = node.service(RegistryServiceGrpc::newBlockingStub).listDatasets(request.build());
            all.mergeFrom(page).clearNextPageToken();
            request.setPageToken(page.getNextPageToken());
        } while (!request.getPageToken().isEmpty());
        return all.build();
    }

    @Override
    protected void show(ListDatasetsResponse answer, Screen screen) {
        var table = switch (screen.language()) {
            case FRENCH -> new Table("JEU", "NOM", "CLASSIFICATION", "PERSONNELLES", "STRATÉGIQUE", "GO");
            case ENGLISH -> new Table("DATASET", "NAME", "CLASSIFICATION", "PERSONAL", "STRATEGIC", "GB");
        };
        answer.getDatasetsList()
                .forEach(dataset -> table.row(
                        dataset.getId(),
                        screen.language()
                                .choose(
                                        dataset.getName().getFr(),
                                        dataset.getName().getEn()),
                        CodeWord.of("dataset.classification", dataset.getClassification(), screen.language()),
                        CodeWord.of("dataset.personal", dataset.getPersonal(), screen.language()),
                        dataset.getStrategic()
                                ? screen.language().choose("oui", "yes")
                                : screen.language().choose("non", "no"),
                        Long.toString(dataset.getSizeGb())));
        table.print(screen);
    }
}
