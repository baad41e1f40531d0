package org.liptako.node.cli.campaign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.liptako.campaign.v1.CampaignServiceGrpc;
import org.liptako.campaign.v1.CopyAbroad;
import org.liptako.campaign.v1.OpenCampaignRequest;
import org.liptako.campaign.v1.OpenCampaignResponse;
import org.liptako.node.cli.CommandFailure;
import org.liptako.node.cli.Screen;
import org.liptako.node.cli.client.NodeConnection;
import org.liptako.node.cli.client.NodeQuestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code liptako campaign open}: names the copies that are to come home; repeating it does nothing twice. */
@Command(name = "open")
final class OpenCommand extends NodeQuestion<OpenCampaignResponse> {
    private static final int COLUMNS = 4;

    @Parameters(paramLabel = "CAMPAIGN", descriptionKey = "campaignNewId")
    private String campaign;

    @Option(names = "--title", required = true, paramLabel = "TEXT", descriptionKey = "campaignTitle")
    private String title;

    @Option(names = "--dataset", paramLabel = "DATASET", descriptionKey = "campaignDatasets", split = ",")
    private List<String> datasets = List.of();

    @Option(names = "--copies", paramLabel = "FILE", descriptionKey = "campaignCopies")
    private @Nullable Path copies;

    @Option(names = "--site", paramLabel = "SITE", descriptionKey = "campaignAbroad")
    private @Nullable String site;

    @Option(names = "--owner", paramLabel = "OWNER", descriptionKey = "campaignOwner")
    private @Nullable String owner;

    @Option(names = "--deadline", paramLabel = "INSTANT", descriptionKey = "campaignDeadline")
    private @Nullable String deadline;

    OpenCommand() {}

    @Override
    protected OpenCampaignResponse ask(NodeConnection node) {
        boolean named = copies != null || !datasets.isEmpty();
        if ((owner != null && named) || (site != null && copies != null)) {
            throw CommandFailure.badInput(
                    "--owner ne choisit pas parmi des copies nommées, ni --site parmi celles d'une liste ; ôtez l'option",
                    "--owner does not choose among copies that are named, nor --site among those of a list; leave it out");
        }
        var request = OpenCampaignRequest.newBuilder().setCampaign(campaign).setTitle(title);
        datasets.forEach(dataset -> request.addCopies(named(dataset)));
        if (copies != null) {
            read(copies).forEach(request::addCopies);
        }
        if (site != null) {
            request.setSite(site);
        }
        if (owner != null) {
            request.setOwner(owner);
        }
        if (deadline != null) {
            request.setDeadline(deadline);
        }
        return node.service(CampaignServiceGrpc::newBlockingStub).openCampaign(request.build());
    }

    private CopyAbroad named(String dataset) {
        var copy = CopyAbroad.newBuilder().setDataset(dataset);
        if (site != null) {
            copy.setSite(site);
        }
        return copy.build();
    }

    /** Lines of a spreadsheet: dataset, site, owner, deadline, with semicolons; what is empty is as the catalogue and the rules say. */
    private static List<CopyAbroad> read(Path file) {
        try {
            List<CopyAbroad> read = new ArrayList<>();
            int number = 0;
            for (String line : Files.readAllLines(file)) {
                number++;
                String row = line.startsWith("\ufeff") ? line.substring(1) : line;
                if (!row.isBlank() && !row.startsWith("dataset;") && !row.startsWith("jeu;")) {
                    read.add(row(file, number, row));
                }
            }
            // To the node, no copy that is named means all of them.
            if (read.isEmpty()) {
                throw CommandFailure.badInput(
                        "la liste " + file + " ne nomme aucune copie ; sans --copies, toutes sont prises",
                        "the list " + file + " names no copy; without --copies, all are taken");
            }
            return read;
        } catch (IOException unreadable) {
            throw CommandFailure.badInput(
                    "la liste " + file + " ne peut être lue ; vérifiez le chemin, et qu'elle est en UTF-8",
                    "the list " + file + " cannot be read; check the path, and that it is UTF-8");
        }
    }

    private static CopyAbroad row(Path file, int number, String line) {
        String[] cells = line.split(";", -1);
        if (cells.length > COLUMNS || cells[0].isBlank()) {
            throw CommandFailure.badInput(
                    file + ", ligne " + number + " : attendu jeu;site;ministère;échéance",
                    file + ", line " + number + ": expected dataset;site;owner;deadline");
        }
        return CopyAbroad.newBuilder()
                .setDataset(cells[0].strip())
                .setSite(cells.length > 1 ? cells[1].strip() : "")
                .setOwner(cells.length > 2 ? cells[2].strip() : "")
                .setDeadline(cells.length > COLUMNS - 1 ? cells[COLUMNS - 1].strip() : "")
                .build();
    }

    @Override
    protected void show(OpenCampaignResponse answer, Screen screen) {
        new CampaignText(screen).whole(answer.getCampaign());
    }
}
