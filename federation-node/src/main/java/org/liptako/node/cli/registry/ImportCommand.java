package org.liptako.node.cli.registry;

import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.liptako.node.cli.CommandFailure;
import org.liptako.node.cli.ExitCode;
import org.liptako.node.cli.Screen;
import org.liptako.node.cli.client.NodeConnection;
import org.liptako.node.cli.client.NodeQuestion;
import org.liptako.node.wire.Count;
import org.liptako.registry.v1.ImportCatalogueRequest;
import org.liptako.registry.v1.ImportCatalogueResponse;
import org.liptako.registry.v1.ImportTableRequest;
import org.liptako.registry.v1.ImportTableResponse;
import org.liptako.registry.v1.RegisterServiceGrpc;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code liptako register import}: takes the State's own sites, datasets and copies from a catalogue in YAML or a spreadsheet; all or nothing. */
@Command(name = "import")
final class ImportCommand extends NodeQuestion<Message> {
    private static final long LARGEST_TABLE = 2L << 20;
    /** Those that cannot be read too: the node says what to save them as. */
    private static final List<String> TABLES = List.of(".csv", ".tsv", ".txt", ".xlsx", ".xls", ".xlsm", ".ods");

    @Parameters(paramLabel = "FILE", descriptionKey = "catalogue")
    private Path file;

    @Option(names = "--check", descriptionKey = "importCheck")
    private boolean check;

    @Option(names = "--report", paramLabel = "CSV", descriptionKey = "importReport")
    private @Nullable Path report;

    ImportCommand() {}

    @Override
    protected Message ask(NodeConnection node) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        var service = node.service(RegisterServiceGrpc::newBlockingStub);
        if (TABLES.stream().noneMatch(name::endsWith)) {
            if (check || report != null) {
                throw CommandFailure.badInput(
                        "--check et --report valent pour un CSV ou un XLSX : un catalogue YAML est repris en entier ou refusé.",
                        "--check and --report are for CSV or XLSX: a YAML catalogue is taken whole or refused.");
            }
            return service.importCatalogue(
                    ImportCatalogueRequest.newBuilder().setYaml(text()).build());
        }
        if (report != null && Files.exists(report)) {
            throw CommandFailure.badInput(
                    report + " existe déjà et n'est pas remplacé ; nommez un autre fichier.",
                    report + " exists already and is not replaced; name another file.");
        }
        return service.importTable(ImportTableRequest.newBuilder()
                .setFile(bytes())
                .setCheckOnly(check)
                .build());
    }

    private String text() {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw CommandFailure.badInput(
                    "le catalogue " + file + " ne peut pas être lu : donnez un fichier YAML en UTF-8.",
                    "catalogue " + file + " cannot be read: give a YAML file in UTF-8.");
        }
    }

    private ByteString bytes() {
        try {
            if (Files.size(file) > LARGEST_TABLE) {
                throw CommandFailure.badInput(
                        file + " dépasse 2 Mio ; partagez-le en plusieurs fichiers.",
                        file + " is more than 2 MiB; split it into several files.");
            }
            return ByteString.copyFrom(Files.readAllBytes(file));
        } catch (IOException unreadable) {
            throw CommandFailure.badInput(
                    file + " ne peut pas être lu : donnez un fichier .yaml, .csv ou .xlsx.",
                    file + " cannot be read: give a .yaml, .csv or .xlsx file.");
        }
    }

    @Override
    protected void show(Message answer, Screen screen) {
        switch (answer) {
            case ImportCatalogueResponse catalogue ->
                screen.line(
                        Count.fr(catalogue.getSites(), "site") + ", "
                                + Count.fr(catalogue.getDatasets(), "jeu", "jeux") + " et "
                                + Count.fr(catalogue.getReplicas(), "copie") + " enregistrés ; "
                                + Count.fr(catalogue.getLeftOut(), "entrée laissée", "entrées laissées")
                                + " aux autres États.",
                        Count.en(catalogue.getSites(), "site") + ", "
                                + Count.en(catalogue.getDatasets(), "dataset") + " and "
                                + Count.en(catalogue.getReplicas(), "copy", "copies") + " recorded; "
                                + Count.en(catalogue.getLeftOut(), "entry", "entries")
                                + " left to the other States.");
            case ImportTableResponse table ->
                new ImportReport(table).lines(screen.language()).forEach(screen::line);
            default -> throw new IllegalStateException("an answer to another question: " + answer.getClass());
        }
    }

    @Override
    protected int exitCode(Message answer) {
        if (!(answer instanceof ImportTableResponse table)) {
            return ExitCode.DONE;
        }
        if (report != null) {
            new ImportReport(table).write(report, screen());
        }
        return table.getRefusedInAll() > 0 ? ExitCode.BAD_INPUT : ExitCode.DONE;
    }
}
