package org.liptako.node.cli.registry;

import org.liptako.node.cli.Screen;
import org.liptako.node.cli.Table;
import org.liptako.node.cli.client.NodeConnection;
import org.liptako.node.cli.client.NodeQuestion;
import org.liptako.registry.v1.ListSitesRequest;
import org.liptako.registry.v1.ListSitesResponse;
import org.liptako.registry.v1.RegistryServiceGrpc;
import picocli.CommandLine.Command;

/** {@code liptako registry sites}: every place, with who operates it and who owns the operator. */
@Command(name = "sites")
final class SitesCommand extends NodeQuestion<ListSitesResponse> {
    SitesCommand() {}

    @Override
    protected ListSitesResponse ask(NodeConnection node) {
        return node.service(RegistryServiceGrpc::newBlockingStub).listSites(ListSitesRequest.getDefaultInstance());
    }

    @Override
    protected void show(ListSitesResponse answer, Screen screen) {
        var table = switch (screen.language()) {
            case FRENCH -> new Table("SITE", "ÉTAT", "VILLE", "NOM", "EXPLOITATION", "PROPRIÉTAIRE");
            case ENGLISH -> new Table("SITE", "STATE", "CITY", "NAME", "OPERATED BY", "OWNER");
        };
        answer.getSitesList()
                .forEach(site -> table.row(
                        site.getId(),
                        site.getState(),
                        site.getCity(),
                        site.getName(),
                        CodeWord.of("target.control", site.getControl(), screen.language()),
                        site.getOwnerState()));
        table.print(screen);
    }
}
